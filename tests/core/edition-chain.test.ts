import { describe, expect, test } from 'vitest';
import { alignWithEditions, type Gone, type NamedEdition } from '../../src/core/edition-chain.ts';
import { edition, sentencesOf } from './support/editions.ts';

const named = (names: string, ...lines: string[]): NamedEdition => {
  const blocks = edition(...lines);
  expect(sentencesOf(blocks)).toHaveLength(names.split(' ').length);
  return { blocks, names: names.split(' ') };
};

const first = named(
  'the-market p1s1 p1s2 p1s3 p2s1',
  '# The market',
  'Bread was sold from six in the morning. | Fish came at seven from the lower harbour. | The bell rang at noon to end it.',
  'On Sundays the square stayed empty.',
);

const gone = (name: string, text: string, isHeading = false): Gone => ({ name, text, isHeading });

describe('With all its editions, a text', () => {
  test('is aligned with the only one there is.', () => {
    const after = edition(
      '# The market',
      'Bread was sold from five in the morning. | Fish came at seven from the lower harbour.',
      'On Sundays the square stayed empty.',
    );
    const { fates, restored } = alignWithEditions([first], [], after);
    expect([...fates].map(([name, { change, to }]) => [name, change, ...to])).toEqual([
      ['the-market', 'kept', 0],
      ['p1s1', 'edited', 1],
      ['p1s2', 'kept', 2],
      ['p1s3', 'removed'],
      ['p2s1', 'kept', 3],
    ]);
    expect(restored.size).toBe(0);
  });

  test('has a fate for each name of the last, and no questions where all say the same.', () => {
    const second = named(
      'the-market p1s1 p1s1a p1s2 p2s1',
      '# The market',
      'Bread was sold from five in the morning. | Milk came from the farms beyond the river. | Fish came at seven from the lower harbour.',
      'On Sundays the square stayed empty.',
    );
    const { fates } = alignWithEditions([first, second], [], second.blocks);
    expect([...fates.keys()]).toEqual(second.names);
    expect([...fates.values()].every(({ change, ask }) => change === 'kept' && !ask)).toBe(true);
  });

  test('asks where the first edition says that a name belongs elsewhere.', () => {
    // By two small steps in one edition each, `p1s2` came to name what `p1s3` had said.
    const drifted = named(
      'the-market p1s1 p1s2 p2s1',
      '# The market',
      'Bread was sold from six in the morning. | The bell rang at noon to end it.',
      'On Sundays the square stayed empty.',
    );
    const after = edition(
      '# The market',
      'Bread was sold from six in the morning. | Fish came at seven from the lower harbour. | The bell rang at noon to end it.',
      'On Sundays the square stayed empty.',
    );
    const { fates } = alignWithEditions([first, drifted], [], after);
    expect(fates.get('p1s2')).toMatchObject({ to: [3], ask: true, rivals: [2] });
    expect(fates.get('p2s1')).toMatchObject({ to: [4], ask: false });
  });

  test('asks where the edition that brought the words says so.', () => {
    const copy = 'Attach the receipt for it and click Done.';
    const nights = ['# Hotels', 'Add the nights that you stayed.'];
    const journeys = ['# Trains', 'Add the journeys that you made.'];
    const editions = [
      named('hotels p1s1 p2s1', ...nights, 'Nothing more is needed.'),
      named('hotels p1s1 p2s1 trains p3s1 p4s1', ...nights, copy, ...journeys, copy),
      // Of the two copies the wrong name was kept.
      named('trains p3s1 p2s1', ...journeys, copy),
    ];
    const { fates } = alignWithEditions(editions, [], edition(...nights, copy, ...journeys, copy));
    expect(fates.get('p2s1')).toMatchObject({ to: [5], ask: true, rivals: [2] });
    expect(fates.get('p3s1')).toMatchObject({ to: [4], ask: false });
  });
});

describe('Words that were gone and come back', () => {
  const after = (...lines: string[]) => edition(...lines, 'On Sundays the square stayed empty.');
  const last = named('p2s1', 'On Sundays the square stayed empty.');
  const restore = (words: readonly Gone[], ...lines: string[]) =>
    alignWithEditions([last], words, after(...lines)).restored;

  test('get their name again.', () => {
    const text = 'The bell rang at noon to end it.';
    expect(restore([gone('p1s3', text)], text).get('p1s3')).toMatchObject({ to: 0, ask: false });
  });

  test('are asked about where they are not the same.', () => {
    const found = restore(
      [gone('p1s3', 'The bell rang at noon to end it.')],
      'The bell rang out at noon to end it all.',
    );
    expect(found.get('p1s3')).toMatchObject({ to: 0, ask: true });
  });

  test('are asked about where they are few.', () => {
    const found = restore([gone('p1s3', 'The bell rang.')], 'The bell rang.');
    expect(found.get('p1s3')?.ask ?? true).toBe(true);
  });

  test('are asked about where two names had them, or two sentences have them.', () => {
    const text = 'The bell rang at noon to end it.';
    const names = restore([gone('p1s3', text), gone('p9s1', text)], text);
    expect([...names.values()]).toMatchObject([{ to: 0, ask: true }]);
    const places = restore([gone('p1s3', text)], text, 'Then it was quiet for long.', text);
    expect(places.get('p1s3')).toMatchObject({ ask: true });
  });

  test('are left alone where another name claims the sentence.', () => {
    const found = restore([gone('p1s3', 'On Sundays the square stayed empty.')]);
    expect(found.size).toBe(0);
  });

  test('are left alone where they are only a little alike, or of another kind.', () => {
    const text = 'The bell rang at noon to end it.';
    expect(restore([gone('p1s3', text)], 'The mayor rang at noon for the doctor.').size).toBe(0);
    expect(restore([gone('the-bell', text, true)], text).size).toBe(0);
  });
});
