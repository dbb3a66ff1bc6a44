import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** Milliseconds after which a test hangs; no test is about time. */
const HANGING = 120_000;

export default defineConfig({
  root,
  test: {
    projects: [
      // The pure core: no Astro, no browser, one process.
      {
        root,
        test: {
          name: 'core',
          include: ['tests/core/**/*.test.ts'],
          isolate: false,
          testTimeout: HANGING,
        },
      },
      // What touches disk, and the commands.
      {
        root,
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          testTimeout: HANGING,
          hookTimeout: HANGING,
        },
      },
      // The built site in a real browser.
      {
        root,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/support/sites.ts'],
          testTimeout: 4 * HANGING,
          hookTimeout: HANGING,
          fileParallelism: false,
        },
      },
    ],
  },
});
