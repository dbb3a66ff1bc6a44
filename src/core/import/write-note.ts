import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { makeLegible } from '../legible.ts';
import { toMarkdown } from '../markdown.ts';

/** An element of a note, with the words in it. */
export interface NoteElement {
  name: 'Evidence' | 'Since' | 'Reply';
  attributes: Readonly<Record<string, string | undefined>>;
  words: PhrasingContent[];
}

/**
 * @param id of the mark
 * @param paragraphs the finding, then the body
 * @param elements evidence and the like
 * @returns a footnote definition in MDX, without a line feed at its end
 */
export function writeNote(
  id: string,
  paragraphs: readonly RootContent[],
  elements: readonly NoteElement[],
): string {
  const definition: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier: id,
    label: id,
    children: [...paragraphs, ...elements.map(toElement)] as FootnoteDefinition['children'],
  };
  return toMarkdown(definition);
}

/**
 * @param name a mark's element
 * @param attributes those that are given
 * @returns its opening and its closing tag
 */
export function tagsOf(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
): { open: string; close: string } {
  const written = toMarkdown({
    type: 'paragraph',
    children: [{ type: 'mdxJsxTextElement', name, attributes: attributesOf(attributes), children: [] }],
  });
  // An element without words closes itself.
  return { open: written.replace(/ ?\/>$/, '>'), close: `</${name}>` };
}

function toElement({ name, attributes, words }: NoteElement): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: attributesOf(attributes),
    children: [{ type: 'paragraph', children: words }],
  };
}

/** A line break in a value would be read with the indentation of the note: it is a space. */
function attributesOf(attributes: Readonly<Record<string, string | undefined>>) {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [{ type: 'mdxJsxAttribute' as const, name, value: makeLegible(value).replace(/[\t\r\n]+/g, ' ') }],
  );
}
