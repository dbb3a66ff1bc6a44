import { describe, expect, test } from 'vitest';
import { complete, makeMark, type MarkOrder } from '../../src/core/authoring/mark-order.ts';
import { templatesFor } from '../../src/core/authoring/template.ts';
import { KINDS, STATUSES } from '../../src/core/annotation.ts';

const around = { taken: new Set(['taken', 'withdrawn']), today: '2026-01-02', language: 'en' };
const make = (order: Partial<MarkOrder>, quote: string) =>
  makeMark({ kind: 'claim', attributes: {}, ...order }, { start: 0, end: 1, quote }, around);

describe('The id of a mark', () => {
  test.each<[quote: string, id: string]>([
    ['The river froze', 'the-river-froze'],
    ['one two three four five six', 'one-two-three-four-five'],
    ['Ліхтарі замерзли', 'likhtari-zamerzli'],
    ['تجمّد النهر', 'tjmd-alnhr'],
    ['Übergänge', 'uebergaenge'],
    ['冰', '冰'],
    ['p4', 'note-p4'],
    ['Taken', 'taken-2'],
    ['withdrawn!', 'withdrawn-2'],
    ['…', 'note'],
  ])('on “%s” is %s.', (quote, id) => {
    expect(make({}, quote).id).toBe(id);
  });
});

describe('A mark', () => {
  test('of which nothing is said is unchecked as of today, and its note says so.', () => {
    expect(make({ id: 'a' }, 'x')).toMatchObject({
      open: '<Claim id="a" status="unchecked" checked="2026-01-02">',
      close: '</Claim>',
      note: '[^a]: Not checked yet.',
      isBeside: false,
    });
  });

  test('of a quotation says that its wording was not seen, where there is no evidence.', () => {
    expect(make({ id: 'a', kind: 'quotation' }, 'x').open).toContain('wording="unseen"');
    const evidence = { source: 's', excerpt: 'x', bearing: 'supports' };
    expect(make({ id: 'a', kind: 'quotation', evidence }, 'x').open).not.toContain('wording');
  });

  test('of kind remark has no status.', () => {
    expect(make({ id: 'a', kind: 'remark' }, 'x')).toMatchObject({
      open: '<Remark id="a">',
      note: '[^a]: Not written yet.',
    });
  });

  test('keeps words as they are, whatever Markdown or MDX would make of them.', () => {
    const finding = 'A *b* {c} <d> [^e]\n\nf';
    const { note } = make({ id: 'a', finding, attributes: { brief: 'say "it"' } }, 'x');
    expect(note).toBe('[^a]: A \\*b\\* \\{c} \\<d> `[^e]` f');
    expect(make({ id: 'a', attributes: { brief: 'say "it"' } }, 'x').open).toContain(
      'brief="say &#x22;it&#x22;"',
    );
  });
});

describe('A figure', () => {
  test.each<
    [quote: string, given: Record<string, string>, value: string | undefined, unit: string | undefined]
  >([
    ['€140 billion', {}, '140000000000', 'EUR'],
    ['600,000-person cap', {}, '600000', 'persons'],
    ['8–16 per cent', {}, '8–16', 'percent'],
    ['42', {}, '42', undefined],
    ['2024 people', {}, '2024', 'persons'],
    ['2,400 vehicles', {}, '2400', undefined],
    ['2400 vehicles', {}, '2400', undefined],
    ['2,400', {}, '2400', undefined],
    ['1.863 thousand', {}, '1863', undefined],
    ['in 1863', {}, '1863', 'year'],
    ['from 2014–2022, and after', {}, '2014–2022', 'year'],
    ['2,400 years', {}, '2400', 'years'],
    ['5 of 10 people', {}, undefined, undefined],
    ['5 of 10 people', { value: '10' }, '10', 'persons'],
    ['42', { unit: 'items' }, '42', 'items'],
    ['many', {}, undefined, undefined],
  ])('in “%s” with %j has the value %s and the unit %s.', (quote, given, value, unit) => {
    const { order, lacks } = complete({ kind: 'figure', attributes: given }, quote);
    expect([order.attributes.value, order.attributes.unit]).toEqual([value, unit]);
    expect(lacks.map(({ attribute }) => attribute)).toEqual([
      ...(value === undefined ? ['value'] : []),
      ...(unit === undefined ? ['unit'] : []),
    ]);
  });

  test('has told of it what was taken from the words, and not what was given.', () => {
    const taken = (attributes: Record<string, string>) =>
      complete({ kind: 'figure', attributes }, '600,000 euros').taken;
    expect([taken({}), taken({ unit: 'EUR' }), taken({ value: '1', unit: 'EUR' })]).toEqual([
      ['value', 'unit'],
      ['value'],
      [],
    ]);
  });

  test('whose unit is not clear is told which it can be.', () => {
    const why = (quote: string) =>
      complete({ kind: 'figure', attributes: {} }, quote)
        .lacks.map((lack) => lack.why)
        .join(' ');
    expect(why('12 pounds, and $12')).toContain('can be GBP or USD');
    expect(why('2,400 vehicles')).toMatch(/persons, .*items, year\. Things that are counted.* are `items`/);
    expect(why('42')).toContain('ISO 4217 code, or one of persons, points');
    expect(why('5 of 10 people')).toContain('several numbers: 5, 10');
  });
});

