import type { Ledger } from '../ledger.ts';
import type { Publication } from '../publication.ts';
import type { Reading } from '../reading.ts';
import type { Source } from '../source.ts';

/** What every format may need to know of the site. */
export interface Site {
  /** Its address and base path, ending in a slash; a path alone where the address is not known. */
  root: string;
  /** All records, by key. */
  sources: ReadonlyMap<string, Source>;
  /** Who answers for it. */
  publication: Publication;
}

/** A reading, and its ledger, which knows since when its notes say what they say. */
export interface Edited {
  reading: Reading;
  ledger?: Ledger | undefined;
}
