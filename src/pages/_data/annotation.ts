import type { APIRoute } from 'astro';
import { allAnnotated, site } from '../../build/library.ts';
import { type Annotated, formatAt, OF_ANNOTATION } from '../../core/export/formats.ts';

/** The data of an annotation in the format of the route, beside the folder of its page. */
export async function getStaticPaths() {
  return (await allAnnotated()).map((annotated) => ({
    params: { reading: annotated.reading.slug, note: annotated.annotation.id },
    props: { annotated },
  }));
}

export const GET: APIRoute<{ annotated: Annotated }> = async ({ props: { annotated }, routePattern }) => {
  const { type, serialize } = formatAt(OF_ANNOTATION, routePattern);
  return new Response(serialize(annotated, await site()), { headers: { 'Content-Type': type } });
};
