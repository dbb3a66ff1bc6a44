import { expect, test } from 'vitest';
import { timeWritten } from '../../src/core/written.ts';
import { eventsOf } from './support/events.ts';

const INFERRED = '2025-11/2025-12~';

test('A text was written when its record says.', () => {
  expect(timeWritten('1948-12-10', [])).toEqual({ first: '1948-12-10', last: '1948-12-10', inferred: false });
  expect(timeWritten(INFERRED, eventsOf('2025-11-28'))).toEqual({
    first: '2025-11-01',
    last: '2025-12-31',
    inferred: true,
  });
  expect(timeWritten(undefined, eventsOf('2025-11-28!'))).toBeUndefined();
});

test('A text whose date is inferred was not written before the latest event that it uses.', () => {
  const events = eventsOf('2025-10-14!', '2025-11-24!', '2025-11-26!', '2025-11-28');
  expect(timeWritten(INFERRED, events)).toEqual({
    first: '2025-11-26',
    last: '2025-12-31',
    inferred: true,
    uses: '2025-11-26',
  });
});

test('Of an event whose day is not known the earliest counts: more cannot be inferred.', () => {
  expect(timeWritten('2025-11/2026-02~', eventsOf('2025-12!'))?.first).toBe('2025-12-01');
});

test('An event outside the time that the record gives moves nothing.', () => {
  expect(timeWritten(INFERRED, eventsOf('2025-10-14!', '2026-01-03!'))).toEqual(timeWritten(INFERRED, []));
});

test('A date that the source shows is not put in question by events.', () => {
  expect(timeWritten('2025-11', eventsOf('2025-11-26!'))?.first).toBe('2025-11-01');
});
