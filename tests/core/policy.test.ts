import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  expressionOf,
  headerRules,
  headersFor,
  metaPolicy,
  parseHeaders,
  rulesFor,
  serializeHeaders,
} from '../../src/core/policy.ts';

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What no page may do without: every directive, to the letter. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types postil',
];

describe('What a page may do', () => {
  test('is said in the page itself, but for what can only be said in a header.', () => {
    expect(metaPolicy({ scripts: [], styles: [] })).toBe(POLICY.join('; '));
    const frames = "frame-ancestors 'none'";
    expect(headersFor('/', headerRules())['Content-Security-Policy']).toBe([...POLICY, frames].join('; '));
  });

  test('is what its own scripts and styles are, by their digests, and none else.', () => {
    const policy = metaPolicy({ scripts: ['a()', 'ї()'], styles: ['a{}'] }).split('; ');
    expect(policy[1]).toBe(`${POLICY[1]!} ${digest('a()')} ${digest('ї()')}`);
    expect(policy[2]).toBe(`${POLICY[2]!} ${digest('a{}')}`);
    expect(policy.toSpliced(1, 2)).toEqual(POLICY.toSpliced(1, 2));
    const rules = headerRules({ scripts: ['a()'], styles: [] });
    expect(headersFor('/', rules)['Content-Security-Policy']).toContain(digest('a()'));
  });
});

describe('The headers of', () => {
  const all = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin' };
  const page = {
    ...all,
    'Content-Security-Policy': expect.any(String) as string,
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  const forever = { ...all, 'Cache-Control': 'public, max-age=31536000, immutable' };
  const data = (type: string) => ({
    ...all,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
    'Content-Type': type,
  });
  test.each<[string, object]>([
    ['/', page],
    ['/about/', page],
    ['/peace-deal/notes/', page],
    ['/peace-deal/notes/ambassador/', page],
    ['/404.html', page],
    ['/assets/a.js', forever],
    ['/pagefind/fragment/en_1.pf_fragment', forever],
    ['/sw.js', { ...all, 'Cache-Control': 'no-cache' }],
    ['/feed.xml', data('application/atom+xml; charset=utf-8')],
    ['/schemas/reading.json', data('application/json')],
    ['/peace-deal/anchors.json', data('application/json')],
    ['/schemas/anchors.json', data('application/json')],
    ['/robots.txt', all],
  ])('%s.', (path, headers) => {
    expect(headersFor(path, headerRules())).toStrictEqual(headers);
  });

  test('no address stand in two rules.', () => {
    for (const path of [
      '/',
      '/a/',
      '/a/b/',
      '/a/b/c/',
      '/assets/a.js',
      '/sw.js',
      '/feed.xml',
      '/schemas/reading.json',
    ]) {
      const names = rulesFor(path, headerRules()).flatMap(({ headers }) => Object.keys(headers));
      expect(new Set(names).size, path).toBe(names.length);
    }
  });
});

test('Rules are written for hosts, and read as they were written.', () => {
  const rules = [
    { pattern: '/*', headers: { A: 'b: c', D: 'e' } },
    { pattern: '/f/:g/', headers: { H: 'i' } },
  ];
  const text = '/repo/*\n  A: b: c\n  D: e\n/repo/f/:g/\n  H: i\n';
  expect(serializeHeaders(rules, '/repo/')).toBe(text);
  expect(parseHeaders(text, '/repo/')).toEqual(rules);
  const all = headerRules();
  expect(parseHeaders(serializeHeaders(all, '/'), '/')).toEqual(all);
});

test.each([
  ['/*', '/.*'],
  ['/:first/:second/', '/[^/]+/[^/]+/'],
  ['/a.b+c/', '/a\\.b\\+c/'],
])('A rule for %s is one for %s.', (pattern, expression) => {
  expect(expressionOf(pattern)).toBe(expression);
});

test('A rule is for whole addresses.', () => {
  const rules = [{ pattern: '/a/:b/', headers: {} }];
  for (const path of ['/a/b/c/', '/x/a/b/', '/a//', '/a/b']) expect(rulesFor(path, rules), path).toEqual([]);
  expect(rulesFor('/a/b/', rules)).toEqual(rules);
});
