import type { Root } from 'mdast';
import type { Name } from '../source.ts';

/** A text as it was received, on its way to become a reading. */
export interface Draft {
  /**
   * mdast, without raw HTML, pictures, MDX (but for `<Byline>`) or code that runs; footnotes as references and
   * definitions.
   */
  tree: Root;
  /** What was recognized, assumed or left out, each in a full sentence, for the editor. */
  said: string[];
  /** Suggestions for the front matter, where the text has them. */
  title?: string;
  author?: Name[];
  /** BCP 47 tag, as the file itself declares it. */
  language?: string;
}

/** A text cannot be imported exactly; the message says why, in full sentences, and what can be done. */
export class Refused extends Error {
  override name = 'Refused';
}
