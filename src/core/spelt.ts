/**
 * Signs that a terminal would obey, that turn the direction of writing, or that end a line where nobody sees one. Line
 * feeds and tabulators are what they seem to be, where somebody looks at lines.
 */
const COMMANDS = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

/**
 * Spells out what a terminal would obey. Content is data there, too: a title cannot clear the screen of who reads
 * a report, nor hide what stands beside it.
 *
 * @param words of a report, some of them from content; of one line
 * @returns them with `<U+001B>` and the like in place of each such sign
 * @see https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ @see https://trojansource.codes/
 */
export function spellOut(words: string): string {
  return words.replace(COMMANDS, spelt);
}

/**
 * The same of several lines, whose ends and tabulators stay.
 *
 * @param text what is to be printed
 */
export function spellOutLines(text: string): string {
  return text.replace(COMMANDS, (sign) => (/[\t\n]/.test(sign) ? sign : spelt(sign)));
}

/**
 * The same of JSON, which says them in its own way: what is read from it is what was written.
 *
 * @param json of several lines
 * @see https://www.rfc-editor.org/rfc/rfc8259#section-7
 */
export function escapeCommands(json: string): string {
  return json.replace(COMMANDS, (sign) =>
    sign === '\n' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function spelt(sign: string): string {
  return `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
