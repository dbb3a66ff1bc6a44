/**
 * `npm run explain -- ID …`: what a problem means, an example, its cure, and why there is the rule.
 *
 * Exit codes: 0 all are explained, 1 there is no such problem, 2 could not run.
 */
import { parseArgs } from 'node:util';
import { publicationOf } from '../build/content.ts';
import { explanationOf, explanations } from '../build/handbook.ts';
import { ROOT } from '../build/site.ts';
import { problemPath } from '../core/address.ts';
import { captionOf, exampleIn } from '../core/example.ts';
import { type Explanation, isProblemId } from '../core/handbook.ts';
import { didYouMean } from '../core/nearest.ts';
import { PROBLEMS } from '../core/problem.ts';

const USAGE = `npm run explain -- [ID …] [--json]

  ID       a problem, as \`npm run check\` names it: text-differs; without one, all are listed
  --json   for programs

Ends with 0 where all are explained, with 1 where there is no such problem, with 2 where it could not run.`;

const hasHandbook = publicationOf().publication.handbook !== false;

try {
  const options = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) console.log(USAGE);
  else process.exitCode = explain(positionals, values.json ?? false);
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}

function explain(names: readonly string[], json: boolean): number {
  const known = names.filter(isProblemId);
  const found = names.length === 0 ? explanations() : known.flatMap((id) => explanationOf(id) ?? []);
  if (json) console.log(JSON.stringify(found, null, 2));
  else if (names.length === 0) console.log(found.map(inALine).join('\n'));
  else if (found.length > 0) console.log(found.map(inFull).join('\n\n'));
  const unknown = names.filter((name) => !isProblemId(name));
  for (const name of unknown) console.error(noSuch(name));
  return unknown.length > 0 ? 1 : 0;
}

function inALine({ id, title }: Explanation): string {
  const longest = Math.max(...Object.keys(PROBLEMS).map(({ length }) => length));
  return `${id.padEnd(longest)}  ${PROBLEMS[id].padEnd('warning'.length)}  ${title}`;
}

function inFull({ id, title, why, markdown }: Explanation): string {
  return [
    `${title}\n${PROBLEMS[id]} ${id}`,
    withCaptions(markdown),
    `Why: ${why}`,
    ...(hasHandbook ? [`Also at ${ROOT}${problemPath(id)}`] : []),
  ].join('\n\n');
}

/** Words that say what a block is stand over it, in the place of the fences. */
function withCaptions(markdown: string): string {
  return markdown.replace(
    /^```(?<lang>\S*)(?: (?<meta>.*))?\n(?<value>[\s\S]*?)^```$/gm,
    (...found: unknown[]) => {
      const { lang, meta, value } = found.at(-1) as { lang: string; meta?: string; value: string };
      const example = exampleIn({ type: 'code', lang, meta: meta ?? null, value });
      const lines = value.replace(/^(?=.)/gm, '    ').trimEnd();
      return example ? `${captionOf(example)}\n\n${lines}` : lines;
    },
  );
}

function noSuch(name: string): string {
  return `There is no problem \`${name}\`.${didYouMean(name, Object.keys(PROBLEMS))} \`npm run explain\` lists all.`;
}
