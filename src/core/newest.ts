import { firstDay } from './date.ts';
import type { Reading } from './reading.ts';
import type { Source } from './source.ts';

/**
 * How far an edition looks: what its notes and its timeline cite, and of that the newest.
 *
 * @param reading its annotations and events
 * @param sources the records they cite
 * @returns the date of the newest source, EDTF; of a source without one, of what is told from it
 */
export function newestSource(
  { annotations, events }: Pick<Reading, 'annotations' | 'events'>,
  sources: ReadonlyMap<string, Source>,
): string | undefined {
  const dateOf = (key: string, told?: string) => sources.get(key)?.issued ?? told ?? [];
  return [
    ...annotations.flatMap(({ evidence }) => evidence.flatMap(({ source }) => dateOf(source))),
    ...annotations.flatMap(({ since }) => since.flatMap(({ source, date }) => dateOf(source, date))),
    ...events.flatMap((event) => event.sources.flatMap((key) => dateOf(key, event.date))),
  ]
    .sort((a, b) => (firstDay(a) < firstDay(b) ? 1 : -1))
    .at(0);
}
