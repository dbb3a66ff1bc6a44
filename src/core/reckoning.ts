import type { Annotation } from './annotation.ts';
import { quantities } from './figure.ts';
import type { Mark } from './mark.ts';
import { problem, type Problem } from './problem.ts';
import type { Source } from './source.ts';

/**
 * Judges whether a note has its numbers from somewhere: those in digits must occur in an excerpt or its rendering, in
 * the title or date of a source that mark or note cites, in the marked words, or, for a development, in what was seen of
 * its source; or the mark declares them in `reckoned`.
 *
 * @param annotation the annotation
 * @param mark its mark, for positions
 * @param sources all records, by key
 */
export function checkNumbers(
  annotation: Annotation,
  mark: Mark,
  sources: ReadonlyMap<string, Source>,
): Problem[] {
  const { id, finding, body, evidence, since } = annotation;
  const own = [finding, ...body.map(({ text }) => text)];
  const grounds = [
    annotation.quote,
    annotation.reckoned ?? '',
    ...evidence.flatMap(({ excerpt, rendering = '' }) => [excerpt, rendering]),
    ...[annotation, ...evidence, ...since].flatMap(({ source = '' }) => headOf(sources.get(source))),
    ...since.map(({ date }) => dateInNumbers(date)),
  ];
  const later = since.map(({ text }) => text);
  const seen = since.flatMap(
    ({ source }) => sources.get(source)?.seen?.flatMap(({ passages }) => passages) ?? [],
  );
  const missing = [...numbersOf(own)].filter((number) => !numbersOf(grounds).has(number));
  const missingLater = [...numbersOf(later)].filter(
    (number) => !numbersOf([...grounds, ...seen]).has(number),
  );
  const all = [...new Set([...missing, ...missingLater])];
  if (all.length === 0) return [];
  return [
    problem(
      'number-not-in-evidence',
      mark.positionOf('id'),
      `The note \`${id}\` says ${all.join(' and ')}, and nothing that it cites does.`,
      'Quote the words that have it, or do without it; or declare it on the mark: reckoned="2019: 2023 less four years".',
    ),
  ];
}

function headOf(source: Source | undefined): string[] {
  return [source?.title ?? '', dateInNumbers(source?.issued ?? '')];
}

/** “2025-11-24” as “2025 11 24”: with its hyphens it would be a range. */
function dateInNumbers(edtf: string): string {
  return edtf.replace(/\D+/g, ' ; ').replace(/\b0/g, '');
}

function numbersOf(texts: readonly string[]): Set<number> {
  return new Set(texts.flatMap((text) => quantities(text).flatMap(({ values }) => values)));
}
