/*
 * How many there are of something, in English words.
 */

const UNITS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/**
 * @param count a whole number
 * @returns it in English words below a hundred, else in digits
 */
export function inEnglish(count: number): string {
  if (count < 20) return UNITS[count]!;
  if (count >= 100) return count.toLocaleString('en-GB');
  return TENS[Math.floor(count / 10)]! + (count % 10 === 0 ? '' : `-${UNITS[count % 10]}`);
}

/**
 * @param count a whole number
 * @param noun what is counted, whose plural ends in s
 * @returns both in words: “one event”, “two events”, “no events”
 */
export function counted(count: number, noun: string): string {
  return `${inEnglish(count)} ${ofMany(count, noun)}`;
}

/** @returns the noun as it stands after that number */
export function ofMany(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

/** @returns the words with the first letter a capital */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
