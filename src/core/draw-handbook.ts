import type { Element, ElementContent, Root as Html } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Code, Root } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { captionOf, exampleIn } from './example.ts';

/** A page of the handbook as it is drawn. */
export interface Drawn {
  html: string;
  /** Its parts: the headings of the second rank, and their ids. */
  parts: { id: string; title: string }[];
}

/**
 * Draws a page of the handbook. Nothing in it is raw HTML; a block of code can be reached and scrolled by keyboard.
 *
 * @param page its file within the handbook, and its text in Markdown
 * @param handbook the address of the handbook, with a slash at its end: links from one file to another lead to pages
 */
export function drawHandbook(page: { file: string; markdown: string }, handbook: string): Drawn {
  const draw = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(() => (tree: Root) => leadToPages(tree, page.file, handbook))
    .use(remarkRehype, { handlers: { code: drawCode } })
    .use(rehypeSlug);
  const tree = draw.runSync(draw.parse(page.markdown));
  return { html: toHtml(tree), parts: partsOf(tree) };
}

/**
 * @param from the file that a link stands in: `problems/text-differs`
 * @param url as it is written: `../anchors.md#numbers`
 * @returns which page of the handbook it leads to, and where in it; undefined where it leads elsewhere
 */
export function pageLinkedTo(from: string, url: string): { name: string; hash: string } | undefined {
  const found = /^(?!\w+:|\/)(?<file>[^#?]+)\.md(?<hash>#.*)?$/.exec(url)?.groups;
  if (!found) return undefined;
  const { pathname } = new URL(found.file!, `https://handbook.invalid/${from}`);
  return {
    name: pathname
      .slice(1)
      .replace(/(^|\/)index$/, '')
      .replace(/\/$/, ''),
    hash: found.hash ?? '',
  };
}

/** So that they work where the files are read, too: on GitHub, say. */
function leadToPages(tree: Root, from: string, handbook: string) {
  visit(tree, ['link', 'definition'], (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    const page = pageLinkedTo(from, node.url);
    if (page) node.url = `${handbook}${page.name === '' ? '' : `${page.name}/`}${page.hash}`;
  });
}

function drawCode(_: State, code: Code): ElementContent {
  const example = exampleIn(code);
  const caption = example && captionOf(example);
  const pre = element('pre', { tabIndex: 0 }, [
    element('code', {}, [{ type: 'text', value: `${code.value}\n` }]),
  ]);
  if (caption === undefined) return element('figure', { className: ['code'] }, [pre]);
  const label = element('figcaption', {}, [{ type: 'text', value: caption }]);
  const children = example!.isAbsent ? [label] : [label, pre];
  return element('figure', { className: ['code', example!.state] }, children);
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function partsOf(tree: Html): Drawn['parts'] {
  return tree.children.flatMap((node) =>
    node.type === 'element' && node.tagName === 'h2'
      ? [{ id: String(node.properties.id), title: toString(node) }]
      : [],
  );
}
