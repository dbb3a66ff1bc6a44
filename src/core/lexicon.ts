/** A sentence as numbers, for comparing it with many others. */
export interface Wording {
  /** Its words in order, numbered by the lexicon, and their stems. */
  words: Int32Array;
  stems: Int32Array;
  /** Its short runs of letters, numbered by the lexicon, smallest first. */
  grams: Int32Array;
  /** How many words it has; a piece of an unspaced run counts as its share of one. */
  size: number;
  /** What its words and its runs weigh together. */
  wordWeight: number;
  gramWeight: number;
}

/** What words, stems and runs of letters weigh, by number. */
export interface Lexicon {
  /** The more the fewer sentences have it: 1 for what one sentence has, near 0 for what all have. */
  words: Float64Array;
  stems: Float64Array;
  grams: Float64Array;
  /** Of words, in letters. */
  lengths: Float64Array;
}

/** Scripts that put no space between words, and whose words are about two letters long. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;
const RUNS = new RegExp(`${UNSPACED.source}+|(?:(?!${UNSPACED.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** No ordinary word is longer, in letters: what is may be a text without spaces, an address or a formula. */
const LONGEST_WORD = 20;

/** Letters of the overlapping pieces that such a run is read in, and how many of them stand for a word. */
const PIECE = 3;
const PIECES_IN_WORD = 4;

/** The same where words are about two letters long: each letter says something. */
const SHORT_PIECE = 1;
const SHORT_PIECES_IN_WORD = 1.8;

/** Letters in which the forms of a word mostly agree, whatever the language. */
const STEM = 4;

/** Letters of the overlapping runs by which sentences are compared beside their words, and where words are short. */
const GRAM = 3;
const SHORT_GRAM = 2;

/**
 * Reads two texts with one lexicon. Words are found by letters alone, not by `Intl.Segmenter`, whose dictionaries
 * change with the version of ICU: the same two texts must always be aligned the same.
 *
 * @param before canonical sentences of one text
 * @param after those of the other
 */
export function readWordings(
  before: readonly string[],
  after: readonly string[],
): { wordings: { before: Wording[]; after: Wording[] }; lexicon: Lexicon } {
  const reader = new Reader();
  const wordings = {
    before: before.map((sentence) => reader.read(sentence)),
    after: after.map((sentence) => reader.read(sentence)),
  };
  const lexicon = reader.lexiconOf(before.length + after.length);
  for (const wording of [...wordings.before, ...wordings.after]) {
    wording.wordWeight = sum(wording.words, lexicon.words);
    wording.gramWeight = sum(wording.grams, lexicon.grams);
  }
  return { wordings, lexicon };
}

/** Reads sentences one after the other, and knows then what their words weigh. */
class Reader {
  readonly #words = new Numbering();
  readonly #stems = new Numbering();
  readonly #grams = new Numbering();
  /** Of words, by number. */
  readonly #sizes: number[] = [];
  readonly #lengths: number[] = [];

  /** @returns its wording, still without weights */
  read(sentence: string): Wording {
    const runs = runsOf(sentence);
    const found = runs.flatMap(wordsOf);
    const words = this.#words.number(found.map(({ text }) => text));
    for (const [index, number] of words.entries()) {
      const { text, size } = found[index]!;
      this.#sizes[number] = size;
      this.#lengths[number] = text.length * size;
    }
    return {
      words,
      stems: this.#stems.number(found.map(({ text }) => stemOf(text))),
      grams: this.#grams.number(runs.flatMap(gramsOf)).sort(),
      size: found.reduce((total, { size }) => total + size, 0),
      wordWeight: 0,
      gramWeight: 0,
    };
  }

  /** @param count of sentences that were read */
  lexiconOf(count: number): Lexicon {
    return {
      words: this.#words.weigh(count).map((weight, number) => weight * this.#sizes[number]!),
      stems: this.#stems.weigh(count),
      grams: this.#grams.weigh(count),
      lengths: Float64Array.from(this.#lengths),
    };
  }
}

/** Several sentences read as one. */
export function joinWordings(wordings: readonly Wording[]): Wording {
  if (wordings.length === 1) return wordings[0]!;
  const join = (key: 'words' | 'stems' | 'grams') =>
    Int32Array.from(wordings.flatMap((wording) => Array.from(wording[key])));
  const total = (key: 'size' | 'wordWeight' | 'gramWeight') =>
    wordings.reduce((sofar, wording) => sofar + wording[key], 0);
  return {
    words: join('words'),
    stems: join('stems'),
    grams: join('grams').sort(),
    size: total('size'),
    wordWeight: total('wordWeight'),
    gramWeight: total('gramWeight'),
  };
}

/**
 * Runs of letters in one case; of a sentence that has none, its signs. An apostrophe ends a run, so that
 * `l’auteur` and `auteur` have a word in common, whichever apostrophe is written. U+02BC counts as a letter, but is one.
 */
function runsOf(sentence: string): string[] {
  const folded = sentence.normalize('NFKC').toLowerCase().replaceAll('\u02bc', "'");
  return folded.match(RUNS) ?? folded.match(/\S/gu) ?? [];
}

/** A word, or a piece of a run of them, which weighs less. */
interface Word {
  text: string;
  size: number;
}

function wordsOf(run: string): Word[] {
  const letters = Array.from(run);
  if (UNSPACED.test(run)) return sized(pieces(letters, SHORT_PIECE), 1 / SHORT_PIECES_IN_WORD);
  if (letters.length > LONGEST_WORD) return sized(pieces(letters, PIECE), 1 / PIECES_IN_WORD);
  return sized([run], 1);
}

function sized(texts: readonly string[], size: number): Word[] {
  return texts.map((text) => ({ text, size }));
}

function stemOf(word: string): string {
  return Array.from(word).slice(0, STEM).join('');
}

function gramsOf(run: string): string[] {
  const letters = Array.from(run);
  return UNSPACED.test(run) ? pieces(letters, SHORT_GRAM) : pieces([' ', ...letters, ' '], GRAM);
}

/** Overlapping pieces of a length. */
function pieces(letters: readonly string[], length: number): string[] {
  if (letters.length <= length) return [letters.join('')];
  return letters.slice(length - 1).map((_, index) => letters.slice(index, index + length).join(''));
}

function sum(numbers: Int32Array, weights: Float64Array): number {
  return numbers.reduce((total, number) => total + weights[number]!, 0);
}

/** Numbers strings from 0 and counts how many sentences have each. */
class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #sentences: number[] = [];

  number(strings: readonly string[]): Int32Array {
    const numbers = Int32Array.from(strings, (string) => this.#numberOf(string));
    for (const number of new Set(numbers)) this.#sentences[number]! += 1;
    return numbers;
  }

  #numberOf(string: string): number {
    const known = this.#numbers.get(string);
    if (known !== undefined) return known;
    this.#sentences.push(0);
    this.#numbers.set(string, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /**
   * Inverse document frequency from 0 to 1, its root: halfway between counting all alike and counting rarity alone,
   * by which the names that two sentences share would hide that they say different things of them.
   */
  weigh(count: number): Float64Array {
    return Float64Array.from(this.#sentences, (having) =>
      Math.sqrt(Math.log1p(count / having) / Math.log1p(count)),
    );
  }
}
