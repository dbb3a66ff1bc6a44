/** Where DOIs lead to the works that they name. */
export const DOI_RESOLVER = 'https://doi.org/';

/** @see https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html */
const DOI = /^(?:(?:https?:\/\/)?(?:(?:dx|www)\.)?doi\.org\/|doi:\s*)?(?<name>10\.\d{4,9}(?:\.\d+)*\/\S+)$/i;

/** What a sentence puts behind a DOI, and brackets that are opened before it. */
const STOPS = /[.,;:!?"'”’»>]+$/u;
const BRACKETS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
];

/**
 * @param words a DOI in any of its forms: bare, with `doi:`, as an address; punctuation behind it is not its own
 * @returns the DOI itself, as `10.1000/182`; undefined where it is none
 */
export function readDoi(words: string): string | undefined {
  const name = DOI.exec(words.trim())?.groups?.name;
  if (name === undefined) return undefined;
  const isAddress = /^(?:https?:|(?:dx\.)?doi\.org)/i.test(words.trim());
  const bare = withoutStops(isAddress ? decode(name.replace(/[?#].*$/, '')) : name);
  return DOI.test(bare) ? bare : undefined;
}

/** @returns the address at which a resolver is asked for a DOI */
export function addressOfDoi(doi: string, resolver: string): string {
  return new URL(doi.split('/').map(encodeURIComponent).join('/'), resolver).href;
}

/** @returns whether two are the same: their letters' case does not count */
export function isSameDoi(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function withoutStops(name: string): string {
  const bare = BRACKETS.reduce(withoutBracket, name.replace(STOPS, ''));
  return bare === name ? name : withoutStops(bare);
}

/** A closing bracket is the DOI’s own where it has the opening one. */
function withoutBracket(name: string, [open, close]: readonly [string, string]): string {
  const isOpened = name.split(open).length >= name.split(close).length;
  return name.endsWith(close) && !isOpened ? name.slice(0, -1) : name;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
