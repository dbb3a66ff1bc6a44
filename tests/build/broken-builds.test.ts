import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../src/build/server.ts';
import { environmentOf, run } from '../support/command.ts';
import { listen } from '../support/sites.ts';

/**
 * Builds that are broken off, that run at once, and that find no room: what is served is the old site or the new one,
 * whole, and the next build is right.
 */
const PLACE = path.resolve('node_modules/.postil/broken-builds');
const OUT = path.join(PLACE, 'dist');

/** Builds that are killed, at moments spread over the whole of it. */
const KILLS = 20;
/** The last of them when the new site is about to take the place of the old, and while it does. */
const AT_THE_END = 4;

/** A signal that nobody can catch. */
const KILL = 'SIGKILL';

const contentOf = (season: string) => path.join(PLACE, season);

function writeContent(season: string) {
  const folder = path.join(contentOf(season), 'readings', 'seasons');
  mkdirSync(folder, { recursive: true });
  mkdirSync(path.join(contentOf(season), 'sources'));
  const front = `title: ${season}\nauthor: [{ literal: A. Writer }]\nlanguage: en-GB\nsource: gazette\n`;
  const text = `The ${season} was long.`;
  writeFileSync(path.join(folder, 'index.mdx'), `---\n${front}---\n\n${text}\n`);
  writeFileSync(path.join(folder, 'original.txt'), `${text}\n`);
  const record = `type: article-newspaper\ntitle: ${season}\nissued: "2025-06-01"\naccessed: "2025-10-01"\nread: whole\n`;
  writeFileSync(path.join(contentOf(season), 'sources', 'gazette.yaml'), record);
  writeFileSync(path.join(contentOf(season), 'site.yaml'), 'handbook: false\n');
  const { status, stderr } = run(['node', 'src/cli/anchors.ts'], { POSTIL_CONTENT: contentOf(season) });
  expect(status, stderr).toBe(0);
}

/** Begins a build, as `npm run build` does, in a group of processes of its own. */
function begin(season: string, out = OUT): ChildProcess {
  return spawn('node', ['src/cli/build.ts', '--outDir', out], {
    env: environmentOf({ POSTIL_CONTENT: contentOf(season) }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

/** How a build ended, and what it said. */
async function ended(build: ChildProcess): Promise<{ status: number | null; said: string }> {
  let said = '';
  build.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  build.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => build.on('close', resolve));
  return { status, said };
}

async function mustEnd(build: ChildProcess) {
  const { status, said } = await ended(build);
  expect(status, said).toBe(0);
}

/** All files of a site, by name and content. */
function digestOf(site: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  for (const file of files.map((each) => path.join(each.parentPath, each.name)).sort())
    hash.update(`\0${path.relative(site, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

const seasonOf = (site: string) => /The (\w+) was long/.exec(textOf(site))?.[1];
const textOf = (site: string) => readFileSync(path.join(site, 'seasons', 'index.html'), 'utf8');

/** What builds have left beside the site. */
const leftovers = () => readdirSync(PLACE).filter((name) => name.startsWith('.dist.'));

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until the folder of the new site has all that is in it at the end. */
async function isNearlyWhole(build: ChildProcess) {
  const made = path.join(PLACE, `.dist.${build.pid}`, 'new', '.postil-build');
  while (build.exitCode === null && !existsSync(made)) await sleep(1);
}

let whole: Record<string, string> = {};
let duration = 0;
beforeAll(async () => {
  rmSync(PLACE, { recursive: true, force: true });
  for (const season of ['winter', 'summer']) {
    writeContent(season);
    const began = performance.now();
    await mustEnd(begin(season));
    duration = performance.now() - began;
    whole = { ...whole, [season]: digestOf(OUT) };
    cpSync(OUT, path.join(PLACE, `${season}-site`), { recursive: true });
  }
}, 240_000);
afterAll(() => rmSync(PLACE, { recursive: true, force: true }));

/** The old site is that of winter. */
function restore() {
  rmSync(OUT, { recursive: true, force: true });
  cpSync(path.join(PLACE, 'winter-site'), OUT, { recursive: true });
}

describe('A build that is killed', () => {
  const moments = Array.from({ length: KILLS }, (_, index) => index);

  test.each(moments)(
    'at moment %i leaves the old site or the new, whole, and it is served.',
    async (moment) => {
      restore();
      const build = begin('summer');
      const end = ended(build);
      if (moment < KILLS - AT_THE_END) await sleep((duration * (moment + 1)) / (KILLS - AT_THE_END));
      else {
        await isNearlyWhole(build);
        await sleep((moment - (KILLS - AT_THE_END)) * 10);
      }
      // Of the last, only who puts the new site in its place: the rest goes on for a while.
      if (build.exitCode === null) process.kill(moment === KILLS - 1 ? build.pid! : -build.pid!, KILL);
      await end;
      expect(Object.values(whole)).toContain(digestOf(OUT));
      const { server, address } = await listen(serveSite(OUT, '/'));
      try {
        const response = await fetch(`${address}/seasons/`);
        expect(response.status).toBe(200);
        expect(await response.text()).toContain(`The ${seasonOf(OUT)} was long`);
      } finally {
        server.close();
      }
    },
  );

  test('is followed by one that is right, and leaves nothing beside it.', async () => {
    await mustEnd(begin('summer'));
    expect(digestOf(OUT)).toBe(whole.summer);
    expect(leftovers()).toEqual([]);
  });
});

describe('Two builds at once', () => {
  test('to one place make the site of one of them, whole.', async () => {
    restore();
    await Promise.all(['winter', 'summer', 'summer'].map((season) => mustEnd(begin(season))));
    expect(Object.values(whole)).toContain(digestOf(OUT));
    expect(leftovers()).toEqual([]);
  });

  test('to two places make each its own site.', async () => {
    const [one, other] = [path.join(PLACE, 'one'), path.join(PLACE, 'other')];
    await Promise.all([mustEnd(begin('winter', one)), mustEnd(begin('summer', other))]);
    expect([one, other].map(digestOf)).toEqual([whole.winter, whole.summer]);
  });
});

describe('A build that fails', () => {
  test('for want of room leaves the old site as it was, and says why.', async () => {
    restore();
    // No file may be larger than some kilobytes: what is written breaks off, as on a full disk.
    const build = spawn('sh', ['-c', `ulimit -f 16; exec node src/cli/build.ts --outDir '${OUT}'`], {
      env: environmentOf({ POSTIL_CONTENT: contentOf('summer') }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { status, said } = await ended(build);
    expect(status).not.toBe(0);
    expect(said).toMatch(/EFBIG|file too large/i);
    expect(digestOf(OUT)).toBe(whole.winter);
    expect(leftovers()).toEqual([]);
  });

  test('because a file cannot be read leaves the old site as it was, and names the file.', async () => {
    restore();
    const record = path.join(contentOf('summer'), 'sources', 'folder.yaml');
    mkdirSync(record);
    const { status, said } = await ended(begin('summer'));
    rmSync(record, { recursive: true });
    expect(status).toBe(1);
    expect(said).toContain('sources/folder.yaml');
    expect(said).toContain('unreadable-file');
    expect(digestOf(OUT)).toBe(whole.winter);
  });

  test('does not take the place of a site that the next one finds.', async () => {
    await mustEnd(begin('summer'));
    expect(digestOf(OUT)).toBe(whole.summer);
  });
});
