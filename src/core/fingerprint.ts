/*
 * What a citation carries of a hash. Apart from what makes hashes, which is many times as large: pages compare
 * fingerprints, and few must make one.
 */

/** Hexadecimal digits of a hash that a citation carries: a guard against changed or mistyped words, not a proof. */
const FINGERPRINT_DIGITS = 7;

/**
 * @param fullHash 64 hexadecimal digits
 * @returns the fingerprint that stands for it in a link
 */
export function shorten(fullHash: string): string {
  return fullHash.slice(0, FINGERPRINT_DIGITS);
}

/** @returns whether what stands in a link as a fingerprint can be one at all */
export function isFingerprint(value: string): boolean {
  return new RegExp(`^[0-9a-f]{${FINGERPRINT_DIGITS}}$`, 'i').test(value);
}
