import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Account, accountOf, accountOfRange } from '../../src/core/account.ts';
import { fingerprint } from '../../src/core/hash.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import { parseLedger } from '../../src/core/ledger-file.ts';
import { accountOfNote } from '../../src/core/note-account.ts';
import { judgeNote, judgePassage, judgeRange } from '../../src/core/verdict.ts';
import { gone, ledgerOf, paragraph, said, sentence } from './support/ledger.ts';

const FOLDER = 'tests/fixtures/site/content/readings/waterside-lamps';
const read = (name: string): Ledger => {
  const path = `${FOLDER}/${name}`;
  return parseLedger({ path, json: readFileSync(path, 'utf8') }).ledger!;
};
const [first, now] = [read('editions/1.json'), read('anchors.json')];

/** What the page says of a citation made in the first edition. */
const told = (anchor: string): string =>
  say(accountOf(now, judgePassage(now, { anchor, fingerprint: cited(anchor) })));
const cited = (anchor: string) => first.anchors.find((row) => row.anchor === anchor)!.hash!.slice(0, 7);
const say = (account: Account | undefined) => (account ? `${account.lead} ${account.rest}` : '');

describe('Of a citation of the first edition the page says', () => {
  test.each([
    [
      'p1s1',
      'Unchanged since it was cited. Sentence 1 of paragraph 1, since edition 1, fingerprint 9f184de.',
    ],
    ['p0', 'Unchanged since it was cited. The by-line, since edition 1, fingerprint 723ef23.'],
    [
      'p1s2',
      'Edited since it was cited, in edition 2, 15 November 2026. The words cited, edition 1 of 1 October 2026:',
    ],
    [
      'p2s3',
      'Moved since it was cited, its words unchanged: it was sentence 3 of paragraph 2, and has stood here since edition 2, 15 November 2026.',
    ],
    [
      'p5',
      'Moved since it was cited, its words unchanged: it stood after paragraph 4, and has stood here since edition 2, 15 November 2026.',
    ],
    [
      'p3s1',
      'Divided since it was cited, in edition 2, 15 November 2026. The sentence cited is now two, 1 and 1a; both are marked. The words cited, edition 1 of 1 October 2026:',
    ],
    [
      'p4s4',
      'Joined to another since it was cited, in edition 2, 15 November 2026. It was sentence 4 of paragraph 4; what remains of it is in the sentence marked here. The words cited, edition 1 of 1 October 2026:',
    ],
    [
      'p2s2',
      'Removed. The sentence cited stood here until edition 2, 15 November 2026. Its last text, in edition 1:',
    ],
  ])('%s: %s', (anchor, words) => expect(told(anchor)).toBe(words));

  test('what words of it have gone, and which are new.', () => {
    const account = accountOf(now, judgePassage(now, { anchor: 'p3s1', fingerprint: cited('p3s1') }))!;
    const words = (of: 'gone' | 'new', pieces = account.fresh[0]!.pieces) =>
      pieces.filter(({ what }) => what === of).map(({ text }) => text);
    expect(words('gone', account.wordings[0]!.pieces)).toEqual([', and he ']);
    expect(words('new')).toEqual(['. He ']);
    expect(account.passages.map(({ anchor }) => anchor)).toEqual(['p3s1', 'p3s1a']);
  });
});

describe('Where the link does not hold the page says', () => {
  const of = (anchor: string, fingerprint?: string) =>
    say(accountOf(now, judgePassage(now, { anchor, fingerprint })));

  test('that its fingerprint was never published, or is none, and which is.', () => {
    expect(of('p1s1', 'ABCDEF0')).toBe(
      'This link’s fingerprint, abcdef0, was never published for this sentence in any edition; it may have been mistyped. The sentence as it stands has 9f184de.',
    );
    expect(of('p1s1', 'abc')).toContain('“abc” is not seven of the digits 0 to 9 and a to f');
    expect(of('p1s1', 'x'.repeat(1000)).length).toBeLessThan(250);
  });

  test('that no such passage ever was.', () => {
    expect(of('p99')).toContain('No edition of this text has a passage “p99”');
  });

  test('without a fingerprint the wordings so far; nothing where there is one only.', () => {
    expect(of('p1s2')).toContain('the link has no fingerprint. This sentence has had two wordings');
    expect(of('p1s1')).toBe('');
  });
});

