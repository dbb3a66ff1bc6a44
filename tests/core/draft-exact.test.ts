import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../src/core/draft/plain-text.ts';
import { writeDraft } from '../../src/core/draft/write-draft.ts';
import { serializeLedger } from '../../src/core/ledger-file.ts';
import { rebuild } from '../../src/core/passage.ts';
import { publishFirst } from '../../src/core/publish.ts';
import { readReading } from '../../src/core/reading.ts';
import { SOURCES, TODAY } from './support/reading.ts';
import { NASTY_FRAGMENTS, NASTY_TEXTS } from './support/nasty-texts.ts';

const CASES = 2_000;

const HEAD = '---\ntitle: Test\nauthor: [{ literal: A. Writer }]\nlanguage: en-GB\nsource: post\n---\n\n';

/** Reads a text as the site is built from it, once its first edition is published. */
function publish(text: string) {
  const { body, original } = writeDraft(readPlainText(text), text);
  const files = {
    slug: 'x',
    path: 'index.mdx',
    mdx: HEAD + body,
    original: { path: 'original.txt', text: original },
  };
  const before = readReading(files, SOURCES, TODAY);
  const { ledger } = publishFirst(before.reading!, TODAY);
  const json = serializeLedger(ledger);
  return readReading({ ...files, ledger: { path: 'anchors.json', json } }, SOURCES, TODAY);
}

function expectExact(text: string) {
  const { reading, problems } = publish(text);
  expect(problems).toEqual([]);
  expect(rebuild(reading!)).toBe(text);
}

/** A text is to be imported where it has words. */
const hasWords = (text: string) => /[^\s]/u.test(text);

const ending = fc.constantFrom(
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '\r',
  '\r\r',
  '\n \n',
  '\n\t\n',
  '\n\u00A0\n',
  '\n\f\n',
  '\n\n\n',
  '\n\r',
);
const indentation = fc.constantFrom('', '', '', ' ', '    ', '\t', '\u3000', ' \t ', '\u00A0');
const word = fc.oneof(
  fc.constantFrom(...NASTY_FRAGMENTS),
  fc.constantFrom('winter', 'The', 'and', 'Україна', 'is.', 'Coming!', 'of'),
);
const spacing = fc.constantFrom(' ', ' ', ' ', '', '  ', '\t', '\u00A0');
const line = fc
  .tuple(indentation, fc.array(fc.tuple(word, spacing), { minLength: 1, maxLength: 8 }), indentation)
  .map(([before, words, after]) => before + words.flat().join('') + after);
const madeOfFragments = fc
  .array(fc.tuple(line, ending), { minLength: 1, maxLength: 12 })
  .map((lines) => lines.flat().join(''));

/** What of any string is a text: without what a file of text cannot hold. */
const anyString = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 200 })
  .map((text) => text.replace(/[\0-\x08\x0B\x0E-\x1F\x7F-\x84\x86-\x9F]|\p{Noncharacter_Code_Point}/gu, ''));

const wrapped = fc
  .tuple(
    fc.integer({ min: 40, max: 90 }),
    fc.array(fc.array(word, { minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 4 }),
    ending,
  )
  .map(([width, paragraphs, end]) => paragraphs.map((words) => wrap(words, width, '\n')).join(end));

function wrap(words: readonly string[], width: number, end: string): string {
  const lines = [''];
  for (const each of words) {
    const last = lines.at(-1)!;
    if (last.length + 1 + each.length > width) lines.push(each);
    else lines[lines.length - 1] = last === '' ? each : `${last} ${each}`;
  }
  return lines.join(end);
}

describe('Any text that is taken is rebuilt from its passages to the letter,', () => {
  test.each(NASTY_TEXTS)('as %j is.', (text) => {
    expectExact(text);
  });

  test.each(NASTY_FRAGMENTS.filter(hasWords))(
    'as a text of %j is, alone, at the ends of lines and between words.',
    (fragment) => {
      for (const text of [fragment, `${fragment} a ${fragment}\n${fragment}a${fragment}\n\n${fragment}`])
        expectExact(text);
    },
  );

  test.each([
    ['made of nasty fragments', madeOfFragments, CASES],
    ['of any letters', anyString, CASES],
    ['of wrapped lines', wrapped, CASES / 4],
  ])('%s.', (_, texts, numRuns) => {
    fc.assert(fc.property(texts.filter(hasWords), expectExact), { numRuns, seed: 9 });
  });
});
