import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { serveSite } from '../../src/build/server.ts';
import { makeContent, PER_READING } from '../../src/bench/synthetic.ts';
import { VARIED } from '../../src/bench/synthetic-reading.ts';
import { buildSite, listen } from './sites.ts';

/** So many that the front and the lists are by reading: made up, in four languages. */
export const MANY = makeContent(9 * PER_READING, 1, PER_READING, VARIED);

const CONTENT = path.join('node_modules', '.postil', 'many-content');
const DIST = path.join('node_modules', '.postil', 'many-site');

/** Builds a site of many readings, and serves it with the production headers. */
export async function serveMany(): Promise<{ server: Server; site: string }> {
  rmSync(CONTENT, { recursive: true, force: true });
  for (const [name, text] of MANY.files) {
    const file = path.join(CONTENT, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  buildSite(DIST, { POSTIL_CONTENT: CONTENT });
  const { server, address } = await listen(serveSite(DIST, '/'));
  return { server, site: `${address}/` };
}
