import { editionsPath, notePath, readingPath, sourcePath } from '../address.ts';
import type { Annotation, Evidence, Reply, Since, Status } from '../annotation.ts';
import { canonical, codePoints } from '../canonical.ts';
import { isDay } from '../date.ts';
import { EDITORS_LANGUAGE } from '../language.ts';
import { describeQuote } from '../quote.ts';
import type { Reading } from '../reading.ts';
import { shortName } from '../source.ts';
import { CONTEXT, ownTerms } from './own-terms.ts';
import type { Edited, Site } from './subject.ts';

/*
 * Annotations as W3C Web Annotations (https://www.w3.org/TR/annotation-model/, Recommendation of 23 February 2017; §
 * is its section).
 *
 * The target's `source` is the reading's page, by whose address annotations are looked for. Its `state` (§4.3.1) leads
 * to the edition's `text.txt`: a state is processed before the selectors, so that positions are over that text, which
 * never changes, and not over a page with notes in it. As §4.2.4 and §4.2.5 have it, they count code points of text
 * that was normalized first. `scope` (§4.6) is the address of the edition. A quotation is also found in the page itself,
 * whose white space is collapsed as every reader of pages does, and the fragment is the mark's element there.
 *
 * The bodies: the note (`assessing`, or `commenting` where there is nothing to assess), the status (`classifying`), the
 * kind of statement (`tagging`), whose words a quotation is (`identifying`), each piece of evidence as a link to the
 * words in its source (`linking`), its English rendering (`describing`), what followed (`commenting`), and answers
 * (`replying`). How evidence bears on the statement stands in its `label`; the model has no word for it.
 */

/** Under which the notes are offered. */
const RIGHTS = 'https://creativecommons.org/licenses/by/4.0/';

/**
 * @param edited a reading
 * @param site where it is published
 * @returns its annotations as a collection of one page (§5), as JSON-LD
 */
export function toAnnotationCollection(edited: Edited, site: Site) {
  const { reading } = edited;
  return toCollection(
    `${site.root}${reading.slug}/annotations.jsonld`,
    `Annotations to ${reading.title}, edition ${reading.edition.edition}`,
    reading.annotations.length,
    reading.annotations.map((annotation) => toWebAnnotation(annotation, edited, site)),
    site,
  );
}

/**
 * @param all the readings of a site
 * @param site the site
 * @returns all annotations as a collection of one page (§5), as JSON-LD: its text in pieces, for that of some thousand
 *   readings is too long for a string
 */
export function* writeSiteCollection(all: readonly Edited[], site: Site): Generator<string> {
  const total = all.reduce((sum, { reading }) => sum + reading.annotations.length, 0);
  const id = `${site.root}annotations.jsonld`;
  const collection = toCollection(id, 'Annotations to all readings', total, [], site);
  // Of all that can stand in it, only the key itself has these signs: in a string they would have backslashes.
  const [before, after] = JSON.stringify(collection, null, 2).split('"items": []');
  yield before!;
  if (after === undefined) return;
  let joint = '"items": [\n';
  for (const edited of all)
    for (const annotation of edited.reading.annotations) {
      const item = JSON.stringify(toWebAnnotation(annotation, edited, site), null, 2);
      yield joint + item.replace(/^/gm, '      ');
      joint = ',\n';
    }
  yield `\n    ]${after}`;
}

/**
 * @param annotation one of a reading's
 * @param edited the reading
 * @param site where it is published
 * @returns it as a document of its own, as JSON-LD
 */
export function toAnnotationDocument(annotation: Annotation, edited: Edited, site: Site) {
  return { '@context': CONTEXT, ...toWebAnnotation(annotation, edited, site) };
}

