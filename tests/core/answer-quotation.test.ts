import { describe, expect, test } from 'vitest';
import { answerInText } from '../../src/core/answer.ts';
import { answerQuotation, shelve } from '../../src/core/answer-quotation.ts';
import type { Published } from '../../src/core/published.ts';
import { HARBOUR, ledgerWith } from './support/published.ts';

const NIGHT = 'The pilots went out by night.';
const AT_SIX = 'The lamps were lit at six.';
const AT_FIVE = 'The lamps were lit at five.';
const COLD = 'It was cold then and windy.';

/** Three editions: a sentence was edited in the second; one came in there, and went in the third. */
const QUAY: Published = {
  slug: 'quay',
  title: 'The quay',
  earlier: [
    ledgerWith(1, [{ anchor: 'p1' }, { anchor: 'p1s1', text: NIGHT }, { anchor: 'p1s2', text: AT_SIX }]),
    ledgerWith(2, [
      { anchor: 'p1' },
      { anchor: 'p1s1', text: NIGHT },
      { anchor: 'p1s2', edition: 2, text: AT_FIVE, was: [{ text: AT_SIX }] },
      { anchor: 'p1s3', edition: 2, text: COLD },
    ]),
  ],
  ledger: ledgerWith(3, [
    { anchor: 'p1' },
    { anchor: 'p1s1', text: NIGHT },
    { anchor: 'p1s2', edition: 2, text: AT_FIVE, was: [{ text: AT_SIX }] },
    { anchor: 'p1s3', edition: 3, gone: 'removed', near: 'p1s2', was: [{ edition: 2, text: COLD }] },
    { anchor: 'p2', edition: 3 },
    { anchor: 'p2s1', edition: 3, text: 'Some say the pilots went out by night.' },
  ]),
  notes: [
    {
      id: 'a',
      quote: 'at five',
      prefix: '',
      suffix: '',
      said: 'The paper has seven.',
      excerpts: ['lit at seven o’clock', 'and put out at dawn'],
    },
    {
      id: 'b',
      quote: 'by night',
      prefix: 'out ',
      suffix: '.',
      said: 'So it was told.',
      excerpts: ['they left in the dark'],
    },
  ],
};

/** What is said of a quotation, and where it leads. */
function said(words: string, ...readings: readonly Published[]): [string, string, ...string[]] {
  const answer = answerQuotation(words, shelve(readings));
  const links = answer.words.flatMap((run) => (typeof run === 'string' ? [] : [run.to]));
  return [answer.finding, answerInText(answer), ...links];
}

describe('A quotation that stands in the text is found word for word:', () => {
  test.each<[string, Published, string, string]>([
    ['closed by ice in the winter', HARBOUR, ' in ¶1, sentence 1.', 'harbour/?v=561f01c#p1s1'],
    [
      'in the winter of 1911. No ship was turned away',
      HARBOUR,
      ' in ¶1, sentences 1 to 2.',
      'harbour/?v=84ff559&to=p1s2#p1s1',
    ],
    [
      'the pilots went out by night',
      QUAY,
      ' in ¶1, sentence 1, and in another place.',
      'quay/?v=ac6c356#p1s1',
    ],
    ['the', QUAY, ' in ¶1, sentence 1, and in 2 other places.', 'quay/?v=ac6c356#p1s1'],
    [
      'closed by ice […] 1911',
      HARBOUR,
      ', but for words left out, in ¶1, sentence 1.',
      'harbour/?v=561f01c#p1s1',
    ],
    [
      'closed by [snow] in the winter',
      HARBOUR,
      ', but for what stands in brackets, in ¶1, sentence 1.',
      'harbour/?v=561f01c#p1s1',
    ],
    [
      'closed by [snow] in … 1911',
      HARBOUR,
      ', but for words left out and what stands in brackets, in ¶1, sentence 1.',
      'harbour/?v=561f01c#p1s1',
    ],
    [
      'We kept the lamps lit',
      HARBOUR,
      ' in ¶2, sentence 1. There it is itself a quotation, of The keeper.',
      'harbour/?v=dd4496d#p2s1',
    ],
    [
      'the lamps',
      HARBOUR,
      ' in ¶2, sentence 1. There it is itself a quotation, of The keeper.',
      'harbour/?v=dd4496d#p2s1',
    ],
    ['keeper said: “We kept', HARBOUR, ' in ¶2, sentence 1.', 'harbour/?v=dd4496d#p2s1'],
  ])('%j.', (words, reading, where, to) => {
    expect(said(words, reading)).toEqual(['exact', `Found word for word${where}`, to]);
  });

  test('of several readings it is said in which.', () => {
    expect(said('closed by ice', QUAY, HARBOUR)).toEqual([
      'exact',
      'Found word for word in ¶1, sentence 1 of [What was said of the harbour].',
      'harbour/?v=561f01c#p1s1',
    ]);
  });
});

