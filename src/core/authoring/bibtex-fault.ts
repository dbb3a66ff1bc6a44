/** A field of an entry, as it stands in the file, and the line on which it begins. */
interface Field {
  name: string;
  text: string;
  line: number;
}

/** A field begins a line, or follows a comma. */
const FIELD = /(?<=^|,)(?=[^\S\n\r\u2028\u2029]*[a-z][\w+:-]*\s*=)/im;

/**
 * What is likely wrong with an entry of BibTeX.
 *
 * @param text of the entry
 * @param line on which it begins, from 1
 * @param message what the parser of Citation.js says of it: `expected "comma", got "label" at line 4 col 2:`
 * @returns in full sentences
 */
export function likelyFault(text: string, line: number, message: string): string {
  const [, what = message.split('\n')[0]!, at] = /^(.*?) at line (\d+) col \d+/s.exec(message) ?? [];
  const place = at === undefined ? '' : ` on line ${line + Number(at) - 1}`;
  if (what.endsWith('got EOF') || what === 'invalid syntax') return notClosed(fieldsOf(text, line), place);
  if (what.startsWith('expected "label"')) return `It has no key: \`@book{key,\` is how an entry begins.`;
  if (what.startsWith('expected "comma"'))
    return `A comma is likely missing after its key,${place.replace(' on', ' before')}.`;
  if (/"rbrace", got "(?:identifier|number)"/.test(what))
    return `Likely a comma is missing before what stands${place}, or a value there has several words and no \`{ }\` around them.`;
  return `It is malformed${place}: ${what}.`;
}

function notClosed(fields: readonly Field[], place: string): string {
  const open = fields.slice(0, -1).find(({ text }) => openIn(text) > 0 || hasOpenQuote(text));
  if (open)
    return `The \`${hasOpenQuote(open.text) ? '"' : '{'}\` of \`${open.name}\`, on line ${open.line}, is likely not closed.`;
  const last = fields.at(-1);
  const within = last ? `, or a \`{\` or \`"\` of \`${last.name}\`, on line ${last.line}, is not closed` : '';
  return `It goes on to the end${place}: likely the \`}\` that ends it is missing${within}.`;
}

/** How many braces are opened and not closed. */
function openIn(text: string): number {
  const braces = text.replace(/\\[{}]/g, '');
  return braces.split('{').length - braces.split('}').length;
}

function hasOpenQuote(text: string): boolean {
  const value = text.slice(text.indexOf('=') + 1).trim();
  return value.startsWith('"') && !/.".{0,1}$/s.test(value);
}

function fieldsOf(text: string, first: number): Field[] {
  let line = first;
  const [head = '', ...fields] = text.split(FIELD);
  line += head.split('\n').length - 1;
  return fields.map((field) => {
    const from = line;
    line += field.split('\n').length - 1;
    return { name: /[a-z][\w+:-]*/i.exec(field)![0], text: field, line: from };
  });
}
