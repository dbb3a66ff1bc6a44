import type { CitedPassage } from '../core/verdict.ts';
import sheet from '../styles/notice.css?inline';
import { announce } from './announce.ts';
import { fetchLedger } from './ledgers.ts';
import { clearNotice, showNotice, type Told } from './notice.ts';
import type { Notes } from './notes.ts';
import { bringSheet } from './sheet.ts';
import { unchangedHere } from './unchanged-here.ts';

bringSheet(sheet);

/** How long a screen reader is given to find what it will listen to, in milliseconds. */
const TO_BE_FOUND = 50;

/** Each answer is of a later address than the one before, which it overtakes. */
let asked = 0;

/**
 * Judges what the address cites and says it beside the passage.
 *
 * @param id the anchor that the address leads to
 */
export async function tellVerdict(reading: HTMLElement, notes: Notes, id: string): Promise<void> {
  const turn = ++asked;
  const target = document.getElementById(id);
  clearNotice();
  // What is to be heard is put into something that is there already.
  announce('');
  const cited = citedIn(location.search, id);
  const known = unchangedHere(reading, target, cited);
  const told = await (known ? inAWhile(known) : judge(cited));
  // Of an annotation's id nothing is said, whatever the address has beside it.
  const isOver = turn !== asked || (target !== null && !isPassage(target));
  if (!isOver && told) showNotice(reading, notes, target, told);
}

/** The reader has gone on: to another passage, and then what was said of the first goes, or to a note. */
export function leaveVerdict(id: string): void {
  if (!isPassage(document.getElementById(id))) return;
  asked += 1;
  clearNotice();
}

function isPassage(target: HTMLElement | null): boolean {
  return target?.matches('[data-v], [data-h]') ?? false;
}

function citedIn(query: string, anchor: string): CitedPassage {
  const parameters = new URLSearchParams(query);
  return {
    anchor,
    fingerprint: parameters.get('v') ?? undefined,
    to: parameters.get('to') ?? undefined,
  };
}

/** What the page itself knows would be there at once. */
async function inAWhile(told: Told): Promise<Told> {
  await new Promise((resolve) => setTimeout(resolve, TO_BE_FOUND));
  return told;
}

/** Of all else the ledger knows, which is on its way while what reads it comes. */
async function judge(cited: CitedPassage): Promise<Told | undefined> {
  void fetchLedger('anchors.json');
  const { judgement } = await import('./judgement.ts');
  return judgement(cited);
}
