/** Where the search index is, from the site’s root and without slashes at its ends, and the languages it has. */
export interface SearchPlace {
  folder: string;
  /** Those with most records first. */
  languages: string[];
}
