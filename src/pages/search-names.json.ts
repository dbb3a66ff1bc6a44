import type { APIRoute } from 'astro';
import { allReadings, allSources } from '../build/library.ts';
import { shortName } from '../core/source.ts';

/** Names of what the search index has by its key: fetched when a reader wants to choose among them. */
export const GET: APIRoute = async () => {
  const reading = Object.fromEntries(
    (await allReadings()).map(({ slug, title }): [string, string] => [slug, title]),
  );
  const source = Object.fromEntries(
    [...(await allSources())].map(([key, each]): [string, string] => [key, shortName(each)]),
  );
  return Response.json({ source, reading });
};
