import fc from 'fast-check';
import { hash } from '../../../src/core/fingerprint.ts';
import type { Block } from '../../../src/core/passage.ts';

/** A sentence with an identity that no edit takes from it: what anchors are held against. */
export interface Known {
  id: number;
  text: string;
}

/** A text of known sentences. */
export type KnownText = Known[][];

/** One act of an editor, over places counted modulo what there is. */
export type Act =
  | { do: 'insert' | 'remove' | 'edit'; paragraph: number; sentence: number }
  | { do: 'insert paragraph' | 'remove paragraph'; paragraph: number }
  | { do: 'move'; paragraph: number; sentence: number; to: number }
  | { do: 'move paragraph'; paragraph: number; to: number }
  | { do: 'restore'; which: number; paragraph: number };

const place = fc.nat({ max: 40 });

/** Histories: some acts for each edition. */
export const histories: fc.Arbitrary<Act[][]> = fc.array(
  fc.array(
    fc.oneof(
      fc.record({
        do: fc.constantFrom('insert' as const, 'remove' as const, 'edit' as const),
        paragraph: place,
        sentence: place,
      }),
      fc.record({
        do: fc.constantFrom('insert paragraph' as const, 'remove paragraph' as const),
        paragraph: place,
      }),
      fc.record({ do: fc.constant('move' as const), paragraph: place, sentence: place, to: place }),
      fc.record({ do: fc.constant('move paragraph' as const), paragraph: place, to: place }),
      fc.record({ do: fc.constant('restore' as const), which: place, paragraph: place }),
    ),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 1, maxLength: 6 },
);

/** A text that is edited, and what was ever in it. */
export class EditedText {
  text: KnownText = [];
  readonly gone: Known[] = [];
  /** Identities of all that was ever moved, alone or with its paragraph. */
  readonly moved = new Set<number>();
  #next = 0;

  constructor(paragraphs: readonly number[]) {
    this.text = paragraphs.map((length) => Array.from({ length }, () => this.#write()));
  }

  act(act: Act): void {
    const at = this.text.length === 0 ? 0 : act.paragraph % this.text.length;
    const inside = this.text[at] ?? [];
    if (act.do === 'insert paragraph')
      this.text.splice(act.paragraph % (this.text.length + 1), 0, [this.#write(), this.#write()]);
    else if (this.text.length === 0) return;
    else if (act.do === 'insert') inside.splice(act.sentence % (inside.length + 1), 0, this.#write());
    else if (act.do === 'edit') inside[act.sentence % inside.length]!.text += ' again';
    else if (act.do === 'remove') this.gone.push(...inside.splice(act.sentence % inside.length, 1));
    else if (act.do === 'remove paragraph') this.gone.push(...this.text.splice(at, 1).flat());
    else if (act.do === 'move paragraph') {
      const [paragraph] = this.text.splice(at, 1);
      this.text.splice(act.to % (this.text.length + 1), 0, paragraph!);
    } else if (act.do === 'move') {
      const [sentence] = inside.splice(act.sentence % inside.length, 1);
      this.text[act.to % this.text.length]!.push(sentence!);
    } else if (this.gone.length > 0) {
      const [sentence] = this.gone.splice(act.which % this.gone.length, 1);
      inside.push(sentence!);
    }
    // A paragraph without a sentence is none.
    this.text = this.text.filter((paragraph) => paragraph.length > 0);
  }

  #write(): Known {
    const id = this.#next++;
    return { id, text: `Sentence ${id}.` };
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
