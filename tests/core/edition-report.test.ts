import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/core/changes.ts';
import { tellChange, tellQuestion } from '../../src/core/edition-report.ts';
import type { Piece } from '../../src/core/word-diff.ts';
import { ledgerOf, paragraph, said, sentence } from './support/ledger.ts';

const first = sentence('p1s1', said(1, 'A.'));
const second = sentence('p1s2', said(1, 'B.'));
const third = sentence('p1s3', said(1, 'C.'));
const LEDGER = ledgerOf(1, [paragraph('p1', 1, 'A. B. C.'), first, second, third]);

/** Words, of which some are `[-gone]` and some `[+new]`. */
function piecesOf(words: string): Piece[] {
  return words
    .split(/(\[[-+][^\]]*\])/)
    .filter((piece) => piece !== '')
    .map((piece): Piece => {
      const [, sign, text] = /^\[([-+])(.*)\]$/.exec(piece) ?? [];
      if (sign === undefined) return { what: 'same', text: piece };
      return { what: sign === '-' ? 'gone' : 'new', text: text! };
    });
}

function told(words: string, rest: Partial<Change> = {}): string {
  const change: Change = {
    row: second,
    deed: 'edited',
    before: [],
    after: [],
    pieces: piecesOf(words),
    others: [],
    also: [],
    ...rest,
  };
  return tellChange(LEDGER, change);
}

/** The words of a change alone. */
const wordsOf = (words: string) => told(words).replace('¶1, sentence 2 (p1s2): edited — ', '');

describe('A change is told', () => {
  test.each<[string, Partial<Change>, string]>([
    ['by its place, its anchor and what was done', {}, 'edited'],
    ['with what it was joined with', { deed: 'joined', others: [third] }, 'joined with p1s3'],
    ['with all of those', { deed: 'divided', others: [first, third] }, 'divided with p1s1, p1s3'],
    ['with where it was', { deed: 'moved', moved: 'was in ¶2' }, 'moved: it was in ¶2'],
    ['with where it was besides', { moved: 'was in ¶2' }, 'edited, and moved: it was in ¶2'],
    ['without where it was, if that is not known', { deed: 'moved' }, 'moved'],
  ])('%s.', (_, change, deed) => {
    expect(told('B.', change)).toBe(`¶1, sentence 2 (p1s2): ${deed} — “B.”`);
  });

  test.each([
    ['that were replaced', 'At [-the][+a] UN.', '“At the UN.” → “At a UN.”'],
    ['that came in', 'At[+ last].', '“At.” → “At last.”'],
    ['that are new', '[+All new.]', '“All new.”'],
    ['that are gone', '[-All gone.]', '“All gone.”'],
    ['that stayed', 'As it was.', '“As it was.”'],
  ])('with words %s.', (_, words, expected) => {
    expect(wordsOf(words)).toBe(expected);
  });

  test('with 32 letters before what changed, and 100 in all.', () => {
    const before = `${'x'.repeat(10)}${'😀'.repeat(32)}`;
    expect(wordsOf(`${before}[-a][+b].`)).toBe(`“…${'😀'.repeat(32)}a.” → “…${'😀'.repeat(32)}b.”`);
    expect(wordsOf(`${'😀'.repeat(32)}[-a][+b].`)).toBe(`“${'😀'.repeat(32)}a.” → “${'😀'.repeat(32)}b.”`);
    expect(wordsOf(`one [-two][+2] ${'y'.repeat(96)}`)).toBe(
      `“one two ${'y'.repeat(92)}…” → “one 2 ${'y'.repeat(94)}…”`,
    );
    expect(wordsOf('😀'.repeat(100))).toBe(`“${'😀'.repeat(100)}”`);
    expect(wordsOf(`${'😀'.repeat(99)} z`)).toBe(`“${'😀'.repeat(99)}…”`);
  });

  test('with words that stand in several pieces.', () => {
    expect(wordsOf('a [-b][+c] d [-e][+f] g')).toBe('“a b d e g” → “a c d f g”');
    const same = (text: string): Piece => ({ what: 'same', text });
    expect(told('', { pieces: [same('a '), same('b')] })).toContain('— “a b”');
    expect(told('', { pieces: [same('a '), same('b '), ...piecesOf('[-c][+d]')] })).toContain(
      '“a b c” → “a b d”',
    );
  });
});

test('A question is told with its answers as they are given on the command line, the likely one first.', () => {
  const question = { name: 'p1s2', place: '¶1, sentence 2', words: 'B.' };
  const answers = [
    { decision: '5.1', words: 'x'.repeat(101) },
    { decision: '6.2', words: 'C.' },
    { decision: 'removed' },
  ];
  expect(tellQuestion({ ...question, answers })).toBe(
    [
      '  ¶1, sentence 2 (p1s2): what became of “B.”?',
      `    --decide p1s2=5.1   “${'x'.repeat(100)}…”   (likely)`,
      '    --decide p1s2=6.2   “C.”',
      '    --decide p1s2=removed',
    ].join('\n'),
  );
});
