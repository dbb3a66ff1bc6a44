import path from 'node:path';
import type { Plugin } from 'vite';
import { withoutNotes } from '../core/without-notes.ts';
import { remembered } from './memory.ts';
import { shelvesOfBuild } from './shelf.ts';

/**
 * Has a build compile the texts without their notes, which are most of a file and are drawn from what was read of it: to
 * parse them once more took a fifth of a build.
 */
export function textAlone(): Plugin {
  return {
    name: 'postil-text-alone',
    apply: 'build',
    transform: {
      order: 'pre',
      filter: { id: /\.mdx$/ },
      handler: (_, id) => textsByPath().get(path.resolve(id))?.(),
    },
  };
}

/** The readings’ files, and the earlier editions’. */
function textsByPath(): ReadonlyMap<string, () => string> {
  return remembered('texts by path', [], () => {
    const { readings, frozen } = shelvesOfBuild();
    return new Map(
      [...readings.values(), ...frozen.values()].map(({ data: { reading, files }, text }) => [
        path.resolve(text!.path),
        () => withoutNotes(files.mdx, reading.annotations),
      ]),
    );
  });
}
