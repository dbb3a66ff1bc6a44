import type { APIRoute } from 'astro';
import { allReadings, allSources } from '../build/library.ts';
import { inWords } from '../core/date.ts';
import { shortName, type Source } from '../core/source.ts';

/** Names of what the search index has by its key: fetched when a reader wants to choose among them. */
export const GET: APIRoute = async () => {
  const readings = (await allReadings()).map(({ slug, title }): [string, string] => [slug, title]);
  return Response.json({
    source: Object.fromEntries(distinctNames([...(await allSources()).values()])),
    reading: Object.fromEntries(readings),
  });
};

/** Of several by one name, each has its date, too. */
function distinctNames(sources: readonly Source[]): [key: string, name: string][] {
  const byName = Map.groupBy(sources, shortName);
  return sources.map((source) => {
    const name = shortName(source);
    const date = source.issued === undefined ? 'no date shown' : inWords(source.issued);
    return [source.key, byName.get(name)!.length === 1 ? name : `${name}, ${date}`];
  });
}
