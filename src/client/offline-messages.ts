/** What a page tells the worker once it is loaded and idle. */
export interface Here {
  /** Whether it came before there was a worker: the first that it meets is of the page’s build. */
  isFirst: boolean;
}

/** What the worker answers a page of another build than its own. */
export const NEWER = 'newer';
