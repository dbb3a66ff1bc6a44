import { expect, test } from 'vitest';
import { preamble, serverRules } from '../../src/core/server-rules.ts';

test('Addresses with the same headers have one rule, under the base path.', () => {
  const long = { 'Cache-Control': 'max-age=31536000' };
  const rules = [
    { pattern: '/_astro/*', headers: long },
    { pattern: '/:slug/a.txt', headers: { 'Content-Type': 'text/plain' } },
    { pattern: '/fonts/*', headers: { ...long } },
  ];
  expect(serverRules(rules, '/repo/')).toEqual([
    { expression: '/repo/_astro/.*|/repo/fonts/.*', headers: long },
    { expression: '/repo/[^/]+/a\\.txt', headers: { 'Content-Type': 'text/plain' } },
  ]);
  expect(serverRules(rules, '/').map(({ expression }) => expression)).toEqual([
    '/_astro/.*|/fonts/.*',
    '/[^/]+/a\\.txt',
  ]);
});

test('Above a configuration stands whose it is and where to put it, in lines that no server reads.', () => {
  for (const base of ['/', '/repo/']) {
    const lines = preamble('nginx', base).split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^# \w/);
  }
  expect(preamble('nginx', '/')).toContain('# nginx: ');
  expect(preamble('nginx', '/')).toContain('`root` is the folder of the site:');
  expect(preamble('nginx', '/repo/')).toContain('`root` is the folder in which the site is, as `repo`:');
});
