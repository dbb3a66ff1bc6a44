import fc from 'fast-check';
import { hash } from '../../../src/core/hash.ts';
import type { Block } from '../../../src/core/passage.ts';

/** A sentence with an identity that no edit takes from it: what anchors are held against. */
export interface Known {
  id: number;
  text: string;
}

/** A text of known sentences. */
export type KnownText = Known[][];

/** One act of an editor; places are counted modulo what there is. */
export interface Act {
  do: (typeof DOINGS)[number];
  paragraph: number;
  sentence: number;
  /** Where what is moved goes. */
  to: number;
  /** Which of what has gone comes back. */
  which: number;
}

const DOINGS = [
  'insert',
  'remove',
  'edit',
  'move',
  'insert paragraph',
  'remove paragraph',
  'move paragraph',
  'restore',
] as const;

const place = fc.nat({ max: 40 });

/** Histories: some acts for each edition. */
export const histories: fc.Arbitrary<Act[][]> = fc.array(
  fc.array(
    fc.record({ do: fc.constantFrom(...DOINGS), paragraph: place, sentence: place, to: place, which: place }),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 1, maxLength: 6 },
);

/** How sentences are written and edited. */
export interface Hand {
  write: (id: number) => string;
  edit: (text: string) => string;
}

const PLAIN: Hand = { write: (id) => `Sentence ${id}.`, edit: (text) => `${text} again` };

/** A text that is edited, and what was ever in it. */
export class EditedText {
  text: KnownText = [];
  readonly gone: Known[] = [];
  readonly #hand: Hand;
  #next = 0;

  constructor(paragraphs: readonly number[], hand = PLAIN) {
    this.#hand = hand;
    this.text = paragraphs.map((length) => Array.from({ length }, () => this.#write()));
  }

  act(act: Act): void {
    const at = this.text.length === 0 ? 0 : act.paragraph % this.text.length;
    const inside = this.text[at] ?? [];
    if (act.do === 'restore') {
      const [sentence] = this.gone.splice(act.which % this.gone.length, 1);
      if (sentence && this.text.length > 0) inside.push(sentence);
    } else if (act.do === 'insert paragraph')
      this.text.splice(act.paragraph % (this.text.length + 1), 0, [this.#write(), this.#write()]);
    else if (this.text.length === 0) return;
    else if (act.do === 'insert') inside.splice(act.sentence % (inside.length + 1), 0, this.#write());
    else if (act.do === 'edit') {
      const sentence = inside[act.sentence % inside.length]!;
      sentence.text = this.#hand.edit(sentence.text);
    } else if (act.do === 'remove') this.gone.push(...inside.splice(act.sentence % inside.length, 1));
    else if (act.do === 'remove paragraph') this.gone.push(...this.text.splice(at, 1).flat());
    else if (act.do === 'move paragraph') {
      const [paragraph] = this.text.splice(at, 1);
      this.text.splice(act.to % (this.text.length + 1), 0, paragraph!);
    } else {
      const [sentence] = inside.splice(act.sentence % inside.length, 1);
      this.text[act.to % this.text.length]!.push(sentence!);
    }
    // A paragraph without a sentence is none.
    this.text = this.text.filter((paragraph) => paragraph.length > 0);
  }

  #write(): Known {
    const id = this.#next++;
    return { id, text: this.#hand.write(id) };
  }
}

/** @returns a known text as `cutPassages` makes it */
export function blocksOf(text: KnownText): Block[] {
  return text.map((paragraph): Block => {
    const words = paragraph.map((sentence) => sentence.text).join(' ');
    return {
      kind: 'paragraph',
      anchor: '',
      slice: words,
      separator: '\n\n',
      text: words,
      start: 0,
      hash: hash(words),
      sentences: paragraph.map((sentence) => ({
        anchor: '',
        slice: sentence.text,
        text: sentence.text,
        start: 0,
        hash: hash(sentence.text),
      })),
    };
  });
}
