/*
 * The page's own ids hold a colon (`page:text`, `form:opinion`), which neither an annotation's id nor a heading's slug
 * can. What is left is what Markdown's footnotes use, and the ids of marks.
 */
const FOOTNOTES = /^(?:footnote-label$|fn-|fnref-|user-content-|inline-)/;
const MARKS = /^m-/;

/** Names that Windows keeps for its devices: there no folder and no file can be called so, whatever its ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Bytes of the longest name: a file system takes 255, and names have endings. */
const LONGEST_NAME = 200;

/** Letters and digits in groups joined by single hyphens: what a name in an address may be. */
const NAME = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u;

/** Anything that is, was or could become a passage's anchor: `p4`, `p4a`, `za1`, `p4s2`, `p4sa1`. */
const LIKE_AN_ANCHOR = /^(?:p|z*a)\d[a-z\d]*$/;

/** What an anchor is made of: paragraphs' and sentences' as above, or the slug of a heading. */
const ANCHOR = /^[\p{L}\p{M}\p{N}_-]+$/u;

/** First path segments that the site itself uses. */
const RESERVED_SLUGS = new Set([
  'claims',
  'figures',
  'sources',
  'timeline',
  'search',
  'check',
  'about',
  '404',
  '404.html',
  'feed.xml',
  'annotations.jsonld',
  'sitemap-index.xml',
  'sitemap-0.xml',
  'pictures',
  'problems',
  'handbook',
  'schemas',
  'how-to-cite',
  'colophon',
  'pagefind',
  'assets',
  'robots.txt',
  'favicon.svg',
  'notes',
  'editions',
  'index',
]);

/**
 * @param id an annotation's id
 * @returns why it cannot be one, in words that follow “`id` ”, or undefined when it can
 */
export function faultOfId(id: string): string | undefined {
  if (!isName(id)) return 'is not made of lower-case letters and digits joined by single hyphens';
  const fault = faultOfFileName(id);
  if (fault !== undefined) return fault;
  if (MARKS.test(id)) return 'begins with `m-`, as the ids of marks do';
  return faultOfSlug(id);
}

/**
 * @param id a heading's slug: made by rule from the author's words, so that its letters cannot be at fault
 * @returns why the page cannot use it, in words that follow “`id` ”, or undefined when it can
 */
export function faultOfSlug(id: string): string | undefined {
  if (LIKE_AN_ANCHOR.test(id)) return 'looks like the anchor of a passage';
  return FOOTNOTES.test(id) ? 'is used by the page’s footnotes' : undefined;
}

/** @returns whether a value can be part of an address: an annotation's id, the folder of a reading */
export function isName(value: string): boolean {
  return NAME.test(value) && value === value.normalize('NFC');
}

/**
 * @param name that folders and files of the site are to have
 * @returns why they cannot, in words that follow “`name` ”, or undefined when they can
 * @see https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
 */
export function faultOfFileName(name: string): string | undefined {
  if (DEVICE.test(name)) return 'is the name of a device on Windows, where no file can be called so';
  return new TextEncoder().encode(name).length > LONGEST_NAME
    ? `is longer than ${LONGEST_NAME} bytes, and some systems could not store its page`
    : undefined;
}

/** @returns whether a ledger may hold this as an anchor */
export function isAnchor(value: string): boolean {
  return ANCHOR.test(value);
}

/**
 * @param slug a reading's folder
 * @returns whether the site's own addresses begin with it
 */
export function isReservedSlug(slug: string): boolean {
  return RESERVED_SLUGS.has(foldSlug(slug));
}

/** @returns the form in which slugs are compared: hosts differ in whether they tell case and composition apart */
export function foldSlug(slug: string): string {
  return slug.normalize('NFC').toLowerCase();
}
