import { tokensOf } from './search-text.ts';

/** Between the spellings in a mark’s attribute. */
const SEPARATOR = ';';

/**
 * @param value as the attribute `aliases` has it: `Kislitsa; Кислица`; undefined where there is none
 * @returns the other spellings under which the words are to be found
 */
export function readAliases(value: string | undefined): string[] {
  return value?.split(SEPARATOR).map((alias) => alias.trim()) ?? [];
}

/** What can be wrong with a spelling: nothing can be searched in it, it is given before, or it is no other one. */
export type AliasFault = 'blank' | 'repeated' | 'idle';

/**
 * @param aliases other spellings of what texts say, compared as a search reads them
 * @param texts those texts, in which they are found without being declared
 * @param language of the texts, BCP 47
 * @returns what is wrong with each, in their order; undefined where nothing is
 */
export function faultsOfAliases(
  aliases: readonly string[],
  texts: readonly string[],
  language: string,
): (AliasFault | undefined)[] {
  // Most words have none.
  if (aliases.length === 0) return [];
  const there = texts.map((text) => ` ${searched(text, language)} `);
  const spellings = aliases.map((alias) => searched(alias, language));
  return spellings.map((spelling, place) => {
    if (spelling === '') return 'blank';
    if (spellings.indexOf(spelling) < place) return 'repeated';
    return there.some((words) => words.includes(` ${spelling} `)) ? 'idle' : undefined;
  });
}

function searched(text: string, language: string): string {
  return tokensOf(text, language)
    .map((token) => token.text)
    .join(' ');
}
