import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  filesIn,
  type Import,
  importsIn,
  importsOf,
  type Manner,
  withoutComments,
} from './support/imports.ts';

const SRC = path.join(import.meta.dirname, '../../src');

/** Which rooms each room of the house may take from. Nothing takes from `pages`, and nothing from outside. */
const MAY_TAKE_FROM: Record<string, readonly string[]> = {
  core: ['core'],
  build: ['core', 'build'],
  cli: ['core', 'build', 'bench'],
  bench: ['core', 'build', 'bench'],
  'content.config.ts': ['core', 'build'],
  components: ['core', 'components', 'styles'],
  pages: ['core', 'build', 'components', 'styles'],
  client: ['core', 'client', 'styles'],
};

/** What a page’s `<script>` may run. */
const MAY_RUN = 'client';

/** The one way from the pages to the data. */
const DATA_DOOR = 'build/library.ts';

/** Packages small enough for a reader’s browser; all else in core is for the build. */
const SMALL_PACKAGES = [
  'approx-string-match',
  '@noble/hashes/',
  'diff',
  'fastest-levenshtein',
  'github-slugger',
  'stemmer',
];

/** Known breaches, each with the reason why it is let stand. */
const LET_STAND: Record<string, string> = {};

const roomOf = (file: string) => file.split('/')[0]!;
const isOurs = (to: string) => to.startsWith('..') || roomOf(to) in MAY_TAKE_FROM || roomOf(to) === 'styles';

/**
 * @param imported who takes what, and how
 * @param isSmall whether a file of core may go to the browser
 * @returns why that cannot be, or undefined
 */
function breach({ from, to, manner }: Import, isSmall: (file: string) => boolean): string | undefined {
  const room = roomOf(from);
  const allowed = MAY_TAKE_FROM[room];
  if (!allowed) return `${room} is no room of the house`;
  if (manner === 'script') return roomOf(to) === MAY_RUN ? undefined : 'a page runs scripts of client only';
  if (!isOurs(to)) return outside(room, to, manner);
  if (!allowed.includes(roomOf(to))) return `${room} takes from ${allowed.join(', ')} only`;
  if (room === 'pages' && roomOf(to) === 'build' && to !== DATA_DOOR)
    return `pages get their data by ${DATA_DOOR}`;
  if (room === 'client' && roomOf(to) === 'core' && manner === 'code' && !isSmall(to)) {
    return 'client takes the small parts of core only';
  }
  return undefined;
}

function outside(room: string, to: string, manner: Manner): string | undefined {
  const ofTheBuild = isBuiltin(to) || /^(?:@?astro(?:js)?$|@?astro(?:js)?[:/])/.test(to);
  if (room === 'core' && ofTheBuild) return 'core knows neither Astro nor Node';
  if (room === 'client' && manner === 'code') return 'client is our own code only';
  return undefined;
}

/** Tells whether a file of core, with all that it imports, is small enough for the browser. */
function smallness(imports: readonly Import[]) {
  const taken = Map.groupBy(imports, ({ from }) => from);
  return function isSmall(file: string, seen: readonly string[] = []): boolean {
    if (seen.includes(file)) return true;
    return (taken.get(file) ?? [])
      .filter(({ manner }) => manner !== 'types')
      .every(({ to }) =>
        isOurs(to) ? isSmall(to, [...seen, file]) : SMALL_PACKAGES.some((name) => to.startsWith(name)),
      );
  };
}

const imports = importsIn(SRC);
const isSmall = smallness(imports);

describe('The rooms of the house', () => {
  test('are all known.', () => {
    expect([...new Set(filesIn(SRC).map(roomOf))].filter((room) => !(room in MAY_TAKE_FROM))).toEqual([]);
  });

  test('take from one another as the design says, and what is let stand still stands.', () => {
    const breaches = imports.flatMap((imported) => {
      const reason = breach(imported, isSmall);
      return reason === undefined ? [] : [`${imported.from} takes ${imported.to}: ${reason}`];
    });
    const known = (found: string) => Object.keys(LET_STAND).find((name) => found.startsWith(`${name}:`));
    expect(breaches.filter((found) => !known(found))).toEqual([]);
    expect(Object.keys(LET_STAND).filter((name) => !breaches.some((found) => known(found) === name))).toEqual(
      [],
    );
  });
});

