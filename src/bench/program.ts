import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ASTRO } from '../build/program.ts';

/**
 * What a program cost: milliseconds from start to end, and bytes of memory that it held at most, with the programs that
 * it has started where the system tells of these (Linux).
 */
export interface Cost {
  time: number;
  memory: number;
}

/** Milliseconds between two looks at what is held. */
const LOOK = 200;

/** Writes, when the process ends, what it alone held at most. */
const WEIGH =
  'data:text/javascript,import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(process.env.POSTIL_PEAK,String(process.resourceUsage().maxRSS*1024)))';

/**
 * Builds a site with Astro, in a process of its own.
 *
 * @param options of `astro build`
 * @param environment variables to add
 * @param ofNode options of Node
 * @throws what the build said, where it failed
 */
export async function build(
  options: readonly string[],
  environment: Record<string, string>,
  ofNode: readonly string[] = [],
): Promise<Cost> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-peak-'));
  const peak = path.join(folder, 'peak');
  const began = performance.now();
  try {
    const program = astro(['build', ...options], { ...environment, POSTIL_PEAK: peak }, [
      ...ofNode,
      '--import',
      WEIGH,
    ]);
    let most = 0;
    const looking = setInterval(() => (most = Math.max(most, heldBy(program.pid!))), LOOK);
    const told = await whatItTells(program).finally(() => clearInterval(looking));
    if (program.exitCode !== 0) throw new Error(`The site could not be built.\n${told}`);
    const time = performance.now() - began;
    return { time, memory: Math.max(most, Number(readFileSync(peak, 'utf8'))) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @returns bytes that a process holds now, and all that it has started; 0 where it has ended, and where the system has
 *   no such folder
 * @see https://man7.org/linux/man-pages/man5/proc.5.html (/proc/pid/status, /proc/pid/task/tid/children)
 */
function heldBy(pid: number | string): number {
  try {
    const [, own] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    const started = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return started.reduce((sum, each) => sum + heldBy(each), Number(own ?? 0) * 1024);
  } catch {
    return 0;
  }
}

/** A development server, and the address of its site. */
export interface Development {
  address: string;
  stop: () => void;
}

/**
 * Starts Astro's development server on a port that is free.
 *
 * @param options of `astro dev`
 * @param environment variables to add
 * @throws what it said, where it ends instead
 */
export async function develop(
  options: readonly string[],
  environment: Record<string, string>,
): Promise<Development> {
  const program = astro(['dev', '--port', '0', ...options], environment);
  const address = await new Promise<string>((resolve, reject) => {
    let told = '';
    const listen = (chunk: Buffer) => {
      told += chunk.toString();
      const found = /http:\/\/localhost:\d+\//.exec(told);
      if (found) resolve(found[0]);
    };
    for (const stream of [program.stdout, program.stderr]) stream?.on('data', listen);
    program.on('exit', () => reject(new Error(told)));
  });
  return { address, stop: () => program.kill() };
}

function astro(
  command: readonly string[],
  environment: Record<string, string>,
  options: readonly string[] = [],
): ChildProcess {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment };
  return spawn(process.execPath, [...options, ASTRO, ...command], { env });
}

async function whatItTells(program: ChildProcess): Promise<string> {
  let told = '';
  for (const stream of [program.stdout, program.stderr])
    stream?.on('data', (chunk: Buffer) => (told += chunk.toString()));
  await new Promise((resolve) => program.on('close', resolve));
  return told;
}
