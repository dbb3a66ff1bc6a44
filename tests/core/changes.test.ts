import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Change, changesInEnglish, changesOf, noteChangesOf } from '../../src/core/changes.ts';
import { contentsInEnglish } from '../../src/core/contents.ts';
import { parseLedger } from '../../src/core/ledger-file.ts';
import { gone, ledgerOf, paragraph, said, sentence } from './support/ledger.ts';

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
