import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Annotation } from '../core/annotation.ts';
import type { Reading } from '../core/reading.ts';
import type { Source } from '../core/source.ts';
import { drawNote, drawText } from './by-hand.ts';

/** Markdown of the page by hand, which is MDX too: what other programs are given of a reading, word for word the same. */

/** What makes it of HTML: the number behind marked words is a footnote’s, and an item with an id is the footnote. */
const TO_MARKDOWN = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeRemark, {
    handlers: {
      sup: (_, node: Element): FootnoteReference => ({
        type: 'footnoteReference',
        ...named(String((node.children[0] as Element).properties.href).slice(1)),
      }),
      section: (state, node: Element): FootnoteDefinition => ({
        type: 'footnoteDefinition',
        ...named(String(node.properties.id)),
        children: state.toFlow(state.all(node)),
      }),
    },
  })
  .use(remarkGfm)
  .use(remarkMdx)
  .use(remarkStringify);

/**
 * @param reading whose words are shown
 * @param sources the records it cites, by key
 * @returns its text, and its notes with their evidence as footnotes
 */
export function textInMarkdown(reading: Reading, sources: ReadonlyMap<string, Source>): string {
  const notes = reading.annotations.map((annotation) =>
    h('section', { id: annotation.id }, drawNote(annotation, sources)),
  );
  return toMarkdown([...drawText(reading), ...notes]);
}

/**
 * @param reading whose note is shown
 * @param annotation one of its own
 * @param sources the records it cites, by key
 * @returns the paragraph that the note is about, and the note with its evidence
 */
export function noteInMarkdown(
  { blocks }: Reading,
  annotation: Annotation,
  sources: ReadonlyMap<string, Source>,
): string {
  return toMarkdown([h('blockquote', blocks[annotation.block]!.text), ...drawNote(annotation, sources)]);
}

/** @returns Markdown behind a head in JSON, which is YAML */
export function headed(head: object, markdown: string): string {
  return `---\n${JSON.stringify(head)}\n---\n\n${markdown}`;
}

function named(identifier: string) {
  return { identifier, label: identifier };
}

/** Some of a note is HTML already, and so all of it is read from HTML. */
function toMarkdown(content: readonly ElementContent[]): string {
  const html = toHtml({ type: 'root', children: [...content] }, { allowDangerousHtml: true });
  return String(TO_MARKDOWN.processSync(html));
}
