import path from 'node:path';
import { CONTENT } from './content.ts';

/** What tells of files that are written, as Vite's watcher does. */
interface Watcher {
  add(folder: string): unknown;
  on(event: 'add' | 'change' | 'unlink' | 'addDir' | 'unlinkDir', listen: (file: string) => void): unknown;
}

/** Milliseconds in which several files that are saved together are taken for one save. */
const TOGETHER = 50;

/**
 * @param watcher of the development server
 * @param act is called when files of the content have been saved, added or removed, once for all that go together
 */
export function whenSaved(watcher: Watcher, act: () => void): void {
  const root = path.resolve(CONTENT);
  let timer: ReturnType<typeof setTimeout> | undefined;
  watcher.add(root);
  const listen = (file: string) => {
    if (!path.resolve(file).startsWith(root + path.sep)) return;
    clearTimeout(timer);
    timer = setTimeout(act, TOGETHER);
  };
  for (const event of ['add', 'change', 'unlink', 'addDir', 'unlinkDir'] as const) watcher.on(event, listen);
}
