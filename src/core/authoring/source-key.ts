import transliterate from '@sindresorhus/transliterate';
import { isSourceKey, type Name, OWN_KEYS } from '../source.ts';
import type { Bibliographic } from './csl-record.ts';

/** Words of a name that a key is made of, and letters of all of them. */
const WORDS = 4;
const LONGEST = 40;

/** What appears on a day, by which it is told from others of the same paper or site. */
const DATED: readonly string[] = [
  ...['article-newspaper', 'article-magazine', 'broadcast', 'post', 'post-weblog', 'webpage'],
];

/** Where nothing that is stated has a letter that can be written in an address. */
const NAMELESS = 'source';

/**
 * @param record what is known of a source
 * @param taken keys that there are
 * @returns a key as an editor would choose it: author and year, or paper and day; nobody's yet
 */
export function newKey(record: Bibliographic, taken: ReadonlySet<string>): string {
  const names = namesOf(record).map(toLetters);
  const name = names.find((each) => each !== '') ?? NAMELESS;
  const date = dateOf(record);
  const named = date === undefined ? name : `${name}-${date}`;
  // The keys of Postil's own records stay free.
  const base = named.startsWith(OWN_KEYS) ? `${NAMELESS}-${named}` : named;
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(key) && isSourceKey(key)) return key;
  }
}

/** What it may be called after, the best first. */
function namesOf(record: Bibliographic): string[] {
  const { type, author: [author] = [], 'container-title': container, publisher, title } = record;
  const writer = author && familyOf(author);
  const names = DATED.includes(type) ? [container, writer, publisher] : [writer, container, publisher];
  return [...names, title].filter((name) => name !== undefined);
}

function familyOf(name: Name): string {
  return 'literal' in name ? name.literal : name.family;
}

function toLetters(name: string): string {
  const words = transliterate(name)
    .normalize('NFKD')
    .replace(/[’'\p{M}]/gu, '')
    .toLowerCase()
    .match(/[a-z\d]+/g);
  return (words ?? []).slice(0, WORDS).join('-').slice(0, LONGEST).replace(/-$/, '');
}

function dateOf({ type, issued }: Bibliographic): string | undefined {
  const [day, year] = /^(\d{4})(?:-\d{2}){0,2}/.exec(issued ?? '') ?? [];
  return DATED.includes(type) ? day : year;
}
