import type { APIRoute } from 'astro';
import { edited, readingPaths, site } from '../../build/library.ts';
import { formatAt, OF_READING } from '../../core/export/formats.ts';
import type { Reading } from '../../core/reading.ts';

/** The data of a reading in the format of the route. */
export const getStaticPaths = readingPaths;

export const GET: APIRoute<{ reading: Reading }> = async ({ props: { reading }, routePattern }) => {
  const { type, serialize } = formatAt(OF_READING, routePattern);
  return new Response(serialize(await edited(reading), await site()), { headers: { 'Content-Type': type } });
};
