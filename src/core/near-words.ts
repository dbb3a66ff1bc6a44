/**
 * @param word one that nothing has
 * @param words what the index has, with how often
 * @returns at most three that it may have been meant for, the nearest first
 */
export function nearWords(word: string, words: readonly [string, number][]): string[] {
  return words
    .filter(([other]) => other.startsWith(word))
    .slice(0, 3)
    .map(([other]) => other);
}
