import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Change, changesInEnglish, changesOf, noteChangesOf } from '../../src/core/changes.ts';
import { contentsInEnglish } from '../../src/core/contents.ts';
import { shorten } from '../../src/core/fingerprint.ts';
import { hash } from '../../src/core/hash.ts';
import type { Ledger, RecordedNote } from '../../src/core/ledger.ts';
import { parseLedger } from '../../src/core/ledger-file.ts';
import { edited, editedAs, published } from './support/blocks.ts';
import { dayOf, gone, ledgerOf, paragraph, said, sentence } from './support/ledger.ts';

/** A change in one line: where, what, and the words; `[-gone]`, `[+new]`. */
function line({ row, deed, pieces }: Change): string {
  const words = pieces.map(({ what, text }) =>
    what === 'same' ? text : what === 'gone' ? `[-${text}]` : `[+${text}]`,
  );
  return `${row.anchor} ${deed}: ${words.join('')}`;
}

const path = 'tests/fixtures/site/content/readings/waterside-lamps/anchors.json';
const { ledger } = parseLedger({ path, json: readFileSync(path, 'utf8') });
const changes = changesOf(ledger!, 2);

describe('The second edition of the fixture', () => {
  test('is told change by change, in the order of the text.', () => {
    expect(changes.map(line)).toEqual([
      'p1s2 edited: Forty[+-two] lamps were hung along the water.',
      'the-keepers edited: The keepers[+ of the lamps]',
      'p2s2 removed: [-They were paid in kind, which the council regretted.]',
      'p3s1 divided: A keeper walked the quay at dusk and lit the lamps from the west end to the bridge[-, and he ][+. He ]came back at dawn to put them out.',
      'p4s2a added: [+A third was often dark.]',
      'p4s3 joined: The glass came from across the water[-. It ][+, and it ]was dear.',
      'p4a added: [+The council kept the bills. They are in the archive of the county.]',
      'p2s3 moved: The oldest of them had been a pilot and knew the channel.',
      'p7 removed: [-The first of the gas lamps still stands by the bridge. It is lit on feast days.]',
      'p5 moved: In winter the ice broke the posts. The council bought iron ones.',
      'p8 joined: No picture of the oil lamps is known. One is said to hang in the council’s room. It is not lent.',
    ]);
  });

  test('says from where things were moved.', () => {
    expect(changes.flatMap(({ moved }) => moved ?? [])).toEqual([
      'was sentence 3 of paragraph 2',
      'stood after paragraph 4',
    ]);
  });

  test('tells the change of every anchor whose words or place are others, each once.', () => {
    const told = changes.flatMap(({ row, also }) => [row.anchor, ...also]);
    const changed = ledger!.anchors.filter(({ edition, moves }) => edition === 2 || moves);
    expect(told.toSorted()).toEqual(changed.map(({ anchor }) => anchor).toSorted());
  });

  test('is counted in words.', () => {
    expect(changesInEnglish(changes)).toBe(
      'One sentence edited, one moved, one divided, one joined, one removed, one added; one heading edited; one paragraph moved, one joined, one removed, one added.',
    );
    expect(contentsInEnglish(ledger!, 1)).toBe('A by-line, nine paragraphs and one heading; six notes.');
    expect(contentsInEnglish(ledger!, 2)).toBe('A by-line, eight paragraphs and one heading; five notes.');
  });

  test('changed one note and withdrew one; the first changed none.', () => {
    expect(noteChangesOf(ledger!, 2)).toMatchObject([
      { annotation: 'lamps-hung', before: { status: 'unchecked' }, after: { status: 'supported' } },
      {
        annotation: 'paid-in-kind',
        before: { status: 'contested' },
        why: 'The sentence it was about is no more in the text.',
      },
    ]);
    expect(noteChangesOf(ledger!, 1)).toEqual([]);
  });
});

