import type { FootnoteDefinition, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { counted } from '../tally.ts';
import { inQuotes } from './telling.ts';

/**
 * Names a text's footnotes by their numbers in the order in which they are met, and sets them at its end. One that
 * nothing refers to is left out, as Markdown leaves it out.
 *
 * @param tree a text; it is changed
 * @returns what was found and left out, each in a sentence
 */
export function settleFootnotes(tree: Root): string[] {
  const definitions = takeFootnotes(tree);
  const named = new Map<string, FootnoteDefinition>();
  dropEmpty(tree, definitions);
  // Words that look like a reference must not be taken for one.
  const prefix = [tree, ...definitions.values()].some((node) => toString(node).includes('[^')) ? 'note-' : '';
  nameIn(tree);
  // A note may refer to another: the map grows while it is gone through.
  for (const definition of named.values()) nameIn(definition);
  tree.children.push(...named.values());
  const stray = [...definitions.values()].filter(
    (note) => !new Set(named.values()).has(note) && toString(note).trim() !== '',
  );
  return [
    ...(named.size > 0
      ? [
          `${counted(named.size, 'footnote')} of the text’s own ${named.size === 1 ? 'was' : 'were'} recognized.`,
        ]
      : []),
    ...stray.map((note) => `A footnote that nothing refers to was left out: ${inQuotes(toString(note))}.`),
  ];

  function nameIn(within: Root | FootnoteDefinition) {
    visit(within, 'footnoteReference', (reference) => {
      const definition = definitions.get(reference.identifier)!;
      if (!named.has(reference.identifier)) named.set(reference.identifier, definition);
      const name = `${prefix}${[...named.keys()].indexOf(reference.identifier) + 1}`;
      Object.assign(definition, { identifier: name, label: name });
      Object.assign(reference, { identifier: name, label: name });
      return SKIP;
    });
  }
}

/** Notes may stand in quotations, lists, and one another. Of two with one name the first counts. */
function takeFootnotes(tree: Root): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (definition) => {
    const { identifier } = definition;
    const isSecond = definitions.has(identifier);
    definitions.set(isSecond ? `${identifier}\n${definitions.size}` : identifier, definition);
  });
  for (const within of [tree, ...definitions.values()])
    visit(within, (node) => {
      if ('children' in node)
        node.children = node.children.filter(({ type }) => type !== 'footnoteDefinition');
    });
  return definitions;
}

/** A note without words, as of a picture, has no number either. */
function dropEmpty(tree: Root, definitions: ReadonlyMap<string, FootnoteDefinition>) {
  const isEmpty = (definition: FootnoteDefinition) => toString(definition).trim() === '';
  for (const within of [tree, ...definitions.values()])
    visit(within, 'footnoteReference', ({ identifier }, index, parent) => {
      if (!isEmpty(definitions.get(identifier)!)) return undefined;
      parent!.children.splice(index!, 1);
      return index;
    });
}
