import type { APIRoute } from 'astro';
import { citationStyles, readingPaths, site } from '../../build/library.ts';
import { readingCiteData } from '../../core/cite-data.ts';
import type { Reading } from '../../core/reading.ts';

/** What the list that cites a passage is made of: every style, with places left open, and the record. */
export const getStaticPaths = readingPaths;

export const GET: APIRoute<{ reading: Reading }> = async ({ props: { reading } }) =>
  Response.json(readingCiteData(reading, await site(), citationStyles()));
