import { readReading, type Reading } from '../../../src/core/reading.ts';
import type { Problem } from '../../../src/core/problem.ts';
import type { Source } from '../../../src/core/source.ts';

/** The day on which every test takes place. */
export const TODAY = '2026-11-22';

/** The text’s own record, and one that is later. */
export const SOURCES: ReadonlyMap<string, Source> = new Map(
  [
    { key: 'post', type: 'post-weblog', issued: '2025-11/2025-12~', consulted: true } as const,
    { key: 'earlier', type: 'report', issued: '2025-12-31', consulted: true } as const,
    { key: 'later', type: 'report', issued: '2026-01', consulted: true } as const,
    { key: 'undated', type: 'webpage', consulted: true } as const,
  ].map((source) => [source.key, source]),
);

/** @returns what stands before the body in the file of a text that `read` reads */
export function headOf(language = 'en-GB', more = ''): string {
  return `---\ntitle: Test\nauthor: [{ literal: A. Writer }]\nlanguage: ${language}\nsource: post\n${more}---\n\n`;
}

/**
 * Reads a text as if it were a published reading’s body.
 *
 * @param body the MDX after the front matter
 * @param options the original, if the MDX is to be compared with one; the language of the text; its timeline
 *   and corrections; more lines of front matter, each with its line feed
 * @returns the reading, and its problems, apart from the files that a test leaves out
 */
export function read(
  body: string,
  {
    original,
    language = 'en-GB',
    timeline,
    corrections,
    more = '',
  }: { original?: string; language?: string; timeline?: string; corrections?: string; more?: string } = {},
): { reading: Reading; problems: Problem[] } {
  const { reading, problems } = readReading(
    {
      slug: 'test',
      path: 'index.mdx',
      mdx: headOf(language, more) + body,
      ...(original !== undefined && { original: { path: 'original.txt', text: original } }),
      ...(timeline !== undefined && { timeline: { path: 'timeline.yaml', yaml: timeline } }),
      ...(corrections !== undefined && { corrections: { path: 'corrections.yaml', yaml: corrections } }),
    },
    SOURCES,
    TODAY,
  );
  if (!reading) throw new Error(problems.map(({ message }) => message).join('\n'));
  const missing = original === undefined ? ['missing-ledger', 'missing-original'] : ['missing-ledger'];
  return { reading, problems: problems.filter(({ id }) => !missing.includes(id)) };
}

/** A mark that needs no evidence. */
export function claim(id: string, words: string): string {
  return `<Claim id="${id}" status="opinion" checked="${TODAY}">${words}</Claim>`;
}
