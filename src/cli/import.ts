/**
 * `npm run import -- FILE`: takes annotations made elsewhere, and puts marks and notes into a copy of the reading, for
 * an editor to accept.
 *
 * Exit codes: 0 every annotation is in a copy, 1 one is left out, 2 could not run.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CONTENT, listReadings, readFiles, readSources } from '../build/content.ts';
import { importIntoCopy, type Outcome } from '../build/imported.ts';
import { plural, report } from '../build/report.ts';
import { say, sayInJson } from '../build/say.ts';
import { BASE, SITE } from '../build/site.ts';
import { cutFrontMatter, readFrontMatter } from '../core/front-matter.ts';
import { readAnnotations } from '../core/import/read-file.ts';
import type { Refusal } from '../core/import/incoming.ts';
import { type Shelf, sortByReading } from '../core/import/sort.ts';
import type { Unrecorded } from '../core/import/make-note.ts';

const USAGE = `npm run import -- FILE [OPTION …]

  FILE             W3C Web Annotations (JSON-LD: one, a list, a collection or page; this site's annotations.jsonld) or
                   annotations of Hypothesis (what its search answers, a list, one); - reads standard input
  --reading SLUG   the reading they are about, where they do not say so
  --dry-run        write nothing; show what would be
  --json           for programs

Marks and notes are put into a copy beside the reading, index.imported.mdx; the reading itself stays as it is. What
cannot be placed is listed with its reason. Ends with 0 where every annotation is in a copy, with 1 where one is left
out, with 2 where it could not run.`;

const OPTIONS = {
  reading: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help) console.log(USAGE);
  else process.exitCode = importFile(positionals, values);
} catch (error) {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  console.error(code.startsWith('ERR_PARSE_ARGS') ? `${message}\n\n${USAGE}` : message);
  process.exitCode = 2;
}

interface Asked {
  reading?: string;
  'dry-run'?: boolean;
  json?: boolean;
}

function importFile(
  files: readonly string[],
  { reading: only, 'dry-run': isTrial = false, json }: Asked,
): number {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new Error(`One FILE is to be given.\n\n${USAGE}`);
  const folders = listReadings();
  if (folders.length === 0) throw new Error(`There is no reading in ${path.join(CONTENT, 'readings')}.`);
  if (only !== undefined && !folders.some(({ slug }) => slug === only))
    throw new Error(
      `There is no reading \`${only}\`; there ${folders.length === 1 ? 'is' : 'are'} ${namesOf(folders)}.`,
    );
  const { incoming, refused: unread } = readIncoming(file);
  const { sources } = readSources();
  const today = new Date().toISOString().slice(0, 10);
  const shelves = folders.map((folder): Shelf => ({
    slug: folder.slug,
    url: firstPublished(folder, sources),
  }));
  const { byReading, refused: unsorted } = sortByReading(incoming, shelves, { base: BASE, site: SITE }, only);
  const outcomes = folders.flatMap((folder) => {
    const mine = byReading.get(folder.slug);
    return mine ? [importIntoCopy(folder, mine, { sources, today, isTrial })] : [];
  });
  const refused = [...unread, ...unsorted];
  if (json) sayInJson({ readings: outcomes, refused });
  else say(tell(outcomes, refused, isTrial));
  return refused.length + outcomes.flatMap((outcome) => outcome.refused).length > 0 ? 1 : 0;
}

/** @throws where there is no such file, or no annotation in it */
function readIncoming(file: string) {
  const bytes = readFileSync(file === '-' ? 0 : file);
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Error(`${file} is not JSON in UTF-8: ${(error as Error).message}`, { cause: error });
  }
  try {
    return readAnnotations(data);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** The address of the text's own record, where its front matter can be read. */
function firstPublished(
  folder: { slug: string; folder: string },
  sources: ReturnType<typeof readSources>['sources'],
): string | undefined {
  const { path: file, mdx } = readFiles(folder);
  const { yaml } = cutFrontMatter(mdx);
  const head = yaml === undefined ? undefined : readFrontMatter({ path: file, yaml }).value;
  return head && sources.get(head.source)?.URL;
}

function tell(outcomes: readonly Outcome[], refused: readonly Refusal[], isTrial: boolean): string {
  const told = outcomes.map((outcome) => tellOne(outcome, isTrial));
  return [...told, ...(refused.length > 0 ? [leftOut(refused)] : [])].join('\n\n');
}

function tellOne({ reading, file, putIn, refused, unrecorded, problems }: Outcome, isTrial: boolean): string {
  const count = `${putIn.length} of ${plural(putIn.length + refused.length, 'annotation')}`;
  const head =
    file === undefined
      ? `${reading}: nothing could be put in.`
      : `${file}: ${isTrial ? 'would have' : 'has'} ${count}.`;
  const marks = putIn.flatMap(({ id, quote, differs, toDo }) => [
    `  ${id}  “${quote}”`,
    ...(differs ? ['    Its words are not quite those that it was made on: see whether it still fits.'] : []),
    ...toDo.map((each) => `    ${each}`),
  ]);
  return [
    head,
    ...marks,
    ...(refused.length > 0 ? [leftOut(refused)] : []),
    ...(unrecorded.length > 0
      ? [
          '  Sources without a record in content/sources:',
          ...unrecorded.map((each) => `    ${tellSource(each)}`),
        ]
      : []),
    ...(problems.length > 0 ? ['', report(problems, { terminal: process.stdout })] : []),
    ...(file === undefined || isTrial
      ? []
      : [
          '',
          `To accept it, put it in the place of index.mdx, then run \`npm run check\` and \`npm run anchors\`.`,
        ]),
  ].join('\n');
}

function leftOut(refused: readonly Refusal[]): string {
  return ['  Left out:', ...refused.map(({ name, detail }) => `    ${name}\n      ${detail}`)].join('\n');
}

function tellSource({ key, address, excerpt }: Unrecorded): string {
  const words = excerpt === undefined ? '' : `: “${excerpt}”`;
  return [key && `\`${key}\``, address].filter(Boolean).join(', ') + words;
}

function namesOf(folders: readonly { slug: string }[]): string {
  return folders.map(({ slug }) => `\`${slug}\``).join(', ');
}
