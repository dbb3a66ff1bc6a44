import { describe, expect, inject, test } from 'vitest';
import type { NoteCiteData, ReadingCiteData } from '../../src/core/cite-data.ts';
import { fill, type Template, toPlain } from '../../src/core/reference-template.ts';
import { FIXTURE_CONTENT, readings } from '../support/pages.ts';

const all = [
  ...readings().map((reading) => ({ site: 'edition' as const, reading })),
  ...readings(FIXTURE_CONTENT).map((reading) => ({ site: 'fixture' as const, reading })),
];

const FILLINGS = { locator: 'LOCATOR', link: 'LINK', accessed: 'DAY' };

/** How often a reference has each place open, and whether anything in it is none of its words. */
function faultsOf(template: Template, places: Partial<typeof FILLINGS>): string[] {
  const words = toPlain(fill(template, FILLINGS));
  const once = Object.values(places).filter((place) => words.split(place).length !== 2);
  return [
    ...once.map((place) => `${place} is not there once: ${words}`),
    ...(/undefined|\[object|[\uE000-\uE0FF]|90417|\b7777\b/u.test(words) ? [`strange: ${words}`] : []),
    ...(/,,|, \.|\(\)|“”|‘’|\s[.,]|\s\s/u.test(words) ? [`badly set: ${words}`] : []),
  ];
}

describe.each(all)('what cites $reading.slug', ({ site, reading }) => {
  const get = async <Data>(file: string) =>
    (await (await fetch(`${inject(site)}${reading.slug}/${file}`)).json()) as Data;

  test('has every style, each with its places left open once', async () => {
    const data = await get<ReadingCiteData>('cite.json');
    expect(data.styles.map(({ label }) => label)).toEqual([
      'APA',
      'Chicago notes',
      'Chicago author-date',
      'MLA',
      'Harvard',
      'OSCOLA',
    ]);
    const faults = data.styles.flatMap(({ id }) => [
      ...faultsOf(data.reading[id]!.reference, FILLINGS),
      ...faultsOf(data.whole[id]!.reference, { link: 'LINK', accessed: 'DAY' }),
    ]);
    expect(faults).toEqual([]);
  });

  test('has each note and each piece of its evidence in every style', async () => {
    for (const { id, evidence } of reading.annotations) {
      const data = await get<NoteCiteData>(`notes/${id}/cite.json`);
      const styles = data.styles.map((style) => style.id);
      expect(data.evidence.map(({ key }) => key)).toEqual(evidence.map(({ source }) => source));
      const forms = [data.note, ...data.evidence.map((piece) => piece.forms)];
      const faults = forms.flatMap((form) =>
        styles.flatMap((style) => faultsOf(form[style]!.reference, { link: 'LINK', accessed: 'DAY' })),
      );
      expect(faults, id).toEqual([]);
    }
  });
});
