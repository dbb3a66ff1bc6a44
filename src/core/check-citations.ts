import type { Answer } from './answer.ts';
import { answerLink } from './answer-link.ts';
import { answerQuotation, shelve } from './answer-quotation.ts';
import type { CitationLink } from './citation-link.ts';
import type { Found } from './citation-finder.ts';
import { nearest } from './nearest.ts';
import type { Published } from './published.ts';

/** A citation, and what has become of it. */
export type Checked = Found & Answer;

/**
 * Prepares to check citations: the page and the command say what this says.
 *
 * @param readings what the site publishes; their words are prepared when first needed, and kept
 * @returns what tells of one citation after another what has become of it; never throws
 */
export function citationChecker(readings: readonly Published[]): (found: Found) => Checked {
  const shelves = shelve(readings);
  // A document quotes the same words again and again.
  const quotations = new Map<string, Answer>();
  const answerOnce = (words: string) => {
    const answer = quotations.get(words) ?? answerQuotation(words, shelves);
    quotations.set(words, answer);
    return answer;
  };
  return (found) => ({
    ...found,
    ...(found.what === 'link' ? checkLink(found, readings) : answerOnce(found.written)),
  });
}

function checkLink({ link, written }: Found & { what: 'link' }, readings: readonly Published[]): Answer {
  switch (link.where) {
    case 'reading': {
      const reading = readings.find(({ slug }) => slug === link.slug)!;
      if (link.host !== undefined && isRecord(written, readings))
        return elsewhere({ address: written }, readings);
      return withHost(answerLink(link, reading), link.host);
    }
    case 'no-reading':
      return noReading(link.slug, readings);
    case 'page':
      return told('page', 'A page of this site,', ' and no citation of a text.');
    case 'nowhere':
      return told(
        'nowhere',
        'Not an address.',
        ' It cannot be read as one; it may have been cut or mistyped.',
      );
    case 'elsewhere':
      return elsewhere(link, readings);
  }
}

function told(finding: Answer['finding'], lead: string, ...words: Answer['words']): Answer {
  return { finding, lead, words, diffs: [] };
}

/** The site does not know its own address: a link that fits is taken for one of its own, and that is said. */
function withHost(answer: Answer, host: string | undefined): Answer {
  if (host === undefined) return answer;
  return { ...answer, words: [...answer.words, ` The link is to ${host}; only its path was compared.`] };
}

function noReading(slug: string, readings: readonly Published[]): Answer {
  const meant = nearest(
    slug,
    readings.map((reading) => reading.slug),
  );
  const hint = meant === undefined ? [] : [' Did you mean ', { text: meant, to: `${meant}/` }, '?'];
  return told('no-reading', 'No such reading:', ` nothing was published here as ${slug}.`, ...hint);
}

function elsewhere(
  { address, path }: Omit<CitationLink & { where: 'elsewhere' }, 'where'>,
  readings: readonly Published[],
): Answer {
  const what = isRecord(address, readings) ? ' It is the address where the text was published.' : '';
  const hint = path === undefined ? '' : ` If that site has moved here, check the path alone: ${path}`;
  return told('elsewhere', 'Another site.', `${what} Only links to this site can be checked.${hint}`);
}

/** Whether an address is a text's own, but for the scheme, `www.`, a slash at the end of the path, and a fragment. */
function isRecord(address: string, readings: readonly Published[]): boolean {
  const plain = (written: string) =>
    written
      .replace(/#.*$/su, '')
      .replace(/^https?:\/\/(?:www\.)?/iu, '')
      .replace(/\/(?=\?|$)/u, '');
  return readings.some(({ url }) => url !== undefined && plain(url) === plain(address));
}
