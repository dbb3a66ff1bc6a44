import { expressionOf, type HeaderRule } from './policy.ts';

/** Headers, and which addresses have them. */
export interface ServerRule {
  /** A regular expression for paths with the base path, without its ends. */
  expression: string;
  headers: Record<string, string>;
}

/**
 * @param rules a site's
 * @param base the base path, with a slash at both ends
 * @returns the same for servers that know regular expressions: one for all addresses that have the same headers
 */
export function serverRules(rules: readonly HeaderRule[], base: string): ServerRule[] {
  const alike = Map.groupBy(rules, ({ headers }) => JSON.stringify(headers));
  return Array.from(alike.values(), (own) => ({
    expression: own.map(({ pattern }) => expressionOf(base.slice(0, -1) + pattern)).join('|'),
    headers: own[0]!.headers,
  }));
}

/** What says where to put a configuration, above it, in lines that begin with `#`. */
export function preamble(server: string, base: string): string {
  const name = base.slice(1, -1);
  const place = name === '' ? 'the folder of the site' : `the folder in which the site is, as \`${name}\``;
  return [
    `# ${server}: the headers of this build, which \`_headers\` has for Netlify and Cloudflare Pages.`,
    '# The policy names what stands in these very pages by its digest: use this file anew with each build.',
    `# Below, \`root\` is ${place}: say where it is.`,
  ].join('\n');
}
