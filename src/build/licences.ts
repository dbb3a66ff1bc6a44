import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** Where readers find under which licences stands what they are sent. */
export const LICENCES = 'licences.txt';

/** What no script has in it, and what is shipped all the same: the search's own program. */
const BESIDE_SCRIPTS = ['pagefind'];

/** Of a module the package that it is of. */
const PACKAGE = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** A file of that name, or, of Pagefind's, those in a folder of that name. */
const OF_A_LICENCE = /^licen[cs]e(?:\.\w+|[/\\][^/\\]+)?$/i;

/** Between the licences of two things. */
const RULE = `\n${'-'.repeat(80)}\n\n`;

/**
 * Writes the licences of all that a site ships: of its own code, of the packages that its scripts have in them, of the
 * search's program, and of the typefaces. rollup-plugin-license does so for the packages alone, and counts those of the
 * build's own pages among them.
 */
export function licences(): Plugin {
  return {
    name: 'postil-licences',
    apply: 'build',
    generateBundle(_, bundle) {
      if (this.environment.name !== 'client') return;
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const packages = new Set([...modules.flatMap(packageOf), ...BESIDE_SCRIPTS]);
      this.emitFile({ type: 'asset', fileName: LICENCES, source: toText([...packages].sort()) });
    },
  };
}

function packageOf(module: string): string[] {
  const name = PACKAGE.exec(module)?.[1];
  return name === undefined ? [] : [name];
}

function toText(packages: readonly string[]): string {
  return [
    'What this site is sent with, and under which licences',
    `Postil\n\n${textOf('LICENSE')}`,
    ...packages.map(licenceOf),
    `Source Serif 4 and Libre Franklin, subsets\n\n${textOf('src/styles/fonts/OFL.txt')}`,
  ].join(RULE);
}

/** @throws where a package does not say under which licence it is: then it may not be shipped */
function licenceOf(name: string): string {
  const folder = path.join('node_modules', name);
  const { version, license } = JSON.parse(textOf(path.join(folder, 'package.json'))) as Record<
    string,
    string
  >;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((each) => OF_A_LICENCE.test(each) && statSync(path.join(folder, each)).isFile())
    .sort();
  if (files.length === 0)
    throw new Error(`The package \`${name}\` is in what the site sends, and has no file of its licence.`);
  const texts = files.map((file) => textOf(path.join(folder, file)));
  return `${name} ${version}, ${license}\n\n${texts.join('\n')}`;
}

function textOf(file: string): string {
  return `${readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()}\n`;
}
