import { describe, expect, test } from 'vitest';
import { codePoints, sliceCodePoints } from '../../src/core/canonical.ts';
import { describeUnusable, findTarget, type Place, toText } from '../../src/core/import/find-target.ts';
import type { Selectors } from '../../src/core/import/incoming.ts';

const TEXT = [
  '𝒯he lamps were lit at five. Nobody saw it.',
  'The lamps were put out at dawn, they say. Nobody said so in the town of the quay.',
  'In the harbour the lamps burned. Nobody saw it.',
].join('\n');

/** The words that stand there for the n-th time. */
function at(words: string, nth = 1): Place {
  let from = -1;
  for (let count = 0; count < nth; count += 1) from = TEXT.indexOf(words, from + 1);
  const start = codePoints(TEXT.slice(0, from));
  return { start, end: start + codePoints(words) };
}

const NAMED = new Map<string, Place>([
  ['p1', { start: 0, end: codePoints(TEXT.split('\n')[0]!) }],
  ['p1s1', at('𝒯he lamps were lit at five.')],
  ['p3', at(TEXT.split('\n')[2]!)],
  ['p3s1', at('In the harbour the lamps burned.')],
  ['m-é', at('put out')],
  ['empty', { start: 3, end: 3 }],
]);
const text = toText(TEXT, NAMED, ['A footnote says this.'], 2);

const none: Selectors = { quotes: [], positions: [], fragments: [], ranges: [], refined: [], unusable: [] };
const quote = (exact: string, prefix = '', suffix = ''): Partial<Selectors> => ({
  quotes: [{ exact, prefix, suffix }],
});
const fragment = (...fragments: string[]): Partial<Selectors> => ({ fragments });
const position = (place: Place, over?: number | 'own', isOurs = true): Partial<Selectors> => ({
  positions: [{ ...place, isOurs, over }],
});

const find = (selectors: Partial<Selectors>, shift?: (start: number) => number | undefined) =>
  findTarget({ ...none, ...selectors }, text, shift);

/** The words found, and from where on; or why there are none. */
function said(selectors: Partial<Selectors>, shift?: (start: number) => number | undefined) {
  const found = find(selectors, shift);
  if ('reason' in found) return found;
  return [sliceCodePoints(TEXT, found.start, found.end), found.start];
}

const SEE = 'see whether they are those that are meant.';
const ELSEWHERE = `What stands around its words is not what stood around them where it was made: ${SEE}`;

describe('Words that are quoted are found', () => {
  test.each<[string, Partial<Selectors>, Place]>([
    ['where they stand', quote('lit at five'), at('lit at five')],
    ['with white space as a page has it', quote(' lit\n at  five '), at('lit at five')],
    [
      'in other quotation marks and without a stop',
      quote('In the harbour the lamps burned'),
      at('In the harbour the lamps burned'),
    ],
    ['where words are left out', quote('were put … at dawn'), at('were put out at dawn')],
    ['by what stands before them', quote('Nobody saw it.', 'lamps burned. '), at('Nobody saw it.', 2)],
    ['by what stands after them', quote('The lamps were', '', ' put out'), at('The lamps were')],
    [
      'by what stands after their paragraph',
      quote('Nobody saw it.', '', '\nThe lamps were put'),
      at('Nobody saw it.'),
    ],
    ['by half a word before them', quote('Nobody', 'ned. '), at('Nobody', 3)],
    [
      'in the passage that is named',
      { ...quote('Nobody saw it.'), ...fragment('p3') },
      at('Nobody saw it.', 2),
    ],
    ['anywhere where they are not in it', { ...quote('at dawn'), ...fragment('p3') }, at('at dawn')],
    [
      'at their numbers in an edition',
      { ...quote('Nobody saw it.'), ...position(at('Nobody saw it.', 2), 2) },
      at('Nobody saw it.', 2),
    ],
    [
      'at their numbers in another edition, where they stand there',
      { ...quote('Nobody'), ...position(at('Nobody', 2), 1) },
      at('Nobody', 2),
    ],
    ['in a link to words', fragment(':~:text=lit%20at%20five'), at('lit at five')],
    ['in a link to words of a passage', fragment('p3:~:text=Nobody%20saw%20it'), at('Nobody saw it', 2)],
    [
      'in a link to where words begin and end',
      fragment(':~:text=were%20put,dawn'),
      at('were put out at dawn'),
    ],
    ['in a link with what stands around them', fragment(':~:text=burned.-,Nobody'), at('Nobody', 3)],
    ['in a link with what follows them', fragment(':~:text=Nobody,-said%20so'), at('Nobody', 2)],
    ['in the first of several links', fragment(':~:text=at%20five&text=at%20dawn'), at('at five')],
  ])('%s.', (_, selectors, place) => {
    expect(find(selectors)).toEqual(place);
  });

  test('with a difference, which is told.', () => {
    expect(find(quote('In the harbour all the lamps burned'))).toEqual({
      ...at('In the harbour the lamps burned'),
      diff: [
        { what: 'same', text: 'In the harbour ' },
        { what: 'gone', text: 'all ' },
        { what: 'same', text: 'the lamps burned' },
      ],
    });
  });

  test('with a difference in few words only where what is around them agrees.', () => {
    expect(said(quote('were lot at five'))).toEqual({ reason: 'not-found', detail: '“were lot at five”' });
    expect(find(quote('were lot at five', 'lamps ', '. Nobody saw'))).toMatchObject(at('were lit at five'));
  });

  test('and it is told where what stands around them is not what stood there.', () => {
    expect(find(quote('at dawn', 'Everything ended ', ' with no words'))).toEqual({
      ...at('at dawn'),
      doubt: ELSEWHERE,
    });
    expect(find(quote('at dawn', '“', '”'))).toEqual(at('at dawn'));
    expect(find(quote('at dawn', 'put out ', ' and on'))).toEqual(at('at dawn'));
  });

  test.each<[string, string, string, string | undefined]>([
    ['at dawn', 'not input out ', '', ELSEWHERE],
    ['at dawn', 'ut out ', '', undefined],
    ['put out', '', ' at dawning', ELSEWHERE],
    ['put out', '', ' at daw', undefined],
    ['put out', '', ' at dawn, we', undefined],
    ['put out', 'what was ', ' at dawn, they say', undefined],
  ])('of what stands around %j whole words count: %j, %j.', (words, prefix, suffix, doubt) => {
    expect(find(quote(words, prefix, suffix))).toStrictEqual({
      ...at(words),
      ...(doubt !== undefined && { doubt }),
    });
  });

  test('and it is told where one of several places agrees most.', () => {
    expect(find(quote('Nobody', 'the lamps burned. ', ' saw everything'))).toEqual({
      ...at('Nobody', 3),
      doubt: `Its words stand in the text 3 times. ${ELSEWHERE}`,
    });
  });

  test('and it is told where their numbers alone chose between places.', () => {
    const doubt = `Its words stand in the text 3 times, and its position has chosen between them: ${SEE}`;
    const third = at('Nobody', 3);
    expect(find({ ...quote('Nobody'), ...position(third, undefined, true) })).toEqual({ ...third, doubt });
    expect(
      find({ ...quote('Nobody'), ...position({ start: 80, end: 86 }, undefined, false) }, () => 5),
    ).toEqual({
      ...at('Nobody', 2),
      doubt,
    });
  });
});

