import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { problem, type Problem } from '../core/problem.ts';

/** Says of a file of the content that it cannot be read. */
class Unreadable extends Error {
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.message);
    this.problem = found;
  }
}

/**
 * Reads a file of the content.
 *
 * @param file path
 * @returns its text, with a byte order mark where it has one
 * @throws Unreadable where it cannot be read, or is not in UTF-8: letters would be lost without a word
 */
export function readText(file: string): string {
  const bytes = bytesOf(file);
  const text = bytes.toString();
  if (!isUtf8(bytes)) throw new Unreadable(notUtf8(file, bytes, text));
  return text;
}

/**
 * @param problems to which it is added, where a file cannot be read
 * @param read reads files
 * @returns what was read, if it could be
 */
export function unlessUnreadable<Read>(problems: Problem[], read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    problems.push(error.problem);
    return undefined;
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const why =
      code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'this user may not read it' : message;
    const hint = 'Put a file of text in its place that whoever builds the site may read.';
    throw new Unreadable(
      problem('unreadable-file', { path: file }, `The file cannot be read: ${why}.`, hint),
    );
  }
}

function notUtf8(file: string, bytes: Buffer, text: string): Problem {
  const lines = text.slice(0, firstReplaced(bytes, text)).split('\n');
  return problem(
    'unreadable-file',
    { path: file, line: lines.length, column: lines.at(-1)!.length + 1 },
    'The file is not in UTF-8: here stands a byte that is no letter in it.',
    'Save it as UTF-8, and look whether all letters of other alphabets are as they should be.',
  );
}

/** Where the decoder has put the sign for what is no letter (U+FFFD), and the file itself has none. */
function firstReplaced(bytes: Buffer, text: string): number {
  let at = text.indexOf('\uFFFD');
  while (bytes.subarray(Buffer.byteLength(text.slice(0, at))).indexOf('\uFFFD') === 0)
    at = text.indexOf('\uFFFD', at + 1);
  return at;
}
