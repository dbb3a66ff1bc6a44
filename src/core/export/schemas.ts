import { z } from 'zod';
import { correctionsSchema } from '../correction.ts';
import { frontMatterSchema } from '../front-matter.ts';
import { publicationSchema } from '../publication.ts';
import { sourceSchema } from '../source.ts';
import { timelineSchema } from '../timeline.ts';
import { ledgerJsonSchema } from './ledger-schema.ts';

/**
 * JSON Schemas of the files that editors write, and of the ledger, which a command writes: by name. They say what each
 * field is and looks like, for editors' programs and others; `npm run check` knows more.
 *
 * @see https://json-schema.org/draft/2020-12
 */
export const SCHEMAS = {
  anchors: ledgerJsonSchema,
  corrections: () => describe('corrections.yaml: dated changes of a reading’s notes', correctionsSchema),
  reading: () => describe('Front matter of a reading', frontMatterSchema),
  site: () => describe('site.yaml: who answers for the site', publicationSchema),
  source: () => describe('A source record', sourceSchema),
  timeline: () => describe('timeline.yaml: what happened around a text', timelineSchema),
} as const satisfies Record<string, () => object>;

export type SchemaName = keyof typeof SCHEMAS;

/** @returns the schema of that name as its file has it */
export function serializeSchema(name: SchemaName): string {
  return `${JSON.stringify(SCHEMAS[name](), null, 2)}\n`;
}

/** What is written, which may leave out what has a default. */
function describe(title: string, schema: z.ZodType): object {
  return { title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) };
}
