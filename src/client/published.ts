import type { Ledger } from '../core/ledger.ts';
import { notesOf, type Published } from '../core/published.ts';

/** What the page itself says of a reading. */
export type Known = Pick<Published, 'slug' | 'title' | 'url'>;

/**
 * Loads what the site publishes of a reading: its ledger, its notes, and the ledgers of its earlier editions.
 *
 * @param base the site's base path
 * @throws when the present ledger or the notes cannot be had
 */
export async function loadPublished(known: Known, base: string): Promise<Published> {
  const at = `${base}${known.slug}/`;
  const [ledger, notes] = await Promise.all([load(`${at}anchors.json`), load(`${at}annotations.jsonld`)]);
  const { editions } = ledger as Ledger;
  const earlier = await Promise.all(
    editions.slice(0, -1).map(({ edition }) => load(`${at}editions/${edition}/anchors.json`, 404)),
  );
  return {
    ...known,
    ledger: ledger as Ledger,
    earlier: earlier.filter((each) => each !== undefined) as Ledger[],
    notes: notesOf(notes),
  };
}

/** @returns a file's JSON; nothing where the answer is one that may be */
async function load(address: string, mayBe?: number): Promise<unknown> {
  const response = await fetch(address);
  if (response.status === mayBe) return undefined;
  if (!response.ok) throw new Error(`${address} could not be had: ${response.status}.`);
  return response.json();
}
