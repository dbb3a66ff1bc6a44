import { accountOf, accountOfRange, type Account } from '../core/account.ts';
import { isPresent, type Ledger } from '../core/ledger.ts';
import { type CitedPassage, judgePassage, judgeRange } from '../core/verdict.ts';
import { wordsOf } from '../core/wording.ts';
import sheet from '../styles/changed.css?inline';
import { differing } from './differing.ts';
import { element } from './element.ts';
import { freshIn } from './fresh.ts';
import { canHighlight } from './highlight.ts';
import { fetchLedger } from './ledgers.ts';
import type { Told } from './notice.ts';
import { areWhole, quotedInAddress } from './quoted.ts';
import { bringSheet } from './sheet.ts';

bringSheet(sheet);

/** @returns what has become of something cited, by the ledger; undefined where there is nothing to tell */
export async function judgement(cited: CitedPassage): Promise<Told | undefined> {
  const account = await accountOfCited(cited).catch((error: unknown) => {
    console.error(error);
    return unloaded;
  });
  return account && told(account);
}

/** A range is looked for in all editions: an edition's own ledger alone knows the order of its text. */
async function accountOfCited({ to, ...cited }: CitedPassage): Promise<Account | undefined> {
  const ledger = await fetchLedger('anchors.json');
  if (to === undefined || to === cited.anchor) {
    const account = accountOf(ledger, judgePassage(ledger, cited));
    return account && withQuoted(ledger, account);
  }
  const numbers = ledger.editions.slice(0, -1).map(({ edition }) => edition);
  const earlier = await Promise.all(numbers.map((number) => fetchLedger(`editions/${number}/anchors.json`)));
  const account = accountOfRange(ledger, judgeRange([...earlier, ledger], { ...cited, to }));
  return account && withQuoted(ledger, account);
}

const unloaded: Account = {
  lead: 'Whether this passage has changed since it was cited could not be found out:',
  rest: 'the record of its wordings could not be loaded.',
  change: '',
  wordings: [],
  passages: [],
  fresh: [],
};

/** Of words that the link carries with it: whether they are whole in what stands now. */
function withQuoted(ledger: Ledger, account: Account): Account {
  const words = quotedInAddress();
  const rows = account.passages.filter(isPresent);
  if (!words || account.standing !== 'broken' || rows.length === 0) return account;
  const now = rows.map((row) => wordsOf(ledger, row)).join(' ');
  const shown = words.join(' … ');
  const verdict = areWhole(words, now) ? 'are whole' : 'are not whole any more';
  return {
    ...account,
    key: `The words that the link quotes, “${shown}”, ${verdict}. ${account.key ?? ''}`.trim(),
  };
}

function told(account: Account): Told {
  const { standing, lead, rest, passages, fresh } = account;
  const anchors = passages.map(({ anchor }) => anchor);
  const isDivided = fresh.some(({ rows }) => rows.length > 1);
  return {
    ...(standing && { standing }),
    lead,
    rest,
    below: below(account),
    stretches: isDivided ? anchors.map((anchor) => [anchor]) : stretchesOf(anchors),
    isDivided,
    fresh: () =>
      fresh.flatMap(({ rows, pieces }) =>
        freshIn(
          rows.map(({ anchor }) => anchor),
          pieces,
        ),
      ),
  };
}

/** Passages in groups: in each those between which nothing else stands in the page. */
function stretchesOf(anchors: readonly string[]): string[][] {
  const all = [...document.querySelectorAll('.para [data-v]')].map(({ id }) => id);
  const groups: string[][] = [];
  for (const anchor of anchors) {
    const last = groups.at(-1);
    const isNext = last !== undefined && all.indexOf(anchor) <= all.indexOf(last.at(-1)!) + 2;
    if (isNext && all.indexOf(anchor) > all.indexOf(last.at(-1)!)) last.push(anchor);
    else groups.push([anchor]);
  }
  return groups;
}

/** Other wordings, what their words are, and where more is told. */
function below(account: Account): HTMLElement[] {
  const { wordings, key, change, standing } = account;
  const quotes = (canHighlight() ? wordings : withFresh(account)).flatMap(wordingOf);
  const last = element('p', 'key2', key ? `${key} ` : '');
  if (change !== undefined)
    last.append(link(`editions/#${change}`, change === '' ? 'The editions' : 'The change'));
  if (standing === 'sparse') last.append(' ', link('../check/', 'Check the words you have'));
  return last.hasChildNodes() ? [...quotes, last] : quotes;
}

/** Where new words cannot be marked in the text, both wordings stand in the notice. */
function withFresh({ wordings, fresh }: Account): Account['wordings'] {
  const [whole] = fresh;
  return whole && wordings.length < 2 ? [{ what: '', pieces: whole.pieces }] : wordings;
}

function wordingOf({ what, pieces }: Account['wordings'][number]): HTMLElement[] {
  const quote = element('blockquote');
  quote.lang = document.querySelector<HTMLElement>('.reading')?.lang ?? '';
  quote.dir = 'auto';
  quote.append(...differing(pieces));
  return [...(what === '' ? [] : [element('p', '', what)]), ...(pieces.length > 0 ? [quote] : [])];
}

function link(href: string, words: string): HTMLAnchorElement {
  const made = element('a', '', words);
  made.href = href;
  return made;
}
