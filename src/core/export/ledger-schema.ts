import { z } from 'zod';
import { LEDGER_FORMAT, ledgerSchema } from '../ledger-file.ts';

/** The order of anchors in words, since a plain sort is not enough. */
const ORDER = `The lines of "anchors" stand in the order of the text; what is gone stands where it stood.
The anchors of what was never moved are in this order too. p<label> is a paragraph, p<label>s<label> a sentence of it,
anything else the slug of a heading. A label is a number, perhaps with letters before it (what was put before the first:
za1 < a1 < a2 < 1) and behind it (what was put after it: 4 < 4za < 4a < 4aa < 4b < 5). Compare letters before the number
first, more of them coming first and none last; then the number; then the steps behind it one by one, where a step is
any number of z and then one of a to y without s, or z and a number: of two steps the one with more leading z comes
first, then the earlier letter, then z1, z2, …; a label comes before those that continue it. A paragraph comes before
its sentences, and p0, the by-line, before all.`;

/**
 * The ledger's format for other programs. Beyond it, a ledger holds: no anchor or annotation stands twice, editions are
 * numbered 1, 2, …, and a hash is the SHA-256 of the text beside it.
 *
 * @returns a JSON Schema, draft 2020-12
 * @see https://json-schema.org/draft/2020-12
 */
export function ledgerJsonSchema(): object {
  return {
    title: `Ledger of anchors, format ${LEDGER_FORMAT}`,
    $comment: ORDER.replaceAll('\n', ' '),
    ...z.toJSONSchema(ledgerSchema, { target: 'draft-2020-12' }),
  };
}
