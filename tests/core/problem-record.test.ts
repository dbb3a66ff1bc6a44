import { describe, expect, test } from 'vitest';
import { problem } from '../../src/core/problem.ts';
import { toRecord } from '../../src/core/problem-record.ts';
import { toWorkflowCommand } from '../../src/core/workflow-command.ts';

const place = { path: 'content/a, b: c.mdx', line: 3, column: 5, end: { line: 3, column: 9 } };
const found = problem('unknown-source', place, '100% of it:\r\nnothing, so to say.', 'Mend it.');
const ofFile = problem('missing-original', { path: 'a.mdx' }, 'Nothing there.', 'Put it there.');
const ofSite = problem('missing-publisher', 'unavailable', 'Nobody.', 'Say who.');

describe('A problem for programs', () => {
  test('has its place, the text of its line, and where it is explained.', () => {
    expect(toRecord(found, { text: 'A line.', documentation: '/handbook/problems/unknown-source/' })).toEqual(
      {
        id: 'unknown-source',
        severity: 'error',
        message: '100% of it:\r\nnothing, so to say.',
        hint: 'Mend it.',
        path: 'content/a, b: c.mdx',
        line: 3,
        column: 5,
        endLine: 3,
        endColumn: 9,
        text: 'A line.',
        documentation: '/handbook/problems/unknown-source/',
      },
    );
  });

  test('has what is known of it, and no more.', () => {
    expect(Object.keys(toRecord(ofFile, {}))).toEqual(['id', 'severity', 'message', 'hint', 'path']);
    expect(Object.keys(toRecord(ofSite, {}))).toEqual(['id', 'severity', 'message', 'hint']);
  });
});

describe('A problem for GitHub Actions', () => {
  test('is one line, in which nothing ends the command or one of its properties before its time.', () => {
    expect(toWorkflowCommand(found)).toBe(
      '::error file=content/a%2C b%3A c.mdx,line=3,col=5,title=unknown-source::100%25 of it:<U+000D><U+000A>nothing, so to say.%0AMend it.',
    );
  });

  test('has the place that it has.', () => {
    expect(toWorkflowCommand(ofFile)).toBe(
      '::error file=a.mdx,title=missing-original::Nothing there.%0APut it there.',
    );
    expect(toWorkflowCommand(ofSite)).toBe('::warning title=missing-publisher::Nobody.%0ASay who.');
  });
});
