import type { APIRoute } from 'astro';
import { allReadings, nameOfSite, pictureOf, SITE, toPng } from '../../build/library.ts';
import type { Reading } from '../../core/reading.ts';

/** A reading's picture; none where the site's address is not known: Open Graph refers to pictures by that alone. */
export async function getStaticPaths() {
  if (SITE === undefined) return [];
  return (await allReadings()).map((reading) => ({ params: { reading: reading.slug }, props: { reading } }));
}

export const GET: APIRoute<{ reading: Reading }> = async ({ props: { reading } }) =>
  new Response(await toPng(pictureOf(await nameOfSite(), reading)), {
    headers: { 'Content-Type': 'image/png' },
  });
