import { editionsPath, notePath, readingPath, sourcesPath, statementsPath } from '../address.ts';
import type { Ledger } from '../ledger.ts';
import type { Reading } from '../reading.ts';
import { lastChangeOf, lastChangeOfNote, latest } from './last-change.ts';

/** Pages that list what is in all readings; others that change with the design say no date. */
const LISTS = ['', 'claims/', 'figures/', 'sources/', 'timeline/'];

/**
 * @param shelf readings, each with its ledger
 * @returns the last change of every page whose changes have a date, `YYYY-MM-DD`, by its path within the site
 */
export function datesOfPages(shelf: readonly { reading: Reading; ledger: Ledger }[]): Map<string, string> {
  const ofReadings = shelf.flatMap(({ reading, ledger }) => {
    const own = lastChangeOf(reading, ledger);
    const pages = [
      readingPath(reading),
      `${reading.slug}/cite/`,
      editionsPath(reading),
      // Only a large site has these.
      statementsPath(reading),
      sourcesPath(reading),
      `${reading.slug}/notes/`,
    ];
    return [
      ...pages.map((path) => ({ path, date: own })),
      ...ledger.annotations.map((recorded) => ({
        path: notePath(reading, recorded.annotation),
        date: lastChangeOfNote(recorded, reading),
      })),
    ];
  });
  const newest = latest(ofReadings.map(({ date }) => date));
  const all = [...LISTS.map((path) => ({ path, date: newest })), ...ofReadings];
  return new Map(all.flatMap(({ path, date }) => (date === undefined ? [] : [[path, date]])));
}

/**
 * @param path of a page within the site
 * @returns whether it is one of a single edition: those are states of the reading's page, and not to be indexed
 */
export function isOfAnEdition(path: string): boolean {
  return /^[^/]+\/editions\/\d+\/$/.test(path);
}
