import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameAnchors } from '../../src/core/anchoring.ts';
import { hashOfFile } from '../../src/core/hash.ts';
import { applyLedger, blockOf, findRow, isPresent, type Ledger } from '../../src/core/ledger.ts';
import { parseLedger, serializeLedger } from '../../src/core/ledger-file.ts';
import { compareAnchors } from '../../src/core/numbering.ts';
import { type Block, listPassages } from '../../src/core/passage.ts';
import { firstLedger } from '../../src/core/publish.ts';
import { succeed } from '../../src/core/succession.ts';
import { judgePassage } from '../../src/core/verdict.ts';
import { blocksOf, EditedText, histories, type KnownText } from './support/history.ts';

/** A text under its ledger, edition by edition; which sentence is which is known. */
export class Published {
  ledger: Ledger;
  blocks: Block[];
  /** The anchor of each identity, as it was given. */
  readonly anchors = new Map<number, string>();

  constructor(text: KnownText) {
    this.blocks = blocksOf(text);
    nameAnchors(this.blocks, []);
    this.ledger = firstLedger(listPassages(this.blocks), {
      date: '2026-01-01',
      why: 'First.',
      text: hashOfFile(this.blocks.map((block) => block.text).join('\n')),
    });
    this.#note(text);
  }

  publish(text: KnownText): void {
    const places = new Map(text.flat().map(({ id }, index) => [id, index]));
    const targets = new Map(
      Array.from(this.anchors, ([id, anchor]) => [anchor, [places.get(id) ?? []].flat()] as const).filter(
        ([anchor, to]) => to.length > 0 || isPresent(findRow(this.ledger, anchor)!),
      ),
    );
    const texts = new Map(this.blocks.map((block) => [block.anchor, block.text]));
    this.blocks = blocksOf(text);
    const edition = { date: '2026-01-02', by: 'author' as const, why: 'Edited.' };
    this.ledger = succeed(this.ledger, this.blocks, targets, texts, edition);
    const anchors = applyLedger(listPassages(this.blocks), this.ledger).anchors!.values();
    for (const block of this.blocks) {
      block.anchor = anchors.next().value!;
      for (const sentence of block.sentences) sentence.anchor = anchors.next().value!;
    }
    this.#note(text);
  }

  #note(text: KnownText) {
    const sentences = this.blocks.flatMap((block) => block.sentences);
    for (const [index, { id }] of text.flat().entries()) {
      const { anchor } = sentences[index]!;
      // Permanence: what has an anchor never has another.
      expect(this.anchors.get(id) ?? anchor).toBe(anchor);
      this.anchors.set(id, anchor);
    }
  }
}

describe('Over any history of insertions, moves, removals and restorations', () => {
  test('no anchor is used twice, none is lost, what was never moved is in order, and the ledger is whole.', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
        histories,
        (lengths, history) => {
          const edited = new EditedText(lengths);
          const published = new Published(edited.text);
          const ever = new Set(published.ledger.anchors.map(({ anchor }) => anchor));
          for (const acts of history) {
            const before = published.ledger;
            for (const act of acts) edited.act(act);
            published.publish(edited.text);
            const { ledger } = published;
            // Two identities never share an anchor, and every anchor ever given out is there still.
            expect(new Set(published.anchors.values()).size).toBe(published.anchors.size);
            for (const { anchor } of ledger.anchors) ever.add(anchor);
            expect(new Set(ledger.anchors.map(({ anchor }) => anchor))).toEqual(ever);
            expect(parseLedger({ path: 'anchors.json', json: serializeLedger(ledger) })).toEqual({
              ledger,
              problems: [],
            });
            inOrder(ledger);
            holds(before, ledger);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Anchors that were never moved stand in their order: neither alone nor with the paragraph they stand in. */
function inOrder(ledger: Ledger) {
  const moved = new Set(ledger.anchors.filter(({ moves }) => moves));
  const still = ledger.anchors.filter((row) => !moved.has(row) && !moved.has(blockOf(ledger, row)));
  const blocks = still.filter(({ kind }) => kind !== 'sentence');
  const names = blocks.map(({ anchor }) => anchor);
  expect(names.toSorted(compareAnchors)).toEqual(names);
  for (const { anchor: paragraph } of blocks) {
    const own = still
      .filter(({ kind, anchor }) => kind === 'sentence' && anchor.startsWith(`${paragraph}s`))
      .map(({ anchor }) => anchor);
    expect(own.toSorted(compareAnchors)).toEqual(own);
  }
}

/** Each wording of the edition before is found again under its anchor. */
function holds(before: Ledger, after: Ledger) {
  for (const row of before.anchors.filter(isPresent)) {
    const verdict = judgePassage(after, { anchor: row.anchor, fingerprint: row.hash.slice(0, 7) });
    expect(['same', 'edited', 'split', 'merged', 'removed']).toContain(verdict.what);
    if (verdict.what === 'same') expect(verdict.state.hash).toBe(row.hash);
    if (verdict.what === 'edited') expect(verdict.cited.text).toBeDefined();
  }
}
