import { existsSync } from 'node:fs';
import path from 'node:path';
import { importInto, type Imported } from '../core/import/import.ts';
import type { Incoming } from '../core/import/incoming.ts';
import { parseLedger } from '../core/ledger-file.ts';
import type { Problem } from '../core/problem.ts';
import { readReading } from '../core/reading.ts';
import type { Source } from '../core/source.ts';
import { readFiles } from './content.ts';
import { report } from './report.ts';
import { writeWhole } from './write.ts';

/** What came of an import into one reading. */
export interface Outcome extends Omit<Imported, 'mdx'> {
  reading: string;
  /** The copy; none where nothing could be put in. */
  file?: string;
  /** What is wrong with the copy, and is not with the reading as it is. */
  problems: Problem[];
}

/** What an import is told beside the annotations. */
export interface Orders {
  sources: ReadonlyMap<string, Source>;
  /** `YYYY-MM-DD` */
  today: string;
  /** Write nothing. */
  isTrial: boolean;
}

/**
 * Puts annotations into a copy of a reading, beside its file: `index.imported.mdx`, or the next such name that is
 * free. The build reads no file of that name, and nothing that is there is overwritten.
 *
 * @param folder a reading's slug and folder
 * @param incoming annotations of it
 * @param orders what to do
 * @throws where the reading cannot be read
 */
export function importIntoCopy(
  folder: { slug: string; folder: string },
  incoming: readonly Incoming[],
  { sources, today, isTrial }: Orders,
): Outcome {
  const files = readFiles(folder);
  const { reading, problems } = readReading(files, sources, today);
  if (!reading)
    throw new Error(`${report(problems)}\n\nNothing can be put into a reading that cannot be read.`);
  const ledger = files.ledger && parseLedger(files.ledger).ledger;
  const { mdx, ...imported } = importInto(incoming, { reading, mdx: files.mdx, ledger, sources, today });
  if (imported.putIn.length === 0) return { reading: folder.slug, ...imported, problems: [] };
  const file = freeName(folder.folder);
  const told = readReading({ ...files, path: file, mdx }, sources, today).problems;
  if (!isTrial) writeWhole(file, mdx);
  return { reading: folder.slug, file, ...imported, problems: told.filter((each) => isNew(each, problems)) };
}

/** That annotations are not recorded yet goes without saying. */
function isNew({ id, message }: Problem, known: readonly Problem[]): boolean {
  return id !== 'unrecorded-annotation' && !known.some((each) => each.id === id && each.message === message);
}

function freeName(folder: string): string {
  for (let count = 1; ; count += 1) {
    const file = path.join(folder, `index.imported${count === 1 ? '' : `-${count}`}.mdx`);
    if (!existsSync(file)) return file;
  }
}
