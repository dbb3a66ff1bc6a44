import type { FootnoteDefinition, Nodes, RootContent } from 'mdast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import type { Bearing, Evidence, NoteParagraph, Read, Reply, Since, Words } from './annotation.ts';
import { LONGEST_FINDING, LONGEST_NOTE } from './annotation.ts';
import { positionOf, readAttributes, startOf } from './attributes.ts';
import { canonical, codePoints } from './canonical.ts';
import { nameOf } from './footnotes.ts';
import { EDITORS_LANGUAGE } from './language.ts';
import { toMarkdown } from './markdown.ts';
import { problem, type Position, type Problem } from './problem.ts';
import { isJsx, type Jsx } from './syntax.ts';
import { standsApart, wordsOf } from './words.ts';

/** A note as written: evidence does not yet know whether its source is later than the text. */
export interface RawNote {
  id: string;
  finding: string;
  body: NoteParagraph[];
  evidence: (Omit<Evidence, 'later'> & { position: Position })[];
  since: (Since & { position: Position; datePosition: Position })[];
  replies: (Reply & { datePosition: Position })[];
  position: Position;
  /** Its offsets in the file. */
  at: { from: number; to: number };
  /** Whether all its evidence could be read: else what it rests on cannot be judged. */
  isWhole: boolean;
}

function offsetsOf({ position }: FootnoteDefinition): RawNote['at'] {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}

/**
 * Reads a note: the first paragraph is its finding, what follows its body, `<Evidence>` and `<Since>` its grounds.
 *
 * @param definition a footnote definition with the id of a mark, or with one that should be
 * @param path file, for positions
 * @param language BCP 47 tag of the reading
 */
export function readNote(
  definition: FootnoteDefinition,
  path: string,
  language: string,
): { note: RawNote; problems: Problem[] } {
  const problems: Problem[] = [];
  const note: RawNote = {
    id: nameOf(definition),
    finding: '',
    body: [],
    evidence: [],
    since: [],
    replies: [],
    position: startOf(path, definition),
    at: offsetsOf(definition),
    isWhole: !hasMisplaced(definition),
  };
  for (const child of definition.children as RootContent[]) {
    if (isJsx(child) && child.name === 'Evidence') readEvidence(child);
    else if (isJsx(child) && child.name === 'Since') readSince(child);
    else if (isJsx(child) && child.name === 'Reply') readReply(child);
    else if (note.finding === '' && child.type === 'paragraph') note.finding = canonical(wordsOf(child));
    else note.body.push(toParagraph(child));
  }
  refuseReferences();
  checkFinding();
  checkLength();
  return { note, problems };

  /** A note is shown on its own: what it refers to would not be there. */
  function refuseReferences() {
    visit(definition, (node) => {
      if (node.type !== 'footnoteReference' && node.type !== 'linkReference') return;
      const what = node.type === 'linkReference' ? 'a link by reference' : 'a footnote of its own';
      problems.push(
        problem(
          'reference-in-note',
          positionOf(path, node.position),
          `The note \`${note.id}\` has ${what}.`,
          'A note stands by itself, also on its own page: write it out.',
        ),
      );
    });
  }

  function readEvidence(element: Jsx) {
    const { values, problems: found } = readAttributes(element, path);
    problems.push(...found);
    const parts = readWords(element);
    const excerpt = parts.map(({ text }) => text).join('');
    const position = startOf(path, element);
    if (excerpt === '') {
      const which = values.source === undefined ? 'This evidence' : `The evidence from \`${values.source}\``;
      problems.push(
        problem(
          'evidence-without-excerpt',
          position,
          `${which} quotes nothing.`,
          'Put the exact words between the tags.',
        ),
      );
    }
    if (values.lang !== undefined && values.rendering === undefined && foreign(values.lang)) {
      problems.push(
        problem(
          'missing-rendering',
          position,
          `This excerpt is in \`${values.lang}\` and has no rendering.`,
          'Add the editors’ own: rendering="…".',
        ),
      );
    }
    if (excerpt === '') note.isWhole = false;
    if (values.source === undefined || values.bearing === undefined) {
      note.isWhole = false;
      return;
    }
    note.evidence.push({
      source: values.source,
      bearing: values.bearing as Bearing,
      ...(values.read !== undefined && { read: values.read as Read }),
      ...(values.lang !== undefined && { lang: values.lang }),
      ...(values.rendering !== undefined && { rendering: values.rendering }),
      ...(values.aliases !== undefined && { aliases: values.aliases }),
      excerpt,
      parts,
      position,
    });
  }

  function readSince(element: Jsx) {
    const { values, problems: found, positionOf: at } = readAttributes(element, path);
    problems.push(...found);
    const { date, source } = values;
    if (date === undefined || source === undefined) return;
    const position = startOf(path, element);
    note.since.push({ date, source, text: saidIn(element), position, datePosition: at('date') });
  }

  function readReply(element: Jsx) {
    const { values, problems: found, positionOf: at } = readAttributes(element, path);
    problems.push(...found);
    const { from, date } = values;
    if (from === undefined || date === undefined) return;
    note.replies.push({ from, date, text: saidIn(element), datePosition: at('date') });
  }

  function saidIn(element: Jsx): string {
    const text = canonical(wordsOf(element));
    if (text === '') {
      problems.push(
        problem(
          'empty-element',
          startOf(path, element),
          `This <${element.name!}> says nothing.`,
          'Put what it says between the tags.',
        ),
      );
    }
    return text;
  }

  function checkFinding() {
    const { id, finding, position } = note;
    if (finding === '') {
      problems.push(
        problem(
          'empty-finding',
          position,
          `The note \`${id}\` says nothing.`,
          'Begin it with its finding: one line that says what was found.',
        ),
      );
    } else if (note.isWhole && codePoints(finding) > LONGEST_FINDING) {
      problems.push(
        problem(
          'long-finding',
          position,
          `The finding of \`${id}\` has ${codePoints(finding)} characters; it is one line of at most ${LONGEST_FINDING}.`,
          'Shorten the first paragraph, and say the rest in a second one.',
        ),
      );
    }
  }

  function checkLength() {
    const text = [note.finding, ...note.body.map((paragraph) => paragraph.text)].join(' ');
    // Each word has a letter at least.
    const words = text.length <= LONGEST_NOTE ? 0 : countWords(text);
    if (words <= LONGEST_NOTE) return;
    const message = `The note \`${note.id}\` has ${words} words; more than ${LONGEST_NOTE} take longer than a minute to read.`;
    const hint = 'Say what the reader of this sentence needs, and leave the rest to the sources.';
    problems.push(problem('very-long-note', note.position, message, hint));
  }

  function foreign(lang: string): boolean {
    const own = [language, EDITORS_LANGUAGE].map((tag) => new Intl.Locale(tag).language);
    return !own.includes(new Intl.Locale(lang).language);
  }
}

