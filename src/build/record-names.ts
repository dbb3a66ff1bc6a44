import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { recordName, type Volume } from '../core/search-meta.ts';

/** Of a text of at most 23 bytes in CBOR: it begins with this and its length. @see https://www.rfc-editor.org/rfc/rfc8949 */
const SHORT_TEXT = 0x60;

/**
 * Renames the records of an index in the list that is fetched before anything can be answered. The digests that they
 * have there name files that are not served, and are a third of the list.
 *
 * @param list Pagefind’s `pf_meta`
 * @param language of the index
 * @param volume its ordinals: its records come first, in the order in which they were added
 * @returns the same with their ordinals for names
 * @throws when it names fewer: Pagefind writes another list then
 */
export function withOrdinals(
  list: Uint8Array,
  language: string,
  { from, to }: Pick<Volume, 'from' | 'to'>,
): Uint8Array {
  let ordinal = from;
  const digest = new RegExp(`[\\x61-\\x77](${language}_[0-9a-f]+)`, 'g');
  const renamed = gunzipSync(list)
    .toString('latin1')
    .replace(digest, (text, name: string) =>
      ordinal < to && text.charCodeAt(0) === SHORT_TEXT + name.length
        ? inShortText(recordName(ordinal++))
        : text,
    );
  if (ordinal < to)
    throw new Error(
      `Pagefind’s list of records is not as expected: it names ${ordinal - from} of ${to - from}.`,
    );
  return gzipSync(Buffer.from(renamed, 'latin1'), { level: constants.Z_BEST_COMPRESSION });
}

function inShortText(name: string): string {
  return String.fromCharCode(SHORT_TEXT + name.length) + name;
}
