/** What pages ask for by name. */
export type ScriptName = 'page' | 'text';

/** Pages and the build are two graphs of modules in one process: both know the same. */
const SHARED = Symbol.for('postil.script-files');
const here = globalThis as { [SHARED]?: Map<string, string> | undefined };
const files = (here[SHARED] ??= new Map<string, string>());

/**
 * Keeps where a script was built.
 *
 * @param file its path within the site
 */
export function keepScriptFile(name: ScriptName, file: string): void {
  files.set(name, file);
}

/**
 * @returns the path of a script within the site
 * @throws when the scripts have not been built yet
 */
export function scriptFile(name: ScriptName): string {
  const file = files.get(name);
  if (file !== undefined) return file;
  throw new Error(`The script “${name}” was not built before the pages that ask for it.`);
}
