import type { APIRoute } from 'astro';
import { allReadings, edited, site } from '../../build/library.ts';
import { formatAt, OF_SITE } from '../../core/export/formats.ts';

/** The data of the whole site in the format of the route. */
export const GET: APIRoute = async ({ routePattern }) => {
  const { type, serialize } = formatAt(OF_SITE, routePattern);
  const all = await Promise.all((await allReadings()).map(edited));
  const text = serialize(all, await site());
  return new Response(typeof text === 'string' ? text : [...text].join(''), {
    headers: { 'Content-Type': type },
  });
};
