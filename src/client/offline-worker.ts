import { firstOf, isNamedByContent, placeWithin } from '../core/offline/place.ts';
import { Build } from './offline-build.ts';
import { digestOf, find, keepOnly, put, take, takeAll, USED } from './offline-files.ts';
import { type Here, NEWER } from './offline-messages.ts';
import {
  beginBuild,
  buildsOfVisitors,
  dropReading,
  keepReading,
  keptReadings,
  latestBuild,
  meet,
  seat,
  type Visitor,
  visitorBy,
} from './offline-records.ts';
import { type Client, type FetchEvent, FILES, forget, RECORDS, ROOT, scope } from './offline-scope.ts';

/*
 * The service worker. With a network, pages come from the host, as without the worker: nobody who is online reads a
 * correction late. Without one, or where the host does not answer, they come from what is stored. Two builds are never
 * mixed: what is stored is found by its digest in the list of a build; a page is known by its own digest to be of one
 * build, for as long as it is open; and what it asks for comes from that build or not at all.
 */

/** The digest of the list of this worker's build; the build puts it in. */
declare const BUILD: string;

/** Milliseconds for which the host is waited for where a page is stored. */
const PATIENCE = 4000;

/** Readings of which this worker knows that they are wholly stored. */
const whole = new Set<string>();

/** Whether nothing is stored but what this worker's build has. */
let isTidy = false;

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(forget(FILES, RECORDS)));
scope.addEventListener('message', (event) => {
  if (event.source) event.waitUntil(welcome(event.source, event.data as Here));
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const place = url.origin === location.origin ? placeWithin(url.pathname, ROOT) : undefined;
  if (place === undefined || request.method !== 'GET' || request.headers.has('Range')) return;
  if (request.mode === 'navigate') event.respondWith(bringPage(event, place));
  // Who wants to know what the host has now is not told what it had.
  else if (request.cache !== 'no-cache' && request.cache !== 'no-store' && request.cache !== 'reload')
    event.respondWith(bringFile(event, place));
});

/**
 * Stores the build whole, with the readings that are kept, before it takes the place of another: then it does so at
 * once, for each page goes on with its own build.
 */
async function install(): Promise<void> {
  try {
    if (savesData()) throw new Error('The reader saves data.');
    await navigator.locks.request(FILES, storeBuild);
    await scope.skipWaiting();
  } catch (error) {
    // Nothing is left of what nobody would use.
    if (!scope.registration.active) await forget();
    throw error;
  }
}

/** From now on an older worker deletes nothing; where this one cannot be stored, it goes on as before. */
async function storeBuild(): Promise<void> {
  const before = await latestBuild();
  await beginBuild(BUILD);
  try {
    const own = await Build.open(BUILD);
    await takeAll(own.files);
    const kept = (await keptReadings()).filter((slug) => own.hasReading(slug));
    for (const slug of kept) await storeReading(own, slug);
  } catch (error) {
    if (before !== undefined) await beginBuild(before);
    throw error;
  }
}

/** A page has come and is idle: what belongs to it is stored, and what belongs to none any more goes. */
async function welcome(client: Client, { isFirst }: Here): Promise<void> {
  const own = await Build.open(BUILD);
  if (isFirst && !(await visitorBy(client.id))) await meet(client.id, Promise.resolve({ build: BUILD }));
  const build = await buildOf(client.id);
  if (build !== undefined && build !== BUILD) client.postMessage(NEWER);
  await seat(client.id);
  const slug = firstOf(placeWithin(new URL(client.url).pathname, ROOT) ?? '');
  await navigator.locks.request(FILES, async () => {
    // Another worker is taking this one's place.
    if ((await latestBuild()) !== BUILD) return;
    if (own.hasReading(slug) && !whole.has(slug) && (await storeReading(own, slug))) await keepReading(slug);
    if (!isTidy) await tidy(own);
  });
}

/** @returns whether a reading is stored; where there is no room for it, it is kept no longer */
async function storeReading(own: Build, slug: string): Promise<boolean> {
  try {
    await takeAll(await own.filesOf(slug));
    whole.add(slug);
    return true;
  } catch (error) {
    if (!isForWantOfRoom(error)) throw error;
    await dropReading(slug);
    return false;
  }
}

/** Deletes what no build has that a page is of. */
async function tidy(own: Build): Promise<void> {
  const others = await Promise.all(
    (await buildsOfVisitors()).map((digest) => Build.open(digest).catch(() => undefined)),
  );
  const kept = await keptReadings();
  const live = [own, ...others.filter((build) => build !== undefined)];
  const namings = await Promise.all(live.map((build) => build.naming(kept)));
  await keepOnly((key) => namings.some((isNamed) => isNamed(key)));
  isTidy = live.every(({ digest }) => digest === BUILD);
}

