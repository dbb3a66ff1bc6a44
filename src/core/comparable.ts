/** A text as quotations are compared, and where each piece of it came from. */
export interface Comparable {
  text: string;
  /** For each UTF-16 code unit of `text`: where in the original what it stands for begins, in UTF-16 code units. */
  from: number[];
  /** The same: where it ends. */
  to: number[];
}

/** A run that is the same in every form; jamo to be composed; else a letter with its marks. */
const CLUSTER = /[A-Za-z\d]+(?!\p{M})|[\u1100-\u11FF]+|[\uFF66-\uFF9D][\uFF9E\uFF9F]|\P{M}\p{M}*|\p{M}+/gsu;

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const MARK = /^[“”„‟«»‹›"‘’‚‛'＂＇「」『』｢｣〝〞〟`´′″ʼʻ]$/u;
const DASH = /^(?:\p{Pd}|−)$/u;
const SPACE = /^\s$/u;
const LETTER = /^[\p{L}\p{N}]/u;

/** Letters of another width, ligatures, and the ellipsis in one sign: NFKC undoes them. It would undo 10² too. */
const PRESENTED = /[\u2024-\u2026\uF900-\uFAFF\uFB00-\uFDFF\uFE30-\uFE4F\uFE70-\uFEFC\uFF00-\uFFEF]/u;

/** Scripts that do not part their words, and their punctuation: white space between these is the line's, not the text's. */
const UNPARTED =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65]/u;
const UNPARTED_STOP = /^[\u3000-\u3004\u3008-\u3020\uFF01-\uFF0F\uFF1A-\uFF20]/u;

/**
 * Undoes what may differ between a quotation and its source: the shape of quotation marks and apostrophes, of dashes
 * and hyphens, and the white space around these; runs of white space; composition, width and ligatures; what is not
 * seen at all. Letters, their case, and all other punctuation stay.
 *
 * @param text any text, in any script
 * @returns it with one shape of each: `'`, `-`, a space, `...`
 * @see https://www.unicode.org/reports/tr15/ (NFC; NFKC for forms of presentation only)
 */
export function toComparable(text: string): Comparable {
  const pieces: string[] = [];
  const [from, to]: [number[], number[]] = [[], []];
  let before: Written = { seen: '', shape: '', opens: false };
  let gap = -1;
  for (const { 0: found, index } of text.matchAll(CLUSTER)) {
    const seen = found.replace(INVISIBLE, '');
    if (seen === '') continue;
    if (SPACE.test(seen)) {
      if (gap < 0) gap = index;
      continue;
    }
    const shape = oneShape(seen);
    const opens = (seen === '«' || seen === '‹') && (gap >= 0 || before.seen === '');
    const closes = (seen === '»' || seen === '›') && !LETTER.test(text.slice(index + 1, index + 3));
    if (!isSame(before.shape, shape)) {
      if (gap >= 0 && !closes && counts(before, { seen, shape })) put(' ', gap, gap + 1);
      put(shape, index, index + found.length);
    }
    before = { seen, shape, opens };
    gap = -1;
  }
  return { text: pieces.join(''), from, to };

  function put(piece: string, start: number, end: number) {
    pieces.push(piece);
    // Only a run that is kept as it was has as many units as it came from.
    const isKept = piece.length === end - start;
    for (let unit = 0; unit < piece.length; unit += 1) {
      from.push(isKept ? start + unit : start);
      to.push(isKept ? start + unit + 1 : end);
    }
  }
}

/** What was written last: as it stood, in its one shape, and whether it is a mark that white space follows, « mot. */
interface Written {
  seen: string;
  shape: string;
  opens: boolean;
}

function oneShape(seen: string): string {
  if (MARK.test(seen)) return "'";
  if (DASH.test(seen)) return '-';
  return PRESENTED.test(seen) ? seen.normalize('NFKC') : seen.normalize('NFC');
}

/** Two marks or dashes in a row are one: `--` is a dash, and `''` a quotation mark. */
function isSame(written: string, next: string): boolean {
  return written === next && (next === "'" || next === '-');
}

/** @returns whether white space between what was written and what comes next is the text's own */
function counts(before: Written, next: { seen: string; shape: string }): boolean {
  if (before.shape === '' || before.opens || before.shape === '-' || next.shape === '-') return false;
  if (before.shape.endsWith('.') && next.shape.startsWith('.')) return false;
  return !(UNPARTED_STOP.test(before.seen) || (UNPARTED.test(before.seen) && UNPARTED.test(next.seen)));
}
