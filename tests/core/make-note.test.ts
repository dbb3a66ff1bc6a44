import { describe, expect, test } from 'vitest';
import { LONGEST_FINDING } from '../../src/core/annotation.ts';
import type { Foreign } from '../../src/core/import/incoming.ts';
import { makeForeign } from '../../src/core/import/make-note.ts';
import type { Source } from '../../src/core/source.ts';

const SOURCES: ReadonlyMap<string, Source> = new Map(
  (
    [
      { key: 'plain', type: 'webpage', consulted: true },
      { key: 'report', type: 'report', URL: 'https://a.example/report', consulted: true },
    ] satisfies Source[]
  ).map((source) => [source.key, source]),
);
const TODAY = '2026-11-22';

/** A note of what somebody wrote on some words. */
function made(foreign: Partial<Foreign> = {}, quote = 'the words') {
  return makeForeign(
    'x',
    { markdown: 'So it is.', tags: [], authors: [], links: [], ...foreign },
    quote,
    SOURCES,
    TODAY,
  );
}
/** The note in paragraphs, without the sign that it is one, and how its lines are set. */
const paragraphs = (foreign: Partial<Foreign>, quote?: string) =>
  made(foreign, quote)
    .note.replace('[^x]: ', '')
    .split(/\n\n\s*/)
    .map((each) => each.replaceAll(/\s+/g, ' ').trim());

describe('The mark of what somebody wrote elsewhere', () => {
  const UNCHECKED = `status="unchecked" checked="${TODAY}"`;
  test.each<[what: string, tags: string[], open: string, close: string]>([
    ['is a remark', [], '<Remark id="x">', '</Remark>'],
    ['is a remark, whatever its tags say', ['history', 'peace'], '<Remark id="x">', '</Remark>'],
    [
      'has the kind that a tag says, unchecked',
      ['history', 'claim'],
      `<Claim id="x" ${UNCHECKED}>`,
      '</Claim>',
    ],
    [
      'has it in capitals and with spaces, too',
      [' Quotation '],
      `<Quotation id="x" ${UNCHECKED}>`,
      '</Quotation>',
    ],
    ['is a remark, if the tag says that', ['remark'], '<Remark id="x">', '</Remark>'],
  ])('%s.', (_, tags, open, close) => {
    expect(made({ tags })).toMatchObject({ open, close });
  });

  test.each<[quote: string, attributes: string, toDo: string[]]>([
    ['12 million euros', 'value="12000000" unit="EUR"', []],
    ['twelve', '', ['Give its `value` and `unit`: they could not be read from the words.']],
    ['12', 'value="12"', ['Give its `value` and `unit`: they could not be read from the words.']],
    ['12% or 13%', '', ['Give its `value` and `unit`: they could not be read from the words.']],
    ['19 pipes', 'value="19"', ['Give its `value` and `unit`: they could not be read from the words.']],
  ])('of a figure has what can be read from “%s”.', (quote, attributes, toDo) => {
    const { open, toDo: told } = made({ tags: ['figure'] }, quote);
    expect(open).toContain(`<Figure id="x" ${attributes}`.trim());
    expect(open.includes('value=')).toBe(attributes.includes('value='));
    expect(open.includes('unit=')).toBe(attributes.includes('unit='));
    expect(told).toEqual(toDo);
  });

  test('of no figure has no value.', () => {
    expect(made({ tags: ['claim'] }, '12 million euros').open).not.toContain('value');
  });

  test('of a source is still to say which.', () => {
    expect(made({ tags: ['source'] }).toDo).toEqual(['Say by `of` which record its words name.']);
  });

  test.each<[authors: string[], markdown: string, reckoned: string | undefined]>([
    [['joe77'], 'So it is.', '77: in a name, not a number'],
    [['joe77', 'ann5'], 'So it is.', '77, 5: in a name, not a number'],
    [['joe77'], 'There were 77.', undefined],
    [['joe77', 'ann5'], 'There were 5.', undefined],
    [['joe'], 'There were 5.', undefined],
  ])(
    'says that the digits of %j count nothing, unless its words have them: %s',
    (authors, markdown, reckoned) => {
      const { open } = made({ authors, markdown });
      expect(/reckoned="([^"]*)"/.exec(open)?.[1]).toBe(reckoned);
    },
  );
});