const segmenter = new Intl.Segmenter(EDITORS_LANGUAGE, { granularity: 'word' });

/** Counts words also where nothing stands between them. */
function countWords(text: string): number {
  return Array.from(segmenter.segment(text)).filter(({ isWordLike }) => isWordLike).length;
}

/** Whether an element stands in a line, or in anything else, of the note: its words are then the note's own. */
function hasMisplaced(definition: FootnoteDefinition): boolean {
  const own = new Set<object>(definition.children);
  let found = false;
  visit(definition, (node) => {
    if (isJsx(node) && !own.has(node)) found = true;
  });
  return found;
}

/** The words of an excerpt, cut where the editors marked the decisive ones with `**…**`. */
function readWords(element: Jsx): Words[] {
  const words: Words[] = [];
  read(element, false);
  const text = words.map((part) => part.text).join('');
  if (text.trim() === '') return [];
  // White space at the two ends belongs to the writing of the file, not to the excerpt.
  words[0]!.text = words[0]!.text.trimStart();
  words.at(-1)!.text = words.at(-1)!.text.trimEnd();
  return words.filter((part) => part.text !== '');

  function read(node: Nodes, decisive: boolean) {
    if ('value' in node) {
      const last = words.at(-1);
      if (last?.decisive === decisive) last.text += node.value;
      else words.push({ text: node.value, decisive });
    } else if (node.type === 'break') {
      read({ type: 'text', value: ' ' }, decisive);
    } else if ('children' in node) {
      for (const [index, child] of node.children.entries()) {
        if (index > 0 && standsApart(child)) read({ type: 'text', value: ' ' }, false);
        read(child, decisive || node.type === 'strong');
      }
    }
  }
}

/** Markdown to HTML. No raw HTML can occur: MDX has none, and elements are refused before this is shown. */
function toParagraph(node: RootContent): NoteParagraph {
  const tree = toHast(node);
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'a') return;
    element.properties.rel = ['external', 'noreferrer'];
    element.properties.referrerPolicy = 'no-referrer';
  });
  return {
    text: canonical(wordsOf(node)),
    html: toHtml(tree),
    ...(!isPlain(node) && { markdown: toMarkdown(node) }),
  };
}

function isPlain(node: RootContent): boolean {
  return node.type === 'paragraph' && node.children.every(({ type }) => type === 'text');
}
