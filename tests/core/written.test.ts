import { expect, test } from 'vitest';
import { timeWritten } from '../../src/core/written.ts';
import type { DatedEvent } from '../../src/core/timeline.ts';
import { eventsOf } from './support/events.ts';

const INFERRED = '2025-11/2025-12~';
const appeared = (issued: string | undefined, events: DatedEvent[] = []) =>
  timeWritten({ events }, issued === undefined ? {} : { issued });

test('A text appeared when its record says.', () => {
  expect(appeared('1948-12-10', [])).toEqual({
    first: '1948-12-10',
    last: '1948-12-10',
    appeared: true,
    inferred: false,
  });
  expect(appeared(INFERRED, eventsOf('2025-11-28'))).toEqual({
    first: '2025-11-01',
    last: '2025-12-31',
    appeared: true,
    inferred: true,
  });
  expect(appeared(undefined, eventsOf('2025-11-28!'))).toBeUndefined();
});

test('A text whose date is inferred was not written before the latest event that it uses.', () => {
  const events = eventsOf('2025-10-14!', '2025-11-24!', '2025-11-26!', '2025-11-28');
  expect(appeared(INFERRED, events)).toEqual({
    first: '2025-11-26',
    last: '2025-12-31',
    appeared: true,
    inferred: true,
    uses: '2025-11-26',
  });
});

test('Of an event whose day is not known the earliest counts: more cannot be inferred.', () => {
  expect(appeared('2025-11/2026-02~', eventsOf('2025-12!'))?.first).toBe('2025-12-01');
});

test('An event outside the time that the record gives moves nothing.', () => {
  expect(appeared(INFERRED, eventsOf('2025-10-14!', '2026-01-03!'))).toEqual(appeared(INFERRED, []));
});

test('A date that the source shows is not put in question by events.', () => {
  expect(appeared('2025-11', eventsOf('2025-11-26!'))?.first).toBe('2025-11-01');
});

test('What the editors know of its writing goes before the day on which it appeared.', () => {
  expect(timeWritten({ written: '2025-11-24', events: [] }, { issued: '2025-12' })).toEqual({
    first: '2025-11-24',
    last: '2025-11-24',
    appeared: false,
    inferred: false,
  });
});
