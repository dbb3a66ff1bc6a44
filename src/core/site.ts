import { faultOfFileName, foldSlug, isName, isReservedSlug } from './anchor.ts';
import { problem, type Problem } from './problem.ts';
import type { Reading } from './reading.ts';
import type { Source } from './source.ts';

/** Reserved addresses that are there for pages. */
const PAGES = new Set(['about', 'colophon', 'how-to-cite']);

/**
 * Judges what needs the whole site: slugs, and whether every source is used.
 *
 * @param readings all that could be read
 * @param folders slug and path of every reading's file, also of those that could not be read
 * @param sources all records, with their paths
 * @param others slug and path of every page of `content/pages/`, and the earlier editions of readings: a source that
 *   one of those cites is used
 */
export function checkSite(
  readings: readonly Reading[],
  folders: readonly { slug: string; path: string }[],
  sources: ReadonlyMap<string, Source & { path: string }>,
  {
    pages = [],
    frozen = [],
  }: { pages?: readonly { slug: string; path: string }[]; frozen?: readonly Reading[] } = {},
): Problem[] {
  const slugs = [
    ...folders.flatMap(({ slug, path }, index) => checkSlug(slug, path, folders.slice(0, index))),
    ...pages.flatMap(({ slug, path }) => checkPageSlug(slug, path, folders)),
  ];
  // A reading that could not be read may use any source.
  if (readings.length < folders.length) return slugs;
  const used = new Set([...readings, ...frozen].flatMap((reading) => citedSources(reading)));
  const unused = [...sources.values()]
    .filter(({ key }) => !used.has(key))
    .map(({ key, path }) =>
      problem(
        'unused-source',
        { path },
        `Nothing rests on the source \`${key}\`.`,
        'Cite it as evidence or for an event; or delete the record before you publish.',
      ),
    );
  return [...slugs, ...unused];
}

/**
 * @param reading a reading
 * @returns keys of all sources it cites, each once, in the order in which a reader meets them
 */
export function citedSources(reading: Reading): string[] {
  const cited = reading.annotations.flatMap(({ source, evidence, since }) => [
    ...(source === undefined ? [] : [source]),
    ...evidence.map((piece) => piece.source),
    ...since.map((development) => development.source),
  ]);
  const told = reading.events.flatMap(({ sources }) => sources);
  return [...new Set([reading.source, ...cited, ...told])];
}

/** A page has its address beside the readings'; the site's own routes are not to be had. */
function checkPageSlug(slug: string, path: string, readings: readonly { slug: string }[]): Problem[] {
  const hint = 'Rename the file; it becomes the page’s address.';
  const twin = readings.find((reading) => foldSlug(reading.slug) === foldSlug(slug));
  if (twin) {
    return [
      problem('slug-clash', { path }, `The page \`${slug}\` would stand at the address of a reading.`, hint),
    ];
  }
  const invalid = checkName('page', slug, path, hint);
  if (invalid || !isReservedSlug(slug) || PAGES.has(slug)) return invalid ? [invalid] : [];
  return [problem('reserved-slug', { path }, `The address \`/${slug}/\` belongs to the site itself.`, hint)];
}

function checkSlug(slug: string, path: string, others: readonly { slug: string }[]): Problem[] {
  const hint = 'Rename the folder; it becomes the reading’s address.';
  const invalid = checkName('reading', slug, path, hint);
  if (invalid) return [invalid];
  if (isReservedSlug(slug))
    return [
      problem('reserved-slug', { path }, `The address \`/${slug}/\` belongs to the site itself.`, hint),
    ];
  const twin = others.find((other) => foldSlug(other.slug) === foldSlug(slug));
  return twin
    ? [
        problem(
          'slug-clash',
          { path },
          `\`${slug}\` and \`${twin.slug}\` are the same address to some hosts.`,
          hint,
        ),
      ]
    : [];
}

/** What a folder or a file is called becomes part of addresses, and of other folders' and files' names. */
function checkName(what: string, slug: string, path: string, hint: string): Problem | undefined {
  const refuse = (why: string) =>
    problem('invalid-slug', { path }, `A ${what} cannot be called \`${slug}\`: ${why}.`, hint);
  if (!isName(slug)) return refuse('its name is lower-case letters and digits, joined by single hyphens');
  const fault = faultOfFileName(slug);
  return fault === undefined ? undefined : refuse(`that ${fault}`);
}
