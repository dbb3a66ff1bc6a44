import { describe, expect, test } from 'vitest';
import { patternOf } from '../../src/core/quote-pattern.ts';
import {
  findNear,
  findQuote,
  LONGEST_COMPARED,
  missingParts,
  type Near,
  toSearchable,
} from '../../src/core/quote-search.ts';

const TEXT =
  'The office replied in March. Its keeper said: “Four of the nine pipes burst before midnight.” ' +
  'Nobody was hurt, as far as anyone knows. The tenth pipe was never laid.';
const SEARCHABLE = toSearchable(TEXT);

const all = (words: string, text: string) =>
  findQuote(patternOf(words), toSearchable(text)).map(({ start, end }) => text.slice(start, end));
const near = (words: string, text = TEXT) => findNear(words, text === TEXT ? SEARCHABLE : toSearchable(text));
const standing = (found: Near | undefined, text = TEXT) => found && text.slice(found.start, found.end);
/** The difference in one line: `-gone- +new+`. */
const told = (found: Near | undefined) =>
  found?.diff
    .map(({ what, text }) => (what === 'same' ? text : what === 'gone' ? `-${text}-` : `+${text}+`))
    .join('');

describe('Every place of a quotation is found, in order:', () => {
  test.each<[what: string, words: string, text: string, places: string[]]>([
    ['of words', 'the pipe', 'the pipe, then the pipe', ['the pipe', 'the pipe']],
    ['of one letter in either case', 'a', 'A cat and a dog: A', ['A', 'a', 'A']],
    ['of one capital', 'I', 'i and I', ['i', 'I']],
    ['whose first letter is of the other case', 'The pipe', 'the pipe. The pipe', ['the pipe', 'The pipe']],
    ['whose first letter is another', 'the', 'she the he', ['the']],
    ['none where it would begin before the text', 'xthe pipe', 'the pipe', []],
    ['none inside a word', 'pip', 'the pipe', []],
    ['with what is left out, from the latest beginning', 'a … c', 'a a b c', ['a b c']],
    ['with what is left out, of which one part is missing', 'a … b … c', 'a b d', []],
    ['one part right at the end of the other', 'four[4]five', 'four five', ['four five']],
  ])('%s.', (_, words, text, places) => {
    expect(all(words, text)).toEqual(places);
  });

  test('two hundred parts are a quotation, and more a list of words.', () => {
    const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`);
    const text = words(201).join(' ');
    expect(all(words(200).join(' … '), text)).toHaveLength(1);
    expect(all(words(201).join(' … '), text)).toEqual([]);
  });

  test('of a word that is everywhere, twenty thousand.', () => {
    const text = 'pipe '.repeat(20_001);
    expect(findQuote(patternOf('pipe'), toSearchable(text))).toHaveLength(20_000);
  });
});

test('Of a quotation the parts are told that stand nowhere.', () => {
  const missing = (words: string) => missingParts(patternOf(words), SEARCHABLE).map(({ text }) => text);
  expect(missing('Four of the nine … pumps burst … before midnight')).toEqual(['pumps burst']);
  expect(missing('Four of the nine … before midnight')).toEqual([]);
});

describe('Near is', () => {
  test.each<[what: string, words: string, stands: string, difference: string]>([
    [
      'a word for another',
      'Four of the ten pipes burst before midnight',
      'Four of the nine pipes burst before midnight',
      'Four of the -ten-+nine+ pipes burst before midnight',
    ],
    [
      'a word less',
      'Four of the pipes burst before midnight',
      'Four of the nine pipes burst before midnight',
      'Four of the +nine +pipes burst before midnight',
    ],
    [
      'a word more',
      'Four of the nine old pipes burst before midnight',
      'Four of the nine pipes burst before midnight',
      'Four of the nine -old -pipes burst before midnight',
    ],
    [
      'another last word, that of the text whole',
      'Four of the nine pipes burst before noon',
      'Four of the nine pipes burst before midnight',
      'Four of the nine pipes burst before -noon-+midnight+',
    ],
    [
      'another first word, that of the text whole',
      'Three of the nine pipes burst before midnight',
      'Four of the nine pipes burst before midnight',
      '-Three-+Four+ of the nine pipes burst before midnight',
    ],
    [
      'what begins the text',
      'An office replied in March',
      'The office replied in March',
      '-An-+The+ office replied in March',
    ],
    [
      'what ends the text',
      'The tenth pipe was never made',
      'The tenth pipe was never laid',
      'The tenth pipe was never -made-+laid+',
    ],
    ['all in capitals', 'NOBODY WAS HURT', 'Nobody was hurt', '-NOBODY WAS HURT-+Nobody was hurt+'],
  ])('%s.', (_, words, stands, difference) => {
    const found = near(words);
    expect(standing(found)).toBe(stands);
    expect(told(found)).toBe(difference);
  });
});

describe('How near is told in letters to be changed, of those quoted:', () => {
  test.each<[what: string, words: string, distance: number]>([
    ['one for another', 'Nobody was hurt, as far as anyone knew', 1 / 38],
    ['one more', 'Nobody was hurrt', 1 / 16],
    ['none, where only the case differs', 'NOBODY WAS HURT', 0],
  ])('%s.', (_, words, distance) => {
    expect(near(words)?.distance).toBeCloseTo(distance, 10);
  });
});

describe('What comes near', () => {
  const PLAIN = 'one two three four five six seven eight nine';
  test.each<[what: string, words: string, stands: string | undefined, text?: string]>([
    [
      'may differ in a third of its words',
      'one two three four xxxx xxx',
      'one two three four five six',
      PLAIN,
    ],
    ['may not differ in more', 'one two three xxxx xxxx xxx', undefined, PLAIN],
    [
      'may have a slip in every word, in a sixth of the letters',
      'onetwq threefoup',
      'onetwo threefour',
      'onetwo threefour fivesix',
    ],
    ['may not have slips in more of the letters', 'onqtwq thqeefoqr', undefined, 'onetwo threefour fivesix'],
    ['is nothing of two letters', 'on', undefined, PLAIN],
    ['is something of three', 'one', 'one', PLAIN],
    ['is nothing where the text is another', 'Eleven lamps glowed softly', undefined],
    [
      'is a word of a script that does not part them, as signs',
      '我们需要战争',
      '我们需要',
      '他说我们需要和平',
    ],
    ['is in signs not more than a third', '我们都是战争', undefined, '他说：我们需要和平。'],
  ])('%s.', (_, words, stands, text = TEXT) => {
    expect(standing(near(words, text), text)).toBe(stands);
  });

  test('stands wherever it may in a long text, also over where its windows part.', () => {
    const words = Array.from({ length: 400 }, (_, index) => `word${index * 37}`);
    const text = words.join(' ');
    for (let at = 0; at + 8 <= words.length; at += 7) {
      const stands = words.slice(at, at + 8);
      const found = near(stands.with(4, 'another').join(' '), text);
      expect(standing(found, text)).toBe(stands.join(' '));
    }
  });

  test('is the nearest of several places.', () => {
    const text = `The pipe burst before noon in May. ${'Nothing. '.repeat(60)}The pipe burst before noon in June.`;
    expect(standing(near('The pipe burst before noon in Junes', text), text)).toBe(
      'The pipe burst before noon in June',
    );
  });

  test('is looked for up to a length, and not beyond.', () => {
    const text = Array.from({ length: 1200 }, (_, index) => `w${index}`).join(' ');
    const words = `${text.slice(0, LONGEST_COMPARED - 6)} xxxxx`;
    expect(words).toHaveLength(LONGEST_COMPARED);
    expect(near(words, text)).toBeDefined();
    expect(near(`${words}x`, text)).toBeUndefined();
  });

  test('has its places in the text as it stands, also where its letters grow when they are made small.', () => {
    const text = 'In İstanbul İzmir İzmit nobody ever heard of the pipes.';
    const found = near('nobody ever heard of the pumps', text);
    expect(standing(found, text)).toBe('nobody ever heard of the pipes');
  });

  test('goes on to where the quotation does, though fewer letters would have to be changed without it.', () => {
    const text = 'They say that the council has met on it, after all. Then it rained.';
    const found = near('the council has met on it, ultimately', text);
    expect(told(found)).toBe('the council has met on it, -ultimately-+after+');
  });
});
