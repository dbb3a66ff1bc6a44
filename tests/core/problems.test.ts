import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { report } from '../../src/build/report.ts';
import { type Problem, PROBLEMS, type ProblemId } from '../../src/core/problem.ts';
import { TODAY } from './support/reading.ts';

/** Every folder is a content folder with one thing wrong, and the report that an editor reads. */
const FIXTURES = path.join(import.meta.dirname, '../fixtures/problems');
const names = readdirSync(FIXTURES).sort();

/** Problems that no fixture can have, and why. */
const ELSEWHERE: Partial<Record<ProblemId, string>> = {
  'missing-site-address': 'it is about the site, not about its content',
  'missing-publisher': 'it is asked for at a release only',
};

const readFixture = (name: string) => readContent(path.join(FIXTURES, name), TODAY);

describe('What is wrong is told with its place and its remedy:', () => {
  test.each(names)('%s.', async (name) => {
    // As `npm run check` would print it in the folder.
    const told = report(readFixture(name).problems).replaceAll(`${path.join(FIXTURES, name)}${path.sep}`, '');
    await expect(`${told}\n`).toMatchFileSnapshot(path.join(FIXTURES, name, 'report.txt'));
  });
});

describe('Of all fixtures together,', () => {
  let before: Record<string, string>;
  let problems: readonly Problem[];
  beforeAll(() => {
    before = fingerprints();
    problems = names.flatMap((name) => readFixture(name).problems);
  });

  test('some has each problem of the table, unless there is a reason.', () => {
    const met = new Set(problems.map(({ id }) => id));
    const expected = (Object.keys(PROBLEMS) as ProblemId[]).filter((id) => !(id in ELSEWHERE));
    expect([...met].sort()).toEqual(expected.sort());
  });

  test('every problem says what happened and what to do in whole sentences.', () => {
    for (const { message, hint } of problems) {
      for (const words of [message, hint]) {
        expect(words).toMatch(/^[\p{Lu}`“<].*[.?]$/su);
        expect(words).not.toMatch(/undefined|\[object|[.?]\.$/);
      }
    }
  });

  test('none is written to by reading it.', () => {
    expect(fingerprints()).toEqual(before);
  });
});

test('Every fixture has exactly the files of a content folder, and a report.', () => {
  for (const name of names) {
    const optional = ['pages', 'site.yaml', 'styles'];
    const files = readdirSync(path.join(FIXTURES, name)).filter((file) => !optional.includes(file));
    expect(files.sort(), name).toEqual(['readings', 'report.txt', 'sources']);
  }
});

test('A file that cannot be parsed has its one problem, and the reading beside it all of its own.', () => {
  const { readings, problems } = readFixture('a file that cannot be parsed beside one that can');
  const idsIn = (slug: string) =>
    problems.filter(({ position }) => JSON.stringify(position).includes(`/${slug}/`));
  expect(idsIn('autumn').map(({ id }) => id)).toEqual(['malformed-mdx']);
  expect(idsIn('winter').map(({ id }) => id)).toEqual(['duplicate-id', 'note-without-mark']);
  expect(readings.map(({ slug }) => slug)).toEqual(['winter']);
});

test('What stands for a record that cannot be read is not published.', () => {
  const { readings, sources } = readFixture('a source record that is cited and cannot be read');
  expect(readings).toHaveLength(1);
  expect([...sources.keys()]).toEqual(['winter-post']);
});

test('A folder without content has no readings and no problems.', () => {
  expect(readContent(path.join(FIXTURES, 'there is no such folder'), TODAY)).toEqual({
    readings: [],
    frozen: [],
    sources: new Map(),
    publication: {},
    pages: new Map(),
    files: new Map(),
    problems: [],
  });
});

/** Every file of the fixtures, and what is in it. */
function fingerprints(): Record<string, string> {
  const files = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}
