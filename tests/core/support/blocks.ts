import { nameAnchors } from '../../../src/core/anchoring.ts';
import { hash, hashOfFile } from '../../../src/core/hash.ts';
import { type Targets, unitsOf } from '../../../src/core/inheritance.ts';
import { isPresent, type Ledger, statesOf } from '../../../src/core/ledger.ts';
import { type Block, listPassages } from '../../../src/core/passage.ts';
import { firstLedger } from '../../../src/core/publish.ts';
import { succeed } from '../../../src/core/succession.ts';
import { wordsOf } from '../../../src/core/wording.ts';
import { dayOf } from './ledger.ts';

/** What a line begins with that is no paragraph. */
const KINDS = { '# ': 'heading', 'By ': 'byline', '- ': 'row', '> ': 'code' } as const;

/**
 * @param lines a block each: a heading after `# `, a row after `- `, code after `> `, else sentences with ` | ` between
 *   them, of the by-line where they begin with `By`
 * @returns the blocks of a text, with the anchors of first publication
 */
export function blocks(...lines: readonly string[]): Block[] {
  const made = lines.map((line): Block => {
    const sign = (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((each) => line.startsWith(each));
    const kind = sign === undefined ? 'paragraph' : KINDS[sign];
    const isCut = kind === 'paragraph' || kind === 'byline';
    const text = isCut ? line.replaceAll(' | ', ' ') : line.slice(sign!.length);
    return {
      kind,
      separator: '\n\n',
      ...passage(text),
      sentences: isCut ? line.split(' | ').map(passage) : [],
    };
  });
  nameAnchors(made, []);
  return made;
}

function passage(text: string) {
  return { anchor: '', slice: text, text, start: 0, hash: hash(text) };
}

/** A first edition of these blocks, and their ledger. */
export function published(...lines: readonly string[]): Ledger {
  const text = blocks(...lines);
  return firstLedger(listPassages(text), {
    date: dayOf(1),
    why: 'First.',
    text: hashOfFile(text.map((block) => block.text).join('\n')),
  });
}

/**
 * @param ledger the last edition's
 * @param after the new text
 * @param told where it is not the same words that say it: an anchor's ordinals in the new text
 * @returns where the words of each anchor are now
 */
export function targetsOf(
  ledger: Ledger,
  after: readonly Block[],
  told: Record<string, readonly number[]> = {},
): Targets {
  const units = unitsOf(after);
  return new Map(
    ledger.anchors.flatMap((row): [string, readonly number[]][] => {
      const words = statesOf(row).findLast(({ text }) => text !== undefined)?.text;
      const isGroup = row.kind === 'paragraph' || row.kind === 'byline';
      const to = told[row.anchor] ?? units.flatMap(({ text }, index) => (text === words ? [index] : []));
      return isGroup || (to.length === 0 && !isPresent(row)) ? [] : [[row.anchor, to]];
    }),
  );
}

/** The ledger after further editions of these lines; words that are the same are the same sentence. */
export function edited(ledger: Ledger, ...lines: readonly string[]): Ledger {
  return editedAs(ledger, {}, ...lines);
}

/** The same, where `told` says what the words do not. */
export function editedAs(
  ledger: Ledger,
  told: Record<string, readonly number[]>,
  ...lines: readonly string[]
): Ledger {
  const after = blocks(...lines);
  const edition = { date: dayOf(ledger.editions.length + 1), by: 'author' as const, why: 'Edited.' };
  const present = ledger.anchors.filter(isPresent);
  const texts = new Map(present.map((row) => [row.anchor, wordsOf(ledger, row)]));
  return succeed(ledger, after, targetsOf(ledger, after, told), texts, edition);
}
