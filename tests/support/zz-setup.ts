import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../../src/build/server.ts';
import { launchChromium } from './browser.ts';
export default async function setup({ provide }: TestProject) {
  await (await launchChromium()).close();
  for (const [name, dist, base] of [['edition', 'dist', '/'], ['fixture', 'node_modules/.postil/fixture-site', '/repo/']] as const) {
    const server = serveSite(dist, base); await new Promise<void>((r) => server.listen(0, '127.0.0.1', r));
    provide(name as 'edition', `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`);
  }
}
