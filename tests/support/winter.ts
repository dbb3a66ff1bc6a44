import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Ledger } from '../../src/core/ledger.ts';
import { type Outcome, run } from './command.ts';

const HEAD = '---\ntitle: Winter\nauthor: [{ literal: A. Writer }]\nlanguage: en-GB\nsource: post\n---\n\n';

/** A content folder with one small reading, which commands may write to. */
export class Winter {
  readonly root = mkdtempSync(path.join(os.tmpdir(), 'postil-winter-'));
  readonly folder = path.join(this.root, 'readings', 'winter');

  constructor(text: string) {
    mkdirSync(this.folder, { recursive: true });
    mkdirSync(path.join(this.root, 'sources'));
    writeFileSync(
      path.join(this.root, 'sources', 'post.yaml'),
      'title: Winter\ntype: post-weblog\nissued: 2025-12-01\nconsulted: true\n',
    );
    this.write(text);
  }

  /**
   * @param text paragraphs with blank lines between them, in Markdown; marks stand as in MDX
   * @param notes footnote definitions
   */
  write(text: string, notes = ''): void {
    writeFileSync(this.file('index.mdx'), `${HEAD}${text}\n\n${notes}`);
    writeFileSync(this.file('original.txt'), `${text.replace(/<\/?[A-Z][^>]*>|^#+ /gm, '')}\n`);
  }

  file(name: string): string {
    return path.join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.file(name), 'utf8');
  }

  get ledger(): Ledger {
    return JSON.parse(this.read('anchors.json')) as Ledger;
  }

  /** Anchors with what became of them: `p1s2`, `p1s3 removed`. */
  get anchors(): string[] {
    return this.ledger.anchors.map(({ anchor, gone }) => (gone ? `${anchor} ${gone}` : anchor));
  }

  /** Every file of the reading, by name. */
  get files(): Record<string, string> {
    const names = readdirSync(this.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return Object.fromEntries(
      names
        .map((entry) => path.relative(this.folder, path.join(entry.parentPath, entry.name)))
        .sort()
        .map((name) => [name, this.read(name)]),
    );
  }

  anchorsCommand(...options: string[]): Outcome {
    return run(['node', 'src/cli/anchors.ts', ...options], { POSTIL_CONTENT: this.root });
  }

  check(): Outcome {
    return run(['node', 'src/cli/check.ts'], { POSTIL_CONTENT: this.root });
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}
