import { defineConfig } from 'vitest/config';

/** The laws of `tests/core/fuzz.test.ts` by the ten thousand, other cases each time: `npm run fuzz`. */
export default defineConfig({
  test: {
    include: ['tests/core/fuzz.test.ts'],
    env: { POSTIL_FUZZ: process.env.POSTIL_FUZZ ?? '60000' },
  },
});
