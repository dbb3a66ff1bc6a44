/**
 * `npm run resolve`: what became of each sentence, for measuring the alignment that `npm run anchors` uses.
 *
 * Standard input has a pair of editions a line, as JSON: `{"id", "v1", "v2"}`, an edition being `[[kind, sentence…], …]`
 * with a kind of h1–h6 or another. Standard output has a line for each: `{"id", "a": [{"status", "target"}, …]}` with an
 * entry for each sentence of v1: ok, changed, gone (with the place `near` it) or ask; targets are flat ordinals in v2.
 *
 * Exit codes: 0 all pairs are answered, 2 a line could not be read.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { align, type AlignedBlock, type Fate } from '../core/alignment.ts';

const edition = z.array(z.tuple([z.string()], z.string()));
const pair = z.object({ id: z.string(), v1: edition, v2: edition });

interface Answer {
  status: 'ok' | 'changed' | 'gone' | 'ask';
  target: number | null;
  near?: number;
}

try {
  let line = 0;
  for await (const json of createInterface({ input: process.stdin })) {
    line += 1;
    if (json.trim() !== '') console.log(JSON.stringify(answer(json, line)));
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

function answer(json: string, line: number): { id: string; a: Answer[] } {
  const { id, v1, v2 } = readPair(json, line);
  const fates = align(blocksOf(v1), blocksOf(v2));
  return { id, a: fates.map((fate, ordinal) => answerOf(fate, nearestTo(ordinal, fates))) };
}

function readPair(json: string, line: number): z.output<typeof pair> {
  try {
    return pair.parse(JSON.parse(json));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new Error(`Line ${line} is not a pair of editions: ${why}`, { cause: error });
  }
}

function blocksOf(blocks: z.output<typeof edition>): AlignedBlock[] {
  return blocks.map(([kind, ...sentences]) => ({ isHeading: /^h[1-6]$/.test(kind), sentences }));
}

function answerOf({ change, to, ask }: Fate, near: number | undefined): Answer {
  const target = to[0] ?? null;
  if (ask) return { status: 'ask', target };
  if (target === null) return { status: 'gone', target, ...(near !== undefined && { near }) };
  return { status: change === 'kept' ? 'ok' : 'changed', target };
}

/** Where the nearest sentence that is still there went, the one before rather than the one after. */
function nearestTo(ordinal: number, fates: readonly Fate[]): number | undefined {
  for (let distance = 1; distance < fates.length; distance += 1) {
    const near = fates[ordinal - distance]?.to[0] ?? fates[ordinal + distance]?.to[0];
    if (near !== undefined) return near;
  }
  return undefined;
}
