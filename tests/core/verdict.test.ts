import { describe, expect, test } from 'vitest';
import { fingerprint, hash } from '../../src/core/hash.ts';
import type { RecordedNote } from '../../src/core/ledger.ts';
import { judgeNote, judgePassage, judgeRange } from '../../src/core/verdict.ts';
import { gone, ledgerOf, paragraph, said, sentence } from './support/ledger.ts';

const COLD = 'It is cold.';
const COLDER = 'It is colder.';
const SNOW = 'Snow falls.';
const LONG = 'Ice came and it stayed.';

/** Three editions; what happened to each line stands in its anchor's place. */
const ledger = ledgerOf(3, [
  paragraph('p1', 1, SNOW),
  sentence('p1s1', said(1, SNOW)),
  paragraph('p2', 3, `${COLD} ${SNOW}`),
  sentence('p2s1', said(3, COLD), { was: [said(1, COLD), said(2, COLDER)] }),
  sentence('p2s2', said(2, COLDER), { was: [said(1, COLD)] }),
  sentence('p2s3', said(2, 'Ice came.'), { was: [said(1, LONG)] }),
  sentence('p2s3a', said(2, 'It stayed.'), { from: 'p2s3' }),
  sentence('p1s2', said(1, 'Rain.'), { moves: [{ edition: 2, from: 'p1' }] }),
  gone('p2s4', 'sentence', { edition: 2, gone: 'merged', into: 'p2s5' }, [said(1, 'Wind.')]),
  gone('p2s5', 'sentence', { edition: 3, gone: 'merged', into: 'p2s6' }, [
    said(1, 'Hail.'),
    said(2, 'Hail, wind.'),
  ]),
  sentence('p2s6', said(3, 'Fog, hail, wind.'), { was: [said(1, 'Fog.')] }),
  gone('p2s7', 'sentence', { edition: 2, gone: 'removed', near: 'p2s8' }, [said(1, 'Dew.')]),
  gone('p2s8', 'sentence', { edition: 3, gone: 'removed', near: 'p2s6' }, [
    said(1, 'Mist.'),
    said(2, 'A mist.'),
  ]),
  gone('p2s9', 'sentence', { edition: 3, gone: 'merged', into: 'p2s8' }, [said(1, 'Haze.')]),
  sentence('p2s10', said(3, 'Frost.'), {
    was: [said(1, 'Frost.'), { edition: 2, gone: 'removed', near: 'p2s6' }],
  }),
]);

const judge = (anchor: string, words?: string) =>
  judgePassage(ledger, { anchor, ...(words !== undefined && { fingerprint: fingerprint(words) }) });

