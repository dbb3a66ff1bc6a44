import type { Browser, Page } from 'playwright-core';
import { ask, longestTask, scan, takeTexts, watchTasks } from './page/watch.ts';
import { Wire } from './wire.ts';

/** Milliseconds after an answer before the next question: what follows from it is not the next one’s. */
const PAUSE = 50;

/** What a first visit to a page costs. */
export interface FirstVisit {
  /** Bytes to the first result: with the page’s scripts, and after the field was touched. */
  withScripts: number;
  bytes: number;
  requests: number;
  waves: number;
  /** Bytes until nothing more comes. */
  untilQuiet: number;
  /** Bytes of the second question. */
  second: number;
  /** Milliseconds of the longest task. */
  longest: number;
}

/**
 * Visits a page for the first time and asks twice.
 *
 * @param browser with an empty cache for each visit
 * @param address the page’s
 * @param questions the first and the second
 */
export async function visitFirst(
  browser: Browser,
  address: string,
  [first, second]: readonly [string, string],
): Promise<FirstVisit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const wire = await Wire.of(page);
    await page.goto(address);
    const scripts = await wire.traffic(new Set());
    const loaded = wire.mark();
    await page.evaluate(watchTasks);
    await enter(page, first);
    const answered = wire.mark();
    const { bytes, requests, waves } = await wire.traffic(loaded, answered);
    const untilQuiet = await wire.traffic(loaded);
    const longest = await page.evaluate(longestTask);
    const before = wire.mark();
    await enter(page, second);
    const further = await wire.traffic(before);
    const withScripts = scripts.bytes + bytes;
    return {
      withScripts,
      bytes,
      requests,
      waves,
      untilQuiet: untilQuiet.bytes,
      second: further.bytes,
      longest,
    };
  } finally {
    await context.close();
  }
}

/** How long a page takes that has been asked before, in milliseconds. */
export interface Answers {
  /** From Enter to the answer, for each question; and from a keystroke, for some of them. */
  entered: number[];
  typed: number[];
  /** Of a plain look through all texts, in the same page, for each question. */
  scanned: number[];
  /** The longest task while answering. */
  longest: number;
}

/**
 * @param browser in which the page is opened anew
 * @param address the page’s
 * @param texts address of a JSON array with the texts of all documents
 * @param questions what is asked
 * @param typed how many of them are asked again as if typed
 */
export async function askAll(
  browser: Browser,
  address: string,
  texts: string,
  questions: readonly string[],
  typed: number,
): Promise<Answers> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await enter(page, questions.at(-1)!);
    await page.evaluate(watchTasks);
    const answers: Answers = { entered: [], typed: [], scanned: [], longest: 0 };
    for (const words of questions) {
      answers.entered.push(await enter(page, words));
      await page.waitForTimeout(PAUSE);
    }
    answers.longest = await page.evaluate(longestTask);
    for (const words of questions.slice(0, typed)) {
      answers.typed.push(await page.evaluate(ask, { words, isEntered: false }));
      await page.waitForTimeout(PAUSE);
    }
    await page.evaluate(takeTexts, texts);
    for (const words of questions) answers.scanned.push(await page.evaluate(scan, words));
    return answers;
  } finally {
    await context.close();
  }
}

async function enter(page: Page, words: string): Promise<number> {
  await page.focus('form.q input[name="q"]');
  return page.evaluate(ask, { words, isEntered: true });
}
