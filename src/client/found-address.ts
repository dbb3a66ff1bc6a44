/**
 * @param words that were searched; empty for none
 * @param hash what it leads to, with its `#`, or empty
 * @returns this page’s address with both; what else it carries stays, but for a fingerprint of another place
 */
export function addressWith(words: string, hash: string): string {
  const parameters = new URLSearchParams(location.search);
  if (hash !== location.hash) parameters.delete('v');
  if (words === '') parameters.delete('q');
  else parameters.set('q', words);
  return location.pathname + (parameters.size > 0 ? `?${parameters}` : '') + hash;
}
