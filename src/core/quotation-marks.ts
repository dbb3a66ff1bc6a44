/**
 * @param words any words
 * @returns them between quotation marks; single ones where they hold double ones themselves
 */
export function inQuotes(words: string): string {
  return /[“”"]/u.test(words) ? `‘${words}’` : `“${words}”`;
}
