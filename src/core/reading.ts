import type { FootnoteDefinition } from 'mdast';
import { anchorByLedger, nameAnchors, unpublished } from './anchoring.ts';
import type { Annotation, Evidence, Status } from './annotation.ts';
import { positionOf } from './attributes.ts';
import { collectText, type RawBlock } from './block.ts';
import { canonicalOffset, codePoints, sliceCodePoints } from './canonical.ts';
import { refuseCode } from './data-only.ts';
import { withoutConsequences } from './consequence.ts';
import { type Correction, readCorrections } from './correction.ts';
import { checkDating, isLater, timeOfText } from './dating.ts';
import { noteHash } from './hash.ts';
import { findNotes, type Footnotes, nameOf } from './footnotes.ts';
import {
  cutFrontMatter,
  type FrontMatter,
  isHeadOpen,
  languageIn,
  openHead,
  readFrontMatter,
} from './front-matter.ts';
import {
  checkGrounds,
  checkMark,
  checkNote,
  unknownAnnotation,
  unknownSource,
  type Yardstick,
} from './grounds.ts';
import { EDITORS_LANGUAGE } from './language.ts';
import type { Edition, Ledger } from './ledger.ts';
import { parseLedger } from './ledger-file.ts';
import { refuseIllegible } from './legible.ts';
import { type Mark, readMarks } from './mark.ts';
import { nearest } from './nearest.ts';
import { type RawNote, readNote } from './note.ts';
import { type Block, cutPassages, type Passages } from './passage.ts';
import { type Position, problem, type Problem } from './problem.ts';
import { checkNumbers } from './reckoning.ts';
import type { Source } from './source.ts';
import { type DatedEvent, readTimeline } from './timeline.ts';
import { readTree } from './tree.ts';

/** One published text with its annotations. */
export interface Reading extends FrontMatter, Passages {
  slug: string;
  /** Whether the title is the editors': then it stands in square brackets. */
  supplied: boolean;
  direction: 'ltr' | 'rtl';
  edition: Edition;
  /** In the order in which a reader meets them. */
  annotations: Annotation[];
  /** Changes of its notes, newest first. */
  corrections: Correction[];
  /** What happened around the text, in the order of time; empty where the editors tell none. */
  events: DatedEvent[];
  /** The canonical text: every block's, joined by a line feed. Offsets are code points of it. */
  text: string;
}

/** What a reading is read from: decoded texts, with paths for messages. */
export interface ReadingFiles {
  slug: string;
  path: string;
  mdx: string;
  original?: { path: string; text: string };
  ledger?: { path: string; json: string };
  corrections?: { path: string; yaml: string };
  timeline?: { path: string; yaml: string };
}

/**
 * Reads a reading: the one function behind the pages, the checker, the exports and the tests.
 *
 * @param files the reading's files
 * @param sources the records it may cite, by key
 * @param today `YYYY-MM-DD`; no check and no development can be later
 * @returns the reading, where its file can be parsed and has its front matter, and every problem in it. With a
 *   problem of severity `error` the reading is fit to be looked at, not to be published.
 */
