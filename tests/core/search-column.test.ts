import { describe, expect, test } from 'vitest';
import { readColumn, toColumn } from '../../src/core/search-column.ts';

describe('A column', () => {
  const many = Array.from({ length: 100 }, (_, at) => [`value ${at}`, `value ${(at * 7) % 100}`]);

  test.each<[what: string, byRecord: string[][]]>([
    ['one value', [['a']]],
    ['none at all', [[], [], []]],
    ['the same again and again', [['a'], ['a'], [], [], ['a', 'b'], ['a', 'b'], ['b', 'a']]],
    ['values with the signs that it is written in', [['-'], [''], ['a,b'], ['.'], ['-', ',']]],
    ['more values than there are letters', many],
  ])('of %s says what each record has, as it was.', (_, byRecord) => {
    const written = JSON.stringify(toColumn(byRecord));
    expect(readColumn(JSON.parse(written) as ReturnType<typeof toColumn>)).toEqual(byRecord);
  });

  test('writes nothing where a record has what the one before it has.', () => {
    expect(toColumn([['x'], ['x'], [], [], ['y', 'x']])).toEqual({
      values: ['x', 'y'],
      records: '0,,-,,1.0',
    });
  });
});
