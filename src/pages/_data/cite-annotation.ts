import type { APIRoute } from 'astro';
import { allAnnotated, citationStyles, site } from '../../build/library.ts';
import { noteCiteData } from '../../core/cite-data.ts';
import type { Annotated } from '../../core/export/formats.ts';

/** What the list that cites a note and its evidence is made of. One that was withdrawn is not cited anew. */
export async function getStaticPaths() {
  return (await allAnnotated()).map((annotated) => ({
    params: { reading: annotated.reading.slug, note: annotated.annotation.id },
    props: annotated,
  }));
}

export const GET: APIRoute<Annotated> = async ({ props: { annotation, ...edited } }) =>
  Response.json(noteCiteData(annotation, edited, await site(), citationStyles()));
