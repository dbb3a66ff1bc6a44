import type { APIRoute } from 'astro';
import { allReadings, ledgerOf, publication, ROOT, SITE } from '../build/library.ts';
import { FEED, toFeed } from '../core/metadata/feed.ts';

/** The feed; its links and ids are of the site's own address, and without that there is none. */
export function getStaticPaths() {
  return SITE === undefined ? [] : [{ params: { feed: FEED.file.replace(/\.xml$/, '') } }];
}

export const GET: APIRoute = async () => {
  const shelf = (await allReadings()).map((reading) => ({ reading, ledger: ledgerOf(reading.slug) }));
  return new Response(toFeed(shelf, publication(), ROOT), { headers: { 'Content-Type': FEED.type } });
};
