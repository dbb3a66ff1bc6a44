import type { Facet } from '../core/search-facet.ts';
import { capitalized } from '../core/tally.ts';

/** Names of what stands in the index by its key: sources, readings. */
interface Names {
  source: Record<string, string>;
  reading: Record<string, string>;
}

const PLACE_NAMES: Partial<Record<string, string>> = {
  passage: 'Passages',
  note: 'Notes',
  evidence: 'Evidence',
};

let known: Names = { source: {}, reading: {} };

/** Loads the names of sources and readings; without them their keys stand there. */
export async function loadNames(address: string): Promise<void> {
  if (Object.keys(known.source).length > 0) return;
  try {
    const response = await fetch(address);
    if (response.ok) known = (await response.json()) as Names;
  } catch {
    // A key says what is meant, too.
  }
}

/** @returns a value as a filter shows it */
export function nameOf(facet: Facet, value: string): string {
  if (facet === 'source' || facet === 'reading') return own(known[facet], value) ?? value;
  if (facet === 'in') return own(PLACE_NAMES, value) ?? value;
  return facet === 'publisher' || facet === 'year' ? value : capitalized(value);
}

/** An address may ask for `constructor`, which every object has. */
function own(names: Partial<Record<string, string>>, value: string): string | undefined {
  return Object.hasOwn(names, value) ? names[value] : undefined;
}

/** @returns a value as it stands within a sentence */
export function nameWithin(facet: Facet, value: string): string {
  return ['status', 'kind', 'bearing', 'in'].includes(facet)
    ? nameOf(facet, value).toLowerCase()
    : nameOf(facet, value);
}