describe('A mark of kind source', () => {
  test('lacks the record that it names, until that is said.', () => {
    const order: MarkOrder = { kind: 'source', attributes: {} };
    const { lacks, ...others } = complete(order, 'The Post');
    expect(others).toEqual({ order, taken: [] });
    expect(lacks).toEqual([{ attribute: 'of', why: expect.stringContaining('`npm run source`') as string }]);
    const named: MarkOrder = { kind: 'source', attributes: { of: 'the-post' } };
    expect(complete(named, 'The Post')).toEqual({ order: named, taken: [], lacks: [] });
  });
});

test('A mark of another kind lacks nothing, and nothing is taken from its words.', () => {
  const order: MarkOrder = { kind: 'claim', attributes: {} };
  expect(complete(order, '600,000 euros')).toEqual({ order, taken: [], lacks: [] });
});

test('What an editor says of a mark stands in it: attributes, evidence, and that its note is beside it.', () => {
  const attributes = { status: 'supported', checked: '2025-12-31', wording: 'exact', beside: 'the letter' };
  const evidence = { source: 's', excerpt: ' a\n\nb ', bearing: 'supports', lang: 'de', rendering: 'A b' };
  const { open, note, isBeside } = make({ id: 'a', kind: 'quotation', attributes, evidence }, 'x');
  expect(open).toMatch(/status="supported".* checked="2025-12-31"/);
  expect(isBeside).toBe(true);
  expect(note).toBe(
    '[^a]: Not checked yet.\n\n    <Evidence source="s" bearing="supports" lang="de" rendering="A b">\n      a b\n    </Evidence>',
  );
  const { wording: _, ...unsaid } = attributes;
  expect(make({ id: 'a', kind: 'quotation', attributes }, 'x').open).toContain('wording="exact"');
  expect(make({ id: 'a', kind: 'quotation', attributes: unsaid, evidence }, 'x').open).not.toContain(
    'wording',
  );
});

test('A number alone is an id by its digits.', () => {
  expect(make({}, '1863 冰').id).toBe('1863-冰');
});

test('A template has the evidence that the status needs, of words exactly as their source has them.', () => {
  expect(templatesFor('claim', 'qualified')).toEqual([
    '<Evidence source="KEY" bearing="qualifies">the exact words of the source</Evidence>',
  ]);
  expect(templatesFor('quotation', 'supported')).toEqual([
    '<Evidence source="KEY" bearing="supports">the words as their source has them</Evidence>',
  ]);
  expect(templatesFor('remark', 'supported')).toEqual(['What else there is to say, in a paragraph.']);
});

test('There is a template for every kind and status.', () => {
  for (const kind of KINDS)
    for (const status of STATUSES) expect(templatesFor(kind, status).length).toBeGreaterThan(0);
  expect(templatesFor('claim', 'contested').join()).toMatch(/supports.*contradicts/);
});
