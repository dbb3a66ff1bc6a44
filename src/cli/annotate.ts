/**
 * `npm run annotate -- SLUG "words" --kind KIND`: puts a mark on words of a reading, and its note behind the text.
 *
 * Exit codes: 0 mark and note are in the file, 1 nothing was written, 2 could not run.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { annotate, type Annotated, listSpots, type NotAnnotated } from '../build/annotate.ts';
import { CONTENT, listReadings, readSources } from '../build/content.ts';
import { report } from '../build/report.ts';
import { say, sayInJson } from '../build/say.ts';
import { promptHere } from '../build/terminal.ts';
import { BEARINGS, KINDS, type Kind, STATUSES, type Status } from '../core/annotation.ts';
import type { EvidenceOrder, MarkOrder } from '../core/authoring/mark-order.ts';
import { templatesFor } from '../core/authoring/template.ts';
import { didYouMean } from '../core/nearest.ts';
import { inQuotes } from '../core/quotation-marks.ts';

const USAGE = `npm run annotate -- SLUG "words" --kind KIND [OPTION …]

  SLUG                 the reading
  "words"              the words to be marked, as they stand in the text; straight quotation marks find curly ones
  --kind KIND          ${KINDS.join(', ')}
  --at ANCHOR          where the words stand several times: the passage that is meant, as p4s2
  --occurrence N       the same: the first, second, … of them
  --id ID              the annotation's name in addresses; if not given, made from the words
  --status STATUS      ${STATUSES.join(', ')}; if not given, unchecked
  --checked DAY        the day of the check, YYYY-MM-DD; if not given, today
  --finding "…"        the first line of the note; if not given, that nothing was checked yet
  --of KEY             kind source: the record of content/sources/ that the words name
  --value N --unit U   kind figure, where the words do not tell: the number in plain digits, and what it counts; things
                       that are counted are items
  --by NAME            kind quotation: whose words they are
  --wording "…"        kind quotation: unseen, or how it differs from its source
  --evidence KEY       a piece of evidence: the record it is from, with
    --excerpt "…"        its exact words,
    --bearing BEARING    how they bear: ${BEARINGS.join(', ')},
    --lang TAG           and, where they are in another language, its tag
    --rendering "…"      and what they say
  --brief "…", --aliases "a; b", --beside "…"    attributes of those names
  --dry-run            write nothing; show what would be
  --json               for programs

Mark and note are put into the reading's index.mdx, and every other byte of it stays. Ends with 0 where they are there,
with 1 where nothing was written: the words are not in the text, or in several places, or the reading would have errors
that it does not have now; with 2 where it could not run.`;

const OPTIONS = {
  kind: { type: 'string' },
  at: { type: 'string' },
  occurrence: { type: 'string' },
  id: { type: 'string' },
  status: { type: 'string' },
  checked: { type: 'string' },
  finding: { type: 'string' },
  of: { type: 'string' },
  value: { type: 'string' },
  unit: { type: 'string' },
  by: { type: 'string' },
  wording: { type: 'string' },
  evidence: { type: 'string' },
  excerpt: { type: 'string' },
  bearing: { type: 'string' },
  lang: { type: 'string' },
  rendering: { type: 'string' },
  brief: { type: 'string' },
  aliases: { type: 'string' },
  beside: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Asked = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help) console.log(USAGE);
  else process.exitCode = await annotateWords(positionals, values);
} catch (error) {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  console.error(code.startsWith('ERR_PARSE_ARGS') ? `${message}\n\n${USAGE}` : message);
  process.exitCode = 2;
}

async function annotateWords(given: readonly string[], asked: Asked): Promise<number> {
  const [slug, words, ...more] = given;
  if (slug === undefined || words === undefined || more.length > 0)
    throw new Error(`SLUG and "words" are to be given, the words in quotation marks.\n\n${USAGE}`);
  const isTrial = asked['dry-run'] ?? false;
  const order = orderOf(asked);
  const choice = { at: asked.at, occurrence: occurrenceOf(asked) };
  const outcome = await annotate(
    folderOf(slug),
    { words, choice, order },
    {
      sources: readSources().sources,
      today: new Date().toISOString().slice(0, 10),
      isTrial,
      prompt: asked.json ? undefined : promptHere(),
    },
  );
  if (asked.json) sayInJson(outcome);
  else say(tell(outcome, order, isTrial));
  return 'why' in outcome ? 1 : 0;
}

function folderOf(slug: string) {
  const folders = listReadings();
  if (folders.length === 0) throw new Error(`There is no reading in ${path.join(CONTENT, 'readings')}.`);
  const found = folders.find((folder) => folder.slug === slug);
  if (found) return found;
  const slugs = folders.map((folder) => folder.slug);
  throw new Error(
    `There is no reading \`${slug}\`.${didYouMean(slug, slugs)} There ${slugs.length === 1 ? 'is' : 'are'} ${slugs.map((each) => `\`${each}\``).join(', ')}.`,
  );
}

function orderOf(asked: Asked): MarkOrder {
  const { of, by, value, unit, status, checked, wording, brief, beside, aliases } = asked;
  return {
    kind: kindOf(asked),
    id: asked.id,
    finding: asked.finding,
    attributes: { of, by, value, unit, status, checked, wording, brief, beside, aliases },
    evidence: evidenceOf(asked),
  };
}

function kindOf({ kind }: Asked): Kind {
  const found = KINDS.find((each) => each === kind);
  if (found) return found;
  const what = kind === undefined ? '--kind is to be given' : `\`--kind ${kind}\` is no kind`;
  throw new Error(`${what}: it can be ${KINDS.join(', ')}.${didYouMean(kind ?? '', KINDS)}`);
}

function occurrenceOf({ occurrence }: Asked): number | undefined {
  if (occurrence === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(occurrence))
    throw new Error(`\`--occurrence ${occurrence}\` is not a number from 1 on.`);
  return Number(occurrence);
}

function evidenceOf({
  evidence: source,
  excerpt,
  bearing,
  lang,
  rendering,
}: Asked): EvidenceOrder | undefined {
  const rest = { excerpt, bearing, lang, rendering };
  if (source === undefined) {
    const stray = Object.entries(rest).find(([, value]) => value !== undefined);
    if (stray)
      throw new Error(`--${stray[0]} is about evidence: say by --evidence KEY which source it is from.`);
    return undefined;
  }
  if (excerpt === undefined || bearing === undefined)
    throw new Error(
      `--evidence ${source} needs --excerpt "…", the exact words, and --bearing: ${BEARINGS.join(', ')}.`,
    );
  return { source, excerpt, bearing, lang, rendering };
}

function tell(outcome: Annotated | NotAnnotated, order: MarkOrder, isTrial: boolean): string {
  return 'why' in outcome ? tellWhyNot(outcome) : tellNext(outcome, order, isTrial);
}

function tellWhyNot({ why, spots = [], problems = [] }: NotAnnotated): string {
  return [
    why,
    ...(spots.length > 0 ? [listSpots(spots)] : []),
    ...(spots.length > 1 ? ['', 'Say by --at ANCHOR or --occurrence N which one is meant.'] : []),
    ...(problems.length > 0 ? ['', report(problems)] : []),
    '',
    'Nothing was written.',
  ].join('\n');
}

function tellNext(
  { file, id, quote, anchor, isLiteral, fromWords, mark, note, warnings }: Annotated,
  order: MarkOrder,
  isTrial: boolean,
): string {
  const others = warnings.filter((warning) => warning.id !== 'unrecorded-annotation');
  return [
    `${file}:${mark.line}:${mark.column}  ${isTrial ? 'would have' : 'has'} the mark \`${id}\`, on ${inQuotes(quote)} in \`${anchor}\`.`,
    ...(isLiteral
      ? []
      : [
          '  The text has other quotation marks, dashes or unseen signs than were typed: see whether it is meant.',
        ]),
    ...tellFigure(fromWords),
    `${file}:${note.line}  ${isTrial ? 'would have' : 'has'} its note.`,
    ...(others.length > 0 ? ['', report(others)] : []),
    '',
    order.finding === undefined
      ? 'Now write what was found in the place of the note’s first line, and below it, with a blank line between:'
      : 'Below the note’s first line, with a blank line between, goes what it rests on:',
    '',
    ...templatesFor(order.kind, (order.attributes.status ?? 'unchecked') as Status).map(
      (line) => `    ${line}`,
    ),
    '',
    ...(order.kind === 'quotation' && order.attributes.wording === undefined && order.evidence === undefined
      ? ['With the words quoted there, take wording="unseen" out of the mark.']
      : []),
    'Then `npm run check`, and, when it is right, `npm run anchors`, which records it.',
  ].join('\n');
}

function tellFigure(fromWords: Annotated['fromWords']): string[] {
  const taken = Object.entries(fromWords).map(([name, value]) => `${name}="${value}"`);
  return taken.length === 0
    ? []
    : [
        `  Taken from the words: ${taken.join(' ')}. See whether they say so; if not, correct it in the mark.`,
      ];
}
