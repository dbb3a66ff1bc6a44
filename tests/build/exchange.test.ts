import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginBeside, clearBeside, putInPlace, recover } from '../../src/build/exchange.ts';

/** How a folder takes the place of another, whole. That builds do so is tested in `broken-builds.test.ts`. */
let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'postil-exchange-'));
  out = path.join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true }));

function writeSite(place: string, words: string) {
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, 'index.html'), words);
}

const wordsOf = (place: string) => readFileSync(path.join(place, 'index.html'), 'utf8');

/** The number of a process that was there and is no more. */
const deadProcess = () => spawnSync(process.execPath, ['--version']).pid;

test('What is made takes the place of what was there, and leaves nothing behind.', () => {
  writeSite(out, 'old');
  writeFileSync(path.join(out, 'only-in-the-old.html'), '');
  writeSite(beginBeside(out), 'new');
  expect(wordsOf(out)).toBe('old');
  putInPlace(out);
  clearBeside(out);
  expect(readdirSync(out)).toEqual(['index.html']);
  expect(wordsOf(out)).toBe('new');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('Where nothing was, or an empty folder, it is put there.', () => {
  for (const place of [out, path.join(folder, 'deep', 'below')]) {
    writeSite(beginBeside(place), 'new');
    putInPlace(place);
    clearBeside(place);
    expect(wordsOf(place)).toBe('new');
  }
  mkdirSync(path.join(folder, 'empty'));
  writeSite(beginBeside(path.join(folder, 'empty')), 'new');
  putInPlace(path.join(folder, 'empty'));
  expect(wordsOf(path.join(folder, 'empty'))).toBe('new');
});

test('A link stays, and leads to the new site.', () => {
  writeSite(path.join(folder, 'elsewhere'), 'old');
  symlinkSync('elsewhere', out);
  writeSite(beginBeside(out), 'new');
  putInPlace(out);
  clearBeside(out);
  expect(readdirSync(folder).sort()).toEqual(['dist', 'elsewhere']);
  expect([out, path.join(folder, 'elsewhere')].map(wordsOf)).toEqual(['new', 'new']);
});

test('Where a build was stopped between taking the old away and putting the new there, the old is put back.', () => {
  const left = path.join(folder, `.dist.${deadProcess()}`);
  writeSite(path.join(left, 'before-1'), 'old');
  writeSite(path.join(left, 'new'), 'new');
  recover(out);
  expect(wordsOf(out)).toBe('old');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('What a build has left that was broken off is cleared away, and what another is at work on is not.', () => {
  writeSite(out, 'present');
  const left = path.join(folder, `.dist.${deadProcess()}`);
  writeSite(path.join(left, 'before-1'), 'older');
  const another = path.join(folder, `.dist.${process.ppid}`);
  writeSite(path.join(another, 'new'), 'half');
  const alike = path.join(folder, '.dist.backup');
  writeSite(alike, 'a folder of somebody’s own');
  recover(out);
  expect(existsSync(left)).toBe(false);
  expect([out, path.join(another, 'new'), alike].map(wordsOf)).toEqual([
    'present',
    'half',
    'a folder of somebody’s own',
  ]);
});

test('Where nothing was built, that is said, and what is there stays.', () => {
  writeSite(out, 'old');
  beginBeside(out);
  expect(() => putInPlace(out)).toThrow(/ENOENT/);
  clearBeside(out);
  expect(wordsOf(out)).toBe('old');
  expect(readdirSync(folder)).toEqual(['dist']);
});
