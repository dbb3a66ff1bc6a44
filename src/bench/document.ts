import type { Annotation } from '../core/annotation.ts';
import { placeOf } from '../core/locator.ts';
import type { Reading } from '../core/reading.ts';
import { nameInWords, shortName, type Source } from '../core/source.ts';

/** One thing that can be found, as every engine of the bench is given it, with all that its hit has to show. */
export interface Document {
  id: number;
  /** Where it stands and as what, for the eye: “¶14, sentence 1”, “¶14, note 3, claim, supported”. */
  place: string;
  /** Where it leads, within the site. */
  url: string;
  /** What weighs more: the words of the text themselves, or a source’s name. */
  title: string;
  text: string;
}

/**
 * @param readings any readings
 * @param sources the records they cite, by key
 * @returns a document for each heading and sentence, each annotation and each piece of evidence
 */
export function documentsOf(readings: readonly Reading[], sources: ReadonlyMap<string, Source>): Document[] {
  return readings
    .flatMap((reading) => [
      ...passagesOf(reading),
      ...reading.annotations.flatMap((annotation) => [
        noteOf(reading, annotation, sources),
        ...evidenceOf(reading, annotation, sources),
      ]),
    ])
    .map((document, id) => ({ id, ...document }));
}

type Unnumbered = Omit<Document, 'id'>;

function passagesOf({ slug, blocks }: Reading): Unnumbered[] {
  return blocks.flatMap((block) => {
    const parts = block.sentences.length > 0 ? block.sentences : [undefined];
    return parts.map((sentence) => ({
      place: placeOf(block, sentence),
      url: `/${slug}/#${(sentence ?? block).anchor}`,
      title: (sentence ?? block).text,
      text: '',
    }));
  });
}

function noteOf(
  { slug, blocks }: Reading,
  { id, number, block, status, kind, quote, finding, body, since, evidence }: Annotation,
  sources: ReadonlyMap<string, Source>,
): Unnumbered {
  const names = new Set(evidence.map(({ source }) => sourceOf(source, sources)));
  const words = [finding, ...[...body, ...since].map(({ text }) => text), ...names];
  return {
    place: [placeOf(blocks[block]!), `note ${number}`, kind, status].filter(Boolean).join(', '),
    url: `/${slug}/#${id}`,
    title: quote,
    text: words.join(' · '),
  };
}

function evidenceOf(
  { slug }: Reading,
  { id, number, evidence }: Annotation,
  sources: ReadonlyMap<string, Source>,
): Unnumbered[] {
  return evidence.map(({ source, bearing, excerpt, rendering = '' }) => ({
    place: `note ${number}, ${bearing}`,
    url: `/${slug}/#${id}`,
    title: sourceOf(source, sources),
    text: [excerpt, rendering].join(' · '),
  }));
}

function sourceOf(key: string, sources: ReadonlyMap<string, Source>): string {
  const source = sources.get(key);
  if (!source) return key;
  return [shortName(source), source.title ?? '', ...(source.author ?? []).map(nameInWords)].join(', ');
}
