import { publicationOf } from './content.ts';
import { BASE, SITE } from './site.ts';

/**
 * @param errand what is asked for, in a word or two
 * @returns who asks, and where to complain, for the header `User-Agent`, which is ASCII (RFC 9110 §5.5)
 */
export function whoAsks(errand: string): string {
  const { report: contact } = publicationOf().publication;
  const home = SITE === undefined ? undefined : `+${new URL(BASE, SITE).href}`;
  const details = [errand, home, contact].filter((each) => each !== undefined).join('; ');
  return `Postil (${details})`.replace(/[^\x20-\x7E]/g, '?');
}

/** @returns what to do where a proxy is named and Node does not use it, after a space; else nothing */
export function proxyHint(): string {
  const { HTTPS_PROXY, https_proxy: lower, NODE_USE_ENV_PROXY: used } = process.env;
  const isIdle = (HTTPS_PROXY ?? lower) !== undefined && used !== '1';
  return isIdle ? ' A proxy is named in HTTPS_PROXY: Node uses it where NODE_USE_ENV_PROXY=1 is set.' : '';
}