export function readReading(
  files: ReadingFiles,
  sources: ReadonlyMap<string, Source>,
  today: string,
): { reading?: Reading; problems: Problem[] } {
  const { path, slug } = files;
  const illegible = refuseIllegible({ path, text: files.mdx }, 'malformed-mdx');
  if (illegible) return { problems: [illegible] };
  if (isHeadOpen(files.mdx)) return { problems: [openHead(path)] };
  const { yaml, body } = cutFrontMatter(files.mdx);
  const head = readHead(path, yaml);
  const parsed = readTree(path, body);
  const problems = [...head.problems, ...parsed.problems];
  if (!parsed.tree) return { problems };
  const { tree } = parsed;
  const known = head.value?.language ?? languageIn(yaml ?? '');
  const language = known ?? EDITORS_LANGUAGE;

  const raw = collectText(tree);
  const firstNote = tree.children.find(({ type }) => type === 'footnoteDefinition')?.position?.start.line;
  const { passages, problems: differences } = cutPassages(raw.blocks, files, language, firstNote);
  const text = passages.blocks.map((block) => block.text).join('\n');
  const anchored = anchor(passages.blocks, raw.blocks, text, files, today);

  const { marks, problems: faultyMarks } = readMarks(
    raw.marks,
    takenByHeadings(passages.blocks, anchored.ledger),
    path,
  );
  const footnotes = findNotes(tree, new Set(marks.map(({ id }) => id)), { path, body });
  problems.push(
    ...refuseCode(tree, path),
    ...differences,
    ...anchored.problems,
    ...faultyMarks,
    ...footnotes.problems,
  );

  const written = head.value && timeOfText(head.value, sources.get(head.value.source));
  const { blocks } = passages;
  const strict = head.value?.strict ?? false;
  const around = { path, language, blocks, raw: raw.blocks, text, sources, written, today, strict };
  const { annotations, problems: faultyNotes } = annotate(marks, footnotes, around);
  // A mark without its note is told as that, not also as unknown.
  const annotated = marks.map(({ id }) => id);
  const published = (anchored.ledger?.annotations ?? []).map(({ annotation }) => annotation);
  const referents = { sources, annotations: annotated, published, today };
  const { corrections, events, problems: faultyReferences } = readReferring(files, head, referents);
  const there = new Set([...annotated, ...footnotes.notes.keys(), ...footnotes.strays.map(nameOf)]);
  const faultyRecord = checkRecorded(annotations, there, anchored.ledger, files);
  problems.push(...faultyNotes, ...faultyRecord, ...faultyReferences);

  if (!head.value) return { problems: withoutConsequences(problems, known) };
  problems.push(...checkOwnRecord(head.value, head.positionOf, sources, today));
  const supplied = /^\[.*\]$/su.test(head.value.title);
  const direction = directionOf(language);
  const { edition } = anchored;
  return {
    reading: {
      slug,
      ...head.value,
      supplied,
      direction,
      edition,
      ...passages,
      annotations,
      corrections,
      events,
      text,
    },
    problems: withoutConsequences(problems, known),
  };
}

/** What may be referred to, and when. */
interface Referents {
  sources: ReadonlyMap<string, Source>;
  /** Ids of the marks, and of all that were ever published: corrections of them stay true. */
  annotations: readonly string[];
  published: readonly string[];
  /** `YYYY-MM-DD` */
  today: string;
}

/** Reads what refers to notes: corrections, events and disputes. */
function readReferring(
  { corrections, timeline }: ReadingFiles,
  { value: head, positionOf }: ReturnType<typeof readHead>,
  referents: Referents,
): { corrections: Correction[]; events: DatedEvent[]; problems: Problem[] } {
  const { annotations, published, today } = referents;
  const corrected = corrections
    ? readCorrections(corrections, [...annotations, ...published], today)
    : { corrections: [], problems: [] };
  const told = timeline ? readTimeline(timeline, referents) : { events: [], problems: [] };
  const faultyDisputes = head ? checkDisputes(head, positionOf, annotations) : [];
  return {
    corrections: corrected.corrections,
    events: told.events,
    problems: [...corrected.problems, ...told.problems, ...faultyDisputes],
  };
}

function readHead(path: string, yaml: string | undefined) {
  if (yaml !== undefined) return readFrontMatter({ path, yaml });
  const start = { path, line: 1, column: 1 };
  const message = 'The file does not begin with front matter.';
  const hint = 'Begin it with title, author, language and source between two lines of `---`.';
  return {
    value: undefined,
    problems: [problem('invalid-front-matter', start, message, hint)],
    positionOf: () => start,
  };
}

function anchor(
  blocks: Block[],
  raw: readonly RawBlock[],
  text: string,
  files: ReadingFiles,
  today: string,
): { edition: Edition; ledger?: Ledger; problems: Problem[] } {
  const named = nameAnchors(
    blocks,
    raw.map(({ node }) => positionOf(files.path, node.position)),
  );
  if (!files.ledger) {
    const message = 'This reading has no ledger of its anchors yet.';
    const missing = problem(
      'missing-ledger',
      { path: files.path },
      message,
      'If it was ever published, restore its anchors.json: its anchors have been given out. Else run `npm run anchors`, and commit what it writes.',
    );
    return { edition: unpublished(text, today), problems: [...named, missing] };
  }
  const { ledger, problems } = parseLedger(files.ledger);
  if (!ledger) return { edition: unpublished(text, today), problems: [...named, ...problems] };
  const anchored = anchorByLedger(blocks, { ledger, path: files.ledger.path });
  return { edition: anchored.edition, ledger, problems: [...named, ...anchored.problems] };
}

