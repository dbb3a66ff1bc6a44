import { inWords } from './date.ts';
import { openingOf } from './opening.ts';
import { shortName, type Source } from './source.ts';

/** How much of a title tells a source from its namesakes, in code points. */
const LONGEST_TITLE = 48;

/**
 * Names sources so that a reader can tell them apart: two pages of one paper have the same short name.
 *
 * @param sources that stand in one list, each once
 * @returns the name of each by its key: the short name, and among namesakes the date, or else the title too
 */
export function namesOf(sources: readonly Source[]): ReadonlyMap<string, string> {
  const ways = [shortName, withDate, withTitle, ({ key }: Source) => key];
  const isOnly = (way: (source: Source) => string, source: Source) =>
    sources.every((other) => other.key === source.key || way(other) !== way(source));
  return new Map(sources.map((source) => [source.key, ways.find((way) => isOnly(way, source))!(source)]));
}

function withDate(source: Source): string {
  return `${shortName(source)}, ${source.issued === undefined ? 'no date' : inWords(source.issued)}`;
}

function withTitle(source: Source): string {
  return source.title === undefined
    ? withDate(source)
    : `${withDate(source)}, ${openingOf(source.title, LONGEST_TITLE)}`;
}
