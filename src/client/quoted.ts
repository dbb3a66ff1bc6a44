import { canonical } from '../core/canonical.ts';

/** Words that a link carries, as `#:~:text=prefix-,first,last,-suffix&text=…` has them. */
const DIRECTIVES = /:~:(.*)/;

/**
 * Browsers keep a link's words from the page, but for the name of its navigation, where some leave them.
 *
 * @returns the words quoted, or the first and the last of each stretch of them; undefined where the link has none, or
 *   none can be seen
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function quotedInAddress(): string[] | undefined {
  const [entry] = performance.getEntriesByType('navigation');
  const words = (DIRECTIVES.exec(entry?.name ?? '')?.[1] ?? '')
    .split('&')
    .filter((directive) => directive.startsWith('text='))
    .flatMap((directive) => directive.slice('text='.length).split(','))
    .filter((term) => !term.endsWith('-') && !term.startsWith('-'))
    .map(decode);
  return words.length > 0 && words.every((term) => term !== '') ? words : undefined;
}

/** @returns whether words, or the first and the last of them, stand in a text; the shape of quotation marks apart */
export function areWhole(words: readonly string[], text: string): boolean {
  const where = alike(text);
  let from = 0;
  for (const term of words.map(alike)) {
    const at = where.indexOf(term, from);
    if (at < 0) return false;
    from = at + term.length;
  }
  return true;
}

function alike(text: string): string {
  return canonical(text)
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚]/gu, "'")
    .toLowerCase();
}

function decode(term: string): string {
  try {
    return decodeURIComponent(term).trim();
  } catch {
    return '';
  }
}
