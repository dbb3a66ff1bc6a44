import { registerHooks } from 'node:module';

const COLLECTION = new URL('collection.ts', import.meta.url).href;

/** Gives our collection to whoever asks for vitest, but for the collection itself. */
registerHooks({
  resolve(name, context, next) {
    return next(name === 'vitest' && context.parentURL !== COLLECTION ? COLLECTION : name, context);
  },
});
