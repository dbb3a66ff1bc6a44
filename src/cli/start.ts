/**
 * `npm start`: builds the site if what is there is not of today's content, and serves it with the production headers.
 * PORT chooses the port; without it 4321, or the next that is free. HOST chooses who may see it; without it, this
 * machine alone.
 */
import { spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { recover } from '../build/exchange.ts';
import { serveSite } from '../build/server.ts';
import { BASE } from '../build/site.ts';
import { isUpToDate } from '../build/stamp.ts';

const BUILD = path.join('src', 'cli', 'build.ts');
const DIST = 'dist';
const FIRST_PORT = 4321;
const PORTS_TRIED = 20;

/** For one's own eyes, unless HOST says otherwise. */
const HOST = process.env.HOST ?? '127.0.0.1';

recover(DIST);
if (!isUpToDate(DIST)) {
  const { status } = spawnSync(process.execPath, [BUILD], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const server = serveSite(DIST, BASE);
const asked = process.env.PORT === undefined ? undefined : Number(process.env.PORT);
const port = await listen(
  asked === undefined ? Array.from({ length: PORTS_TRIED }, (_, next) => FIRST_PORT + next) : [asked],
);
console.log(`Postil is at http://localhost:${port}${BASE}`);

/** Listens on the first of the ports that is free. */
async function listen([first, ...others]: number[]): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(first, HOST, () => {
        server.off('error', reject);
        resolve();
      });
    });
    return (server.address() as AddressInfo).port;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || others.length === 0) throw error;
    return listen(others);
  }
}
