import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CONTENT } from './content.ts';
import type { DevServer } from './overlay.ts';
import { writeWhole } from './write.ts';

/** Where texts stand while one writes, as they were when they were read last and nothing was wrong with them. */
const COPIES = path.join('.astro', 'drawn');

/**
 * Copies a text to where it is drawn from: the file itself may be broken by the next save. Another text has another
 * place, so that what is drawn is always what was read.
 *
 * @param file path of a text, within the content
 * @param mdx what it held when it was read
 * @returns path of the copy, from the project’s root, with slashes
 */
export function copyToDraw(file: string, mdx: string): string {
  const digest = createHash('sha256').update(mdx).digest('hex').slice(0, 16);
  const copy = path.join(COPIES, digest, path.relative(CONTENT, file));
  if (!existsSync(copy)) {
    mkdirSync(path.dirname(copy), { recursive: true });
    writeWhole(copy, mdx);
  }
  return copy.split(path.sep).join('/');
}

/**
 * Compiles each copy as soon as it is there. Astro waits half a second before it asks for it: most of what a long text
 * takes is done by then.
 *
 * @param server the development server
 */
export function compileCopies({ watcher, environments }: DevServer): void {
  const copies = path.resolve(COPIES) + path.sep;
  watcher.on('add', (file) => {
    if (!path.resolve(file).startsWith(copies) || !file.endsWith('.mdx')) return;
    void environments.ssr.warmupRequest(`/${path.relative('.', file).split(path.sep).join('/')}`);
  });
}

/** Removes the copies of a time before: nothing refers to them any more. */
export function removeCopies(): void {
  rmSync(COPIES, { recursive: true, force: true });
}