/** From the host, where it answers; else as it is stored. */
async function bringPage(event: FetchEvent, place: string): Promise<Response> {
  const coming = fromHost(event.request, place);
  event.waitUntil(coming.catch(() => undefined));
  const own = await Build.open(BUILD).catch(() => undefined);
  const digest = await own?.digestOf(place);
  const stored = digest === undefined ? undefined : await find(place, digest);
  try {
    const page = await (stored ? within(PATIENCE, coming) : coming);
    if (!stored || page.status < 500) {
      if (page.ok) event.waitUntil(meet(event.resultingClientId, recognised(page.clone(), place, digest)));
      return page;
    }
  } catch (error) {
    if (!own) throw error;
  }
  if (!stored) return answerWithout(event.request, place, own!);
  event.waitUntil(meet(event.resultingClientId, Promise.resolve({ build: BUILD })));
  return stored;
}

/** As the host has it now: where that says nothing else, the browser would show for days what it had. */
function fromHost(request: Request, place: string): Promise<Response> {
  return fetch(request, isNamedByContent(place) ? {} : { cache: 'no-cache' });
}

/** @returns of which build a page is that has come; or what it is, until a build is there that has it */
async function recognised(page: Response, place: string, expected: string | undefined): Promise<Visitor> {
  const digest = await digestOf(await page.arrayBuffer());
  return digest === expected ? { build: BUILD } : { place, digest };
}

/** What a host would answer; nothing where it is not known whether a page is there. */
async function answerWithout({ url }: Request, place: string, own: Build): Promise<Response> {
  const folder = place.endsWith('/') ? undefined : await own.digestOf(`${place}/`);
  const { pathname, search } = new URL(url);
  if (folder !== undefined) return Response.redirect(`${pathname}/${search}`);
  const missing = own.files.get('404.html');
  const isMissing = missing !== undefined && (await own.hasNothingAt(place));
  return (isMissing && (await find('404.html', missing))) || Response.error();
}

/** What a page asks for, of the build that the page is of; what its name tells from any other, of whichever. */
async function bringFile({ request, clientId }: FetchEvent, place: string): Promise<Response> {
  const own = await Build.open(BUILD).catch(() => undefined);
  if (!own) return fetch(request);
  const known = isNamedByContent(place) ? await own.digestOf(place) : undefined;
  if (known !== undefined) return (await stored(place, known)) ?? fetch(request);
  const build = await buildOf(clientId);
  return build === undefined ? fromHost(request, place) : fromBuild(await Build.open(build), request, place);
}

async function fromBuild(build: Build, request: Request, place: string): Promise<Response> {
  const digest = await build.askDigestOf(place);
  if (digest !== undefined) return (await stored(place, digest)) ?? Response.error();
  return build.isOfLargeIndex(place) ? fetchUsed(request, place) : fetchUnlisted(request, place, build);
}

/** @returns a file as it is listed; undefined where it is neither stored nor still what the host has */
async function stored(place: string, digest: string): Promise<Response | undefined> {
  return (await find(place, digest)) ?? (await take(place, digest));
}

/** Of an index that is too large to be stored ahead, what was used is kept. */
async function fetchUsed(request: Request, place: string): Promise<Response> {
  const used = await find(place, USED);
  if (used) return used;
  const file = await fetch(request);
  const isFile = file.ok && !file.headers.get('Content-Type')?.startsWith('text/html');
  if (isFile) await put(place, USED, file.clone()).catch(() => undefined);
  return file;
}

/** What is asked for and is not there, is not there without a network either. */
async function fetchUnlisted(request: Request, place: string, build: Build): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (await build.hasNothingAt(place)) return new Response(null, { status: 404 });
    throw error;
  }
}

/** @returns the build that a page is of; undefined where it is of none that is known */
async function buildOf(client: string): Promise<string | undefined> {
  const visitor = await visitorBy(client);
  if (visitor === undefined || 'build' in visitor) return visitor?.build;
  const own = await Build.open(BUILD);
  if ((await own.digestOf(visitor.place)) !== visitor.digest) return undefined;
  // From now on it is: a later build may have the same page, and other data with it.
  await meet(client, Promise.resolve({ build: BUILD }));
  return BUILD;
}

/** @throws when it takes longer */
async function within<Value>(milliseconds: number, coming: Promise<Value>): Promise<Value> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The host does not answer.')), milliseconds);
  });
  return Promise.race([coming, late]);
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false;
}

function isForWantOfRoom(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
