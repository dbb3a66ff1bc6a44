import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes many files below a folder; a folder within it is made once, for asking whether it is there takes as long. */
export class FolderWriter {
  readonly #root: string;
  readonly #made = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * @param name of the file within the folder, with slashes, of which one may stand before it
   * @param content its text, in one or in pieces, or bytes
   */
  write(name: string, content: string | Iterable<string> | Uint8Array): void {
    const file = path.join(this.#root, name);
    const folder = path.dirname(file);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content);
    else writePieces(file, content);
  }
}

function writePieces(file: string, pieces: Iterable<string>) {
  const opened = openSync(file, 'w');
  try {
    for (const piece of pieces) writeFileSync(opened, piece);
  } finally {
    closeSync(opened);
  }
}
