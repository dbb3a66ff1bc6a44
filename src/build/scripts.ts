import type { Plugin } from 'vite';
import { keepScriptFile, type ScriptName } from '../core/script-file.ts';

/** What pages ask for by name. */
const ASKED: readonly ScriptName[] = ['page', 'text'];

/**
 * What several have a use for, in one file for each use, with all that it needs and the files above it have not. Else
 * whatever two share would be a file of its own, with headers of its own. What is small and needed by many is in the
 * file that every page has; what one alone needs stays with that.
 */
const SHARED: Readonly<Record<string, RegExp>> = {
  page: /\/(client\/(page|element|sheet|announce)|core\/tally)\.ts$/,
  text: /\/client\/reading\.ts$/,
  // For what copies: a button of a page, and what lists how something can be cited.
  clipboard: /\/(client\/clipboard|core\/reference-template)\.ts$/,
  // For what tells of a passage: how to cite it, and what has become of it.
  passage:
    /\/(client\/(passage-place|corners|spots|telling|ledgers|highlight)|core\/(unchanged|quotation-marks))\.ts$/,
  // For what makes fingerprints: of several passages in one, here and in other editions.
  hash: /\/core\/hash\.ts$/,
  // For what judges: a citation that was followed, and those that are looked up.
  account: /\/(core\/(account|verdict|wording|word-diff)|client\/differing)\.ts$/,
  // For what lists how something can be cited: one passage, and what is cited less often.
  cite: /\/client\/(cite|cite-list|cited-text)\.ts$/,
};

/** Makes these files. */
export function bundleScripts(): Plugin {
  const files = Object.entries(SHARED);
  const groups = files.map(([name, test], at) => ({ name, test, priority: files.length - at }));
  const isAsked = (name: string): name is ScriptName => ASKED.some((asked) => asked === name);
  return {
    name: 'postil-scripts',
    apply: 'build',
    configEnvironment: (name) =>
      name === 'client'
        ? { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }
        : undefined,
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && !file.isEntry && isAsked(file.name))
          keepScriptFile(file.name, file.fileName);
    },
  };
}
