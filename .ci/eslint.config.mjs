import css from '@eslint/css';
import astro from 'eslint-plugin-astro';
import baseline from 'eslint-plugin-baseline-js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * What browsers have not all had for two and a half years, and what a reader has where it is missing. Whatever else is so
 * new is refused, in style sheets and in what runs in browsers, by the data of web-features.
 */
const WITH_FALLBACK = {
  scripts: [
    // The words to be copied are shown, selected, instead.
    'async-clipboard',
    // Asked for before it is used; the words stand there unmarked.
    'highlight',
    // Firefox has it since April 2024, which is long enough by now.
    'intl-segmenter',
  ],
  properties: [
    // Lines break where they did, and words keep their size.
    'text-wrap',
    'text-size-adjust',
    'hanging-punctuation',
    'orphans',
    'widows',
    'break-after',
    'break-before',
    // A stroke ends at the end of a line as if it were cut.
    'box-decoration-break',
    // All of it is shown, or a field has a bar to scroll by.
    'line-clamp',
    'field-sizing',
    'resize',
    // The page behind moves along, or is as wide as without a bar.
    'overscroll-behavior',
    'scrollbar-gutter',
    // What is out of sight is drawn, too; what is forced by the reader's colours is.
    'content-visibility',
    'forced-color-adjust',
    // Words on a line of time touch it.
    'paint-order',
  ],
  selectors: [
    // Words that are not marked in colour are there all the same.
    'highlight',
    'selection',
    'target-text',
    // On paper what was folded stays so.
    'details-content',
  ],
  // Paper without our foot of the page.
  atRules: ['page'],
};

/** Of core, what browsers are never sent. */
const NOT_FOR_BROWSERS = ['authoring/spot', 'footing', 'import/read-file', 'reading', 'reckoning'];

/** Paths count from the project's root: `eslint --config .ci/eslint.config.mjs .` */
export default defineConfig(
  // What only the bench installs has packages of its own, which may not be there.
  { ignores: ['dist/', '.dist.*/', 'node_modules/', '.astro/', '.stryker-tmp/', 'tests/bench/'] },
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
  {
    files: ['src/client/**/*.ts', 'src/core/**/*.ts'],
    ignores: NOT_FOR_BROWSERS.map((name) => `src/core/${name}.ts`),
    plugins: { 'baseline-js': baseline },
    rules: {
      'baseline-js/use-baseline': [
        'error',
        {
          available: 'widely',
          includeWebApis: { preset: 'type-aware' },
          includeJsBuiltins: { preset: 'type-aware' },
          ignoreFeatures: WITH_FALLBACK.scripts,
        },
      ],
    },
  },
  {
    files: ['src/styles/**/*.css'],
    language: 'css/css',
    languageOptions: { tolerant: true },
    plugins: { css },
    rules: {
      'css/use-baseline': [
        'error',
        {
          available: 'widely',
          allowProperties: WITH_FALLBACK.properties,
          allowSelectors: WITH_FALLBACK.selectors,
          allowAtRules: WITH_FALLBACK.atRules,
        },
      ],
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
