/**
 * `npm run anchors`: the one program that writes ledgers. Gives a text its first edition or its next one, records what
 * its notes say, and keeps each edition whole.
 *
 * Exit codes: 0 every ledger is as it should be, 1 one is not or something is undecided, 2 could not run.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CONTENT, listReadings, readContent } from '../build/content.ts';
import { Errand, type Orders, type Outcome } from '../build/errand.ts';
import { plural, report } from '../build/report.ts';
import { say, sayInJson } from '../build/say.ts';
import { promptHere } from '../build/terminal.ts';
import { isDay } from '../core/date.ts';
import { type Decision, parseDecision } from '../core/decision.ts';
import { tellQuestion } from '../core/edition-report.ts';
import { CHANGED_BY } from '../core/ledger-file.ts';
import type { ProblemId } from '../core/problem.ts';

const USAGE = `npm run anchors [-- OPTION …]

  --reading SLUG       this reading only; where decisions are given, the one they are about
  --decide NAME=PLACE  what became of something: p4s2=5.1 (paragraph 5, sentence 1 of the new text, as --dry-run
                       prints them), p4s2=5.1+5.2 (divided), p4s2=removed, note-id=withdrawn; may be repeated
  --by WHO             who changed the text: author, publisher or editors
  --why WORDS          why, and on what evidence
  --date YYYY-MM-DD    the day of the edition, if not today
  --confirm-removals   more than half of the text is gone on purpose
  --onto REF           two branches have changed the ledger: keep REF's, number what is here anew
  --dry-run            write nothing; show what would be, and the places of the new text
  --check              write nothing; fail if something would be written
  --json               for programs`;

/** The errors that this command mends; what rests on a source may be in the edition that it is about to keep. */
const MENDED: readonly ProblemId[] = [
  'missing-ledger',
  'ledger-differs',
  'withdrawn-annotation',
  'unused-source',
];
/** And those that it mends with the ledger of another branch. */
const MENDED_BY_REF: readonly ProblemId[] = [
  ...MENDED,
  'conflicting-ledger',
  'malformed-ledger',
  'incomplete-edition',
];

const OPTIONS = {
  reading: { type: 'string' },
  decide: { type: 'string', multiple: true },
  by: { type: 'string' },
  why: { type: 'string' },
  date: { type: 'string' },
  'confirm-removals': { type: 'boolean' },
  onto: { type: 'string' },
  'dry-run': { type: 'boolean' },
  check: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Asked = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

try {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) console.log(USAGE);
  else process.exitCode = await bringAllUpToDate(values);
} catch (error) {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  console.error(code.startsWith('ERR_PARSE_ARGS') ? `${message}\n\n${USAGE}` : message);
  process.exitCode = 2;
}

async function bringAllUpToDate(asked: Asked): Promise<number> {
  const today = asked.date ?? new Date().toISOString().slice(0, 10);
  if (!isDay(today)) throw new Error(`\`--date ${today}\` is not a day, as in 2026-11-22.`);
  const content = readContent();
  const mended = asked.onto === undefined ? MENDED : MENDED_BY_REF;
  const inTheWay = content.problems.filter(
    ({ id, severity }) => severity === 'error' && !mended.includes(id),
  );
  if (inTheWay.length > 0) {
    console.error(
      `${report(inTheWay, { terminal: process.stderr })}\n\nNo ledger was written: anchors are for ever, so the content must be right first.`,
    );
    return 1;
  }
  const orders = ordersOf(asked, today);
  const decisions = (asked.decide ?? []).map(parseDecision);
  const folders = chosen(asked, decisions);
  const outcomes: Outcome[] = [];
  try {
    for (const folder of folders) outcomes.push(await new Errand(folder, content, orders).run(decisions));
  } finally {
    // What has been written is told, also where a later reading stops the command.
    if (asked.json) sayInJson(outcomes);
    else for (const outcome of outcomes) say(tell(outcome, orders.isTrial));
  }
  const isBehind = ({ news, changes }: Outcome) => news.length + changes.length > 0;
  const isUndone = ({ inTheWay: reason }: Outcome) => reason !== undefined;
  return outcomes.some(isUndone) || (asked.check && outcomes.some(isBehind)) ? 1 : 0;
}

function chosen({ reading, onto }: Asked, decisions: readonly Decision[]) {
  const folders = listReadings().filter(({ slug }) => reading === undefined || slug === reading);
  if (reading !== undefined && folders.length === 0) throw new Error(`There is no reading \`${reading}\`.`);
  if (folders.length === 0) throw new Error(`There is no reading in ${path.join(CONTENT, 'readings')}.`);
  if (folders.length > 1 && (decisions.length > 0 || onto !== undefined))
    throw new Error('There are several readings: say by --reading which one is meant.');
  return folders;
}

function ordersOf(asked: Asked, today: string): Orders {
  const { by, why, onto, check = false, json = false, 'dry-run': dryRun = false } = asked;
  const author = CHANGED_BY.find((each) => each === by);
  if (by !== undefined && !author) throw new Error(`\`--by ${by}\`: it can be ${CHANGED_BY.join(', ')}.`);
  // For git, nothing at all is what is staged, and what begins with a hyphen is an option.
  if (onto !== undefined && !/^[^-]/.test(onto))
    throw new Error(`\`--onto ${onto}\` is no commit, branch or tag, as in \`main\`.`);
  // Who has a terminal is asked; nobody else is waited for.
  const isAnswerable = !check && !dryRun && !json;
  return {
    today,
    by: author,
    why: why?.trim() || undefined,
    onto,
    isTrial: check || dryRun,
    listsPlaces: dryRun,
    confirmsRemovals: asked['confirm-removals'] ?? false,
    prompt: isAnswerable ? promptHere() : undefined,
  };
}

function tell(
  { file, edition, changes, news, questions, places, inTheWay }: Outcome,
  isTrial: boolean,
): string {
  const isNothing = changes.length + news.length === 0 && inTheWay === undefined;
  if (isNothing) return `${file}: nothing new.`;
  const verb = inTheWay === undefined ? (isTrial ? 'does not have yet' : 'now has') : 'was not written';
  const head =
    edition === undefined || changes.length === 0
      ? []
      : [`  edition ${edition}: ${plural(changes.length, 'change')}`];
  return [
    `${file}: ${verb}${inTheWay === undefined ? '' : `. ${inTheWay}`}`,
    ...head,
    ...[...changes, ...news].map((line) => `  ${line}`),
    ...questions.map(tellQuestion),
    ...(places.length > 0 ? ['  Places of the new text:', ...places.map((line) => `    ${line}`)] : []),
  ].join('\n');
}
