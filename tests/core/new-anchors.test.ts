import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/core/ledger.ts';
import { giveNames } from '../../src/core/new-anchors.ts';
import { type Line, nameOf, type Shelf } from '../../src/core/shelf.ts';
import { hash } from '../../src/core/hash.ts';
import { ledgerOf } from './support/ledger.ts';

/** What kind of passage an anchor or a mark for something new is of. */
function kindOf(word: string): Row['kind'] {
  if (word === 'p0') return 'byline';
  if (word.startsWith('#')) return 'heading';
  return /\ds/.test(word) ? 'sentence' : 'paragraph';
}

const EMPTY = ledgerOf(1, []);

const wordsOf = (text: string) => ({ hash: hash(text), text });

const rowOf = (word: string): Row => ({
  anchor: word.replace('#', ''),
  kind: kindOf(word),
  edition: 1,
  ...wordsOf(word),
});

/**
 * A line of the new ledger: what has an anchor and stays, was moved now (`>`) or earlier (`>>`), or is gone (`-`);
 * `+` is new, and so is a heading in words (`+Words`).
 */
function lineOf(word: string, kind: Row['kind']): Line {
  if (word.startsWith('+')) return { now: { kind, ...wordsOf(word.slice(1)), heir: {} } };
  const [, how, anchor] = /^([->]*)(.*)$/.exec(word)!;
  const old = rowOf(anchor!);
  const now = { kind: old.kind, ...wordsOf(anchor!), heir: how === '>' ? { moved: {} } : {} };
  if (how === '-') return { old };
  return { old: how === '>>' ? { ...old, moves: [{ edition: 1 }] } : old, now };
}

/** A block and its sentences; a heading is in single words with `_` between them. */
function shelfOf(line: string): Shelf {
  const [first, ...rest] = line.split(' ');
  const block = first!.startsWith('+') && first !== '+' ? 'heading' : 'paragraph';
  return {
    block: lineOf(first!.replaceAll('_', ' '), block),
    sentences: rest.map((word) => lineOf(word, 'sentence')),
  };
}

/** The names that new lines get in a text, where the ledger has had these anchors. */
function named(
  had: string,
  text: readonly string[],
  { taken = [], notes = [] }: { taken?: string[]; notes?: string[] } = {},
) {
  const annotations = notes.map((annotation) => ({ annotation, edition: 1, notes: [] }));
  const shelves = text.map(shelfOf);
  giveNames(shelves, { ...EMPTY, anchors: had.split(' ').map(rowOf), annotations }, taken);
  const lines = shelves.flatMap(({ block, sentences }) => [block, ...sentences]);
  return lines
    .filter(({ old }) => !old)
    .map(nameOf)
    .join(' ');
}

describe('A new sentence', () => {
  test.each([
    ['at the end of a paragraph has the next number', 'p1 p1s1 p1s2', ['p1 p1s1 p1s2 +'], 'p1s3'],
    ['between two has a letter', 'p1 p1s1 p1s2', ['p1 p1s1 + p1s2'], 'p1s1a'],
    ['before the first has the letter in front', 'p1 p1s1', ['p1 + p1s1'], 'p1sa1'],
    ['after another new one has the next letter', 'p1 p1s1 p1s2', ['p1 p1s1 + + p1s2'], 'p1s1a p1s1b'],
    [
      'in each of two gaps is numbered by its own neighbours',
      'p1 p1s1 p1s2 p1s3',
      ['p1 p1s1 + p1s2 + p1s3 +'],
      'p1s1a p1s2a p1s4',
    ],
    ['where one is gone stands beside it', 'p1 p1s1 p1s2 p1s3', ['p1 p1s1 -p1s2 + p1s3'], 'p1s2a'],
    ['at the end never gets a number again', 'p1 p1s1 p1s2 p1s10', ['p1 p1s1 p1s2 +'], 'p1s11'],
    [
      'between two never gets a letter again',
      'p1 p1s1 p1s1a p1s1b p1s2',
      ['p1 p1s1 + p1s2 >p1s1a >p1s1b'],
      'p1s1c',
    ],
    [
      'is not numbered by one that was moved in this edition',
      'p1 p1s1 p1s2 p1s3',
      ['p1 p1s1 >p1s3 + p1s2'],
      'p1s1a',
    ],
    ['nor by one that was moved earlier', 'p1 p1s1 p1s2 p1s3', ['p1 p1s1 >>p1s3 + p1s2'], 'p1s1a'],
    [
      'nor by one that came from another paragraph',
      'p1 p1s1 p1s2 p2 p2s1 p2s2',
      ['p1 p1s1 p2s2 + p1s2', 'p2 p2s1 +'],
      'p1s1a p2s3',
    ],
    [
      'counts the sentences of its own paragraph only',
      'p1 p1s1 p1s2 p1s3 p2 p2s1',
      ['p1 p1s1 p1s2 p1s3', 'p2 p2s1 +'],
      'p2s2',
    ],
    ['of a paragraph with a letter has that letter', 'p1 p1a p1as1 p2', ['p1', 'p1a p1as1 +', 'p2'], 'p1as2'],
    ['of a paragraph before all others has its name', 'a1 a1s1 p1', ['a1 a1s1 +', 'p1'], 'a1s2'],
    ['of the by-line has that one’s name', 'p0 p0s1 p1', ['p0 p0s1 +', 'p1'], 'p0s2'],
    ['counts on from plain numbers only', 'p1 p1sa1 p1s1 p1s1a', ['p1 p1sa1 p1s1 p1s1a +'], 'p1s2'],
    [
      'stands after another new one, also where a letter is left over before it',
      'p1 p1s1 p1s1a p1s1c p1s2',
      ['p1 p1s1 p1s1a + + p1s1c p1s2'],
      'p1s1b p1s1ba',
    ],
    ['in a paragraph that had none is the first', 'p1', ['p1 + +'], 'p1s1 p1s2'],
  ])('%s.', (_, had, text, expected) => {
    expect(named(had, text)).toBe(expected);
  });
});

