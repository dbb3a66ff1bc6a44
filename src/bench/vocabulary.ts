import type { Chance } from './chance.ts';

/** How many words are made up. A text has as many of them as it is long enough to meet: the rare ones come late. */
const MADE_UP = 30_000;

/** Zipf's law as Mandelbrot bent it: the word of rank r is as frequent as 1 / (r + FLATTENING) ^ STEEPNESS. */
const [FLATTENING, STEEPNESS] = [2.7, 1.05];

/** Sounds of made-up words, the frequent ones twice. */
const ONSETS = 'b br c ch d dr f fl g gr h k l m n p pl pr r s s st sh t t tr v w'.split(' ');
const VOWELS = 'a a e e i i o o u ai ea ou'.split(' ');
const CODAS = ['', '', '', ...'n n r r s l t nd st rk m'.split(' ')];
const ENDINGS = ['', '', '', '', ...'s ed ing er ly tion ment ness al'.split(' ')];

/** The words between the others, in the order of their frequency in English. */
const FUNCTION_WORDS =
  `the of and to in a that is was for it with as his on be at by he had not are but from have this they which
  or an were we their been has will would there her all can no what who so if its said about up out them than
  some could into only other time new these two may then do first any my now such like over our man me even most
  made after also did many before must through back years where much your way well down should because each just
  those people how too little state good very make world still own see men work long get here between both life
  being under never day same another know while last might us great old year off come since against go came right
  used take three himself few house use during without again place around however home small found thought went
  say part once general high upon school every don't does got united left number course war until always away
  something fact though water less public put thing almost hand enough far took head yet government system better
  set told nothing night end why called didn't eyes find going look asked later point next knew city business
  group toward young days order side several early large word become often white possible power given among whole
  second`
    .split(/\s+/)
    .filter((word) => !word.includes("'"));

/** Words by rank, drawn as often as texts use them. */
export class Vocabulary {
  readonly words: readonly string[];
  readonly #sums: Float64Array;

  /** @param chance makes up the words */
  constructor(chance: Chance) {
    const words = new Set(FUNCTION_WORDS);
    while (words.size < FUNCTION_WORDS.length + MADE_UP) words.add(makeUp(chance));
    this.words = [...words];
    this.#sums = new Float64Array(this.words.length);
    let sum = 0;
    for (const rank of this.words.keys()) {
      sum += 1 / (rank + 1 + FLATTENING) ** STEEPNESS;
      this.#sums[rank] = sum;
    }
  }

  /** @returns a word as a text would have it next */
  word(chance: Chance): string {
    return this.words[this.#rankAt(chance.fraction() * this.#sums.at(-1)!)]!;
  }

  /** @returns a word that says something: none of those between the others */
  content(chance: Chance): string {
    const before = this.#sums[FUNCTION_WORDS.length - 1]!;
    return this.words[this.#rankAt(before + chance.fraction() * (this.#sums.at(-1)! - before))]!;
  }

  /** The first rank up to which the weights sum up to more than this. */
  #rankAt(sum: number): number {
    let [low, high] = [0, this.#sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sums[middle]! > sum) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function makeUp(chance: Chance): string {
  const syllables = chance.weighted([
    [1, 2],
    [2, 5],
    [3, 2],
  ]);
  const stem = Array.from({ length: syllables }, () => chance.oneOf(ONSETS) + chance.oneOf(VOWELS)).join('');
  return stem + chance.oneOf(CODAS) + chance.oneOf(ENDINGS);
}
