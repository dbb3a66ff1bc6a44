import { describe, expect, test } from 'vitest';
import { noteData, readingData, sourceData, toDataBlock } from '../../src/core/metadata/schema-org.ts';
import type { Recorded } from '../../src/core/ledger.ts';
import type { Source } from '../../src/core/source.ts';
import { read } from './support/reading.ts';

const ROOT = 'https://example.org/repo/';
const CHECKED = 'status="opinion" checked="2026-11-22"';
const { reading } = read(
  `<Claim id="it-is" ${CHECKED}>One</Claim> <Quotation id="said" ${CHECKED} by="The mayor" source="earlier" wording="unseen">“two”</Quotation> ` +
    `<Source id="named" ${CHECKED} of="later">three</Source> <Remark id="slip">theris</Remark>.\n\n` +
    '[^it-is]: A forecast.\n\n    <Evidence source="undated" bearing="context">One</Evidence>\n\n' +
    '[^said]: Not read.\n\n[^named]: It is named.\n\n[^slip]: A slip.\n',
);
const record: Source = {
  key: 'post',
  type: 'post-weblog',
  'container-title': 'The blog',
  publisher: 'The University',
  issued: '2025-11/2025-12~',
  URL: 'https://example.org/post',
  consulted: true,
};
const data = (more: Partial<Source> = {}, own: Partial<typeof reading> = {}) =>
  readingData({ ...reading, ...own }, { ...record, ...more }, '2026-11-25', ROOT);
const note = (id: string) =>
  noteData(
    reading.annotations.find((annotation) => annotation.id === id)!,
    reading,
    undefined,
    {},
    ROOT,
  );

describe('A reading', () => {
  test('is what its record is, in what it appeared in; or what the editors say that it is.', () => {
    expect(data()).toMatchObject({
      '@type': 'BlogPosting',
      isPartOf: { '@type': 'Blog', name: 'The blog' },
      publisher: { name: 'The University' },
      isBasedOn: 'https://example.org/post',
      inLanguage: 'en-GB',
      version: '1',
      dateModified: '2026-11-25',
    });
    expect(data({ type: 'article-newspaper' })['@type']).toBe('NewsArticle');
    expect(data({}, { genre: 'opinion' })['@type']).toBe('OpinionNewsArticle');
  });

  test('has a date of publication only where that is certain: an inferred one is text.', () => {
    expect(data()).toMatchObject({ temporal: '2025-11/2025-12~' });
    expect(data()).not.toHaveProperty('datePublished');
    expect(data({ issued: '2025-11-24' })).toMatchObject({ datePublished: '2025-11-24' });
    expect(data({ issued: '2025-11-24' })).not.toHaveProperty('temporal');
  });

  test('has its annotations as parts, at their marks, and the sources as what it is checked by, itself not among them.', () => {
    expect(data().hasPart).toEqual([
      { '@type': 'Claim', '@id': `${ROOT}test/#m-it-is` },
      { '@type': 'Quotation', '@id': `${ROOT}test/#m-said` },
      { '@type': 'CreativeWork', '@id': `${ROOT}test/#m-named` },
      { '@type': 'CreativeWork', '@id': `${ROOT}test/#m-slip` },
    ]);
    const keys = ['undated', 'earlier', 'later'];
    expect(data().citation).toEqual(keys.map((key) => ({ '@id': `${ROOT}sources/${key}/` })));
  });

  test('has persons with their names’ parts, and others with the name alone.', () => {
    const author = [{ family: 'Tester', given: 'A.', 'non-dropping-particle': 'van' }, { literal: 'NATO' }];
    expect(data({}, { author }).author).toEqual([
      { '@type': 'Person', name: 'A. van Tester', givenName: 'A.', familyName: 'van Tester' },
      { name: 'NATO' },
    ]);
  });
});

