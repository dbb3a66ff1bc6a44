import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Paths count from the project's root: `eslint --config .ci/eslint.config.mjs .` */
export default defineConfig(
  // What only the bench installs has packages of its own, which may not be there.
  { ignores: ['dist/', '.dist.*/', 'node_modules/', '.astro/', 'tests/bench/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // `noUncheckedIndexedAccess` is on: an index that the line before has checked needs one.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `_` names what a destructuring leaves out.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // `on…(() => list.push(…))` says what happens, and nobody looks at what comes back.
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  astro.configs['flat/recommended'],
  astro.configs['flat/jsx-a11y-recommended'],
  {
    files: ['**/*.astro'],
    rules: {
      // The words of a label may come from a table.
      'astro/jsx-a11y/label-has-associated-control': ['error', { depth: 3, controlComponents: ['input'] }],
    },
  },
);