describe('An edition', () => {
  const text = (edition: number, words: string) =>
    paragraph('p1', edition, words, edition > 1 ? { was: [said(1, 'Before.')] } : {});

  test('that edited sentences only says what it did not do.', () => {
    const edited = ledgerOf(2, [text(2, 'B.'), sentence('p1s1', said(2, 'B.'), { was: [said(1, 'A.')] })]);
    expect(changesInEnglish(changesOf(edited, 2))).toBe(
      'One sentence edited, none moved, divided, joined, removed or added.',
    );
  });

  test('that changed nothing says so.', () => {
    const same = ledgerOf(2, [text(1, 'A.'), sentence('p1s1', said(1, 'A.'))]);
    expect(changesOf(same, 2)).toEqual([]);
    expect(changesInEnglish([])).toBe('No words changed.');
  });

  test('that moved and edited a sentence tells both at once.', () => {
    const both = ledgerOf(2, [
      text(2, 'B.'),
      sentence('p2s1', said(2, 'B.'), { was: [said(1, 'A.')], moves: [{ edition: 2, from: 'p2' }] }),
      paragraph('p2', 1, 'C.'),
    ]);
    expect(changesOf(both, 2)[0]).toMatchObject({ deed: 'edited', moved: 'was sentence 1 of paragraph 2' });
  });

  test('that put a removed sentence back restores it, and the one before removed it.', () => {
    const back = ledgerOf(3, [
      text(3, 'A.'),
      sentence('p1s1', said(3, 'A.'), { was: [said(1, 'A.'), { edition: 2, gone: 'removed' }] }),
    ]);
    expect(changesOf(back, 2).map(line)).toEqual(['p1s1 removed: [-A.]']);
    expect(changesOf(back, 3).map(line)).toEqual(['p1s1 restored: [+A.]']);
  });

  test('that divided a paragraph tells the sentences that went into the other half with it.', () => {
    const divided = ledgerOf(2, [
      paragraph('p1', 2, 'A.', { was: [said(1, 'A. B.')] }),
      sentence('p1s1', said(1, 'A.')),
      paragraph('p1a', 2, 'B.', { from: 'p1' }),
      sentence('p1s2', said(1, 'B.'), { moves: [{ edition: 2, from: 'p1' }] }),
    ]);
    expect(changesOf(divided, 2).map(line)).toEqual(['p1 divided: A. B.']);
    expect(changesOf(divided, 2)[0]!.also).toEqual(['p1a', 'p1s2']);
  });

  test('that removed a paragraph whole tells its sentences with it, and those removed before on their own.', () => {
    const removed = ledgerOf(3, [
      gone('p1', 'paragraph', { edition: 3, gone: 'removed' }, [said(1, 'A. B.'), said(2, 'B.')]),
      gone('p1s1', 'sentence', { edition: 2, gone: 'removed' }, [said(1, 'A.')]),
      gone('p1s2', 'sentence', { edition: 3, gone: 'removed' }, [said(1, 'B.')]),
    ]);
    expect(changesOf(removed, 2).map(line)).toEqual(['p1s1 removed: [-A.]']);
    expect(changesOf(removed, 3).map(line)).toEqual(['p1 removed: [-B.]']);
  });
});

/** All of a change: its line, where it stood, and whose change it is too. */
function whole(change: Change): string {
  const where = change.moved === undefined ? '' : ` (${change.moved})`;
  const also = change.also.length === 0 ? '' : ` with ${change.also.join(', ')}`;
  return `${line(change)}${where}${also}`;
}

const TOWN = ['# One', 'A. | B. | C.', '# Two', '- cell', 'F. | G.'];
const town = () => published(...TOWN);

