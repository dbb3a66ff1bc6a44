/** What a page tells the worker once it is loaded and idle. */
export interface Here {
  /** Whether it came through a worker; else it came before there was one. */
  isControlled: boolean;
}

/** What the worker answers a page of another build than its own. */
export const NEWER = 'newer';
