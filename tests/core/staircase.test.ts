import { describe, expect, test } from 'vitest';
import { DISTANCE } from '../../src/core/axis.ts';
import { drawStaircase } from '../../src/core/staircase.ts';
import { LONGEST_LABEL } from '../../src/core/timeline.ts';
import { timeWritten } from '../../src/core/written.ts';
import { eventsOf } from './support/events.ts';

const scaleOf = (...dates: string[]) => drawStaircase(eventsOf(...dates), undefined).scale;
const labels = (...dates: string[]) => scaleOf(...dates).wide.map(({ label }) => label);

describe('The axis', () => {
  test('begins and ends with a month, and names the year where it is new.', () => {
    expect(labels('2025-10-14', '2026-06-25')).toEqual([
      'Oct 2025',
      'Nov',
      'Dec',
      'Jan 2026',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
    ]);
  });

  test.each([
    ['days', ['2025-12-28', '2026-01-03'], '28 Dec 2025', '1 Jan 2026'],
    ['one day', ['2025-11-24'], '24 Nov 2025', '2 Dec'],
    ['years', ['1946-04-29', '1955'], '1946', '1950'],
    ['decades', ['1946-04-29', '2020'], '1940', '1950'],
    ['quarters', ['2024-02-01', '2026-02-01'], 'Jan 2024', 'Jul'],
  ])('is divided into what a time of %s asks for.', (_, dates, first, among) => {
    const found = labels(...dates);
    expect(found[0]).toBe(first);
    expect(found).toContain(among);
    expect(found.length).toBeGreaterThan(3);
    expect(found.length).toBeLessThan(16);
  });

  test('names fewer divisions where there is less room, and still every year.', () => {
    expect(scaleOf('2025-10-14', '2026-06-25').narrow.map(({ label }) => label)).toEqual([
      'Oct 2025',
      'Jan 2026',
      'Apr',
    ]);
  });

  test('leaves its last division without a name that would go beyond its end.', () => {
    // The next would be 11 February, at six sevenths.
    expect(scaleOf('2024-01-01', '2024-02-17').narrow.map(({ label }) => label)).toEqual([
      '31 Dec 2023',
      '21 Jan 2024',
    ]);
  });

  test.each([
    ['2025-11-24', '2025-12-26'],
    ['2025-09-30', '2025-11-01'],
    ['2025-10-14', '2026-06-25'],
    ['1946-04-29', '1989'],
    ['2024-12-20', '2025-01-20'],
  ])('from %s to %s has names that do not run into one another.', (...dates) => {
    const { wide, narrow } = scaleOf(...dates);
    for (const [names, width] of [
      [wide, 48],
      [narrow, 20],
    ] as const) {
      const ends = names.map(({ at, label }) => at + (label.length * 0.45 * 100) / width);
      expect(names.length).toBeGreaterThan(1);
      expect(names[0]!.label).toMatch(/\d{4}$/);
      expect(ends.slice(0, -1).every((end, index) => end < names[index + 1]!.at)).toBe(true);
      expect(ends.at(-1)).toBeLessThanOrEqual(100);
    }
  });

  test('has room for the time of the text.', () => {
    const { scale, written } = drawStaircase(
      eventsOf('2026-01-10'),
      timeWritten({ written: '2025-11-26', events: [] }, {}),
    );
    expect(scale.wide[0]!.label).toMatch(/Nov 2025$/);
    expect(written!.from).toBeGreaterThanOrEqual(0);
    expect(written!.to).toBeGreaterThan(written!.from);
    expect(drawStaircase(eventsOf('2026-01-10'), undefined).written).toBeUndefined();
  });
});

