import type { Options } from 'minisearch';
import type { Document } from './document.ts';

/** MiniSearch as its documentation sets it up for search while typing; all words have to be found, as in Postil. */
export const MINISEARCH: Options<Document> = {
  fields: ['title', 'text'],
  storeFields: ['place', 'url', 'title', 'text'],
  searchOptions: { prefix: true, combineWith: 'AND', boost: { title: 2 } },
};
