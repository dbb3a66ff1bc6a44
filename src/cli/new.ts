/**
 * `npm run new -- FILE`: makes a reading of a text, with its first edition and the record of the text itself.
 *
 * Exit codes: 0 it is made, 1 something is wrong with it, 2 could not run, or something is still to be said.
 */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { Interview } from '../build/interview.ts';
import {
  faultOfNewSlug,
  type Made,
  makeReading,
  type NewReading,
  readingWith,
} from '../build/new-reading.ts';
import { READABLE, receive, type Received } from '../build/receive.ts';
import { isFatal, report } from '../build/report.ts';
import { say, sayInJson } from '../build/say.ts';
import { canonical } from '../core/canonical.ts';
import { isEdtf } from '../core/date.ts';
import type { NewRecord } from '../core/draft/compose.ts';
import { Refused } from '../core/draft/draft.ts';
import { type Suggestions, suggest } from '../core/draft/suggest.ts';
import { suggestSlug } from '../core/draft/suggest-slug.ts';
import { parseName, serializeName } from '../core/draft/typed-name.ts';
import { isWebAddress } from '../core/web-address.ts';
import { isLanguageTag } from '../core/language.ts';
import { didYouMean } from '../core/nearest.ts';
import { CSL_TYPES, type Name, nameInWords } from '../core/source.ts';

const USAGE = `npm run new -- FILE [OPTION …]

  FILE             the text: ${READABLE.join(', ')}
  --title WORDS    its title; in square brackets if it is the editors'
  --author NAME    who wrote it: "Given Family"; "Family, Given"; "literal:United Nations" for a body, or a name that
                   is not to be divided; may be repeated
  --language TAG   its language, as in en-GB, uk or ar
  --slug NAME      its address: lower-case letters and digits, joined by single hyphens; of a text that is a reading
                   already, a second one is made only with it
  --type TYPE      what it is, of the types of CSL: speech, article-newspaper, … (document)
  --issued DATE    when it appeared, if that is known: 2025-11-24, 2025-11, 1863
  --url ADDRESS    where it appeared on the web
  --encoding NAME  of a file of text whose bytes do not tell, as in windows-1251
  --yes            take what is suggested
  --dry-run        write nothing; show what would be
  --json           for programs

In a terminal it asks for what is not given, with a suggestion; elsewhere it never waits. Nothing that is there is
touched. Ends with 0 where the reading is made, with 1 where something is wrong with it, with 2 where it could not
run, or something is still to be said.`;

const OPTIONS = {
  title: { type: 'string' },
  author: { type: 'string', multiple: true },
  language: { type: 'string' },
  slug: { type: 'string' },
  type: { type: 'string' },
  issued: { type: 'string' },
  url: { type: 'string' },
  encoding: { type: 'string' },
  yes: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** What stands between names that are typed in one line. */
const BETWEEN_NAMES = ';';

type Asked = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help) console.log(USAGE);
  else process.exitCode = await makeOf(positionals, values);
} catch (error) {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  console.error(code.startsWith('ERR_PARSE_ARGS') ? `${message}\n\n${USAGE}` : message);
  process.exitCode = 2;
}

async function makeOf([file, ...more]: readonly string[], asked: Asked): Promise<number> {
  if (file === undefined || more.length > 0) throw new Error(`One FILE is to be given.\n\n${USAGE}`);
  const { json = false, 'dry-run': isTrial = false } = asked;
  const today = new Date().toISOString().slice(0, 10);
  const { type, ...appeared } = bibliographyOf(asked);
  const received = await receiveNamed(file, asked.encoding);
  if (asked.slug === undefined) refuseSecond(received);
  const suggestions = suggest(received.draft);
  const said = [...received.said, ...(asked.language === undefined ? suggestions.said : [])];
  if (isAnswerable(asked)) say(`${received.file}:\n${indent(said)}\n`);
  const { slug, ...details } = await interview(asked, suggestions, said);
  const via = `the text as it was received, in the file ${received.file}`;
  const record = { type, ...details, ...appeared, accessed: today, read: 'whole' as const, via };
  const wanted: NewReading = { slug, details, record, body: received.body, original: received.original };
  const made = await makeReading(wanted, today, isTrial);
  if (json) sayInJson({ slug, ...details, ...made, said });
  else say(tell(wanted, made, isAnswerable(asked) ? [] : said, isTrial));
  return made.problems.length > 0 ? 1 : 0;
}

