import type { APIRoute } from 'astro';
import { editionPaths, ledgerFileOf } from '../../../../build/library.ts';
import { LEDGER, OF_EDITION, TEXT } from '../../../../core/export/formats.ts';
import type { Reading } from '../../../../core/reading.ts';

/** Ledger and canonical text of every edition. */
export async function getStaticPaths() {
  return (await editionPaths()).flatMap(({ params, props }) =>
    OF_EDITION.map(({ file, type }) => ({ params: { ...params, file }, props: { ...props, file, type } })),
  );
}

type Props = { reading: Reading; earlier?: Reading; file: string; type: string };

export const GET: APIRoute<Props> = ({ props: { reading, earlier, file, type } }) => {
  const text =
    file === LEDGER.file
      ? ledgerFileOf(reading.slug, earlier?.edition.edition)
      : TEXT.serialize(earlier ?? reading, new Map(), '');
  return new Response(text, { headers: { 'Content-Type': type } });
};
