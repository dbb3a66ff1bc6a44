import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { environmentOf, type Outcome } from './command.ts';

/** What the tests themselves, and Astro, keep among the packages: a clone has its own. */
const OWN = ['.astro', '.postil', '.vite', '.vite-temp', '.vitest', '.package-lock.json'];

/**
 * A clone of the project as it is now, committed or not, in which commands are typed as its documents have them. Its
 * packages are links to those that are here: `npm ci` would fetch the same again.
 */
export class ClonedProject {
  readonly #root: string;
  #folder: string;

  constructor() {
    this.#root = mkdtempSync(path.join(os.tmpdir(), 'postil-clone-'));
    this.#folder = this.#root;
    mkdirSync(path.join(this.#root, 'original'));
    this.#copyFiles();
    for (const command of [
      'git init --quiet --initial-branch=main original',
      'git -C original add --all',
      'git -C original -c user.name=A -c user.email=a@example.org commit --quiet --message=Begin',
      'git clone --quiet --bare original origin.git',
    ])
      this.#mustSucceed(command);
  }

  /** The address it is cloned from. */
  get origin(): string {
    return path.join(this.#root, 'origin.git');
  }

  /** Types a line, as it stands in a document, into a shell; `cd` is remembered. */
  type(line: string): Outcome {
    const folder = /^cd (\S+)$/.exec(line)?.[1];
    if (folder !== undefined) this.#folder = path.join(this.#folder, folder);
    if (line === 'npm ci') this.#linkPackages();
    if (folder !== undefined || line === 'npm ci') return { status: 0, stdout: '', stderr: '' };
    return this.#run(line);
  }

  /**
   * Types a line that goes on until it is stopped.
   *
   * @param line a command that serves
   * @param visit what is done with the address that it prints
   */
  async serve(line: string, visit: (address: string) => Promise<void>): Promise<void> {
    const server = spawn(line, { cwd: this.#folder, env: this.#environment(), shell: true, detached: true });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let told = '';
        const listen = (chunk: Buffer) => {
          told += chunk.toString();
          const found = /http:\/\/localhost:\d+\//.exec(told);
          if (found) resolve(found[0]);
        };
        server.stdout.on('data', listen);
        server.stderr.on('data', listen);
        server.on('exit', () => reject(new Error(told)));
      });
      await visit(address);
    } finally {
      // The shell's whole group: npm, and what it started.
      process.kill(-server.pid!);
    }
  }

  read(file: string): string {
    return readFileSync(path.join(this.#folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(path.join(this.#folder, file), text);
  }

  remove(): void {
    rmSync(this.#root, { recursive: true });
  }

  #copyFiles() {
    const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      encoding: 'utf8',
    });
    for (const file of stdout.split('\0').filter((name) => name !== ''))
      cpSync(file, path.join(this.#root, 'original', file));
  }

  #linkPackages() {
    const packages = path.join(this.#folder, 'node_modules');
    mkdirSync(packages);
    for (const name of readdirSync('node_modules').filter((each) => !OWN.includes(each)))
      symlinkSync(path.resolve('node_modules', name), path.join(packages, name));
  }

  #mustSucceed(line: string) {
    const { status, stderr } = this.#run(line);
    if (status !== 0) throw new Error(`${line}\n${stderr}`);
  }

  #run(line: string): Outcome {
    const { status, stdout, stderr } = spawnSync(line, {
      cwd: this.#folder,
      env: this.#environment(),
      shell: true,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  /** Someone's own machine: git knows who they are, and nothing is set that changes what is built. */
  #environment() {
    const someone = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org' };
    const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org' };
    return environmentOf({ ...someone, ...committer, PORT: '0' });
  }
}