describe('Its note', () => {
  const FROM = 'Imported annotation.';
  test('says last where it comes from.', () => {
    expect(paragraphs({})).toEqual(['So it is.', FROM]);
    expect(paragraphs({ system: 'Hypothesis' })).toEqual([
      'So it is.',
      'Imported from Hypothesis, annotation.',
    ]);
    expect(paragraphs({ system: 'Hypothesis', authors: ['ann', 'bob', 'cy'] })[1]).toBe(
      'Imported from Hypothesis, annotation of ann, bob and cy.',
    );
  });

  test('says it by a link, whose title is the day, where there is an address.', () => {
    const address = 'https://a.example/x';
    expect(paragraphs({ address })[1]).toBe('Imported [annotation](https://a.example/x).');
    expect(paragraphs({ address, day: '2026-11-20' })[1]).toBe(
      'Imported [annotation](https://a.example/x "20 November 2026").',
    );
    expect(made({ address, day: '2026-11-20' }).toDo).toEqual([]);
  });

  test('by none, where the address is no link; then it is told what the note does not say.', () => {
    for (const address of [undefined, 'javascript:alert(1)'])
      expect([
        paragraphs({ address, day: '2026-11-20' })[1],
        made({ address, day: '2026-11-20' }).toDo,
      ]).toEqual([FROM, ['It was made on 20 November 2026, which the note does not say.']]);
    expect(made({}).toDo).toEqual([]);
  });

  test.each<[tags: string[], told: string[]]>([
    [['claim'], []],
    [['Claim', ' ', ''], []],
    [['claim', 'peace'], ['Its tag, which the note does not keep: peace.']],
    [['peace', 'history  of it'], ['Its tags, which the note does not keep: peace, history of it.']],
    [['claim', 'figure'], ['Its tag, which the note does not keep: figure.']],
  ])('does not keep tags, of which it tells: %j.', (tags, told) => {
    expect(made({ tags }).toDo).toEqual(told);
  });

  /** As long as a finding may be. */
  const long = 'Word word'.padEnd(LONGEST_FINDING - 1, ' words').concat('.');
  test.each<[what: string, markdown: string, note: string[]]>([
    [
      'has what was written, in its paragraphs',
      'One.\n\nTwo.\n\n- Three.',
      ['One.', 'Two.', '* Three.', FROM],
    ],
    [
      'begins with where it comes from, if it begins with no words',
      '- One.\n\nTwo.',
      [FROM, '* One.', 'Two.'],
    ],
    ['has nothing but that, if nothing was written', '', [FROM]],
    ['leaves a finding as long as may be whole', long, [long, FROM]],
    ['parts a longer one after its first sentence', `One. ${long}`, ['One.', long, FROM]],
    ['with what is emphasised in the rest', `One. ${long} *Two.*`, ['One.', `${long} *Two.*`, FROM]],
    ['parts after a first sentence as long as may be', `${long} Two.`, [long, 'Two.', FROM]],
    [
      'leaves one without a second sentence',
      `${'word '.repeat(20)}words.`,
      [`${'word '.repeat(20)}words.`, FROM],
    ],
    ['leaves one that begins with emphasis', `*One.* ${long} Two.`, [`*One.* ${long} Two.`, FROM]],
    [
      'leaves one whose first sentence is too long',
      `${'word '.repeat(20)}words. Two.`,
      [`${'word '.repeat(20)}words. Two.`, FROM],
    ],
  ])('%s.', (_, markdown, note) => {
    expect(paragraphs({ markdown })).toEqual(note);
  });

  test('too long a finding is told.', () => {
    const markdown = `${'word '.repeat(20)}words.`;
    expect(made({ markdown }).toDo).toEqual([
      `Its first paragraph has ${markdown.length} characters; a finding is one line of at most ${LONGEST_FINDING}.`,
    ]);
    expect(made({ markdown: 'x'.repeat(LONGEST_FINDING) }).toDo).toEqual([]);
    expect(made({ markdown: 'x'.repeat(LONGEST_FINDING + 1) }).toDo).toHaveLength(1);
  });
});

describe('Words of other pages', () => {
  const recorded = { address: 'https://a.example/report', excerpt: 'Four of nine.' };
  const strange = { address: 'https://b.example/<page> 2', excerpt: 'Five  of nine.' };

  test('are evidence where there is a record, as context.', () => {
    const { note, toDo, unrecorded } = made({ links: [recorded] });
    expect(note.replaceAll(/\n\s*/g, ' ')).toContain(
      '<Evidence source="report" bearing="context"> Four of nine. </Evidence>',
    );
    expect(toDo).toEqual(['How its evidence bears is not known: it is given as context.']);
    expect(unrecorded).toEqual([]);
  });

  test('are paragraphs with a link where there is none, and told.', () => {
    expect(paragraphs({ links: [strange] })).toEqual([
      'So it is.',
      '“Five of nine.” [https://b.example/%3Cpage%3E%202](https://b.example/%3Cpage%3E%202)',
      'Imported annotation.',
    ]);
    expect(made({ links: [strange] })).toMatchObject({ toDo: [], unrecorded: [strange] });
  });

  test('are a link alone where no words are given, of a record, too.', () => {
    const links = [
      { ...recorded, excerpt: undefined },
      { ...strange, excerpt: undefined },
    ];
    expect(paragraphs({ links }).slice(1, 3)).toEqual([
      '[https://a.example/report](https://a.example/report)',
      '[https://b.example/%3Cpage%3E%202](https://b.example/%3Cpage%3E%202)',
    ]);
    expect(made({ links })).toMatchObject({ toDo: [], unrecorded: [{ address: strange.address }] });
    expect(made({ links }).unrecorded[0]).not.toHaveProperty('excerpt');
  });
});
