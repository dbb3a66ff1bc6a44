import { readReading, type ReadingFiles } from '../core/reading.ts';
import type { Source } from '../core/source.ts';
import { AskedSources } from './asked-sources.ts';
import { remembered } from './memory.ts';

/**
 * Reads a reading as `readReading` does; where neither its files nor a record that it asked for has changed since, it
 * is what was read then, and nobody may change it.
 *
 * @param files the reading’s files
 * @param sources the records it may cite, by key; one that has changed is another object
 * @param today `YYYY-MM-DD`
 */
export function readOnce(
  files: ReadingFiles,
  sources: ReadonlyMap<string, Source>,
  today: string,
): ReturnType<typeof readReading> {
  const read = () => {
    const citable = new AskedSources(sources);
    return { result: readReading(files, citable, today), asked: citable.asked };
  };
  const inputs = [today, ...textsOf(files)];
  return remembered(files.path, inputs, read, ({ asked }) => asked.wouldBeGivenBy(sources)).result;
}

/** Which of them there are is told by `undefined`. */
function textsOf({ slug, mdx, original, ledger, corrections, timeline }: ReadingFiles): unknown[] {
  return [slug, mdx, original?.text, ledger?.json, corrections?.yaml, timeline?.yaml];
}
