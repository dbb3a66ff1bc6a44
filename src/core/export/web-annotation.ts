import type { Annotation, Evidence, Status } from '../annotation.ts';
import { EDITORS_LANGUAGE } from '../language.ts';
import { describeQuote } from '../quote.ts';
import type { Reading } from '../reading.ts';
import type { Source } from '../source.ts';
import { notePath, readingPath } from '../address.ts';
import { CONTEXT, ownTerms } from './own-terms.ts';

/**
 * A reading's annotations as W3C Web Annotations, one collection on one page. Quotes and positions are over the
 * canonical text, which the site publishes as `text.txt`; positions count code points.
 *
 * @param reading a reading
 * @param sources the records it cites, by key
 * @param root the site's address and base path, ending in a slash; a path alone where the address is not known
 * @returns JSON-LD
 * @see https://www.w3.org/TR/annotation-model/
 */
export function toAnnotationCollection(reading: Reading, sources: ReadonlyMap<string, Source>, root: string) {
  const id = `${root}${reading.slug}/annotations.jsonld`;
  return {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: `Annotations to ${reading.title}, edition ${reading.edition.edition}`,
    total: reading.annotations.length,
    first: {
      id: `${id}#page`,
      type: 'AnnotationPage',
      partOf: id,
      startIndex: 0,
      items: reading.annotations.map((annotation) => toWebAnnotation(annotation, reading, sources, root)),
    },
  };
}

function toWebAnnotation(
  annotation: Annotation,
  reading: Reading,
  sources: ReadonlyMap<string, Source>,
  root: string,
) {
  const { id, status, checked, finding, body, evidence, start, end } = annotation;
  return {
    id: root + notePath(reading, id),
    type: 'Annotation',
    motivation: status === undefined ? 'commenting' : 'assessing',
    ...(checked !== undefined && { modified: `${checked}T00:00:00Z` }),
    rights: 'https://creativecommons.org/licenses/by/4.0/',
    body: [
      {
        type: 'TextualBody',
        purpose: status === undefined ? 'commenting' : 'assessing',
        value: [finding, ...body.map(({ text }) => text)].join('\n\n'),
        format: 'text/plain',
        language: EDITORS_LANGUAGE,
      },
      ...(status === undefined ? [] : [toStatusBody(status)]),
      ...(annotation.by === undefined ? [] : [toSpeakerBody(annotation.by)]),
      ...evidence.map((piece) => toEvidenceBody(piece, sources)),
    ],
    ...ownTerms(annotation),
    target: {
      type: 'SpecificResource',
      source: root + readingPath(reading),
      state: { type: 'TimeState', sourceDate: `${reading.edition.date}T00:00:00Z` },
      selector: [
        { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: `m-${id}` },
        { type: 'TextQuoteSelector', ...describeQuote(reading.text, start, end) },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}

function toStatusBody(status: Status) {
  return {
    type: 'TextualBody',
    purpose: 'classifying',
    value: status,
    format: 'text/plain',
    language: EDITORS_LANGUAGE,
  };
}

/** Whose words a quotation has. */
function toSpeakerBody(by: string) {
  return { type: 'TextualBody', purpose: 'identifying', value: by, format: 'text/plain' };
}

/** Evidence whose source has an address is a link to the words there; otherwise the words stand for themselves. */
function toEvidenceBody(piece: Evidence, sources: ReadonlyMap<string, Source>) {
  const address = sources.get(piece.source)?.URL;
  const language = piece.lang === undefined ? {} : { language: piece.lang };
  if (address === undefined) {
    return {
      type: 'TextualBody',
      purpose: 'describing',
      value: piece.excerpt,
      format: 'text/plain',
      ...language,
    };
  }
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: address,
    selector: { type: 'TextQuoteSelector', exact: piece.excerpt },
  };
}