describe('A new paragraph', () => {
  test.each([
    [
      'at the end has the next number, and so have its sentences',
      'p1 p2',
      ['p1', 'p2', '+ + +'],
      'p3 p3s1 p3s2',
    ],
    ['between two has a letter, and its sentences have it too', 'p1 p2', ['p1', '+ +', 'p2'], 'p1a p1as1'],
    ['before the first has the letter in front', 'p1', ['+ +', 'p1'], 'a1 a1s1'],
    ['after the by-line does as if there were none', 'p0 p1', ['p0', '+', 'p1'], 'a1'],
    ['before a by-line that stands at the end has the next number', 'p1 p0', ['p1', '+', 'p0'], 'p2'],
    ['after a by-line in the midst is after what is before it', 'p1 p0 p2', ['p1', 'p0', '+', 'p2'], 'p1a'],
    ['at the end never gets a number again', 'p1 p2 p10', ['p1', 'p2', '+'], 'p11'],
    ['counts on from plain numbers only', 'za1 a1 p1 p1a', ['za1', 'a1', 'p1', 'p1a', '+'], 'p2'],
    ['is not numbered by one that was moved', 'p1 p2 p3', ['p1', '>p3', '+', 'p2'], 'p1a'],
    ['stands beside what is gone', 'p1 p2 p3', ['p1', '-p2', '+', 'p3'], 'p2a'],
    ['does not count headings', 'p1 #winter p2', ['p1', '#winter', '+', 'p2'], 'p1a'],
    ['does not count new headings either', 'p1 p2', ['p1', '+Winter', '+', 'p2'], 'winter p1a'],
    ['does not count headings that are gone', 'p1 #winter p2', ['p1', '-#winter', '+', 'p2'], 'p1a'],
    ['does not take the sentences’ numbers for paragraphs’', 'p1 p1s7 p1s9', ['p1 p1s7 p1s9', '+'], 'p2'],
    ['in a ledger that had nothing but a heading is the first', '#winter', ['#winter', '+ +'], 'p1 p1s1'],
  ])('%s.', (_, had, text, expected) => {
    expect(named(had, text)).toBe(expected);
  });
});

describe('A new heading', () => {
  test.each([
    ['is named by its words', 'p1', ['p1', '+The_First_Winter'], 'the-first-winter'],
    ['has a number where another new one has its words', 'p1', ['+Winter', '+Winter'], 'winter winter-1'],
    ['never has the name of one that is there', '#winter', ['#winter', '+Winter'], 'winter-1'],
    ['never has the name of one that is gone', '#winter #winter-1', ['-#winter', '+Winter'], 'winter-2'],
    ['stands in no row of numbers', 'p1 p2', ['p1', '+Winter', 'p2'], 'winter'],
  ])('%s.', (_, had, text, expected) => {
    expect(named(had, text)).toBe(expected);
  });

  test('never has the name of a note, published or not.', () => {
    expect(named('p1', ['+Winter'], { notes: ['winter'] })).toBe('winter-1');
    expect(named('p1', ['+Winter'], { taken: ['winter'] })).toBe('winter-1');
    expect(named('p1', ['+Winter'], { taken: ['winter-1'], notes: ['winter'] })).toBe('winter-2');
  });
});

test('What has an anchor keeps it.', () => {
  const shelves = ['p1 p1s1 >p2s1', '#winter', '>p2', '-p3'].map(shelfOf);
  giveNames(shelves, EMPTY, []);
  const lines = shelves.flatMap(({ block, sentences }) => [block, ...sentences]);
  expect(lines.map(nameOf)).toEqual(['p1', 'p1s1', 'p2s1', 'winter', 'p2', 'p3']);
  expect(lines.every(({ name }) => name === undefined)).toBe(true);
});
