import type { Browser } from 'playwright-core';
import { Chance } from './chance.ts';
import type { Engine } from './engine.ts';
import { type Figures, mediansOf } from './figures.ts';
import type { Floor } from './floor.ts';
import { Host } from './host.ts';
import { drawQuestions } from './questions.ts';
import { median, percentile } from './statistics.ts';
import { askAll, visitFirst } from './visit.ts';

/** How much is measured. */
export interface Extent {
  rounds: number;
  /** First visits in each round. */
  visits: number;
  /** Questions in each round; and how many of them are asked once more as if they were typed. */
  questions: number;
  typed: number;
}

/** How far away each answer is on first visits, in milliseconds: far enough to tell what waits for what. */
const LATENCY = 40;

/** Where the floor's texts are on every site that is measured. */
const TEXTS = '/texts.json';

/**
 * Measures engines over the same documents, one after the other, in each round in another order.
 *
 * @param browser one for all
 * @param engines no two of one name
 * @param floor what the documents cost by themselves
 * @param extent how much is measured
 * @param tell is told what is being measured
 * @returns for each engine, by name, the medians of all rounds
 */
export async function measure(
  browser: Browser,
  engines: readonly Engine[],
  floor: Floor,
  extent: Extent,
  tell: (progress: string) => void,
): Promise<Map<string, Figures>> {
  const stands = await Promise.all(engines.map((engine) => standFor(engine, floor)));
  const rounds = new Map(engines.map(({ name }) => [name, [] as Figures[]]));
  try {
    for (let round = 0; round < extent.rounds; round += 1) {
      const first = round % stands.length;
      for (const stand of [...stands.slice(first), ...stands.slice(0, first)]) {
        const { name } = stand.engine;
        tell(`round ${round + 1} of ${extent.rounds}, ${name}`);
        rounds.get(name)!.push(await measureOnce(browser, stand, floor, extent, new Chance(round + 1)));
      }
    }
  } finally {
    for (const { host } of stands) host.close();
  }
  return new Map(Array.from(rounds, ([name, figures]) => [name, mediansOf(figures)]));
}

/** An engine and where it is served, for all rounds: what is compressed once need not be again. */
interface Stand {
  engine: Engine;
  host: Host;
  /** Of the page with the field. */
  address: string;
}

async function standFor(engine: Engine, { texts }: Floor): Promise<Stand> {
  const host = new Host((place) => (place === TEXTS ? texts : engine.read(place)));
  return { engine, host, address: (await host.listen()) + engine.page };
}

async function measureOnce(
  browser: Browser,
  { engine, host, address }: Stand,
  floor: Floor,
  extent: Extent,
  chance: Chance,
): Promise<Figures> {
  host.latency = LATENCY;
  const visits = await measureVisits(browser, address, floor, extent, chance);
  host.latency = 0;
  const { longestScan, ...answers } = await measureAnswers(browser, address, floor, extent, chance);
  return {
    ...visits.figures,
    ...answers,
    longestFirst: { value: visits.longest, floor: longestScan },
    size: { value: engine.size, floor: floor.texts.length },
    files: { value: engine.files, floor: 1 },
    buildTime: { value: engine.buildTime, floor: floor.buildTime },
  };
}

async function measureVisits(
  browser: Browser,
  address: string,
  floor: Floor,
  { visits }: Extent,
  chance: Chance,
) {
  const figures: Figures<'withScripts' | 'bytes' | 'untilQuiet' | 'second' | 'requests' | 'waves'>[] = [];
  const longest: number[] = [];
  for (let visit = 0; visit < visits; visit += 1) {
    const [first, second] = drawQuestions(floor.documents, 2, chance) as [string, string];
    const seen = await visitFirst(browser, address, [first, second]);
    const least = await floor.bytesOf(first);
    figures.push({
      withScripts: { value: seen.withScripts, floor: least },
      bytes: { value: seen.bytes, floor: least },
      untilQuiet: { value: seen.untilQuiet, floor: least },
      second: { value: seen.second, floor: await floor.bytesOf(second) },
      requests: { value: seen.requests, floor: 1 },
      waves: { value: seen.waves, floor: 1 },
    });
    longest.push(seen.longest);
  }
  return { figures: mediansOf(figures), longest: median(longest) };
}

async function measureAnswers(
  browser: Browser,
  address: string,
  floor: Floor,
  { questions, typed }: Extent,
  chance: Chance,
) {
  const asked = drawQuestions(floor.documents, questions, chance);
  const answers = await askAll(browser, address, TEXTS, asked, typed);
  const [scan, longestScan] = [median(answers.scanned), Math.max(...answers.scanned)];
  return {
    median: { value: median(answers.entered), floor: scan },
    percentile95: { value: percentile(answers.entered, 0.95), floor: percentile(answers.scanned, 0.95) },
    typed: { value: median(answers.typed), floor: scan },
    longest: { value: answers.longest, floor: longestScan },
    longestScan,
  };
}
