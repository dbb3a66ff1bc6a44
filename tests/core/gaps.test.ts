import { expect, test } from 'vitest';
import { gapsOf } from '../../src/core/gaps.ts';
import type { Source } from '../../src/core/source.ts';
import { read, SOURCES, TODAY } from './support/reading.ts';

const unread = (...keys: string[]): ReadonlyMap<string, Source> =>
  new Map([...SOURCES].map(([key, source]) => [key, { ...source, consulted: !keys.includes(key) }]));
const { reading } = read(
  [
    `<Source id="named" of="later" status="unchecked" checked="${TODAY}">Words</Source>.`,
    `<Claim id="judged" status="opinion" checked="${TODAY}">Words</Claim>.`,
    `<Claim id="lost" status="unchecked" checked="${TODAY}">Words</Claim>.`,
    '[^named]: Not read.',
    '[^judged]: A judgement.\n\n    <Evidence source="earlier" bearing="context">Its words.</Evidence>\n',
    '[^lost]: Not found.',
  ].join('\n\n'),
);

test('What could not be checked is told in the order of the text.', () => {
  expect(gapsOf(reading, SOURCES).unchecked.map(({ id }) => id)).toEqual(['named', 'lost']);
});

test('Of the sources that nobody read those are told that the reading cites or names.', () => {
  expect(gapsOf(reading, unread('earlier', 'later', 'undated')).unread.map(({ key }) => key)).toEqual([
    'later',
    'earlier',
  ]);
  expect(gapsOf(reading, SOURCES).unread).toEqual([]);
});
