import { spawnSync } from 'node:child_process';

/** What a command printed, and how it ended. */
export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a command of the project's own, as an npm script does: with `node_modules/.bin` first in the path.
 *
 * @param command and its arguments
 * @param environment variables to add
 */
export function run(
  command: readonly [string, ...string[]],
  environment: Record<string, string> = {},
): Outcome {
  const [name, ...rest] = command;
  const { status, stdout, stderr } = spawnSync(name, rest, {
    env: environmentOf(environment),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** What Vitest sets in a test's process: Vite would take it for a command's own, above all another site's base path. */
const OF_VITEST = ['VITEST', 'NODE_ENV', 'BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR'];

/** A machine that tests each change asks for colours, which stand between the words that a test looks for. */
const OF_COLOURS = ['FORCE_COLOR', 'CLICOLOR_FORCE'];

/** @returns the environment of an npm script, with variables added; it does not know that it is tested */
export function environmentOf(added: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => ![...OF_VITEST, ...OF_COLOURS].includes(name));
  const path = `node_modules/.bin:${process.env.PATH}`;
  return { ...Object.fromEntries(kept), PATH: path, NO_COLOR: '1', ...added };
}
