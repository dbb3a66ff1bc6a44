/** What is not seen, ends a line, or turns the direction of writing: an address with it is not the one that is shown. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\u2028\u2029]/u;

/** `user:password@` before a host: `https://bank.example@evil.example/` is not at bank.example. */
const USER = /^https?:[\\/]*[^/?#\\]*@/i;

const BEGINNING = /^https?:\/\//i;

/**
 * @param value an address
 * @returns what it should be, where it is no whole address of the web that leads where it seems to lead, in words that
 *   follow “it should be”; undefined where nothing is wrong
 */
export function faultOfWebAddress(value: string): string | undefined {
  if (UNSEEN.test(value)) return 'an address without spaces and signs that are not seen';
  if (!BEGINNING.test(value) || !URL.canParse(value))
    return 'an address that begins with http:// or https://';
  return USER.test(value) ? 'an address without a user’s name before its host' : undefined;
}

/** @returns whether a value is a whole address of the web, which leads where it seems to lead */
export function isWebAddress(value: string): boolean {
  return faultOfWebAddress(value) === undefined;
}

/**
 * @param value where a link in content is to lead: to the web, to a mailbox, or to a place in the page
 * @returns whether it may
 */
export function isSafeAddress(value: string): boolean {
  if (value.startsWith('#')) return true;
  return /^mailto:/i.test(value) ? !UNSEEN.test(value) : isWebAddress(value);
}

/**
 * An address as it is shown: a host in other letters than ASCII as browsers ask for it, `xn--…`. So one in Cyrillic
 * letters cannot be taken for one in Latin ones. The rest stays as it is written, since it can be read.
 *
 * @param address of the web
 * @see https://url.spec.whatwg.org/#concept-domain-to-ascii @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  return address.replace(/^(https?:\/\/)([^/?#\\]*\P{ASCII}[^/?#\\]*)/iu, `$1${new URL(address).host}`);
}
