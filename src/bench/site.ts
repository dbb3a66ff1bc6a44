import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ENVIRONMENT_FOR_A_BUILD, FOR_A_BUILD } from '../build/program.ts';
import { Chance } from './chance.ts';
import type { Unit } from './comparison.ts';
import { documentsOf } from './document.ts';
import { Floor } from './floor.ts';
import { compress, Host } from './host.ts';
import { writeBareSite } from './bare-site.ts';
import { liveLoop } from './live-loop.ts';
import { readIn } from './own.ts';
import { build, type Cost } from './program.ts';
import { drawQuestions } from './questions.ts';
import { makeContent, PER_READING, type Synthetic } from './synthetic.ts';
import { VARIED } from './synthetic-reading.ts';
import { visitFirst } from './visit.ts';

/** Annotations of the reading in which the live loop is timed. */
const LONG = 300;

/** A figure of a site, and the floor under it, where there is one. */
interface SiteFigure {
  name: string;
  unit: Unit;
  value: number;
  floor?: number | undefined;
}

/** What came of a site: how large it is, and its figures. */
export interface SiteResult {
  subject: string;
  figures: SiteFigure[];
}

/**
 * Builds a site of many readings and looks at it; and times the live loop in one long reading.
 *
 * @param browser in which it is looked at
 * @param readings how many, with sixty annotations each, in several languages and with sources in common
 * @param isAlone whether no bare site is built beside it, which at a thousand readings may need more than a machine has
 * @param tell is told what is being done
 */
export async function benchSite(
  browser: Browser,
  readings: number,
  isAlone: boolean,
  tell: (progress: string) => void,
): Promise<SiteResult> {
  const annotations = readings * PER_READING;
  const subject = `A site of ${readings} readings, ${annotations.toLocaleString('en-GB')} annotations`;
  const content = makeContent(annotations, 1, PER_READING, VARIED);
  const long = makeContent(LONG, 1, LONG);
  const built = await withFolder(content, async (folder) => {
    tell(`${subject}: building it${isAlone ? '' : ', and a bare site of the same'}`);
    const out = path.join(folder, 'dist');
    const cost = await build(
      ['--outDir', out],
      { ...ENVIRONMENT_FOR_A_BUILD, POSTIL_CONTENT: folder },
      FOR_A_BUILD,
    );
    const floor = isAlone ? undefined : await buildBare(content);
    tell(`${subject}: looking at it`);
    return [
      { name: 'build', unit: 'milliseconds', value: cost.time, floor: floor?.time },
      { name: 'memory of the build at most', unit: 'memory', value: cost.memory, floor: floor?.memory },
      { name: 'files', unit: 'count', value: filesUnder(out), floor: floor?.files },
      ...(await lookAt(browser, out, content)),
    ] satisfies SiteFigure[];
  });
  tell(`${subject}: saving a note of a reading with ${LONG} annotations`);
  const loop = await withFolder(long, (folder) => liveLoop(browser, folder, long));
  const name = `save until shown, reading of ${LONG} annotations`;
  return { subject, figures: [...built, { name, unit: 'milliseconds', ...loop }] };
}

async function buildBare(content: Synthetic): Promise<Cost & { files: number }> {
  const bare = writeBareSite(content);
  const cost = await build(['--root', bare], {});
  return { ...cost, files: filesUnder(path.join(bare, 'dist')) };
}

/** Pages that list what is in all readings, and one reading of them. */
const pagesOf = ({ readings }: Synthetic) =>
  [
    ['front', ''],
    ['statements', 'claims/'],
    ['figures', 'figures/'],
    ['sources', 'sources/'],
    ['search, without scripts', 'search/'],
    ['a reading', `${readings[0]!.slug}/`],
  ] as const;

async function lookAt(browser: Browser, out: string, content: Synthetic): Promise<SiteFigure[]> {
  const host = new Host((place) => readIn(out, place));
  const address = await host.listen();
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    const figures: SiteFigure[] = [];
    for (const [name, place] of pagesOf(content)) {
      const html = readFileSync(path.join(out, place, 'index.html'));
      await page.goto(`${address}/${place}`);
      const elements = await page.locator('*').count();
      figures.push({ name: `${name}: page`, unit: 'bytes', value: (await compress(html)).length });
      figures.push({ name: `${name}: elements`, unit: 'count', value: elements });
    }
    return [...figures, ...(await search(browser, `${address}/search/`, content))];
  } finally {
    await context.close();
    host.close();
  }
}

async function search(browser: Browser, address: string, content: Synthetic): Promise<SiteFigure[]> {
  const floor = new Floor(documentsOf(content.readings, content.sources));
  const [first, second] = drawQuestions(floor.documents, 2, new Chance(1)) as [string, string];
  const visit = await visitFirst(browser, address, [first, second]);
  return [
    {
      name: 'first result, from the first focus',
      unit: 'bytes',
      value: visit.bytes,
      floor: await floor.bytesOf(first),
    },
    { name: 'requests to the first result', unit: 'count', value: visit.requests, floor: 1 },
    { name: 'second question', unit: 'bytes', value: visit.second, floor: await floor.bytesOf(second) },
  ];
}

/** Writes content to a folder that is there as long as something is done with it. */
async function withFolder<Done>({ files }: Synthetic, act: (folder: string) => Promise<Done>): Promise<Done> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-bench-'));
  try {
    for (const [name, text] of files) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function filesUnder(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;
}
