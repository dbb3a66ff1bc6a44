import { expect, test } from 'vitest';
import { densestStretch, type Stretch } from '../../src/core/stretch.ts';
import { eventsOf } from './support/events.ts';
import { randomly } from './support/randomly.ts';

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

test.each([
  ['the later', ['01', '04', '04', '07', '07'], '04'],
  ['the earlier', ['01', '01', '04', '04', '07'], '01'],
])('Of two that overlap and are as long the one with more events is the densest: %s.', (_, days, first) => {
  const events = eventsOf(...days.map((day) => `2025-01-${day}`), '2025-12-31');
  expect(densestStretch(events)).toMatchObject({ first: `2025-01-${first}`, days: 4, count: 4 });
});

test('It is a quarter of the whole time at most.', () => {
  const events = (third: string) =>
    eventsOf('2025-01-01', '2025-01-05', third, '2025-01-25', '2025-02-04', '2025-02-09');
  expect(densestStretch(events('2025-01-10'))).toMatchObject({ first: '2025-01-01', days: 10 });
  expect(densestStretch(events('2025-01-11'))).toBeUndefined();
  // All of that time begins with an event that goes on to its end.
  const long = eventsOf(
    '2025-01-01/2025-02-09',
    '2025-01-11',
    '2025-01-15',
    '2025-01-20',
    '2025-02-01',
    '2025-02-09',
  );
  expect(densestStretch(long)).toMatchObject({ first: '2025-01-11', days: 10 });
});

test('It is the same in whatever order the events are.', () => {
  const events = eventsOf(
    '2025-01-01/2025-12-01',
    '2025-03-01',
    '2025-03-02',
    '2025-03-03',
    '2025-06',
    '2025-07-01',
  );
  const found = { first: '2025-03-01', last: '2025-03-03', days: 3, count: 3 };
  for (const from of events.keys()) {
    const turned = [...events.slice(from), ...events.slice(0, from)];
    expect(densestStretch(turned)).toEqual(found);
    expect(densestStretch(turned.toReversed())).toEqual(found);
  }
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

test('It is what trying every pair of days finds, in many events too.', () => {
  for (const pick of randomly(60)) {
    const day = () => new Date(Date.UTC(2024, pick([0, 0, 3, 11]), pick([1, 2, 3, 5, 8, 20]))).toISOString();
    const dates = Array.from({ length: pick([6, 7, 12]) }, () =>
      [...new Set([day(), day()].map((moment) => moment.slice(0, 10)))].sort().join('/'),
    );
    expect(densestStretch(eventsOf(...dates)), dates.join()).toEqual(byTrying(dates));
  }
  // Where every pair is tried, and every date read for each, three hundred take hours.
  const daily = Array.from({ length: 300 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString());
  const dates = [...daily.map((moment) => moment.slice(0, 10)), '1990-01-01'];
  expect(densestStretch(eventsOf(...dates))).toMatchObject({ first: '2024-01-01', days: 151, count: 151 });
});

/** The same by its definition: of all pairs of a first and a last day, the shortest with half of the events. */
function byTrying(dates: readonly string[]): Stretch | undefined {
  const spans = dates.map((date) => date.split('/')).map((ends) => [ends[0]!, ends.at(-1)!] as const);
  const firsts = spans.map(([first]) => first).sort();
  const lasts = spans.map(([, last]) => last).sort();
  const between = (first: string, last: string) => ({
    first,
    last,
    days: (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1,
    count: spans.filter(([from, to]) => first <= from && to <= last).length,
  });
  const [densest] = firsts
    .flatMap((first) => lasts.map((last) => between(first, last)))
    .filter(({ count }) => count * 2 >= dates.length)
    .sort((a, b) => a.days - b.days || b.count - a.count);
  return densest && densest.days <= between(firsts[0]!, lasts.at(-1)!).days / 4 ? densest : undefined;
}
