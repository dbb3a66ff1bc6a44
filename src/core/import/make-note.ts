import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { KINDS, type Kind, LONGEST_FINDING } from '../annotation.ts';
import { canonical, codePoints } from '../canonical.ts';
import { inWords } from '../date.ts';
import type { Own } from '../export/own-terms.ts';
import { quantities, unitsMeant, valueOf } from '../figure.ts';
import { splitSentences } from '../sentence.ts';
import type { Source } from '../source.ts';
import { markName } from '../syntax.ts';
import { harmless, OURS, STRANGERS, wordsAlone } from './harmless.ts';
import type { Foreign } from './incoming.ts';
import { type NoteElement, tagsOf, writeNote } from './write-note.ts';

/** A mark's tags and its note, as they are written. */
export interface Made {
  open: string;
  close: string;
  note: string;
  /** What an editor has still to see to, in full sentences. */
  toDo: string[];
  /** Sources of which there is no record, with what is known of them. */
  unrecorded: Unrecorded[];
}

/** A source that an annotation cites, and that `content/sources/` does not have. */
export interface Unrecorded {
  key?: string;
  address?: string;
  excerpt?: string;
}

/**
 * @param id the annotation's
 * @param own what an annotation of ours said
 * @param sources the records there are
 * @returns it again, as it was
 */
export function makeOwn(id: string, own: Own, sources: ReadonlyMap<string, Source>): Made {
  const { kind, finding, body, evidence, since, replies, source, status, checked, value, unit, ...rest } =
    own;
  const elements: NoteElement[] = [
    ...evidence.map((piece): NoteElement => ({
      name: 'Evidence',
      attributes: {
        source: piece.record,
        bearing: piece.bearing,
        read: piece.read,
        lang: piece.language,
        rendering: piece.rendering,
        aliases: piece.aliases,
      },
      words: phrasesOf(piece.excerpt),
    })),
    ...since.map(({ date, record, text }): NoteElement => ({
      name: 'Since',
      attributes: { date, source: record },
      words: wordsAlone(text, OURS),
    })),
    ...replies.map(({ from, date, text }): NoteElement => ({
      name: 'Reply',
      attributes: { from, date },
      words: wordsAlone(text, OURS),
    })),
  ];
  const { brief, why, reckoned, beside, differs, wording, by, measures, aliases } = rest;
  const named = kind === 'source' ? { of: source } : { source };
  const shared = { brief, why, reckoned, beside, differs, wording, by, measures, aliases };
  const cited = [source, ...evidence.map(({ record }) => record), ...since.map(({ record }) => record)];
  const unknown = new Set(cited.filter((key) => key !== undefined && !sources.has(key)));
  return {
    ...tagsOf(markName(kind), { id, ...named, value, unit, status, checked, ...shared }),
    note: writeNote(
      id,
      [paragraphOf(wordsAlone(finding, OURS)), ...body.flatMap((each) => harmless(each, OURS))],
      elements,
    ),
    toDo: [],
    unrecorded: [...unknown].map((key) => ({
      key: key!,
      ...excerptFrom(evidence.find(({ record }) => record === key)),
    })),
  };
}

function excerptFrom(piece: { excerpt: string } | undefined): { excerpt?: string } {
  return piece ? { excerpt: toString({ type: 'paragraph', children: phrasesOf(piece.excerpt) }) } : {};
}

/** One line of an excerpt: what was several blocks has become one already. */
function phrasesOf(markdown: string): PhrasingContent[] {
  return harmless(markdown, OURS).flatMap((node) =>
    node.type === 'paragraph' ? node.children : wordsAlone(toString(node), OURS),
  );
}

/**
 * Makes a note of what a stranger wrote. It says what it is: nobody here has checked it. Its kind is its tag's, where
 * it has one of ours; else it is a remark, which claims nothing about sources.
 *
 * @param id for the mark
 * @param foreign what was written
 * @param quote the marked words
 * @param sources the records there are
 * @param today `YYYY-MM-DD`, as of which nobody has checked it
 */
export function makeForeign(
  id: string,
  foreign: Foreign,
  quote: string,
  sources: ReadonlyMap<string, Source>,
  today: string,
): Made {
  const kind =
    KINDS.find((each) => foreign.tags.some((tag) => tag.trim().toLowerCase() === each)) ?? 'remark';
  const standing = kind === 'remark' ? {} : { status: 'unchecked', checked: today };
  const figure = kind === 'figure' ? figureIn(quote) : {};
  const cited = foreign.links.map((link) => ({ ...link, source: recordOf(link.address, sources) }));
  const evidence = cited.filter(({ source, excerpt }) => source !== undefined && excerpt !== undefined);
  const others = cited.filter((link) => !evidence.includes(link));
  const provenance = paragraphOf(provenanceOf(foreign));
  const said = harmless(foreign.markdown, STRANGERS);
  const paragraphs = withFinding(said);
  return {
    ...tagsOf(markName(kind), { id, ...figure, ...standing, ...digitsOf(foreign) }),
    note: writeNote(
      id,
      [...(paragraphs ?? [provenance, ...said]), ...others.map(linkTo), ...(paragraphs ? [provenance] : [])],
      evidence.map(({ source, excerpt }): NoteElement => ({
        name: 'Evidence',
        attributes: { source: source!.key, bearing: 'context' },
        words: wordsAlone(excerpt!, STRANGERS),
      })),
    ),
    toDo: [
      ...toDoFor(kind, figure, paragraphs?.[0] ?? provenance, evidence.length),
      ...leftOf(foreign, kind),
    ],
    unrecorded: others
      .filter(({ source }) => source === undefined)
      .map(({ address, excerpt }) => ({ address, ...(excerpt !== undefined && { excerpt }) })),
  };
}

