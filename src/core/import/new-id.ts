import { slug } from 'github-slugger';
import { faultOfId } from '../anchor.ts';

/** Words of the marked ones that an id is made of. */
const WORDS = 5;
/** Code points of an id, about. */
const LONGEST = 48;

/**
 * @param quote the marked words
 * @param taken ids and anchors that the page has, or had
 * @param nameless what it is made of where the words have no letter, and begins with where they look like an anchor
 * @returns an id made from the words, that is nobody's yet and cannot be taken for an anchor
 */
export function newId(quote: string, taken: ReadonlySet<string>, nameless: string): string {
  const words = slug(quote)
    .normalize('NFC')
    .split(/[-_]+/)
    .filter((word) => word !== '');
  const name = Array.from(words.slice(0, WORDS).join('-')).slice(0, LONGEST).join('').replace(/-$/, '');
  const base = faultOfId(name) === undefined ? name : withHead(name, nameless);
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id) && faultOfId(id) === undefined) return id;
  }
}

/** Something before it keeps `p4` from being the anchor of a paragraph. */
function withHead(name: string, nameless: string): string {
  const named = `${nameless}-${name}`;
  return faultOfId(named) === undefined ? named : nameless;
}
