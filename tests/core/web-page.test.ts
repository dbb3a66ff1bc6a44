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
});
