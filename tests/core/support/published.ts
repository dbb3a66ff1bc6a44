import { hash, noteHash } from '../../../src/core/hash.ts';
import type { Ledger, Row, State } from '../../../src/core/ledger.ts';
import type { Published, PublishedNote } from '../../../src/core/published.ts';

/** A passage of a made-up ledger: hashes follow from the words, and what is not given is as in edition 1. */
type Line = Partial<Omit<Row, 'was'>> & { anchor: string; was?: Partial<State>[] };

/** @returns a ledger with these lines, by hand: `npm run anchors` is not asked */
export function ledgerWith(
  editions: number,
  lines: readonly Line[],
  annotations: Ledger['annotations'] = [],
): Ledger {
  return {
    format: 2,
    editions: Array.from({ length: editions }, (_, index) => ({
      edition: index + 1,
      date: `202${6 + index}-03-01`,
      why: 'Made up.',
      text: hash(String(index)),
    })),
    anchors: lines.map((line) => lineOf(line)),
    annotations,
  };
}

function lineOf({ was, ...line }: Line): Row {
  const kind = line.kind ?? (/s\d+[a-z]*$/.test(line.anchor) ? 'sentence' : 'paragraph');
  const words = {
    edition: 1,
    ...line,
    ...(line.gone === undefined && { hash: line.hash ?? hash(line.text ?? line.anchor) }),
  };
  return {
    ...words,
    kind,
    ...(was && {
      was: was.map((state) => ({
        edition: 1,
        ...(state.text !== undefined && { hash: hash(state.text) }),
        ...state,
      })),
    }),
  };
}

/** What a note has said, and its hash. */
export function noteThatSaid(finding: string, status: string, edition = 1) {
  return {
    date: '2026-03-01',
    edition,
    hash: noteHash({ status, finding, body: [] }),
    status,
    finding,
    passage: 'p1s1',
    quote: 'the harbour',
  };
}

/** What stands in the one note of the made-up reading. */
const NOTE: PublishedNote = {
  id: 'harbour-open',
  quote: '“We kept the lamps lit”',
  prefix: 'The keeper said: ',
  suffix: '.',
  said: 'The minutes have it so.\n\nThey were printed in spring.',
  excerpts: ['the lamps were lit before the evening bell'],
  by: 'The keeper',
};

/** Two editions: kept, edited, moved, divided, merged, removed, added. */
export const HARBOUR: Published = {
  slug: 'harbour',
  title: '[What was said of the harbour]',
  url: 'https://www.example.net/harbour/?p=374',
  ledger: ledgerWith(
    2,
    [
      { anchor: 'p1' },
      { anchor: 'p1s1', text: 'The harbour was closed by ice in the winter of 1911.' },
      {
        anchor: 'p1s2',
        edition: 2,
        text: 'No ship was turned away by the pilots.',
        was: [{ text: 'No ship was turned back by any pilot.' }],
      },
      { anchor: 'p2' },
      { anchor: 'p2s1', text: 'The keeper said: “We kept the lamps lit”.' },
      {
        anchor: 'p2s2',
        edition: 2,
        text: 'The toll was paid in kind.',
        was: [{ text: 'The toll was paid in kind, and the council was not asked.' }],
      },
      { anchor: 'p2s2a', edition: 2, text: 'The council was not asked.', from: 'p2s2' },
      {
        anchor: 'p1s3',
        text: 'Two of the cranes belonged to the town.',
        moves: [{ edition: 2, from: 'p1' }],
      },
      {
        anchor: 'p2s3',
        edition: 2,
        gone: 'removed',
        near: 'p2s2',
        was: [{ text: 'The grain was weighed where it was landed.' }],
      },
      { anchor: 'p2s4', edition: 2, gone: 'merged', into: 'p2s1', was: [{ text: 'They burned all night.' }] },
      { anchor: 'p3', text: 'A paragraph of one sentence only.' },
    ],
    [
      {
        annotation: 'harbour-open',
        edition: 1,
        notes: [
          noteThatSaid('The minutes are silent.', 'contested'),
          noteThatSaid('The minutes have it so.', 'supported', 2),
        ],
      },
      {
        annotation: 'old-wall',
        edition: 1,
        notes: [noteThatSaid('The wall stood.', 'supported')],
        withdrawn: { edition: 2, date: '2027-03-01', why: 'The sentence is gone.' },
      },
      { annotation: 'cranes', edition: 1, notes: [noteThatSaid('Two, by the books.', 'supported')] },
    ],
  ),
  earlier: [
    ledgerWith(1, [
      { anchor: 'p1' },
      { anchor: 'p1s1', text: 'The harbour was closed by ice in the winter of 1911.' },
      { anchor: 'p1s2', text: 'No ship was turned back by any pilot.' },
      { anchor: 'p1s3', text: 'Two of the cranes belonged to the town.' },
      { anchor: 'p2' },
      { anchor: 'p2s1', text: 'The keeper said: “We kept the lamps lit”.' },
      { anchor: 'p2s2', text: 'The toll was paid in kind, and the council was not asked.' },
      { anchor: 'p2s3', text: 'The grain was weighed where it was landed.' },
      { anchor: 'p2s4', text: 'They burned all night.' },
      { anchor: 'p3', text: 'A paragraph of one sentence only.' },
    ]),
  ],
  notes: [NOTE],
};
