import { defineConfig } from 'vitest/config';
export default defineConfig({ root: '/work/wt-E', test: { include: ['tests/site/selection.test.ts'], globalSetup: ['tests/support/zz-setup.ts'], testTimeout: 900000, hookTimeout: 300000 } });
