import type { Element, Root as Page, RootContent } from 'hast';
import type { Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { capitalized, counted } from '../tally.ts';
import type { Draft } from './draft.ts';
import { fit, refuseEmpty } from './fit.ts';
import { suggestionsOf } from './html-head.ts';
import { FOOTNOTES, takeFootnotes } from './html-footnotes.ts';
import { layOut, LAID_OUT } from './html-layout.ts';
import { leaveOut } from './html-leavings.ts';
import { inQuotes, wordsIn } from './telling.ts';

/**
 * Pages of before 1999 let a table stand in a paragraph. All are read by the one rule of today.
 *
 * @see https://quirks.spec.whatwg.org/
 */
const DOCTYPE = /^\uFEFF?\s*<!doctype[^>]*>/i;
const STANDARD = '<!doctype html>';

/**
 * Reads the text out of a page: of its one `<article>`, else of `<main>`, else of all its body. What is no text is left
 * out and told; every word that is stays, with the markup that a reading has: headings, lists, tables, quotations,
 * emphasis, links, footnotes.
 *
 * @param html a page or a part of one, decoded
 * @returns the draft, with title, author and language where the page gives them
 * @throws Refused where there are no words in it
 * @see https://html.spec.whatwg.org/#the-article-element
 */
export function readHtml(html: string): Draft {
  const page = unified()
    .use(rehypeParse)
    .parse(STANDARD + html.replace(DOCTYPE, ''));
  const { article, said } = findText(page);
  const suggestions = suggestionsOf(page, article);
  said.push(...leaveOut(article));
  const definitions = takeFootnotes(article);
  layOut(article);
  const tree = toMarkdownTree([...article.children, ...definitions], addressOf(page));
  const fitted = fit(tree);
  refuseEmpty(tree);
  return {
    ...fitted,
    ...suggestions,
    tree,
    said: [...said, ...tellQuotations(article), ...fitted.said],
  };
}

/** Where a page's text stands. A page of several articles is a list of them, or is divided by them. */
function findText(page: Page): { article: Element; said: string[] } {
  const body = elementsOf(page, 'body')[0]!;
  const [articles, mains] = [elementsOf(body, 'article'), elementsOf(body, 'main')];
  const article = articles.length === 1 ? articles[0]! : (mains[0] ?? body);
  if (article === body) return { article, said: [] };
  const rest = wordsIn(body).replace(wordsIn(article), ' ');
  const outside = rest.trim() === '' ? '' : `; what stands outside it was left out: ${inQuotes(rest)}`;
  return { article, said: [`The text was taken from the page’s <${article.tagName}>${outside}.`] };
}

/** The outermost elements of a name. */
function elementsOf(parent: Page | Element, tagName: string): Element[] {
  return (parent.children as RootContent[]).flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === tagName ? [child] : elementsOf(child, tagName);
  });
}

function toMarkdownTree(children: Element['children'], base: Element[]): Root {
  const body: Page = { type: 'root', children: [...base, ...children] };
  return unified()
    .use(rehypeRemark, { handlers: { ...FOOTNOTES, ...LAID_OUT }, quotes: QUOTES })
    .runSync(body);
}

/** Quotation marks that a browser puts around `<q>`, and around one within another. */
const QUOTES = ['“”', '‘’'];

function tellQuotations(article: Element): string[] {
  let quotations = 0;
  visit(article, 'element', ({ tagName }) => {
    if (tagName === 'q') quotations += 1;
  });
  if (quotations === 0) return [];
  return [
    `${capitalized(counted(quotations, 'quotation'))} in <q> got the marks that a browser draws around them: “…”. Correct them where the text has others.`,
  ];
}

/** The address that relative links begin from, where the page gives it. */
function addressOf(page: Page): Element[] {
  return elementsOf(page, 'base').slice(0, 1);
}
