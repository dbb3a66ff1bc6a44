import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toAnnotationCollection } from '../core/export/web-annotation.ts';
import { parseLedger } from '../core/ledger-file.ts';
import type { Ledger } from '../core/ledger.ts';
import { notesOf, type Published } from '../core/published.ts';
import { CONTENT, listReadings, readContent } from './content.ts';
import { report } from './report.ts';

/**
 * Reads what the site publishes of its readings, as far as citations are checked against it. A reading without a
 * ledger was never published.
 *
 * @param root the content folder
 * @throws where a ledger cannot be read: nothing can be said of citations then
 */
export function readPublished(root = CONTENT): Published[] {
  const { readings, sources, publication } = readContent(root);
  const site = { root: '/', sources, publication };
  return listReadings(root).flatMap(({ slug, folder }) => {
    const file = path.join(folder, 'anchors.json');
    if (!existsSync(file)) return [];
    const reading = readings.find((each) => each.slug === slug);
    const notes = reading ? notesOf(toAnnotationCollection({ reading }, site)) : [];
    return {
      slug,
      title: reading?.title ?? slug,
      url: reading && sources.get(reading.source)?.URL,
      ledger: readLedger(file),
      earlier: earlierLedgers(path.join(folder, 'editions')),
      notes,
    };
  });
}

/** The ledgers that were frozen with their editions, the oldest first. */
function earlierLedgers(folder: string): Ledger[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d+\.json$/.test(name))
    .sort((one, other) => parseInt(one) - parseInt(other))
    .map((name) => readLedger(path.join(folder, name)));
}

function readLedger(file: string): Ledger {
  const { ledger, problems } = parseLedger({ path: file, json: readFileSync(file, 'utf8') });
  if (!ledger) throw new Error(report(problems));
  return ledger;
}
