import type { DocumentForm } from './document-form.ts';

/** Words quoted in a document, and where they begin, in UTF-16 code units. */
export interface QuotedWords {
  start: number;
  words: string;
}

/** Stands for what is no word: it keeps the place of what follows, and is left out of the words. */
const BLANK = '\u0000';
const BLANKS = new RegExp(BLANK, 'gu');

/** What each mark is closed by, in the usage of any language. */
const CLOSERS: Partial<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‟': '”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
  '"': '"',
  '＂': '＂',
  '「': '」',
  '『': '』',
  '｢': '｣',
  '〝': '〞〟',
};
const OPENER = new RegExp(`[${Object.keys(CLOSERS).join('')}]`, 'gu');
/** Marks that open and close alike, or open in one language and close in another: they open before a word only. */
const AMBIGUOUS = `'"”»›`;
const APOSTROPHES = "'’";

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;
const UNPARTED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Fewer words between marks are a term or a nickname rather than a quotation. Two signs pass for a word where words are not parted. */
const FEWEST_WORDS = 3;

/** A mark that is not closed within so many code units is not a quotation's. */
const LONGEST = 5000;
/** An apostrophe can pass for either single mark. */
const LONGEST_IN_SINGLE = 400;

/** Code units of a line that are looked at on either side of quoted words. */
const AROUND = 100;

/** Ends a string of JSON. */
const STRING_END = '\u2028';

const BULLET = /^[ \t]*(?:[-*•–—]|\d{1,3}[.)])[ \t]+/u;
const ATTRIBUTION = /^(?:[—–]|--)/u;

/**
 * Finds what a document quotes: what stands between quotation marks of any language, if it is at least three words,
 * and block quotations of Markdown and HTML.
 *
 * @param text the document; what must not be read, such as addresses, is U+0000
 * @param form what it is written in
 * @param lines whether in plain text a line without marks is a quotation too, and one between marks of any length
 */
export function findQuotations(text: string, form: DocumentForm, lines: boolean): QuotedWords[] {
  const plain = PLAIN[form](text);
  const blocks =
    form === 'markdown' ? quotedBlocks(plain) : form === 'html' ? quotedElements(text, plain) : [];
  const rest = blank(plain, blocks);
  const isList = lines && form === 'plain';
  const marked = markedIn(rest).filter(
    (stretch) => isLongEnough(stretch.words) || (isList && isItsLine(rest, stretch)),
  );
  const bare = isList ? bareLines(rest, marked) : [];
  return [...blocks, ...marked, ...bare]
    .map(({ start, words }) => ({ start, words: words.replace(BLANKS, '').replace(/\s+/gu, ' ').trim() }))
    .filter(({ words }) => LETTER.test(words))
    .sort((one, other) => one.start - other.start);
}

interface Stretch extends QuotedWords {
  end: number;
}

function isLongEnough(words: string): boolean {
  const bare = words.replace(BLANKS, '');
  const signs = bare.match(UNPARTED)?.length ?? 0;
  return (bare.replace(UNPARTED, ' ').match(WORD)?.length ?? 0) + signs / 2 >= FEWEST_WORDS;
}

/** @returns whether there is nothing else on the line that the words stand on, as far as is looked */
function isItsLine(text: string, { start, end }: Stretch): boolean {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = /^[^\r\n]*/u.exec(text.slice(end, end + AROUND))![0];
  const ownLine = before.slice(before.lastIndexOf('\n') + 1);
  return !LETTER.test(ownLine.replace(BULLET, '') + after);
}

/** What stands between quotation marks; marks within it are its own. */
function markedIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  const opener = new RegExp(OPENER);
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    const start = match.index;
    const end = canOpen(text, start) ? closerOf(text, start) : undefined;
    if (end === undefined) continue;
    found.push({ start, end: end + 1, words: text.slice(start + 1, end) });
    opener.lastIndex = end + 1;
  }
  return found;
}

function canOpen(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ''];
  if (after === '') return false;
  if (!AMBIGUOUS.includes(text[at]!)) return true;
  return !LETTER.test(before) && !/[\s.,;:!?]/u.test(after) && !/[.,;:!?]/u.test(before);
}

/** Where the mark is closed: within its paragraph, and before another one like it opens. */
function closerOf(text: string, start: number): number | undefined {
  const mark = text[start]!;
  const closers = CLOSERS[mark]!;
  const last = Math.min(text.length, start + (APOSTROPHES.includes(closers) ? LONGEST_IN_SINGLE : LONGEST));
  for (let at = start + 1; at < last; at += 1) {
    const sign = text[at]!;
    if (sign === STRING_END) return undefined;
    if (sign === '\n' && /^\r?\n[ \t]*(?:\r?\n|$|[“„«「『])/u.test(text.slice(at, at + 80))) return undefined;
    if (closers.includes(sign) && closes(text, at)) return at;
    if (sign === mark && canOpen(text, at)) return undefined;
  }
  return undefined;
}

function closes(text: string, at: number): boolean {
  const [before, after] = [text[at - 1]!, text[at + 1] ?? ''];
  if (APOSTROPHES.includes(text[at]!)) return !LETTER.test(after) && !/\s/u.test(before);
  return !('"»›'.includes(text[at]!) && LETTER.test(after));
}

