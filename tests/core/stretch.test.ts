import { expect, test } from 'vitest';
import { densestStretch } from '../../src/core/stretch.ts';
import { eventsOf } from './support/events.ts';

test('The densest stretch is the shortest that holds half of the events.', () => {
  const events = eventsOf('2025-10-01', '2025-11-19', '2025-11-20', '2025-11-21', '2026-02-01', '2026-05-01');
  expect(densestStretch(events)).toEqual({ first: '2025-11-19', last: '2025-11-21', days: 3, count: 3 });
});

test('Of an odd number half is the greater part.', () => {
  const dates = [
    '2025-10-01',
    '2025-11-18',
    '2025-11-19',
    '2025-11-21',
    '2025-11-25',
    '2026-03-01',
    '2026-05-01',
  ];
  expect(densestStretch(eventsOf(...dates))).toEqual({
    first: '2025-11-18',
    last: '2025-11-25',
    days: 8,
    count: 4,
  });
});

test('Among stretches of one length the one with more events is the densest, then the earlier.', () => {
  const events = eventsOf('2025-01-01', '2025-01-02', '2025-06-01', '2025-06-01', '2025-06-02', '2025-12-31');
  expect(densestStretch(events)).toMatchObject({ first: '2025-06-01', count: 3 });
  const day = (date: string) => [date, date, date];
  expect(densestStretch(eventsOf(...day('2025-01-01'), ...day('2025-06-01')))).toEqual({
    first: '2025-01-01',
    last: '2025-01-01',
    days: 1,
    count: 3,
  });
});

test('An event counts where the whole of its time is within.', () => {
  const events = eventsOf('2025-01-01', '2025-03', '2025-03-10', '2025-03-11', '2025-09-01', '2025-12-01');
  expect(densestStretch(events)).toEqual({ first: '2025-03-01', last: '2025-03-31', days: 31, count: 3 });
});

test('Few events, and events spread evenly, have no densest stretch.', () => {
  expect(densestStretch([])).toBeUndefined();
  const crowd = ['2025-01-01', '2025-01-01', '2025-01-01', '2025-01-02', '2025-12-31'];
  expect(densestStretch(eventsOf(...crowd))).toBeUndefined();
  expect(densestStretch(eventsOf(...crowd, '2026-10-31'))).toBeDefined();
  const evenly = ['01', '02', '03', '04', '05', '06'].map((month) => `2025-${month}-01`);
  expect(densestStretch(eventsOf(...evenly))).toBeUndefined();
});
