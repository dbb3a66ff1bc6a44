import type { FootnoteDefinition, FootnoteReference, Nodes, Root, Text } from 'mdast';
import type { Position as Stretch } from 'unist';
import { visit } from 'unist-util-visit';
import { literalOf, positionOf, startOf } from './attributes.ts';
import { didYouMean, nearest } from './nearest.ts';
import { type Position, problem, type Problem } from './problem.ts';
import { isJsx, MARKS } from './syntax.ts';

/** A reading's footnotes, sorted. */
export interface Footnotes {
  /** Notes of marks, by id. */
  notes: Map<string, FootnoteDefinition>;
  /** Notes that belong to no mark, and that nothing refers to as to an ordinary footnote. */
  strays: FootnoteDefinition[];
  /** Second notes of marks. */
  seconds: FootnoteDefinition[];
  problems: Problem[];
}

/** What holds lines of text. */
const HOLDERS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/**
 * Finds the notes of marks among a reading's footnotes, and judges all footnotes.
 *
 * @param tree a reading's tree
 * @param marks ids of its marks
 * @param file path, for positions, and the MDX that the tree is of
 */
export function findNotes(
  tree: Root,
  marks: ReadonlySet<string>,
  { path, body }: { path: string; body: string },
): Footnotes {
  const definitions = new Map<string, FootnoteDefinition>();
  const referenced = new Set<string>();
  const claimed = new Set<string>();
  const seconds: FootnoteDefinition[] = [];
  const problems: Problem[] = [];
  // Text that has been cut at an address has no place of its own: what is around it is looked at.
  let referredTo: ReadonlySet<string> = new Set();
  // Markdown folds identifiers, so that two ids could be one; a mark's note has its id to the letter.
  const isNote = (node: FootnoteDefinition | FootnoteReference) => marks.has(nameOf(node));
  const keyOf = (node: FootnoteDefinition | FootnoteReference) =>
    isNote(node) ? nameOf(node) : node.identifier;
  visit(tree, (node) => {
    if (HOLDERS.has(node.type)) referredTo = referencesIn(markdownOf(node, body));
    if (node.type === 'footnoteReference') {
      referenced.add(keyOf(node));
      if (isNote(node)) problems.push(referenceToNote(node, path));
    } else if (node.type === 'footnoteDefinition') {
      if (!definitions.has(keyOf(node))) definitions.set(keyOf(node), node);
      else {
        problems.push(duplicateNote(node, path));
        if (isNote(node)) seconds.push(node);
      }
    } else if (node.type === 'text') {
      problems.push(...undefinedFootnotes(node, path, referredTo));
    } else if (isJsx(node) && !MARKS.has(node.name ?? '')) {
      // Its element may be a misspelt mark, which is told as such.
      claimed.add(literalOf(node, 'id') ?? '');
    }
  });
  const notes = new Map([...definitions].filter(([, definition]) => isNote(definition)));
  const strays = [...definitions]
    .filter(([key, definition]) => !isNote(definition) && !referenced.has(key))
    .map(([, stray]) => stray);
  const without = [...marks].filter((mark) => !notes.has(mark));
  problems.push(
    ...strays
      .filter((stray) => !claimed.has(nameOf(stray)) && !isMeantBy(without, strays, nameOf(stray)))
      .map((stray) => withoutMark(stray, without, path)),
  );
  return { notes, strays, seconds, problems };
}

/** Whether a mark without a note is told to mean this one by a misspelt id. */
function isMeantBy(marks: readonly string[], strays: readonly FootnoteDefinition[], id: string): boolean {
  const mark = nearest(id, marks);
  return mark !== undefined && nearest(mark, strays.map(nameOf)) === id;
}

/** @returns a footnote's id as it was written */
export function nameOf({ label, identifier }: FootnoteDefinition | FootnoteReference): string {
  return label ?? identifier;
}

function referenceToNote(node: FootnoteReference, path: string): Problem {
  const message = `\`[^${nameOf(node)}]\` refers to the note of the mark \`${nameOf(node)}\`.`;
  return problem(
    'reference-to-note',
    positionOf(path, node.position),
    message,
    'Take it out: the reference is put in when the page is made.',
  );
}

function duplicateNote(node: FootnoteDefinition, path: string): Problem {
  const message = `There are two notes \`${nameOf(node)}\`.`;
  return problem(
    'duplicate-note',
    startOf(path, node),
    message,
    'Keep one, or give the other the id of its own mark.',
  );
}

/** Markdown leaves a reference without a definition in the text; one that belongs to the text is escaped there. */
function undefinedFootnotes(
  { value, position }: Text,
  path: string,
  referredTo: ReadonlySet<string>,
): Problem[] {
  const references = [...value.matchAll(/\[\^([^\]\s]+)\]/g)].filter(([, id]) => referredTo.has(id!));
  return references.map(({ 0: reference, 1: id, index }) => {
    const message = `\`[^${id}]\` refers to a footnote that is not there.`;
    const hint = `Write [^${id}]: …, or put \\ before the bracket if it belongs to the text.`;
    return problem('undefined-footnote', within(path, position, value, index, reference), message, hint);
  });
}

/** A block's Markdown with its code blanked out, in which nothing is a reference. */
function markdownOf(block: Nodes, body: string): string {
  const from = block.position?.start.offset ?? 0;
  let markdown = body.slice(from, block.position?.end.offset);
  visit(block, 'inlineCode', ({ position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start === undefined || end === undefined) return;
    markdown = markdown.slice(0, start - from) + ' '.repeat(end - start) + markdown.slice(end - from);
  });
  return markdown;
}

/** The footnotes that lines of Markdown refer to; of an even number of backslashes none escapes the bracket. */
function referencesIn(markdown: string): Set<string> {
  const references = markdown.matchAll(/(?<!\\)(?:\\\\)*\[\^((?:\\.|[^\]\s])+)\]/g);
  return new Set([...references].map(([, id]) => id!.replace(/\\(.)/g, '$1')));
}

/** The place of some words of a text, whose own escapes and entities are not reckoned with. */
function within(
  path: string,
  position: Stretch | undefined,
  value: string,
  index: number,
  words: string,
): Position {
  if (!position) return { path };
  const before = value.slice(0, index).split('\n');
  const line = position.start.line + before.length - 1;
  const column = (before.length > 1 ? 1 : position.start.column) + before.at(-1)!.length;
  return { path, line, column, end: { line, column: column + words.length } };
}

function withoutMark(stray: FootnoteDefinition, marks: readonly string[], path: string): Problem {
  const id = nameOf(stray);
  const message = `The note \`${id}\` belongs to no mark.${didYouMean(id, marks)}`;
  const hint = `Mark its words, as in <Claim id="${id}" …>words</Claim>, or correct its id.`;
  return problem('note-without-mark', startOf(path, stray), message, hint);
}
