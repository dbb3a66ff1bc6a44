import { describe, expect, test } from 'vitest';
import { readTree } from '../../src/core/tree.ts';

const nested = (levels: number) => '<Remark id="a">'.repeat(levels) + 'a' + '</Remark>'.repeat(levels);

describe('A file that can be parsed', () => {
  test.each(['', 'A <Claim id="a">b</Claim>.\n', `${'> '.repeat(100)}a`, nested(100)])(
    'has its tree, and no problem: %#',
    (body) => {
      const { tree, problems } = readTree('index.mdx', body);
      expect(tree!.type).toBe('root');
      expect(problems).toEqual([]);
    },
  );
});

describe('A file that cannot be parsed has one problem and no tree:', () => {
  test.each([
    ['it is too deep before it is parsed', `One.\n\n${'> '.repeat(101)}a`, { line: 3, column: 1 }],
    ['it is too deep once it is parsed', nested(250), { line: 1, column: 2986 }],
  ])('%s.', (_, body, place) => {
    expect(readTree('a/index.mdx', body)).toEqual({
      problems: [
        {
          id: 'malformed-mdx',
          severity: 'error',
          message: expect.stringMatching(/^Here more than 100 lists, .*emphasis\.$/) as string,
          hint: 'Write it with fewer. The rest of this file was not checked.',
          position: { path: 'a/index.mdx', ...place },
        },
      ],
    });
  });

  test('its parser gives up, and cannot say where.', () => {
    expect(readTree('a/index.mdx', '[a ^[](u) b]')).toEqual({
      problems: [
        {
          id: 'malformed-mdx',
          severity: 'error',
          message: expect.stringMatching(/^The parser of MDX gives up: \w.*[^.]\.$/) as string,
          hint: expect.stringMatching(/^Close each element .* Nothing of this file was checked\.$/) as string,
          position: { path: 'a/index.mdx' },
        },
      ],
    });
  });

  test('it is no MDX.', () => {
    expect(readTree('a/index.mdx', 'One.\n\nA b</Claim>.')).toEqual({
      problems: [
        {
          id: 'malformed-mdx',
          severity: 'error',
          message: '`</Claim>` closes what was never opened.',
          hint: 'Open it before its words, or take it out. The rest of this file was not checked.',
          position: { path: 'a/index.mdx', line: 3, column: 4, end: { line: 3, column: 12 } },
        },
      ],
    });
  });
});
