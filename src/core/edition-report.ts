import type { Change } from './changes.ts';
import type { Ledger } from './ledger.ts';
import { placeOfRow } from './row-place.ts';
import type { Question } from './next-edition.ts';
import type { Piece } from './word-diff.ts';

/** Code points of a wording that a line shows on either side of what changed. */
const AROUND = 32;
const LONGEST = 100;

/**
 * Tells a change as a reader would: “¶7, sentence 2: edited — … at the UN … → … to the UN …”.
 *
 * @param ledger the ledger of the edition that made it
 */
export function tellChange(ledger: Ledger, { row, deed, moved, pieces, others }: Change): string {
  const name = `${placeOfRow(ledger, row)} (${row.anchor})`;
  const to = others.length > 0 ? ` with ${others.map(({ anchor }) => anchor).join(', ')}` : '';
  const besides = moved !== undefined && deed !== 'moved' ? `, and moved: it ${moved}` : '';
  const was = deed === 'moved' && moved !== undefined ? `: it ${moved}` : '';
  return `${name}: ${deed}${to}${was}${besides} — ${tellWords(pieces)}`;
}

/** Tells what has to be decided, and how it is said on the command line. */
export function tellQuestion({ name, place, words, answers }: Question): string {
  const lines = answers.map(
    ({ decision, words: there }, index) =>
      `    --decide ${name}=${decision}${there === undefined ? '' : `   “${shortened(there)}”`}${index === 0 ? '   (likely)' : ''}`,
  );
  return [`  ${place} (${name}): what became of “${shortened(words)}”?`, ...lines].join('\n');
}

function tellWords(pieces: readonly Piece[]): string {
  const [before, after] = (['new', 'gone'] as const).map((without) =>
    pieces.filter(({ what }) => what !== without),
  );
  const [was, is] = [shownIn(before!), shownIn(after!)];
  if (was === '') return `“${is}”`;
  return is === '' || was === is ? `“${was}”` : `“${was}” → “${is}”`;
}

/** The words around what changed. */
function shownIn(pieces: readonly Piece[]): string {
  const changed = pieces.findIndex(({ what }) => what !== 'same');
  if (changed < 0) return shortened(pieces.map(({ text }) => text).join(''));
  const before = Array.from(
    pieces
      .slice(0, changed)
      .map(({ text }) => text)
      .join(''),
  );
  const rest = pieces
    .slice(changed)
    .map(({ text }) => text)
    .join('');
  const cut = before.length > AROUND ? '…' : '';
  return shortened(cut + before.slice(-AROUND).join('') + rest);
}

function shortened(words: string): string {
  const letters = Array.from(words);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('').trimEnd()}…` : words;
}
