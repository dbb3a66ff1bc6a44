import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ASTRO } from '../build/program.ts';

/** What a program cost: milliseconds from start to end, and bytes of memory that its process held at most. */
export interface Cost {
  time: number;
  memory: number;
}

/** Writes, when the process ends, what it held at most; programs that it has started are not counted. */
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
    const told = await whatItTells(program);
    if (program.exitCode !== 0) throw new Error(`The site could not be built.\n${told}`);
    return { time: performance.now() - began, memory: Number(readFileSync(peak, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true });
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
