import type { APIRoute } from 'astro';
import { allReadings, allSources, citationStyles, publication, ROOT } from '../../../../build/library.ts';
import type { Annotation } from '../../../../core/annotation.ts';
import { noteCiteData } from '../../../../core/cite-data.ts';
import type { Reading } from '../../../../core/reading.ts';

/** What the list that cites a note and its evidence is made of. One that was withdrawn is not cited anew. */
export async function getStaticPaths() {
  return (await allReadings()).flatMap((reading) =>
    reading.annotations.map((annotation) => ({
      params: { reading: reading.slug, note: annotation.id },
      props: { reading, annotation },
    })),
  );
}

type Props = { reading: Reading; annotation: Annotation };

export const GET: APIRoute<Props> = async ({ props: { reading, annotation } }) => {
  const sources = await allSources();
  const record = sources.get(reading.source)!;
  const citing = { reading, record, root: ROOT, publication: publication(), styles: citationStyles() };
  return Response.json(noteCiteData(citing, annotation, sources));
};
