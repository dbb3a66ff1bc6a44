import { passageLink } from './address.ts';
import { blockOf, isPresent, type Ledger, type Row } from './ledger.ts';

/** Words of a sentence that are quoted. */
const QUOTED = 8;
/** The word that is left out of them, to show a difference. */
const LEFT_OUT = 3;

/**
 * What can be checked, shown by a text's own words: a link that holds, a quotation, the same with a word left out, a
 * link with a mistyped fingerprint, and the text's own address.
 *
 * @param reading the text's slug, ledger and address
 * @param base the site's base path
 * @returns lines as a reader would paste them; none where the text has no sentence to quote
 */
export function exampleOf(
  { slug, ledger, url }: { slug: string; ledger: Ledger; url?: string | undefined },
  base: string,
): string[] {
  const isQuotable = (row: Row) =>
    blockOf(ledger, row).kind === 'paragraph' && wordsOf(row.text ?? '').length > QUOTED;
  const row = ledger.anchors.filter(isPresent).find(isQuotable);
  if (!row) return [];
  const words = wordsOf(row.text!).slice(0, QUOTED);
  const link = base + passageLink({ slug }, { anchor: row.anchor, hash: row.hash });
  const mistyped =
    base + passageLink({ slug }, { anchor: row.anchor, hash: row.hash.split('').reverse().join('') });
  return [
    link,
    `“${words.join(' ')}”`,
    `“${words.filter((_, index) => index !== LEFT_OUT).join(' ')}”`,
    mistyped,
    ...(url === undefined ? [] : [url]),
  ];
}

function wordsOf(text: string): string[] {
  return text.split(' ');
}
