import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { serveSite } from '../../src/build/server.ts';
import { makeContent, PER_READING, type Synthetic } from '../../src/bench/synthetic.ts';
import { VARIED } from '../../src/bench/synthetic-reading.ts';
import { buildSite, listen } from './sites.ts';

/** So many that the front and the lists are by reading: made up, in four languages. */
export const MANY = makeContent(9 * PER_READING, 1, PER_READING, VARIED);

const FOLDER = path.join('node_modules', '.postil');

/** Builds a site of many readings, and serves it with the production headers. */
export async function serveMany(): Promise<{ server: Server; site: string }> {
  const { server, address } = await listen(serveSite(buildMade('many', MANY), '/'));
  return { server, site: `${address}/` };
}

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
