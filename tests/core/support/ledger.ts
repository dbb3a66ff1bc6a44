import { hash } from '../../../src/core/hash.ts';
import { type Ledger, parseLedger, serializeLedger } from '../../../src/core/ledger-file.ts';
import type { Row, State } from '../../../src/core/ledger.ts';

/** The day of an edition in these tests. */
export const dayOf = (edition: number) => `2026-0${edition}-01`;

/** A ledger of so many editions with these lines, which the parser accepts. */
export function ledgerOf(
  editions: number,
  anchors: readonly Row[],
  annotations: Ledger['annotations'] = [],
): Ledger {
  const ledger: Ledger = {
    format: 2,
    editions: Array.from({ length: editions }, (_, index) => ({
      edition: index + 1,
      date: dayOf(index + 1),
      why: 'A test.',
      text: hash(String(index)),
    })),
    anchors: [...anchors],
    annotations,
  };
  const { problems } = parseLedger({ path: 'anchors.json', json: serializeLedger(ledger) });
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return ledger;
}

/** A state with words. */
export function said(edition: number, text: string): State & { hash: string; text: string } {
  return { edition, hash: hash(text), text };
}

/** A sentence's line: its present state, and its earlier ones. */
export function sentence(anchor: string, now: State, rest: Partial<Row> = {}): Row {
  return { anchor, kind: 'sentence', ...now, ...rest };
}

/** A paragraph's line; its present words are its sentences'. */
export function paragraph(anchor: string, edition: number, words: string, rest: Partial<Row> = {}): Row {
  return { anchor, kind: 'paragraph', edition, hash: hash(words), ...rest };
}

/** A paragraph or sentence that is gone. */
export function gone(anchor: string, kind: Row['kind'], state: State, was: State[]): Row {
  return { anchor, kind, ...state, was };
}
