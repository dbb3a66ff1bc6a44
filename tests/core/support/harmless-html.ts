import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { expect } from 'vitest';
import { isWebAddress } from '../../../src/core/web-address.ts';

/** Elements that notes and exports may have: those that Markdown has, and those that we write. */
export const ELEMENTS = new Set(
  'a abbr b bdi blockquote br cite code data del em h1 h2 h3 h4 h5 h6 hr i input li ol p pre q s section span strong sub sup table tbody td th thead time tr ul'.split(
    ' ',
  ),
);

/** Attributes that they may have, none of which runs; those of addresses are looked at. */
export const ATTRIBUTES = new Set(
  'align aria-describedby aria-label checked cite class datetime dir disabled href id lang referrerpolicy rel role start tabindex title type value data-footnotes data-footnote-ref data-footnote-backref'.split(
    ' ',
  ),
);

const ADDRESSES = new Set(['href', 'cite']);

type Node = DefaultTreeAdapterTypes.Node;

/** Expects of a piece of HTML, as a browser reads it, that every element, attribute and address in it may be there. */
export function expectHarmlessHtml(html: string): void {
  expect(foreignIn(parseFragment(html)), html.slice(0, 500)).toEqual([]);
}

/** @returns the words of a piece of HTML as a browser shows them */
export function wordsOfHtml(html: string): string {
  return wordsOf(parseFragment(html));
}

function wordsOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
}

function foreignIn(node: Node): string[] {
  const own = 'tagName' in node ? foreignOf(node) : [];
  const isComment = node.nodeName === '#comment' ? ['a comment'] : [];
  return [...isComment, ...own, ...('childNodes' in node ? node.childNodes.flatMap(foreignIn) : [])];
}

function foreignOf({ tagName, attrs }: DefaultTreeAdapterTypes.Element): string[] {
  return [
    ...(ELEMENTS.has(tagName) ? [] : [`<${tagName}>`]),
    ...attrs.filter(({ name }) => !ATTRIBUTES.has(name)).map(({ name }) => `${tagName} ${name}`),
    ...attrs
      .filter(({ name, value }) => ADDRESSES.has(name) && !leadsToWeb(value))
      .map(({ name, value }) => `${name}=${value}`),
  ];
}

/** To the web, to a mailbox, into the page, or to another page of the site. */
function leadsToWeb(address: string): boolean {
  return isWebAddress(address) || /^(?:mailto:|#|\/(?!\/))/.test(address);
}
