import type { APIRoute } from 'astro';
import { ledgerJsonSchema } from '../../core/export/ledger-schema.ts';

/** The formats of what the site publishes and no standard describes. */
const SCHEMAS = { anchors: ledgerJsonSchema };

export function getStaticPaths() {
  return Object.keys(SCHEMAS).map((name) => ({ params: { name } }));
}

export const GET: APIRoute<Record<string, never>, { name: keyof typeof SCHEMAS }> = ({ params: { name } }) =>
  new Response(`${JSON.stringify(SCHEMAS[name](), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
