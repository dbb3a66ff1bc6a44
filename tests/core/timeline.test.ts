import { describe, expect, test } from 'vitest';
import { LONGEST_LABEL } from '../../src/core/timeline.ts';
import { eventsOf } from './support/events.ts';
import { claim, read } from './support/reading.ts';

const TEXT = `It was ${claim('cold', 'cold')}.\n\n[^cold]: So it was.\n`;
const event = (fields: string) =>
  `- { date: "2025-11-24", event: Frost., sources: [post], annotations: [], ${fields} }\n`;
const readEvents = (timeline: string) => read(TEXT, { timeline });

describe('A timeline', () => {
  test('is read with its reading, and a reading needs none.', () => {
    const { reading, problems } = readEvents(
      '- date: "2025-11-24"\n  event: It froze.\n  brief: Frost\n  sources: [post, earlier]\n  annotations: [cold]\n  text: silent\n',
    );
    expect(problems).toEqual([]);
    expect(reading.events).toEqual([
      {
        anchor: '2025-11-24',
        label: 'Frost',
        date: '2025-11-24',
        event: 'It froze.',
        sources: ['post', 'earlier'],
        annotations: ['cold'],
        text: 'silent',
      },
    ]);
    expect(read(TEXT).reading.events).toEqual([]);
  });

  test('is in the order of time, whatever its file’s, each event at the middle of the time its date names.', () => {
    const dates = ['2026-01', '2025-11-20', '2025-10-29', '2025-10~', '2025-11-18/2025-11-20', '2025-10-14'];
    expect(eventsOf(...dates).map(({ date }) => date)).toEqual([
      '2025-10-14',
      '2025-10~',
      '2025-10-29',
      '2025-11-18/2025-11-20',
      '2025-11-20',
      '2026-01',
    ]);
  });

  test('keeps the order of its file among events of one day.', () => {
    const { reading } = readEvents(event('brief: Second') + event('brief: First'));
    expect(reading.events.map(({ label, anchor }) => [label, anchor])).toEqual([
      ['Second', '2025-11-24'],
      ['First', '2025-11-24-2'],
    ]);
  });

  test('puts what has the longer time first where the middles are the same.', () => {
    expect(eventsOf('2025-11-19', '2025-11-18/2025-11-20').map(({ date }) => date)).toEqual([
      '2025-11-18/2025-11-20',
      '2025-11-19',
    ]);
  });

  test('that is faulty is told with its places, and its text is read all the same.', () => {
    const { reading, problems } = readEvents(event('text: used'));
    expect(problems.map(({ id }) => id)).toEqual(['invalid-timeline']);
    expect(reading.annotations).toHaveLength(1);
    expect(reading.events).toEqual([]);
  });

  test('needs a label only for a sentence that a drawing has no room for.', () => {
    const long = 'x'.repeat(LONGEST_LABEL + 1);
    const told = (words: string, brief: string) =>
      readEvents(
        `- { date: "2025-11-24", event: "${words}", sources: [post], annotations: []${brief} }\n`,
      ).problems.map(({ id }) => id);
    expect(told(long.slice(1), '')).toEqual([]);
    expect(told(long, '')).toEqual(['invalid-timeline']);
    expect(told(long, ', brief: Short')).toEqual([]);
    expect(told(long, `, brief: ${long}`)).toEqual(['invalid-timeline']);
  });

  test('may tell of what happens today, and of no later day.', () => {
    const told = (date: string) =>
      readEvents(`- { date: "${date}", event: Frost., sources: [post], annotations: [] }\n`).problems.map(
        ({ id }) => id,
      );
    expect(told('2026-11-22')).toEqual([]);
    expect(told('2026-11')).toEqual([]);
    expect(told('2026-11-23')).toEqual(['date-in-future']);
    expect(told('2026-12~')).toEqual(['date-in-future']);
    expect(told('2026-11-19/2026-11-22')).toEqual([]);
    expect(told('2026-11-22/2026-11-23')).toEqual(['date-in-future']);
    expect(told('2026-11-22/2999')).toEqual(['date-in-future']);
  });

  test.each(['', '# Nothing is told yet.\n'])('may be there and tell of nothing: %j.', (timeline) => {
    const { reading, problems } = readEvents(timeline);
    expect(problems).toEqual([]);
    expect(reading.events).toEqual([]);
  });

  test('names each source and each annotation once.', () => {
    const { problems } = readEvents(
      '- { date: "2025-11-24", event: Frost., sources: [post, earlier, post], annotations: [cold, cold] }\n',
    );
    expect(problems.map(({ id, message }) => [id, message])).toEqual([
      ['invalid-timeline', 'The event of 2025-11-24 names `post` twice.'],
      ['invalid-timeline', 'The event of 2025-11-24 names `cold` twice.'],
    ]);
  });

  test('may bear on a mark whose note is missing: that is told once.', () => {
    const { problems } = read(`It was ${claim('cold', 'cold')}.\n`, {
      timeline: '- { date: "2025-11-24", event: Frost., sources: [post], annotations: [cold] }\n',
    });
    expect(problems.map(({ id }) => id)).toEqual(['mark-without-note']);
  });
});
