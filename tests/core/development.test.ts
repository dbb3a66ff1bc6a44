import { describe, expect, test } from 'vitest';
import { developmentsOf, drawDates } from '../../src/core/development.ts';
import { timeWritten } from '../../src/core/written.ts';
import { read, SOURCES, TODAY } from './support/reading.ts';

const SINCE = (date: string, source: string, text: string) =>
  `    <Since date="${date}" source="${source}">${text}</Since>\n`;
const EVENT = (date: string, source: string, event: string, on = 'a') =>
  `- { date: "${date}", event: "${event}", sources: [${source}], annotations: [${on}] }\n`;

/** One note with these developments, in a text with this timeline. */
function note(since: string, timeline: string, evidence = '') {
  const mark = `<Claim id="a" status="opinion" checked="${TODAY}">Words</Claim>. `;
  const other = `<Claim id="b" status="opinion" checked="${TODAY}">Others</Claim>.`;
  const body = `${mark}${other}\n\n[^a]: Found.\n\n${evidence}${since}\n\n[^b]: Found.\n`;
  const { reading, problems } = read(body, { timeline });
  expect(problems).toEqual([]);
  const [annotation] = reading.annotations;
  return { annotation: annotation!, developments: developmentsOf(annotation!, reading) };
}

describe('The developments of a note', () => {
  test('are what it tells and what the timeline tells on it, in the order of time.', () => {
    const { developments } = note(
      SINCE('2026-01-05', 'later', 'He came.'),
      EVENT('2026-02', 'earlier', 'He went.') +
        EVENT('2025-11-24', 'post', 'He spoke.') +
        EVENT('2025-11-25', 'post', 'Another matter.', 'b'),
    );
    expect(developments.map(({ date, text, sources }) => [date, text, ...sources])).toEqual([
      ['2025-11-24', 'He spoke.', 'post'],
      ['2026-01-05', 'He came.', 'later'],
      ['2026-02', 'He went.', 'earlier'],
    ]);
    expect(developments.map(({ event }) => event?.anchor)).toEqual(['2025-11-24', undefined, '2026-02-01']);
  });

  test.each([
    ['of that day, by the same source', '2025-12-24', 'later', ['Told by the note.']],
    ['whose days meet, by the same source', '2025-12-23/2025-12-24', 'later', ['Told by the note.']],
    ['of that day, by another source', '2025-12-24', 'post', ['Told by the note.', 'Told by the timeline.']],
    ['of another day', '2025-12-25', 'later', ['Told by the note.', 'Told by the timeline.']],
  ])('leave out an event that the note tells too, and no other: one %s.', (_, date, source, told) => {
    const { developments } = note(
      SINCE('2025-12-24', 'later', 'Told by the note.'),
      EVENT(date, source, 'Told by the timeline.'),
    );
    expect(developments.map(({ text }) => text).sort()).toEqual(told);
  });

  test('are none where neither tells of any.', () => {
    expect(note('', EVENT('2025-11-25', 'post', 'Another matter.', 'b')).developments).toEqual([]);
  });
});

describe('The drawing of its dates', () => {
  const piece = (source: string) =>
    `    <Evidence source="${source}" bearing="context">Its words.</Evidence>\n\n`;
  const written = timeWritten({ written: '2025-11-26/2025-12-03~', events: [] }, {});
  const draw = (since: string, evidence = '') => {
    const { annotation, developments } = note(since, '[]', evidence);
    return drawDates(developments, annotation.evidence, SOURCES, written);
  };

  test('has the developments, the evidence that has a date, and the days of the text on one axis.', () => {
    const {
      evidence,
      developments,
      undated,
      written: days,
    } = draw(SINCE('2026-01-05', 'later', 'He came.'), piece('earlier') + piece('undated') + piece('later'));
    expect(evidence.map(({ of }) => of.source)).toEqual(['earlier', 'later']);
    expect(undated).toBe(1);
    const [earlier, later] = evidence;
    expect(days!.from).toBeGreaterThanOrEqual(0);
    expect(days!.to).toBeLessThan(earlier!.at);
    expect(earlier!.at).toBeLessThan(developments[0]!.at);
    // The date of the last source is a month, which ends after the last development.
    expect(later!.extent!.from).toBeLessThan(developments[0]!.at);
    expect(later!.extent!.to).toBeGreaterThan(developments[0]!.at);
    expect(later!.extent!.to).toBeLessThanOrEqual(100);
  });

  test('puts those of one date side by side, with their middle where they belong.', () => {
    const { evidence, developments } = draw(
      SINCE('2026-01-05', 'later', 'He came.') +
        SINCE('2026-01-05', 'later', 'He saw.') +
        SINCE('2026-01-09', 'later', 'He went.'),
      piece('earlier') + piece('earlier') + piece('earlier'),
    );
    expect(evidence.map(({ beside }) => beside)).toEqual([-1, 0, 1]);
    expect(developments.map(({ beside }) => beside)).toEqual([-0.5, 0.5, 0]);
    expect(new Set(evidence.map(({ at }) => at)).size).toBe(1);
  });
});
