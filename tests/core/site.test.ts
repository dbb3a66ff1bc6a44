import { expect, test } from 'vitest';
import { checkSite, citedSources } from '../../src/core/site.ts';
import { claim, read } from './support/reading.ts';

const at = (slug: string) => ({ slug, path: `readings/${slug}/index.mdx` });
const idsFor = (...slugs: string[]) =>
  checkSite([], slugs.map(at), new Map()).map(({ id, position }) => [id, position]);

test.each([
  ['winter', undefined],
  ['winter-2025', undefined],
  ['зима', undefined],
  ['Winter', 'invalid-slug'],
  ['winter_2025', 'invalid-slug'],
  ['winter 2025', 'invalid-slug'],
  ['winter.', 'invalid-slug'],
  ['-winter', 'invalid-slug'],
  ['zu\u0308rich', 'invalid-slug'],
  ['search', 'reserved-slug'],
  ['how-to-cite', 'reserved-slug'],
])('A reading in the folder “%s” has the problem %s.', (slug, id) => {
  expect(idsFor(slug)).toEqual(id === undefined ? [] : [[id, { path: at(slug).path }]]);
});

test('Two folders that are one address to some hosts clash.', () => {
  expect(idsFor('Winter', 'winter')).toEqual([
    ['invalid-slug', { path: at('Winter').path }],
    ['slug-clash', { path: at('winter').path }],
  ]);
  expect(idsFor('winter', 'winters')).toEqual([]);
});

test('A source is used by evidence, by a development, by a mark, by an event or by the reading itself.', () => {
  const { reading } = read(
    `A <Source id="a" status="opinion" checked="2026-11-22" of="undated">one</Source> ${claim('b', 'two')}.\n\n` +
      '[^a]: Found.\n\n[^b]: Found.\n\n    <Evidence source="earlier" bearing="context">two</Evidence>\n\n' +
      '    <Evidence source="earlier" bearing="context">three</Evidence>\n\n    <Since date="2026-01" source="later">Four.</Since>\n',
  );
  expect(citedSources(reading)).toEqual(['post', 'undated', 'earlier', 'later']);
  const told = read('One.\n', {
    timeline: '- { date: "2025-11", event: Frost., sources: [later, post, undated], annotations: [] }\n',
  });
  expect(citedSources(told.reading)).toEqual(['post', 'later', 'undated']);

  const record = (key: string) =>
    [key, { key, type: 'report', consulted: true, path: `sources/${key}.yaml` }] as const;
  const sources = new Map(['post', 'undated', 'earlier', 'later', 'unused'].map(record));
  expect(checkSite([reading], [at('test')], sources)).toMatchObject([
    { id: 'unused-source', position: { path: 'sources/unused.yaml' } },
  ]);
  expect(checkSite([reading], [at('test'), at('unreadable')], sources)).toEqual([]);
});
