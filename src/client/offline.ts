import { WORKER } from '../core/offline/place.ts';
import { type Here, NEWER } from './offline-messages.ts';

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (given: string) => string },
  ) => { createScriptURL: (given: string) => string };
}

/** Milliseconds after which a page that is not idle yet counts as such. */
const PATIENCE = 3000;

const ADDRESS = import.meta.env.BASE_URL + WORKER;

/**
 * Registers the worker that keeps the site readable without a network, and tells it that this page is here: when the
 * browser has nothing else to do. Where it or its settings refuse, the page is as without.
 */
export async function keepOffline(): Promise<void> {
  await idle();
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data === NEWER) void import('./newer.ts').then(({ tellNewer }) => tellNewer());
  });
  try {
    // A host may keep the worker's file for a while: it is always asked for anew.
    follow(await serviceWorker.register(trustedAddress(), { updateViaCache: 'none' }));
  } catch {
    // No harm.
  }
}

/** The browser may have no such moment for long; some tell of none. */
function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: PATIENCE });
    else setTimeout(resolve, PATIENCE);
  });
}

/** Says that the page is here, to this worker and to each that takes its place; and looks for one when it is seen again. */
function follow(registration: ServiceWorkerRegistration) {
  const isFirst = !registration.active;
  const tell = () => registration.active?.postMessage({ isFirst } satisfies Here);
  const tellWhenActive = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'activated') tell();
    });
  const look = () => {
    tell();
    registration.update().catch(() => undefined);
  };
  registration.addEventListener('updatefound', () => tellWhenActive(registration.installing));
  tellWhenActive(registration.installing ?? registration.waiting);
  addEventListener('online', look);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  });
  tell();
}

/**
 * The policy of the page lets one script be named, under this name: whatever goes in, the worker's address comes out.
 *
 * @see https://www.w3.org/TR/trusted-types/
 */
function trustedAddress(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('postil', { createScriptURL: () => ADDRESS });
  return policy?.createScriptURL(ADDRESS) ?? ADDRESS;
}
