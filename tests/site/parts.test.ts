import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/command.ts';
import { FIXTURE } from '../support/sites.ts';

const PLACE = 'node_modules/.postil/parts';
const ONE = path.join(PLACE, 'one');
const OTHER = path.join(PLACE, 'other');
const ENVIRONMENT = { POSTIL_CONTENT: FIXTURE.content, POSTIL_BASE: FIXTURE.base };

const build = (...options: string[]) => run(['node', 'src/cli/build.ts', ...options], ENVIRONMENT);

/** Builds to a folder, and fails with what the build said. */
function buildTo(folder: string, ...options: string[]): void {
  const { status, stdout, stderr } = build('--outDir', folder, ...options);
  expect(status, stdout + stderr).toBe(0);
}

/** Every file of a site by its name, in Latin-1, which tells all bytes apart. */
function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const names = files.map((file) => path.relative(folder, path.join(file.parentPath, file.name))).sort();
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]));
}

beforeAll(() => rmSync(PLACE, { recursive: true, force: true }));

describe('Two parts of a site', () => {
  test('have the pages and the data of their own readings, and nothing of the other’s or of the whole site.', () => {
    buildTo(ONE, '--only', 'every-block');
    buildTo(OTHER, '--only', 'waterside-lamps', 'universal-declaration');
    const [one, other] = [filesOf(ONE), filesOf(OTHER)];
    for (const name of ['every-block/index.html', 'every-block/annotations.jsonld']) {
      expect(one.has(name)).toBe(true);
      expect(other.has(name)).toBe(false);
    }
    for (const name of ['index.html', 'claims/index.html', 'annotations.jsonld', '_headers'])
      expect([one.has(name), other.has(name)]).toEqual([false, false]);
    const pages = [...one.keys()].filter((name) => name.endsWith('.html'));
    expect(pages.filter((name) => other.has(name))).toEqual([]);
  });

  test('are with what is made around them the very site that is built at once, byte for byte.', () => {
    const whole = path.join(PLACE, 'whole');
    buildTo(whole, '--merge', ONE, OTHER);
    const [merged, atOnce] = [filesOf(whole), filesOf(FIXTURE.dist)];
    expect([...merged.keys()]).toEqual([...atOnce.keys()]);
    expect(
      [...merged].filter(([name, content]) => atOnce.get(name) !== content).map(([name]) => name),
    ).toEqual([]);
  });

  test('make a whole site where one is left out: what it would have had is made there.', () => {
    const whole = path.join(PLACE, 'around-one');
    buildTo(whole, '--merge', ONE);
    expect([...filesOf(whole).keys()]).toEqual([...filesOf(FIXTURE.dist).keys()]);
  });
});

describe('What is no part', () => {
  test.each<[what: string, options: string[], said: string]>([
    ['a reading that is not there', ['--only', 'evry-block'], 'Did you mean `every-block`?'],
    ['no reading', ['--only'], 'wants the slugs of readings'],
    ['a whole site', ['--merge', FIXTURE.dist], 'is no part of a site'],
    ['a part named twice', ['--merge', ONE, ONE], 'have `every-block`'],
    ['a part in the folder that is emptied', ['--outDir', PLACE, '--merge', ONE], 'is emptied first'],
    ['a part that is asked for as it is merged', ['--only', '--merge', ONE], 'one at a time'],
    ['a name that nothing is said of', ['every-block'], 'is said by `--only` or `--merge`'],
  ])('is refused: %s.', (_, options, said) => {
    const { status, stderr } = build(...options);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });

  test('is refused: a part that was made for another address.', () => {
    const { status, stderr } = run(['node', 'src/cli/build.ts', '--merge', ONE], {
      ...ENVIRONMENT,
      POSTIL_BASE: '/elsewhere/',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('for another address');
  });
});
