import { Ajv2020 } from 'ajv/dist/2020.js';
import jsonld from 'jsonld';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { sliceCodePoints } from '../../src/core/canonical.ts';
import type { Edited, Site } from '../../src/core/export/subject.ts';
import {
  toAnnotationCollection,
  toAnnotationDocument,
  writeSiteCollection,
} from '../../src/core/export/web-annotation.ts';
import { EDITORS_LANGUAGE } from '../../src/core/language.ts';
import { parseLedger } from '../../src/core/ledger-file.ts';
import { notesOf } from '../../src/core/published.ts';
import { ledgerOf } from './support/ledger.ts';
import { read } from './support/reading.ts';

const FIXTURES = path.join(import.meta.dirname, '../fixtures/web-annotation');
const fixture = (name: string) => JSON.parse(readFileSync(path.join(FIXTURES, name), 'utf8')) as object;
const context = fixture('context.jsonld');

/** No context is fetched: the only one that is asked for is ours. */
const documentLoader = (url: string) => {
  expect(url).toBe('http://www.w3.org/ns/anno.jsonld');
  return Promise.resolve({ documentUrl: url, document: { ...context } });
};
const isValid = new Ajv2020({ allErrors: true }).compile(fixture('model.schema.json'));
const complaints = (document: unknown) => (isValid(document) ? [] : isValid.errors!);

const ROOT = 'https://example.org/repo/';
const contents = ['content', 'tests/fixtures/site/content'].map((folder) => {
  const { readings, sources, publication } = readContent(folder);
  const all = readings.map((reading): Edited => {
    const file = `${folder}/readings/${reading.slug}/anchors.json`;
    const { ledger } = parseLedger({ path: file, json: readFileSync(file, 'utf8') });
    return { reading, ledger };
  });
  return { all, site: { root: ROOT, sources, publication } satisfies Site };
});
const every = contents.flatMap(({ all, site }) => all.map((edited) => ({ edited, site })));
const documents = [
  ...contents.map(({ all, site }) => JSON.parse([...writeSiteCollection(all, site)].join('')) as object),
  ...every.flatMap(({ edited, site }) => [
    toAnnotationCollection(edited, site),
    ...edited.reading.annotations.map((annotation) => toAnnotationDocument(annotation, edited, site)),
  ]),
] as unknown as Json[];

type Json = Record<string, unknown>;
const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe('Every export', () => {
  test('is valid by the model.', () => {
    expect(documents.length).toBeGreaterThan(100);
    for (const document of documents) expect(complaints(copy(document)), String(document.id)).toEqual([]);
  });

  test('expands, and no term of it is lost.', async () => {
    for (const document of documents) {
      const plain = copy(document);
      const expanded = await jsonld.expand(plain, { documentLoader });
      // As many as there are: a term without an IRI would be dropped with all below it.
      const { '@context': _, ...terms } = plain;
      expect(count(expanded)).toBe(count(terms));
      expect(textsIn(expanded).filter((text) => !/^(?:https?:|urn:uuid:|@)/.test(text.key))).toEqual([]);
      for (const { key, text } of textsIn(expanded))
        if (key === '@type' || /#(?:motivatedBy|hasPurpose)$/.test(key)) expect(text).toMatch(/^http/);
    }
  });

  test('loses a term that the context does not have.', async () => {
    const plain: Record<string, unknown> = { ...copy(documents.at(-1)!), unheardOf: 'of' };
    const expanded = await jsonld.expand(plain, { documentLoader });
    const { '@context': _, ...terms } = plain;
    expect(count(expanded)).toBe(count(terms) - 1);
  });
});

/** Statements in JSON-LD, expanded or not: everything that stands under a name, `@list` and values' own apart. */
function count(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + count(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [name, each]) => {
    if (name === '@list') return sum + count(each);
    if (name === '@value') return sum;
    const isTypeOfValue = name === '@type' && '@value' in value;
    const isReference = name === '@id' && Object.keys(value).length === 1;
    return sum + (isTypeOfValue || isReference ? 0 : 1) + count(each);
  }, 0);
}

