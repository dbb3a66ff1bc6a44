import { problem, type Problem } from '../core/problem.ts';
import type { Publication } from '../core/publication.ts';

/** The site's own address without path, given once; undefined where it was not, and then links stay relative. */
export const SITE = process.env.POSTIL_SITE || undefined;

/** The path under which the site is served, with a slash at both ends. */
export const BASE = `/${(process.env.POSTIL_BASE ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');

/** Address and base path, as exports and references carry them; the path alone where no address is known. */
export const ROOT = SITE === undefined ? BASE : new URL(BASE, SITE).href;

/**
 * What a release needs that a trial does not.
 *
 * @param publication who answers for the site
 */
export function siteProblems(publication: Publication): Problem[] {
  return [...withoutAddress(), ...withoutPublisher(publication)];
}

function withoutPublisher({ publisher, responsible, report }: Publication): Problem[] {
  const missing = Object.entries({ publisher, responsible, report }).filter(
    ([, value]) => value === undefined,
  );
  if (missing.length === 0) return [];
  const names = missing.map(([name]) => `\`${name}\``).join(', ');
  return [
    problem(
      'missing-publisher',
      'unavailable',
      `The site does not say who answers for it: ${names} ${missing.length === 1 ? 'is' : 'are'} not given.`,
      'Give what is missing in content/site.yaml.',
    ),
  ];
}

function withoutAddress(): Problem[] {
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
