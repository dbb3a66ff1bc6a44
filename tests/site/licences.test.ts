import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LICENCES } from '../../src/build/licences.ts';
import { EDITION, FIXTURE } from '../support/sites.ts';

/** Under which licences stands what readers are sent. */

const told = (dist: string) => readFileSync(path.join(dist, LICENCES), 'utf8');

test('Each package that the scripts have in them is named with its version, its licence and the words of it.', () => {
  const words = told(EDITION.dist);
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of ['@noble/hashes', 'approx-string-match', 'diff', 'pagefind'])
    expect(words).toMatch(
      new RegExp(`^${name} ${dependencies[name]!.replaceAll('.', '\\.')}, [\\w-]+$`, 'm'),
    );
  expect(words).toMatch(/Permission is hereby granted, free of charge/);
  expect(words).toMatch(/SIL OPEN FONT LICENSE/i);
});

test('What only the build needs is not named.', () => {
  for (const name of ['astro', 'vite', 'citeproc', 'zod'])
    expect(told(EDITION.dist)).not.toMatch(new RegExp(`^${name} \\d`, 'm'));
});

test('The same scripts have the same licences, whatever the site.', () => {
  expect(told(FIXTURE.dist)).toBe(told(EDITION.dist));
});
