import { collectText } from '../block.ts';
import { canonical } from '../canonical.ts';
import { EDITORS_LANGUAGE, isLanguageTag } from '../language.ts';
import { openingOf } from '../opening.ts';
import type { Name } from '../source.ts';
import type { Draft } from './draft.ts';
import { recognizeLanguage } from './recognize-language.ts';

/** Code points of a title that is made of the text’s first words. */
const LONGEST_SUPPLIED = 60;

/** What the front matter of a text may say, as far as the text itself tells. */
export interface Suggestions {
  /** The text’s own; else its first words in square brackets, as the editors’. */
  title: string;
  author?: Name[];
  /** BCP 47 tag; none where nothing is sure enough to be taken unasked. */
  language?: string;
  /** The likeliest language, where it is not sure. */
  perhaps?: string;
  /** Where these are from, in full sentences. */
  said: string[];
}

/** @returns what a draft suggests for its front matter */
export function suggest({ tree, title, author, language: declared }: Draft): Suggestions {
  const blocks = collectText(tree).blocks.map(({ text }) => canonical(text));
  const opening = `[${openingOf(blocks[0] ?? '', LONGEST_SUPPLIED)}]`;
  return {
    title: title === undefined ? opening : canonical(title),
    ...(author !== undefined && { author }),
    ...suggestLanguage(declared, blocks.join('\n')),
  };
}

function suggestLanguage(
  declared: string | undefined,
  text: string,
): Pick<Suggestions, 'language' | 'perhaps' | 'said'> {
  if (declared !== undefined && isLanguageTag(declared)) {
    const [language] = Intl.getCanonicalLocales(declared);
    return { language: language!, said: [`The file says that it is in ${nameOf(language!)}.`] };
  }
  const found = recognizeLanguage(text);
  if (!found) return { said: ['Its language could not be recognized: it has too few words.'] };
  const { language, next, samples, agreeing, isSure } = found;
  const rival = next === undefined ? '' : ` The next likeliest would be ${nameOf(next)}.`;
  const votes = samples > 1 ? `, in ${agreeing} of ${samples} samples` : '';
  if (isSure)
    return { language, said: [`It was recognized as ${nameOf(language)} by its letters${votes}.${rival}`] };
  return {
    perhaps: language,
    said: [`It may be in ${nameOf(language)}, by its letters${votes}; that is not sure.${rival}`],
  };
}

/** A language in words, with its tag: “Ukrainian (uk)”. */
function nameOf(language: string): string {
  return `${new Intl.DisplayNames(EDITORS_LANGUAGE, { type: 'language' }).of(language)} (${language})`;
}