describe('Events', () => {
  test('stand where their time is, to scale.', () => {
    // From 1 January to 1 July 2026 there are 181 days.
    const { steps, scale, ticks } = drawStaircase(
      eventsOf('2026-01-01', '2026-04-01', '2026-06-30'),
      undefined,
    );
    for (const [index, days] of [0.5, 90.5, 180.5].entries())
      expect(steps[index]!.at).toBeCloseTo((days / 181) * 100, 2);
    expect(scale.wide.find(({ label }) => label === 'Apr')!.at).toBeCloseTo((90 / 181) * 100, 2);
    expect(ticks.map(Math.round)).toEqual([0, 17, 33, 50, 66, 83]);
  });

  test('are as long as their date, if that is more than a day.', () => {
    const { steps } = drawStaircase(eventsOf('2026-01-01', '2026-03', '2026-06-30'), undefined);
    expect(steps.map(({ extent }) => extent === undefined)).toEqual([true, false, true]);
    expect(steps[1]!.extent).toEqual({
      from: expect.closeTo((59 / 181) * 100, 2) as number,
      to: expect.closeTo((90 / 181) * 100, 2) as number,
    });
    expect(steps[1]!.at).toBeCloseTo((74.5 / 181) * 100, 2);
  });

  test('go down from left to right, the oldest on top.', () => {
    const { steps } = drawStaircase(
      eventsOf('2026-06-30', '2026-01', '2026-01-01', '2026-04-01/2026-04-09', '2026-04-04'),
      undefined,
    );
    const places = steps.map(({ at }) => at);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThanOrEqual(100);
  });
});

describe('A label', () => {
  const around = eventsOf('2026-01-01', '2026-04-01', '2026-06-30');

  test('stands to the right of its event, at the end of the axis to the left.', () => {
    expect(drawStaircase(around, undefined).steps.map(({ label }) => label.anchor)).toEqual([
      'start',
      'start',
      'end',
    ]);
  });

  test('has room on one side wherever its event is, as long as labels may be.', () => {
    const longest = 'x'.repeat(LONGEST_LABEL);
    // Half a letter's height is a letter's width; the narrowest drawing is 48 of them wide.
    const width = ((LONGEST_LABEL * 0.5 + DISTANCE) / 48) * 100;
    for (let day = 1; day <= 31; day += 1) {
      const date = `2026-03-${String(day).padStart(2, '0')}`;
      const [, middle] = drawStaircase(
        [around[0]!, { ...around[1]!, date, label: longest }, around[2]!],
        undefined,
      ).steps;
      const { at, anchor } = middle!.label;
      expect(at).toBe(middle!.at);
      expect(anchor === 'start' ? at + width : 100 - (at - width), date).toBeLessThanOrEqual(100);
    }
  });

  test('stands beyond the time that its event may take, or over it where there is no room.', () => {
    const month = drawStaircase(eventsOf('2026-01-01', '2026-02', '2026-06-30'), undefined).steps[1]!;
    expect(month.label).toEqual({ at: month.extent!.to, anchor: 'start' });
    const year = drawStaircase(eventsOf('2026', '2026-06-30'), undefined).steps.find(({ extent }) => extent)!;
    expect(year.extent).toEqual({ from: 0, to: 100 });
    expect(year.label).toEqual({ at: 50, anchor: 'end' });
  });

  test.each([
    ['of wide letters', '人人生而自由在尊严和权利上一律平等他们赋有理性和良心'],
    ['of as many wide letters as it may have', '人'.repeat(LONGEST_LABEL)],
    ['of capitals', 'W'.repeat(30)],
  ])('%s stays within the drawing, over its event where it has no room beside it.', (_, label) => {
    const width = ((Array.from(label).length + DISTANCE) / 48) * 100;
    for (let month = 1; month <= 6; month += 1) {
      const date = `2026-0${month}-15`;
      const [, middle] = drawStaircase(
        [around[0]!, { ...around[1]!, date, label }, around[2]!],
        undefined,
      ).steps;
      const { at, anchor } = middle!.label;
      const [from, to] = anchor === 'start' ? [at, at + width] : [at - width, at];
      expect(from, date).toBeGreaterThanOrEqual(0);
      expect(to, date).toBeLessThanOrEqual(100);
    }
  });

  test('stands to the left as long as it has room there, and else begins with the axis.', () => {
    // Two thirds along there are 31.96 ems to the left, of which a label needs a little more than its letters.
    const [fits, doesNot] = [62, 64].map((letters) => {
      const event = { ...around[1]!, date: '2026-05-01', label: 'x'.repeat(letters) };
      return drawStaircase([around[0]!, event, around[2]!], undefined).steps[1]!;
    });
    expect(fits!.label).toEqual({ at: fits!.at, anchor: 'end' });
    expect(doesNot!.label).toEqual({ at: expect.closeTo((32.65 / 48) * 100, 2) as number, anchor: 'end' });
  });
});
