import type { Plugin } from 'vite';

/** What Vite makes of one: taking names apart and putting them together again, for nothing. */
const WRAPPED =
  /\b__vitePreload\(async \(\) => \{\s*const \{[^{}]*\} = await (import\("[^"]+"\));\s*return \{[^{}]*\};\s*\}, __VITE_PRELOAD__\)/g;

/**
 * Of Vite's builds each `import()` goes through a loader of its own, larger than some of what it loads, which preloads
 * style sheets and further modules. Ours have none that matter: an import is an import.
 */
export function plainImport(): Plugin {
  return {
    name: 'postil-plain-import',
    apply: 'build',
    enforce: 'pre',
    configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : undefined),
    renderChunk: (code) => (code.includes('__vitePreload') ? code.replace(WRAPPED, '$1') : null),
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  };
}
