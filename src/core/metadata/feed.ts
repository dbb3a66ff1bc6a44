import { Feed } from 'feed';
import { editionsPath, notePath } from '../address.ts';
import type { Edition, Ledger } from '../ledger.ts';
import type { Publication } from '../publication.ts';
import type { Reading } from '../reading.ts';
import { escapeHtml } from '../reference-template.ts';
import { nameInWords } from '../source.ts';
import { stopAfter } from '../stop.ts';
import { latest } from './last-change.ts';
import { editorsOf, siteName } from '../site-name.ts';

/** Where the feed is, under the site's address. */
export const FEED = { file: 'feed.xml', type: 'application/atom+xml; charset=utf-8' };

/** How many entries are kept, the newest: readers of feeds fetch all of them each time. */
const MOST_ENTRIES = 100;

/** What happened: a text was published here, in its first edition or another, or a note was corrected. */
interface Entry {
  /** Permanent, and no other entry's. */
  id: string;
  /** `YYYY-MM-DD` */
  date: string;
  title: string;
  paragraphs: string[];
  /** Path within the site. */
  path: string;
}

/**
 * Readings, editions and corrections, the newest first, in the Atom format. Ids are tag URIs of the host and the day,
 * which stay when addresses change. All dates are of the content, so that the same content gives the same bytes.
 *
 * @param shelf readings, each with its ledger
 * @param publication who answers for the site
 * @param root the site's whole address and base path, ending in a slash
 * @returns XML
 * @see https://www.rfc-editor.org/rfc/rfc4287 @see https://www.rfc-editor.org/rfc/rfc4151 (tag URIs)
 */
export function toFeed(
  shelf: readonly { reading: Reading; ledger: Ledger }[],
  publication: Publication,
  root: string,
): string {
  const { hostname, pathname } = new URL(root);
  const tagOf = (date: string, name: string) => `tag:${hostname},${date}:${pathname.slice(1)}${name}`;
  const entries = shelf
    .flatMap(({ reading, ledger }) => [
      ...ledger.editions.map((edition) => editionEntry(reading, edition, tagOf)),
      ...correctionEntries(reading, tagOf),
    ])
    .toSorted((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0));
  const first = entries.at(-1)?.date;
  if (first === undefined) throw new Error('A feed needs a reading.');
  const author = { name: editorsOf(publication) };
  const feed = new Feed({
    id: tagOf(first, 'feed'),
    title: `${siteName(publication)}: editions and corrections`,
    link: root,
    feedLinks: { atom: root + FEED.file },
    updated: new Date(latest(entries.map(({ date }) => date))!),
    generator: false,
    author,
  });
  for (const { id, date, title, paragraphs, path } of entries.slice(0, MOST_ENTRIES)) {
    feed.addItem({
      id,
      // The library gives titles and contents as HTML.
      title: escapeHtml(title),
      content: paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`).join(''),
      link: root + path,
      date: new Date(date),
      published: new Date(date),
      author: [author],
    });
  }
  return feed.atom1();
}

type TagOf = (date: string, name: string) => string;

function editionEntry(reading: Reading, { edition, date, by, why }: Edition, tagOf: TagOf): Entry {
  const authors = new Intl.ListFormat('en-GB').format(reading.author.map(nameInWords));
  const isFirst = edition === 1;
  return {
    id: tagOf(date, `${reading.slug}/editions/${edition}`),
    date,
    title: isFirst ? `${reading.title}, annotated` : `${reading.title}: edition ${edition}`,
    paragraphs: [
      ...(isFirst ? [`By ${authors}.`] : []),
      ...(by === undefined ? [] : [CHANGED[by]]),
      why + stopAfter(why),
    ],
    path: editionsPath(reading, edition),
  };
}

const CHANGED: Record<NonNullable<Edition['by']>, string> = {
  author: 'The text was changed by its author.',
  publisher: 'The text was changed by its publisher.',
  editors: 'The text was changed by the editors of this edition.',
};

/** Of two corrections of one note on one day the earlier written comes first, and the other has a number. */
function correctionEntries(reading: Reading, tagOf: TagOf): Entry[] {
  const seen = new Map<string, number>();
  const inOrder = reading.corrections.toSorted((one, other) =>
    one.date < other.date ? -1 : one.date > other.date ? 1 : 0,
  );
  return inOrder.map(({ date, annotation, was, is, why }) => {
    const name = `${reading.slug}/corrections/${annotation}`;
    const key = `${date} ${name}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return {
      id: tagOf(date, count === 1 ? name : `${name}/${count}`),
      date,
      title: `${reading.title}: a note corrected`,
      paragraphs: [`It said: ${was}`, `It says now: ${is}`, `Why: ${why}`],
      path: notePath(reading, annotation),
    };
  });
}
