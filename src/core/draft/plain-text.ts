import { slug } from 'github-slugger';
import type { Heading, Paragraph, PhrasingContent } from 'mdast';
import { faultOfSlug, isAnchor } from '../anchor.ts';
import { nameForSlug } from '../anchoring.ts';
import type { Draft } from './draft.ts';
import { type Joint, type Layout, layOut, type Separation, type Stretch } from './joint.ts';
import { type Line, linesOf, widthOf } from './line.ts';
import { sayMarkdown } from './markdown-signs.ts';

/** Columns that a title has at the most. */
const LONGEST_TITLE = 100;

/** A title has none of these at its end. */
const ENDS_LIKE_TEXT = /[.,;:。،؛۔।]["'”’»)\]]*$/u;

/** Rank of headings in a reading, whose title is the page’s own. */
const RANK = 2;

/** A word that goes on in the next line. */
const DIVIDED = /\p{L}[-\u2010\u00AD]$/u;

/** The lines of a paragraph that keep their ends. */
type Lines = string[];

/**
 * Reads plain text. A paragraph is a line or, where blank lines separate them, what stands between these. Lines that
 * were wrapped at a margin are joined; others keep their ends. A first line that looks like a title is a heading, and
 * nothing else is: numbers, stars and dashes are the text’s own.
 *
 * @param text the text of record, decoded; its lines end in a line feed, a carriage return or both
 * @returns its paragraphs, and what was assumed of them
 */
export function readPlainText(text: string): Draft {
  const all = linesOf(text);
  const title = titleOf(all);
  const layout = layOut(title === undefined ? all : all.slice(1));
  const paragraphs = layout.stretches.flatMap(paragraphsIn);
  const children = paragraphs.map(paragraphOf);
  return {
    tree: { type: 'root', children: title === undefined ? children : [headingOf(title), ...children] },
    said: [
      ...sayMarkdown(text),
      ...sayTitle(title),
      ...sayLayout(layout),
      ...sayDivided(layout),
      ...sayKept(paragraphs),
    ],
    ...(title !== undefined && { title }),
  };
}

/** A short first line without a full stop, apart from what follows, from which an anchor can be made. */
function titleOf([first, ...others]: readonly (readonly Line[])[]): string | undefined {
  if (first?.length !== 1 || others.length === 0) return undefined;
  const { words } = first[0]!;
  const looksLikeTitle =
    /\p{L}/u.test(words) && widthOf(words) <= LONGEST_TITLE && !ENDS_LIKE_TEXT.test(words);
  return looksLikeTitle && canBeHeading(words) ? words : undefined;
}

/** The anchor of a heading is made of its words, and a few are not to be had. */
function canBeHeading(words: string): boolean {
  const anchor = slug(nameForSlug(words));
  return isAnchor(anchor) && faultOfSlug(anchor) === undefined;
}

function paragraphsIn({ lines, joints }: Stretch): Lines[] {
  const [first, ...others] = lines;
  const paragraphs: Lines[] = [[first!.words]];
  for (const [index, { words }] of others.entries()) add(words, joints[index]!, paragraphs);
  return paragraphs;
}

function add(words: string, joint: Joint, paragraphs: Lines[]) {
  const last = paragraphs.at(-1)!;
  if (joint === 'paragraph') paragraphs.push([words]);
  else if (joint === 'end') last.push(words);
  else last.push(`${last.pop()!}${joint === 'space' ? ' ' : '\n'}${words}`);
}

function headingOf(title: string): Heading {
  return { type: 'heading', depth: RANK, children: [{ type: 'text', value: title }] };
}

function paragraphOf(lines: Lines): Paragraph {
  const children = lines.flatMap((value, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'break' as const }] : []),
    { type: 'text', value },
  ]);
  return { type: 'paragraph', children };
}

function sayTitle(title: string | undefined): string[] {
  return title === undefined ? [] : [`Its first line, “${title}”, was taken for a title.`];
}

const SEPARATED: Readonly<Record<Separation, string>> = {
  lines: 'Each line is a paragraph.',
  'blank lines': 'Blank lines separate its paragraphs.',
  shape:
    'Few blank lines separate its paragraphs: one was taken to begin with an indented line, and to end with a short line that ends a sentence. Compare them with the text.',
};

function sayLayout({ margin, separation }: Layout): string[] {
  const wrapped = `Its lines are wrapped at ${margin} columns: those of a paragraph were joined.`;
  return [SEPARATED[separation], ...(margin === undefined ? [] : [wrapped])];
}

function sayDivided({ stretches }: Layout): string[] {
  const divided = stretches.flatMap(({ lines, joints }) =>
    joints.flatMap((joint, index) => {
      const [line, next] = [lines[index]!.words, lines[index + 1]!.words];
      return joint === 'space' && DIVIDED.test(line) && /^\p{Ll}/u.test(next)
        ? [`${line.split(/\s/).at(-1)} ${next.split(/\s/)[0]}`]
        : [];
    }),
  );
  if (divided.length === 0) return [];
  return [
    `${divided.length === 1 ? 'One word is' : `${divided.length} words are`} divided at the end of a line, as in “${divided[0]}”, and stand as they are: which hyphens are the text’s own cannot be told.`,
  ];
}

function sayKept(paragraphs: readonly Lines[]): string[] {
  const kept = paragraphs.reduce((sum, lines) => sum + lines.length - 1, 0);
  if (kept === 0) return [];
  return [
    `${kept === 1 ? 'One line is' : `${kept} lines are`} short on purpose, as in verse, addresses and signatures, and kept ${kept === 1 ? 'its end' : 'their ends'}.`,
  ];
}
