import type { Plugin } from 'vite';

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
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  };
}
