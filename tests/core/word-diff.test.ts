import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords, type Piece } from '../../src/core/word-diff.ts';

const SIGNS: Record<Piece['what'], [string, string]> = {
  same: ['', ''],
  gone: ['[-', '-]'],
  new: ['{+', '+}'],
};
const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ what, text }) => SIGNS[what].join(text))
    .join('');

test.each([
  ['nothing', 'It is cold.', 'It is cold.', 'It is cold.'],
  ['a word', 'at the UN', 'to the UN', '[-at-]{+to+} the UN'],
  [
    'a phrase',
    'an ambassador to the UN, told',
    'a minister, told',
    '[-an ambassador to the UN-]{+a minister+}, told',
  ],
  ['a sign', '“guarantees.', '“guarantees.”', '“guarantees.{+”+}'],
  ['a spelling', 'a cease-fire of', 'a ceasefire of', 'a [-cease-fire-]{+ceasefire+} of'],
  ['what is put at the end', 'It is cold.', 'It is cold. And wet.', 'It is cold.{+ And wet.+}'],
  ['everything', 'Snow', 'Ice', '[-Snow-]{+Ice+}'],
  [
    'words without spaces between them',
    '天気は寒いです。',
    '天気は暑いです。',
    '天気は[-寒い-]{+暑い+}です。',
  ],
  ['from nothing', '', 'Snow', '{+Snow+}'],
])('The difference of two wordings shows %s.', (_, before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test('The pieces are the two wordings again.', () => {
  const words = fc.array(fc.constantFrom('the ', 'cold', ' ', 'war', '. ', '“', 'é', '雪', '\n'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const without = (what: Piece['what']) =>
        diffWords(before, after)
          .filter((piece) => piece.what !== what)
          .map(({ text }) => text)
          .join('');
      expect(without('new')).toBe(before);
      expect(without('gone')).toBe(after);
    }),
  );
});
