import { expect, test } from 'vitest';
import { readingsMissed, readPage } from '../../src/core/page.ts';
import { isError, isNotForRelease } from '../../src/core/problem.ts';

const read = (head: string) =>
  readPage({ path: 'about.mdx', mdx: `---\ntitle: About\n${head}---\n\nWords.\n` });

test('A page that tells of a reading that is gone is a warning, and is not published at a release.', () => {
  const { page, problems } = read('readings: [winter, summer]\n');
  expect(problems).toEqual([]);
  expect(readingsMissed([page!], ['winter', 'summer'])).toEqual([]);
  const [missed, ...rest] = readingsMissed([page!], ['winter']);
  expect(rest).toEqual([]);
  expect(missed!.position).toMatchObject({ path: 'about.mdx', line: 3, column: 20 });
  expect([isError(missed!), isNotForRelease(missed!)]).toEqual([false, true]);
});

test('A page that names no reading tells of none.', () => {
  expect(readingsMissed([read('').page!], [])).toEqual([]);
});
