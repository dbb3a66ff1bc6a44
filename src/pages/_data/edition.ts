import type { APIRoute } from 'astro';
import { editionPaths, ledgerFileOf, site } from '../../build/library.ts';
import { formatAt, OF_EDITION } from '../../core/export/formats.ts';
import type { Reading } from '../../core/reading.ts';

/** What is kept of every edition, in the format of the route. */
export const getStaticPaths = editionPaths;

type Props = { reading: Reading; earlier?: Reading };

export const GET: APIRoute<Props> = async ({ props: { reading, earlier }, routePattern }) => {
  const { type, serialize } = formatAt(OF_EDITION, routePattern);
  const ledger = await ledgerFileOf(reading.slug, earlier?.edition.edition);
  const text = serialize({ reading: earlier ?? reading, files: { ledger } }, await site());
  return new Response(text, { headers: { 'Content-Type': type } });
};
