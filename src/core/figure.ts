/** Between the ends of a range. */
export const RANGE = '–';

/** A number as written in a text, with what it counts where the words next to it say so. */
export interface Quantity {
  /** It as it is written, with its scale: “140 billion”; and where, in UTF-16 code units. */
  written: string;
  at: number;
  /** One value, or the two ends of a range. */
  values: number[];
  /**
   * Units that the writing allows: `EUR` for `€140 billion`, `persons` for `600,000-person cap`, `year` for `1863`
   * and not for `1,863`.
   */
  units: string[];
}

/** Words for units other than currencies, which are ISO 4217 codes. */
export const UNITS: Record<string, readonly string[]> = {
  persons: ['person', 'persons', 'people', 'troops', 'soldiers', 'personnel'],
  points: ['point', 'points'],
  percent: ['%', 'per cent', 'percent', 'percentage point', 'percentage points'],
  years: ['year', 'years'],
  months: ['month', 'months'],
  days: ['day', 'days'],
  hours: ['hour', 'hours'],
  items: [],
  year: [],
};

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({ '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY', '₴': 'UAH', '₽': 'RUB' }),
);
const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    euro: 'EUR',
    euros: 'EUR',
    dollar: 'USD',
    dollars: 'USD',
    pound: 'GBP',
    pounds: 'GBP',
    rouble: 'RUB',
    roubles: 'RUB',
    hryvnia: 'UAH',
  }),
);
const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    bn: 1e9,
    mn: 1e6,
    tn: 1e12,
    k: 1e3,
    m: 1e6,
    b: 1e9,
  }),
);

// Only after a first group of one to three digits does a space or comma set off thousands: “2024 600 people”.
const DIGITS = String.raw`(?:\d{1,3}(?:[,\u00A0\u2009\u202F ]\d{3})+|\d+)(?!\d)(?:\.\d+)?`;
const scale = (name: string) =>
  String.raw`(?:[\s-]?(?<${name}>${[...SCALES.keys()].map(inAnyCase).join('|')})(?!\p{L}))?`;
const QUANTITY = new RegExp(
  String.raw`(?<symbol>[€$£¥₴₽]|\b[A-Z]{3}\s)?\s?(?<!\d|\d[.,]|(?:^|\s)\.)(?<low>${DIGITS})${scale('lowScale')}` +
    String.raw`(?:\s?[–-]\s?(?<highSymbol>[€$£¥₴₽])?(?<high>${DIGITS})${scale('highScale')})?` +
    // Looked at, not taken: the second word may be the currency of the next number.
    String.raw`(?=[\s-]*(?<after>%|\p{L}+(?:[\s-]+\p{L}+)?)?)`,
  'gu',
);

/** Four digits and nothing else: nobody writes the year 1,863, or 1.863 thousand. */
const YEARS = /^[12]\d{3}(?:\s?[–-]\s?[12]\d{3})?$/;

/**
 * Finds the numbers written in digits in an English text. No library read `600,000-person`, `€140bn` and ranges
 * alike and told where each stands; this is one expression and two tables.
 *
 * @param text any text
 * @returns its quantities in order
 */
export function quantities(text: string): Quantity[] {
  return [...text.matchAll(QUANTITY)].map(({ groups = {}, index, 0: match }) => {
    const { symbol, highSymbol, low = '', lowScale, high, highScale, after = '' } = groups;
    // In “€8–16 billion” the scale stands once, for both ends.
    const values = [number(low, lowScale ?? (high === undefined ? undefined : highScale))];
    if (high !== undefined) values.push(number(high, highScale));
    const written = match.trim();
    const at = index + match.indexOf(written);
    return { written, at, values, units: unitsOf((symbol ?? highSymbol ?? '').trim(), after, written) };
  });
}

/** @returns a quantity’s value as a mark gives it: `600000`, `8–16` */
export function valueOf({ values }: Pick<Quantity, 'values'>): string {
  return values.map(String).join(RANGE);
}

/**
 * The units that a writer can be taken to have meant. Before a word a number counts, or may: that “2400 vehicles” is a
 * year is not taken for granted, though the checker allows it of “the 2014 annexation”.
 *
 * @param quantity one of `quantities(text)`
 * @param text what it was found in
 */
export function unitsMeant({ units, written, at }: Quantity, text: string): string[] {
  const isBeforeWord = /^[\s-]*\p{L}/u.test(text.slice(at + written.length));
  return isBeforeWord ? units.filter((unit) => unit !== 'year') : units;
}

/**
 * @param unit an attribute's value
 * @returns whether the table or ISO 4217 knows it
 */
export function isUnit(unit: string): boolean {
  return Object.hasOwn(UNITS, unit) || CURRENCIES.has(unit);
}

/**
 * @param value as the `value` attribute has it: plain digits, a decimal point, a range with `–`
 * @returns its one or two numbers, or undefined when it is not of that form
 */
export function parseValue(value: string): number[] | undefined {
  const ends = value.split(RANGE);
  return ends.length <= 2 && ends.every((end) => /^\d+(?:\.\d+)?$/.test(end)) ? ends.map(Number) : undefined;
}

/**
 * @param value as the `value` attribute has it
 * @param unit as the `unit` attribute has it
 * @returns it as it is read: `140,000,000,000`, `8–16`; years are not grouped
 */
export function inDigits(value: string, unit: string): string {
  const format = new Intl.NumberFormat('en-GB', {
    useGrouping: unit !== 'year',
    maximumFractionDigits: 20,
  });
  return (parseValue(value) ?? []).map((end) => format.format(end)).join(RANGE);
}

/**
 * @param text where the number should stand
 * @param values one number, or the ends of a range
 * @param unit what it must count; undefined when the number alone decides
 * @returns whether it stands there, however written
 */
export function hasFigure(text: string, values: readonly number[], unit?: string): boolean {
  return quantities(text).some(
    (found) =>
      found.values.length === values.length &&
      found.values.every((value, end) => value === values[end]) &&
      (unit === undefined || unit === 'items' || found.units.includes(unit)),
  );
}

function number(digits: string, scale: string | undefined): number {
  const plain = Number(digits.replace(/[^\d.]/g, ''));
  // Rounded, because 1.1 × 1e9 is not 1100000000 in binary.
  return scale === undefined ? plain : Math.round(plain * SCALES.get(scale.toLowerCase())! * 1e6) / 1e6;
}

/** A sign before the number decides; after it the unit is the next two words together, else one of them. */
function unitsOf(symbol: string, after: string, written: string): string[] {
  const currency = SYMBOLS.get(symbol);
  if (currency !== undefined) return [currency];
  const words = after.toLowerCase().split(/[\s-]+/);
  const units = [words.join(' '), ...words].map(unitsCalled).find((called) => called.length > 0) ?? [];
  return [
    // Not alone: `ALL` and `TOP` are currencies too.
    ...(CURRENCIES.has(symbol) ? [symbol] : []),
    ...units,
    ...(YEARS.test(written) ? ['year'] : []),
  ];
}

function unitsCalled(words: string): string[] {
  const currency = CURRENCY_WORDS.get(words);
  if (currency !== undefined) return [currency];
  return Object.keys(UNITS).filter((unit) => UNITS[unit]!.includes(words));
}

function inAnyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
