import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { Annotation } from './annotation.ts';
import { noteLink, passageLink } from './address.ts';
import { inWords } from './date.ts';
import { toCsl } from './export/csl.ts';
import { locatorOf, placeOf } from './locator.ts';
import type { Block, Sentence } from './passage.ts';
import { inQuotes } from './quotation.ts';
import type { Reading } from './reading.ts';
import type { Source } from './source.ts';

/** A passage or note as it is cited: where it is, its link, and a reference that ends in the link. */
export interface Citation {
  /** “¶8, sentence 2”, for the eye. */
  place: string;
  link: string;
  reference: string;
}

/**
 * Cites a reading's passages and notes. The reference of the text is made once, by citeproc in APA style; a passage
 * adds its place and its link, so that there is one record for each reading and never one for each sentence.
 *
 * @param reading a reading
 * @param record the text's own record
 * @param root the site's address and base path, ending in a slash; a path alone where the address is not known
 */
export function citer(reading: Reading, record: Source, root: string) {
  const text = formatReference(record);
  const edition = `Annotated edition ${reading.edition.edition}, Postil`;
  return {
    /** What every reference to a passage begins with. */
    prefix: `${text} ${edition}`,
    /** The reference of the text as annotated here, without a place in it. */
    text: `${text} ${edition}. ${root}${reading.slug}/`,
    passage(block: Block, sentence?: Sentence): Citation {
      const link = root + passageLink(reading, sentence ?? block);
      return {
        place: placeOf(block, sentence),
        link,
        reference: `${text} ${edition}, ${locatorOf(block, sentence)}. ${link}`,
      };
    },
    note(annotation: Annotation): Citation {
      const link = root + noteLink(reading, annotation);
      const checked = annotation.checked === undefined ? '' : `, checked ${inWords(annotation.checked)}`;
      const finding = annotation.finding.replace(/[.!?]$/, '');
      return {
        place: `note on ${inQuotes(annotation.quote)}`,
        link,
        reference: `${inQuotes(`${finding}.`)} Note to ${text.replace(/\.$/, '')}, edition ${reading.edition.edition}${checked}. Postil. ${link}`,
      };
    },
  };
}

function formatReference(record: Source): string {
  // The reference ends in the link to the passage; the record's own address would stand in the middle.
  const { URL: _, accessed: __, ...item } = toCsl(record);
  return new Cite([item]).format('bibliography', { template: 'apa', lang: 'en-US', format: 'text' }).trim();
}
