import type { APIRoute } from 'astro';
import { allSources, citationStyles, publication, readingPaths, ROOT } from '../../build/library.ts';
import { readingCiteData } from '../../core/cite-data.ts';
import type { Reading } from '../../core/reading.ts';

/** What the list that cites a passage is made of: every style, with places left open, and the record. */
export const getStaticPaths = readingPaths;

export const GET: APIRoute<{ reading: Reading }> = async ({ props: { reading } }) => {
  const record = (await allSources()).get(reading.source)!;
  const citing = { reading, record, root: ROOT, publication: publication(), styles: citationStyles() };
  return Response.json(readingCiteData(citing));
};
