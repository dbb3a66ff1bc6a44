import type { APIRoute } from 'astro';
import { allReadings, allSources, ledgerOf, ROOT } from '../../build/library.ts';
import { FORMATS, type Format } from '../../core/export/formats.ts';
import type { Reading } from '../../core/reading.ts';

const LEDGER: Format = {
  file: 'anchors.json',
  type: 'application/json',
  label: 'Ledger of anchors',
  serialize: ({ slug }) => ledgerOf(slug),
};

/** The data of a reading in each of its formats. */
export async function getStaticPaths() {
  const readings = await allReadings();
  return readings.flatMap((reading) =>
    [...FORMATS, LEDGER].map((format) => ({
      params: { reading: reading.slug, file: format.file },
      props: { reading, format },
    })),
  );
}

export const GET: APIRoute<{ reading: Reading; format: Format }> = async ({ props: { reading, format } }) =>
  new Response(format.serialize(reading, await allSources(), ROOT), {
    headers: { 'Content-Type': format.type },
  });
