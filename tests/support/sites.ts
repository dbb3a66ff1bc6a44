import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../../src/build/server.ts';
import { isUpToDate } from '../../src/build/stamp.ts';
import { launchChromium } from './browser.ts';
import { run } from './command.ts';
import { FIXTURE_CONTENT, WORST_CONTENT } from './pages.ts';
import { writeWorstContent } from './worst.ts';

export const EDITION = { dist: 'dist', base: '/' };
/** The others are served under a path, as on a host that gives each project a folder. */
export const FIXTURE = {
  content: FIXTURE_CONTENT,
  base: '/repo/',
  dist: 'node_modules/.postil/fixture-site',
};
const WORST = { content: WORST_CONTENT, base: '/worst/', dist: 'node_modules/.postil/worst-site' };

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built edition, ending in a slash. */
    edition: string;
    /** Address of the built fixtures, ending in their base path. */
    fixture: string;
    /** Address of the built worst cases, ending in their base path. */
    worst: string;
  }
}

/** Builds the sites and serves them with the production headers while the tests run. */
export default async function setup({ provide }: TestProject) {
  // Unpacked once, before several files would do so at the same time.
  await (await launchChromium()).close();
  if (!isUpToDate(EDITION.dist)) buildSite(EDITION.dist, {});
  writeWorstContent(WORST.content);
  for (const { dist, content, base } of [FIXTURE, WORST])
    buildSite(dist, { POSTIL_CONTENT: content, POSTIL_BASE: base });
  const servers: Server[] = [];
  for (const [site, { dist, base }] of Object.entries({ edition: EDITION, fixture: FIXTURE, worst: WORST })) {
    const { server, address } = await listen(serveSite(dist, base));
    servers.push(server);
    provide(site as 'edition', address + base);
  }
  return () => {
    for (const server of servers) server.close();
  };
}

/** @throws what the build said, where it failed */
export function buildSite(dist: string, environment: Record<string, string>) {
  const { status, stdout, stderr } = run(['node', 'src/cli/build.ts', '--outDir', dist], environment);
  if (status !== 0) throw new Error(`The site could not be built.\n${stdout}\n${stderr}`);
}

/** Lets a server listen on a port that is free. */
export async function listen(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
