import { expect, test } from 'vitest';
import { anchorByLedger, nameAnchors } from '../../src/core/anchoring.ts';
import { shorten } from '../../src/core/fingerprint.ts';
import { hashOfFile } from '../../src/core/hash.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import { foresee } from '../../src/core/next-edition.ts';
import { type Block, listPassages } from '../../src/core/passage.ts';
import { firstLedger, publishNext } from '../../src/core/publish.ts';
import { judgePassage } from '../../src/core/verdict.ts';
import { type Act, blocksOf, EditedText, type Hand, type KnownText } from './support/history.ts';
import { type Pick, randomly } from './support/randomly.ts';
import { read } from './support/reading.ts';

/*
 * Whole histories: each edition is made from the one before by the alignment that `npm run anchors` uses, and which
 * sentence is which is known. Whatever was cited in any of them must lead to that sentence in the last, or say that it
 * is gone.
 */

const EDITIONS = 20;
const SYLLABLES = 'ka ri no ve tul mo sen dar li po gra ne shi tor ba ule'.split(' ');
const SCRIPTS: Record<string, (word: string) => string> = {
  Latin: (word) => word,
  Cyrillic: (word) =>
    word.replace(
      /[a-z]/g,
      (letter) => 'абцдефгхијклмнопќрстувњхуз'['abcdefghijklmnopqrstuvwxyz'.indexOf(letter)]!,
    ),
};

/** A writer with some three hundred words, of which some are frequent. */
function writer(pick: Pick, inScript: (word: string) => string): Hand {
  const numbers = Array.from({ length: 300 }, (_, index) => index);
  const words = numbers.map((n) =>
    inScript(
      SYLLABLES[n % 16]! + SYLLABLES[(n * 7 + 3) % 16]! + (n % 3 === 0 ? SYLLABLES[(n >> 4) % 16]! : ''),
    ),
  );
  const word = () => words[Math.min(pick(numbers), pick(numbers))]!;
  const some = (least: number, most: number) =>
    Array.from({ length: least + pick(numbers.slice(0, most - least)) }, word);
  return {
    write: () => `${some(5, 18).join(' ')}.`,
    // A third of the words at most, and a clause at the end now and then.
    edit: (text) => {
      const own = text.slice(0, -1).split(' ');
      const changed = own.map((each) => (pick(numbers) < 60 ? word() : each));
      return `${[...changed, ...(pick([true, false]) ? some(1, 4) : [])].join(' ')}.`;
    },
  };
}

const DOINGS: readonly Act['do'][] = [
  ...Array<Act['do']>(6).fill('edit'),
  'insert',
  'insert',
  'remove',
  'move',
  'insert paragraph',
  'remove paragraph',
  'move paragraph',
  'restore',
];

/** What a citation said: an anchor, its words then, and which sentence that was. */
interface Cited {
  anchor: string;
  hash: string;
  id: number;
}

/** Publishes a text, edition after edition, as its editor would who knows what became of each sentence. */
class Publisher {
  ledger: Ledger | undefined;
  readonly cited: Cited[] = [];
  questions = 0;
  #earlier: Ledger[] = [];
  #blocks: Block[] = [];

  publish(text: KnownText) {
    const blocks = blocksOf(text);
    nameAnchors(blocks, []);
    const whole = blocks.map((block) => block.text).join('\n');
    const reading = { ...read('Text.').reading, blocks, text: whole, annotations: [] };
    if (!this.ledger) {
      const first = { date: '2026-01-01', why: 'First.', text: hashOfFile(whole) };
      this.ledger = firstLedger(listPassages(blocks), first);
    } else {
      const asked = foresee(this.ledger, this.#earlier, reading, []).questions;
      this.questions += asked.length;
      const decisions = asked.map(({ name }) => this.#know(name, text));
      const foresight = foresee(this.ledger, this.#earlier, reading, decisions);
      const texts = new Map(this.#blocks.map((block) => [block.anchor, block.text]));
      const edition = { date: '2026-01-02', by: 'author' as const, why: 'Edited.' };
      const next = publishNext(reading, this.ledger, foresight, texts, edition).ledger;
      this.#earlier = [...this.#earlier, this.ledger];
      this.ledger = next;
    }
    anchorByLedger(blocks, { ledger: this.ledger, path: '' });
    this.#blocks = blocks;
    for (const [index, { anchor, hash }] of this.#sentences.entries())
      this.cited.push({ anchor, hash, id: text.flat()[index]!.id });
  }

  /** The editor's answer. */
  #know(name: string, text: KnownText) {
    const { id } = this.cited.findLast(({ anchor }) => anchor === name)!;
    const paragraph = text.findIndex((sentences) => sentences.some((sentence) => sentence.id === id));
    if (paragraph < 0) return { name, gone: 'removed' as const };
    const at = text[paragraph]!.findIndex((sentence) => sentence.id === id);
    return { name, to: [`${paragraph + 1}.${at + 1}`] };
  }

  /** What leads elsewhere without a word, and what is said to be gone and is not. */
  judge(text: KnownText): { wrong: string[]; lost: string[] } {
    const ids = new Map(this.#sentences.map(({ anchor }, index) => [anchor, text.flat()[index]!.id]));
    const there = new Set(ids.values());
    const wrong: string[] = [];
    const lost: string[] = [];
    for (const { anchor, hash, id } of this.cited) {
      const verdict = judgePassage(this.ledger!, { anchor, fingerprint: shorten(hash) });
      if (verdict.what === 'removed') {
        if (there.has(id)) lost.push(anchor);
      } else if (verdict.what === 'merged') wrong.push(anchor);
      else if (verdict.what === 'never' || ids.get(verdict.row.anchor) !== id) wrong.push(anchor);
    }
    return { wrong, lost };
  }

  get #sentences() {
    return this.#blocks.flatMap((block) => block.sentences);
  }
}

test.each(Object.entries(SCRIPTS))(
  `No citation leads to another sentence, over histories of ${EDITIONS} editions in %s letters.`,
  (_, inScript) => {
    const seen = { cited: 0, wrong: 0, lost: 0, questions: 0 };
    for (const pick of randomly(4, 42)) {
      const places = Array.from({ length: 40 }, (_each, index) => index);
      const edited = new EditedText([3, 5, 4, 2, 6, 3, 4, 5], writer(pick, inScript));
      const publisher = new Publisher();
      publisher.publish(edited.text);
      while (publisher.ledger!.editions.length < EDITIONS) {
        for (const doing of [pick(DOINGS), pick(DOINGS), pick(DOINGS)]) {
          const place = () => pick(places);
          const act: Act = { do: doing, paragraph: place(), sentence: place(), to: place(), which: place() };
          edited.act(act);
        }
        publisher.publish(edited.text);
      }
      const { wrong, lost } = publisher.judge(edited.text);
      expect(wrong).toEqual([]);
      seen.cited += publisher.cited.length;
      seen.lost += lost.length;
      seen.questions += publisher.questions;
    }
    // What is said to be gone and is not is no false citation, but must stay rare; so must questions.
    expect(seen.cited).toBeGreaterThan(1500);
    expect(seen.lost / seen.cited).toBeLessThan(0.005);
    expect(seen.questions / seen.cited).toBeLessThan(0.01);
  },
);