async function receiveNamed(file: string, encoding: string | undefined): Promise<Received> {
  try {
    return await receive(file, encoding);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
}

/** A text is made a second reading only by an editor who has given that its address. */
function refuseSecond({ file, original }: Received) {
  const slug = readingWith(original);
  if (slug === undefined) return;
  throw new Error(
    `The text of ${file} is a reading already: \`${slug}\`. Nothing was written. If a second one is meant, give its address by --slug NAME.`,
  );
}

/** What of the record the text itself cannot tell. */
function bibliographyOf({
  type = 'document',
  issued,
  url,
}: Asked): Pick<NewRecord, 'type' | 'issued' | 'URL'> {
  const known = CSL_TYPES.find((each) => each === type);
  if (!known)
    throw new Error(`\`--type ${type}\`: it can be ${CSL_TYPES.join(', ')}.${didYouMean(type, CSL_TYPES)}`);
  if (issued !== undefined && !isEdtf(issued))
    throw new Error(`\`--issued ${issued}\` is not a date, as in 2025-11-24, 2025-11 or 1863.`);
  if (url !== undefined && !isWebAddress(url))
    throw new Error(`\`--url ${url}\` is not an address that begins with http:// or https://.`);
  return { type: known, ...(issued !== undefined && { issued }), ...(url !== undefined && { URL: url }) };
}

/** Who has a terminal is asked; nobody else is waited for. */
function isAnswerable({ yes = false, json = false, 'dry-run': isTrial = false }: Asked): boolean {
  return process.stdin.isTTY && process.stdout.isTTY && !yes && !json && !isTrial;
}

/** Front matter and slug. @throws where something is still to be said, and nobody can be asked */
async function interview(asked: Asked, suggestions: Suggestions, said: readonly string[]) {
  const interview = new Interview(isAnswerable(asked) ? prompt : undefined);
  const title = await interview.answer({
    label: 'Title (in square brackets if it is the editors’)',
    option: '--title WORDS',
    given: asked.title,
    suggestion: suggestions.title,
    read: readTitle,
  });
  const author = await interview.answer({
    label: `Author (Given Family; several with ${BETWEEN_NAMES} between them)`,
    option: '--author "Given Family"',
    given: asked.author?.join(BETWEEN_NAMES),
    suggestion: suggestions.author?.map(serializeName).join(`${BETWEEN_NAMES} `),
    read: readAuthors,
  });
  const language = await interview.answer({
    label: 'Language',
    option: '--language TAG',
    given: asked.language,
    suggestion: suggestions.language,
    perhaps: suggestions.perhaps,
    read: readLanguage,
  });
  const slug = await interview.answer({
    label: 'Slug, which becomes its address',
    option: '--slug NAME',
    given: asked.slug,
    suggestion: suggestSlug(title ?? '', language ?? 'und', (name) => faultOfNewSlug(name) !== undefined),
    read: readSlug,
  });
  if (title !== undefined && author !== undefined && language !== undefined && slug !== undefined)
    return { title, author, language, slug };
  const missing = interview.missing.map((option) => `  ${option}`).join('\n');
  throw new Error(`${indent(said)}\n\nStill to be said, for the text does not say it:\n${missing}`);
}

function readTitle(words: string): string {
  const title = canonical(words);
  if (title === '' || title === '[]') throw new Refused('A title has words.');
  return title;
}

function readAuthors(words: string): Name[] {
  return words
    .split(BETWEEN_NAMES)
    .filter((name) => name.trim() !== '')
    .map((name) => {
      const read = parseName(name);
      if (read) return read;
      throw new Refused(`\`${name.trim()}\` is no name.`);
    });
}

function readLanguage(words: string): string {
  if (!isLanguageTag(words))
    throw new Refused(`\`${words}\` is no tag of a language, as in en-GB, uk or ar.`);
  return Intl.getCanonicalLocales(words)[0]!;
}

function readSlug(words: string): string {
  const fault = faultOfNewSlug(words);
  if (fault !== undefined) throw new Refused(`\`${words}\` cannot be the address: it ${fault}.`);
  return words;
}

function tell(
  { slug, details }: NewReading,
  { files, problems }: Made,
  said: readonly string[],
  isTrial: boolean,
): string {
  const head = `“${details.title}”, by ${details.author.map(nameInWords).join(', ')}, in ${details.language}`;
  const news = isFatal(problems) ? 'was not written' : isTrial ? 'would be written to' : 'was written to';
  return [
    `${head}, ${news}${isFatal(problems) ? '.' : `:\n${indent(files)}`}`,
    ...(said.length > 0 ? [indent(said)] : []),
    ...(problems.length > 0 ? [report(problems)] : []),
    ...(isTrial || isFatal(problems) ? [] : [nextSteps(slug)]),
  ].join('\n\n');
}

function nextSteps(slug: string): string {
  return `Look at it, compare it with the file, and put the first note to its words:
  npm run dev
  npm run annotate -- ${slug} "words of the text" --kind claim`;
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}

async function prompt(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new AbortController();
  terminal.once('close', () => {
    closed.abort();
  });
  try {
    return (await terminal.question(question, { signal: closed.signal })).trim();
  } catch {
    throw new Error('\nNothing was written.');
  } finally {
    terminal.close();
  }
}
