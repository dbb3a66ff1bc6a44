/**
 * `npm run anchors`: the one program that writes ledgers. Gives a text that has none its first edition, and records
 * annotations that are new.
 *
 * Exit codes: 0 every ledger is as it should be, 1 one is not, 2 could not run.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { listReadings, readContent, readFiles } from '../build/content.ts';
import { report } from '../build/report.ts';
import { writeWhole } from '../build/write.ts';
import { parseLedger, serializeLedger } from '../core/ledger-file.ts';
import { isDay } from '../core/date.ts';
import type { ProblemId } from '../core/problem.ts';
import { bringUpToDate } from '../core/publish.ts';

const USAGE = `npm run anchors [-- --check] [-- --date YYYY-MM-DD]

  --check   write nothing; fail if something would be written
  --date    the day of the edition, if not today`;

/** The one error that this command mends. */
const MENDED: ProblemId = 'missing-ledger';

try {
  const { values } = parseArgs({
    options: { check: { type: 'boolean' }, date: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) console.log(USAGE);
  else
    process.exitCode = bringAllUpToDate(
      values.check ?? false,
      values.date ?? new Date().toISOString().slice(0, 10),
    );
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}

function bringAllUpToDate(checkOnly: boolean, today: string): number {
  if (!isDay(today)) throw new Error(`\`--date ${today}\` is not a day, as in 2026-11-22.`);
  const { readings, problems } = readContent();
  const inTheWay = problems.filter(({ id, severity }) => severity === 'error' && id !== MENDED);
  if (inTheWay.length > 0) {
    console.error(
      `${report(inTheWay)}\n\nNo ledger was written: anchors are for ever, so the content must be right first.`,
    );
    return 1;
  }
  let behind = 0;
  for (const folder of listReadings()) {
    const reading = readings.find(({ slug }) => slug === folder.slug)!;
    const stored = readFiles(folder).ledger;
    const { ledger, news } = bringUpToDate(reading, stored && parseLedger(stored).ledger, today);
    const file = path.join(folder.folder, 'anchors.json');
    if (news.length === 0) {
      console.log(`${file}: nothing new.`);
      continue;
    }
    behind += 1;
    if (!checkOnly) writeWhole(file, serializeLedger(ledger));
    console.log(
      [`${file}: ${checkOnly ? 'does not have yet' : 'now has'}`, ...news.map((line) => `  ${line}`)].join(
        '\n',
      ),
    );
  }
  return checkOnly && behind > 0 ? 1 : 0;
}
