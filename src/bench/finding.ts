import type { Browser } from 'playwright-core';
import { Chance } from './chance.ts';
import { type Comparison, medianOf, OURS } from './comparison.ts';
import { documentsOf } from './document.ts';
import type { Engine } from './engine.ts';
import { type Entry, filesIn, inTurn } from './entry.ts';
import { HIT_MEASURES, searchFirst } from './first-hit.ts';
import { ownSearchOver } from './own.ts';
import type { Searching } from './page/first-hit.ts';
import type { Peer } from './peers.ts';
import { drawQuestions } from './questions.ts';
import { plainPagefindOver } from './rivals.ts';
import type { Subject } from './subject.ts';

/** A page that is searched, and how. */
interface Searched extends Entry {
  searching: Searching;
  /** Whether it tells which words it has answered, and can be asked further ones. */
  tellsWords: boolean;
}

/** What is asked: a letter by itself, as behind an apostrophe, finds anything. */
const LONG_WORDS = /\p{L}{4,}/gu;

const FIELD = 'form.q input[name="q"]';

/** In a hit for these words that the index has given. */
const BY_INDEX: Searching = { field: FIELD, hit: '.hits[data-asked*=WORDS] li' };

/** The same, or one that was at hand, whose words are there: room that is kept for a hit is none. */
const AT_HAND: Searching = {
  field: FIELD,
  hit: '.hits:is([data-begun*=WORDS], [data-asked*=WORDS]) li:not(.awaited)',
  whole: '.hits[data-asked*=WORDS] li:not(.awaited)',
};

/** In a note of the list that the page holds anyway, once it is left with those that have the words. */
const BY_LIST: Searching = { field: FIELD, hit: 'main:has(.sum > b) .all ol > li' };

/** How the peers that have a search are searched, by their names. */
const OF_PEERS: Record<string, Searching> = {
  Starlight: {
    opener: 'button[data-open-modal]',
    field: '#starlight__search input',
    hit: '#starlight__search .pagefind-ui__result-link',
  },
  VitePress: { opener: '.DocSearch-Button', field: '#localsearch-input', hit: '.VPLocalSearchBox .result' },
};

/**
 * Searches as a reader on a slow network does, who goes to the field and has a word there: in ours, in plain Pagefind
 * over the same records, which is the floor, and in the peers, whose records are their pages.
 *
 * @param browser in which
 * @param subject what is searched
 * @param peers that have built the same
 * @param extent how many rounds, and how many words in each
 * @param tell is told what is being done
 */
export async function benchFinding(
  browser: Browser,
  { name, content, isPublished }: Subject,
  peers: readonly Peer[],
  { rounds, words }: { rounds: number; words: number },
  tell: (progress: string) => void,
): Promise<Comparison> {
  const { readings, sources } = content;
  const documents = documentsOf(readings, sources);
  tell(`${name}: making indexes of ${documents.length} records`);
  const own = searched(await ownSearchOver(content), AT_HAND, true);
  const entries: Searched[] = [
    searched(await plainPagefindOver(documents), BY_INDEX, false),
    own,
    // The page lists the notes of the built site, whatever is in the index.
    ...(isPublished ? [byList(own)] : []),
    ...peers.flatMap((peer) => searchedPeer(peer, readings[0]!.slug)),
  ];
  // Words that a mark is on stand in the list, in the index, and in the pages of the peers.
  const marked = readings
    .flatMap(({ annotations }) => annotations.map(({ quote }) => quote.match(LONG_WORDS) ?? []))
    .filter((words) => words.length > 0)
    .map((words) => ({ title: words.join(' '), text: '' }));
  const visits = await inTurn(entries, rounds, tell, (address, { searching, tellsWords }, round) => {
    const asked = drawQuestions(marked, 1 + words, new Chance(round + 1));
    return searchFirst(browser, address, searching, tellsWords ? asked : asked.slice(0, 1));
  });
  const figures = Array.from(visits, ([each, own]) => [each, medianOf(HIT_MEASURES, own)] as const);
  const subject = `From focus to the first hit, slow network. ${name}, ${documents.length} records`;
  const rivals = entries.map((entry) => entry.name).filter((each) => each in OF_PEERS);
  return { subject, measures: HIT_MEASURES, entries: new Map(figures), rivals };
}

function byList(own: Searched): Searched {
  return { ...own, name: `${OURS}, from its list`, searching: BY_LIST, tellsWords: false };
}

function searched({ name, page, read }: Engine, searching: Searching, isOurs: boolean): Searched {
  return { name, page, read, searching, isOurs, tellsWords: true };
}

function searchedPeer({ name, folder }: Peer, slug: string): Searched[] {
  const searching = OF_PEERS[name];
  if (!searching) return [];
  return [{ name, page: `/${slug}/`, read: filesIn(folder), searching, isOurs: false, tellsWords: false }];
}
