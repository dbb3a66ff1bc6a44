import path from 'node:path';

/**
 * Megabytes that the youngest of what a program has made may take. By default it is 16, and a build makes so much at a
 * time that an eighth of its time went into looking what of it is still needed.
 */
const YOUNG = 64;

/** Astro’s program, and how Node runs it for a build. */
export const ASTRO = path.join('node_modules', 'astro', 'bin', 'astro.mjs');
export const FOR_A_BUILD: readonly string[] = [`--max-semi-space-size=${YOUNG}`];
