import { readFileSync } from 'node:fs';
import { fingerprint } from '../../src/core/hash.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import { parseLedger } from '../../src/core/ledger-file.ts';
import { FIXTURE_CONTENT } from './pages.ts';

/** The fixture that has two editions. */
export const SLUG = 'waterside-lamps';
const FOLDER = `${FIXTURE_CONTENT}/readings/${SLUG}`;

/** @returns a file of its folder */
export function fileOf(name: string): string {
  return readFileSync(`${FOLDER}/${name}`, 'utf8');
}

function ledgerIn(name: string): Ledger {
  return parseLedger({ path: name, json: fileOf(name) }).ledger!;
}

/** Its ledger as it was in the first edition, and as it is. */
export const FIRST = ledgerIn('editions/1.json');
export const NOW = ledgerIn('anchors.json');

/** @returns the address, within the site, at which a passage of the first edition was cited */
export function citationOf(anchor: string): string {
  const row = FIRST.anchors.find((each) => each.anchor === anchor)!;
  return `${SLUG}/?v=${row.hash!.slice(0, 7)}#${anchor}`;
}

/** @returns the same of all sentences from one to another */
export function rangeOf(anchor: string, to: string): string {
  const at = (name: string) => FIRST.anchors.findIndex((row) => row.anchor === name);
  const words = FIRST.anchors.slice(at(anchor), at(to) + 1).map(({ text }) => text);
  return `${SLUG}/?v=${fingerprint(words.join(' '))}&to=${to}#${anchor}`;
}

/** @returns the address of a note as it was cited in the first edition */
export function noteCitationOf(id: string): string {
  const row = FIRST.annotations.find(({ annotation }) => annotation === id)!;
  return `${SLUG}/notes/${id}/?v=${row.notes[0]!.hash.slice(0, 7)}`;
}