/** A number and a unit, where the words have one of each. */
function figureIn(quote: string): { value?: string; unit?: string } {
  const [found, ...more] = quantities(quote);
  if (!found || more.length > 0) return {};
  const [unit, ...others] = unitsMeant(found, quote);
  return { value: valueOf(found), ...(unit !== undefined && others.length === 0 && { unit }) };
}

function recordOf(address: string, sources: ReadonlyMap<string, Source>): Source | undefined {
  return [...sources.values()].find(({ URL: own }) => own !== undefined && own === address);
}

function linkTo({ address, excerpt }: Foreign['links'][number]): Paragraph {
  const link = harmless(`<${address.replace(/[<>\s]/g, encodeURIComponent)}>`, STRANGERS).flatMap((node) =>
    node.type === 'paragraph' ? node.children : [],
  );
  return paragraphOf(
    excerpt === undefined ? link : [...wordsAlone(`“${canonical(excerpt)}” `, STRANGERS), ...link],
  );
}

/** The first paragraph is the finding. A long one is parted after its first sentence, where that is short enough. */
function withFinding(blocks: readonly RootContent[]): RootContent[] | undefined {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph' || canonical(toString(first)) === '') return undefined;
  if (codePoints(canonical(toString(first))) <= LONGEST_FINDING) return [...blocks];
  const [lead, ...others] = first.children;
  const [sentence = '', next] = lead?.type === 'text' ? splitSentences(lead.value, 'en') : [];
  if (lead?.type !== 'text' || next === undefined || codePoints(canonical(sentence)) > LONGEST_FINDING)
    return [...blocks];
  const remaining = lead.value.slice(sentence.length).trimStart();
  return [
    paragraphOf(wordsAlone(sentence.trimEnd(), STRANGERS)),
    paragraphOf([...wordsAlone(remaining, STRANGERS), ...others]),
    ...rest,
  ];
}

/**
 * “Imported from Hypothesis, annotation of felicity_nunsun.” The day is the title of the link: a day is a number to be
 * checked where the note says it, and no source that the editors cite has it.
 */
function provenanceOf({ system, authors, day, address }: Foreign): PhrasingContent[] {
  const what = authors.length === 0 ? 'annotation' : `annotation of ${LIST.format(authors)}`;
  const told = wordsAlone(canonical(`${system === undefined ? '' : `from ${system}, `}${what}`), STRANGERS);
  const title = day === undefined ? null : inWords(day);
  return [
    ...wordsAlone('Imported ', STRANGERS),
    ...(isLink(address) ? [{ type: 'link' as const, url: address, title, children: told }] : told),
    ...wordsAlone('.', STRANGERS),
  ];
}

const LIST = new Intl.ListFormat('en-GB');

function isLink(address: string | undefined): address is string {
  return address !== undefined && STRANGERS.isLink(address);
}

/**
 * A name may have digits, “joe77”, and they count nothing. They are declared where the words themselves have no such
 * number, which would pass with them.
 */
function digitsOf({ authors, markdown }: Foreign): { reckoned?: string } {
  const named = quantities(authors.join(' '));
  const said = new Set(quantities(markdown).flatMap(({ values }) => values));
  if (named.length === 0 || named.some(({ values }) => values.some((value) => said.has(value)))) return {};
  return { reckoned: `${named.map(({ written }) => written).join(', ')}: in a name, not a number` };
}

/** What its note does not keep of it. */
function leftOf({ tags, day, address }: Foreign, kind: Kind): string[] {
  const others = tags.map((tag) => canonical(tag)).filter((tag) => tag !== '' && tag.toLowerCase() !== kind);
  return [
    ...(others.length > 0
      ? [`Its ${others.length === 1 ? 'tag' : 'tags'}, which the note does not keep: ${others.join(', ')}.`]
      : []),
    ...(day !== undefined && !isLink(address)
      ? [`It was made on ${inWords(day)}, which the note does not say.`]
      : []),
  ];
}

function toDoFor(
  kind: Kind,
  figure: { value?: string; unit?: string },
  finding: RootContent,
  evidence: number,
): string[] {
  const length = codePoints(canonical(toString(finding)));
  return [
    ...(length > LONGEST_FINDING
      ? [`Its first paragraph has ${length} characters; a finding is one line of at most ${LONGEST_FINDING}.`]
      : []),
    ...(kind === 'source' ? ['Say by `of` which record its words name.'] : []),
    ...(kind === 'figure' && (figure.value === undefined || figure.unit === undefined)
      ? ['Give its `value` and `unit`: they could not be read from the words.']
      : []),
    ...(evidence > 0 ? ['How its evidence bears is not known: it is given as context.'] : []),
  ];
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}
