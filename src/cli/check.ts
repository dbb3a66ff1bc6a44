/**
 * `npm run check`: everything that is wrong with the content, in one run.
 *
 * Exit codes: 0 nothing is wrong, 1 something is, 2 could not run.
 */
import { parseArgs } from 'node:util';
import { readContent } from '../build/content.ts';
import { isFatal, plural, report } from '../build/report.ts';
import { siteProblems } from '../build/site.ts';
import { inOrder } from '../core/problem.ts';

const USAGE = `npm run check [-- --json] [-- --release]

  --json      print the problems as JSON
  --release   refuse warnings too, as before publishing`;

try {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, release: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) console.log(USAGE);
  else process.exitCode = check(values);
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}

function check({ json, release }: { json?: boolean; release?: boolean }): number {
  const { readings, sources, publication, problems } = readContent();
  if (release) problems.push(...siteProblems(publication));
  if (json) {
    console.log(JSON.stringify(inOrder(problems), null, 2));
  } else {
    const annotations = readings.reduce((sum, reading) => sum + reading.annotations.length, 0);
    const counts = [
      plural(readings.length, 'reading'),
      plural(annotations, 'annotation'),
      plural(sources.size, 'source'),
    ];
    console.log(report(problems) || `Nothing is wrong: ${counts.join(', ')}.`);
  }
  return isFatal(problems) || (release && problems.length > 0) ? 1 : 0;
}
