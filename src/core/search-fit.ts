/** Words that are added to those of a text: an average one and a half times, as `RANKING` has their length count. */
const STEADY = 60;

/**
 * @param found how often what was asked stands in a text
 * @param words how many words it has
 * @returns how well it answers, nearly as Pagefind says it: often in few words is best
 */
export function fitOf(found: number, words: number): number {
  return found / (STEADY + words);
}
