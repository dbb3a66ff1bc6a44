import { inQuotes } from './quotation-marks.ts';
import { escapeHtml } from './reference-template.ts';

/** Words taken from a text or a note, and what stands with them. */
export interface Quoted {
  /** One paragraph a line. */
  words: string;
  /** BCP 47 tag of their language. */
  language: string;
  /** Where they are: the whole address. */
  link: string;
  /** Whose they are and where: “Hadfield and Khostova, para. 8”. */
  attribution: string;
}

/** @returns the words between quotation marks, and the link */
export function quotationAndLink({ words, link }: Pick<Quoted, 'words' | 'link'>): string {
  return `${inQuotes(words.replaceAll('\n', ' '))} ${link}`;
}

/** @returns the same as HTML, for a clipboard that takes rich text */
export function quotationAndLinkAsHtml({ words, link }: Pick<Quoted, 'words' | 'link'>): string {
  const [quoted, address] = [inQuotes(words.replaceAll('\n', ' ')), link].map(escapeHtml);
  return `${quoted} <a href="${address}">${address}</a>`;
}

/**
 * @returns the words as a block quotation that ends in its attribution, by CommonMark
 * @see https://spec.commonmark.org/0.31.2/#block-quotes
 */
export function asMarkdown({ words, link, attribution }: Quoted): string {
  const paragraphs = words.split('\n').map(escapeMarkdown);
  const source = `[${escapeMarkdown(attribution)}](<${link.replace(/[<>]/g, encodeURIComponent)}>)`;
  return [...paragraphs, source].map((line) => `> ${line}`).join('\n>\n');
}

/**
 * @returns the words as a block quotation and its attribution
 * @see https://html.spec.whatwg.org/multipage/grouping-content.html#the-blockquote-element
 */
export function asHtml({ words, language, link, attribution }: Quoted): string {
  const paragraphs = words.split('\n').map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
  const address = escapeHtml(link);
  return `<blockquote cite="${address}" lang="${escapeHtml(language)}">${paragraphs.join('')}</blockquote>\n<p><a href="${address}">${escapeHtml(attribution)}</a></p>`;
}

/**
 * Puts a backslash before what CommonMark or its common extensions would take for signs of their own. The library for
 * it, mdast-util-to-markdown, is several times the size of all that cites.
 */
function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*_[\]<>|~^$@]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^[-+=:#]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
