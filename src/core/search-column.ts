/** In what the places of values are counted: many of a site’s have one letter then. */
const RADIX = 36;

const NONE = '-';

/** What all records of an index have of one facet, or on which day they were checked. */
export interface Column {
  /** Each once, in the order in which they come. */
  values: string[];
  /**
   * For each record, by ordinal, with commas between them: nothing, where it has what the one before it has; else the
   * places of its values in the list, base 36, with full stops between them, or `-` where it has none.
   */
  records: string;
}

/** @param byRecord the values of each record, by ordinal */
export function toColumn(byRecord: readonly (readonly string[])[]): Column {
  const values = [...new Set(byRecord.flat())];
  const places = new Map(values.map((value, place) => [value, place.toString(RADIX)]));
  const written = byRecord.map((own) => own.map((value) => places.get(value)!).join('.') || NONE);
  return { values, records: written.map((own, at) => (own === written[at - 1] ? '' : own)).join(',') };
}

/** @returns the values of each record, by ordinal; those that have the same share a list */
export function readColumn({ values, records }: Column): readonly (readonly string[])[] {
  const lists = new Map<string, string[]>([[NONE, []]]);
  let last: string[] = [];
  return records.split(',').map((own) => {
    if (own === '') return last;
    last = lists.get(own) ?? own.split('.').map((place) => values[parseInt(place, RADIX)]!);
    lists.set(own, last);
    return last;
  });
}
