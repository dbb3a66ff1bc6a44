import { capitalized } from '../core/tally.ts';
import type { Chance } from './chance.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many words a sentence has. */
const [SHORTEST, LONGEST] = [8, 30];

/** Shares of a sentence's places at which something stands that is no plain word. */
const NAMES = 0.06;
const AMOUNTS = 0.015;
const COMPOUNDS = 0.01;
const COMMAS = 0.08;
/** Share of sentences that quote. */
const QUOTING = 0.08;

/** Units that `<Figure>` knows, as they are written after a number. */
const UNITS = [
  { unit: 'percent', words: 'per cent' },
  { unit: 'persons', words: 'people' },
  { unit: 'days', words: 'days' },
  { unit: 'EUR', words: 'million euros', scale: 1e6 },
  { unit: 'USD', words: 'billion dollars', scale: 1e9 },
] as const;

/** An amount as a text has it, and as `<Figure>` gives it. */
export interface Amount {
  words: string;
  value: string;
  unit: string;
}

/** Writes as people do who have nothing to say. Nothing in it has a meaning to Markdown or MDX. */
export class Prose {
  readonly #chance: Chance;
  readonly #vocabulary: Vocabulary;

  constructor(chance: Chance, vocabulary: Vocabulary) {
    this.#chance = chance;
    this.#vocabulary = vocabulary;
  }

  /** @returns sentences, with a space between them */
  sentences(least: number, most: number): string {
    return Array.from({ length: this.#chance.between(least, most) }, () => this.sentence()).join(' ');
  }

  /** @returns a sentence with its capital and its full stop */
  sentence(): string {
    const length = this.#chance.between(SHORTEST, LONGEST);
    const quoted = this.#chance.happens(QUOTING) ? ` “${this.clause(4, 8)}”` : '';
    return `${capitalized(this.clause(length, length))}${quoted}.`;
  }

  /** @returns words within a sentence */
  clause(least: number, most: number): string {
    const length = this.#chance.between(least, most);
    const words = Array.from({ length }, (_, place) => this.#part() + this.#comma(place, length));
    return words.join(' ');
  }

  /** @returns a person's or a place's name of one or two words */
  name(): string {
    const parts = this.#chance.happens(0.5) ? 2 : 1;
    return Array.from({ length: parts }, () => capitalized(this.#vocabulary.content(this.#chance))).join(' ');
  }

  /** @returns a number with what it counts */
  amount(): Amount {
    const { unit, words, ...scaled } = this.#chance.oneOf(UNITS);
    const number = this.#chance.between(2, 990);
    const value = number * ('scale' in scaled ? scaled.scale : 1);
    return { words: `${number} ${words}`, value: String(value), unit };
  }

  /** @returns words that say something, joined by hyphens: the name of a mark or a record */
  key(parts: number): string {
    return Array.from({ length: parts }, () => this.#vocabulary.content(this.#chance)).join('-');
  }

  #part(): string {
    if (this.#chance.happens(NAMES)) return this.name();
    if (this.#chance.happens(AMOUNTS)) return this.amount().words;
    if (this.#chance.happens(COMPOUNDS)) return this.key(2);
    return this.#vocabulary.word(this.#chance);
  }

  #comma(place: number, length: number): string {
    return place > 1 && place < length - 2 && this.#chance.happens(COMMAS) ? ',' : '';
  }
}
