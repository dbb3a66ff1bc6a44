import { problem, type Problem } from '../core/problem.ts';

/** The site's own address without path, given once; undefined where it was not, and then links stay relative. */
export const SITE = process.env.POSTIL_SITE || undefined;

/** The path under which the site is served, with a slash at both ends. */
export const BASE = `/${(process.env.POSTIL_BASE ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');

/** What a release needs that a trial does not. */
export function siteProblems(): Problem[] {
  if (SITE !== undefined) return [];
  const message = 'The site does not know its own address: links and references carry none.';
  return [
    problem(
      'missing-site-address',
      'unavailable',
      message,
      'Set POSTIL_SITE, as in POSTIL_SITE=https://example.org, and POSTIL_BASE where it is not served from the root.',
    ),
  ];
}
