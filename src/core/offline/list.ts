import { firstOf, placeOf, placeOfList } from './place.ts';

/** Places, and the digest of what is there: all of one build. */
export type Digests = Record<string, string>;

/** What is stored of a build, by its worker. */
export interface BuildList {
  /** What is stored ahead. */
  files: Digests;
  /** Digests of the lists of what is stored of a reading when it is visited, by its slug. */
  readings: Digests;
  /** What the places of everything else begin with: so that of others it is known that nothing is there. */
  others: string[];
  /** The folder of the search's index, where it is not stored ahead: then what was used of it is kept. */
  index?: string;
}

/** A file of a build. */
export interface BuiltFile {
  /** Its path within the folder, with slashes. */
  path: string;
  size: number;
}

/** How digests are made: of a file of the build, by its path, and of a text. */
export interface Digesting {
  ofFile: (path: string) => string;
  ofText: (text: string) => string;
}

/**
 * Bytes, uncompressed, up to which a part of the site is stored ahead though it is not what was visited: the index of
 * the search, the sources, what citations are checked against. Those of a large site are not; and no longer page.
 */
export const SMALL = 2_000_000;

/** Files at the root that pages ask for, beside pages. */
const AT_ROOT = /^(?:404\.html|search-names\.json|[^/]+\.(?:css|svg))$/;

/** Of a reading, what pages are and what they ask for. What is only offered for download is not stored. */
const OF_READING = /(?:\/|\/(?:anchors|cite)\.json|^[^/]+\/annotations\.jsonld)$/;

/** Of a reading, what citations are checked against. */
const CHECKED_AGAINST = /^[^/]+\/(?:anchors\.json|annotations\.jsonld|editions\/\d+\/anchors\.json)$/;

/** The front, and what stands one folder below it. */
const PAGE_OF_SITE = /^(?:[^/]+\/)?$/;
const FOR_EDITORS = 'handbook';

const OF_SOURCE = /^sources\/[^/]+\/$/;

/**
 * Decides what is stored, and when. A page is stored with all that it asks for, so that what is stored works.
 *
 * @param files of a build
 * @param digesting asked of what is listed only: a large site has gigabytes
 * @returns the digest of the list of the build, and all lists by their places
 */
export function listBuild(
  files: readonly BuiltFile[],
  { ofFile, ofText }: Digesting,
): { digest: string; lists: Map<string, string> } {
  const placed = files.map((file) => ({ ...file, place: placeOf(file.path) })).toSorted(byPlace);
  const slugs = slugsAmong(placed);
  const lists = new Map<string, string>();
  const digestsOf = (listed: readonly Placed[]) =>
    Object.fromEntries(listed.map(({ place, path }) => [place, ofFile(path)]));
  const write = (list: BuildList | Digests) => {
    const text = JSON.stringify(list);
    const digest = ofText(text);
    lists.set(placeOfList(digest), text);
    return digest;
  };
  const ahead = storedAhead(placed, slugs);
  const later = storedWhenVisited(placed, slugs, new Set(ahead));
  const index = placed.find(isOfIndex);
  const digest = write({
    files: digestsOf(ahead),
    readings: Object.fromEntries([...slugs].map((slug) => [slug, write(digestsOf(later.get(slug) ?? []))])),
    others: [...new Set(placed.map(({ place }) => firstOf(place)))].filter((first) => !slugs.has(first)),
    ...(index && !ahead.includes(index) && { index: folderOf(index.place) }),
  });
  return { digest, lists };
}

/** @returns whether a place within a reading is one of those that are listed, if something is there */
export function isOfReading(place: string): boolean {
  return OF_READING.test(place);
}

type Placed = BuiltFile & { place: string };

/** In the order of their places, so that the same files give the same list. */
function byPlace({ place: one }: Placed, { place: other }: Placed): number {
  return one < other ? -1 : 1;
}

/** A reading has a page and a ledger. */
function slugsAmong(files: readonly Placed[]): Set<string> {
  const places = new Set(files.map(({ place }) => place));
  const folders = new Set([...places].map(firstOf));
  return new Set([...folders].filter((slug) => places.has(`${slug}/`) && places.has(`${slug}/anchors.json`)));
}

function storedAhead(files: readonly Placed[], slugs: ReadonlySet<string>): Placed[] {
  const ofSite = files.filter(({ place }) => !slugs.has(firstOf(place)));
  const parts = [
    ofSite.filter(isOfIndex),
    ofSite.filter(({ place }) => OF_SOURCE.test(place)),
    files.filter(({ place }) => slugs.has(firstOf(place)) && CHECKED_AGAINST.test(place)),
  ];
  return [...ofSite.filter(isForAll), ...parts.filter(isSmall).flat()];
}

/** Of each reading that which is not there already. */
function storedWhenVisited(
  files: readonly Placed[],
  slugs: ReadonlySet<string>,
  ahead: ReadonlySet<Placed>,
): Map<string, Placed[]> {
  const later = files.filter(
    (file) => slugs.has(firstOf(file.place)) && isOfReading(file.place) && !ahead.has(file),
  );
  return Map.groupBy(later, ({ place }) => firstOf(place));
}

/** What every page asks for, and the pages of the site itself. */
function isForAll({ place, size }: Placed): boolean {
  const isPage = PAGE_OF_SITE.test(place) && firstOf(place) !== FOR_EDITORS;
  return size <= SMALL && (place.startsWith('assets/') || AT_ROOT.test(place) || isPage);
}

function isOfIndex({ place }: Placed): boolean {
  return place.startsWith('pagefind/');
}

/** `pagefind/<digest>/` */
function folderOf(place: string): string {
  return place.split('/').slice(0, 2).join('/') + '/';
}

function isSmall(files: readonly Placed[]): boolean {
  return files.reduce((sum, { size }) => sum + size, 0) <= SMALL;
}
