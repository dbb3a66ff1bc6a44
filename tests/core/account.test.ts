import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Account, accountOf, accountOfRange } from '../../src/core/account.ts';
import { fingerprint } from '../../src/core/hash.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import { parseLedger } from '../../src/core/ledger-file.ts';
import { accountOfNote } from '../../src/core/note-account.ts';
import { judgeNote, judgePassage, judgeRange } from '../../src/core/verdict.ts';
import { gone, ledgerOf, paragraph, said, sentence } from './support/ledger.ts';
import { HARBOUR } from './support/published.ts';

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

/** An account whole, its words that have gone between [- and -], those that are new between {+ and +}. */
function whole(account: Account | undefined) {
  const text = (pieces: Account['wordings'][number]['pieces']) =>
    pieces.map(({ what, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[what]).join('');
  return (
    account && {
      ...account,
      wordings: account.wordings.map(({ what, pieces }) => `${what}|${text(pieces)}`),
      passages: account.passages.map(({ anchor }) => anchor),
      fresh: account.fresh.map(({ rows, pieces }) => [...rows.map(({ anchor }) => anchor), text(pieces)]),
    }
  );
}

describe('The whole of an account:', () => {
  const { ledger } = HARBOUR;
  const of = (anchor: string, words?: string) =>
    whole(
      accountOf(
        ledger,
        judgePassage(ledger, { anchor, ...(words !== undefined && { fingerprint: fingerprint(words) }) }),
      ),
    );
  const by = (anchor: string, given: string) =>
    whole(accountOf(ledger, judgePassage(ledger, { anchor, fingerprint: given })));

  test('of what is as it was.', () => {
    expect(of('p1s1', 'The harbour was closed by ice in the winter of 1911.')).toStrictEqual({
      standing: 'whole',
      lead: 'Unchanged since it was cited.',
      rest: 'Sentence 1 of paragraph 1, since edition 1, fingerprint 561f01c.',
      wordings: [],
      passages: ['p1s1'],
      fresh: [],
    });
  });

  test('of what was moved.', () => {
    expect(of('p1s3', 'Two of the cranes belonged to the town.')).toStrictEqual({
      standing: 'whole',
      lead: 'Moved since it was cited,',
      rest: 'its words unchanged: it was sentence 3 of paragraph 1, and has stood here since edition 2, 1 March 2027.',
      wordings: [],
      passages: ['p1s3'],
      fresh: [],
      change: 'p1s3',
    });
  });

  test('of what was edited.', () => {
    expect(of('p1s2', 'No ship was turned back by any pilot.')).toStrictEqual({
      standing: 'broken',
      lead: 'Edited since it was cited,',
      rest: 'in edition 2, 1 March 2027. The words cited, edition 1 of 1 March 2026:',
      wordings: ['|No ship was turned [-back-] by [-any pilot-].'],
      key: 'Struck words have gone; words with a line above them, below, are new.',
      passages: ['p1s2'],
      fresh: [['p1s2', 'No ship was turned [-back-]{+away+} by [-any pilot-]{+the pilots+}.']],
      change: 'p1s2',
    });
  });

  test('of what was divided.', () => {
    expect(of('p2s2', 'The toll was paid in kind, and the council was not asked.')).toStrictEqual({
      standing: 'broken',
      lead: 'Divided since it was cited,',
      rest: 'in edition 2, 1 March 2027. The sentence cited is now two, 2 and 2a; both are marked. The words cited, edition 1 of 1 March 2026:',
      wordings: ['|The toll was paid in kind[-, and the -]council was not asked.'],
      key: 'Struck words have gone; words with a line above them, below, are new.',
      passages: ['p2s2', 'p2s2a'],
      fresh: [['p2s2', 'p2s2a', 'The toll was paid in kind[-, and the -]{+. The +}council was not asked.']],
      change: 'p2s2',
    });
  });

  test('of what was divided into three, and lost no word.', () => {
    const divided = ledgerOf(2, [
      paragraph('p1', 2, 'It blew. It was cold, really. It was late.'),
      sentence('p1s1', said(2, 'It blew.'), { was: [said(1, 'It blew. It was cold. It was late.')] }),
      sentence('p1s1a', said(2, 'It was cold, really.'), { from: 'p1s1' }),
      sentence('p1s1b', said(2, 'It was late.'), { from: 'p1s1' }),
    ]);
    const verdict = judgePassage(divided, {
      anchor: 'p1s1',
      fingerprint: fingerprint('It blew. It was cold. It was late.'),
    });
    expect(whole(accountOf(divided, verdict))).toMatchObject({
      rest: 'in edition 2, 1 February 2026. The sentence cited is now three, 1, 1a and 1b; all are marked.',
      wordings: [],
      key: 'One sentence in edition 1; the words with a line above them are new.',
      passages: ['p1s1', 'p1s1a', 'p1s1b'],
    });
  });

  test('of what was joined to another, also where the link does not say which words.', () => {
    const joined = {
      standing: 'broken',
      lead: 'Joined to another since it was cited,',
      rest: 'in edition 2, 1 March 2027. It was sentence 4 of paragraph 2; what remains of it is in the sentence marked here. The words cited, edition 1 of 1 March 2026:',
      wordings: ['|[-They burned all night-].'],
      key: 'Struck words have gone.',
      passages: ['p2s1'],
      fresh: [],
      change: 'p2s4',
    };
    expect(of('p2s4', 'They burned all night.')).toStrictEqual(joined);
    expect(of('p2s4')).toStrictEqual(joined);
  });

  test('of what was removed.', () => {
    expect(of('p2s3', 'The grain was weighed where it was landed.')).toStrictEqual({
      standing: 'dotted',
      lead: 'Removed.',
      rest: 'The sentence cited stood here until edition 2, 1 March 2027. Its last text, in edition 1:',
      wordings: ['|The grain was weighed where it was landed.'],
      key: 'Nearest that remains: sentence 2 of paragraph 2.',
      passages: [],
      fresh: [],
      change: 'p2s3',
    });
  });

  test('of a fingerprint that was never published.', () => {
    const never = {
      standing: 'sparse',
      lead: 'This link’s fingerprint, abcdef0, was never published',
      wordings: [],
      fresh: [],
    };
    const may = 'for this sentence in any edition; it may have been mistyped.';
    expect(by('p1s1', 'abcdef0')).toStrictEqual({
      ...never,
      rest: `${may} The sentence as it stands has 561f01c.`,
      passages: ['p1s1'],
    });
    expect(by('p1s2', 'abcdef0')).toStrictEqual({
      ...never,
      rest: `${may} The sentence as it stands has aa5e787.`,
      passages: ['p1s2'],
      change: 'p1s2',
    });
    expect(by('p2s3', 'abcdef0')).toStrictEqual({
      ...never,
      rest: `${may} The sentence is no longer in the text; it last had 8d3087b.`,
      passages: [],
    });
  });

  test('of what is no fingerprint.', () => {
    const none = {
      standing: 'sparse',
      lead: 'What this link has for a fingerprint is none:',
      wordings: [],
      fresh: [],
    };
    const why = '“abc” is not seven of the digits 0 to 9 and a to f; it may have been cut off.';
    expect(by('p1s1', 'abc')).toStrictEqual({
      ...none,
      rest: `${why} The sentence as it stands has 561f01c.`,
      passages: ['p1s1'],
    });
    expect(by('p2s3', 'abc')).toStrictEqual({ ...none, rest: why, passages: [] });
  });

  test('of a link without a fingerprint.', () => {
    expect(of('p1s2')).toStrictEqual({
      lead: 'Whether this is what was cited cannot be told:',
      rest: 'the link has no fingerprint. This sentence has had two wordings; the last is below.',
      wordings: ['Edition 1 of 1 March 2026, fingerprint 4c6fabe:|No ship was turned back by any pilot.'],
      passages: ['p1s2'],
      fresh: [],
      change: 'p1s2',
    });
    expect(of('p1s1')).toBeUndefined();
  });

  test('of what never was.', () => {
    expect(of('p9')).toStrictEqual({
      standing: 'sparse',
      lead: 'This link leads to nothing that was ever published.',
      rest: 'No edition of this text has a passage “p9”; the link may have been mistyped or cut off.',
      wordings: [],
      passages: [],
      fresh: [],
    });
  });

  describe('of a range', () => {
    const range = (anchor: string, to: string, given?: string) =>
      whole(
        accountOfRange(
          ledger,
          judgeRange([...HARBOUR.earlier, ledger], {
            anchor,
            to,
            ...(given !== undefined && { fingerprint: given }),
          }),
        ),
      );
    const cited = (...anchors: readonly string[]) => {
      const words = anchors.map(
        (anchor) => HARBOUR.earlier[0]!.anchors.find((row) => row.anchor === anchor)!.text,
      );
      return fingerprint(words.join(' '));
    };

    test('with an end that never was.', () => {
      expect(range('p1s1', 'p9')).toMatchObject({ rest: expect.stringContaining('“p9”') as string });
    });

    test('with a fingerprint that was never published, or is none.', () => {
      expect(range('p1s1', 'p1s2', 'abcdef0')).toStrictEqual({
        standing: 'sparse',
        lead: 'This link’s fingerprint, abcdef0, was never published',
        rest: 'for these passages in any edition; it may have been mistyped.',
        wordings: [],
        passages: ['p1s1', 'p1s2'],
        fresh: [],
      });
      expect(range('p1s1', 'p1s2', 'abc')).toMatchObject({
        lead: 'What this link has for a fingerprint is none:',
        rest: '“abc” is not seven of the digits 0 to 9 and a to f; it may have been cut off.',
      });
    });

    test('in which some passages have changed, each in its way.', () => {
      expect(range('p1s1', 'p1s3', cited('p1s1', 'p1s2', 'p1s3'))).toStrictEqual({
        standing: 'broken',
        lead: 'Two of three sentences changed since they were cited,',
        rest: 'in edition 1 of 1 March 2026.',
        wordings: [
          'Sentence 2 of paragraph 1, edited in edition 2:|No ship was turned [-back-] by [-any pilot-].',
          'Sentence 1.3 of paragraph 2 was sentence 3 of paragraph 1; its words are unchanged.|',
        ],
        key: 'Struck words have gone; words with a line above them, below, are new.',
        change: 'p1s2',
        passages: ['p1s1', 'p1s2', 'p1s3'],
        fresh: [['p1s2', 'No ship was turned [-back-]{+away+} by [-any pilot-]{+the pilots+}.']],
      });
    });

    test('in which all have gone, or one was divided.', () => {
      expect(range('p2s2', 'p2s3', cited('p2s2', 'p2s3'))).toMatchObject({
        standing: 'broken',
        lead: 'Two of two sentences changed since they were cited,',
        wordings: [
          'Sentence 2 of paragraph 2, divided in edition 2:|The toll was paid in kind[-, and the -]council was not asked.',
          'Sentence 3 of paragraph 2, removed in edition 2:|The grain was weighed where it was landed.',
        ],
        passages: ['p2s2', 'p2s2a'],
      });
      expect(range('p2s3', 'p2s4', cited('p2s3', 'p2s4'))).toMatchObject({
        wordings: [
          'Sentence 3 of paragraph 2, removed in edition 2:|The grain was weighed where it was landed.',
          'Sentence 4 of paragraph 2, joined to others in edition 2:|[-They burned all night-].',
        ],
      });
    });

    test('over more than one paragraph, unchanged.', () => {
      expect(range('p2s1', 'p2s1', cited('p2s1'))).toMatchObject({
        standing: 'whole',
        rest: 'Sentence 1 of paragraph 2, edition 2, fingerprint dd4496d.',
      });
    });

    test('without a fingerprint.', () => {
      expect(range('p1s1', 'p1s2')).toStrictEqual({
        lead: 'Whether this is what was cited cannot be told:',
        rest: 'the link has no fingerprint, and of these passages there have been other wordings.',
        passages: ['p1s1', 'p1s2'],
        wordings: [
          'Sentence 2 of paragraph 1. Edition 1 of 1 March 2026, fingerprint 4c6fabe:|No ship was turned back by any pilot.',
        ],
        fresh: [],
      });
    });
  });
});