/** Lines of a list that nothing marks: each is taken for a quotation as it stands. */
function bareLines(text: string, marked: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  let next = 0;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/gu)) {
    const end = index + line.length;
    while (marked[next] && marked[next]!.end <= index) next += 1;
    const isTaken = marked[next] !== undefined && marked[next]!.start < end;
    const bullet = BULLET.exec(line)?.[0].length ?? 0;
    const words = line.slice(bullet);
    const indent = words.length - words.trimStart().length;
    if (!isTaken && !line.includes(BLANK)) found.push({ start: index + bullet + indent, end, words });
  }
  return found;
}

/** Block quotations of Markdown: lines that begin with `>`; a last line that begins with a dash says whose they are. */
function quotedBlocks(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { 0: block, index } of text.matchAll(/(?:^[ \t]{0,3}>[^\r\n]*(?:\r\n|\r|\n|$))+/gmu)) {
    const lines = block.split(/\r\n|\r|\n/u).map((line) => line.replace(/^[ \t>]+/u, ''));
    const words = lines.filter((line) => !ATTRIBUTION.test(line)).join(' ');
    found.push({ start: index + (/[^\s>]/u.exec(block)?.index ?? 0), end: index + block.length, words });
  }
  return found;
}

/** `<blockquote>` and `<q>`. */
function quotedElements(html: string, plain: string): Stretch[] {
  const found: Stretch[] = [];
  const opening = /<(blockquote|q)\b[^<>]{0,2000}>/giu;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const start = match.index + match[0].length;
    const closing = new RegExp(`</${match[1]!}\\s*>`, 'giu');
    closing.lastIndex = start;
    const end = closing.exec(html)?.index;
    // What is opened and never closed is closed by nothing that follows either.
    if (end === undefined) break;
    found.push({
      start: start + (/\S/u.exec(html.slice(start, end))?.index ?? 0),
      end,
      words: plain.slice(start, end),
    });
    opening.lastIndex = end;
  }
  return found;
}

function blank(text: string, stretches: readonly Stretch[]): string {
  let [out, from] = ['', 0];
  for (const { start, end } of stretches) {
    out += text.slice(from, start) + BLANK.repeat(Math.max(0, end - start));
    from = Math.max(from, end);
  }
  return out + text.slice(from);
}

/** Each form as plain text of the same length. */
const PLAIN: Record<DocumentForm, (text: string) => string> = {
  plain: (text) => text,
  ris: (text) => text.replace(/^[A-Z][A-Z\d] {2}- /gmu, pad(' ')),
  markdown: (text) =>
    text
      .replace(/^(?:```|~~~)[\s\S]*?^(?:```|~~~)/gmu, keepLines)
      .replace(/`[^`\n]{1,500}`/gu, pad(''))
      .replace(/\]\([^)\n]{0,2000}\)/gu, pad(''))
      .replace(/\[(?=[^\]\n]{0,500}\u0000)/gu, pad(''))
      .replace(/\[\^[^\]\n]{1,100}\]|\*+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, pad('')),
  html: (text) =>
    text
      .replace(/<!--[\s\S]{0,5000}?-->|<(?:footer|cite|figcaption)\b[^<>]{0,500}>[^<>]{0,500}/giu, keepLines)
      .replace(/<\/?(?:p|div|br|li|h[1-6]|blockquote|td|tr)\b[^<>]{0,2000}>/giu, pad(' '))
      .replace(/<[^<>]{0,2000}>/gu, keepLines)
      .replace(/&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8});/giu, (entity) => pad(decodeEntity(entity))(entity)),
  bibtex: (text) =>
    text
      .replace(
        /\\(?:enquote|textquote)\*?\{([^{}]{1,5000})\}/gu,
        (all, words: string) => `${pad('“')(all.slice(0, -words.length - 1))}${words}”`,
      )
      .replace(/``/gu, pad('“'))
      .replace(/''/gu, pad('”'))
      .replace(/\\(?=[#&_%$])|[{}"]/gu, pad('')),
  json: (text) =>
    text
      .replace(/\\u[\da-f]{4}/giu, (code) => pad(String.fromCharCode(parseInt(code.slice(2), 16)))(code))
      .replace(/\\"/gu, '\u0001"')
      .replace(/(?<!\u0001)"/gu, STRING_END)
      .replaceAll('\u0001', BLANK)
      .replace(/\\[nrt]/gu, pad(' ')),
};

/** @returns what puts something in place of a stretch, and keeps its length */
function pad(instead: string): (stretch: string) => string {
  return (stretch) => (instead + BLANK.repeat(stretch.length)).slice(0, stretch.length);
}

function keepLines(stretch: string): string {
  return stretch.replace(/[^\r\n]/gu, BLANK);
}

const ENTITIES: Partial<Record<string, string>> = {
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  quot: '"',
  apos: "'",
  hellip: '…',
  ndash: '–',
  mdash: '—',
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
};

function decodeEntity(entity: string): string {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return (Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined) ?? ' ';
  const code = name[1]?.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
