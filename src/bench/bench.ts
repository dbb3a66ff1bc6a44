import os from 'node:os';
import type { Browser } from 'playwright-core';
import { documentsOf } from './document.ts';
import type { Figures } from './figures.ts';
import { Floor } from './floor.ts';
import { type Extent, measure } from './measurement.ts';
import { ownSearchOver } from './own.ts';
import { lunrOver, miniSearchOver } from './rivals.ts';
import type { Subject } from './subject.ts';

/** What came of one subject: how many documents it has, and the figures of each engine by its name. */
export interface Result {
  subject: string;
  documents: number;
  engines: Map<string, Figures>;
}

/**
 * Measures Postil’s search and its rivals over a subject.
 *
 * @param browser in which
 * @param subject what is searched
 * @param extent how much is measured
 * @param tell is told what is being done
 */
export async function benchOn(
  browser: Browser,
  { name, content }: Subject,
  extent: Extent,
  tell: (progress: string) => void,
): Promise<Result> {
  const { readings, sources } = content;
  const documents = documentsOf(readings, sources);
  tell(`${name}: making indexes of ${documents.length} documents`);
  const engines = [await ownSearchOver(content), await miniSearchOver(documents), await lunrOver(documents)];
  const tellOfIt = (progress: string) => tell(`${name}: ${progress}`);
  const figures = await measure(browser, engines, new Floor(documents), extent, tellOfIt);
  return { subject: name, documents: documents.length, engines: figures };
}

/** @returns on what machine and in which browser it was measured, in a line */
export function machine(browser: Browser): string {
  const processors = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return [
    `${processors.length} × ${processors[0]?.model.trim() || os.arch()}`,
    `${memory} GiB`,
    `${os.type()} ${os.release()}`,
    `Node ${process.version}`,
    `Chromium ${browser.version()}`,
  ].join(', ');
}