function textsIn(value: unknown, key = '@graph'): { key: string; text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const isReference = name === '@id' && Object.keys(value).length === 1;
    const isPlain = name === '@value' || name === '@list' || isReference;
    return textsIn(each, isPlain ? key : name);
  });
}

describe('The schema refuses', () => {
  const one = () => copy(documents.find(({ type }) => type === 'Annotation')!) as never as Changeable;
  const collection = () =>
    copy(documents.find(({ type }) => type === 'AnnotationCollection')!) as never as Changeable;

  interface Changeable extends Json {
    body: Json[];
    target: Json & { selector: Json[]; state: Json };
    first: Json & { items: Json[] };
  }

  test('nothing before it is changed.', () => {
    expect([...complaints(one()), ...complaints(collection())]).toEqual([]);
  });

  test.each<[string, (annotation: Changeable) => void]>([
    ['no target', (annotation) => delete (annotation as Json).target],
    ['no context', (annotation) => delete annotation['@context']],
    ['another context', (annotation) => (annotation['@context'] = 'https://example.org/')],
    ['no id', (annotation) => delete annotation.id],
    ['another type', (annotation) => (annotation.type = 'Note')],
    ['a motivation of our own', (annotation) => (annotation.motivation = 'fact-checking')],
    ['two motivations', (annotation) => (annotation.motivation = ['assessing', 'commenting'])],
    ['a body without value', (annotation) => delete annotation.body[0]!.value],
    ['a body that is another thing', (annotation) => (annotation.body[0]!.type = 'Body')],
    ['a purpose of our own', (annotation) => (annotation.body[0]!.purpose = 'proving')],
    ['no body', (annotation) => ((annotation as Json).body = [])],
    ['a language in words', (annotation) => (annotation.body[0]!.language = 'English (British)')],
    ['a day without time', (annotation) => (annotation.created = '2026-11-22')],
    ['a time elsewhere', (annotation) => (annotation.created = '2026-11-22T00:00:00+01:00')],
    ['rights in words', (annotation) => (annotation.rights = 'All rights reserved')],
    ['a creator without a name', (annotation) => (annotation.creator = { type: 'Person' })],
    ['a creator that is a thing', (annotation) => (annotation.creator = { type: 'Thing', name: 'A' })],
    ['no source', (annotation) => delete annotation.target.source],
    [
      'two sources',
      (annotation) => (annotation.target.source = ['https://a.example/', 'https://b.example/']),
    ],
    ['a fragment without value', (annotation) => delete annotation.target.selector[0]!.value],
    ['a quotation without its words', (annotation) => delete annotation.target.selector[1]!.exact],
    ['two prefixes', (annotation) => (annotation.target.selector[1]!.prefix = ['a', 'b'])],
    ['a negative start', (annotation) => (annotation.target.selector[2]!.start = -1)],
    ['half an end', (annotation) => (annotation.target.selector[2]!.end = 1.5)],
    ['no end', (annotation) => delete annotation.target.selector[2]!.end],
    ['an unknown selector', (annotation) => (annotation.target.selector[0]!.type = 'WordSelector')],
    ['a state without its class', (annotation) => delete annotation.target.state.type],
    ['a number of its own', (annotation) => (annotation.number = 24)],
  ])('%s.', (_, change) => {
    const annotation = one();
    change(annotation);
    expect(complaints(annotation)).not.toEqual([]);
  });

  test.each<[string, (all: Changeable) => void]>([
    ['no first page', (all) => delete (all as Json).first],
    ['a negative total', (all) => (all.total = -1)],
    ['no label', (all) => delete all.label],
    ['a page without items', (all) => (all.first.items = [])],
    ['a page without id', (all) => delete all.first.id],
    ['a page of another type', (all) => (all.first.type = 'Page')],
    ['a page with a context', (all) => (all.first['@context'] = 'http://www.w3.org/ns/anno.jsonld')],
    ['an annotation in it without target', (all) => delete all.first.items[0]!.target],
  ])('a collection with %s.', (_, change) => {
    const all = collection();
    change(all);
    expect(complaints(all)).not.toEqual([]);
  });
});