describe('Words are not found', () => {
  test.each<[string, Partial<Selectors>, object]>([
    ['where they are nowhere', quote('no such words'), { reason: 'not-found', detail: '“no such words”' }],
    [
      'where they are long, of which the beginning is told',
      quote('q'.repeat(61)),
      { reason: 'not-found', detail: `“${'q'.repeat(60)}…”` },
    ],
    [
      'where they stand in a footnote',
      quote('footnote says'),
      { reason: 'in-footnote', detail: '“footnote says”' },
    ],
    ['where they stand three times', quote('Nobody'), { reason: 'ambiguous', detail: '“Nobody”, 3 times' }],
    [
      'where two places agree as well',
      quote('Nobody', '', ' saw'),
      { reason: 'ambiguous', detail: '“Nobody”, 2 times' },
    ],
    [
      'where they go over the end of a paragraph',
      quote('saw it. The lamps'),
      { reason: 'crosses-blocks', detail: '“saw it. The lamps”' },
    ],
    [
      'where their numbers are near to none, or to two',
      { ...quote('Nobody'), ...position({ start: 300, end: 306 }, undefined, false) },
      { reason: 'ambiguous', detail: '“Nobody”, 3 times' },
    ],
  ])('%s.', (_, selectors, fault) => {
    expect(find(selectors)).toEqual(fault);
  });
});

