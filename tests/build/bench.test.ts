import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../src/bench/figures.ts';
import type { FirstLoad } from '../../src/bench/first-load.ts';
import { LOAD_MEASURES } from '../../src/bench/pages.ts';
import { run } from '../support/command.ts';

/** Milliseconds after which it hangs: the site may have to be built first. */
const HANGING = 240_000;

const bench = (...options: string[]) => run(['node', 'src/cli/bench.ts', '--quick', ...options]);

interface Told {
  machine: string;
  results: {
    subject: string;
    documents: number;
    engines: Record<string, Record<string, { value: number; floor: number }>>;
  }[];
}

describe('npm run bench', () => {
  test(
    'measures every engine over a floor of the same run, and prints a row for each measure.',
    () => {
      const { status, stdout, stderr } = bench('--annotations', '300');
      expect(stderr.split('\n').filter((line) => line.includes('round 1 of 1'))).toHaveLength(3);
      expect(status).toBe(0);
      const [machine, , subject, , head, ...rows] = stdout.trimEnd().split('\n');
      expect(machine).toMatch(/Node v\d.*Chromium \d/);
      expect(subject).toMatch(/^Made up: 5 readings, 300 annotations, [\d,]+ documents$/);
      expect(head!.trim().split(/ {2,}/)).toEqual(['floor', 'Postil', 'MiniSearch', 'Lunr']);
      expect(rows.map((row) => row.split(/ {2,}/)[0])).toEqual(
        Object.values(MEASURES).map(({ name }) => name),
      );
      // The ratio first, the figure itself in brackets.
      for (const row of rows) expect(row).toMatch(/(?: {2,}[\d.]+ \([\d.]+(?: kB| MB| ms| s)?\)){3}$/);
    },
    HANGING,
  );

  test(
    'prints the same as JSON: nothing without bytes, no first answer without a request.',
    () => {
      const { status, stdout } = bench('--annotations', '60', '--json');
      expect(status).toBe(0);
      const { results } = JSON.parse(stdout) as Told;
      expect(results).toHaveLength(1);
      const { engines } = results[0]!;
      expect(Object.keys(engines)).toEqual(['Postil', 'MiniSearch', 'Lunr']);
      for (const figures of Object.values(engines)) {
        expect(Object.keys(figures).sort()).toEqual(Object.keys(MEASURES).sort());
        expect(Object.values(figures).every(({ floor }) => floor > 0)).toBe(true);
        expect(figures.withScripts!.value).toBeGreaterThan(figures.bytes!.value);
        expect(figures.untilQuiet!.value).toBeGreaterThanOrEqual(figures.bytes!.value);
        expect(figures.requests!.value).toBeGreaterThanOrEqual(figures.waves!.value);
        expect(figures.waves!.value).toBeGreaterThanOrEqual(1);
        expect(figures.percentile95!.value).toBeGreaterThanOrEqual(figures.median!.value);
      }
      // A single file is had at once, and then nothing more.
      expect(engines.MiniSearch).toMatchObject({ requests: { value: 1 }, second: { value: 0 } });
    },
    HANGING,
  );

  test(
    'builds a site of many readings, looks at its pages and times a save, over bare texts.',
    () => {
      const { status, stdout } = bench('--site', '--readings', '2', '--json');
      expect(status).toBe(0);
      const { results, site } = JSON.parse(stdout) as Told & {
        site: { subject: string; figures: { name: string; value: number; floor?: number }[] };
      };
      expect(results).toEqual([]);
      expect(site.subject).toBe('A site of 2 readings, 120 annotations');
      expect(site.figures.every(({ value, floor = 1 }) => value > 0 && floor > 0)).toBe(true);
      const names = site.figures.map(({ name }) => name);
      for (const name of ['build', 'files', 'front: page', 'statements: elements', 'second question'])
        expect(names).toContain(name);
      expect(site.figures.at(-1)).toMatchObject({ name: 'save until shown, reading of 300 annotations' });
      expect(site.figures.find(({ name }) => name === 'build')!.floor).toBeGreaterThan(0);
    },
    HANGING,
  );

  test(
    'builds it alone, where no bare site could stand beside it.',
    () => {
      const { status, stdout } = bench('--alone', '--readings', '2');
      expect(status).toBe(0);
      expect(stdout).toMatch(
        /^A site of 2 readings, 120 annotations\n\n {2,}floor +Postil\nbuild {2,}[\d.]+ m?s$/m,
      );
    },
    HANGING,
  );

  test(
    'loads the pages of a reading and of a note beside the same words by hand and in bare Astro + MDX.',
    () => {
      const { status, stdout } = bench('--pages', '--json');
      expect(status).toBe(0);
      const { results, pages } = JSON.parse(stdout) as Told & {
        pages: { entries: Record<string, Record<keyof FirstLoad | 'stored', number>> }[];
      };
      expect(results).toEqual([]);
      const [reading, note] = pages.map(({ entries }) => entries);
      expect(Object.keys(reading!)).toEqual(['by hand', 'text alone', 'bare Astro + MDX', 'Postil']);
      expect(Object.keys(note!)).toEqual(['by hand', 'bare Astro + MDX', 'Postil']);
      for (const { 'by hand': byHand, 'bare Astro + MDX': bare, Postil: postil } of [reading!, note!]) {
        for (const plain of [byHand, bare])
          expect(plain).toMatchObject({
            requests: 1,
            beforePaint: 1,
            scripts: 0,
            styles: 0,
            fonts: 0,
            shift: 0,
            stored: 0,
          });
        // The same words, however they are marked up.
        expect(Math.abs(bare!.document / byHand!.document - 1)).toBeLessThan(0.15);
        expect(postil!.bytes).toBeGreaterThan(byHand!.bytes);
        expect(postil!.shift).toBe(0);
        // What comes after the visit is no part of it.
        expect(postil!.stored).toBeGreaterThan(postil!.bytes);
      }
      expect(reading!['by hand']!.document).toBeGreaterThan(reading!['text alone']!.document);
      for (const loads of [reading!, note!]) {
        for (const { firstPaint, largestPaint } of Object.values(loads)) {
          expect(firstPaint).toBeGreaterThan(0);
          expect(largestPaint).toBeGreaterThanOrEqual(firstPaint);
        }
        expect(Object.keys(Object.values(loads)[0]!)).toEqual(Object.keys(LOAD_MEASURES));
      }
    },
    HANGING,
  );

  test('says what it does not understand, and ends with 2.', () => {
    expect(run(['node', 'src/cli/bench.ts', '--annotations', 'many'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('`--annotations many` is no number of annotations') as string,
    });
  });
});
