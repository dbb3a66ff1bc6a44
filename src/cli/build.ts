/**
 * `npm run build`: the site, ready for any static host; or a part of it, or the rest of it around parts that were built
 * elsewhere.
 *
 * Exit codes: 0 built, 1 the content is not as it should be, 2 could not run.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { beginBeside, clearBeside, putInPlace } from '../build/exchange.ts';
import { checkParts, checkSlugs, HANDED_ON } from '../build/portion.ts';
import { ASTRO, ENVIRONMENT_FOR_A_BUILD, FOR_A_BUILD } from '../build/program.ts';
import { digestOfInputs } from '../build/stamp.ts';

const USAGE = `npm run build [-- OPTION …]

  --outDir DIR      where the site is meant to be, instead of dist; what is there is removed when it is whole
  --only SLUG …     a part of the site: pages, notes and data of these readings, and of their sources
  --merge DIR …     the whole site: what the parts in these folders have is taken from there, and the rest is made

Ends with 0 where it was built, with 1 where the content is not as it should be, with 2 where it could not run.`;

const OUT = 'dist';

try {
  const { values, positionals } = parseArgs({
    options: {
      outDir: { type: 'string' },
      only: { type: 'boolean' },
      merge: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  if (values.help) console.log(USAGE);
  else process.exitCode = build(values, positionals);
} catch (error) {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  console.error(code.startsWith('ERR_PARSE_ARGS') ? `${message}\n\n${USAGE}` : message);
  process.exitCode = 2;
}

/** What was asked for on the command line. */
interface Asked {
  outDir?: string;
  only?: boolean;
  merge?: boolean;
}

function build({ outDir = OUT, only, merge }: Asked, named: readonly string[]): number {
  if (only && merge)
    throw new Error('A part is made by `--only`, and parts are merged by `--merge`: one at a time.');
  if (!only && !merge && named.length > 0)
    throw new Error(`What \`${named.join(' ')}\` is, is said by \`--only\` or \`--merge\`.`);
  if (only) checkSlugs(named);
  if (merge) checkParts(named, outDir, digestOfInputs());
  const handedOn = {
    ...(only && { [HANDED_ON.only]: JSON.stringify(named) }),
    ...(merge && { [HANDED_ON.parts]: JSON.stringify(named) }),
  };
  const made = beginBeside(outDir);
  try {
    const { status } = spawnSync(process.execPath, [...FOR_A_BUILD, ASTRO, 'build', '--outDir', made], {
      stdio: 'inherit',
      env: { ...process.env, ...ENVIRONMENT_FOR_A_BUILD, ...handedOn },
    });
    if (status === 0) putInPlace(outDir);
    return status ?? 1;
  } finally {
    clearBeside(outDir);
  }
}
