import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Ledger } from '../core/ledger.ts';
import { parseLedger, serializeLedger } from '../core/ledger-file.ts';
import { readReading } from '../core/reading.ts';
import type { Source } from '../core/source.ts';
import { writeWhole } from './write.ts';

/*
 * Editions are kept whole beside the text: `editions/<n>.mdx` and `.txt` of every edition, of the present one as the
 * ledger last saw it, and `.json`, the ledger as it then was, of those before it.
 */

/** Parts of an edition, by the ending under which they are kept: what they are while the edition is the present one. */
const PARTS = { mdx: 'index.mdx', txt: 'original.txt', json: 'anchors.json' } as const;
export type Ending = keyof typeof PARTS;
/** All of them. */
export const ENDINGS = Object.keys(PARTS) as Ending[];

/** Gives a part of an edition as it was published; nothing where it is not known. */
export type Recall = (edition: number, ending: Ending) => string | undefined;

/**
 * @param folder a reading's folder
 * @param last the number of its last edition; of that the last commit may know what is not kept
 * @returns what is kept beside the text
 */
export function recallKept(folder: string, last: number): Recall {
  const committed = recallFromGit(folder, 'HEAD', last);
  return (edition, ending) => {
    const kept = keptFile(folder, edition, ending);
    return existsSync(kept) ? readFileSync(kept, 'utf8') : committed(edition, ending);
  };
}

/**
 * @param folder a reading's folder
 * @param ref a commit, branch or tag
 * @param last the number of the last edition there
 * @returns what git has kept there, and the files themselves for its last edition
 */
export function recallFromGit(folder: string, ref: string, last: number): Recall {
  return (edition, ending) =>
    fromGit(folder, ref, `editions/${edition}.${ending}`) ??
    (edition === last ? fromGit(folder, ref, PARTS[ending]) : undefined);
}

/**
 * @param before the number of an edition
 * @returns the ledgers of the editions before it, the oldest first, as far as they are known
 */
export function ledgersBefore(before: number, recall: Recall): Ledger[] {
  return Array.from({ length: before - 1 }, (_, index) => recall(index + 1, 'json')).flatMap((json) =>
    json === undefined ? [] : (parseLedger({ path: PARTS.json, json }).ledger ?? []),
  );
}

/** @returns whether a reading without a ledger has had one: the last commit or a kept edition has it */
export function hasHadLedger(folder: string): boolean {
  return existsSync(keptFile(folder, 1, 'json')) || fromGit(folder, 'HEAD', PARTS.json) !== undefined;
}

/**
 * The words of the last edition's blocks, by anchor: a ledger has those of paragraphs only in their sentences.
 *
 * @param place where the reading is
 * @param ledger the last edition's ledger
 * @param sources any records; what is wrong with the edition beside its text is of no matter here
 * @param today `YYYY-MM-DD`
 * @throws where the edition is not known, or what is kept is not what was published
 */
export function textsOfLast(
  { slug, folder }: { slug: string; folder: string },
  ledger: Ledger,
  recall: Recall,
  sources: ReadonlyMap<string, Source>,
  today: string,
): Map<string, string> {
  const edition = ledger.editions.length;
  const [mdx, original] = (['mdx', 'txt'] as const).map((ending) => {
    const text = recall(edition, ending);
    if (text !== undefined) return text;
    throw new Error(
      `${keptFile(folder, edition, ending)} is missing, where edition ${edition} should be kept as it was published. Put the ${PARTS[ending]} of that edition there.`,
    );
  });
  const file = keptFile(folder, edition, 'mdx');
  const { reading, problems } = readReading(
    {
      slug,
      path: file,
      mdx: mdx!,
      original: { path: keptFile(folder, edition, 'txt'), text: original! },
      ledger: { path: PARTS.json, json: serializeLedger(ledger) },
    },
    sources,
    today,
  );
  const another = problems.find(({ id }) => id === 'ledger-differs' || id === 'text-differs');
  if (!reading || another)
    throw new Error(
      `What is kept as edition ${edition} is not the text that was published. ${another?.message ?? ''} Restore ${file} and its .txt from the commit that published it.`,
    );
  return new Map(reading.blocks.map(({ anchor, text }) => [anchor, text]));
}

/**
 * Keeps the text and the notes of the present edition as they are now.
 *
 * @param checkOnly write nothing
 * @returns whether they were not yet kept so
 */
export function keepPresent(folder: string, edition: number, checkOnly: boolean): boolean {
  const changed = (['mdx', 'txt'] as const).filter((ending) => {
    const [file, kept] = [path.join(folder, PARTS[ending]), keptFile(folder, edition, ending)];
    return existsSync(file) && !(existsSync(kept) && readFileSync(kept).equals(readFileSync(file)));
  });
  if (!checkOnly)
    for (const ending of changed)
      keep(folder, edition, ending, readFileSync(path.join(folder, PARTS[ending])));
  return changed.length > 0;
}

/**
 * Keeps the editions that another is about to follow.
 *
 * @param ledger the ledger of the last of them
 */
export function keepEarlier(folder: string, ledger: Ledger, recall: Recall): void {
  const last = ledger.editions.length;
  for (let edition = 1; edition <= last; edition += 1) {
    for (const ending of ENDINGS) {
      const text = edition === last && ending === 'json' ? serializeLedger(ledger) : recall(edition, ending);
      const file = keptFile(folder, edition, ending);
      const isKept = existsSync(file) && readFileSync(file, 'utf8') === text;
      if (text !== undefined && !isKept) keep(folder, edition, ending, text);
    }
  }
}

/**
 * @param folder a reading's folder
 * @param ref a commit, branch or tag
 * @param name a file's name in it
 * @returns what git has there; undefined where it has nothing of the name, or there is no git
 */
export function fromGit(folder: string, ref: string, name: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['show', `${ref}:./${name}`], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return status === 0 ? stdout : undefined;
}

/** @returns where a part of an edition is kept */
export function keptFile(folder: string, edition: number, ending: Ending): string {
  return path.join(folder, 'editions', `${edition}.${ending}`);
}

function keep(folder: string, edition: number, ending: Ending, content: string | Uint8Array): void {
  mkdirSync(path.join(folder, 'editions'), { recursive: true });
  writeWhole(keptFile(folder, edition, ending), content);
}
