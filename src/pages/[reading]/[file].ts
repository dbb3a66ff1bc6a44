import type { APIRoute } from 'astro';
import { allReadings, allSources, ledgerFileOf, ROOT } from '../../build/library.ts';
import { DATA, FORMATS } from '../../core/export/formats.ts';
import type { Reading } from '../../core/reading.ts';

/** The data of a reading in each of its formats, and its ledger. */
export async function getStaticPaths() {
  const readings = await allReadings();
  return readings.flatMap((reading) =>
    DATA.map(({ file, type }) => ({
      params: { reading: reading.slug, file },
      props: { reading, file, type },
    })),
  );
}

type Props = { reading: Reading; file: string; type: string };

export const GET: APIRoute<Props> = async ({ props: { reading, file, type } }) => {
  const format = FORMATS.find((each) => each.file === file);
  const text = format ? format.serialize(reading, await allSources(), ROOT) : ledgerFileOf(reading.slug);
  return new Response(text, { headers: { 'Content-Type': type } });
};
