import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';
import { shorten } from './fingerprint.ts';

/**
 * @param text a passage as it stands; hashed in its canonical form, encoded as UTF-8
 * @returns SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits
 */
export function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(text))));
}

/**
 * @param text a whole text, such as the `text.txt` of an edition
 * @returns SHA-256 of exactly its bytes in UTF-8, as any tool gives it for the file
 */
export function hashOfFile(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * @param text a passage as it stands
 * @returns the first seven digits of its hash, as citation links carry them
 */
export function fingerprint(text: string): string {
  return shorten(hash(text));
}

/**
 * The hash of a note: status, finding and body, one paragraph a line. Evidence and later developments are not
 * part of it, so that adding a source does not make an earlier citation of the note look changed.
 *
 * @param note status (empty for a remark), finding and the body's other paragraphs
 * @returns 64 hexadecimal digits
 */
export function noteHash(note: { status: string; finding: string; body: readonly string[] }): string {
  const lines = [note.status, note.finding, ...note.body].map(canonical).join('\n');
  return bytesToHex(sha256(utf8ToBytes(lines)));
}
