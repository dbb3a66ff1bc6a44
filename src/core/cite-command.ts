/*
 * How programs that set text cite a record, with the place in it: the record says where the text is, the command where
 * in it. The locator is as the style counts: “para. 8, sentence 2”.
 */

/**
 * @param key the record’s key: lower-case letters, digits and hyphens
 * @param locator where in the text; empty for the whole
 * @returns biblatex’s command for a style-dependent citation: `\autocite[para.~8, sentence~2]{key}`
 * @see https://ctan.org/pkg/biblatex (3.9.2, style-independent commands)
 */
export function latexCitation(key: string, locator: string): string {
  if (locator === '') return `\\autocite{${key}}`;
  const words = escapeLatex(locator)
    // A number stays with its word.
    .replace(/(\S) (?=\d)/gu, '$1~');
  // A bracket within an optional argument would end it.
  const argument = /[[\]]/.test(words) ? `{${words}}` : words;
  return `\\autocite[${argument}]{${key}}`;
}

/**
 * @param key the record’s key
 * @param locator where in the text; empty for the whole
 * @returns Pandoc’s citation: `[@key, para. 8, sentence 2]`; in braces where Pandoc would not know it for a locator
 * @see https://pandoc.org/MANUAL.html#citation-syntax
 */
export function pandocCitation(key: string, locator: string): string {
  if (locator === '') return `[@${key}]`;
  const isKnown = /^(?:para\.|paras\.|para|paras|paragraph|¶|¶¶) ?\d[\w.–]*$/u.test(locator);
  return `[@${key}, ${isKnown ? locator : `{${locator.replace(/[\\{}]/g, '\\$&')}}`}]`;
}

/** @see https://ctan.org/pkg/lshort-english (the characters that LaTeX takes for commands) */
const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '–': '--',
};

function escapeLatex(words: string): string {
  return words.replace(/[\\~^–]|[#$%&_{}]/gu, (sign) => LATEX[sign] ?? `\\${sign}`);
}
