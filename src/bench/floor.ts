import type { Document } from './document.ts';
import { compress } from './host.ts';

/** How many hits a page shows at first. */
const SHOWN = 20;

/** What a search costs at the least: the texts that are looked for, and nothing else. */
export class Floor {
  readonly documents: readonly Document[];
  /** A JSON array with the texts of all documents: what a plain look through everything has to have. */
  readonly texts: Buffer;
  /** Milliseconds in which they were made ready to be looked through. */
  readonly buildTime: number;
  readonly #folded: string[];

  /** @param documents what can be found */
  constructor(documents: readonly Document[]) {
    const began = performance.now();
    const texts = documents.map(wordsOf);
    this.documents = documents;
    this.texts = Buffer.from(JSON.stringify(texts));
    this.#folded = texts.map((text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
    this.buildTime = performance.now() - began;
  }

  /**
   * @param question words with spaces between them
   * @returns how many bytes the texts of the first hits are, compressed in one file
   */
  async bytesOf(question: string): Promise<number> {
    const parts = question.split(' ');
    const hits = this.documents.filter((_, at) => parts.every((part) => this.#folded[at]!.includes(part)));
    const shown = hits.slice(0, SHOWN).map((document) => `${document.place} · ${wordsOf(document)}`);
    return (await compress(Buffer.from(shown.join('\n')))).length;
  }
}

function wordsOf({ title, text }: Document): string {
  return [title, text].filter(Boolean).join(' · ');
}
