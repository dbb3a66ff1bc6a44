import { accountOf, accountOfRange, type Account } from '../core/account.ts';
import { isPresent, type Ledger } from '../core/ledger.ts';
import { type CitedPassage, judgePassage, judgeRange } from '../core/verdict.ts';
import { wordsOf } from '../core/wording.ts';
import sheet from '../styles/verdict.css?inline';
import { announce } from './announce.ts';
import { fetchLedger } from './ledgers.ts';
import { clearNotice, showNotice } from './notice.ts';
import type { Notes } from './notes.ts';
import { areWhole, quotedInAddress } from './quoted.ts';
import { bringSheet } from './sheet.ts';

bringSheet(sheet);

/** Each answer is of a later address than the one before, which it overtakes. */
let asked = 0;

/**
 * Judges what the address cites and says it beside the passage.
 *
 * @param id the anchor that the address leads to
 */
export async function tellVerdict(reading: HTMLElement, notes: Notes, id: string): Promise<void> {
  const turn = ++asked;
  const target = document.getElementById(id);
  clearNotice();
  // What is to be heard is put into something that is there already.
  announce('');
  const said = await accountOfCited(citedIn(location.search, id)).catch((error: unknown) => {
    console.error(error);
    return { account: unloaded };
  });
  // Of an annotation's id nothing is said, whatever the address has beside it.
  const isOver = turn !== asked || (target !== null && !isPassage(target));
  if (!isOver && said.account) showNotice(reading, notes, target, said.account);
}

/** The reader has gone on: to another passage, and then what was said of the first goes, or to a note. */
export function leaveVerdict(id: string): void {
  if (!isPassage(document.getElementById(id))) return;
  asked += 1;
  clearNotice();
}

function isPassage(target: HTMLElement | null): boolean {
  return target?.matches('[data-v], [data-h]') ?? false;
}

function citedIn(query: string, anchor: string): CitedPassage {
  const parameters = new URLSearchParams(query);
  return {
    anchor,
    fingerprint: parameters.get('v') ?? undefined,
    to: parameters.get('to') ?? undefined,
  };
}

/** A range is looked for in all editions: an edition's own ledger alone knows the order of its text. */
async function accountOfCited({ to, ...cited }: CitedPassage): Promise<{ account?: Account | undefined }> {
  const ledger = await fetchLedger('anchors.json');
  if (to === undefined || to === cited.anchor) {
    const account = accountOf(ledger, judgePassage(ledger, cited));
    return { account: account && withQuoted(ledger, account) };
  }
  const numbers = ledger.editions.slice(0, -1).map(({ edition }) => edition);
  const earlier = await Promise.all(numbers.map((number) => fetchLedger(`editions/${number}/anchors.json`)));
  const account = accountOfRange(ledger, judgeRange([...earlier, ledger], { ...cited, to }));
  return { account: account && withQuoted(ledger, account) };
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
