import { ACCESSED, withoutMarkers } from './marker.ts';
import type { StyleForms } from './reference-template.ts';

/** A number of a paragraph that no record has. */
export const NUMBER = '90417';

/** How a style counts paragraphs: its word before a number, for one and for many. */
export function learnParagraph(
  cite: (locator: string) => string,
  label: (form: string, plural: 0 | 1) => string,
): StyleForms['paragraph'] {
  const learn = (locator: string, plural: 0 | 1) => {
    const words = cite(locator);
    const before = words.slice(0, words.indexOf(NUMBER));
    const labels = ['long', 'short', 'symbol'].map((form) => label(form, plural)).filter(Boolean);
    // A style may strip a label of its full stop.
    const found = labels
      .flatMap((each) => [each, each.replaceAll('.', '')])
      .filter((each) => before.trimEnd().endsWith(each))
      .sort((a, b) => b.length - a.length)[0];
    // A number without a word would be taken for a page.
    if (found === undefined) return `${label('short', plural)} {n}`;
    return `${found}${before.slice(before.lastIndexOf(found) + found.length)}{n}`;
  };
  return { one: learn(NUMBER, 0), many: learn(`${NUMBER}-${Number(NUMBER) + 2}`, 1) };
}

/** A day that has neither its month’s nor its year’s figures, and every day of whose month there is. */
const [YEAR, MONTH, DAY] = [2026, 12, 22];

/** How a style writes the day of access, from what it writes for each month and each day of one month. */
export function learnDays(
  say: (day: object) => string,
  term: (name: string) => string,
): StyleForms['accessed'] {
  const marked = say({ literal: ACCESSED });
  const [before = '', after = ''] = marked.split(ACCESSED);
  const write = (month: number, day: number) => {
    const words = say({ 'date-parts': [[YEAR, month, day]] });
    const isInPlace = marked.includes(ACCESSED) && words.startsWith(before) && words.endsWith(after);
    const plain = `${day} ${term(`month-${String(month).padStart(2, '0')}`)} ${YEAR}`;
    return isInPlace ? withoutMarkers(words.slice(before.length, words.length - after.length)) : plain;
  };
  const whole = write(MONTH, DAY);
  const months = varying(Array.from({ length: 12 }, (_, index) => write(index + 1, DAY)));
  const days = varying(Array.from({ length: 31 }, (_, index) => write(MONTH, index + 1)));
  const places = [
    { ...months, name: '{month}' },
    { ...days, name: '{day}' },
  ].sort((a, b) => b.start - a.start);
  const layout = places.reduce(
    (words, { start, end, name }) => words.slice(0, start) + name + words.slice(whole.length - end),
    whole,
  );
  return {
    layout: layout.replace(String(YEAR), '{year}'),
    months: months.parts,
    days: days.parts,
  };
}

/** @returns where some words differ: how many characters are the same before and after, and what stands between */
function varying(all: readonly string[]): { start: number; end: number; parts: string[] } {
  const [first = ''] = all;
  const shortest = Math.min(...all.map(({ length }) => length));
  let start = 0;
  while (start < shortest && all.every((words) => words[start] === first[start])) start += 1;
  let end = 0;
  while (end < shortest - start && all.every((words) => words.at(-1 - end) === first.at(-1 - end))) end += 1;
  return { start, end, parts: all.map((words) => words.slice(start, words.length - end)) };
}