function toCollection(id: string, label: string, total: number, items: readonly object[], site: Site) {
  const page = `${id}#page`;
  return {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label,
    ...agents(site),
    rights: RIGHTS,
    total,
    // A page has one annotation at least (§5.2).
    ...(total > 0 && {
      first: { id: page, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
      last: page,
    }),
  };
}

/** Each stands in a document of its own, and among those of its reading, which are made one after the other. */
function toWebAnnotation(annotation: Annotation, edited: Edited, site: Site) {
  const of = [edited.reading, edited.ledger, site];
  if (!made.of.every((each, at) => each === of[at])) made = { of, items: new Map() };
  const item = made.items.get(annotation) ?? describe(annotation, edited, site);
  made.items.set(annotation, item);
  return item;
}

/** What was made of one reading last: of all of them it would be more than all that was read. */
let made: { of: readonly unknown[]; items: Map<Annotation, ReturnType<typeof describe>> } = {
  of: [undefined],
  items: new Map(),
};

function describe(annotation: Annotation, edited: Edited, site: Site) {
  const { id, status, checked, evidence, since, replies } = annotation;
  const { reading } = edited;
  return {
    id: site.root + notePath(reading, id),
    type: 'Annotation',
    motivation: motivationOf(status),
    ...agents(site),
    ...datesOf(annotation, edited),
    rights: RIGHTS,
    body: [
      toNoteBody(annotation),
      ...(status === undefined ? [] : [toStatusBody(status, checked)]),
      toText('tagging', annotation.kind),
      ...(annotation.by === undefined ? [] : [toSpeakerBody(annotation.by)]),
      ...evidence.flatMap((piece) => toEvidenceBodies(piece, site)),
      ...since.map((development) => toDevelopmentBody(development, site)),
      ...replies.map(toReplyBody),
    ],
    ...ownTerms(annotation),
    target: toTarget(annotation, reading, site),
  };
}

function toTarget(annotation: Annotation, reading: Reading, { root }: Site) {
  const { id, start, end } = annotation;
  const { edition, date } = reading.edition;
  const path = editionsPath(reading, edition);
  return {
    type: 'SpecificResource',
    source: root + readingPath(reading),
    language: reading.language,
    scope: root + path,
    state: { type: 'TimeState', sourceDate: toTime(date), cached: `${root}${path}text.txt` },
    selector: [
      // The specification of fragments of HTML, by the address that §4.2.1 gives it.
      { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: `m-${id}` },
      { type: 'TextQuoteSelector', ...quoteOf(annotation, reading) },
      { type: 'TextPositionSelector', start, end },
    ],
  };
}

/** The marked words, told from the same words elsewhere in the text and in the notes, which stand on the same page. */
function quoteOf({ start, end, block }: Annotation, reading: Reading) {
  const { start: from, text } = reading.blocks[block]!;
  const within = { start: from, end: from + codePoints(text) };
  return describeQuote(reading.text, start, end, { within, elsewhere: notesOf(reading) });
}

/** All words of a reading's notes, gathered once for all of them. */
function notesOf(reading: Reading): string {
  const known = NOTES.get(reading);
  if (known !== undefined) return known;
  const words = reading.annotations.flatMap(wordsOf).join('\n');
  NOTES.set(reading, words);
  return words;
}
const NOTES = new WeakMap<Reading, string>();

function wordsOf({ finding, body, evidence, since, replies }: Annotation): string[] {
  return [
    finding,
    ...[...body, ...since, ...replies].map(({ text }) => text),
    ...evidence.flatMap(({ excerpt, rendering = '' }) => [excerpt, rendering]),
  ].map(canonical);
}

function motivationOf(status: Status | undefined): 'assessing' | 'commenting' {
  return status === undefined ? 'commenting' : 'assessing';
}

/** Who is responsible for the notes, or else publishes them (§3.3.1); nobody where the site names nobody. */
function agents({ publication: { responsible, publisher } }: Site) {
  const creator =
    responsible !== undefined
      ? { type: 'Person', name: responsible }
      : publisher !== undefined && { name: publisher };
  return { ...(creator && { creator }), generator: { type: 'Software', name: 'Postil' } };
}

/** Days on which the note was first published, and last changed; only days are known, and the model wants a time. */
function datesOf({ id }: Annotation, { reading, ledger }: Edited): { created?: string; modified?: string } {
  const notes = ledger?.annotations.find(({ annotation }) => annotation === id)?.notes ?? [];
  const created = notes[0]?.date;
  if (created === undefined) return {};
  const corrected = reading.corrections.filter(({ annotation }) => annotation === id);
  const modified = [...notes, ...corrected]
    .map(({ date }) => date)
    .reduce((one, other) => (one > other ? one : other));
  return { created: toTime(created), ...(modified > created && { modified: toTime(modified) }) };
}

function toTime(day: string): string {
  return `${day}T00:00:00Z`;
}

function toText(purpose: string, value: string) {
  return { type: 'TextualBody', purpose, value, format: 'text/plain', language: EDITORS_LANGUAGE };
}

function toNoteBody({ status, finding, body }: Annotation) {
  return toText(motivationOf(status), [finding, ...body.map(({ text }) => text)].join('\n\n'));
}

/** A status is as old as the check. */
function toStatusBody(status: Status, checked: string | undefined) {
  const isKnown = checked !== undefined && isDay(checked);
  return { ...toText('classifying', status), ...(isKnown && { created: toTime(checked) }) };
}

/** Whose words a quotation has. */
function toSpeakerBody(by: string) {
  return { type: 'TextualBody', purpose: 'identifying', value: by, format: 'text/plain' };
}

/**
 * Evidence is a link to the words in its source: at the source's own address, or, where none is known, in the record of
 * it here, which quotes them. `via` leads to that record, which says how they were come by (§3.3.7).
 */
function toEvidenceBodies({ source: key, bearing, lang, excerpt, rendering }: Evidence, site: Site) {
  const source = site.sources.get(key);
  const record = site.root + sourcePath(key);
  const name = source ? shortName(source) : key;
  const language = lang ?? source?.language;
  return [
    {
      type: 'SpecificResource',
      purpose: 'linking',
      label: `${bearing}: ${name}`,
      source: source?.URL ?? record,
      ...(language !== undefined && { language }),
      selector: { type: 'TextQuoteSelector', exact: excerpt },
      via: record,
    },
    ...(rendering === undefined
      ? []
      : [{ ...toText('describing', rendering), label: `Rendering of the excerpt: ${name}`, via: record }]),
  ];
}

function toDevelopmentBody({ date, source, text }: Since, { root }: Site) {
  return { ...toText('commenting', text), label: `What followed, ${date}`, via: root + sourcePath(source) };
}

/** An answer, in whatever language it was given. */
function toReplyBody({ from, date, text }: Reply) {
  return {
    type: 'TextualBody',
    purpose: 'replying',
    value: text,
    format: 'text/plain',
    creator: { name: from },
    created: toTime(date),
  };
}