describe('The rule', () => {
  test.each<[from: string, to: string, manner: Manner, why: string | undefined]>([
    ['core/a.ts', 'core/b.ts', 'code', undefined],
    ['core/export/a.ts', 'core/b.ts', 'code', undefined],
    ['core/a.ts', 'zod', 'code', undefined],
    ['core/a.ts', 'build/b.ts', 'code', 'core takes from core only'],
    ['core/a.ts', 'build/b.ts', 'types', 'core takes from core only'],
    ['core/a.ts', 'client/b.ts', 'code', 'core takes from core only'],
    ['core/a.ts', '../tests/b.ts', 'code', 'core takes from core only'],
    ['core/a.ts', 'node:fs', 'code', 'core knows neither Astro nor Node'],
    ['core/a.ts', 'fs', 'code', 'core knows neither Astro nor Node'],
    ['core/a.ts', 'astro', 'types', 'core knows neither Astro nor Node'],
    ['core/a.ts', 'astro:content', 'code', 'core knows neither Astro nor Node'],
    ['core/a.ts', 'astro/zod', 'code', 'core knows neither Astro nor Node'],
    ['core/a.ts', '@astrojs/mdx', 'code', 'core knows neither Astro nor Node'],
    ['build/a.ts', 'core/b.ts', 'code', undefined],
    ['build/a.ts', 'node:fs', 'code', undefined],
    ['build/a.ts', 'pages/b.astro', 'code', 'build takes from core, build only'],
    ['build/a.ts', 'components/b.astro', 'code', 'build takes from core, build only'],
    ['cli/a.ts', 'build/b.ts', 'code', undefined],
    ['cli/a.ts', 'cli/b.ts', 'code', 'cli takes from core, build, bench only'],
    ['cli/a.ts', 'bench/b.ts', 'code', undefined],
    ['bench/a.ts', 'build/b.ts', 'code', undefined],
    ['bench/a.ts', 'client/b.ts', 'code', 'bench takes from core, build, bench only'],
    ['build/a.ts', 'bench/b.ts', 'code', 'build takes from core, build only'],
    ['content.config.ts', 'build/b.ts', 'code', undefined],
    ['components/A.astro', 'core/b.ts', 'code', undefined],
    ['components/A.astro', 'styles/b.css', 'code', undefined],
    ['components/A.astro', 'client/b.ts', 'script', undefined],
    ['components/A.astro', 'client/b.ts', 'code', 'components takes from core, components, styles only'],
    ['components/A.astro', 'core/b.ts', 'script', 'a page runs scripts of client only'],
    ['components/A.astro', 'build/library.ts', 'code', 'components takes from core, components, styles only'],
    ['pages/a.astro', 'build/library.ts', 'code', undefined],
    ['pages/a.astro', 'build/content.ts', 'code', 'pages get their data by build/library.ts'],
    ['pages/a.astro', 'pages/b.astro', 'code', 'pages takes from core, build, components, styles only'],
    ['client/a.ts', 'client/b.ts', 'code', undefined],
    ['client/a.ts', 'core/small.ts', 'code', undefined],
    ['client/a.ts', 'core/large.ts', 'code', 'client takes the small parts of core only'],
    ['client/a.ts', 'core/large.ts', 'types', undefined],
    ['client/a.ts', 'components/b.ts', 'code', 'client takes from core, client, styles only'],
    ['client/a.ts', 'zod', 'code', 'client is our own code only'],
    ['attic/a.ts', 'core/b.ts', 'code', 'attic is no room of the house'],
  ])('for %s, which takes %s as %s: %s.', (from, to, manner, why) => {
    expect(breach({ from, to, manner }, (file) => file === 'core/small.ts')).toBe(why);
  });

  test('finds what is imported, in every way of writing it.', () => {
    const code = [
      "import a from './a.ts';",
      "import { b, type B } from '../core/b.ts';",
      "import type { C } from './c.ts';",
      "import {\n  d,\n  e,\n} from './d.ts';",
      "import * as f from 'f';",
      "import './g.css';",
      "export * from './h.ts';",
      "export type { I } from './i.ts';",
      "const j = await import('./j.ts');",
      "import url from './k.woff2?url';",
      "// import './no.ts', import('./no.ts')",
      "export const l = 'from';",
    ].join('\n');
    expect(importsOf('build/x.ts', code).map(({ to, manner }) => `${to} ${manner}`)).toEqual([
      'build/a.ts code',
      'core/b.ts code',
      'build/c.ts types',
      'build/d.ts code',
      'f code',
      'build/g.css code',
      'build/h.ts code',
      'build/i.ts types',
      'build/k.woff2 code',
      'build/j.ts code',
    ]);
    const page =
      "---\nimport A from '../components/A.astro';\n---\n<script src=\"../client/b.ts\"></script>\n<script>\n  import '../client/c.ts';\n</script>";
    expect(importsOf('pages/x.astro', page).map(({ to, manner }) => `${to} ${manner}`)).toEqual([
      'components/A.astro code',
      'client/b.ts script',
      'client/c.ts script',
    ]);
  });

  test('knows small from large through everything a file imports.', () => {
    const small = smallness([
      { from: 'core/hash.ts', to: '@noble/hashes/sha2.js', manner: 'code' },
      { from: 'core/verdict.ts', to: 'core/hash.ts', manner: 'code' },
      { from: 'core/verdict.ts', to: 'core/reader.ts', manner: 'types' },
      { from: 'core/reader.ts', to: 'zod', manner: 'code' },
      { from: 'core/page.ts', to: 'core/reader.ts', manner: 'code' },
    ]);
    expect(['hash', 'verdict', 'reader', 'page'].map((name) => small(`core/${name}.ts`))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(['core/hash.ts', 'core/canonical.ts'].every((file) => isSmall(file))).toBe(true);
    expect(['core/reading.ts', 'core/ledger-file.ts'].some((file) => isSmall(file))).toBe(false);
  });
});

/** Names that only a browser, or only Node, has. */
const GLOBALS = ['document', 'window', 'navigator', 'localStorage', 'location', 'process', 'Buffer'];

/** The globals that code uses: mentioned outside comments and strings, and neither its own name nor a member. */
function globalsIn(code: string): string[] {
  const bare = withoutComments(code).replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
  return GLOBALS.filter((name) => {
    const isOwn = new RegExp(`\\b(?:const|let|function)\\s+${name}\\b|[(,{]\\s*${name}\\??\\s*[:,})]`).test(
      bare,
    );
    return !isOwn && new RegExp(`(?<![.\\w$])${name}\\s*(?:\\.|\\[|\\?\\.|\\()`).test(bare);
  });
}

describe('Core is pure:', () => {
  test('it uses nothing that only a browser or only Node has.', () => {
    for (const file of filesIn(path.join(SRC, 'core'))) {
      expect(globalsIn(readFileSync(path.join(SRC, 'core', file), 'utf8')), file).toEqual([]);
    }
  });

  test.each([
    ["document.querySelector('a');", ['document']],
    ["const found = window.location.hash + process.env['X'];", ['window', 'process']],
    ["localStorage?.getItem('a')", ['localStorage']],
    ['const document = parse(yaml);\ndocument.toJS();', []],
    ['function read(document: Document) {\n  return document.errors;\n}', []],
    ["// document.title\nconst a = 'window.name'; view.document.title;", []],
  ])('in %j it would find %j.', (code, expected) => {
    expect(globalsIn(code)).toEqual(expected);
  });
});