describe('What the last edition did is told once,', () => {
  test.each<[string, () => Ledger, string[]]>([
    ['nothing where it did nothing', () => edited(town(), ...TOWN), []],
    [
      'of a sentence that was edited with its paragraph',
      () => editedAs(town(), { p1s2: [2] }, '# One', 'A. | B b. | C.', ...TOWN.slice(2)),
      ['p1s2 edited: B[+ b]. with p1'],
    ],
    [
      'of two sentences with their paragraph at the first',
      () => editedAs(town(), { p1s2: [2], p1s3: [3] }, '# One', 'A. | B b. | C c.', ...TOWN.slice(2)),
      ['p1s2 edited: B[+ b]. with p1', 'p1s3 edited: C[+ c].'],
    ],
    [
      'of a heading and a row',
      () =>
        editedAs(town(), { two: [4], p2: [5] }, '# One', 'A. | B. | C.', '# Two more', '- cells', 'F. | G.'),
      ['two edited: Two[+ more]', 'p2 edited: [-cell][+cells]'],
    ],
    [
      'of the by-line',
      () => editedAs(published('By Me.', 'A.'), { p0s1: [0] }, 'By You.', 'A.'),
      ['p0s1 edited: By [-Me][+You]. with p0'],
    ],
    [
      'of a sentence that is new or gone',
      () => edited(town(), '# One', 'A. | C.', '# Two', '- cell', 'F. | New. | G.'),
      ['p1s2 removed: [-B.] with p1', 'p3s1a added: [+New.] with p3'],
    ],
    [
      'of a paragraph that is gone whole',
      () => edited(town(), '# One', '# Two', '- cell', 'F. | G.'),
      ['p1 removed: [-A. B. C.] with p1s1, p1s2, p1s3'],
    ],
    [
      'of a paragraph that is new',
      () => edited(town(), ...TOWN, 'New. | Newer.'),
      ['p4 added: [+New. Newer.] with p4s1, p4s2'],
    ],
    [
      'of a paragraph that came back',
      () => edited(edited(town(), ...TOWN.slice(0, 4)), ...TOWN),
      ['p3 restored: [+F. G.] with p3s1, p3s2'],
    ],
    [
      'of a sentence that was moved in its paragraph',
      () => edited(town(), '# One', 'B. | C. | A.', ...TOWN.slice(2)),
      ['p1s1 moved: A. (was sentence 1 of paragraph 1) with p1'],
    ],
    [
      'of a sentence that was moved to another',
      () => edited(town(), '# One', 'A. | C.', '# Two', '- cell', 'F. | B. | G.'),
      ['p1s2 moved: B. (was sentence 2 of paragraph 1) with p1, p3'],
    ],
    [
      'of a sentence that was moved to another and edited',
      () => editedAs(town(), { p1s2: [6] }, '# One', 'A. | C.', '# Two', '- cell', 'F. | B b. | G.'),
      ['p1s2 edited: B[+ b]. (was sentence 2 of paragraph 1) with p1, p3'],
    ],
    [
      'of a paragraph and a heading that were moved',
      () => edited(town(), '# Two', '# One', '- cell', 'F. | G.', 'A. | B. | C.'),
      ['one moved: One (stood at the beginning)', 'p1 moved: A. B. C. (stood after the heading “One”)'],
    ],
    [
      'of a paragraph that was moved to the end, and a sentence of it that was edited',
      () => editedAs(town(), { p1s2: [6] }, '# One', '# Two', '- cell', 'F. | G.', 'A. | B b. | C.'),
      ['p1 moved: A. B[+ b]. C. (stood after the heading “One”)', 'p1s2 edited: B[+ b].'],
    ],
    [
      'of a sentence that was divided',
      () => editedAs(town(), { p1s2: [2, 3] }, '# One', 'A. | B. | Bb. | C.', ...TOWN.slice(2)),
      ['p1s2 divided: B.[+ Bb.] with p1s2a, p1'],
    ],
    [
      'of a paragraph that was divided',
      () => edited(published('A a a. | B. | C.', 'D.'), 'A a a.', 'B. | C.', 'D.'),
      ['p1 divided: A a a. B. C. with p1a, p1s2, p1s3'],
    ],
    [
      'of sentences that were joined',
      () => editedAs(town(), { p1s1: [1], p1s2: [1] }, '# One', 'A, b. | C.', ...TOWN.slice(2)),
      ['p1s1 joined: A[-. B][+, b]. with p1s2, p1'],
    ],
    [
      'of paragraphs that were joined',
      () => edited(published('A. | B.', 'C.', 'D.'), 'A. | B. | C.', 'D.'),
      ['p1 joined: A. B. C. with p2, p2s1'],
    ],
    [
      'of a sentence that went into one of another paragraph',
      () => editedAs(published('A. | B.', 'C. | D d d.'), { p1s2: [1], p2s1: [1] }, 'A.', 'B, c. | D d d.'),
      ['p1s2 joined: B[-. C][+, c]. (was sentence 2 of paragraph 1) with p2s1, p1, p2'],
    ],
    [
      'of what was divided before only what is new',
      () =>
        editedAs(
          editedAs(published('A b. | C.'), { p1s1: [0, 1] }, 'A. | B. | C.'),
          { p1s1a: [1] },
          'A. | B b. | C.',
        ),
      ['p1s1a edited: B[+ b]. with p1'],
    ],
    [
      'of what was joined before only what is new',
      () =>
        editedAs(
          editedAs(published('A. | B. | C.'), { p1s1: [0], p1s2: [0] }, 'A, b. | C.'),
          { p1s1: [0] },
          'A, bb. | C.',
        ),
      ['p1s1 edited: A, [-b][+bb]. with p1'],
    ],
    [
      'of what was moved before only what is new',
      () =>
        editedAs(
          edited(town(), '# One', 'A. | C.', '# Two', '- cell', 'F. | B. | G.'),
          { p1s2: [6] },
          '# One',
          'A. | C.',
          '# Two',
          '- cell',
          'F. | B b. | G.',
        ),
      ['p1s2 edited: B[+ b]. with p3'],
    ],
    [
      'of what was moved twice only the last',
      () =>
        edited(
          edited(town(), '# One', 'A. | C.', '# Two', '- cell', 'F. | B. | G.'),
          '# One',
          'A. | C. | B.',
          '# Two',
          '- cell',
          'F. | G.',
        ),
      ['p1s2 moved: B. (was sentence 1.2 of paragraph 3) with p1, p3'],
    ],
    [
      'of what is gone nothing more',
      () => edited(edited(town(), '# One', 'A.'), '# One', 'A. | X.'),
      ['p1s4 added: [+X.] with p1'],
    ],
  ])('%s.', (_, before, told) => {
    const now = before();
    expect(changesOf(now, now.editions.length).map(whole)).toEqual(told);
  });

  test('with the fingerprints before and after, and what was divided or joined.', () => {
    const [change] = changesOf(
      editedAs(town(), { p1s2: [2, 3] }, '# One', 'A. | B. | Bb. | C.', ...TOWN.slice(2)),
      2,
    );
    expect(change!.others.map(({ anchor }) => anchor)).toEqual(['p1s2a']);
    expect(change!.before).toEqual([shorten(hash('B.'))]);
    expect(change!.after).toEqual(['B.', 'Bb.'].map((words) => shorten(hash(words))));
    const [joined] = changesOf(
      editedAs(town(), { p1s1: [1], p1s2: [1] }, '# One', 'A, b. | C.', ...TOWN.slice(2)),
      2,
    );
    expect(joined!.others.map(({ anchor }) => anchor)).toEqual(['p1s2']);
    expect(joined!.before).toEqual(['A.', 'B.'].map((words) => shorten(hash(words))));
    expect(joined!.after).toEqual([shorten(hash('A, b.'))]);
  });
});

