import { describe, expect, test } from 'vitest';
import { toRecord } from '../../src/core/authoring/csl-record.ts';
import { readPage } from '../../src/core/authoring/web-page.ts';

const AT = 'https://example.org/news/ice?from=feed';
const page = (head: string, html = '<html>') =>
  `<!doctype html>${html}<head>${head}</head><body><svg><title>Logo</title></svg><h1>No</h1></body></html>`;
const record = (head: string, html?: string) => toRecord(readPage(page(head, html), AT), '2026-01-02').record;
const data = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('A page', () => {
  test('that states nothing is a page at its address.', () => {
    expect(record('')).toEqual({ type: 'webpage', URL: AT });
  });

  test('states title and language in plain HTML; a drawing’s title is not its own.', () => {
    expect(record('<title> Ice &amp; lamps </title>', '<html lang="en-GB">')).toEqual({
      type: 'webpage',
      title: 'Ice & lamps',
      language: 'en-GB',
      URL: AT,
    });
  });

  test('states a paper by Highwire’s names.', () => {
    const meta = Object.entries({
      citation_title: 'On ice',
      citation_journal_title: 'Lamps',
      citation_publication_date: '2019/5/01',
      citation_doi: 'doi:10.1000/182',
      citation_firstpage: '1',
      citation_lastpage: '9',
      citation_language: 'en',
      citation_publisher: 'The Office',
      'og:title': 'On ice | Lamps',
    })
      .map(([name, content]) => `<meta name="${name}" content="${content}">`)
      .join('');
    const authors = ['Writer, Anna', 'Jean de la Rue'].map(
      (name) => `<meta name="citation_author" content="${name}">`,
    );
    expect(record(meta + authors.join(''))).toEqual({
      type: 'article-journal',
      title: 'On ice',
      author: [{ family: 'Writer', given: 'Anna' }, { literal: 'Jean de la Rue' }],
      'container-title': 'Lamps',
      publisher: 'The Office',
      issued: '2019-05-01',
      DOI: '10.1000/182',
      page: '1–9',
      language: 'en',
      URL: AT,
    });
  });

  test('states itself by Dublin Core; an identifier that is no DOI is none.', () => {
    expect(
      record(
        '<meta name="DC.title" content="Ice"><meta name="DC.creator" content="Writer, A."><meta name="DC.date" content="2019"><meta name="DC.identifier" content="urn:x">',
      ),
    ).toEqual({
      type: 'webpage',
      title: 'Ice',
      author: [{ family: 'Writer', given: 'A.' }],
      issued: '2019',
      URL: AT,
    });
  });

  test('names two authors in one line: they are not taken apart.', () => {
    expect(record('<meta name="author" content="Jane Doe, John Roe">').author).toEqual([
      { literal: 'Jane Doe, John Roe' },
    ]);
  });

  test('states an article in JSON-LD, in a graph, with authors elsewhere in it.', () => {
    const graph = {
      '@graph': [
        { '@type': 'WebPage', name: 'Page', isPartOf: { '@type': 'WebSite', name: 'Site' } },
        {
          '@type': ['NewsArticle'],
          headline: 'Ice &amp; lamps',
          author: [{ '@id': '#a' }, { '@type': 'Person', givenName: 'B.', familyName: 'Bee' }],
          isPartOf: { '@type': 'WebPage', name: 'Page' },
          publisher: { '@type': 'Organization', name: 'The Post' },
          datePublished: '2025-11-24T10:00:00Z',
          inLanguage: 'en-GB',
        },
        { '@id': '#a', '@type': 'Person', name: 'A. Writer' },
      ],
    };
    expect(record(data(graph))).toEqual({
      type: 'article-newspaper',
      title: 'Ice & lamps',
      author: [{ literal: 'A. Writer' }, { family: 'Bee', given: 'B.' }],
      publisher: 'The Post',
      issued: '2025-11-24',
      language: 'en-GB',
      URL: AT,
    });
  });

  test.each([
    ['{ broken'],
    ['null'],
    ['[1, "a", null]'],
    ['{"@type":"NewsArticle","author":{"name":7},"headline":{}}'],
  ])('whose JSON-LD is %s loses nothing else.', (script) => {
    expect(record(`<script type="application/ld+json">${script}</script><title>T</title>`)).toMatchObject({
      title: 'T',
    });
  });

  test.each<[link: string, address: string]>([
    ['/ice', 'https://example.org/ice'],
    ['https://example.org/a', 'https://example.org/a'],
    ['/', AT],
    ['javascript:alert(1)', AT],
    ['http://[', AT],
    ['', AT],
  ])('whose canonical link is %j has the address %s.', (link, address) => {
    expect(record(`<link rel="canonical" href="${link}">`).URL).toBe(address);
  });

  test('that is the front page of its site may say so.', () => {
    const { URL: address } = readPage(
      page('<link rel="canonical" href="/">'),
      'https://example.org/?from=feed',
    );
    expect(address).toBe('https://example.org/');
  });

  test('states its canonical address in a link of several relations, and not in another element.', () => {
    expect(record('<link rel="alternate Canonical" href="/ice">').URL).toBe('https://example.org/ice');
    const html = page('').replace('<h1>', '<a rel="canonical" href="/ice">');
    expect(readPage(html, AT).URL).toBe(AT);
  });

  test('states by `property` what others state by `name`; what is empty or has no name states nothing.', () => {
    expect(
      record(
        '<meta charset="utf-8"><meta name="citation_title" content=" "><meta content="x"><meta name="DC.title"><meta property="og:title" content=" Ice "><meta property="og:site_name" content="Site"><meta property="og:locale" content="en_GB">',
      ),
    ).toEqual({ type: 'webpage', title: 'Ice', 'container-title': 'Site', language: 'en-GB', URL: AT });
  });

  test('states nothing in elements that are no <meta>, nor in scripts that are no JSON-LD.', () => {
    const article = JSON.stringify({ '@type': 'NewsArticle', headline: 'Ice' });
    expect(
      record(
        `<script>${article}</script><script type="application/json">${article}</script><script type="x-application/ld+json">${article}</script><link property="dc.title" content="Ice">`,
      ),
    ).toEqual({ type: 'webpage', URL: AT });
    expect(record(`<script type="Application/LD+JSON; charset=utf-8">${article}</script>`).title).toBe('Ice');
  });

  test.each<[author: string, name: object | undefined]>([
    ['Writer,Anna', { family: 'Writer', given: 'Anna' }],
    ['Writer,  Anna', { family: 'Writer', given: 'Anna' }],
    ['Writer,', { literal: 'Writer,' }],
    ['Writer', { literal: 'Writer' }],
    ['Writer, Anna, Jr.', { literal: 'Writer, Anna, Jr.' }],
    ['https://example.org/anna', undefined],
  ])('by the author %j of Highwire has the name %j.', (author, name) => {
    expect(record(`<meta name="citation_author" content="${author}">`).author).toEqual(name && [name]);
  });

  test.each<[first: string, last: string, page: string | undefined]>([
    ['3', '9', '3–9'],
    ['3', '3', '3'],
    ['3', '', '3'],
    ['', '9', '9'],
    ['', '', undefined],
  ])('of a paper from page %j to %j has the pages %j.', (first, last, pages) => {
    const { page: stated } = record(
      `<meta name="citation_firstpage" content="${first}"><meta name="citation_lastpage" content="${last}">`,
    );
    expect(stated).toBe(pages);
  });

  test.each<[said: string, of: Record<string, unknown>, expected: Record<string, unknown>]>([
    ['in a list', {}, {}],
    ['with a name for a headline', { headline: undefined, name: 'Lamps' }, { title: 'Lamps' }],
    ['with a headline of white space', { headline: ' ', name: 'Lamps' }, { title: 'Lamps' }],
    ['with white space around its headline', { headline: [' Ice ', 'Two'] }, { title: 'Ice' }],
    [
      'with several authors, of whom one has half a name and one none',
      { author: ['A', { givenName: 'B', name: 'B. Bee' }, { familyName: 'C' }, 7] },
      { author: [{ literal: 'A' }, { literal: 'B. Bee' }] },
    ],
    ['whose authors have no name', { author: [{}, ''] }, {}],
    ['in a paper', { isPartOf: { '@type': 'Newspaper', name: 'Post' } }, { 'container-title': 'Post' }],
    [
      'in something of several types',
      { isPartOf: [{ '@type': ['CreativeWork', 'Periodical'], name: 'Post' }] },
      { 'container-title': 'Post' },
    ],
    ['in something without a type', { isPartOf: { name: 'Post' } }, {}],
    ['in something that is told by an address', { isPartOf: 'https://example.org/' }, {}],
    ['in a language with a name and a tag', { inLanguage: { alternateName: 'cy' } }, { language: 'cy' }],
    ['with a publisher of two', { publisher: ['First', 'Second'] }, { publisher: 'First' }],
  ])('states an article %s.', (_, of, expected) => {
    const { record: made } = toRecord(
      readPage(page(data([{ '@type': 'NewsArticle', headline: 'Ice', ...of }])), AT),
      '2026-01-02',
    );
    expect(made).toEqual({ type: 'article-newspaper', title: 'Ice', URL: AT, ...expected });
  });

  test('whose scripts hold no work has what else they are about for nothing.', () => {
    const statements = [{ '@type': 'Organization', name: 'Site' }, { '@id': '#a', name: 'A' }, { name: 'B' }];
    expect(record(data(statements))).toEqual({ type: 'webpage', URL: AT });
  });
});