const quotedIn = ({ annotations }: Edited['reading']) =>
  annotations.flatMap(({ evidence }) => evidence.map(({ excerpt }) => excerpt));

describe('An annotation', () => {
  test.each(every.map((each) => [each.edited.reading.slug, each] as const))(
    'of %s is quoted within its paragraph, in one place only, where its position is.',
    (_, { edited, site }) => {
      const { reading } = edited;
      for (const annotation of reading.annotations) {
        const { target } = toAnnotationDocument(annotation, edited, site);
        const [, quote, position] = target.selector as [
          object,
          { exact: string; prefix: string; suffix: string },
          { start: number; end: number },
        ];
        const { exact, prefix, suffix } = quote;
        expect(exact).toBe(annotation.quote);
        expect(sliceCodePoints(reading.text, position.start, position.end)).toBe(exact);
        expect(reading.text.split(prefix + exact + suffix)).toHaveLength(2);
        // A paragraph that a note quotes whole is told by what stands around it.
        const { text } = reading.blocks[annotation.block]!;
        if (!quotedIn(reading).includes(text)) expect(text).toContain(prefix + exact + suffix);
      }
    },
  );

  test('is dated by its ledger and its corrections, and signed by who is responsible.', () => {
    const { edited, site } = every.find(({ edited: { reading } }) => reading.slug === 'waterside-lamps')!;
    for (const annotation of edited.reading.annotations) {
      const { created, modified, creator } = toAnnotationDocument(annotation, edited, site);
      const notes = edited.ledger!.annotations.find((row) => row.annotation === annotation.id)!.notes;
      const corrected = edited.reading.corrections.filter((each) => each.annotation === annotation.id);
      const days = [...notes, ...corrected].map(({ date }) => date).sort();
      expect(created).toBe(`${notes[0]!.date}T00:00:00Z`);
      expect(modified).toBe(days.at(-1)! > days[0]! ? `${days.at(-1)!}T00:00:00Z` : undefined);
      expect(creator).toEqual({ type: 'Person', name: 'A. van der Tester' });
    }
  });

  test('has no maker where the site names nobody, and no dates without a ledger.', () => {
    const { reading } = every[0]!.edited;
    const site = { ...every[0]!.site, publication: {} };
    const document = toAnnotationDocument(reading.annotations[0]!, { reading }, site);
    expect(document).not.toHaveProperty('creator');
    expect(document).not.toHaveProperty('created');
    expect(complaints(copy(document))).toEqual([]);
    const published = toAnnotationDocument(
      reading.annotations[0]!,
      { reading },
      {
        ...site,
        publication: { publisher: 'The Press' },
      },
    );
    expect(published.creator).toEqual({ name: 'The Press' });
  });

  test('leads to the words of its evidence, in their language, with a rendering behind them.', () => {
    const { edited, site } = every.find(({ edited: { reading } }) => reading.slug === 'peace-deal')!;
    const pieces = edited.reading.annotations.flatMap((annotation) => {
      const body = toAnnotationDocument(annotation, edited, site).body as Json[];
      const links = body.filter(({ purpose }) => purpose === 'linking');
      return annotation.evidence.map((piece, index) => ({
        piece,
        body,
        link: links[index]!,
      }));
    });
    expect(pieces.length).toBeGreaterThan(100);
    for (const { piece, body, link } of pieces) {
      const source = site.sources.get(piece.source)!;
      expect(link).toMatchObject({
        source: source.URL ?? `${ROOT}sources/${piece.source}/`,
        via: `${ROOT}sources/${piece.source}/`,
        selector: { type: 'TextQuoteSelector', exact: piece.excerpt },
      });
      expect(link.label).toMatch(new RegExp(`^${piece.bearing}: `));
      expect(link.language).toBe(piece.lang ?? source.language);
      const next = body[body.indexOf(link) + 1];
      if (piece.rendering !== undefined)
        expect(next).toMatchObject({
          purpose: 'describing',
          value: piece.rendering,
          language: EDITORS_LANGUAGE,
        });
    }
  });

  test('is read again by the checker: its words, what it says, and what it quotes.', () => {
    for (const { edited, site } of every) {
      const notes = notesOf(copy(toAnnotationCollection(edited, site)));
      expect(notes.map(({ id, quote, by, excerpts }) => ({ id, quote, by, excerpts }))).toEqual(
        edited.reading.annotations.map(({ id, quote, by, evidence }) => ({
          id,
          quote,
          by,
          excerpts: evidence.map(({ excerpt }) => excerpt),
        })),
      );
      for (const [index, { finding, body }] of edited.reading.annotations.entries())
        expect(notes[index]!.said).toBe([finding, ...body.map(({ text }) => text)].join('\n\n'));
    }
  });

  test('is in no collection where a reading has none, and the checker takes that.', () => {
    const { edited, site } = every[0]!;
    const empty = { ...edited, reading: { ...edited.reading, annotations: [] } };
    const document = copy(toAnnotationCollection(empty, site));
    expect(document.total).toBe(0);
    expect(complaints(document)).toEqual([]);
    expect(notesOf(document)).toEqual([]);
  });
});