describe('A title is found', () => {
  test.each([
    ['what was said of the harbour', 'The title of [What was said of the harbour].', 'harbour/'],
    ['The Quay.', 'The title of The quay.', 'quay/'],
  ])('in the letters of any style: %j.', (words, found, to) => {
    expect(said(words, HARBOUR, QUAY)).toEqual(['exact', found, to]);
  });

  test('where it is the whole of it.', () => {
    expect(said('said of the harbour', HARBOUR)[0]).toBe('missing');
  });
});

describe('A quotation that stands in an earlier edition is found there, and what became of it since:', () => {
  const edited = 'Edited since, in edition 2, 1 March 2027: ¶1, sentence 2.';
  const turned = 'No ship was turned [-back-]{+away+} by [-any pilot-]{+the pilots+}.';
  const six = 'The lamps were lit at [-six-]{+five+}.';
  const removed =
    'Removed in edition 3, 1 March 2028. The sentence stood at ¶1, sentence 3. Its last text, in edition 2: “It was cold then and windy.” Nearest that remains: ¶1, sentence 2.';
  test.each<[string, Published[], string, string]>([
    [
      'turned back by any pilot',
      [HARBOUR],
      ` in edition 1 only. ${edited}\n${turned}`,
      'harbour/?v=aa5e787#p1s2',
    ],
    [
      'turned back […] pilot',
      [HARBOUR],
      `, but for words left out, in edition 1 only. ${edited}\n${turned}`,
      'harbour/?v=aa5e787#p1s2',
    ],
    ['lit at six', [QUAY], ` in edition 1 only. ${edited}\n${six}`, 'quay/?v=27e1e4f#p1s2'],
    [
      'lit at six',
      [HARBOUR, QUAY],
      ` in edition 1 only of The quay. ${edited}\n${six}`,
      'quay/?v=27e1e4f#p1s2',
    ],
    ['It was cold then', [QUAY], ` in edition 2 only. ${removed}`, 'quay/?v=27e1e4f#p1s2'],
    // What is as it was is not told where something else is not.
    ['lit at five. It was cold', [QUAY], ` in edition 2 only. ${removed}`, 'quay/?v=27e1e4f#p1s2'],
  ])('%j.', (words, readings, where, to) => {
    expect(said(words, ...readings)).toEqual(['earlier', `Found word for word${where}`, to]);
  });
});

