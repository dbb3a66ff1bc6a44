/*
 * What is cited less often than one passage: words that are selected, a note, and several passages.
 */
export { citeNote } from './cite-note.ts';
export { citeSelection, offerSelections } from './cite-selection.ts';
export { readRange } from './selection.ts';
