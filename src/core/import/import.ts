import type { FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { faultOfId } from '../anchor.ts';
import { canonical, codePoints, sliceCodePoints } from '../canonical.ts';
import { nameOf } from '../footnotes.ts';
import { cutFrontMatter } from '../front-matter.ts';
import type { Ledger } from '../ledger.ts';
import type { Reading } from '../reading.ts';
import type { Source } from '../source.ts';
import { readTree } from '../tree.ts';
import { wordsOf } from '../words.ts';
import { type Found, findTarget, type Place, type Text, toText } from './find-target.ts';
import { type Incoming, type Refusal, refuse } from './incoming.ts';
import { type Made, makeForeign, makeOwn, type Unrecorded } from './make-note.ts';
import { markUp, type Wanted } from './mark-up.ts';
import { newId } from './new-id.ts';

/** What an id is made of where the words have no letter. */
const NAMELESS = 'imported';

/** A reading that annotations are put into. */
export interface Into {
  reading: Reading;
  /** Its file. */
  mdx: string;
  ledger?: Ledger | undefined;
  sources: ReadonlyMap<string, Source>;
  /** `YYYY-MM-DD` */
  today: string;
}

/** An annotation that was put in. */
interface PutIn {
  name: string;
  id: string;
  /** The words it stands on. */
  quote: string;
  /** Whether the words are not quite those that it was made on. */
  differs: boolean;
  toDo: string[];
}

/** A reading with what was put into it, and what was not. */
export interface Imported {
  mdx: string;
  putIn: PutIn[];
  refused: Refusal[];
  unrecorded: Unrecorded[];
}

/**
 * Puts annotations into a reading's file: finds the words of each, and writes mark and note. Nothing that stands there
 * is changed; what cannot be put in is told with its reason.
 *
 * @param incoming annotations of this reading
 * @param into the reading, which could be read
 */
export function importInto(incoming: readonly Incoming[], into: Into): Imported {
  const text = textOf(into);
  const found = findAll(incoming, text);
  const taken = takenIds(into);
  const published = new Set((into.ledger?.annotations ?? []).map(({ annotation: id }) => id));
  const refused: Refusal[] = [];
  const wanted: (Wanted & { made: Made; toDo: string[]; name: string; found: Found })[] = [];
  for (const { annotation, target } of found) {
    const { name } = annotation;
    if ('reason' in target) {
      refused.push(refuse(name, target));
      continue;
    }
    const id = idFor(annotation, quoteOf(target, text), taken, published);
    if (id === undefined) {
      refused.push(
        refuse(name, { reason: 'id-taken', detail: `\`${(annotation.said as { id: string }).id}\`` }),
      );
      continue;
    }
    taken.add(id);
    const made = make(id, annotation, quoteOf(target, text), into);
    const isBeside = annotation.said.own?.beside !== undefined;
    const toDo = [
      ...(target.doubt === undefined ? [] : [target.doubt]),
      ...made.toDo,
      ...annotation.toDo,
      ...(annotation.others > 0 ? [onOthers(annotation.others)] : []),
    ];
    wanted.push({ ...made, ...target, id, isBeside, made, toDo, name, found: target });
  }
  const marked = markUp(into.mdx, wanted);
  const byId = new Map(wanted.map((each) => [each.id, each]));
  const written = marked.written.map(({ id }) => byId.get(id)!);
  return {
    mdx: marked.mdx,
    putIn: written.map(({ name, id, toDo, found: target }) => ({
      name,
      id,
      quote: quoteOf(target, text),
      differs: target.diff !== undefined,
      toDo,
    })),
    refused: [...refused, ...marked.refused.map(({ id, fault }) => refuse(byId.get(id)!.name, fault))],
    unrecorded: uniqueOf(written.flatMap(({ made }) => made.unrecorded)),
  };
}

function onOthers(others: number): string {
  return `It is about ${others === 1 ? 'another stretch' : `${others} other stretches`} too, and marked on the first only.`;
}

/** The reading's text, what in it has a name, and what stands below it. */
function textOf({ reading, mdx }: Into): Text {
  const named = new Map<string, Place>();
  for (const { anchor, start, text, sentences } of reading.blocks) {
    named.set(anchor, { start, end: start + codePoints(text) });
    for (const sentence of sentences)
      named.set(sentence.anchor, { start: sentence.start, end: sentence.start + codePoints(sentence.text) });
  }
  for (const { id, start, end } of reading.annotations)
    for (const name of [id, `m-${id}`]) named.set(name, { start, end });
  return toText(reading.text, named, wordsOfFootnotes(mdx), reading.edition.edition);
}

/**
 * @param mdx a reading's file
 * @returns the canonical words of each footnote and each note
 */
export function wordsOfFootnotes(mdx: string): string[] {
  const { tree } = readTree('', cutFrontMatter(mdx).body);
  return footnotesIn(tree).map((note) => canonical(wordsOf(note)));
}

function footnotesIn(tree: Root | undefined): FootnoteDefinition[] {
  const notes: FootnoteDefinition[] = [];
  if (tree) visit(tree, 'footnoteDefinition', (note) => void notes.push(note));
  return notes;
}

/** @returns everything that has, had or could be taken for a name in the page, ids of withdrawn annotations apart */
export function takenIds({ reading, ledger, mdx }: Pick<Into, 'reading' | 'ledger' | 'mdx'>): Set<string> {
  const { tree } = readTree('', cutFrontMatter(mdx).body);
  return new Set([
    ...reading.blocks.map(({ anchor }) => anchor),
    ...reading.annotations.map(({ id }) => id),
    ...footnotesIn(tree).map(nameOf),
    ...(ledger?.anchors ?? []).map(({ anchor }) => anchor),
  ]);
}

/** An own annotation keeps its id, if it is one; a stranger's gets one that was never published for another. */
function idFor(
  { said }: Incoming,
  quote: string,
  taken: ReadonlySet<string>,
  published: ReadonlySet<string>,
): string | undefined {
  if (!said.own || said.id === undefined || faultOfId(said.id) !== undefined)
    return newId(quote, taken.union(published), NAMELESS);
  return taken.has(said.id) ? undefined : said.id;
}

function make(id: string, { said }: Incoming, quote: string, { sources, today }: Into): Made {
  return said.own ? makeOwn(id, said.own, sources) : makeForeign(id, said.foreign, quote, sources, today);
}

function quoteOf({ start, end }: Place, { text }: Text): string {
  return sliceCodePoints(text, start, end);
}

/**
 * Words that stand in the text more than once are looked for again, when those that stand there once have shown how
 * positions in the page differ from positions in the text.
 */
function findAll(incoming: readonly Incoming[], text: Text) {
  const first = incoming.map((annotation) => ({
    annotation,
    target: findTarget(annotation.selectors, text),
  }));
  const known = first.flatMap(({ annotation, target }) => {
    const position = annotation.selectors.positions.find(({ over }) => over === undefined);
    if (!position || 'reason' in target) return [];
    const start = sliceCodePoints(text.text, 0, target.start).length;
    return [{ at: position.start, by: start - position.start }];
  });
  const shift = (start: number) =>
    known.toSorted((one, other) => Math.abs(one.at - start) - Math.abs(other.at - start))[0]?.by;
  return first.map(({ annotation, target }) =>
    'reason' in target && target.reason === 'ambiguous'
      ? { annotation, target: findTarget(annotation.selectors, text, shift) }
      : { annotation, target },
  );
}

function uniqueOf(sources: readonly Unrecorded[]): Unrecorded[] {
  return [...new Map(sources.map((source) => [source.key ?? source.address, source])).values()];
}
