/** What a question can be narrowed by, as the index and the address name it. */
export const FACETS = ['in', 'status', 'kind', 'source', 'publisher', 'reading', 'year', 'bearing'] as const;
export type Facet = (typeof FACETS)[number];

/** Those that are counted at each answer come with the first pack, each of the others in a file of its own. */
export const FIRST_FACETS = ['in', 'status', 'kind', 'reading'] as const satisfies Facet[];
export const LATER_FACETS = ['source', 'publisher', 'year', 'bearing'] as const satisfies Facet[];

/** Values of each; none where a record has none. */
export type Facets = Partial<Record<Facet, string[]>>;

/** Where a record stands: the values of `in`. */
export const PLACES = ['passage', 'note', 'evidence'] as const;
export type Place = (typeof PLACES)[number];
