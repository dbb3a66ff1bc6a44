import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { ADDRESSES } from './export/formats.ts';
import { SCHEMAS } from './export/schemas.ts';
import { WORKER } from './offline/place.ts';

/** Response headers for the addresses that a pattern matches. */
export interface HeaderRule {
  /** A path without the base path; `*` stands for anything, `:name` for one segment, as hosts read them. */
  pattern: string;
  headers: Record<string, string>;
}

/** What stands in pages themselves: scripts and style sheets, by their texts. */
export interface InPage {
  scripts: readonly string[];
  styles: readonly string[];
}

const NOTHING: InPage = { scripts: [], styles: [] };

/**
 * What a page may do: its own scripts, styles, fonts and pictures, and Pagefind's WebAssembly; of what stands in it
 * nothing but what is named by its digest; nothing of anybody else's, and no string becomes HTML or code.
 *
 * @see https://www.w3.org/TR/CSP3/ @see https://www.w3.org/TR/trusted-types/
 */
function contentSecurityPolicy({ scripts, styles }: InPage): string[] {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts.map(hashSource)].join(' '),
    ["style-src 'self'", ...styles.map(hashSource)].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    // One name, under which one address is made: that of the worker (`client/offline.ts`).
    'trusted-types postil',
  ];
}

/** @see https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashSource(text: string): string {
  return `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))}'`;
}

/** Directives that a `<meta>` cannot carry. */
const HEADER_ONLY = ["frame-ancestors 'none'"];

/**
 * @param inPage what stands in this page itself
 * @returns the policy as a page carries it itself, for hosts that set no headers
 */
export function metaPolicy(inPage: InPage): string {
  return contentSecurityPolicy(inPage).join('; ');
}

/** What is fetched once is never asked for again. @see https://www.rfc-editor.org/rfc/rfc8246 */
const FOREVER = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/**
 * For whatever no rule says how long it may be kept: it is asked for anew each time, which costs nothing where it has not
 * changed. A page that were kept, if only for a minute, would ask for files that the next build has not. Hosts that read
 * `_headers` do so by themselves.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9111 §4.2.2, §5.2.2.4
 */
export const OTHERWISE = { 'Cache-Control': 'no-cache' };

/** What pages of others may load of ours. @see https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header */
const ANYONES = { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' };

/** The page for addresses where nothing is. */
export const NOT_FOUND = '404.html';

/**
 * Where pages are: no deeper. A file costs its headers each time, and a browser asks these of pages alone; hosts add
 * headers to what a rule matches and not all can take any away, so that no rule for everything has them. Some hosts do
 * not tell whether a path ends in a slash: then these match files that lie as high, too, but nothing in the index.
 */
const PAGES = ['/', '/:first/', '/:first/:second/', '/:first/:second/:third/', `/${NOT_FOUND}`];

/** What a page may do besides what its policy says. */
const OF_PAGES = {
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The headers of all pages and files, but for those of pages alone. */
const HEADER_RULES: readonly HeaderRule[] = [
  { pattern: '/*', headers: { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin' } },
  // Their names change with their contents.
  { pattern: '/assets/*', headers: FOREVER },
  { pattern: '/pagefind/*', headers: FOREVER },
  // It says which build is there.
  { pattern: `/${WORKER}`, headers: { 'Cache-Control': 'no-cache' } },
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
  return { pattern, headers: { ...ANYONES, 'Content-Type': type } };
}

/**
 * The one source of the production headers. No header stands in two rules that can match one address: hosts differ in
 * whether they then replace or join.
 *
 * @param inPage what stands in any of the pages themselves
 * @returns the rules for a whole site
 */
export function headerRules(inPage: InPage = NOTHING): HeaderRule[] {
  const policy = [...contentSecurityPolicy(inPage), ...HEADER_ONLY].join('; ');
  const headers = { 'Content-Security-Policy': policy, ...OF_PAGES };
  return [...PAGES.map((pattern) => ({ pattern, headers })), ...HEADER_RULES];
}

/**
 * @param path an address's path, without the base path
 * @param rules a site's
 * @returns those that match it
 */
export function rulesFor(path: string, rules: readonly HeaderRule[]): HeaderRule[] {
  return rules.filter(({ pattern }) => matches(pattern, path));
}

/**
 * @param path an address's path, without the base path
 * @param rules a site's
 * @returns its headers
 */
export function headersFor(path: string, rules: readonly HeaderRule[]): Record<string, string> {
  return rulesFor(path, rules).reduce((all, { headers }) => ({ ...all, ...headers }), {});
}

/**
 * @param rules a site's
 * @param base the base path, with a slash at both ends
 * @returns the rules as Netlify and Cloudflare Pages read them from `_headers`
 */
export function serializeHeaders(rules: readonly HeaderRule[], base: string): string {
  const written = rules.map(({ pattern, headers }) =>
    [
      base.slice(0, -1) + pattern,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ].join('\n'),
  );
  return `${written.join('\n')}\n`;
}

/**
 * @param text of a `_headers` file, as `serializeHeaders` writes it
 * @param base the base path, with a slash at both ends
 * @returns the rules in it
 */
export function parseHeaders(text: string, base: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n').filter(Boolean)) {
    const [, name, value] = /^ {2}([^:]+): (.*)$/.exec(line) ?? [];
    if (name === undefined) rules.push({ pattern: line.slice(base.length - 1), headers: {} });
    else rules.at(-1)!.headers[name] = value!;
  }
  return rules;
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${expressionOf(pattern)}$`).test(path);
}

/**
 * @param pattern of a rule
 * @returns it as a regular expression, without its ends, as all hosts read it that have such
 */
export function expressionOf(pattern: string): string {
  return pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:\w+/g, '[^/]+')
    .replaceAll('*', '.*');
}
