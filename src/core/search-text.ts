import { type Quantity, quantities } from './figure.ts';

/** A word or number of a text, as the index has it; where it stands, in UTF-16 code units of the text. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/** Letters of a word that are indexed; longer ones are noise, or hostile. And what is read of it, marks included. */
const LONGEST_WORD = 200;
const LONGEST_WRITTEN = 1000;

/** From here on JavaScript writes numbers with an exponent. */
const LARGEST_NUMBER = 1e21;

/** Most words: there is nothing to fold in them but capitals. */
const PLAIN_WORD = /^[A-Za-z]{1,50}$/;

/** Letters that are no letter with a mark to Unicode, and are taken for another one by whoever cannot type them. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd', ς: 'σ' }),
);

const SCALE_NAMES: ReadonlyMap<number, string> = new Map([
  [1e3, 'thousand'],
  [1e6, 'million'],
  [1e9, 'billion'],
  [1e12, 'trillion'],
]);

/** Scripts that set no spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Abbreviations of single letters, with all their full stops; else letters and digits, with apostrophes between. */
const WORD =
  /(?<![\p{L}\p{M}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])\.?|[\p{L}\p{M}\p{N}]+(?:['‘’ʼ＇`´][\p{L}\p{M}\p{N}]+)*/gu;

/** “And” and “so” before the article, and both with it: what is left has to be a word. */
const ARABIC_PREFIXES = [/^[وف](?=ال\p{sc=Arabic}{3})/u, /^[وف]?ال(?=\p{sc=Arabic}{3})/u];

const APOSTROPHES = /['‘’ʼ＇`´]/u;
const POSSESSIVE = /['‘’ʼ＇`´][sS]$/u;

/** Marks over and under letters that writers leave out; not the vowels of Indian or Thai words. */
const MARKS = /(?=\p{M})[\p{sc=Inherited}\p{sc=Hebrew}\p{sc=Arabic}]/gu;

/** What becomes of ½, which is no twelve. */
const FRACTION = /\d*⁄\d*/gu;

/** Between the ends of a range, however it is written. */
const BETWEEN_ENDS = /\s?[–-]\s?(?=[€$£¥₴₽]?\d)/;

/** Only between words that are written without a space does one of these join. */
const HYPHEN = /^[-‐‑]$/u;

/**
 * The words and numbers by which a text is found: one wording for build and query, so that both mean the same.
 * Words are folded: compatibility forms, marks and capitals are gone, and so are soft hyphens, what has no width, and
 * the possessive ’s; abbreviations lose their full stops; where a script sets no spaces, `Intl.Segmenter` finds the
 * words. Numbers are `n140000000000z` however they are written, with `p` for the decimal point.
 *
 * No library folds: those that do carry tables of tens of kilobytes, and this goes to every reader who searches.
 *
 * @param text any text
 * @param language its language, BCP 47: in some the comma is the decimal point
 * @returns its words and numbers in order
 * @see https://www.unicode.org/reports/tr15/ (Normalization Form KD)
 */
export function tokensOf(text: string, language: string): Token[] {
  return readText(text, language).tokens;
}

/**
 * @param text any text
 * @param language its language, BCP 47
 * @returns its tokens; and further ones under which it can be found, with the stretches that they stand for:
 *   `nonpaper` for non-paper, `n140z`, `billion` and `n140000000000eurz` for €140 billion, `beara` for O’Beara
 */
export function readText(text: string, language: string): { tokens: Token[]; extras: Token[] } {
  const { plain, starts, ends } = withoutInvisible(text, language);
  const { tokens, extras } = readPlain(plain, language);
  const placed = ({ text: token, start, end }: Token) => ({
    text: token,
    start: starts[start]!,
    end: ends[end - 1]!,
  });
  return { tokens: tokens.map(placed), extras: [...extras, ...joinedIn(tokens, plain)].map(placed) };
}

/**
 * @param value a number
 * @param currency what it counts, where only that is meant: an ISO 4217 code
 * @returns it as the index has it: `n4p2z`, `n140000000000eurz`; no other number begins with it
 */
export function numberToken(value: number, currency = ''): string {
  return `n${inDigits(value).replace('.', 'p')}${currency.toLowerCase()}z`;
}

/** All digits of a number. Intl, which takes long to begin, is asked only for what JavaScript writes with an exponent. */
function inDigits(value: number): string {
  const written = String(value);
  return written.includes('e')
    ? new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 }).format(value)
    : written;
}

/** @returns whether a token is a number’s */
export function isNumberToken(token: string): boolean {
  return /^n\d+(?:p\d+)?(?:[a-z]{3})?z$/.test(token);
}

/**
 * @param word as it is written
 * @returns its letters and digits as the index has them; empty where it has none
 */
export function foldWord(word: string): string {
  if (PLAIN_WORD.test(word)) return word.toLowerCase();
  const letters = word
    .slice(0, LONGEST_WRITTEN)
    .replace(POSSESSIVE, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(FRACTION, '')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .replace(/[^a-z\d]/gu, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
    .normalize('NFC');
  return letters.length > LONGEST_WORD ? Array.from(letters).slice(0, LONGEST_WORD).join('') : letters;
}

/** A text with what cannot be seen taken out and its digits European; and where each of its code units was. */
function withoutInvisible(text: string, language: string) {
  const [starts, ends]: [number[], number[]] = [[], []];
  let plain = '';
  for (const { 0: character, index } of text.matchAll(/\P{Cf}/gu)) {
    const shown = withEuropeanDigit(character);
    plain += shown;
    for (let unit = 1; unit <= shown.length; unit += 1) {
      starts.push(index + unit - 1);
      ends.push(index + (unit === shown.length ? character.length : unit));
    }
  }
  return { plain: hasDecimalComma(language) ? withDecimalPoints(plain) : plain, starts, ends };
}

function withEuropeanDigit(character: string): string {
  if (character === '٫') return '.';
  if (character === '٬') return ',';
  return character > '9' && isDigit(character) ? String(digitOf(character.codePointAt(0)!)) : character;
}

/** Unicode keeps the ten digits of a script together, nought first, and sometimes several sets of them. */
function digitOf(codePoint: number): number {
  let below = 0;
  while (isDigit(String.fromCodePoint(codePoint - below - 1))) below += 1;
  return below % 10;
}

function isDigit(character: string): boolean {
  return /\p{Nd}/u.test(character);
}

/** Asked of each text; asking the browser once costs as much as reading a page of it. */
const decimalCommas = new Map<string, boolean>();

/**
 * @param language BCP 47
 * @returns whether its decimal point is a comma
 */
export function hasDecimalComma(language: string): boolean {
  const known = decimalCommas.get(language) ?? new Intl.NumberFormat(language).format(0.5).includes(',');
  decimalCommas.set(language, known);
  return known;
}

/** Numbers as English writes them: their commas points, and the points before each third digit commas. */
function withDecimalPoints(text: string): string {
  return text.replace(/(?<=\d)(?:,(?=\d)|\.(?=\d{3}(?!\d)))/g, (sign) => (sign === ',' ? '.' : ','));
}

function readPlain(text: string, language: string): { tokens: Token[]; extras: Token[] } {
  const [tokens, extras]: [Token[], Token[]] = [[], []];
  let read = 0;
  for (const quantity of quantities(text).filter((found) => isNumber(found, text))) {
    const numbers = numbersOf(quantity);
    add(wordsIn(text, read, numbers[0]!.start, language));
    add({
      tokens: numbers.map(({ value, start, end }) => ({ text: numberToken(value), start, end })),
      extras: numbers.flatMap((number) => extrasOfNumber(number, quantity.units)),
    });
    read = numbers.at(-1)!.end;
  }
  add(wordsIn(text, read, text.length, language));
  return { tokens, extras };

  function add(found: { tokens: Token[]; extras: Token[] }) {
    tokens.push(...found.tokens);
    extras.push(...found.extras);
  }
}

/** A number joined to letters is a word: `G7`, `19th`. */
function isNumber({ written, at, values }: Quantity, text: string): boolean {
  const end = at + written.length;
  // One letter on either side decides; it may be two code units long.
  const before = /^\d/.test(written) ? text.slice(Math.max(0, at - 2), at) : '';
  return (
    !/[\p{L}\p{M}\p{N}]$/u.test(before) &&
    !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(end, end + 2)) &&
    values.every((value) => value < LARGEST_NUMBER)
  );
}

/** A number as it is written, with its sign and scale. */
interface Written extends Omit<Token, 'text'> {
  value: number;
  written: string;
}

/** The one number of a quantity, or the two ends of a range. A currency’s code before it is a word. */
function numbersOf({ written, at, values }: Quantity): Written[] {
  const code = /^[A-Z]{3}\s+/.exec(written)?.[0].length ?? 0;
  const gap = values.length > 1 ? BETWEEN_ENDS.exec(written) : undefined;
  const cuts = gap ? [code, gap.index, gap.index + gap[0].length, written.length] : [code, written.length];
  return values.map((value, place) => {
    const [start, end] = [cuts[2 * place]!, cuts[2 * place + 1]!];
    return { value, written: written.slice(start, end), start: at + start, end: at + end };
  });
}

/** Its digits without the scale, the scale, and both with the currency. */
function extrasOfNumber({ value, written, start, end }: Written, units: readonly string[]): Token[] {
  const bare = Number(/\d[\d,.\s]*/.exec(written)![0].replace(/[^\d.]/g, ''));
  const scale = SCALE_NAMES.get(value / bare);
  const currencies = units.filter((unit) => /^[A-Z]{3}$/.test(unit));
  const values = bare === value ? [value] : [value, bare];
  const texts = [
    ...(bare === value ? [] : [numberToken(bare)]),
    ...(scale === undefined ? [] : [scale]),
    ...values.flatMap((number) => currencies.map((currency) => numberToken(number, currency))),
  ];
  return texts.map((text) => ({ text, start, end }));
}

function wordsIn(text: string, from: number, to: number, language: string) {
  const tokens: Token[] = [];
  const extras: Token[] = [];
  for (const { 0: written, index } of text.slice(from, to).matchAll(WORD)) {
    for (const { segment, index: within } of wordsOf(written, language)) {
      const start = from + index + within;
      const place = { start, end: start + segment.length };
      const word = foldWord(segment);
      if (word !== '') tokens.push({ text: asNumber(word), ...place });
      extras.push(...partsOf(segment).map((part) => ({ text: part, ...place })));
    }
  }
  return { tokens, extras };
}

function wordsOf(written: string, language: string): { segment: string; index: number }[] {
  if (!UNSPACED.test(written)) return [{ segment: written, index: 0 }];
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(written)].filter(
    ({ isWordLike }) => isWordLike,
  );
}

/** Digits that the reader of quantities left, as those after a comma: they are a number, too. */
function asNumber(word: string): string {
  return /^\d+$/.test(word) && Number(word) < LARGEST_NUMBER ? numberToken(Number(word)) : word;
}

/** What stands between apostrophes, `homme` of l’homme; and what Arabic writes together with “and” and its article. */
function partsOf(written: string): string[] {
  if (PLAIN_WORD.test(written)) return [];
  const parts = written.replace(POSSESSIVE, '').split(APOSTROPHES).map(foldWord);
  const [word = ''] = parts;
  const bare = ARABIC_PREFIXES.map((prefix) => word.replace(prefix, '')).filter((part) => part !== word);
  return [...(parts.length > 1 ? parts.filter((part) => part.length > 2) : []), ...bare];
}

/** Hyphenated words as one: `nonpaper`, `mi8`. What begins with a digit is a number with its unit. */
function joinedIn(tokens: readonly Token[], text: string): Token[] {
  const chains: Token[][] = [];
  for (const token of tokens) {
    const chain = chains.at(-1);
    const isJoined = chain && HYPHEN.test(text.slice(chain.at(-1)!.end, token.start));
    if (isJoined) chain.push(token);
    else chains.push([token]);
  }
  return chains.flatMap((chain) => {
    const [start, end] = [chain[0]!.start, chain.at(-1)!.end];
    const joined = foldWord(text.slice(start, end));
    return chain.length > 1 && /^\p{L}/u.test(joined) ? [{ text: joined, start, end }] : [];
  });
}
