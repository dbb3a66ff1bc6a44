import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** Milliseconds after which a test hangs; no test is about time. */
const HANGING = 300_000;

/** What needs programs that npm does not bring: other browsers, other servers. */
export default defineConfig({
  root,
  test: {
    include: ['tests/elsewhere/**/*.test.ts'],
    globalSetup: ['tests/support/sites.ts'],
    testTimeout: HANGING,
    hookTimeout: HANGING,
    fileParallelism: false,
  },
});
