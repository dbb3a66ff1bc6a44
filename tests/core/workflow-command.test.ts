import { describe, expect, test } from 'vitest';
import { problem } from '../../src/core/problem.ts';
import { toWorkflowCommand } from '../../src/core/workflow-command.ts';

describe('A problem is told to GitHub Actions in one line', () => {
  test.each([
    [
      'with its place',
      problem('malformed-mdx', { path: 'a/index.mdx', line: 3, column: 5 }, 'Wrong.', 'Mend it.'),
      '::error file=a/index.mdx,line=3,col=5,title=malformed-mdx::Wrong.%0AMend it.',
    ],
    [
      'with its file',
      problem('malformed-mdx', { path: 'a/index.mdx' }, 'Wrong.', 'Mend it.'),
      '::error file=a/index.mdx,title=malformed-mdx::Wrong.%0AMend it.',
    ],
    [
      'without either',
      { ...problem('malformed-mdx', { path: 'a' }, 'Wrong.', 'Mend it.'), position: 'unavailable' as const },
      '::error title=malformed-mdx::Wrong.%0AMend it.',
    ],
    [
      'whatever is in its words',
      problem('malformed-mdx', { path: 'a' }, '100 %, a: b', '\u001B[2J\r\n::error::'),
      '::error file=a,title=malformed-mdx::100 %25, a: b%0A<U+001B>[2J<U+000D><U+000A>::error::',
    ],
    [
      'whatever is in the name of its file',
      problem('malformed-mdx', { path: 'a,b:c%d\n\u202E' }, 'A.', 'B.'),
      '::error file=a%2Cb%3Ac%25d<U+000A><U+202E>,title=malformed-mdx::A.%0AB.',
    ],
  ])('%s.', (_, found, command) => {
    expect(toWorkflowCommand(found)).toBe(command);
  });
});
