import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/**
 * A real Chromium: the one named in CHROMIUM_PATH, else on x64 Linux the one that comes through npm, else the
 * system's Chrome. Its pages know of no service workers, unless a context says `serviceWorkers: 'allow'`: what a worker
 * stores after a page is loaded is counted apart, and no test meets what another has stored.
 *
 * @param options of Chromium, beside those that it always has
 */
export async function launchChromium(...options: string[]): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? (await bundledChromium());
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    ...options,
  ];
  // In the locale C Chromium finds no words in a page, neither by `find` nor by a link's text fragment.
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8' };
  const browser = await (executablePath === undefined
    ? chromium.launch({ channel: 'chrome', args, env })
    : chromium.launch({ executablePath, args, env }));
  return withoutWorkers(browser);
}

/** Playwright’s own way lets pages register a worker, and fail: they would load what registers it. */
function withoutWorkers(browser: Browser): Browser {
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options = {}) => {
    const context = await open(options);
    if (options.serviceWorkers !== 'allow')
      await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    return context;
  };
  return browser;
}

/** Unpacks Chromium, the libraries it needs and a font: the machine may have none of them. */
async function bundledChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // A place of our own: the package uses whatever stands in the temporary folder, unexamined.
  const { TMPDIR } = process.env;
  const place = path.join(os.tmpdir(), 'postil-chromium-153');
  mkdirSync(place, { recursive: true });
  process.env.TMPDIR = place;
  const { default: bundle, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  const libraries = path.join(place, 'al2023');
  setupLambdaEnvironment(path.join(libraries, 'lib'));
  if (!existsSync(libraries)) {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    await inflate(path.join(path.dirname(entry), '..', 'bin', 'al2023.tar.br'));
  }
  const executable = await bundle.executablePath();
  process.env.FONTCONFIG_FILE = writeFontConfig(place);
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  return executable;
}

/**
 * The package's own configuration names folders of a cloud function. A Chromium that finds no font at all ends as
 * soon as it draws a form's field.
 */
function writeFontConfig(place: string): string {
  const file = path.join(place, 'postil-fonts.conf');
  const folders = [path.join(place, 'fonts'), '/usr/share/fonts']
    .map((folder) => `<dir>${folder}</dir>`)
    .join('');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${path.join(place, 'fontconfig')}</cachedir></fontconfig>`,
  );
  return file;
}
