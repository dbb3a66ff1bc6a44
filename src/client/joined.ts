import { canonical } from '../core/canonical.ts';
import { fingerprint } from '../core/hash.ts';

/** @returns the fingerprint of several passages, by their words: those of each, joined by one space */
export function fingerprintOfAll(words: readonly string[]): string {
  return fingerprint(words.map(canonical).join(' '));
}
