import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { toOverlay } from '../../src/build/overlay-message.ts';
import { problem } from '../../src/core/problem.ts';

const FILE = 'tests/fixtures/problems/raw HTML/readings/winter/index.mdx';
const found = problem(
  'unknown-component',
  { path: FILE, line: 10, column: 14, end: { line: 10, column: 16 } },
  'There is no element <b>.',
  'Write it in Markdown.',
);
const warning = problem('unused-source', { path: 'a.yaml' }, 'Nothing rests on it.', 'Cite it.');

test('The overlay shows the most fundamental problem with its place in the file, and the report of all.', () => {
  const told = toOverlay([warning, found], 'http://localhost:4321/repo/');
  expect(told.title).toBe('The content has 1 error');
  expect(told.message).toBe('There is no element <b>.\n\nWrite it in Markdown.');
  expect(told.loc).toEqual({ file: path.resolve(FILE), line: 10, column: 14 });
  expect(told.fullCode).toBe(readFileSync(FILE, 'utf8'));
  expect(told.stack).toContain('error unknown-component');
  expect(told.stack).toContain('warning unused-source');
  expect(told.hint).toBe(
    'Explained, with examples: [unknown-component](http://localhost:4321/repo/handbook/problems/unknown-component/), [unused-source](http://localhost:4321/repo/handbook/problems/unused-source/)',
  );
});

test('Without a handbook nothing leads to it; without a place none is shown.', () => {
  const told = toOverlay([problem('missing-ledger', { path: FILE }, 'None.', 'Make it.')], undefined);
  expect(Object.keys(told)).toEqual(['name', 'title', 'message', 'stack', 'plugin']);
});