describe('An annotation says all that its note says', () => {
  const mdx = [
    '<Claim id="lit" status="supported" checked="2026-11-22">The quay was lit</Claim> in <Remark id="slip">1871</Remark>.',
    '[^lit]: It was.\n\n    Also later.\n\n' +
      '    <Evidence source="earlier" bearing="supports" lang="ru" rendering="lit">горел</Evidence>\n\n' +
      '    <Evidence source="undated" bearing="context">lamps</Evidence>\n\n' +
      '    <Since date="2026" source="later">It was torn down.</Since>\n\n' +
      '    <Reply from="A. Writer" date="2026-01-02">So it is.</Reply>',
    '[^slip]: A slip.',
  ].join('\n\n');
  const { reading } = read(mdx);
  const site: Site = {
    root: ROOT,
    sources: new Map([
      ['earlier', { key: 'earlier', type: 'report', title: 'A report', language: 'uk', consulted: true }],
      [
        'undated',
        {
          key: 'undated',
          type: 'webpage',
          title: 'A page',
          language: 'uk',
          URL: 'https://a.example/',
          consulted: true,
        },
      ],
    ]),
    publication: { responsible: 'A. Tester', publisher: 'The Press' },
  };
  const said = (date: string) => ({ date, edition: 1, hash: '', finding: '', passage: 'p1', quote: '' });
  const ledger = {
    ...ledgerOf(1, []),
    annotations: [
      { annotation: 'slip', edition: 1, notes: [said('2026-03-03')] },
      { annotation: 'lit', edition: 1, notes: [said('2026-01-01'), said('2026-02-02')] },
    ],
  };
  const edited: Edited = { reading, ledger };
  const [lit, slip] = reading.annotations;

  test('with a status.', () => {
    const terms = Object.entries(toAnnotationDocument(lit!, edited, site));
    const common = terms.filter(([name]) => !name.startsWith('postil:') && name !== '@context');
    expect(Object.fromEntries(common)).toStrictEqual({
      id: `${ROOT}test/notes/lit/`,
      type: 'Annotation',
      motivation: 'assessing',
      creator: { type: 'Person', name: 'A. Tester' },
      generator: { type: 'Software', name: 'Postil' },
      created: '2026-01-01T00:00:00Z',
      modified: '2026-02-02T00:00:00Z',
      rights: 'https://creativecommons.org/licenses/by/4.0/',
      body: [
        text('assessing', 'It was.\n\nAlso later.'),
        { ...text('classifying', 'supported'), created: '2026-11-22T00:00:00Z' },
        text('tagging', 'claim'),
        {
          type: 'SpecificResource',
          purpose: 'linking',
          label: 'supports: A report',
          source: `${ROOT}sources/earlier/`,
          language: 'ru',
          selector: { type: 'TextQuoteSelector', exact: 'горел' },
          via: `${ROOT}sources/earlier/`,
        },
        {
          ...text('describing', 'lit'),
          label: 'Rendering of the excerpt: A report',
          via: `${ROOT}sources/earlier/`,
        },
        {
          type: 'SpecificResource',
          purpose: 'linking',
          label: 'context: A page',
          source: 'https://a.example/',
          language: 'uk',
          selector: { type: 'TextQuoteSelector', exact: 'lamps' },
          via: `${ROOT}sources/undated/`,
        },
        {
          ...text('commenting', 'It was torn down.'),
          label: 'What followed, 2026',
          via: `${ROOT}sources/later/`,
        },
        {
          type: 'TextualBody',
          purpose: 'replying',
          value: 'So it is.',
          format: 'text/plain',
          creator: { name: 'A. Writer' },
          created: '2026-01-02T00:00:00Z',
        },
      ],
      target: targetOf('lit', 'The quay was lit', 0, 16),
    });
  });

  test('without one, and with nothing that is not known.', () => {
    const { reading: other } = read(mdx);
    const document = toAnnotationDocument(
      other.annotations[1]!,
      { reading: other, ledger },
      { ...site, sources: new Map() },
    );
    expect(document).toMatchObject({
      motivation: 'commenting',
      created: '2026-03-03T00:00:00Z',
      body: [text('commenting', 'A slip.'), text('tagging', 'remark')],
    });
    expect(document).not.toHaveProperty('modified');
  });

  test('by the key of a source that there is no record of.', () => {
    const { body } = toAnnotationDocument(lit!, edited, { ...site, sources: new Map() }) as { body: Json[] };
    const link = body.find(({ label }) => label === 'context: undated')!;
    expect(link.source).toBe(`${ROOT}sources/undated/`);
    expect(link).not.toHaveProperty('language');
  });

  test('and is made once for all the documents that it stands in.', () => {
    const collection = toAnnotationCollection(edited, site) as unknown as { first: { items: object[] } };
    const { '@context': _, ...alone } = toAnnotationDocument(slip!, edited, site);
    expect(collection.first.items[1]).toEqual(alone);
    expect((toAnnotationDocument(lit!, edited, site) as { body: unknown }).body).toBe(
      (toAnnotationDocument(lit!, edited, site) as { body: unknown }).body,
    );
  });

  /** A note by the editors, as text. */
  function text(purpose: string, value: string) {
    return { type: 'TextualBody', purpose, value, format: 'text/plain', language: EDITORS_LANGUAGE };
  }

  function targetOf(id: string, exact: string, start: number, end: number) {
    return {
      type: 'SpecificResource',
      source: `${ROOT}test/`,
      language: 'en-GB',
      scope: `${ROOT}test/editions/1/`,
      state: {
        type: 'TimeState',
        sourceDate: `${reading.edition.date}T00:00:00Z`,
        cached: `${ROOT}test/editions/1/text.txt`,
      },
      selector: [
        { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: `m-${id}` },
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: expect.any(String) as string },
        { type: 'TextPositionSelector', start, end },
      ],
    };
  }
});

test('The marked words are told from the same words in any part of a note.', () => {
  const note =
    '    <Evidence source="earlier" bearing="context" lang="ru" rendering="WORDS">EXCERPT</Evidence>\n\n    <Since date="2026" source="later">SINCE</Since>\n\n    <Reply from="A" date="2026-01-02">REPLY</Reply>';
  const quoteIn = (within: string) => {
    const { reading } = read(
      `First.\n\nElse <Claim id="a" status="opinion" checked="2026-11-22">the quay</Claim>.\n\n[^a]: FINDING\n\n    BODY\n\n${note}`.replace(
        within,
        'So: Else the quay.',
      ),
    );
    const { target } = toAnnotationDocument(
      reading.annotations[0]!,
      { reading },
      every[0]!.site,
    ) as unknown as {
      target: { selector: Json[] };
    };
    return target.selector[1];
  };
  const alone = quoteIn('nothing');
  for (const part of ['FINDING', 'BODY', 'WORDS', 'EXCERPT', 'SINCE', 'REPLY'])
    expect(quoteIn(part), part).not.toEqual(alone);
});
