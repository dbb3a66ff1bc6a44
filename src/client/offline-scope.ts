/*
 * What a service worker sees of the browser, as far as ours uses it: a project has the types of pages or those of
 * workers, and this one has those of pages.
 *
 * @see https://www.w3.org/TR/service-workers/
 */

interface LivingEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

export interface FetchEvent extends LivingEvent {
  readonly request: Request;
  /** The page that asks, and the one that a navigation leads to. */
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith: (response: Promise<Response>) => void;
}

/** A page. */
export interface Client {
  readonly id: string;
  readonly url: string;
  postMessage: (message: unknown) => void;
}

interface ClientMessageEvent extends LivingEvent {
  readonly source: Client | null;
  readonly data: unknown;
}

interface Events {
  install: LivingEvent;
  activate: LivingEvent;
  fetch: FetchEvent;
  message: ClientMessageEvent;
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { get: (id: string) => Promise<Client | undefined> };
  skipWaiting: () => Promise<void>;
  addEventListener: <Name extends keyof Events>(name: Name, listen: (event: Events[Name]) => void) => void;
}

export const scope = self as unknown as WorkerScope;

/** Path of the site, ending in a slash: the worker stands at its root. */
export const ROOT = new URL(scope.registration.scope).pathname;

/** To be raised whenever what is stored is stored in another form. */
const FORMAT = 1;

/** What this site's caches are called: several sites may have one host, each under its path. */
const OURS = `postil ${ROOT} `;
export const FILES = `${OURS}files ${FORMAT}`;
export const RECORDS = `${OURS}records ${FORMAT}`;

/** Deletes what is stored of this site, but for caches that are named. */
export async function forget(...kept: readonly string[]): Promise<void> {
  const names = await caches.keys();
  const gone = names.filter((name) => name.startsWith(OURS) && !kept.includes(name));
  await Promise.all(gone.map((name) => caches.delete(name)));
}
