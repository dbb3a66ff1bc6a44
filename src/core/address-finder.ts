/** An address in a document, and where it stands: in UTF-16 code units. */
export interface Address {
  start: number;
  end: number;
  /** Unescaped. */
  written: string;
  /** Whether it says `http`: what else looks like an address need not be one. */
  hasScheme: boolean;
}

/*
 * Why no library: linkify-it finds neither bare paths nor what BibTeX, RIS and JSON escape, and citation-js's readers
 * lose line and column; either weighs more than all of this, and the same code runs in the reader's browser.
 */

/** Where an address can begin: a scheme, a host, or the path alone, also without its slash where it then looks cited. */
const START =
  /https?:(?:\\?\/){2}|(?<![\p{L}\p{N}_.~%@/\\-])(?:[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}(?::\d{1,5})?|localhost(?::\d{1,5})?)?\\?\/(?=[\p{L}\p{N}%])|(?<![\p{L}\p{N}_.~%@/\\-])[\p{L}\p{N}-]{1,100}\/(?=[?#]|notes\/|editions\/)/giu;

/** What no address holds, but that brackets and TeX's escapes are looked at one by one. */
const END = /[\s<>"“”„«»‹›‘’「」『』`'|^\u0000\u3000-\u303F\uFF00-\uFFEF]/u;
const OPENING: Partial<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const TRAILING = '.,;:!?*';

/** Longer than any browser takes. */
const LONGEST = 4000;

/** How an address goes on after a line that could not hold it; a heading of Markdown has a space after its `#`. */
const NEXT_LINE = /^(?:\r\n|\r|\n)[ \t>]*(?=[?&]|#(?:p|z*a)\d)/u;
const NEXT_LINE_AFTER_SIGN = /^(?:\r\n|\r|\n)[ \t>]*(?=[\p{L}\p{N}?&#])/u;
const NEXT_LINE_IN_BRACKETS = /^[ \t]*(?:\r\n|\r|\n)[ \t>]*(?=[^\s])/u;
/** A soft line break of quoted-printable mail, RFC 2045 §6.7. */
const SOFT_BREAK = /^=(?:\r\n|\r|\n)/u;

/**
 * Finds what looks like an address: absolute, without its scheme, or a path alone; in prose, Markdown, HTML, BibTeX,
 * RIS or JSON, broken over lines as mail and `<…>` allow (RFC 3986, appendix C).
 *
 * @param text any document
 * @returns the addresses in order
 */
export function findAddresses(text: string): Address[] {
  const found: Address[] = [];
  const start = new RegExp(START);
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const { raw, end } = readOn(text, match.index, match[0].length);
    found.push({ start: match.index, end, written: unescape(raw), hasScheme: /^http/i.test(match[0]) });
    start.lastIndex = Math.max(end, match.index + match[0].length);
  }
  return found;
}

/** Reads an address to its end. */
function readOn(text: string, start: number, least: number): { raw: string; end: number } {
  const isBracketed = /[<{]/u.test(text[start - 1] ?? '');
  const open: string[] = [];
  let raw = text.slice(start, start + least);
  let at = start + least;
  while (at < text.length && at - start < LONGEST) {
    const broken = breakAt(text.slice(at, at + 100), raw, isBracketed);
    if (broken > 0) {
      at += broken;
      continue;
    }
    const sign = text[at]!;
    const isEscaped = sign === '\\' && /[#&_%$~{}/u]/u.test(text[at + 1] ?? '');
    if (isEscaped) {
      raw += text.slice(at, at + 2);
      at += 2;
      continue;
    }
    if (sign === '\\' || END.test(sign)) break;
    if ('([{'.includes(sign)) open.push(sign);
    else if (OPENING[sign] !== undefined && open.pop() !== OPENING[sign]) break;
    raw += sign;
    at += 1;
  }
  return trimEnd(raw, at);
}

/** @returns how long a line break is that an address goes on after; 0 where there is none */
function breakAt(rest: string, raw: string, isBracketed: boolean): number {
  const isParameter = /[?&][a-z]+$/iu.test(raw.slice(-40));
  if (!isParameter && SOFT_BREAK.test(rest)) return SOFT_BREAK.exec(rest)![0].length;
  if (!/^[ \t]*[\r\n]/u.test(rest)) return 0;
  if (isBracketed) return NEXT_LINE_IN_BRACKETS.exec(rest)?.[0].length ?? 0;
  const form = /[?&#=]$/u.test(raw) ? NEXT_LINE_AFTER_SIGN : raw.includes('#') ? undefined : NEXT_LINE;
  return form?.exec(rest)?.[0].length ?? 0;
}

/** Punctuation after an address is the sentence's; an entity's semicolon is the address's. */
function trimEnd(raw: string, end: number): { raw: string; end: number } {
  let length = raw.length;
  while (
    length > 0 &&
    TRAILING.includes(raw[length - 1]!) &&
    !/&[a-z#\d]{1,8};$/iu.test(raw.slice(Math.max(0, length - 10), length))
  )
    length -= 1;
  return { raw: raw.slice(0, length), end: end - (raw.length - length) };
}

/** Undoes what JSON, TeX, HTML and quoted-printable put before or in place of a sign. */
function unescape(raw: string): string {
  return raw
    .replace(/\\u00(2[36]|3[bd-f]|5f)/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\([#&_%$~{}/])/gu, '$1')
    .replace(/\{(.?)\}/gu, '$1')
    .replace(/&(?:amp|#38|#x26);/giu, '&')
    .replace(/&(?:#35|#x23|num);/giu, '#')
    .replace(/([?&][a-z]+)=3D(?=[\da-f]{7}(?![\da-f]))/giu, '$1=');
}
