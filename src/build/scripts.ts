import type { Plugin } from 'vite';
import { keepScriptFile, type ScriptName } from '../core/script-file.ts';

/**
 * What pages ask for by name, each in one file with all that it needs. Else what two share would be a file of its own,
 * with headers of its own; what is small and needed by many is in the file that every page has.
 */
const SCRIPTS: Record<ScriptName, RegExp> = {
  page: /\/(client\/(page|element|sheet)|core\/tally)\.ts$/,
  text: /\/client\/reading\.ts$/,
};

/** Makes these files, the later ones without what the earlier ones have. */
export function bundleScripts(): Plugin {
  const groups = Object.entries(SCRIPTS).map(([name, test], at) => ({ name, test, priority: 2 - at }));
  const isNamed = (name: string): name is ScriptName => name in SCRIPTS;
  return {
    name: 'postil-scripts',
    apply: 'build',
    configEnvironment: (name) =>
      name === 'client'
        ? { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }
        : undefined,
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && !file.isEntry && isNamed(file.name))
          keepScriptFile(file.name, file.fileName);
    },
  };
}
