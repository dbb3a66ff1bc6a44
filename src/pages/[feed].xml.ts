import type { APIRoute } from 'astro';
import { allReadings, edited, publication, ROOT, SITE } from '../build/library.ts';
import { FEED, toFeed } from '../core/metadata/feed.ts';

/** The feed; its links and ids are of the site's own address, and without that there is none. */
export function getStaticPaths() {
  return SITE === undefined ? [] : [{ params: { feed: FEED.file.replace(/\.xml$/, '') } }];
}

export const GET: APIRoute = async () => {
  const shelf = await Promise.all((await allReadings()).map(edited));
  return new Response(toFeed(shelf, await publication(), ROOT), { headers: { 'Content-Type': FEED.type } });
};
