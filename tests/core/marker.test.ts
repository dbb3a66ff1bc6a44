import { describe, expect, test } from 'vitest';
import * as marker from '../../src/core/marker.ts';
import { OWN_PARTS, standInFor, withCase } from '../../src/core/stand-in.ts';

const { piecesOf, plainly, withoutMarkers, ...named } = marker;
const MARKERS = Object.entries(named);

test('No two markers are the same.', () => {
  expect(new Set(Object.values(named)).size).toBe(MARKERS.length);
});

describe('What is given to citeproc', () => {
  test.each(MARKERS)('has no %s of its own.', (_, sign) => {
    expect(plainly(`a${sign}b${sign}`)).toBe('ab');
  });

  test('has no stand-in of its own, and nothing that would be taken for markup.', () => {
    for (const part of OWN_PARTS) expect(plainly(`a ${standInFor(part)}`)).toBe('a xx');
    expect(plainly('a <i>b</i>')).not.toContain('<');
    expect(plainly('\uDFFF\uE020 a & b > c')).toBe('\uDFFF\uE020 a & b > c');
  });

  test('is so in every value of a record, which keeps its form.', () => {
    const record = {
      title: `A${marker.ITALIC}`,
      author: [{ family: `B${marker.TITLE}`, suffix: null }, `C${marker.LINK}`],
      issued: { 'date-parts': [[2025, 11]] },
      none: undefined,
      isKnown: true,
    };
    expect(plainly(record)).toStrictEqual({
      title: 'A',
      author: [{ family: 'B', suffix: null }, 'C'],
      issued: { 'date-parts': [[2025, 11]] },
      none: undefined,
      isKnown: true,
    });
  });
});

describe('What citeproc gives back', () => {
  test.each(MARKERS)('is parted at %s.', (_, sign) => {
    expect(piecesOf(`a${sign}b`)).toEqual(['a', sign, 'b']);
  });

  test('is parted at what stands for a record’s own words, in whatever case.', () => {
    for (const part of OWN_PARTS)
      for (const standIn of [standInFor(part), standInFor(part).toUpperCase()])
        expect(piecesOf(`a ${standIn}, b`)).toEqual(['a ', standIn, ', b']);
    const lower = withCase(standInFor('title'), 'lowercase')!;
    expect(piecesOf(`${lower}b`)).toEqual(['', lower, 'b']);
  });

  test('has its signs again.', () => {
    expect(piecesOf(plainly('a < b <i>'))).toEqual(['a < b <i>']);
    expect(piecesOf(`${plainly('a < b')}${marker.ITALIC}${plainly('<')}`)).toEqual([
      'a < b',
      marker.ITALIC,
      '<',
    ]);
  });

  test('is words alone without its markers.', () => {
    expect(withoutMarkers(`a${marker.ITALIC}b${marker.QUOTED_TITLE} ${standInFor('URL')}`)).toBe('ab xx');
  });
});
