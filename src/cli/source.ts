/**
 * `npm run source -- DOI | URL | FILE`: makes source records of bibliographic data at hand.
 *
 * Exit codes: 0 every record was made, 1 one was not, 2 could not run.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { askForDoi, askForPage, type Manners, Unanswered } from '../build/ask-source.ts';
import { addSources, type NewSource, type NoSource, type Offer } from '../build/new-source.ts';
import { plural } from '../build/report.ts';
import { say, sayInJson } from '../build/say.ts';
import { promptHere } from '../build/terminal.ts';
import { proxyHint, whoAsks } from '../build/who-asks.ts';
import { BIBLIOGRAPHIES, readBibliography } from '../core/authoring/bibliography.ts';
import { Unreadable } from '../core/authoring/chain.ts';
import { DOI_RESOLVER, readDoi } from '../core/authoring/doi.ts';
import { isWebAddress } from '../core/web-address.ts';
import { type Name, nameInWords } from '../core/source.ts';

const USAGE = `npm run source -- DOI | URL | FILE [OPTION …]

  DOI              in any form: 10.1000/182, doi:10.1000/182, https://doi.org/10.1000/182
  URL              a page: what it states of itself is taken, and nothing else
  FILE             .bib (BibTeX, biblatex), .ris, or .json (CSL-JSON); each of its records becomes one here
  --key KEY        the record's key, if not the one made from author or paper and date
  --yes            take the suggested key, and do not ask in a terminal
  --dry-run        write nothing; show what would be
  --resolver URL   where DOIs are asked for, if not ${DOI_RESOLVER}
  --timeout MS     milliseconds that a server has to answer, if not 20000
  --json           for programs

Records are put into content/sources/, and say that nobody here has read the source yet; a comment in each says what
comes in the place of that. Nothing is made up: what is not stated is left out, and what a record has no field for is
told. Ends with 0 where every record was made, with 1 where one was not, because it is there already, say; with 2 where
it could not run: there is no such file, no network, or nothing that could be read.`;

const OPTIONS = {
  key: { type: 'string' },
  yes: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  resolver: { type: 'string' },
  timeout: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const NEXT =
  'Each says that nobody here has read the source yet. When somebody has, change that as the comment in the file says; then cite it: <Evidence source="KEY" bearing="…">.';

type Asked = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help) console.log(USAGE);
  else process.exitCode = await makeRecords(positionals, values);
} catch (error) {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  const hint = error instanceof Unanswered ? proxyHint() : '';
  console.error(code.startsWith('ERR_PARSE_ARGS') ? `${message}\n\n${USAGE}` : message + hint);
  process.exitCode = 2;
}

async function makeRecords(given: readonly string[], asked: Asked): Promise<number> {
  const [what, ...more] = given;
  if (what === undefined || more.length > 0)
    throw new Error(`One DOI, URL or FILE is to be given.\n\n${USAGE}`);
  const today = new Date().toISOString().slice(0, 10);
  const { offers, broken } = await offersOf(what, today, asked);
  if (asked.key !== undefined && offers.length > 1)
    throw new Error(`${what} has ${offers.length} records, and --key names one.`);
  const isTrial = asked['dry-run'] ?? false;
  const made = await addSources(offers, {
    key: asked.key,
    today,
    isTrial,
    prompt: asked.yes === true || asked.json === true ? undefined : promptHere(),
  });
  const outcomes = [...made, ...broken];
  if (asked.json) sayInJson(outcomes);
  else say(tell(outcomes, isTrial));
  return outcomes.some((outcome) => 'why' in outcome) ? 1 : 0;
}

/** What records can be made of, and what of a file cannot be read. */
interface Offered {
  offers: Offer[];
  broken: NoSource[];
}

async function offersOf(what: string, today: string, asked: Asked): Promise<Offered> {
  const doi = readDoi(what);
  const { resolver = DOI_RESOLVER } = asked;
  if (doi !== undefined)
    return alone({
      item: await askForDoi(doi, resolver, mannersOf(asked)),
      from: `doi:${doi}, asked on ${today}`,
    });
  if (isWebAddress(what))
    return alone({ item: await askForPage(what, mannersOf(asked)), from: `${what}, asked on ${today}` });
  const ending = path.extname(what).slice(1).toLowerCase();
  if (!Object.hasOwn(BIBLIOGRAPHIES, ending))
    throw new Error(
      `\`${what}\` is no DOI, no address that begins with http:// or https://, and no file whose name ends in ${Object.keys(
        BIBLIOGRAPHIES,
      )
        .map((each) => `.${each}`)
        .join(', ')}.`,
    );
  return offersInFile(what, ending);
}

function alone(offer: Offer): Offered {
  return { offers: [offer], broken: [] };
}

function mannersOf({ timeout = '20000' }: Asked): Manners {
  if (!/^[1-9]\d{0,6}$/.test(timeout))
    throw new Error(`\`--timeout ${timeout}\` is not a number of milliseconds, as in 20000.`);
  return { userAgent: whoAsks('bibliographic data'), timeout: Number(timeout) };
}

/** @throws where there is no such file, or no record in it */
function offersInFile(file: string, ending: string): Offered {
  try {
    const { records, broken } = readBibliography(decode(readFileSync(file)), ending);
    const name = path.basename(file);
    return {
      offers: records.map((read, index) => ({ ...read, from: `${name}, ${nameOf(read.item.id, index)}` })),
      broken: broken.map(({ name: head, why }) => ({ from: `${name}, ${head}`, why })),
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Error(`There is no file \`${file}\`.`, { cause: error });
    if (!(error instanceof Unreadable)) throw error;
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
}

function nameOf(id: unknown, index: number): string {
  return typeof id === 'string' && !id.startsWith('temp_id') ? `record ${id}` : `record ${index + 1}`;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Unreadable('It is not in UTF-8: save it so, and try again.', { cause: error });
  }
}

function tell(outcomes: readonly (NewSource | NoSource)[], isTrial: boolean): string {
  const made = outcomes.filter((outcome) => 'key' in outcome);
  const refused = outcomes.filter((outcome) => 'why' in outcome);
  return [
    ...made.map((source) => tellMade(source, isTrial)),
    ...refused.map(({ title, from, why }) => `${title ?? from}\n  ${why}`),
    `${plural(made.length, 'record')} ${isTrial ? 'would be made' : 'made'}, ${refused.length} not.`,
    ...(made.length > 0 ? [NEXT] : []),
  ].join('\n\n');
}

function tellMade({ key, file, record, unheld, said }: NewSource, isTrial: boolean): string {
  const fields = Object.entries(record).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name}: ${inWords(value)}`],
  );
  return [
    `${file}: ${isTrial ? 'would be made' : 'made'}. Its key is \`${key}\`.`,
    ...fields,
    ...said.map((each) => `  ${each}`),
    ...(unheld.length > 0 ? ['  Stated, and without a field here; the file keeps it in a comment:'] : []),
    ...unheld.map((each) => `    ${each}`),
  ].join('\n');
}

function inWords(value: string | readonly Name[]): string {
  return typeof value === 'string' ? value : value.map(nameInWords).join('; ');
}
