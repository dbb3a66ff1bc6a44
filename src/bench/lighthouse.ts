import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { readContent } from '../build/content.ts';
import { launchChromium } from './chromium.ts';
import { filesIn } from './entry.ts';
import { Host } from './host.ts';
import { install } from './installation.ts';
import { builtSite } from './own.ts';
import { freePort } from './port.ts';
import { median } from './statistics.ts';

/** What Lighthouse judges, by its names. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const DEVICES = { mobile: [], desktop: ['--preset=desktop'] };

/**
 * How often each is judged: the figure is the median, since one run depends on what else the machine does.
 *
 * @see https://github.com/GoogleChrome/lighthouse/blob/main/docs/variability.md
 */
const ROUNDS = 5;

/** Bytes of a report at most. */
const REPORT = 1e8;

/** What a page was given, of 100: the median of its rounds. */
export interface Scores {
  page: string;
  device: string;
  scores: Record<(typeof CATEGORIES)[number], number>;
}

/**
 * Has Lighthouse judge a page of each kind, as a host serves it that compresses beforehand.
 *
 * @param tell is told what is being done
 * @throws when it cannot be installed or run
 */
export async function judge(tell: (progress: string) => void): Promise<Scores[]> {
  const folder = await install('lighthouse', tell);
  const host = new Host(filesIn(builtSite()));
  const site = `${await host.listen()}/`;
  const debugging = await freePort();
  const browser = await launchChromium(`--remote-debugging-port=${debugging}`);
  try {
    const all: Scores[] = [];
    for (const page of pages()) {
      // The first to ask waits until it is compressed.
      await fetch(site + page).then((response) => response.arrayBuffer());
      for (const [device, options] of Object.entries(DEVICES)) {
        tell(`Lighthouse, ${device}: /${page}`);
        const command = [site + page, `--port=${debugging}`, '--output=json', '--quiet', ...options];
        const rounds: Scores['scores'][] = [];
        for (let round = 0; round < ROUNDS; round += 1) rounds.push(await scoresOf(folder, command));
        all.push({ page: `/${page}`, device, scores: medianOf(rounds) });
      }
    }
    return all;
  } finally {
    await browser.close();
    host.close();
  }
}

function pages(): string[] {
  const [reading] = readContent().readings;
  const { slug, annotations } = reading!;
  return ['', `${slug}/`, `${slug}/notes/${annotations[0]!.id}/`, 'search/', 'check/'];
}

function medianOf(rounds: readonly Scores['scores'][]): Scores['scores'] {
  return Object.fromEntries(
    CATEGORIES.map((name) => [name, median(rounds.map((scores) => scores[name]))]),
  ) as Scores['scores'];
}

async function scoresOf(folder: string, command: readonly string[]): Promise<Scores['scores']> {
  const program = path.join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...command], {
    maxBuffer: REPORT,
  });
  const { categories } = JSON.parse(stdout) as { categories: Record<string, { score: number | null }> };
  return Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
  ) as Scores['scores'];
}
