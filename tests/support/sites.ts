import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../../src/build/server.ts';
import { isUpToDate } from '../../src/build/stamp.ts';
import { launchChromium } from './browser.ts';
import { run } from './command.ts';

/** The second site is served under a path, as on a host that gives each project a folder. */
export const FIXTURE = {
  content: 'tests/fixtures/site/content',
  base: '/repo/',
  dist: 'node_modules/.postil/fixture-site',
};
export const EDITION = { dist: 'dist', base: '/' };

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built edition, ending in a slash. */
    edition: string;
    /** Address of the built fixtures, ending in their base path. */
    fixture: string;
  }
}

/** Builds both sites and serves them with the production headers while the tests run. */
export default async function setup({ provide }: TestProject) {
  // Unpacked once, before several files would do so at the same time.
  await (await launchChromium()).close();
  if (!isUpToDate(EDITION.dist)) build(EDITION.dist, {});
  build(FIXTURE.dist, { POSTIL_CONTENT: FIXTURE.content, POSTIL_BASE: FIXTURE.base });
  const edition = await listen(serveSite(EDITION.dist, EDITION.base));
  const fixture = await listen(serveSite(FIXTURE.dist, FIXTURE.base));
  provide('edition', edition.address + EDITION.base);
  provide('fixture', fixture.address + FIXTURE.base);
  return () => {
    edition.server.close();
    fixture.server.close();
  };
}

function build(dist: string, environment: Record<string, string>) {
  const { status, stdout, stderr } = run(['astro', 'build', '--outDir', dist], environment);
  if (status !== 0) throw new Error(`The site could not be built.\n${stdout}\n${stderr}`);
}

async function listen(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
