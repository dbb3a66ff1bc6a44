import type { Annotation } from '../annotation.ts';
import { inQuotes } from '../quotation-marks.ts';
import { capitalized } from '../tally.ts';

/**
 * An annotation as it stands away from its mark: the text's words first, then how they stand, then what was found.
 *
 * @returns a title, and the same with the finding
 */
export function statementInWords({
  quote,
  status,
  kind,
  finding,
}: Pick<Annotation, 'quote' | 'status' | 'kind' | 'finding'>): { title: string; description: string } {
  const standing = status ?? kind;
  return {
    title: `${inQuotes(quote)}: ${standing}`,
    description: `${inQuotes(quote)}. ${capitalized(standing)}. ${finding}`,
  };
}
