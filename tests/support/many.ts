import type { Server } from 'node:http';
import { serveSite } from '../../src/build/server.ts';
import { makeContent, PER_READING } from '../../src/bench/synthetic.ts';
import { VARIED } from '../../src/bench/synthetic-reading.ts';
import { buildMade } from './made-site.ts';
import { listen } from './sites.ts';

/** So many that the front and the lists are by reading: made up, in four languages. */
export const MANY = makeContent(9 * PER_READING, 1, PER_READING, VARIED);

/** Builds a site of many readings, and serves it with the production headers. */
export async function serveMany(): Promise<{ server: Server; site: string }> {
  const { server, address } = await listen(serveSite(buildMade('many', MANY), '/'));
  return { server, site: `${address}/` };
}
