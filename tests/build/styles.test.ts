import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStyles, styleProblems } from '../../src/build/styles.ts';
import { run } from '../support/command.ts';

const NUMBERED = 'tests/fixtures/styles/styles/numbers-and-ordinals.csl';

/** A content folder into which a publisher puts styles. */
let content: string;
beforeEach(() => {
  content = mkdtempSync(path.join(os.tmpdir(), 'postil-styles-'));
  mkdirSync(path.join(content, 'styles'));
});
afterEach(() => {
  rmSync(content, { recursive: true });
});

const put = (name: string, csl: string) => writeFileSync(path.join(content, 'styles', name), csl);
const labels = () => readStyles(content).styles.map(({ forms }) => forms.label);

const OURS = ['APA', 'Chicago notes', 'Chicago author-date', 'MLA', 'Harvard', 'OSCOLA'];

test('Ours come first, in their order, and then the publisher’s by name.', () => {
  copyFileSync(NUMBERED, path.join(content, 'styles', 'a.csl'));
  put('b.csl', readFileSync(NUMBERED, 'utf8').replace('>Numbered<', '>A press<'));
  expect(labels()).toEqual([...OURS, 'A press', 'Numbered']);
});

test('A publisher’s style stands for ours of the same name.', () => {
  copyFileSync(NUMBERED, path.join(content, 'styles', 'oscola.csl'));
  const { styles, problems } = readStyles(content);
  expect(styles.map(({ forms }) => forms.id)).toContain('oscola');
  expect(styles.find(({ forms }) => forms.id === 'oscola')!.forms.kind).toBe('in-text');
  expect(problems).toEqual([]);
});

test('One that cannot be used is told, and not silently replaced by ours.', () => {
  put('oscola.csl', '<style>');
  const { styles, problems } = readStyles(content);
  expect(styles.map(({ forms }) => forms.id)).not.toContain('oscola');
  expect(problems.map(({ id }) => id)).toEqual(['malformed-style']);
  expect(styleProblems(content)).toEqual(problems);
});

test('A style that is changed is read again, and one that is not is not.', () => {
  const before = readStyles(content);
  expect(readStyles(content)).toBe(before);
  copyFileSync(NUMBERED, path.join(content, 'styles', 'a.csl'));
  expect(labels()).toEqual([...OURS, 'Numbered']);
});

test('A style that prints nothing is told, and a folder is no style.', () => {
  mkdirSync(path.join(content, 'styles', 'folder.csl'));
  const numbered = readFileSync(NUMBERED, 'utf8');
  const list = /(<bibliography[^>]*>\s*<layout[^>]*>)[^]*(<\/layout>\s*<\/bibliography>)/;
  put('silent.csl', numbered.replace(list, '$1<text variable="ttle"/>$2'));
  const [told, ...others] = styleProblems(content);
  expect(told).toMatchObject({
    id: 'invalid-style',
    position: { path: path.join(content, 'styles/silent.csl') },
  });
  expect(told!.message).toContain('prints nothing');
  expect(others).toEqual([]);
});

test('npm run check and the build tell a broken style with its place, and end with 1.', () => {
  put('broken.csl', '<style>\n  <info></style>');
  const told = /broken\.csl:2:\d+ {2}error malformed-style/;
  const environment = { POSTIL_CONTENT: content };
  const check = run(['node', 'src/cli/check.ts'], environment);
  expect(check.stdout).toMatch(told);
  expect(check.status).toBe(1);
  const build = run(['astro', 'build', '--outDir', 'node_modules/.postil/broken-site'], environment);
  expect(build.stdout + build.stderr).toMatch(told);
  expect(build.status).toBe(1);
});