/**
 * The names that headings have, or had: none of them is free for an annotation. Where there is a ledger, a heading that
 * it does not know yet gives way to an annotation that it does.
 */
function takenByHeadings(blocks: readonly Block[], ledger: Ledger | undefined): Set<string> {
  // What was a heading may be a paragraph now: it keeps its name. Numbers cannot be ids anyway.
  const named = ledger?.anchors ?? blocks.filter(({ kind }) => kind === 'heading');
  return new Set(named.map(({ anchor }) => anchor));
}

/** What marks and notes need to know of the rest. */
interface Surroundings extends Yardstick {
  path: string;
  language: string;
  blocks: readonly Block[];
  raw: readonly RawBlock[];
  text: string;
}

/** Joins marks and notes, and judges both, also where one has not the other: all problems are told in one run. */
function annotate(
  marks: readonly Mark[],
  { notes, strays, seconds }: Footnotes,
  around: Surroundings,
): { annotations: Annotation[]; problems: Problem[] } {
  const { path, language, sources, strict } = around;
  const annotations: Annotation[] = [];
  const problems: Problem[] = [];
  const spans: Span[] = [];
  const read = (definition: FootnoteDefinition) => {
    const { note, problems: faults } = readNote(definition, path, language);
    problems.push(...faults, ...checkNote(note, around));
    return note;
  };
  for (const mark of marks) {
    const definition = notes.get(mark.id);
    const note = definition && read(definition);
    const target = targetOf(mark, around);
    problems.push(...checkMark(mark, target?.quote, around));
    if (target) {
      problems.push(...checkSpan(mark, target, spans));
      spans.push({ id: mark.id, start: target.start, end: target.end });
    }
    if (!note) problems.push(withoutNote(mark, strays));
    if (!note || !target) continue;
    const annotation = join(mark, target, note, annotations.length + 1, around);
    if (note.isWhole) problems.push(...checkGrounds(annotation, mark, around));
    if (strict && note.isWhole) problems.push(...checkNumbers(annotation, mark, sources));
    annotations.push(annotation);
  }
  for (const definition of [...strays, ...seconds]) read(definition);
  return { annotations, problems };
}

/** The words that a mark is on, as their place in the text. */
type Span = Pick<Annotation, 'id' | 'start' | 'end'>;

/** Two marks on the same words are one too many, unless the second says why it stands beside the first. */
function checkSpan(mark: Mark, { start, end }: Target, others: readonly Span[]): Problem[] {
  const {
    id,
    values: { beside },
  } = mark;
  const twin = others.find((other) => other.start === start && other.end === end);
  if ((twin === undefined) === (beside === undefined)) return [];
  if (!twin) {
    const message = `\`${id}\` says why it stands beside another mark, and no mark before it is on the same words.`;
    return [
      problem('idle-attribute', mark.positionOf('beside'), message, 'Say it in the note, or take it out.'),
    ];
  }
  return [
    problem(
      'same-span',
      mark.positionOf('id'),
      `The marks \`${twin.id}\` and \`${id}\` are on exactly the same words.`,
      'Say both things in one note, or say why there are two: beside="…".',
    ),
  ];
}

/** The words that a mark is about, and their place. */
type Target = Pick<Annotation, 'quote' | 'start' | 'end' | 'block' | 'sentences'>;

/** @returns where a mark stands; undefined when it stands in a block without words */
function targetOf({ raw }: Mark, { blocks, raw: rawBlocks, text }: Surroundings): Target | undefined {
  if (raw.block === undefined) return undefined;
  const [block, words] = [blocks[raw.block]!, rawBlocks[raw.block]!.text];
  const place = (offset: number) => block.start + canonicalOffset(words, offset);
  const [start, end] = [place(raw.start), place(raw.end)];
  const quote = sliceCodePoints(text, start, end);
  return { quote, start, end, block: raw.block, sentences: sentencesBetween(block, start, end) };
}

