import { type Place, problem, type Problem } from './problem.ts';

/**
 * Letters of the longest file that is read, in UTF-16 code units: “War and Peace” has 3.2 million, and `npm run new`
 * takes 5 MB, which Markdown’s signs make longer.
 */
const LONGEST_FILE = 8_000_000;

/**
 * What no page, feed or file of data can hold: control characters that are no white space, halves of surrogate pairs,
 * and what Unicode will never give out. Form feeds are in plain texts, and the next-line sign is in those of mainframes.
 *
 * @see https://html.spec.whatwg.org/multipage/dom.html#text-content @see https://www.w3.org/TR/xml/#charsets
 */
const ILLEGIBLE = /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\uFDD0-\uFDEF]|\p{Cs}|[\uFFFE\uFFFF]/u;
const EACH_ILLEGIBLE = new RegExp(ILLEGIBLE, 'gu');

/**
 * Judges what has to be judged before a file is parsed: that it is no longer than can be read in reasonable time, and
 * holds nothing but letters, signs and white space.
 *
 * @param file path for messages, its text, and the line of the file on which that begins (from 1)
 * @param id what to report where it is not so
 * @returns the one problem; the rest of such a file is not looked at
 */
export function refuseIllegible(
  { path, text, firstLine = 1 }: { path: string; text: string; firstLine?: number },
  id: 'malformed-mdx' | 'malformed-yaml',
): Problem | undefined {
  if (text.length > LONGEST_FILE) {
    const message = `The file has ${millions(text.length)} million characters; more than ${millions(LONGEST_FILE)} million are not read.`;
    return problem(id, { path }, message, 'Shorten it, or make several of it. Nothing in it was checked.');
  }
  const sign = illegibleIn(text);
  if (!sign) return undefined;
  const { line, column } = placeOf(text, sign.at);
  const message = `${sign.name} stands here, which no page can show.`;
  const hint =
    'Take it out; if it is in a text, from its original too. The rest of this file was not checked.';
  return problem(id, { path, line: line + firstLine - 1, column }, message, hint);
}

/**
 * @param text any
 * @returns the first sign in it that no page can show, and where, in UTF-16 code units
 */
export function illegibleIn(text: string): { name: string; at: number } | undefined {
  const found = ILLEGIBLE.exec(text);
  if (!found) return undefined;
  const code = found[0].codePointAt(0)!;
  const kind = /\p{Cc}/u.test(found[0]) ? 'control character' : 'code point';
  return { name: `The ${kind} U+${code.toString(16).toUpperCase().padStart(4, '0')}`, at: found.index };
}

/**
 * @param text of somebody else, who cannot be asked to mend it
 * @returns it with U+FFFD in place of every sign that no page can show
 */
export function makeLegible(text: string): string {
  return text.replace(EACH_ILLEGIBLE, '\uFFFD');
}

function millions(count: number): string {
  return (count / 1_000_000).toFixed(1).replace('.0', '');
}

function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
