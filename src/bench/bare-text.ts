import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Synthetic } from './synthetic.ts';

/** Within the project, so that Astro is found from there, and where its development server looks for changes. */
const FOLDER = path.join('.astro', 'bare-text');

/**
 * Writes the floor under the live loop: an Astro site with a Markdown page for each text, and nothing else; no notes, no
 * sources, no lists, no search.
 *
 * @param content the readings
 * @returns the folder; the first text is the page `/1/`
 */
export function writeBareTexts({ files }: Pick<Synthetic, 'files'>): string {
  const pages = path.join(FOLDER, 'src', 'pages');
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(pages, { recursive: true });
  writeFileSync(
    path.join(FOLDER, 'astro.config.mjs'),
    'export default { devToolbar: { enabled: false } };\n',
  );
  const texts = [...files].filter(([name]) => name.endsWith('/original.txt'));
  for (const [index, [, text]] of texts.entries())
    writeFileSync(barePage(FOLDER, index + 1), `# ${index + 1}\n\n${text}`);
  return FOLDER;
}

/** @returns the file of a text’s page, by its number from 1 */
export function barePage(folder: string, number: number): string {
  return path.join(folder, 'src', 'pages', `${number}.md`);
}