describe('Changes are counted', () => {
  test.each<[string, () => Ledger, string]>([
    [
      'sentences first',
      () =>
        editedAs(
          town(),
          { one: [0], p3s1: [6] },
          '# One more',
          'A. | B. | C.',
          '# Two',
          '- cell',
          'F f. | G.',
        ),
      'One sentence edited, none moved, divided, joined, removed or added; one heading edited.',
    ],
    [
      'sentences first, of which several',
      () =>
        editedAs(
          town(),
          { one: [0], p1s1: [1], p1s2: [2] },
          '# One more',
          'Aa. | Bb. | C.',
          '# Two',
          '- cell',
          'F. | G.',
        ),
      'Two sentences edited, none moved, divided, joined, removed or added; one heading edited.',
    ],
    [
      'others alone',
      () =>
        editedAs(
          town(),
          { one: [0], two: [4] },
          '# One more',
          'A. | B. | C.',
          '# Two more',
          '- cell',
          'F. | G.',
        ),
      'Two headings edited.',
    ],
    [
      'with what came back',
      () => edited(edited(town(), ...TOWN.slice(0, 4)), ...TOWN),
      'One paragraph restored.',
    ],
    [
      'where a sentence came back',
      () => edited(edited(town(), '# One', 'A. | C.', ...TOWN.slice(2)), ...TOWN),
      'One sentence restored, none edited, moved, divided, joined, removed or added.',
    ],
  ])('%s.', (_, before, told) => {
    const now = before();
    expect(changesInEnglish(changesOf(now, now.editions.length))).toBe(told);
  });
});

describe('What an edition changed of a note is told', () => {
  const note = (edition: number, finding: string): RecordedNote => ({
    date: dayOf(edition),
    edition,
    hash: hash(finding),
    finding,
    passage: 'p1',
    quote: 'A',
  });
  const withdrawn = { edition: 3, date: dayOf(3), why: 'Wrong.' };
  const [first, again, second] = [note(1, 'First.'), note(1, 'Again.'), note(2, 'Second.')];
  const noted = (...notes: RecordedNote[]) =>
    ledgerOf(3, [], [{ annotation: 'note', edition: 1, notes, withdrawn }]);

  test('by what it said before and after.', () => {
    expect(noteChangesOf(noted(first, again, second), 2)).toStrictEqual([
      { annotation: 'note', before: again, after: second },
    ]);
  });

  test('in the first edition too, but not what that said at its beginning.', () => {
    expect(noteChangesOf(noted(first, again, second), 1)).toStrictEqual([
      { annotation: 'note', before: first, after: again },
    ]);
    expect(noteChangesOf(noted(first), 1)).toEqual([]);
  });

  test('where it is new in a later one.', () => {
    expect(noteChangesOf(noted(second), 2)).toStrictEqual([{ annotation: 'note', after: second }]);
  });

  test('where it was withdrawn: why.', () => {
    expect(noteChangesOf(noted(first, second), 3)).toStrictEqual([
      { annotation: 'note', before: second, why: 'Wrong.' },
    ]);
    expect(noteChangesOf(noted(), 3)).toStrictEqual([{ annotation: 'note', why: 'Wrong.' }]);
  });
});
