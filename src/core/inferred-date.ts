/** What a style says for a term of CSL. */
type Term = (name: string, form?: string) => string;

/** @returns whether all of a date is certain; so is none at all */
export function isCertain(edtf: string | undefined): boolean {
  return edtf === undefined || !/[~?%]/.test(edtf);
}

/**
 * @param edtf a date that is not certain
 * @returns what of it is told, in EDTF without its sign: of an interval the end, by which the work was there
 */
export function toldOf(edtf: string): string {
  return edtf.split('/').at(-1)!.replace(/[~?%]/g, '');
}

/**
 * @param date year, month and day, as far as they are told
 * @param stand the year that stands for it in a style’s words
 * @param edtf the date as the record has it
 * @param term what the style says for a term of CSL
 * @returns what puts the date into brackets wherever it is: `[c. December 2025]`, `[c. 2025]`, `[24 November 2025?]`
 * @see https://www.loc.gov/standards/datetime/ (`~` approximate, `?` uncertain, `%` both)
 */
export function bracketDates(
  [year = 0, month, day]: readonly number[],
  stand: string,
  edtf: string,
  term: Term,
): (words: string) => string {
  const names = month === undefined ? [] : monthsIn(month, term);
  const parts = [...names, ...(day === undefined ? [] : [`0?${day}(?!\\d)\\p{L}{0,3}\\.?`])].join('|');
  const beside = parts === '' ? '' : `(?:(?<![\\p{L}\\d])(?:${parts})[\\s,./-]*)*`;
  const after = parts === '' ? '' : `(?:[\\s,./-]*(?:${parts})(?![\\p{L}\\d]))*`;
  const date = new RegExp(`(?<before>${beside})${stand}(?<after>${after})`, 'gu');
  const circa = /[~%]/.test(edtf) ? `${term('circa', 'short')} ` : '';
  const query = /[?%]/.test(edtf) ? '?' : '';
  return (words) =>
    words.replace(date, (...found) => {
      const { before = '', after: rest = '' } = found.at(-1) as Record<string, string>;
      const following = rest.replace(/^[\s,./-]+/, '');
      const told =
        following === '' ? `${before}${year}` : `${following}${day === undefined ? ' ' : ', '}${year}`;
      return `[${circa}${told}${query}]`;
    });
}

function monthsIn(month: number, term: Term): string[] {
  const name = `month-${String(month).padStart(2, '0')}`;
  const names = ['long', 'short']
    .map((form) => escapeRegExp(term(name, form)))
    .filter((words) => words !== '');
  return [...names.sort((a, b) => b.length - a.length), `0?${month}(?!\\d)`];
}

/** @returns words as a pattern that matches nothing else */
export function escapeRegExp(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
