import fc from 'fast-check';
import { corpus } from './hostile-corpus.ts';
import { NASTY_FRAGMENTS, NASTY_TEXTS } from './nasty-texts.ts';

/** Inputs of the corpus that are short enough to be many in one text. */
const SHORT = 80;

/** Pieces that something of what we read could take for its own. */
const TOKENS: readonly string[] = [
  ...NASTY_FRAGMENTS,
  ...corpus()
    .map(({ input }) => input)
    .filter((input) => input.length <= SHORT),
  ...['\n', '\n\n', '    ', '  - ', ': ', '"', "'", '{', '}', '[', ']', ',', '&a ', '*a', '<<: ', '!!js '],
  ...['\0', '\u001B[2J', '\uD800', '\uDFFF', '\uFFFF', '\u2028', '\u202E', '\u2069', '\uFEFF', '\u200B'],
];

export const token = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TOKENS) },
  { weight: 1, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  // Halves of pairs, too: what is read may have come through a program that cut it anywhere.
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
      .map((units) => String.fromCharCode(...units)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...TOKENS), fc.integer({ min: 2, max: 40 }))
      .map(([sign, times]) => sign.slice(0, 20).repeat(times)),
  },
);

/** Anything that somebody could write: tokens, and words between them. */
export const anything = fc
  .array(fc.oneof(token, fc.constantFrom('a word', ' ', 'Цієї зими', '1,5 %', 'the end. ')), {
    minLength: 1,
    maxLength: 10,
  })
  .map((pieces) => pieces.join(''));

const edit = fc.record({
  what: fc.constantFrom('insert', 'insert', 'delete', 'replace', 'double', 'move'),
  from: fc.nat(),
  length: fc.oneof(fc.nat(6), fc.nat(80)),
  to: fc.nat(),
  piece: token,
});

/**
 * @param originals real files
 * @returns one of them with a few edits, so that most of its structure is still there
 */
export function mutated(originals: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...originals), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([original, edits]) =>
      edits.reduce((text, { what, from, length, to, piece }) => {
        const start = from % (text.length + 1);
        const cut = text.slice(start, start + length);
        const rest = text.slice(0, start) + text.slice(start + length);
        const place = to % (rest.length + 1);
        if (what === 'insert') return text.slice(0, start) + piece + text.slice(start);
        if (what === 'delete') return rest;
        if (what === 'replace') return text.slice(0, start) + piece + text.slice(start + length);
        return (
          (what === 'double' ? text : rest).slice(0, place) +
          cut +
          (what === 'double' ? text : rest).slice(place)
        );
      }, original),
    );
}

/**
 * @param originals real data
 * @returns one of them with a few of its values, or names of fields, replaced
 */
export function mutatedData(originals: readonly unknown[]): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    value: fc.oneof(anything, fc.jsonValue(), fc.constantFrom(null, {}, [], -1, 1e308)),
    name: fc.option(fc.constantFrom('__proto__', 'constructor', 'toString', 'type', 'id', 'target')),
  });
  return fc
    .tuple(fc.constantFrom(...originals), fc.array(change, { minLength: 1, maxLength: 5 }))
    .map(([original, changes]) =>
      changes.reduce<unknown>((data, { at, value, name }) => {
        let count = 0;
        // `JSON.parse` makes a field of `__proto__`, where an assignment would not.
        const text = JSON.stringify(data, (_, each: unknown) => {
          count += 1;
          return each;
        });
        let left = at % Math.max(1, count);
        return JSON.parse(
          name === null
            ? text
            : text.replace(/"(?:name|value|type|source|exact)":/, `${JSON.stringify(name)}:`),
          (_, each: unknown) => {
            left -= 1;
            return left === 0 ? value : each;
          },
        );
      }, original),
    );
}
