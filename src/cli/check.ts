/**
 * `npm run check`: everything that is wrong with the content, in one run.
 *
 * Exit codes: 0 nothing is wrong, 1 something is, 2 could not run.
 */
import { parseArgs } from 'node:util';
import { type Content, readContent } from '../build/content.ts';
import { isFatal, lineAt, plural, report } from '../build/report.ts';
import { ROOT, siteProblems } from '../build/site.ts';
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

Ends with 0 where nothing is wrong, with 1 where something is, with 2 where it could not run. \`npm run explain -- ID\`
explains a problem.`;

const OPTIONS = {
  json: { type: 'boolean' },
  github: { type: 'boolean' },
  release: { type: 'boolean' },
  strict: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

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
  return isRefused(content.problems, asked) ? 1 : 0;
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