describe('Without words, a place is found', () => {
  test.each<[string, Partial<Selectors>, Place]>([
    ['by the name of a passage', fragment('p3s1'), NAMED.get('p3s1')!],
    ['by a name in any letters', fragment('m-%C3%A9'), at('put out')],
    ['by a name that is not well encoded elsewhere', fragment('%zz', 'p1'), NAMED.get('p1')!],
    ['by its numbers in the edition', position(at('put out'), 2), at('put out')],
    ['by its numbers in an export of ours', position(at('put out'), 'own'), at('put out')],
    ['without the white space around it', position({ start: 4, end: 10 }, 2), at('lamps')],
    [
      'from one end to the other',
      { ranges: [{ start: { ...none, ...quote('put out') }, end: { ...none, ...quote('at dawn') } }] },
      at('put out'),
    ],
    [
      'within what it refines',
      { refined: [{ parent: { ...none, ...fragment('p3') }, child: { ...none, ...quote('Nobody') } }] },
      at('Nobody', 3),
    ],
    [
      'by what of several can be followed',
      {
        ranges: [{ start: { ...none, ...quote('nowhere') }, end: none }],
        refined: [{ parent: { ...none, ...fragment('p1') }, child: { ...none, ...quote('lit') } }],
      },
      at('lit'),
    ],
  ])('%s.', (_, selectors, place) => {
    expect(find(selectors)).toEqual(place);
  });

  test('by numbers within what it refines, which is told.', () => {
    const refined = (start: number, end: number): Partial<Selectors> => ({
      refined: [
        {
          parent: { ...none, ...fragment('p3') },
          child: { ...none, ...position({ start, end }, undefined, false) },
        },
      ],
    });
    expect(find(refined(7, 14))).toEqual({
      ...at('harbour'),
      doubt: `Its words are given by numbers only: ${SEE}`,
    });
    for (const [start, end, words] of [
      [7, 13, '“harbou”'],
      [8, 14, '“arbour”'],
    ] as const)
      expect(find(refined(start, end))).toEqual({
        reason: 'no-target',
        detail: `it gives numbers only, and they begin or end within a word: ${words}`,
      });
  });

  test('with what is doubtful of its parts, each said once.', () => {
    const end = { ...none, ...quote('at dawn', 'Everything ended ', ' with no words') };
    const start = { ...none, ...quote('put out', 'Everything ended ', ' with no words') };
    expect(find({ ranges: [{ start, end }] })).toEqual({ ...at('put out'), doubt: ELSEWHERE });
    const near = { ...none, ...quote('The lamps were all put out at dawn') };
    expect(find({ ranges: [{ start: near, end: { ...none, ...quote('they say') } }] })).toMatchObject({
      ...at('The lamps were put out at dawn,'),
      diff: expect.any(Array) as unknown[],
    });
  });
});

describe('Without words, no place is found', () => {
  test.each<[string, Partial<Selectors>, object]>([
    ['by nothing', {}, { reason: 'no-target' }],
    [
      'by a name that there is not',
      fragment('p9'),
      { reason: 'not-found', detail: 'there is no passage `p9`' },
    ],
    [
      'by the name of nothing',
      fragment('empty'),
      { reason: 'not-found', detail: 'there is no passage `empty`' },
    ],
    [
      'beyond the end',
      position({ start: 5, end: 999 }, 2),
      { reason: 'not-found', detail: 'its position is beyond the end of the text, or holds nothing' },
    ],
    [
      'by the numbers of another edition',
      position(at('lit'), 1),
      { reason: 'no-target', detail: 'it gives a position in edition 1 only, and this is another' },
    ],
    [
      'by the numbers of a page',
      position(at('lit')),
      { reason: 'no-target', detail: 'it gives a position only, and in no edition of the text' },
    ],
    [
      'by the numbers of somebody else',
      position(at('lit'), 2, false),
      { reason: 'no-target', detail: 'it gives a position only, and in no edition of the text' },
    ],
    [
      'in white space',
      position({ start: 3, end: 4 }, 2),
      { reason: 'no-target', detail: 'it is about white space' },
    ],
    [
      'by elements of a page',
      { unusable: ['XPathSelector', 'XPathSelector', 'CssSelector'] },
      {
        reason: 'no-target',
        detail: 'it has XPathSelector, CssSelector only, which names elements of a page',
      },
    ],
    [
      'from its end to its beginning',
      { ranges: [{ start: { ...none, ...quote('at dawn') }, end: { ...none, ...quote('put out') } }] },
      { reason: 'no-target', detail: 'its end stands before its beginning' },
    ],
    [
      'from where nothing is',
      { ranges: [{ start: { ...none, ...quote('nowhere') }, end: { ...none, ...quote('put out') } }] },
      { reason: 'not-found', detail: '“nowhere”' },
    ],
    [
      'to where nothing is',
      { ranges: [{ start: { ...none, ...quote('put out') }, end: { ...none, ...quote('nowhere') } }] },
      { reason: 'not-found', detail: '“nowhere”' },
    ],
    [
      'over the end of a paragraph',
      { ranges: [{ start: { ...none, ...quote('at five') }, end: { ...none, ...quote('at dawn') } }] },
      { reason: 'crosses-blocks', detail: '“at five. Nobody saw it. The lamps were put out”' },
    ],
    [
      'within what is nowhere',
      { refined: [{ parent: { ...none, ...quote('nowhere') }, child: { ...none, ...quote('lit') } }] },
      { reason: 'not-found', detail: '“nowhere”' },
    ],
    [
      'outside of what it refines',
      { refined: [{ parent: { ...none, ...fragment('p3') }, child: { ...none, ...quote('put out') } }] },
      { reason: 'not-found', detail: '“put out”' },
    ],
  ])('%s.', (_, selectors, fault) => {
    expect(find(selectors)).toEqual(fault);
  });
});

test.each([
  [['XPathSelector'], 'it has XPathSelector only, which names elements of a page'],
  [
    ['RangeSelector', 'SvgSelector'],
    'it has RangeSelector, SvgSelector only, which cannot be followed in a text',
  ],
])('Of selectors that cannot be followed it is said why: %j.', (unusable, words) => {
  expect(describeUnusable({ unusable })).toBe(words);
});
