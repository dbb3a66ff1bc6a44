import { defineConfig } from 'vitest/config';

/** The laws of what is read by the ten thousand, and some hundred readings built; other cases each time: `npm run fuzz`. */
export default defineConfig({
  test: {
    include: ['tests/core/fuzz.test.ts', 'tests/site/fuzz-pages.test.ts'],
    env: {
      POSTIL_FUZZ: process.env.POSTIL_FUZZ ?? '60000',
      POSTIL_FUZZ_PAGES: process.env.POSTIL_FUZZ_PAGES ?? '300',
    },
  },
});
