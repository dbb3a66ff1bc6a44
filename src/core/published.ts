import type { Ledger } from './ledger.ts';

/** What a site publishes of a reading, as far as citations are checked against it. */
export interface Published {
  slug: string;
  title: string;
  /** Where the text was first published. */
  url?: string | undefined;
  /** The present ledger. */
  ledger: Ledger;
  /** The ledgers of earlier editions that are known, the oldest first. */
  earlier: readonly Ledger[];
  notes: readonly PublishedNote[];
}

/** A note's words. */
export interface PublishedNote {
  id: string;
  /** The marked words, and what stands around them. */
  quote: string;
  prefix: string;
  suffix: string;
  /** Finding and body. */
  said: string;
  /** What is quoted as evidence. */
  excerpts: string[];
  /** Of marked words that are a quotation: whose. */
  by?: string | undefined;
}

/** What is read of `annotations.jsonld`. */
interface Collection {
  /** Absent where there are no annotations. */
  first?: { items: Item[] };
}
interface Item {
  body: Body[];
  target: { selector: Selector[] };
}
interface Body {
  purpose: string;
  value?: string;
  selector?: { exact: string };
}
interface Selector {
  type: string;
  value?: string;
  exact?: string;
  prefix?: string;
  suffix?: string;
}

/**
 * @param collection what `toAnnotationCollection` makes, as JSON
 * @returns the notes in it
 */
export function notesOf(collection: unknown): PublishedNote[] {
  return ((collection as Collection).first?.items ?? []).map(({ body, target }) => {
    const select = (type: string) => target.selector.find((selector) => selector.type === type);
    const { exact = '', prefix = '', suffix = '' } = select('TextQuoteSelector') ?? {};
    const valueFor = (...purposes: string[]) =>
      body.find(({ purpose, value }) => purposes.includes(purpose) && value !== undefined)?.value;
    return {
      id: (select('FragmentSelector')?.value ?? '').replace(/^m-/, ''),
      quote: exact,
      prefix,
      suffix,
      said: valueFor('assessing', 'commenting') ?? '',
      excerpts: body.flatMap(({ purpose, selector }) =>
        purpose === 'linking' && selector ? [selector.exact] : [],
      ),
      by: valueFor('identifying'),
    };
  });
}
