import { readFileSync } from 'node:fs';
import { minify, type Plugin } from 'vite';

/** A script that stands in the page itself is imported by its text; in a build it is as short as those in files. */
const TEXT_OF_SCRIPT = /^(.+\.js)\?raw$/;

export function shortenScripts(): Plugin {
  return {
    name: 'postil-shorten',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      const file = TEXT_OF_SCRIPT.exec(id)?.[1];
      if (file === undefined) return undefined;
      const { code } = await minify(file, readFileSync(file, 'utf8'));
      return `export default ${JSON.stringify(code.trim())}`;
    },
  };
}
