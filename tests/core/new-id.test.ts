import { describe, expect, test } from 'vitest';
import { newId } from '../../src/core/import/new-id.ts';

describe('An id is made of the marked words', () => {
  test.each<[quote: string, id: string]>([
    ['The river froze', 'the-river-froze'],
    ['one two three four five six', 'one-two-three-four-five'],
    ['well_known – and – “seen”', 'well-known-and-seen'],
    ['Cafe\u0301', 'café'],
    ['x'.repeat(60), 'x'.repeat(48)],
    [`${'x'.repeat(47)} y`, 'x'.repeat(47)],
    ['𠀀'.repeat(60), '𠀀'.repeat(48)],
    ['p4', 'note-p4'],
    ['…', 'note'],
    ['taken', 'taken-3'],
  ])('“%s”: %s.', (quote, id) => {
    expect(newId(quote, new Set(['taken', 'taken-2']), 'note')).toBe(id);
  });

  test('with a number where even what nameless ones are called is taken.', () => {
    expect(newId('…', new Set(['note']), 'note')).toBe('note-2');
  });
});
