import { describe, expect, test } from 'vitest';
import { isQuotedFrom, quotedWords } from '../../src/core/quotation.ts';

describe('What a mark quotes is', () => {
  test.each([
    [
      'what stands between quotation marks',
      'they call it “turbulent diplomacy” — marked',
      ['turbulent diplomacy'],
    ],
    ['each stretch of it', 'yet “more chaotic” than “either”', ['more chaotic', 'either']],
    ['the same between straight ones', 'a "peace deal" now', ['peace deal']],
    ['the same between guillemets', 'це «мир» зараз', ['мир']],
    ['the same between low ones', 'ein „Frieden“ jetzt', ['Frieden']],
    ['all to the end where it is never closed', 'vague “security guarantees.', ['security guarantees.']],
    ['all of it where there are no quotation marks', 'less a peace process', ['less a peace process']],
    ['the same between single ones', 'he called it ‘cold’ and ‘dark’', ['cold', 'dark']],
    ['the same where apostrophes stand inside', 'she said ‘it’s cold’ twice', ['it’s cold']],
    ['the same between reversed guillemets', 'ein »Frieden« jetzt (»bald«)', ['Frieden', 'bald']],
    ['the same between two pairs of guillemets', '«un» et «deux»', ['un', 'deux']],
    ['all to the end where a single one is never closed', 'called it ‘a cold', ['a cold']],
    [
      'all of it where there are only apostrophes',
      'Ukraine’s leaders’ choice',
      ['Ukraine’s leaders’ choice'],
    ],
    [
      'a quotation of single ones with the double ones inside it',
      '‘he said “no” twice’',
      ['he said “no” twice'],
    ],
    ['a quotation with the one inside it', '“he said ‘no’ twice,”', ['he said ‘no’ twice,']],
  ])('%s.', (_, marked, expected) => {
    expect(quotedWords(marked)).toEqual(expected);
  });
});

describe('Words stand in an excerpt although', () => {
  test.each([
    ['the apostrophe has another shape', 'Ukraine’s red lines', "Ukraine's red lines are clear"],
    [
      'the quotation marks inside have another shape',
      'a “non-paper” it was',
      'a "non-paper" it was, he said',
    ],
    [
      'the quotation ends in a comma of its own',
      'the third major attempt,',
      'the third major attempt to regulate',
    ],
    [
      'the quotation ends in a full stop of its own',
      'security guarantees.',
      'vague security guarantees for Kyiv',
    ],
    ['it ends in three dots', 'still need to…', 'We still need to get there'],
    ['lines are broken elsewhere', 'pretends to negotiate', 'Russia pretends\n  to negotiate'],
    ['letters are composed otherwise', 'naïve', 'to be nai\u0308ve'],
    ['it stands inside other words before', 'peace', 'peacekeeping, and peace.'],
    ['a hyphen follows', 'peace', 'a peace-keeping force'],
    ['its script does not part words', '和平', '促进和平协议'],
  ])('%s.', (_, words, excerpt) => {
    expect(isQuotedFrom(words, excerpt)).toBe(true);
  });
});

describe('Words do not stand in an excerpt where', () => {
  test.each([
    ['one is another', 'a cold winter', 'a hard winter'],
    ['one is left out', 'a long cold winter', 'a long winter'],
    ['punctuation inside differs', 'cold, dark winter', 'cold dark winter'],
    ['a capital differs', 'Cold winter', 'a cold winter'],
    ['a dash has another length', 'cold – dark', 'cold — dark'],
    ['there is no excerpt', 'a cold winter', ''],
    ['it is the beginning of a longer word', 'peace', 'peacekeeping'],
    ['it is the end of a longer word', 'war', 'a postwar order'],
    ['it is part of a number', '14', 'some 140 boats'],
    ['an accent follows its last letter', 'caf', 'a cafe\u0301'],
    ['it is nothing but punctuation', '…', 'a cold … winter'],
    ['it is nothing at all', ' ', 'a cold winter'],
  ])('%s.', (_, words, excerpt) => {
    expect(isQuotedFrom(words, excerpt)).toBe(false);
  });
});
