import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Synthetic } from '../../src/bench/synthetic.ts';
import { buildSite } from './sites.ts';

const FOLDER = path.join('node_modules', '.postil');

/**
 * Builds a site of content that is made up.
 *
 * @param name of its folders
 * @returns where it is
 */
export function buildMade(name: string, { files }: Synthetic): string {
  const [content, dist] = ['content', 'site'].map((what) => path.join(FOLDER, `${name}-${what}`)) as [
    string,
    string,
  ];
  rmSync(content, { recursive: true, force: true });
  for (const [place, text] of files) {
    const file = path.join(content, place);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  buildSite(dist, { POSTIL_CONTENT: content });
  return dist;
}
