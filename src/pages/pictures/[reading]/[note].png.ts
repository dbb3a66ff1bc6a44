import type { APIRoute } from 'astro';
import { allReadings, nameOfSite, pictureOf, SITE, toPng } from '../../../build/library.ts';
import type { Annotation } from '../../../core/annotation.ts';
import type { Reading } from '../../../core/reading.ts';

/** An annotation's picture; none where the site's address is not known. */
export async function getStaticPaths() {
  if (SITE === undefined) return [];
  return (await allReadings()).flatMap((reading) =>
    reading.annotations.map((annotation) => ({
      params: { reading: reading.slug, note: annotation.id },
      props: { reading, annotation },
    })),
  );
}

type Props = { reading: Reading; annotation: Annotation };

export const GET: APIRoute<Props> = async ({ props: { reading, annotation } }) =>
  new Response(await toPng(pictureOf(await nameOfSite(), reading, annotation)), {
    headers: { 'Content-Type': 'image/png' },
  });