function join(
  mark: Mark,
  target: Target,
  note: RawNote,
  number: number,
  { sources, written }: Surroundings,
): Annotation {
  const { id: _, of: named, status, ...values } = mark.values;
  const { id, finding, body } = note;
  return {
    id,
    kind: mark.kind,
    number,
    ...(status !== undefined && { status: status as Status }),
    ...values,
    ...(named !== undefined && { source: named }),
    ...target,
    ...(mark.within !== undefined && { within: mark.within }),
    finding,
    body,
    evidence: note.evidence.map(({ position: _position, ...piece }): Evidence => ({
      ...piece,
      later: isLater(sources.get(piece.source), written),
    })),
    since: note.since.map(({ date, source, text }) => ({ date, source, text })),
    replies: note.replies.map(({ from, date, text }) => ({ from, date, text })),
    hash: noteHash({ status: status ?? '', finding, body: body.map((paragraph) => paragraph.text) }),
    position: mark.positionOf('id'),
    noteAt: note.at,
  };
}

/** Ordinals of the sentences that a stretch of the text touches. */
function sentencesBetween({ sentences }: Block, start: number, end: number): number[] {
  return sentences.flatMap((sentence, index) =>
    sentence.start < end && start < sentence.start + codePoints(sentence.text) ? [index] : [],
  );
}

function checkOwnRecord(
  head: FrontMatter,
  positionOf: (path: readonly PropertyKey[]) => Position,
  sources: ReadonlyMap<string, Source>,
  today: string,
): Problem[] {
  const record = sources.get(head.source);
  return record
    ? checkDating(head, positionOf, record, today)
    : [unknownSource(head.source, positionOf(['source']), 'The reading', sources)];
}

function checkDisputes(
  { disputes }: FrontMatter,
  positionOf: (path: readonly PropertyKey[]) => Position,
  ids: readonly string[],
): Problem[] {
  return disputes.flatMap((dispute, index) =>
    dispute.annotations.flatMap((id, place) =>
      ids.includes(id)
        ? []
        : unknownAnnotation(id, positionOf(['disputes', index, 'annotations', place]), 'A dispute', ids),
    ),
  );
}

function withoutNote(mark: Mark, strays: readonly FootnoteDefinition[]): Problem {
  const near = nearest(mark.id, strays.map(nameOf));
  const stray = strays.find((definition) => nameOf(definition) === near);
  const place = stray?.position && `, in line ${stray.position.start.line}, which belongs to no mark`;
  const message = `The mark \`${mark.id}\` has no note.${near === undefined ? '' : ` Did you mean \`${near}\`${place}?`}`;
  const hint =
    near === undefined
      ? `Write it at the end of the file: [^${mark.id}]: What was found.`
      : 'Give mark and note one id.';
  return problem('mark-without-note', mark.positionOf('id'), message, hint);
}

/**
 * What the ledger has of annotations and the reading has not, and the other way round. Of what still has its mark or
 * its note, the missing half is told.
 */
function checkRecorded(
  annotations: readonly Annotation[],
  there: ReadonlySet<string>,
  ledger: Ledger | undefined,
  files: ReadingFiles,
): Problem[] {
  if (!ledger || !files.ledger) return [];
  const { path } = files.ledger;
  const recorded = new Set(ledger.annotations.map(({ annotation }) => annotation));
  const lost = recorded.difference(there).difference(new Set(withdrawnIn(ledger)));
  const withdrawn = [...lost].map((id) =>
    problem(
      'withdrawn-annotation',
      { path },
      `The annotation \`${id}\` was published, and its mark and its note are gone.`,
      `Put it back, or withdraw it, so that its address leads to what became of it: \`npm run anchors -- --decide ${id}=withdrawn --why …\`.`,
    ),
  );
  const added = annotations
    .filter(({ id }) => !recorded.has(id))
    .map(({ id, position }) =>
      problem(
        'unrecorded-annotation',
        position,
        `The ledger does not know the annotation \`${id}\` yet.`,
        'Run `npm run anchors` before you publish it.',
      ),
    );
  return [...withdrawn, ...added];
}

/** @returns ids of the annotations that a ledger knows to be withdrawn */
function withdrawnIn({ annotations }: Ledger): string[] {
  return annotations.flatMap((row) => (row.withdrawn ? [row.annotation] : []));
}

/** @returns the direction in which a language is written, by the script that Unicode CLDR gives it */
function directionOf(language: string): 'ltr' | 'rtl' {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  return ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'].includes(script) ? 'rtl' : 'ltr';
}
