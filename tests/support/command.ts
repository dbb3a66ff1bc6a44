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

/** @returns the environment of an npm script, with variables added; it does not know that it is tested */
export function environmentOf(added: Record<string, string>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !OF_VITEST.includes(name));
  return { ...Object.fromEntries(inherited), PATH: `node_modules/.bin:${process.env.PATH}`, ...added };
}
