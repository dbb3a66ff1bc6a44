import { describe, expect, test } from 'vitest';
import { Progress } from '../../src/core/progress.ts';

/** Ten readings of nine pages, and ten pages of the site itself. */
const OWNERS = Array.from({ length: 10 }, (_, reading) => Array<string>(9).fill(`reading-${reading}`)).flat();
const PAGES = [...OWNERS, ...Array<undefined>(10).fill(undefined)];
const WORK = new Map([...Map.groupBy(PAGES, (owner) => owner)].map(([owner, own]) => [owner, own.length]));

/** Draws all pages, each in so many milliseconds, and returns what was written. */
function draw(isTTY: boolean, each: number): string[] {
  const written: string[] = [];
  let time = 0;
  const output = { isTTY, write: (words: string) => written.push(words) };
  const progress = new Progress(WORK, output, () => time);
  for (const owner of PAGES) {
    time += each;
    progress.done(owner);
  }
  return written;
}

describe('Without a terminal', () => {
  test('a line says at every tenth of the pages how many readings are done, and what time is left.', () => {
    const lines = draw(false, 100);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('1 of 10 readings, 10 % of the pages, 9 s left\n');
    expect(lines[4]).toBe('5 of 10 readings, 50 % of the pages, 5 s left\n');
    expect(lines[8]).toBe('10 of 10 readings, 90 % of the pages, 1 s left\n');
    expect(lines[9]).toBe('10 of 10 readings, 100 % of the pages\n');
  });

  test('where pages take long, one is said every ten seconds, too.', () => {
    const lines = draw(false, 5000);
    expect(lines).toHaveLength(50);
    expect(lines[0]).toBe('0 of 10 readings, 2 % of the pages, 8 min left\n');
  });
});

describe('In a terminal', () => {
  test('one line is written anew, now and then, and ends when all is done.', () => {
    const written = draw(true, 100);
    expect(written).toHaveLength(51);
    const lines = written.slice(0, -1);
    expect(lines.every((line) => line.startsWith('\r\u001B[K') && !line.includes('\n'))).toBe(true);
    expect(lines[0]).toContain('0 of 10 readings, 2 % of the pages');
    expect(lines.at(-1)).toContain('10 of 10 readings, 100 % of the pages');
    expect(written.at(-1)).toBe('\n');
  });

  test('it makes way for what else is told; elsewhere there is nothing to clear.', () => {
    const written: string[] = [];
    const output = { write: (words: string) => written.push(words) };
    new Progress(WORK, output, () => 0).makeWay();
    expect(written).toEqual([]);
    new Progress(WORK, { ...output, isTTY: true }, () => 0).makeWay();
    expect(written).toEqual(['\r\u001B[K']);
  });
});
