import { ADDRESSES } from './export/formats.ts';
import { SCHEMAS } from './export/schemas.ts';

/** Response headers for the addresses that a pattern matches. */
export interface HeaderRule {
  /** A path without the base path; `*` stands for anything, `:name` for one segment, as hosts read them. */
  pattern: string;
  headers: Record<string, string>;
}

/**
 * What a page may do: its own scripts, styles, fonts and pictures, and Pagefind's WebAssembly; nothing inline,
 * nothing of anybody else's, and no string becomes HTML or code.
 *
 * @see https://www.w3.org/TR/CSP3/ @see https://www.w3.org/TR/trusted-types/
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/** Directives that a `<meta>` cannot carry. */
const HEADER_ONLY = ["frame-ancestors 'none'"];

/** The policy as a page carries it itself, for hosts that set no headers. */
export const META_POLICY = CONTENT_SECURITY_POLICY.join('; ');

/** What is fetched once is never asked for again. @see https://www.rfc-editor.org/rfc/rfc8246 */
const FOREVER = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/**
 * The one source of the production headers: for `_headers`, and for the server behind `npm start`. No header stands
 * in two rules that can match one address: hosts differ in whether they then replace or join.
 */
const HEADER_RULES: readonly HeaderRule[] = [
  {
    pattern: '/*',
    headers: {
      'Content-Security-Policy': [...CONTENT_SECURITY_POLICY, ...HEADER_ONLY].join('; '),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
  },
  // Their names change with their contents.
  { pattern: '/assets/*', headers: FOREVER },
  { pattern: '/pagefind/*', headers: FOREVER },
  // Data may be fetched from anywhere, as what it is.
  ...Object.values(ADDRESSES).flatMap(({ at, formats }) =>
    formats.map(({ file, type }) => dataRule(at + file, type)),
  ),
  // `/:reading/anchors.json` is also the rule for the ledger's schema.
  ...Object.keys(SCHEMAS)
    .filter((name) => name !== 'anchors')
    .map((name) => dataRule(`/schemas/${name}.json`, 'application/json')),
  dataRule('/feed.xml', 'application/atom+xml; charset=utf-8'),
];

function dataRule(pattern: string, type: string): HeaderRule {
  return { pattern, headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': type } };
}

/**
 * @param path an address's path, without the base path
 * @returns the rules that match it
 */
export function rulesFor(path: string): HeaderRule[] {
  return HEADER_RULES.filter(({ pattern }) => matches(pattern, path));
}

/**
 * @param path an address's path, without the base path
 * @returns its headers
 */
export function headersFor(path: string): Record<string, string> {
  return rulesFor(path).reduce((all, { headers }) => ({ ...all, ...headers }), {});
}

/**
 * @param base the base path, with a slash at both ends
 * @returns the rules as Netlify and Cloudflare Pages read them from `_headers`
 */
export function serializeHeaders(base: string): string {
  const rules = HEADER_RULES.map(({ pattern, headers }) =>
    [
      base.slice(0, -1) + pattern,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ].join('\n'),
  );
  return `${rules.join('\n')}\n`;
}

function matches(pattern: string, path: string): boolean {
  const expression = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:\w+/g, '[^/]+')
    .replaceAll('*', '.*');
  return new RegExp(`^${expression}$`).test(path);
}
