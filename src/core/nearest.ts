import { distance } from 'fastest-levenshtein';

/**
 * @param name what was written
 * @param names what could have been meant
 * @returns the name fewest single-letter edits away, if they are about a third of its letters or fewer, or one
 */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: { name: string; edits: number } | undefined;
  for (const candidate of names) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < (best?.edits ?? Infinity)) best = { name: candidate, edits };
  }
  return best && best.edits <= Math.max(1, Math.round(best.name.length / 3)) ? best.name : undefined;
}

/**
 * @param name what was written
 * @param names what could have been meant
 * @returns ` Did you mean …?` with a leading space, or nothing
 */
export function didYouMean(name: string, names: Iterable<string>): string {
  const found = nearest(name, names);
  return found === undefined ? '' : ` Did you mean \`${found}\`?`;
}
