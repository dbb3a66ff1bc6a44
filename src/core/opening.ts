/**
 * As much of some words as there is room for, with an ellipsis.
 *
 * @param words of a text
 * @param most how long, in code points
 * @returns them whole where they are no longer; else cut between two words, or, where they have no space in their
 *   second half, within one
 */
export function openingOf(words: string, most: number): string {
  const letters = Array.from(words);
  if (letters.length <= most) return words;
  const space = letters.lastIndexOf(' ', most);
  const kept = letters.slice(0, space > most / 2 ? space : most).join('');
  return `${kept.replace(/[\s\p{Pd}.,;:!?]+$/u, '')}\u00a0…`;
}