describe('A note', () => {
  test('is a page about a claim that appears in the text; its words come first.', () => {
    expect(note('it-is')).toMatchObject({
      '@type': 'WebPage',
      '@id': `${ROOT}test/notes/it-is/`,
      name: '“One”: opinion',
      abstract: '“One”. Opinion. A forecast.',
      author: { name: 'Postil' },
      lastReviewed: '2026-11-22',
      isPartOf: { '@id': `${ROOT}test/` },
      mainEntity: { '@type': 'Claim', text: 'One', appearance: { '@id': `${ROOT}test/` } },
      citation: [{ '@id': `${ROOT}sources/undated/` }],
    });
  });

  test('on a quotation says whose words they are and whence; on a source, which.', () => {
    expect(note('said').mainEntity).toMatchObject({
      '@type': 'Quotation',
      text: '“two”',
      spokenByCharacter: { name: 'The mayor' },
      isBasedOn: { '@id': `${ROOT}sources/earlier/` },
    });
    expect(note('named').mainEntity).toMatchObject({ mentions: { '@id': `${ROOT}sources/later/` } });
    expect(note('slip')).not.toHaveProperty('lastReviewed');
  });

  test('has nothing that is not known of it.', () => {
    const { mainEntity, ...page } = note('slip');
    expect(page).toStrictEqual({
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      '@id': `${ROOT}test/notes/slip/`,
      url: `${ROOT}test/notes/slip/`,
      name: expect.any(String) as string,
      abstract: expect.any(String) as string,
      author: { '@type': 'Organization', name: 'Postil' },
      publisher: { '@type': 'Organization', name: 'Postil' },
      inLanguage: 'en',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      dateModified: expect.any(String) as string,
      isPartOf: { '@id': `${ROOT}test/` },
    });
    expect(mainEntity).toStrictEqual({
      '@type': 'CreativeWork',
      '@id': `${ROOT}test/#m-slip`,
      text: 'theris',
      inLanguage: 'en-GB',
      isPartOf: { '@id': `${ROOT}test/` },
    });
  });

  test('was published when it first was.', () => {
    const annotation = reading.annotations[0]!;
    const said = (date: string) => ({
      date,
      edition: 1,
      hash: '',
      finding: 'F',
      passage: 'p1',
      quote: 'One',
    });
    const recorded: Recorded = {
      annotation: 'it-is',
      edition: 1,
      notes: [said('2026-10-01'), said('2026-11-01')],
    };
    expect(noteData(annotation, reading, recorded, {}, ROOT)).toMatchObject({ datePublished: '2026-10-01' });
  });

  test('rates nothing.', () => {
    for (const { id } of reading.annotations) expect(JSON.stringify(note(id))).not.toMatch(/rating|review"/i);
  });
});

describe('A source', () => {
  const full: Source = {
    ...record,
    title: 'A book',
    author: [{ family: 'Tester' }],
    language: 'ru',
    issued: '2025',
    DOI: '10.1000/182',
    ISBN: '9783161484100',
  };
  const bare: Source = { key: 'bare', type: 'report', consulted: true };

  test('is at the address by which others refer to it, and has all that its record has.', () => {
    expect(sourceData(full, ROOT)).toStrictEqual({
      '@context': 'https://schema.org',
      '@type': 'BlogPosting',
      '@id': `${ROOT}sources/post/`,
      name: 'A book',
      author: [{ '@type': 'Person', name: 'Tester', familyName: 'Tester' }],
      inLanguage: 'ru',
      publisher: { '@type': 'Organization', name: 'The University' },
      isPartOf: { '@type': 'Blog', name: 'The blog' },
      datePublished: '2025',
      url: 'https://example.org/post',
      sameAs: 'https://doi.org/10.1000/182',
      isbn: '9783161484100',
    });
  });

  test('has nothing that its record has not.', () => {
    expect(sourceData(bare, ROOT)).toStrictEqual({
      '@context': 'https://schema.org',
      '@type': 'Report',
      '@id': `${ROOT}sources/bare/`,
    });
    expect(readingData(reading, { ...bare, key: 'post' }, '2026-11-25', ROOT)).not.toHaveProperty(
      'isBasedOn',
    );
  });

  test.each([
    ['2025-11-24', 'datePublished'],
    ['2025-11~', 'temporal'],
    ['2025/2026', 'temporal'],
    ['2025-11/2025-12~', 'temporal'],
  ])('of %s has it as %s.', (issued, property) => {
    expect(sourceData({ ...bare, issued }, ROOT)).toHaveProperty(property, issued);
  });
});

describe('A data block', () => {
  const evil = { text: '</script><script>alert(1)</script> <!-- <script' };

  test('ends nowhere but at its end, whatever it says.', () => {
    expect(toDataBlock(evil)).not.toContain('<');
  });

  test('says the same as before.', () => {
    expect(JSON.parse(toDataBlock(evil))).toEqual(evil);
  });
});