describe('A quotation that stands in a note is found there:', () => {
  const kept = 'the note on “We kept the lamps lit”';
  test.each<[string, Published, string, string]>([
    ['The minutes have it so', HARBOUR, ` in ${kept}.`, 'harbour/notes/harbour-open/'],
    ['printed in spring', HARBOUR, ` in ${kept}.`, 'harbour/notes/harbour-open/'],
    [
      'lit before the evening bell',
      HARBOUR,
      ` in an excerpt from a source, in ${kept}.`,
      'harbour/notes/harbour-open/',
    ],
    ['put out at dawn', QUAY, ' in an excerpt from a source, in the note on “at five”.', 'quay/notes/a/'],
    [
      'lit at seven […] clock',
      QUAY,
      ', but for words left out, in an excerpt from a source, in the note on “at five”.',
      'quay/notes/a/',
    ],
    ['So it was told', QUAY, ' in the note on “by night”.', 'quay/notes/b/'],
  ])('%j.', (words, reading, where, to) => {
    expect(said(words, reading)).toEqual(['exact', `Found word for word${where}`, to]);
  });
});

describe('What comes near a quotation is told with the difference:', () => {
  test.each<[string, Published[], string, string]>([
    [
      'The harbour was closed by snow in the winter of 1911',
      [HARBOUR],
      '¶1, sentence 1:\nThe harbour was closed by [-snow-]{+ice+} in the winter of 1911',
      'harbour/?v=561f01c#p1s1',
    ],
    [
      'The harbour was closed by snow in the winter of 1911',
      [QUAY, HARBOUR],
      '¶1, sentence 1 of [What was said of the harbour]:\nThe harbour was closed by [-snow-]{+ice+} in the winter of 1911',
      'harbour/?v=561f01c#p1s1',
    ],
    [
      'No ship was ever turned back by any pilot',
      [HARBOUR],
      '¶1, sentence 2, as it was in edition 1:\nNo ship was [-ever -]turned back by any pilot',
      'harbour/#p1s2',
    ],
    [
      'It was cold then and rainy',
      [HARBOUR, QUAY],
      '¶1, sentence 3 of The quay, as it was in edition 2:\nIt was cold then and [-rainy-]{+windy+}',
      'quay/#p1s3',
    ],
    [
      'they left in the night and dark',
      [QUAY],
      'an excerpt from a source, in the note on “by night”:\nthey left in the [-night and -]dark',
      'quay/notes/b/',
    ],
    [
      'closed by ice […] summer of 1911',
      [HARBOUR],
      '¶1, sentence 1:\n[-summer-]{+winter+} of 1911',
      'harbour/?v=561f01c#p1s1',
    ],
    [
      'The pilots went […] lit at fife',
      [HARBOUR, QUAY],
      '¶1, sentence 2 of The quay:\nlit at [-fife-]{+five+}',
      'quay/?v=27e1e4f#p1s2',
    ],
  ])('%j.', (words, readings, where, to) => {
    expect(said(words, ...readings)).toEqual(['near', `Found, with a difference in ${where}`, to]);
  });

  test('the nearest of all.', () => {
    expect(said('The lamps were lit at sixx', QUAY)[1]).toContain('as it was in edition 1');
    expect(said('The lamps were lit at fivee', QUAY)[1]).not.toContain('edition');
  });

  test('parts that stand in another order.', () => {
    expect(said('council was not asked […] The toll was paid in kind', HARBOUR)).toEqual([
      'near',
      'Found, with a difference: its parts stand in the text, but not in this order, or far from one another.',
    ]);
  });

  test('what stands in two notes, and in neither whole, is near nothing.', () => {
    expect(said('o’clock and put out', QUAY)[0]).toBe('missing');
  });
});

describe('What is nowhere is not found:', () => {
  test.each<[string, string]>([
    ['Utterly other words that nobody ever said', ' No sentence comes near it.'],
    ['snow and snow […] mist and mist', ' No sentence comes near it.'],
    ['x '.repeat(3000), ' It is too long to be told what comes near it: ask for a paragraph at a time.'],
  ])('%#', (words, why) => {
    expect(said(words, HARBOUR, QUAY)).toEqual(['missing', `Not found in any edition.${why}`]);
  });

  test.each(['', '[…]', '[all of it]'])('there are no words in %j.', (words) => {
    expect(said(words, HARBOUR)).toEqual(['missing', 'No words to look for: all of it stands in brackets.']);
  });
});
