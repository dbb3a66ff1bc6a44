import { describe, expect, test } from 'vitest';
import { findConflict } from '../../src/core/ledger-conflict.ts';

const conflictIn = (...lines: string[]) => findConflict({ path: 'anchors.json', json: lines.join('\n') });

const [edition, anchor, annotation] = [
  (number: number) => `    {"edition":${number},"date":"2026-01-01"},`,
  (name: string) => `    {"anchor":"${name}","kind":"heading"},`,
  (name: string) => `    {"annotation":"${name}","edition":1}`,
];

describe('Two branches have changed a ledger', () => {
  test.each([['<<<<<<< HEAD'], ['<<<<<<<'], ['======='], ['>>>>>>> other'], ['||||||| base']])(
    'where git has put `%s` in.',
    (mark) => {
      expect(conflictIn('{', edition(1), mark, anchor('p1'))).toMatchObject({
        id: 'conflicting-ledger',
        message: 'Two branches have changed this ledger.',
        position: { path: 'anchors.json', line: 3, column: 1 },
        hint: expect.stringContaining('npm run anchors -- --onto REF') as unknown,
      });
    },
  );

  test('where a merge has put lines in twice: what both gave out is told, and the first line that is one too many.', () => {
    const lines = [
      edition(1),
      edition(2),
      edition(2),
      anchor('p1'),
      anchor('a'),
      anchor('p1'),
      annotation('b'),
      annotation('b'),
    ];
    expect(conflictIn('{', ...lines)).toMatchObject({
      message: 'Two branches have changed this ledger. Both have edition 2, `p1` and `b`.',
      position: { line: 4 },
    });
  });

  test('where only a name stands twice.', () => {
    expect(conflictIn(anchor('p1'), anchor('p2'), anchor('p2'))).toMatchObject({
      message: 'Two branches have changed this ledger. Both have `p2`.',
      position: { line: 3 },
    });
  });

  test('where an edition stands three times, which is told once.', () => {
    expect(conflictIn(edition(12), edition(12), edition(12))).toMatchObject({
      message: 'Two branches have changed this ledger. Both have edition 12.',
      position: { line: 2 },
    });
  });

  test('where git’s marks come after what stands twice, the marks are the place.', () => {
    expect(conflictIn(edition(1), edition(1), '=======')).toMatchObject({
      message: 'Two branches have changed this ledger. Both have edition 1.',
      position: { line: 3 },
    });
  });
});

describe('There is no conflict', () => {
  test.each([
    ['where every line is there once', [edition(1), edition(2), anchor('p1'), annotation('note')]],
    ['where lines have no name', ['  ],', '  ],', '{', '{', '']],
    ['where an anchor and an annotation have one name', [anchor('note'), annotation('note')]],
    ['where editions have numbers of which one begins the other', [edition(1), edition(12)]],
    ['where a mark is not at the beginning of its line', [' <<<<<<< HEAD', 'a =======']],
    ['where a mark is longer or shorter than git’s', ['<<<<<<<<', '======', '>>>>>>>>> a', '|||||||a']],
    [
      'where words in a line are those of a name',
      ['"finding":"{"anchor":"p1"', '"finding":"{"anchor":"p1"', 'x{"edition":1', 'x{"edition":1'],
    ],
  ])('%s.', (_, lines) => {
    expect(conflictIn(...lines)).toBeUndefined();
  });
});
