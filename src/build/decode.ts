import { analyse } from 'chardet';
import { didYouMean } from '../core/nearest.ts';
import { Refused } from '../core/draft/draft.ts';
import { seemsToBe } from './signature.ts';

/** A text, decoded. */
export interface Decoded {
  text: string;
  /** As the Encoding Standard names it, in lower case. */
  encoding: string;
  /** What was assumed, in full sentences. */
  said: string[];
}

/** Marks of byte order. @see https://encoding.spec.whatwg.org/#bom-sniff */
const MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** How sure the guess must be, of 100. Between tongues of one script a few letters decide, and 20 is much. */
const SURE = 20;

/** Bytes that are enough to guess by, and how many of them before the first that is not UTF-8. */
const SAMPLE = 100_000;
const BEFORE = 1_000;

/** Letters that Ukrainian has in KOI8-U, and KOI8-R lines of boxes. */
const UKRAINIAN_LETTERS = /[єіїґЄІЇҐ]/u;

/** No text has them: other control characters than those that space lines, and what Unicode keeps out of texts. */
const NEVER_IN_TEXT = /[\0-\x08\x0B\x0E-\x1F\x7F-\x84\x86-\x9F]|\p{Noncharacter_Code_Point}/u;

/** Names that a misspelt one is compared with. */
const COMMON = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
];

/**
 * Decodes a file of text: as it is told, else by its byte order mark, else as UTF-8 where it is valid, else as what its
 * bytes look like.
 *
 * @param bytes the file's
 * @param encoding its encoding, by any name that the Encoding Standard knows
 * @throws Refused where it is no text, its encoding cannot be told or is not known, or a byte does not belong to it
 * @see https://encoding.spec.whatwg.org/
 */
export function decode(bytes: Uint8Array, encoding?: string): Decoded {
  const seeming = seemsToBe(bytes);
  if (seeming) throw new Refused(`It is no text: it seems to be ${seeming.what}. ${seeming.advice}`);
  if (encoding !== undefined) return withoutControls(decodeAs(bytes, encoding, []));
  return withoutControls(byMark(bytes) ?? asUtf8(bytes) ?? asUtf16(bytes) ?? byLooks(bytes));
}

function byMark(bytes: Uint8Array): Decoded | undefined {
  const mark = MARKS.find(([beginning]) => beginning.every((byte, index) => bytes[index] === byte));
  if (!mark) return undefined;
  const [, encoding] = mark;
  return decodeAs(bytes, encoding, [`Its byte order mark says ${encoding}; the mark itself was left out.`]);
}

function asUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = bytes.includes(0) ? undefined : tryToDecode(bytes, 'utf-8');
  return text === undefined ? undefined : { text, encoding: 'utf-8', said: [] };
}

/** Without its mark it is known by the zero bytes that Latin letters, spaces and line feeds have on one side. */
function asUtf16(bytes: Uint8Array): Decoded | undefined {
  if (!bytes.includes(0)) return undefined;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = tryToDecode(bytes, encoding);
    if (text !== undefined && !NEVER_IN_TEXT.test(text) && /[ \n]/.test(text))
      return { text, encoding, said: [assumed(encoding)] };
  }
  throw new Refused('It is no text: it holds zero bytes.');
}

function byLooks(bytes: Uint8Array): Decoded {
  const guesses = guess(bytes);
  const [best] = guesses;
  if (best && best.confidence >= SURE) {
    const { text, encoding } = best;
    return { text, encoding, said: [assumed(encoding)] };
  }
  const likely = guesses.map(({ encoding }) => encoding).slice(0, 3);
  const perhaps = likely.length > 0 ? ` It may be ${likely.join(', ')}.` : '';
  throw new Refused(
    `It is not UTF-8 (the byte at offset ${undecodableAt(bytes, 'utf-8')} does not fit), and what else it is cannot be told with confidence.${perhaps} Name its encoding, as in --encoding windows-1252.`,
  );
}

/** What the bytes may be, the likeliest first. */
function guess(bytes: Uint8Array): { text: string; encoding: string; confidence: number }[] {
  const from = Math.max(0, undecodableAt(bytes, 'utf-8')! - BEFORE);
  return analyse(bytes.subarray(from, from + SAMPLE)).flatMap(({ name, confidence }) => {
    // The two differ in eight places only, and prose has no lines of boxes there.
    const text = tryToDecode(bytes, name === 'KOI8-R' ? 'koi8-u' : name);
    if (text === undefined || NEVER_IN_TEXT.test(text) || confidence === 0) return [];
    const encoding = name === 'KOI8-R' && UKRAINIAN_LETTERS.test(text) ? 'koi8-u' : name.toLowerCase();
    return [{ text, encoding, confidence }];
  });
}

function assumed(encoding: string): string {
  return `Its encoding was taken to be ${encoding}, by its bytes; if letters are wrong, name another: --encoding NAME.`;
}

function decodeAs(bytes: Uint8Array, encoding: string, said: string[]): Decoded {
  if (!isKnown(encoding))
    throw new Refused(`There is no encoding \`${encoding}\`.${didYouMean(encoding, COMMON)}`);
  const text = tryToDecode(bytes, encoding);
  if (text !== undefined) return { text, encoding: encoding.toLowerCase(), said };
  throw new Refused(
    `It is not ${encoding}: the byte at offset ${undecodableAt(bytes, encoding)} does not fit. Where its encoding is another, name it: --encoding NAME.`,
  );
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

function tryToDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where the first byte stands that does not belong to an encoding: found by halves, for decoders do not tell. */
function undecodableAt(bytes: Uint8Array, encoding: string): number | undefined {
  if (tryToDecode(bytes, encoding) !== undefined) return undefined;
  let [fits, fails] = [0, bytes.length + 1];
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (canBegin(bytes.subarray(0, middle), encoding) && middle <= bytes.length) fits = middle;
    else fails = middle;
  }
  return fits;
}

/** Whether bytes can be the beginning of a text. */
function canBegin(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function withoutControls(decoded: Decoded): Decoded {
  const found = NEVER_IN_TEXT.exec(decoded.text);
  if (!found) return decoded;
  const lines = decoded.text.slice(0, found.index).split(/\r\n|\r|\n/);
  const place = `${lines.length}:${lines.at(-1)!.length + 1}`;
  const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  throw new Refused(
    `It is no text, or not ${decoded.encoding}: at ${place} it holds U+${code}, which no text has. Where its encoding is another, name it: --encoding NAME.`,
  );
}