describe('Words that came back', () => {
  const back = ledgerOf(3, [
    paragraph('p1', 3, 'A. B.'),
    sentence('p1s1', said(3, 'A.'), { was: [said(1, 'A.'), said(2, 'C.')] }),
    sentence('p1s2', said(3, 'B.'), { was: [said(1, 'B.'), { edition: 2, gone: 'removed', near: 'p1s1' }] }),
  ]);
  const of = (anchor: string, words: string) =>
    say(accountOf(back, judgePassage(back, { anchor, fingerprint: fingerprint(words) })));

  test('say that there were others, or none, in between.', () => {
    expect(of('p1s1', 'A.')).toContain(
      'It had other words from edition 2 on, and has these again since edition 3.',
    );
    expect(of('p1s2', 'B.')).toContain('It was not in the text from edition 2 on');
  });
});

test('Of a removed passage that was cited in an earlier wording than its last both are told.', () => {
  const ledger = ledgerOf(3, [
    gone('p1s1', 'sentence', { edition: 3, gone: 'removed' }, [said(1, 'A.'), said(2, 'B.')]),
  ]);
  const account = accountOf(
    ledger,
    judgePassage(ledger, { anchor: 'p1s1', fingerprint: fingerprint('A.') }),
  )!;
  expect(account.wordings.map(({ what, pieces }) => what + pieces[0]!.text)).toEqual([
    'B.',
    'The words cited, edition 1 of 1 January 2026:A.',
  ]);
});

describe('Of a range the page says', () => {
  const of = (anchor: string, to: string) => {
    const rows = first.anchors.slice(
      first.anchors.findIndex((row) => row.anchor === anchor),
      first.anchors.findIndex((row) => row.anchor === to) + 1,
    );
    const words = rows.map(({ text }) => text).join(' ');
    return accountOfRange(now, judgeRange([first, now], { anchor, to, fingerprint: fingerprint(words) }));
  };

  test('that it is unchanged.', () => {
    expect(say(of('p4s1', 'p4s2'))).toBe(
      `Unchanged since it was cited. Sentences 1 to 2 of paragraph 4, edition 2, fingerprint ${fingerprint('The lamps were counted every night. Two were always broken.')}.`,
    );
  });

  test('how many of its sentences changed, and each of those.', () => {
    const account = of('p2s1', 'p2s4');
    expect(say(account)).toBe(
      'Two of four sentences changed since they were cited, in edition 1 of 1 October 2026.',
    );
    expect(account!.wordings.map(({ what }) => what)).toEqual([
      'Sentence 2 of paragraph 2, removed in edition 2:',
      'Sentence 2.3 of paragraph 6 was sentence 3 of paragraph 2; its words are unchanged.',
    ]);
    expect(say(of('p1s1', 'p1s2'))).toContain('One of two sentences edited');
  });

  test('nothing without a fingerprint, where no sentence has changed.', () => {
    expect(accountOfRange(now, judgeRange([first, now], { anchor: 'p4s1', to: 'p4s2' }))).toBeUndefined();
    expect(say(accountOfRange(now, judgeRange([first, now], { anchor: 'p1s1', to: 'p1s2' })))).toContain(
      'cannot be told',
    );
  });
});

test('Of a note the page says whether it is what was cited.', () => {
  const note = (id: string, edition: Ledger) =>
    edition.annotations
      .find(({ annotation }) => annotation === id)!
      .notes.at(-1)!
      .hash.slice(0, 7);
  const of = (id: string, fingerprint?: string) => {
    const account = accountOfNote(judgeNote(now, id, fingerprint));
    return account && `${account.lead} ${account.rest}`;
  };
  expect(of('gas-came', note('gas-came', first))).toContain('Unchanged since it was cited.');
  expect(of('lamps-hung', note('lamps-hung', first))).toBe(
    'Changed since it was cited, on 15 November 2026. It was: unchecked; it is: supported. Its finding:',
  );
  expect(of('paid-in-kind', note('paid-in-kind', first))).toContain(
    'Withdrawn since it was cited, in edition 2',
  );
  expect(of('gas-came', 'abcdef0')).toContain('was never published for this note');
  expect(of('gas-came', 'abc')).toContain('it is not seven of the digits');
  expect(of('gas-came')).toBeUndefined();
});
