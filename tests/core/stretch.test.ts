import { expect, test } from 'vitest';
import { densestStretch } from '../../src/core/stretch.ts';
import { eventsOf } from './support/events.ts';

test('The densest stretch is the shortest that holds half of the events.', () => {
  const events = eventsOf('2025-10-01', '2025-11-19', '2025-11-20', '2025-11-21', '2026-02-01', '2026-05-01');
  expect(densestStretch(events)).toEqual({ first: '2025-11-19', last: '2025-11-21', days: 3, count: 3 });
});

test('Of an odd number half is the greater part.', () => {
  const events = eventsOf('2025-10-01', '2025-11-19', '2025-11-21', '2025-11-25', '2026-05-01');
  expect(densestStretch(events)).toEqual({ first: '2025-11-19', last: '2025-11-25', days: 7, count: 3 });
});

test('Among stretches of one length the one with more events is the densest, then the earlier.', () => {
  const events = eventsOf('2025-01-01', '2025-01-02', '2025-06-01', '2025-06-01', '2025-06-02', '2025-12-31');
  expect(densestStretch(events)).toMatchObject({ first: '2025-06-01', count: 3 });
  const twins = eventsOf('2025-01-01', '2025-01-01', '2025-06-01', '2025-06-01');
  expect(densestStretch(twins)).toEqual({ first: '2025-01-01', last: '2025-01-01', days: 1, count: 2 });
});

test('An event counts where the whole of its time is within.', () => {
  const events = eventsOf('2025-01-01', '2025-03', '2025-03-10', '2025-03-11', '2025-12-01');
  expect(densestStretch(events)).toEqual({ first: '2025-03-01', last: '2025-03-31', days: 31, count: 3 });
});

test('Few events, and events spread evenly, have no densest stretch.', () => {
  expect(densestStretch([])).toBeUndefined();
  expect(densestStretch(eventsOf('2025-01-01', '2025-01-01', '2025-12-31'))).toBeUndefined();
  expect(densestStretch(eventsOf('2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01'))).toBeUndefined();
});
