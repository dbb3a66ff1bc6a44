import path from 'node:path';
import type { Plugin } from 'vite';
import { isMadeHere, ownerOf } from './portion.ts';
import { type Entry, shelvesOfBuild } from './shelf.ts';

/** The module that has all texts of a build: by collection and id, what imports each. */
const TEXTS = 'virtual:postil/texts';

/** Collections of texts that are compiled. */
const NAMES = ['readings', 'frozen', 'pages'] as const;

/**
 * Tells a build where its texts are. Astro would write it down in `.astro/`, where another build of the same checkout, or
 * the development server, may write something else before it is read.
 */
export function texts(): Plugin {
  let isBuild = false;
  return {
    name: 'postil-texts',
    configResolved: ({ command }) => {
      isBuild = command === 'build';
    },
    resolveId: { filter: { id: new RegExp(`^${TEXTS}$`) }, handler: () => `\0${TEXTS}` },
    load: {
      filter: { id: new RegExp(`^\0${TEXTS}$`) },
      handler: () => moduleOf(isBuild ? importsOfBuild() : []),
    },
  };
}

function moduleOf(imports: readonly [name: string, file: string][]): string {
  const lines = imports.map(
    ([name, file]) => `[${JSON.stringify(name)}, () => import(${JSON.stringify(file)})],`,
  );
  return `export default new Map([\n${lines.join('\n')}\n]);\n`;
}

/** Of the readings’ texts, which take long to compile, no others than are drawn in this build. */
function importsOfBuild(): [name: string, file: string][] {
  const shelves = shelvesOfBuild();
  return NAMES.flatMap((name) =>
    Array.from(shelves[name].values() as Iterable<Entry<object>>)
      .filter(({ id }) => name === 'pages' || isMadeHere(ownerOf(id)))
      .map(({ id, text }): [string, string] => [`${name}/${id}`, path.resolve(text!.path)]),
  );
}
