import { foldSlug, isReservedSlug } from './anchor.ts';
import { isFingerprint } from './fingerprint.ts';

/** What is known of this site, to tell its links from others. */
export interface Site {
  /** The slugs of its readings. */
  slugs: readonly string[];
  /** The path it is served under, with a slash at both ends. */
  base: string;
  /** The hosts, with port, that are certainly this site's. */
  hosts: readonly string[];
  /** Whether the site has an address of its own: a link to any other host is then another site's. */
  isAddressed: boolean;
}

/** A link to something of a reading. */
export interface ReadingLink {
  where: 'reading';
  slug: string;
  /** The anchor, or an annotation's id; of a note's own page that note's. */
  anchor?: string | undefined;
  /** It leads to a note's own page. */
  isNote: boolean;
  /** The last passage of a range. */
  to?: string | undefined;
  /** What stands after `v=`, as it was found. */
  fingerprint?: string | undefined;
  /** The edition whose frozen page it leads to. */
  edition?: number | undefined;
  /** The words that its text directive quotes; where it gives a beginning and an end, an ellipsis between them. */
  quoted: string[];
  /** The host, where it could not be told whether it is this site's. */
  host?: string | undefined;
}

export type CitationLink =
  | ReadingLink
  /** It has the form of a link to a reading, and there is no such reading. */
  | { where: 'no-reading'; slug: string }
  /** Another page of this site, or a list of a reading's. */
  | { where: 'page'; path: string }
  /** Another site's. `path` is given where that would be a citation here. */
  | { where: 'elsewhere'; address: string; path?: string }
  /** No address at all. */
  | { where: 'nowhere'; address: string };

/** What stands for the host of a path alone. */
const NO_HOST = 'path.invalid';

/** A passage's number: what else has a fragment need not be a citation. */
const PASSAGE = /^(?:p|z*a)\d/;

/** How a reading's paths go on after its slug. */
const NOTE_FILE = /\.(?:jsonld|json|bib|ris)$/;

/**
 * Reads an address as a citation of this site. Other parameters than `v` and `to`, and their order, do not matter.
 *
 * @param written absolute, or a path alone; unescaped, percent-encoded or not
 * @param site whose links these may be
 * @returns what it leads to; never throws
 * @see https://url.spec.whatwg.org/ @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function readLink(written: string, site: Site): CitationLink {
  const url = parseAddress(written);
  if (!url) return { where: 'nowhere', address: written };
  const isPath = url.host === NO_HOST;
  const isOurs = isPath || site.hosts.includes(url.host);
  const found = findRoute(url, site, isOurs);
  if (!isOurs && site.isAddressed) {
    const path = found?.where === 'reading' ? { path: url.pathname + url.search + url.hash } : {};
    return { where: 'elsewhere', address: written, ...path };
  }
  if (!found) return isOurs && !isPath ? pageOf(url) : { where: 'elsewhere', address: written };
  return found.where === 'reading' && !isOurs ? { ...found, host: url.host } : found;
}

function parseAddress(written: string): URL | undefined {
  const absolute = /^https?:/i.test(written) ? written : `http://${NO_HOST}/${written.replace(/^\/+/, '')}`;
  return URL.canParse(absolute) ? new URL(absolute) : undefined;
}

function pageOf({ pathname }: URL): CitationLink {
  return { where: 'page', path: decode(pathname) };
}

/**
 * The base path may be missing, or another: sites move. Anywhere in the path a reading is looked for only where the
 * link is ours or carries a fingerprint, so that other sites' pages of the same name are not mistaken for it.
 */
function findRoute(url: URL, site: Site, isOurs: boolean): CitationLink | undefined {
  const segments = url.pathname.split('/').slice(1).map(decode);
  const base = site.base.split('/').filter(Boolean);
  const isUnderBase = base.every((segment, index) => segments[index] === segment);
  const fingerprinted = url.searchParams.has('v');
  const starts = fingerprinted ? segments.keys() : new Set([0, ...(isUnderBase ? [base.length] : [])]);
  for (const start of starts) {
    const slug = site.slugs.find((name) => foldSlug(name) === foldSlug(segments[start] ?? ''));
    const route = slug === undefined ? undefined : readRoute(slug, segments.slice(start + 1), url);
    if (route) return route;
  }
  return strangerIn(isUnderBase ? segments.slice(base.length) : segments, url, isOurs);
}

/** What a reading's path goes on with, if it has a form of our routes. */
function readRoute(slug: string, rest: readonly string[], url: URL): CitationLink | undefined {
  const [room = '', name = '', last = ''] = rest;
  if (rest.length > 3 || (rest.length === 3 && last !== '' && last !== 'index.html')) return undefined;
  const link = { where: 'reading', slug, isNote: false, ...readParameters(url) } as const;
  if (room === '' || room === 'index.html') return link;
  if (room === 'notes' && name !== '') return { ...link, anchor: name.replace(NOTE_FILE, ''), isNote: true };
  if (room === 'editions' && /^\d{1,6}$/.test(name)) return { ...link, edition: Number(name) };
  return ['cite', 'editions', 'notes'].includes(room) || /^[\w-]+\.\w+$/.test(room) ? pageOf(url) : undefined;
}

function readParameters({ searchParams, hash }: URL): Omit<ReadingLink, 'where' | 'slug' | 'isNote'> {
  const [anchor = '', directive = ''] = hash.slice(1).split(':~:', 2);
  return {
    anchor: decode(anchor) || undefined,
    to: searchParams.get('to') || undefined,
    fingerprint: searchParams.get('v') ?? undefined,
    quoted: directive.split('&').flatMap(readDirective),
  };
}

/** `text=[prefix-,]start[,end][,-suffix]` */
function readDirective(directive: string): string[] {
  if (!directive.startsWith('text=')) return [];
  const terms = directive.slice('text='.length).split(',');
  const words = terms.filter((term) => !term.endsWith('-') && !term.startsWith('-')).map(decode);
  return words.length === 0 ? [] : [words.slice(0, 2).join(' … ')];
}

/** A path with the form of a citation, whose reading is none of ours. */
function strangerIn(segments: readonly string[], url: URL, isOurs: boolean): CitationLink | undefined {
  const [slug = '', room] = segments;
  const { anchor = '', fingerprint } = readParameters(url);
  if (slug === '') return undefined;
  if (isReservedSlug(slug)) return isOurs ? pageOf(url) : undefined;
  const isCited = PASSAGE.test(anchor) || room === 'notes';
  const looksCited = isOurs
    ? isCited || (fingerprint !== undefined && url.pathname.endsWith('/'))
    : isCited && isFingerprint(fingerprint ?? '');
  return looksCited && segments.length <= 4 ? { where: 'no-reading', slug } : undefined;
}

/** Percent-encoding undone, where it can be. */
function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
