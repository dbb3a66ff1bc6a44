import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { serveSite } from '../../src/build/server.ts';

/** Milliseconds after which what is waited for hangs. */
const HANGING = 60_000;

/** One address at which builds of a site are put, one after the other, and which can be taken from the network. */
export class Deployment {
  readonly #base: string;
  #port = 0;
  #server: Server | undefined;
  /** Paths that were asked for, since the last build was put there. */
  asked: string[] = [];

  constructor(base: string) {
    this.#base = base;
  }

  /** Ending in the base path. */
  get address(): string {
    return `http://127.0.0.1:${this.#port}${this.#base}`;
  }

  /** Puts a build there, in place of another. */
  async put(dist: string): Promise<void> {
    await this.#listen(serveSite(dist, this.#base));
  }

  /** Has the host answer everything with a failure of its own. */
  async fail(): Promise<void> {
    const failing = serveSite('dist', this.#base);
    failing.removeAllListeners('request');
    failing.on('request', (_, response) => response.writeHead(503).end('Out of order'));
    await this.#listen(failing);
  }

  /** Takes the host from the network, with all connections that are open. */
  async remove(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  async #listen(server: Server): Promise<void> {
    await this.remove();
    this.asked = [];
    server.on('request', ({ url }) => this.asked.push(url!));
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }
}

/** Waits until the worker has stored a reading, beside all that it stores ahead. */
export async function stored(page: Page, slug: string): Promise<void> {
  await expect.poll(() => recordIn(page, 'readings'), { timeout: HANGING, interval: 50 }).toContain(slug);
}

/** @returns what the worker has written down for itself under a name */
async function recordIn(page: Page, name: string): Promise<unknown> {
  return page.evaluate(
    async (key) => {
      const cache = (await caches.keys()).find((each) => each.includes(' records '));
      const found =
        cache && (await (await caches.open(cache)).match(`${location.href.split('/', 3).join('/')}${key}`));
      return found ? ((await found.json()) as unknown) : [];
    },
    `${new URL(page.url()).pathname.startsWith('/repo/') ? '/repo/' : '/'}?${name}`,
  );
}

/** @returns addresses of all files that are stored */
export async function storedFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((each) => each.includes(' files '));
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => url);
  });
}

/** What a page was given for an address. */
export interface Given {
  path: string;
  body: Buffer;
}

/** @returns what a page is given from now on, wherever it comes from, as far as the browser has kept it */
export function watch(page: Page): Given[] {
  const given: Given[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    void response.body().then(
      (body) => given.push({ path: pathname, body }),
      // Of what comes again the browser may keep nothing for us.
      () => undefined,
    );
  });
  return given;
}

/**
 * @param given what a page was given
 * @param dists folders of builds, by their names
 * @param base path of the site
 * @returns the builds that have all of it, byte for byte
 */
export function buildsWith(
  given: readonly Given[],
  dists: Readonly<Record<string, string>>,
  base: string,
): string[] {
  const fileOf = (place: string) => place.slice(base.length).replace(/(?<=^|\/)$/, 'index.html');
  return Object.entries(dists).flatMap(([name, dist]) =>
    given.every(({ path: place, body }) => {
      const file = path.join(dist, fileOf(place));
      return existsSync(file) && body.equals(readFileSync(file));
    })
      ? [name]
      : [],
  );
}
