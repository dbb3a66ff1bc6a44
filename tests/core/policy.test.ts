import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { OF_READING } from '../../src/core/export/formats.ts';
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

describe('The policy', () => {
  test('allows nothing inline and no string as code.', () => {
    const policy = headersFor('/reading/', headerRules())['Content-Security-Policy']!;
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain('trusted-types postil');
    expect(policy).not.toContain("'allow-duplicates'");
  });

  test('names what stands in a page itself by its digest, each where it belongs.', () => {
    // The digest of "alert(1)" was made with `openssl dgst -sha256 -binary | base64`.
    const digest = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
    const asScript = metaPolicy({ scripts: ['alert(1)'], styles: [] });
    expect(asScript).toContain(`script-src 'self' 'wasm-unsafe-eval' ${digest};`);
    expect(asScript).toContain("style-src 'self';");
    const asStyle = metaPolicy({ scripts: [], styles: ['alert(1)'] });
    expect(asStyle).toContain(`style-src 'self' ${digest};`);
    expect(asStyle).toContain("script-src 'self' 'wasm-unsafe-eval';");
  });

  test.each(['/', '/reading/', '/sources/key/', '/reading/notes/id/'])('is that of the page %s.', (place) => {
    expect(headersFor(place, headerRules())['Content-Security-Policy']).toContain("default-src 'none'");
  });

  test.each(['/assets/a.js', '/pagefind/ab/en/a.json', '/pagefind/ab/en/index/a.pf_index', '/feed.xml'])(
    'is not sent with %s, which is no page.',
    (place) => {
      const headers = headersFor(place, headerRules());
      expect(headers).not.toHaveProperty('Content-Security-Policy');
      expect(headers).toHaveProperty('X-Content-Type-Options');
    },
  );

  test('no header stands in two rules that can match one address, for hosts that join them.', () => {
    for (const place of [
      '/',
      '/a/',
      '/a/b/',
      '/a/b/c/',
      '/assets/a.css',
      '/assets/a.js',
      '/pagefind/ab/a.json',
      '/sw.js',
      '/feed.xml',
      '/schemas/reading.json',
      ...OF_READING.map(({ file }) => `/reading/${file}`),
    ]) {
      const names = rulesFor(place, headerRules()).flatMap(({ headers }) => Object.keys(headers));
      expect(names, place).toEqual([...new Set(names)]);
    }
  });

  test('is written for static hosts as they read it, under the base path.', () => {
    const written = serializeHeaders(headerRules(), '/repo/');
    expect(written).toContain('/repo/:first/\n  Content-Security-Policy: ');
    expect(written).toContain('/repo/*\n  X-Content-Type-Options: ');
    expect(written).toContain('/repo/assets/*\n  Cache-Control: ');
    expect(parseHeaders(written, '/repo/')).toEqual(headerRules());
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
