/**
 * `npm run check`: everything that is wrong with the content, in one run.
 *
 * Exit codes: 0 nothing is wrong, 1 something is, 2 could not run.
 */
import { parseArgs } from 'node:util';
import { type Content, readContent } from '../build/content.ts';
import { isFatal, lineAt, plural, report } from '../build/report.ts';
import { faultsOfSite } from '../build/integrity.ts';
import { BASE, ROOT, SITE, siteProblems } from '../build/site.ts';
import { isUpToDate } from '../build/stamp.ts';
import { problemPath } from '../core/address.ts';
import { hasSpot, inOrder, isNotForRelease, type Problem } from '../core/problem.ts';
import { type ProblemRecord, toRecord } from '../core/problem-record.ts';
import { toWorkflowCommand } from '../core/workflow-command.ts';
import { escapeCommands } from '../core/spelt.ts';

const USAGE = `npm run check [-- OPTION …]

  --json      print the problems as JSON, for programs
  --github    print them as commands of GitHub Actions, which shows them beside their lines
  --release   refuse what must not be published, as before publishing: also a site without its address or publisher
  --strict    refuse every warning, also what is only advice
  --built     also whether all links, references and published anchors in dist/ lead to what is there

Ends with 0 where nothing is wrong, with 1 where something is, with 2 where it could not run. \`npm run explain -- ID\`
explains a problem.`;

const OPTIONS = {
  json: { type: 'boolean' },
  github: { type: 'boolean' },
  release: { type: 'boolean' },
  strict: { type: 'boolean' },
  built: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const DIST = 'dist';

type Asked = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

try {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) console.log(USAGE);
  else process.exitCode = check(values);
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}

function check(asked: Asked): number {
  const content = readContent();
  if (asked.release) content.problems.push(...siteProblems(content.publication));
  const told = asked.json ? inJson(content) : asked.github ? forGitHub(content) : inWords(content);
  if (told !== '') console.log(told);
  const isSound = !asked.built || tellFaults(asked);
  return isRefused(content.problems, asked) || !isSound ? 1 : 0;
}

/** Tells what does not hold in the built site. @returns whether all holds */
function tellFaults({ json, github }: Asked): boolean {
  if (json || github)
    throw new Error('`--built` tells of a site in words: not with `--json`, nor with `--github`.');
  if (!isUpToDate(DIST))
    throw new Error(`\`${DIST}\` is not built of what is there now: run \`npm run build\` first.`);
  const faults = faultsOfSite(DIST, BASE, SITE && new URL(SITE).origin);
  for (const { file, what } of faults) console.log(`${DIST}/${file} ${what}.`);
  console.log(faults.length === 0 ? 'Every link and anchor of the site leads to what is there.' : '');
  return faults.length === 0;
}

function isRefused(problems: readonly Problem[], { release, strict }: Asked): boolean {
  if (strict) return problems.length > 0;
  return release ? problems.some(isNotForRelease) : isFatal(problems);
}

function inWords({ readings, sources, problems }: Content): string {
  if (problems.length > 0) return report(problems, { terminal: process.stdout });
  const annotations = readings.reduce((sum, reading) => sum + reading.annotations.length, 0);
  const counts = [
    plural(readings.length, 'reading'),
    plural(annotations, 'annotation'),
    plural(sources.size, 'source'),
  ];
  return `Nothing is wrong: ${counts.join(', ')}.`;
}

function inJson({ problems, publication }: Content): string {
  const records = inOrder(problems).map((found): ProblemRecord => {
    const documentation = publication.handbook === false ? undefined : ROOT + problemPath(found.id);
    return toRecord(found, { text: hasSpot(found) ? lineAt(found.position) : undefined, documentation });
  });
  return escapeCommands(JSON.stringify(records, null, 2));
}

function forGitHub({ problems }: Content): string {
  return inOrder(problems).map(toWorkflowCommand).join('\n');
}
