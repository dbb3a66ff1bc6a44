/**
 * `npm run verify -- FILE`: whether the citations in a file still hold; the page `/check/` says the same.
 *
 * Exit codes: 0 all hold (moved unchanged is holding), 1 something was edited, removed, is unknown or undecided,
 * 2 could not run.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readPublished } from '../build/published.ts';
import { BASE, SITE } from '../build/site.ts';
import { say, sayInJson } from '../build/say.ts';
import { answerInText, citedInText, holds, summaryOf } from '../core/answer.ts';
import { inEnglish } from '../core/tally.ts';
import { type Checked, citationChecker } from '../core/check-citations.ts';
import { findCitations } from '../core/citation-finder.ts';
import type { Published } from '../core/published.ts';

const USAGE = `npm run verify -- FILE… [--quotations] [--json]

  FILE           a list of links, or .bib, .ris, .md, .txt, .json, .html; - reads standard input
  --quotations   check what stands in quotation marks, and block quotations, too
  --json         print the answers as JSON

Ends with 0 where all citations hold, with 1 where one was edited, removed, is unknown or cannot be told, with 2 where
it could not run. Links to other sites are counted, not checked.`;

/** What a file has beside citations of this site. */
const BESIDE: readonly Checked['finding'][] = ['elsewhere', 'page'];

type Answered = Checked & { file: string };

try {
  const { values, positionals } = parseArgs({
    options: {
      quotations: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  if (values.help) console.log(USAGE);
  else process.exitCode = verify(positionals, values);
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}

function verify(files: readonly string[], { quotations = false, json = false }): number {
  if (files.length === 0) throw new Error('No FILE is given.');
  const texts = files.map((file) => ({ file, text: readText(file) }));
  const answers = answerAll(texts, readPublished(), quotations);
  if (json) sayInJson(answers.map(toRow));
  else say(toText(answers));
  return answers.some((answer) => holds(answer) === false) ? 1 : 0;
}

function answerAll(
  texts: readonly { file: string; text: string }[],
  readings: readonly Published[],
  quotations: boolean,
): Answered[] {
  const check = citationChecker(readings);
  const site = {
    slugs: readings.map(({ slug }) => slug),
    base: BASE,
    hosts: SITE === undefined ? [] : [new URL(SITE).host],
    isAddressed: SITE !== undefined,
  };
  return texts.flatMap(({ file, text }) =>
    findCitations(text, site, { quotations, lines: false }).map((found) => ({ file, ...check(found) })),
  );
}

/** @throws where there is no such file, or it is not UTF-8 */
function readText(file: string): string {
  const bytes = readFileSync(file === '-' ? 0 : file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file} is not encoded in UTF-8. Save it as UTF-8, and try again.`);
  }
}

function toText(answers: readonly Answered[]): string {
  const told = answers.filter(({ finding }) => !BESIDE.includes(finding));
  const beside = answers.length - told.length;
  const lines = told.map((answer) => {
    const { file, line, column } = answer;
    const words = answerInText(answer).replaceAll('\n', '\n  ');
    return `${file}:${line}:${column}: ${citedInText(answer)}\n  ${words}\n`;
  });
  const others = `${inEnglish(beside)} other ${beside === 1 ? 'link' : 'links'}, to no passage of this site, not checked`;
  const tail = beside === 0 ? '' : ` Beside ${told.length === 1 ? 'it' : 'them'}, ${others}.`;
  return [...lines, summaryOf(told) + tail].join('\n');
}

function toRow(answer: Answered) {
  return {
    file: answer.file,
    line: answer.line,
    column: answer.column,
    what: answer.what,
    written: answer.written,
    finding: answer.finding,
    holds: holds(answer) ?? null,
    words: answerInText({ ...answer, diffs: [] }),
    links: answer.words.flatMap((run) => (typeof run === 'string' ? [] : run)),
    differences: answer.diffs,
  };
}
