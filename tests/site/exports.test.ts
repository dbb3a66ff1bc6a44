import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';
import { sliceCodePoints } from '../../src/core/canonical.ts';
import { DATA, FORMATS } from '../../src/core/export/formats.ts';
import { citedSources } from '../../src/core/site.ts';
import { FIXTURE_CONTENT, readings } from '../support/pages.ts';

const all = [
  ...readings().map((reading) => ({ site: 'edition' as const, content: 'content', reading })),
  ...readings(FIXTURE_CONTENT).map((reading) => ({
    site: 'fixture' as const,
    content: FIXTURE_CONTENT,
    reading,
  })),
];

interface Selector {
  type: string;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  value: string;
}
interface WebAnnotation {
  id: string;
  motivation: string;
  body: { type: string; purpose: string; value?: string }[];
  target: { source: string; selector: Selector[] };
}

describe.each(all)('the data of $reading.slug', ({ site, content, reading }) => {
  const get = async (file: string) => fetch(`${inject(site)}${reading.slug}/${file}`);

  test('every format has its media type', async () => {
    for (const { file, type } of DATA) {
      const response = await get(file);
      expect(response.status, file).toBe(200);
      expect(response.headers.get('content-type'), file).toBe(type);
      expect(response.headers.get('access-control-allow-origin'), file).toBe('*');
    }
  });

  test('text.txt is the canonical text', async () => {
    expect(await (await get('text.txt')).text()).toBe(reading.text);
  });

  test('each annotation is exported, and quote and position both find exactly its words', async () => {
    const collection = (await (await get('annotations.jsonld')).json()) as {
      '@context': string;
      type: string;
      total: number;
      first: { type: string; items: WebAnnotation[] };
    };
    expect(collection['@context']).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(collection.type).toBe('AnnotationCollection');
    expect(collection.total).toBe(reading.annotations.length);
    expect(collection.first.type).toBe('AnnotationPage');
    const text = await (await get('text.txt')).text();
    for (const [index, item] of collection.first.items.entries()) {
      const annotation = reading.annotations[index]!;
      const select = (type: string) => item.target.selector.find((selector) => selector.type === type)!;
      const { exact, prefix, suffix } = select('TextQuoteSelector');
      const { start, end } = select('TextPositionSelector');
      expect(exact).toBe(annotation.quote);
      expect(sliceCodePoints(text, start, end)).toBe(exact);
      expect(text.split(prefix + exact + suffix)).toHaveLength(2);
      expect(select('FragmentSelector').value).toBe(`m-${annotation.id}`);
      expect(item.motivation).toBe(annotation.kind === 'remark' ? 'commenting' : 'assessing');
      expect(item.body.some(({ value }) => value?.startsWith(annotation.finding))).toBe(true);
    }
  });

  test('each figure is a line of the table, with its words, its number and the address of its note', async () => {
    const rows: Record<string, string>[] = parse(await (await get('figures.csv')).text(), { columns: true });
    const figures = reading.annotations.filter(({ kind }) => kind === 'figure');
    expect(rows.map(({ id }) => id)).toEqual(figures.map(({ id }) => id));
    for (const [index, row] of rows.entries()) {
      const { quote, value, unit, measures = '', status, checked, id } = figures[index]!;
      expect(row).toMatchObject({ words: quote, unit, measures, status, checked });
      expect([row.value, row.value_to].filter(Boolean).join('–')).toBe(value);
      const anchors = reading.blocks.flatMap((block) => [block, ...block.sentences]);
      const passage = anchors.find(({ anchor }) => anchor === row.passage)!;
      expect(passage.text).toContain(quote);
      expect(new URL(row.url!, inject(site)).pathname).toBe(
        `${new URL(inject(site)).pathname}${reading.slug}/notes/${id}/`,
      );
    }
  });

  test('every format but the ledger is an alternate of the reading’s page', async () => {
    const page = await (await get('')).text();
    const alternates = [...page.matchAll(/<link rel="alternate" type="([^"]*)"[^>]* href="([^"]*)"/g)];
    expect(
      alternates.map(([, type, href]) => [type!.replaceAll('&quot;', '"').replaceAll('&#34;', '"'), href]),
    ).toEqual(
      FORMATS.map(({ file, type }) => [type, `${new URL(inject(site)).pathname}${reading.slug}/${file}`]),
    );
  });

  test('the sources are CSL-JSON that a citation processor reads', async () => {
    const items = (await (await get('references.json')).json()) as { id: string }[];
    expect(items.map(({ id }) => id)).toEqual(citedSources(reading));
    for (const item of items) {
      const reference = new Cite([item]).format('bibliography', {
        template: 'apa',
        lang: 'en-US',
        format: 'text',
      });
      expect(reference.trim(), item.id).not.toBe('');
    }
  });

  test('the ledger is published as it is committed', async () => {
    expect(await (await get('anchors.json')).text()).toBe(
      readFileSync(`${content}/readings/${reading.slug}/anchors.json`, 'utf8'),
    );
  });
});
