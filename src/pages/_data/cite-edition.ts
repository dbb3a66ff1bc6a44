import type { APIRoute } from 'astro';
import { citationStyles, editionPaths, site } from '../../build/library.ts';
import { readingCiteData } from '../../core/cite-data.ts';
import type { Reading } from '../../core/reading.ts';

/** The same of each edition: what is cited on the page of an earlier one is of that. */
export const getStaticPaths = editionPaths;

export const GET: APIRoute<{ reading: Reading; earlier?: Reading }> = async ({ props }) =>
  Response.json(readingCiteData(props.earlier ?? props.reading, await site(), citationStyles()));
