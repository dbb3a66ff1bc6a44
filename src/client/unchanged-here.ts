import { UNCHANGED, whereAndSince } from '../core/unchanged.ts';
import type { CitedPassage } from '../core/verdict.ts';
import type { Told } from './notice.ts';
import { placeIn } from './passage-place.ts';

/**
 * What the page itself knows: that a passage has the words that were cited, and never had others, nor another place.
 *
 * @param passage what the address leads to
 * @returns what is said of it, as the ledger has it too; undefined where only the ledger can tell
 */
export function unchangedHere(
  reading: HTMLElement,
  passage: HTMLElement | null,
  { anchor, fingerprint, to = anchor }: CitedPassage,
): Told | undefined {
  const { v, h, e = 1 } = passage?.dataset ?? {};
  if (!passage || v === undefined || v !== fingerprint?.toLowerCase() || h !== undefined || to !== anchor)
    return undefined;
  const of = { edition: Number(e), editions: Number(reading.dataset.editions), fingerprint: v };
  return {
    standing: 'whole',
    lead: UNCHANGED,
    rest: whereAndSince(placeIn(passage), of),
    stretches: [[anchor]],
  };
}
