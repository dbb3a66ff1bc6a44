import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import { type BlockKind, collectText } from '../block.ts';
import { refuseCode } from '../data-only.ts';
import { findNotes } from '../footnotes.ts';
import { toMarkdown, type Written } from '../markdown.ts';
import { parseMdx } from '../syntax.ts';
import { layOver } from '../verbatim.ts';
import { type Draft, Refused } from './draft.ts';

/** A block of a text cannot be written as MDX that reads the same; the message has its first words. */
export class Unwritable extends Refused {
  override name = 'Unwritable';
}

/** Letters of a block that a message shows. */
const SHOWN = 60;

/**
 * Signs of Markdown's own that a text may have, and a paragraph of it: with more of them the page would take gigabytes
 * to build, for the parser looks back from each bracket over its paragraph.
 */
const MOST_SIGNS = 500_000;
const MOST_SIGNS_IN_PARAGRAPH = 5_000;

/** What cannot be written as a character reference. @see https://spec.commonmark.org/0.31.2/#numeric-character-references */
const WITHOUT_REFERENCE = /[\u0080-\u009F]/;

/**
 * Writes a text as MDX, and reads it back as the project reads it, to see that it is the same.
 *
 * @param draft its tree
 * @param original the text of record, where there is one; else it is made of the blocks’ own words
 * @returns MDX without front matter, and the text of record, which it reproduces to the letter
 * @throws Unwritable where a block does not come back as it was; Refused where it has too many of Markdown's signs
 */
export function writeDraft(
  { tree }: Pick<Draft, 'tree'>,
  original?: string,
): { body: string; original: string } {
  const body = writeFaithfully(tree);
  const texts = collectText(tree).blocks.map(({ text }) => text);
  const record = original ?? `${texts.map((text) => text.trim()).join('\n\n')}\n`;
  const { difference } = layOver(texts, record);
  if (difference) throw unwritable(texts[difference.block] ?? record.slice(difference.original));
  return { body, original: record };
}

function writeFaithfully(tree: Root): string {
  const plain = write(tree);
  refuseTooManySigns(plain);
  if (readsAs(tree, plain)) return plain;
  const guarded = write({ ...tree, children: tree.children.map(guardWhereNeeded) });
  if (readsAs(tree, guarded)) return guarded;
  throw unwritable(firstLost(tree, guarded));
}

function refuseTooManySigns(body: string) {
  const signs = body.split('\n\n').map((paragraph) => paragraph.split('\\').length - 1);
  const all = signs.reduce((sum, count) => sum + count, 0);
  const most = signs.reduce((greatest, count) => Math.max(greatest, count), 0);
  const limit = (where: string, count: number, allowed: number) =>
    new Refused(
      `${where} has ${count} signs that Markdown would take for its own, such as * and [; no more than ${allowed} can be taken. Divide the text.`,
    );
  if (most > MOST_SIGNS_IN_PARAGRAPH) throw limit('A paragraph of it', most, MOST_SIGNS_IN_PARAGRAPH);
  if (all > MOST_SIGNS) throw limit('It', all, MOST_SIGNS);
}

function write({ children }: Root): string {
  return `${toMarkdown(...children)}\n`;
}

function guardWhereNeeded(child: RootContent): RootContent {
  const alone: Root = { type: 'root', children: [child] };
  return readsAs(alone, write(alone)) ? child : guard(child);
}

/** The same with a character reference for each sign that is not a letter, a digit or a space between them. */
function guard(child: RootContent): RootContent {
  const guarded: Root = { type: 'root', children: [structuredClone(child)] };
  visit(guarded, 'text', (node, index, parent) => {
    const value = node.value.replace(/^.|[^\p{L}\p{M}\p{N} ]|.$/gsu, refer);
    const written: Written = { type: 'written', value };
    parent!.children[index!] = written;
  });
  return guarded.children[0]!;
}

function refer(sign: string): string {
  return WITHOUT_REFERENCE.test(sign) ? sign : `&#x${sign.codePointAt(0)!.toString(16).toUpperCase()};`;
}

/** Whether MDX says what a tree says, and nothing in it is taken for more than text. */
function readsAs(tree: Root, body: string): boolean {
  const read = parse(body);
  return (
    read !== undefined &&
    JSON.stringify(wordsIn(read)) === JSON.stringify(wordsIn(tree)) &&
    refuseCode(read, '').length === 0 &&
    findNotes(read, new Set(), { path: '', body }).problems.length === 0
  );
}

function parse(body: string): Root | undefined {
  try {
    return parseMdx(body);
  } catch (error) {
    if (error instanceof VFileMessage) return undefined;
    throw error;
  }
}

/** Kind, rank and words of each block of the text, then of each footnote. */
function wordsIn(tree: Root): [BlockKind, number, string][] {
  const notes = tree.children.flatMap((child) => (child.type === 'footnoteDefinition' ? child.children : []));
  const { blocks } = collectText(tree);
  const { blocks: ofNotes } = collectText({ type: 'root', children: notes });
  return [...blocks, ...ofNotes].map(({ kind, depth = 0, text }) => [kind, depth, text]);
}

function firstLost(tree: Root, body: string): string {
  const read = parse(body);
  const came = read === undefined ? [] : wordsIn(read).map(String);
  const lost = wordsIn(tree).find((block, index) => String(block) !== came[index]);
  return lost?.[2] ?? '';
}

function unwritable(words: string): Unwritable {
  const shown = words.trim().slice(0, SHOWN);
  return new Unwritable(`This block cannot be written so that it reads the same: “${shown}”.`);
}
