import type { Read } from './host.ts';

/** A search that is measured: a small site with a page that answers. */
export interface Engine {
  name: string;
  /** Path of the page with the field. */
  page: string;
  read: Read;
  /** Bytes of the index on disk, and how many files it has. */
  size: number;
  files: number;
  /** Milliseconds in which the index was made of the documents. */
  buildTime: number;
}
