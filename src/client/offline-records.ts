import { RECORDS, ROOT, scope } from './offline-scope.ts';

/*
 * What the worker must know again when the browser has ended and restarted it: which build each open page is of, and
 * which readings are kept.
 */

/** A page: of which build it is; or, where that is not known yet, its place and the digest of what came. */
export type Visitor = { build: string } | { place: string; digest: string };

interface Kept {
  visitor: Visitor;
  /** When it was asked for, in milliseconds; none where it has come since. */
  asked?: number;
}

/** Milliseconds for which a page may be coming that the browser does not count among the open ones yet. */
const COMING = 120_000;

/** Readings that are kept, those visited last; of the others the device has its room back. */
const MOST_READINGS = 12;

const READINGS = 'readings';
const LATEST = 'latest';
const OF_VISITOR = 'page ';

/** Those that this worker has met since it was started: before they are written down. */
const met = new Map<string, Promise<Visitor>>();

/** Remembers a page; where storage is refused, until the worker ends. */
export async function meet(id: string, visitor: Promise<Visitor>): Promise<void> {
  met.set(id, visitor);
  const known = await visitor.catch(() => undefined);
  // It did not come wholly: nothing is known of it.
  if (!known) met.delete(id);
  else
    await write(OF_VISITOR + id, { visitor: known, asked: Date.now() } satisfies Kept).catch(() => undefined);
}

/** @returns what is known of a page */
export async function visitorBy(id: string): Promise<Visitor | undefined> {
  const known = met.get(id);
  if (known) return known.catch(() => undefined);
  return (await read<Kept>(OF_VISITOR + id))?.visitor;
}

/** Notes that a page has come: when it is not open any more, it is gone. */
export async function seat(id: string): Promise<void> {
  const visitor = await visitorBy(id);
  if (visitor) await write(OF_VISITOR + id, { visitor } satisfies Kept);
}

/** @returns the builds of the pages that are open; the others are forgotten */
export async function buildsOfVisitors(): Promise<string[]> {
  const builds = new Set<string>();
  for (const name of await names()) {
    if (!name.startsWith(OF_VISITOR)) continue;
    const kept = await read<Kept>(name);
    const isOpen = (await scope.clients.get(name.slice(OF_VISITOR.length))) !== undefined;
    if (kept && (isOpen || Date.now() - (kept.asked ?? 0) < COMING)) {
      if ('build' in kept.visitor) builds.add(kept.visitor.build);
    } else await (await records()).delete(addressOf(name));
  }
  return [...builds];
}

/** @returns slugs of the readings that are kept, that visited last before the others */
export async function keptReadings(): Promise<string[]> {
  return (await read<string[]>(READINGS)) ?? [];
}

/** Keeps a reading as the one that was visited last. */
export async function keepReading(slug: string): Promise<void> {
  const others = (await keptReadings()).filter((other) => other !== slug);
  await write(READINGS, [slug, ...others].slice(0, MOST_READINGS));
}

/** Keeps a reading no longer. */
export async function dropReading(slug: string): Promise<void> {
  const others = (await keptReadings()).filter((other) => other !== slug);
  await write(READINGS, others);
}

/** @returns the build that was stored last, or is being stored */
export async function latestBuild(): Promise<string | undefined> {
  return read<string>(LATEST);
}

/** Says which build is being stored, or is stored. */
export async function beginBuild(digest: string): Promise<void> {
  await write(LATEST, digest);
}

async function write(name: string, value: unknown): Promise<void> {
  await (await records()).put(addressOf(name), new Response(JSON.stringify(value)));
}

async function read<Value>(name: string): Promise<Value | undefined> {
  const found = await (await records()).match(addressOf(name));
  return found && ((await found.json()) as Value);
}

async function names(): Promise<string[]> {
  const requests = await (await records()).keys();
  return requests.map(({ url }) => decodeURIComponent(new URL(url).search.slice(1)));
}

function records(): Promise<Cache> {
  return caches.open(RECORDS);
}

function addressOf(name: string): string {
  return `${ROOT}?${encodeURIComponent(name)}`;
}