describe('A passage', () => {
  test('whose words are those cited is the same.', () => {
    expect(judge('p1s1', SNOW)).toMatchObject({ what: 'same', state: { edition: 1 }, moves: [] });
  });

  test('is found by a fingerprint in capitals too.', () => {
    const cited = { anchor: 'p1s1', fingerprint: fingerprint(SNOW).toUpperCase() };
    expect(judgePassage(ledger, cited).what).toBe('same');
  });

  test('that was moved with its words is the same, and says from where.', () => {
    expect(judge('p1s2', 'Rain.')).toMatchObject({ what: 'same', moves: [{ edition: 2, from: 'p1' }] });
  });

  test('with other words now is edited, since the edition that changed those cited.', () => {
    expect(judge('p2s2', COLD)).toMatchObject({ what: 'edited', since: 2, cited: { edition: 1 } });
  });

  test('whose words came back is the same again, and what stood in between is edited.', () => {
    expect(judge('p2s1', COLD)).toMatchObject({ what: 'same', state: { edition: 3 } });
    expect(judge('p2s1', COLDER)).toMatchObject({ what: 'edited', since: 3, cited: { edition: 2 } });
  });

  test('that was away and is back is the same.', () => {
    expect(judge('p2s10', 'Frost.')).toMatchObject({ what: 'same', state: { edition: 3 } });
  });

  test('that was divided names its parts in the order of the text.', () => {
    const verdict = judge('p2s3', LONG);
    expect(verdict).toMatchObject({ what: 'split', since: 2 });
    expect('parts' in verdict && verdict.parts.map(({ anchor }) => anchor)).toEqual(['p2s3', 'p2s3a']);
  });

  test('that was divided before it was cited is the same.', () => {
    expect(judge('p2s3', 'Ice came.').what).toBe('same');
  });

  test('that was joined to another is followed over several.', () => {
    expect(judge('p2s4', 'Wind.')).toMatchObject({ what: 'merged', since: 2, into: { anchor: 'p2s6' } });
    expect(judge('p2s5', 'Hail, wind.')).toMatchObject({ what: 'merged', into: { anchor: 'p2s6' } });
  });

  test('that was removed has its last words, and the nearest that remains even where the nearest went too.', () => {
    expect(judge('p2s7', 'Dew.')).toMatchObject({
      what: 'removed',
      since: 2,
      cited: { text: 'Dew.' },
      last: { text: 'Dew.' },
      near: { anchor: 'p2s6' },
    });
    expect(judge('p2s8', 'Mist.')).toMatchObject({ cited: { text: 'Mist.' }, last: { text: 'A mist.' } });
  });

  test('that was joined to one that was removed then is removed.', () => {
    expect(judge('p2s9', 'Haze.')).toMatchObject({ what: 'removed', near: { anchor: 'p2s6' } });
  });

  test('without a fingerprint has all its wordings, and where it is gone says that.', () => {
    expect(judge('p2s2')).toMatchObject({ what: 'untold', wordings: [{ text: COLD }, { text: COLDER }] });
    expect(judge('p2s7').what).toBe('removed');
    expect(judge('p2s4').what).toBe('merged');
  });

  test('never had a fingerprint of other words, whether it stands or is gone.', () => {
    expect(judge('p1s1', COLD)).toMatchObject({ what: 'unknown', fingerprint: fingerprint(COLD) });
    expect(judge('p2s7', COLD).what).toBe('unknown');
  });

  test.each(['', 'abc', 'abcdef', 'abcdef01', 'xyz1234', '<b>1234'])('has no fingerprint %j.', (value) => {
    expect(judgePassage(ledger, { anchor: 'p1s1', fingerprint: value }).what).toBe('malformed');
  });

  test.each(['p9', '', '__proto__', 'P1S1'])('was never called %j.', (anchor) => {
    expect(judgePassage(ledger, { anchor, fingerprint: 'abcdef0' })).toEqual({ what: 'never', anchor });
  });
});

