import { describe, expect, test } from 'vitest';
import { answerRange } from '../../src/core/answer-range.ts';
import type { Answer } from '../../src/core/answer.ts';
import { shorten } from '../../src/core/fingerprint.ts';
import { hash } from '../../src/core/hash.ts';
import type { Published } from '../../src/core/published.ts';
import { judgeRange } from '../../src/core/verdict.ts';
import { ledgerWith } from './support/published.ts';

const of = (words: string) => shorten(hash(words));
/** What was published first, and what stands now: one sentence is edited, one moved, one gone. */
const EARLIER = ledgerWith(1, [
  { anchor: 'p1' },
  { anchor: 'p1s1', text: 'One.' },
  { anchor: 'p1s2', text: 'Two.' },
  { anchor: 'p2' },
  { anchor: 'p2s1', text: 'Three.' },
  { anchor: 'p2s2', text: 'Four.' },
  { anchor: 'p3' },
  { anchor: 'p3s1', text: 'Five.' },
]);
const NOW = ledgerWith(2, [
  { anchor: 'p1', edition: 2, was: [{}] },
  { anchor: 'p1s1', text: 'One.' },
  { anchor: 'p1s2', edition: 2, text: 'Two, edited.', was: [{ text: 'Two.' }] },
  { anchor: 'p2', edition: 2, was: [{}] },
  { anchor: 'p2s2', text: 'Four.', moves: [{ edition: 2 }] },
  { anchor: 'p2s1', text: 'Three.', moves: [{ edition: 2 }] },
  { anchor: 'p3', edition: 2, gone: 'removed', was: [{}] },
  { anchor: 'p3s1', edition: 2, gone: 'removed', was: [{ text: 'Five.' }] },
]);
const READING: Published = {
  slug: 'frost',
  title: 'The long frost',
  ledger: NOW,
  earlier: [EARLIER],
  notes: [],
};

const ask = (anchor: string, to: string, fingerprint?: string): Answer =>
  answerRange(
    judgeRange([EARLIER, NOW], { anchor, to, ...(fingerprint !== undefined && { fingerprint }) }),
    { anchor, to },
    READING,
  );
/** What is said, in one line, its links in brackets behind them. */
const told = ({ lead, words }: Answer) =>
  lead +
  words
    .map((run) => (typeof run === 'string' ? run : `${run.text}${'to' in run ? ` (${run.to})` : ''}`))
    .join('');

describe('Of a range it is told that', () => {
  test.each<[what: string, asked: [string, string, string?], finding: string, told: string]>([
    [
      'some of it changed: how much, and what',
      ['p1s1', 'p1s2', of('One. Two.')],
      'edited',
      `One of two sentences changed since the range was cited, ¶1, sentences 1 to 2 (frost/?v=${of('One. Two, edited.')}&to=p1s2#p1s1). Edited`,
    ],
    [
      'it stands as it was cited',
      ['p1s1', 'p1s2', of('One. Two, edited.')],
      'same',
      `Unchanged since it was cited. ¶1, sentences 1 to 2 (frost/?v=${of('One. Two, edited.')}&to=p1s2#p1s1), edition 2.`,
    ],
    [
      'it was moved',
      ['p2s1', 'p2s2', of('Three. Four.')],
      'moved',
      'Moved since it was cited, in whole or in part, its words unchanged. ',
    ],
    [
      'it was never published with the fingerprint',
      ['p1s1', 'p1s2', '0000000'],
      'unknown',
      `Never published with this fingerprint, in any edition known. ¶1, sentences 1 to 2 (frost/?v=${of('One. Two, edited.')}&to=p1s2#p1s1) as it stands has ${of('One. Two, edited.')}.`,
    ],
    [
      'what it was cited with is no fingerprint',
      ['p1s1', 'p1s2', 'xyz'],
      'malformed',
      'Not a fingerprint: “xyz” is not seven hexadecimal digits. ¶1, sentences 1 to 2',
    ],
    [
      'it cannot be told without a fingerprint',
      ['p1s1', 'p1s2'],
      'untold',
      `It cannot be told without a fingerprint which wording was cited: ¶1, sentences 1 to 2 (frost/?v=${of('One. Two, edited.')}&to=p1s2#p1s1).`,
    ],
    [
      'one of its ends was never published',
      ['p1s1', 'p9'],
      'never',
      '“p9” was never an anchor of this text, in any edition.',
    ],
    [
      'it is cited by paragraphs, whose last sentence is its end',
      ['p1', 'p2', '0000000'],
      'unknown',
      `as it stands has ${of('One. Two, edited. Four. Three.')}.`,
    ],
    ['one of its ends is gone', ['p2s1', 'p3s1', '0000000'], 'unknown', '#p2s1).'],
  ])('%s.', (_, asked, finding, words) => {
    const answer = ask(...asked);
    expect(answer.finding).toBe(finding);
    expect(told(answer)).toContain(words);
  });

  test('it has had one wording only, where it is cited without a fingerprint.', () => {
    const reading = { ...READING, ledger: EARLIER, earlier: [] };
    const asked = { anchor: 'p1', to: 'p3' };
    const answer = answerRange(judgeRange([EARLIER], asked), asked, reading);
    expect(answer.finding).toBe('single');
    expect(told(answer)).toBe(
      `Unchanged: it has had one wording only. ¶1 to ¶3 (frost/?v=${of('One. Two. Three. Four. Five.')}&to=p3#p1).`,
    );
  });

  test('one of its ends is gone, by a link without a fingerprint.', () => {
    expect(told(ask('p2s1', 'p3s1', '0000000'))).toContain('(frost/#p2s1).');
  });

  test('some of it changed, with the difference.', () => {
    expect(ask('p1s1', 'p1s2', of('One. Two.')).diffs).toHaveLength(1);
    expect(ask('p1s1', 'p1s2', of('One. Two, edited.')).diffs).toEqual([]);
  });
});
