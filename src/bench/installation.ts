import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** Each program that only the bench needs has a folder in it, with a lock of its own. */
const PROGRAMS = path.join('tests', 'bench');

/** Bytes that npm may print before it is cut off. */
const PRINTED = 1e8;

/** Lines of what npm says that are told; the rest is where in npm it failed. */
const SAID = 6;

/**
 * Installs a program in its own folder, unless it is there as its lock has it.
 *
 * @param name of the program’s folder
 * @param tell is told that it is being installed
 * @returns the folder
 * @throws when it cannot be installed, with the beginning of what npm said
 */
export async function install(name: string, tell: (progress: string) => void): Promise<string> {
  const folder = path.join(PROGRAMS, name);
  if (!isInstalled(folder)) {
    tell(`installing ${name}`);
    try {
      await npm(folder, 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
    } catch (error) {
      const said = (error as Error).message.split('\n').slice(0, SAID).join('\n');
      throw new Error(`${name} could not be installed. Try again where npm reaches its registry.\n${said}`, {
        cause: error,
      });
    }
  }
  return folder;
}

/**
 * @param folder that has a `package.json`
 * @param command of npm
 * @throws what npm said, where it failed
 */
export async function npm(folder: string, ...command: string[]): Promise<void> {
  try {
    await promisify(execFile)('npm', command, {
      cwd: folder,
      maxBuffer: PRINTED,
      shell: process.platform === 'win32',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`\`npm ${command.join(' ')}\` failed in ${folder}.\n${stdout}\n${stderr}`.trim());
  }
}

/** npm writes down what it has installed when it is done. */
function isInstalled(folder: string): boolean {
  const installed = path.join(folder, 'node_modules', '.package-lock.json');
  const wanted = path.join(folder, 'package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;
}
