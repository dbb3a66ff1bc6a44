import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { writeWhole } from '../build/write.ts';
import { barePage, writeBareTexts } from './bare-text.ts';
import { develop } from './program.ts';
import { median } from './statistics.ts';
import type { Synthetic } from './synthetic.ts';

/** Saves of each site; the first one finds nothing warm, and does not count. */
const SAVES = 5;

/** Milliseconds after which it is not seen at all. */
const HANGING = 60_000;

/** What is saved, and the page on which it has to be seen. */
interface Loop {
  options: readonly string[];
  environment: Record<string, string>;
  file: string;
  page: string;
  /** The file with words in it that the page then shows. */
  edit: (text: string, words: string) => string;
}

/**
 * Times from a save until the open page shows it, with nobody touching the browser: of a note of a reading, and of a
 * bare text on Astro's own development server.
 *
 * @param browser in which
 * @param folder the content's folder
 * @param content what stands there; its first reading is the one that is changed
 * @returns medians, in milliseconds
 */
export async function liveLoop(
  browser: Browser,
  folder: string,
  content: Synthetic,
): Promise<{ value: number; floor: number }> {
  const { slug } = content.readings[0]!;
  const bare = writeBareTexts(content);
  return {
    value: await timeLoop(browser, {
      options: [],
      environment: { POSTIL_CONTENT: folder },
      file: path.join(folder, 'readings', slug, 'index.mdx'),
      page: `${slug}/`,
      edit: (text, words) => text.replace(/^(\[\^[\w-]+\]: ).*$/m, `$1${words}`),
    }),
    floor: await timeLoop(browser, {
      options: ['--root', bare],
      environment: {},
      file: barePage(bare, 1),
      page: '1/',
      edit: (text, words) => text.replace(/^#.*$/m, `# ${words}`),
    }),
  };
}

async function timeLoop(browser: Browser, { options, environment, file, page, edit }: Loop): Promise<number> {
  const server = await develop(options, environment);
  const context = await browser.newContext();
  try {
    const shown = await context.newPage();
    await shown.goto(server.address + page, { timeout: HANGING });
    const text = readFileSync(file, 'utf8');
    const times: number[] = [];
    for (let save = 0; save <= SAVES; save += 1) {
      const words = `Saved for the ${save}th time`;
      const began = performance.now();
      writeWhole(file, edit(text, words));
      await shown.locator('body', { hasText: words }).waitFor({ state: 'attached', timeout: HANGING });
      times.push(performance.now() - began);
      await shown.waitForLoadState('load');
    }
    writeWhole(file, text);
    return median(times.slice(1));
  } finally {
    await context.close();
    server.stop();
  }
}
