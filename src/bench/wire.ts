import type { CDPSession, Page } from 'playwright-core';

/** A request, and what came over the wire for it. */
export interface Transfer {
  /** Of what kind it is to the browser: `Document`, `Script`, `Fetch` … */
  type: string;
  /** Seconds on the browser’s clock; no end while it is under way. */
  start: number;
  end?: number;
  /** Headers and body as they were sent, compressed. */
  bytes: number;
}

/** What a page is drawn with, whatever it searches by. */
const OF_THE_PAGE = new Set(['Document', 'Stylesheet', 'Font', 'Image']);

/** Milliseconds without a request after which nothing more is expected. */
const QUIET = 250;

/** Milliseconds after which a request hangs. */
const HANGING = 120_000;

/** The network of a page as the browser counts it. */
export class Wire {
  #transfers = new Map<string, Transfer>();
  #changed = performance.now();

  /** @param page before it goes anywhere */
  static async of(page: Page): Promise<Wire> {
    const session = await page.context().newCDPSession(page);
    const wire = new Wire(session);
    await session.send('Network.enable');
    return wire;
  }

  private constructor(session: CDPSession) {
    session.on('Network.requestWillBeSent', ({ requestId, timestamp, type = 'Other' }) =>
      this.#set(requestId, { type, start: timestamp, bytes: 0 }),
    );
    session.on('Network.requestServedFromCache', ({ requestId }) => this.#transfers.delete(requestId));
    session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
      const transfer = this.#transfers.get(requestId);
      if (transfer) this.#set(requestId, { ...transfer, end: timestamp, bytes: encodedDataLength });
    });
    session.on('Network.loadingFailed', ({ requestId }) => this.#transfers.delete(requestId));
  }

  /** @returns which requests there were until now, so that they can be told from later ones */
  mark(): ReadonlySet<string> {
    return new Set(this.#transfers.keys());
  }

  /**
   * Waits until nothing is under way any more.
   *
   * @param from requests that were there before, and do not count
   * @param to requests that were there at the end of what counts; without it, all do
   * @returns what came over the wire for the search
   */
  async traffic(from: ReadonlySet<string>, to?: ReadonlySet<string>): Promise<Traffic> {
    await this.#quiet();
    const transfers = [...this.#transfers]
      .filter(([id]) => !from.has(id) && (to?.has(id) ?? true))
      .map(([, transfer]) => transfer)
      .filter(({ type, bytes }) => !OF_THE_PAGE.has(type) && bytes > 0);
    return {
      bytes: transfers.reduce((sum, { bytes }) => sum + bytes, 0),
      requests: transfers.length,
      waves: wavesOf(transfers),
    };
  }

  /** @returns everything that has come, when nothing is under way any more */
  async all(): Promise<Transfer[]> {
    await this.#quiet();
    return [...this.#transfers.values()].filter(({ bytes }) => bytes > 0);
  }

  #set(id: string, transfer: Transfer) {
    this.#transfers.set(id, transfer);
    this.#changed = performance.now();
  }

  async #quiet() {
    const isQuiet = () =>
      performance.now() - this.#changed > QUIET &&
      [...this.#transfers.values()].every(({ end }) => end !== undefined);
    const began = performance.now();
    while (!isQuiet()) {
      if (performance.now() - began > HANGING)
        throw new Error(
          'A request never ends: the page has failed, or another process of the browser made it.',
        );
      await new Promise((resolve) => setTimeout(resolve, QUIET / 5));
    }
  }
}

/** What a search had sent to it. */
export interface Traffic {
  bytes: number;
  requests: number;
  /** How many had to wait for one another. */
  waves: number;
}

/**
 * @param transfers in any order; those that wait for nothing begin at once
 * @returns the length of the longest row of requests each of which began when the one before it had come
 */
export function wavesOf(transfers: readonly Pick<Transfer, 'start' | 'end'>[]): number {
  const inOrder = [...transfers].sort((one, other) => one.start - other.start);
  const waves: number[] = [];
  for (const { start } of inOrder) {
    const before = inOrder
      .slice(0, waves.length)
      .map(({ end = Infinity }, at) => (end <= start ? waves[at]! : 0));
    waves.push(1 + Math.max(0, ...before));
  }
  return Math.max(0, ...waves);
}