describe('A range', () => {
  const first = ledgerOf(1, [
    paragraph('p1', 1, 'One. Two. Three.'),
    sentence('p1s1', said(1, 'One.')),
    sentence('p1s2', said(1, 'Two.')),
    sentence('p1s3', said(1, 'Three.')),
  ]);
  const second = ledgerOf(2, [
    paragraph('p1', 2, 'One. 2. Three.'),
    sentence('p1s1', said(1, 'One.')),
    sentence('p1s2', said(2, '2.'), { was: [said(1, 'Two.')] }),
    sentence('p1s3', said(1, 'Three.')),
  ]);
  const range = (anchor: string, to: string, words?: string) =>
    judgeRange([first, second], {
      anchor,
      to,
      ...(words !== undefined && { fingerprint: fingerprint(words) }),
    });
  const verdicts = (verdict: ReturnType<typeof range>) =>
    'passages' in verdict ? verdict.passages.map(({ what }) => what) : verdict.what;

  test('is found in the edition that had its words, and each of its passages is judged.', () => {
    const verdict = range('p1s1', 'p1s3', 'One. Two. Three.');
    expect(verdict).toMatchObject({ what: 'range', edition: 1 });
    expect(verdicts(verdict)).toEqual(['same', 'edited', 'same']);
  });

  test('whose words are the present ones is of the present edition.', () => {
    expect(range('p1s2', 'p1s3', '2. Three.')).toMatchObject({ what: 'range', edition: 2 });
  });

  test('may end in a paragraph, whose sentences then belong to it.', () => {
    expect(verdicts(range('p1', 'p1', 'One. Two. Three.'))).toEqual(['same', 'edited', 'same']);
  });

  test('with a fingerprint of no edition is unknown; with none it cannot be told.', () => {
    expect(range('p1s1', 'p1s2', 'One. Three.').what).toBe('unknown');
    expect(range('p1s1', 'p1s2').what).toBe('untold');
    expect(verdicts(range('p1s1', 'p1s2'))).toEqual(['untold', 'untold']);
  });

  test('without a fingerprint has had one wording only where nothing came or went between its ends.', () => {
    const third = ledgerOf(3, [
      paragraph('p1', 3, 'One. Three. Four.'),
      sentence('p1s1', said(1, 'One.')),
      sentence('p1s2', { edition: 3, gone: 'removed' }, { was: [said(1, 'Two.'), said(2, '2.')] }),
      sentence('p1s3', said(1, 'Three.')),
      sentence('p1s4', said(3, 'Four.')),
    ]);
    const untold = (anchor: string, to: string) => judgeRange([first, second, third], { anchor, to });
    expect(untold('p1s1', 'p1s3')).toMatchObject({ what: 'untold', isSingle: false });
    expect(untold('p1s3', 'p1s4')).toMatchObject({ what: 'untold', isSingle: true });
    expect(untold('p1s4', 'p1s3')).toMatchObject({ what: 'untold', isSingle: false });
  });

  test('with ends in the wrong order was never published so.', () => {
    expect(range('p1s3', 'p1s1', 'One. Two. Three.').what).toBe('unknown');
  });

  test('with an end that never was says which.', () => {
    expect(range('p1s1', 'p7', 'One.')).toEqual({ what: 'never', anchor: 'p7' });
    expect(range('p7', 'p1s1', 'One.')).toEqual({ what: 'never', anchor: 'p7' });
  });

  test('with what is no fingerprint says so.', () => {
    expect(judgeRange([first, second], { anchor: 'p1s1', to: 'p1s2', fingerprint: 'abc' }).what).toBe(
      'malformed',
    );
  });
});

describe('A note', () => {
  const note = (finding: string, status: string): RecordedNote => ({
    date: '2026-01-01',
    edition: 1,
    hash: hash(finding),
    status,
    finding,
    passage: 'p1s1',
    quote: 'snow',
  });
  const [before, after] = [note('It rained.', 'unchecked'), note('It snowed.', 'supported')];
  const withdrawn = { edition: 2, date: '2026-02-01', why: 'The sentence went.' };
  const noted = ledgerOf(
    2,
    [paragraph('p1', 1, SNOW), sentence('p1s1', said(1, SNOW))],
    [
      { annotation: 'snow', edition: 1, notes: [before, after] },
      { annotation: 'rain', edition: 1, notes: [before], withdrawn },
    ],
  );

  test('says what it said, or something else now.', () => {
    expect(judgeNote(noted, 'snow', fingerprint('It snowed.'))).toMatchObject({ what: 'same', note: after });
    expect(judgeNote(noted, 'snow', fingerprint('It rained.'))).toMatchObject({
      what: 'changed',
      cited: before,
      now: after,
    });
  });

  test('that was withdrawn says so, with or without what was cited.', () => {
    expect(judgeNote(noted, 'rain', fingerprint('It rained.'))).toMatchObject({
      what: 'withdrawn',
      cited: before,
    });
    expect(judgeNote(noted, 'rain', 'abcdef0')).toMatchObject({ what: 'withdrawn', last: before });
    expect(judgeNote(noted, 'rain').what).toBe('withdrawn');
  });

  test('with a fingerprint of other words, none at all, or no fingerprint, says that.', () => {
    expect(judgeNote(noted, 'snow', 'abcdef0').what).toBe('unknown');
    expect(judgeNote(noted, 'snow').what).toBe('untold');
    expect(judgeNote(noted, 'snow', 'abc').what).toBe('malformed');
    expect(judgeNote(noted, 'hail', 'abcdef0')).toEqual({ what: 'never', id: 'hail' });
  });
});
