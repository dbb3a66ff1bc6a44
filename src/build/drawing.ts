import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { type Output, Progress } from '../core/progress.ts';
import { isMadeBefore, isMadeHere, isMark, ownerOf, PARTS } from './portion.ts';
import { clearAway } from './program.ts';
import { searchableOfBuild } from './shelf.ts';
import { BASE } from './site.ts';

/** Readings of a build that is long: of a shorter one nobody asks how far it is. */
const LONG = 20;

/** How Astro begins a page’s line in what it tells of a build. */
const OF_A_PAGE = /[├└]─/;

/**
 * How the pages of a build are drawn: reading after reading, and those of the whole site last, so that it can be told how
 * far it is; without those that are no part of it; and what a part has drawn is taken from there.
 *
 * @param usual Astro’s own way
 * @param out the folder of the build
 * @param logger by which Astro tells of each page; in a long build it does not
 * @param output where it is told how far a long build is
 */
export function drawing(
  usual: AstroPrerenderer,
  out: string,
  logger: AstroIntegrationLogger,
  output: Output = process.stdout,
): AstroPrerenderer {
  let progress: Progress | undefined;
  return {
    ...usual,
    async setup() {
      for (const part of PARTS) cpSync(part, out, { recursive: true, filter: (file) => !isMark(file) });
      // All is bundled.
      clearAway();
      await usual.setup?.();
    },
    async getStaticPaths() {
      const paths = (await usual.getStaticPaths())
        .map((each) => ({ each, owner: ownerOf(each.pathname.replace(/^\//, '')) }))
        .filter(({ owner }) => isMadeHere(owner) || isMadeBefore(owner));
      const byOwner = Map.groupBy(paths, ({ owner }) => owner);
      const work = new Map(Array.from(byOwner, ([owner, own]) => [owner, own.length]));
      if (searchableOfBuild().readings.length >= LONG) {
        progress = new Progress(work, output, () => performance.now());
        tellNoPages(logger, progress);
      }
      const ofSite = byOwner.get(undefined) ?? [];
      byOwner.delete(undefined);
      return [...byOwner.values(), ofSite].flat().map(({ each }) => each);
    },
    async render(request, options) {
      const place = decodeURI(new URL(request.url).pathname).slice(BASE.length);
      const owner = ownerOf(place);
      const drawn = isMadeBefore(owner) ? takenFrom(out, place) : await usual.render(request, options);
      progress?.done(owner);
      return drawn;
    },
  };
}

/** A page of a part, which was copied to where it belongs. */
function takenFrom(out: string, place: string): Response {
  const file = place === '' || place.endsWith('/') ? `${place}index.html` : place;
  return new Response(readFileSync(path.join(out, file)));
}

/** Leaves out what Astro tells of each page, and its time: thousands of lines, among which a warning would be lost. */
function tellNoPages({ options }: AstroIntegrationLogger, progress: Progress): void {
  const usual = options.destination;
  options.destination = {
    ...usual,
    write(event) {
      const isOfAPage =
        OF_A_PAGE.test(event.message) || (event.label === 'SKIP_FORMAT' && event.message.includes('(+'));
      if (isOfAPage) return;
      progress.makeWay();
      usual.write(event);
    },
  };
}
