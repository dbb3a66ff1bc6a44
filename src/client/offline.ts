import { WORKER } from '../core/offline/place.ts';
import { type Here, NEWER } from './offline-messages.ts';

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (given: string) => string },
  ) => { createScriptURL: (given: string) => string };
}

const ADDRESS = import.meta.env.BASE_URL + WORKER;

/**
 * Registers the worker that keeps the site readable without a network, and tells it that this page is here. Where the
 * browser or its settings refuse it, the page is as without.
 */
export async function keepOffline(): Promise<void> {
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

/** Says that the page is here, to this worker and to each that takes its place; and looks for one when it is seen again. */
function follow(registration: ServiceWorkerRegistration) {
  const isControlled = navigator.serviceWorker.controller !== null;
  const tell = () => registration.active?.postMessage({ isControlled } satisfies Here);
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
