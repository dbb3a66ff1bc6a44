import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { ledgerJsonSchema } from '../../src/core/export/ledger-schema.ts';

/** The published schema, as another program reads it. */
const accepts = new Ajv2020({ strict: true }).compile(ledgerJsonSchema());
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

const EDITION = read('content/readings/peace-deal/anchors.json');
const FIXTURE = read('tests/fixtures/site/content/readings/waterside-lamps/anchors.json');

test.each([
  ['of one edition', EDITION],
  ['of two, with all that can become of a passage', FIXTURE],
])('A ledger %s is what its published schema says.', (_, ledger) => {
  accepts(ledger);
  expect(accepts.errors).toBeNull();
});

test.each([
  ['of another format', { format: 1 }],
  ['without an edition', { editions: [] }],
  ['with a field that nobody knows', { shelf: 'upper' }],
  ['whose lines are of no kind', { anchors: [{ anchor: 'p1', kind: 'phrase', edition: 1 }] }],
])('One %s is not.', (_, change) => {
  expect(accepts({ ...FIXTURE, ...change })).toBe(false);
});
