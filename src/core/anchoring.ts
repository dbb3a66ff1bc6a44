import GithubSlugger, { slug } from 'github-slugger';
import { faultOfSlug } from './anchor.ts';
import { hashOfFile } from './hash.ts';
import { agree, applyLedger, type Edition, isPresent, type Ledger, type Unanchored } from './ledger.ts';
import { paragraphNamed, sentenceNamed } from './numbering.ts';
import { type Block, listPassages } from './passage.ts';
import { nounOf } from './passage-words.ts';
import { type Position, problem, type Problem } from './problem.ts';

/** Code points of a wording that a message shows, and how many of them are before the first that differs. */
const SHOWN = 60;
const BEFORE = 24;

/** The by-line is no paragraph, so that the first of these has the number 1. */
const BYLINE = '0';

/**
 * Gives passages the anchors of first publication: paragraphs and sentences by number, headings by slug.
 * `github-slugger` is what rehype-slug makes ids with, so page and ledger agree.
 *
 * @param blocks passages in order; their anchors are filled in
 * @param positions where each block stands, for messages
 * @returns headings whose slug cannot be an anchor, and by-lines after the first
 */
export function nameAnchors(blocks: Block[], positions: readonly Position[]): Problem[] {
  const slugger = new GithubSlugger();
  let number = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') block.anchor = slugger.slug(nameForSlug(block.text));
    else block.anchor = paragraphNamed(block.kind === 'byline' ? BYLINE : String((number += 1)));
    for (const [index, sentence] of block.sentences.entries())
      sentence.anchor = sentenceNamed(block.anchor, String(index + 1));
  }
  const byline = blocks.find(({ kind }) => kind === 'byline');
  return blocks.flatMap((block, index) => {
    if (block.kind === 'byline' && block !== byline) return [secondByline(positions[index]!)];
    return block.kind === 'heading' ? checkHeading(block, positions[index]!) : [];
  });
}

/** The edition of a text that no ledger knows. */
export function unpublished(text: string, today: string): Edition {
  return { edition: 1, date: today, why: 'Not yet published.', text: hashOfFile(text) };
}

/**
 * Gives passages the anchors of their ledger.
 *
 * @param blocks passages with the anchors of first publication, which are replaced
 * @param ledger the reading's ledger, and its path
 * @returns the edition; or why text and ledger disagree, and then the anchors stay as they were
 */
export function anchorByLedger(
  blocks: Block[],
  { ledger, path }: { ledger: Ledger; path: string },
): { edition: Edition; problems: Problem[] } {
  const passages = listPassages(blocks);
  const applied = applyLedger(passages, ledger);
  if (applied.partsAt !== undefined) {
    return {
      edition: ledger.editions.at(-1)!,
      problems: [describeParting(ledger, passages, applied.partsAt, path)],
    };
  }
  const anchors = applied.anchors.values();
  for (const block of blocks) {
    block.anchor = anchors.next().value!;
    for (const sentence of block.sentences) sentence.anchor = anchors.next().value!;
  }
  const text = hashOfFile(blocks.map((block) => block.text).join('\n'));
  return { edition: applied.edition, problems: text === applied.edition.text ? [] : [wrongTextHash(path)] };
}

function wrongTextHash(path: string): Problem {
  const message = 'Every passage is as the ledger knows it, and its hash of the whole text is another.';
  const hint = `Restore the last committed ledger: \`git checkout -- ${path}\`. It is never written by hand.`;
  return problem('malformed-ledger', { path }, message, hint);
}

/** What a heading's slug is made of: its words, or the next best where no letter or digit of them would be left. */
export function nameForSlug(text: string): string {
  return /[\p{L}\p{N}]/u.test(slug(text)) ? text : 'section';
}

function checkHeading({ anchor }: Block, position: Position): Problem[] {
  const fault = faultOfSlug(anchor);
  if (fault === undefined) return [];
  const message = `The anchor of this heading would be \`${anchor}\`, which ${fault}.`;
  return [
    problem('invalid-id', position, message, 'A heading cannot be renamed: ask for a rule for this case.'),
  ];
}

function secondByline(position: Position): Problem {
  const message = 'A by-line is one paragraph, and this is another.';
  return problem(
    'second-byline',
    position,
    message,
    'End <Byline> after its first paragraph; the rest is text.',
  );
}

/** What else mends a ledger that nobody has cited yet. */
const AFRESH =
  ' While nothing of this reading is published, anchors.json and editions/ may be deleted instead: the same command makes them anew.';

/** Tells where text and ledger part, with both wordings. */
function describeParting(ledger: Ledger, now: readonly Unanchored[], partsAt: number, path: string): Problem {
  const known = ledger.anchors.filter(isPresent);
  const at = firstWording(known, now, partsAt);
  const [was, is] = [wordsAt(known, at), wordsAt(now, at)];
  const from = Math.max(0, commonLength(was, is) - BEFORE);
  const there = known[at] ? `at \`${known[at].anchor}\` it has ${shown(known[at], was, from)}` : 'it ends';
  const here = now[at] ? `the text has ${shown(now[at], is, from)}` : 'the text ends';
  return problem(
    'ledger-differs',
    { path },
    `The ledger does not know this text: ${there}, where ${here}.`,
    `If the text was changed on purpose, run \`npm run anchors\` with --by and --why: it shows what became of each passage, and makes the next edition. Else restore the words that it has.${ledger.editions.length === 1 ? AFRESH : ''}`,
  );
}

/** Goes down from a paragraph to the first of its sentences that is another. */
function firstWording(known: readonly Unanchored[], now: readonly Unanchored[], partsAt: number): number {
  if (known[partsAt]?.text !== undefined || now[partsAt]?.text !== undefined) return partsAt;
  const isInside = (at: number) => known[at]?.kind === 'sentence' || now[at]?.kind === 'sentence';
  for (let at = partsAt + 1; isInside(at); at += 1) if (!agree(known[at], now[at])) return at;
  return partsAt;
}

/** A paragraph's words are those of its sentences; the first of them stands for it. */
function wordsAt(rows: readonly Unanchored[], at: number): string[] {
  return Array.from(rows[at]?.text ?? rows[at + 1]?.text ?? '');
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const place = a.findIndex((letter, index) => letter !== b[index]);
  return place < 0 ? a.length : place;
}

function shown({ kind }: Unanchored, words: readonly string[], from: number): string {
  const to = from + SHOWN;
  return `the ${nounOf({ kind })} “${from > 0 ? '…' : ''}${words.slice(from, to).join('')}${words.length > to ? '…' : ''}”`;
}
