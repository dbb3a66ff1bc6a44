import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../src/core/annotation.ts';
import type { Source } from '../../src/core/source.ts';
import { figuresInEnglish, type Holding, sourcesInEnglish } from '../../src/core/survey.ts';
import { assessedInEnglish, tally } from '../../src/core/counts.ts';
import { eventsFrom, usesOf } from '../../src/core/use.ts';
import { stating } from './support/evidence.ts';
import { eventsOf } from './support/events.ts';
import { claim, read, SOURCES } from './support/reading.ts';

const reading = (annotations: Annotation[]) => ({
  annotations,
  blocks: annotations.map(() => read('A text.').reading.blocks[0]!),
  events: eventsOf('2025-11-24').map((event) => ({ ...event, sources: ['earlier', 'post'] })),
});
const holdingsOf = (all: ReturnType<typeof reading>): Holding[] =>
  [...SOURCES.values()].map((source: Source) => ({
    source,
    uses: usesOf(all, source.key),
    events: eventsFrom(all, source.key),
  }));

describe('Of sources it is said', () => {
  test('how much was read, what rests on how many, and what each is for.', () => {
    const all = reading(
      stating(
        { id: 'a', status: 'supported', evidence: ['post supports', 'undated context'] },
        { id: 'b', status: 'qualified', evidence: ['post qualifies'], since: ['later'] },
        { id: 'c', status: 'unchecked', names: 'undated' },
        { id: 'd', status: 'opinion', evidence: ['post supports'] },
        { id: 'e', status: 'remark' },
      ),
    );
    expect(sourcesInEnglish([all], holdingsOf(all))).toBe(
      'Four sources are recorded here: four read to an extent that is not recorded. ' +
        'Of the three statements of the text and one source that the text names, two rest on one alone; one rests on none; one is opinion, which needs none. ' +
        'Of the sources, one bears on what is annotated; one of these does so in more than one place; one is context only; one tells only what followed; one tells only of events around the text.',
    );
  });

  test('of as many as the reading’s own pages count; by-line and sources named are no statements.', () => {
    const { reading: counted } = read(
      `<Byline>${claim('a', 'By')} a writer</Byline>\n\n${claim('b', 'One')} <Source id="c" status="unchecked" checked="2026-11-22" of="post">two</Source> ` +
        `<Remark id="d">three</Remark>.\n${['a', 'b', 'c', 'd'].map((id) => `\n[^${id}]: Found.\n`).join('')}`,
    );
    const words = 'one statement of the text, one detail of the by-line and one source that the text names';
    expect(assessedInEnglish(tally(counted))).toBe(words);
    expect(sourcesInEnglish([counted], holdingsOf({ ...counted, events: [] }))).toContain(
      `Of the ${words}, `,
    );
    expect(sourcesInEnglish([counted, counted], holdingsOf({ ...counted, events: [] }))).toContain(
      'Of the two statements of the text, two details of the by-line and two sources that the text names, ',
    );
  });

  test('that a record of a text alone is just that.', () => {
    expect(sourcesInEnglish([reading([])], [{ source: SOURCES.get('post')!, uses: [], events: [] }])).toBe(
      'One source is recorded here: one read to an extent that is not recorded. Of the sources, one is the record of a text itself.',
    );
  });

  test('that there are none.', () => {
    expect(sourcesInEnglish([], [])).toBe('No source is recorded here yet.');
  });
});

test.each([
  [[], 0, 'No note examines a figure yet.'],
  [
    [{ unit: 'EUR' }],
    0,
    'Each number that the text gives and a note examines, the editors’ selection: as it is written, as a number, and what it measures.',
  ],
  [
    [{ unit: 'EUR' }, { unit: 'year' }],
    1,
    'Each number that the text gives and a note examines, the editors’ selection: as it is written, as a number, and what it measures. They differ in unit, so they are not drawn against each other. One of them stands in a by-line, and is no statement of a text.',
  ],
])('Of the figures %j, %i of them in a by-line, it is said: %s', (figures, inBylines, words) => {
  expect(figuresInEnglish(figures, { among: false, inBylines })).toBe(words);
});
