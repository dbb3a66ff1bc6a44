/** What Markdown has and a plain text hardly: in words, and how it is written. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  'a title that begins with #': /^\s*#{1,2} \S/,
  'footnotes that begin with [^…]:': /^\[\^[^\]\s]+\]: /m,
  'blocks of code between ``` or ~~~': /^(?<fence>```|~~~)[^\n]*\n(?:.*\n)*?\k<fence>\s*$/m,
};

/**
 * @param text a plain text
 * @returns that it looks like Markdown, and what to do if it is that, in full sentences; nothing where it does not
 */
export function sayMarkdown(text: string): string[] {
  const lines = text.replace(/\r\n?/g, '\n');
  const found = Object.keys(SIGNS).filter((sign) => SIGNS[sign]!.test(lines));
  if (found.length === 0) return [];
  return [
    `It looks like Markdown, for it has ${found.join(', and ')}. It was taken as plain text, to the letter; if its name ended in .md, it would be read as Markdown.`,
  ];
}
