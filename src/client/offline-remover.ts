import { forget, scope } from './offline-scope.ts';

/*
 * Where the publisher wants no worker, this one takes the place of the one that readers have from before: it deletes
 * what that has stored, and goes. Pages that are open go on with the host.
 */
scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([forget(), scope.registration.unregister()])),
);
