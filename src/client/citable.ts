import type { CitedRecord } from '../core/cite-data.ts';
import type { FormsByStyle } from '../core/cite.ts';
import type { StyleForms } from '../core/reference-template.ts';

/** What can be cited: words, where they are, and their references as far as they are loaded. */
export interface Citable {
  /** What it is, after “Cite”. */
  name: string;
  /** One paragraph a line. */
  words: string;
  /** BCP 47 tag of their language. */
  language: string;
  /** The whole address. */
  link: string;
  /** Whose the words are and where: “Hadfield and Khostova, para. 8”. */
  attribution: string;
  /** Where in the text, as a style counts paragraphs; of a note, nothing. */
  locate?: (style: Pick<StyleForms, 'paragraph'>) => string;
  references?: FormsByStyle | undefined;
  record?: CitedRecord | undefined;
}
