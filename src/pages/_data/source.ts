import type { APIRoute } from 'astro';
import { allSources, site } from '../../build/library.ts';
import { formatAt, OF_SOURCE } from '../../core/export/formats.ts';
import type { Source } from '../../core/source.ts';

/** The record of a source in the format of the route, beside the folder of its page. */
export async function getStaticPaths() {
  return [...(await allSources()).values()].map((source) => ({
    params: { source: source.key },
    props: { source },
  }));
}

export const GET: APIRoute<{ source: Source }> = async ({ props: { source }, routePattern }) => {
  const { type, serialize } = formatAt(OF_SOURCE, routePattern);
  return new Response(serialize(source, await site()), { headers: { 'Content-Type': type } });
};
