import { foldSlug } from '../anchor.ts';
import { type Incoming, type Refusal, refuse, type Selectors } from './incoming.ts';

/** A reading that annotations can be about. */
export interface Shelf {
  slug: string;
  /** Where its text was first published, if that is known: people annotate it there too. */
  url: string | undefined;
}

/** Where this site is, to tell its pages from those of the same name elsewhere. */
export interface Here {
  /** The path that it is served under, with a slash at both ends. */
  base: string;
  /** Its own address, where it is known; else any host may be its. */
  site: string | undefined;
}

/** What annotations of each reading there are, and which are of none. */
export interface Sorted {
  byReading: Map<string, Incoming[]>;
  refused: Refusal[];
}

/** How a reading's paths go on after its slug. */
const ROOMS: ReadonlySet<string | undefined> = new Set([
  undefined,
  '',
  'index.html',
  'notes',
  'editions',
  'text.txt',
]);

/**
 * Sorts annotations by the reading that they are about: its address here, or the page that its text was first
 * published on.
 *
 * @param incoming annotations, of any page
 * @param shelves the readings there are
 * @param here where this site is
 * @param only the slug of the one reading that all are said to be about, where nothing says otherwise
 */
export function sortByReading(
  incoming: readonly Incoming[],
  shelves: readonly Shelf[],
  here: Here,
  only?: string,
): Sorted {
  const byReading = new Map<string, Incoming[]>();
  const refused: Refusal[] = [];
  for (const annotation of incoming) {
    const { name, sources, said } = annotation;
    const [address] = sources;
    // What says everything in our terms is an export of ours, on whatever host it was made.
    const onSite =
      address === undefined
        ? undefined
        : slugIn(address, shelves, said.own ? { ...here, site: undefined } : here);
    const candidates = onSite === undefined ? publishedAt(address, shelves) : [onSite];
    const slug = only !== undefined && candidates.length !== 1 ? only : candidates[0];
    if (slug === undefined) {
      refused.push(refuse(name, { reason: 'unknown-reading', detail: address ?? 'it names none' }));
    } else if (only === undefined && candidates.length > 1) {
      const detail = `its page is that of ${candidates.map((each) => `\`${each}\``).join(' and ')}: say by --reading which is meant`;
      refused.push(refuse(name, { reason: 'unknown-reading', detail }));
    } else if (only !== undefined && slug !== only) {
      refused.push(refuse(name, { reason: 'other-reading', detail: `\`${slug}\`` }));
    } else {
      const mine = byReading.get(slug) ?? [];
      byReading.set(slug, [
        ...mine,
        onSite === undefined ? { ...annotation, selectors: ofForeignPage(annotation.selectors) } : annotation,
      ]);
    }
  }
  return { byReading, refused };
}

/** The readings whose text was first published on a page. */
function publishedAt(address: string | undefined, shelves: readonly Shelf[]): string[] {
  return shelves.flatMap(({ slug, url }) => (url !== undefined && isSamePage(url, address) ? [slug] : []));
}

/** A position in a page elsewhere counts that page's letters, and a fragment names that page's elements. */
function ofForeignPage(selectors: Selectors): Selectors {
  const { positions, fragments, ranges, refined } = selectors;
  return {
    ...selectors,
    positions: positions.map((each) => ({ ...each, isOurs: false, over: undefined })),
    fragments: fragments.flatMap((each) => (each.includes(':~:') ? [each.slice(each.indexOf(':~:'))] : [])),
    ranges: ranges.map(({ start, end }) => ({ start: ofForeignPage(start), end: ofForeignPage(end) })),
    refined: refined.map(({ parent, child }) => ({
      parent: ofForeignPage(parent),
      child: ofForeignPage(child),
    })),
  };
}

function slugIn(address: string, shelves: readonly Shelf[], { base, site }: Here): string | undefined {
  const home = site ?? 'http://path.invalid/';
  if (!URL.canParse(address, home)) return undefined;
  const url = new URL(address, home);
  if (site !== undefined && url.host !== new URL(site).host) return undefined;
  const segments = url.pathname.split('/').slice(1).map(decode);
  const under = base.split('/').filter(Boolean).length;
  // Where the site is not known, nor is the path that an export was made under.
  const starts = site === undefined ? segments.keys() : [under];
  for (const start of starts) {
    const found = shelves.find(({ slug }) => foldSlug(slug) === foldSlug(segments[start] ?? ''));
    if (found && ROOMS.has(segments[start + 1])) return found.slug;
  }
  return undefined;
}

/** The same page: without regard to the scheme, a slash at the end, and the place in it. */
function isSamePage(one: string, other: string | undefined): boolean {
  return other !== undefined && pageOf(one) === pageOf(other);
}

function pageOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname, search } = new URL(address);
  return host.replace(/^www\./, '') + pathname.replace(/\/+$/, '') + search;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
