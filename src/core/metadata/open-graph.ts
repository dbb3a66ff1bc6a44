import type { Annotation } from '../annotation.ts';
import type { Recorded } from '../ledger.ts';
import { openingOf } from '../opening.ts';
import { PICTURE, type Picture } from '../picture.ts';
import type { Publication } from '../publication.ts';
import type { Reading } from '../reading.ts';
import type { Source } from '../source.ts';
import { isDay } from '../date.ts';
import { statementInWords } from './statement.ts';
import { siteName } from '../site-name.ts';
import { type Tag, tags } from './tag.ts';

/*
 * Open Graph: how a link here looks elsewhere. Its addresses have to be whole, so that where the site's is not known
 * there is no `og:url` and no picture.
 *
 * @see https://ogp.me/
 */

/** Where a page is, as far as the site's address is known, and what its picture is. */
export interface Seen {
  /** Whole addresses of the page and of its picture. */
  address: string;
  picture: string;
  /** The picture's words, which describe it. */
  words: Picture['words'];
}

const LONGEST_OPENING = 200;

/**
 * @param reading a reading
 * @param record the text's own record
 * @param modified the last day on which it or a note changed
 * @param publication who answers for the site
 * @param seen its addresses, if the site's is known
 */
export function readingGraph(
  reading: Reading,
  { issued }: Pick<Source, 'issued'>,
  modified: string,
  publication: Publication,
  seen: Seen | undefined,
): Tag[] {
  const opening = reading.blocks.find(({ kind }) => kind === 'paragraph');
  return graph(
    {
      'og:title': reading.title,
      'og:description': opening && openingOf(opening.text, LONGEST_OPENING),
      'og:locale': localeOf(reading.language),
      // Of a text whose day is not known: Zotero would take the edition's for it (“RDF.js”, 1116–1123).
      'article:published_time': issued !== undefined && isDay(issued) ? issued : undefined,
      'article:modified_time': modified,
    },
    publication,
    seen,
  );
}

/**
 * @param annotation an annotation
 * @param recorded what the ledger knows of it
 * @param publication who answers for the site
 * @param seen its addresses, if the site's is known
 */
export function noteGraph(
  annotation: Annotation,
  recorded: Recorded | undefined,
  publication: Publication,
  seen: Seen | undefined,
): Tag[] {
  const { title, description } = statementInWords(annotation);
  return graph(
    {
      'og:title': title,
      'og:description': description,
      'og:locale': 'en_GB',
      'article:published_time': recorded?.notes[0]?.date,
      'article:modified_time': recorded?.notes.at(-1)?.date,
    },
    publication,
    seen,
  );
}

function graph(
  own: Record<string, string | undefined>,
  publication: Publication,
  seen: Seen | undefined,
): Tag[] {
  const picture = seen && {
    'og:url': seen.address,
    'og:image': seen.picture,
    'og:image:type': 'image/png',
    'og:image:width': String(PICTURE.width),
    'og:image:height': String(PICTURE.height),
    'og:image:alt': seen.words,
  };
  return [
    ...tags('property', { 'og:type': 'article', 'og:site_name': siteName(publication), ...own, ...picture }),
    ...tags('name', { 'twitter:card': seen ? 'summary_large_image' : 'summary' }),
  ];
}

/** Open Graph's locales have a country; where the text's language is given without one, none is made up. */
function localeOf(language: string): string | undefined {
  const { language: spoken, region } = new Intl.Locale(language);
  return region === undefined ? undefined : `${spoken}_${region}`;
}
