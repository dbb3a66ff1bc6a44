import type { APIRoute } from 'astro';
import { allReadings, allSources } from '../build/library.ts';
import { shortName } from '../core/source.ts';

/** Names of what the search index has by its key: fetched when a reader wants to choose among them. */
export const GET: APIRoute = async () => {
  const readings = (await allReadings()).map(({ slug, title }) => [slug, title]);
  const sources = [...(await allSources())].map(([key, source]) => [key, shortName(source)]);
  return Response.json({ source: Object.fromEntries(sources), reading: Object.fromEntries(readings) });
};
