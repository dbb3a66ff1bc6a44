import path from 'node:path';

/**
 * Megabytes that the youngest of what a program has made may take. By default it is 16, and a build makes so much at a
 * time that an eighth of its time went into looking what of it is still needed.
 */
const YOUNG = 64;

/** Astro’s program, and how Node runs it for a build. */
export const ASTRO = path.join('node_modules', 'astro', 'bin', 'astro.mjs');
export const FOR_A_BUILD: readonly string[] = [`--max-semi-space-size=${YOUNG}`, '--expose-gc'];

/** The bundler, which is no JavaScript, keeps what it has freed for later, and after it has bundled there is no later. */
export const ENVIRONMENT_FOR_A_BUILD = { MIMALLOC_PURGE_DELAY: '0' };

/**
 * Has what is no longer needed cleared away where a build has just done with much of it: else it stays while as much
 * again is made, and a build of many readings needs a third more memory. Does nothing where a build was started without
 * it.
 */
export function clearAway(): void {
  globalThis.gc?.();
}
