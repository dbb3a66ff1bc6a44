import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/core/decision.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import { foresee } from '../../src/core/next-edition.ts';
import { blocks, edited, editedAs, published } from './support/blocks.ts';
import { claim, read } from './support/reading.ts';

const MARKET = [
  '# How the market was held',
  'Bread was sold from six in the morning. | Fish came at seven from the lower harbour. | The bell rang at noon to end it.',
  '- Prices are in crowns and pence',
  'On Sundays the square stayed empty.',
];

/** The market with some of its words in others; what is empty then is left out. */
const market = (...changes: readonly (readonly [from: string, to: string])[]) =>
  MARKET.map((line) => changes.reduce((sofar, [from, to]) => sofar.replace(from, () => to), line)).filter(
    (line) => line !== '',
  );

const { reading } = read(
  `Some ${claim('said', 'words')} and ${claim('other', 'more')}.\n\n[^said]: A.\n\n[^other]: B.\n`,
);

/** What is foreseen of a ledger and the ones before it, the last of them last, in a new text. */
function foreseen(ledgers: readonly Ledger[], after: readonly string[], decisions: readonly Decision[] = []) {
  return foresee(ledgers.at(-1)!, ledgers.slice(0, -1), { ...reading, blocks: blocks(...after) }, decisions);
}

const targetsIn = (...given: Parameters<typeof foreseen>) => Object.fromEntries(foreseen(...given).targets);

describe('Where the words of an anchor are in a new text is known', () => {
  test('where nothing changed.', () => {
    const { targets, ...rest } = foreseen([published(...MARKET)], MARKET);
    expect(Object.fromEntries(targets)).toEqual({
      'how-the-market-was-held': [0],
      p1s1: [1],
      p1s2: [2],
      p1s3: [3],
      p2: [4],
      p3s1: [5],
    });
    expect(rest).toEqual({ withdrawn: new Set(), questions: [], losesMost: false });
  });

  test('where sentences were edited, removed and divided.', () => {
    const after = market(
      ['from six', 'from five'],
      ['Fish came at seven from the lower harbour. | ', ''],
      ['The bell rang at noon to end it.', 'The bell of the old church rang at noon. | It was to end it.'],
    );
    expect(targetsIn([published(...MARKET)], after)).toMatchObject({ p1s1: [1], p1s2: [], p2: [4] });
  });

  test('where headings and sentences have the same words.', () => {
    const before = ['# The bread of the town', 'It was sold in the square.', 'Fish came at seven.'];
    const after = ['Fish came at seven.', 'It was sold in the square.', 'The bread of the town'];
    expect(targetsIn([published(...before)], after)['the-bread-of-the-town']).toEqual([]);
  });
});

describe('Words that were gone', () => {
  const fish = 'Fish came at seven from the lower harbour. | ';
  const first = () => published(...MARKET);
  const without = (...changes: [string, string][]) => edited(first(), ...market(...changes));

  test('have their anchor again where they are the same.', () => {
    const second = without([fish, '']);
    expect(foreseen([first(), second], MARKET)).toMatchObject({ questions: [] });
    expect(targetsIn([first(), second], MARKET)).toMatchObject({ p1s2: [2], p1s3: [3] });
  });

  test('are asked about where they are not.', () => {
    const second = without([fish, '']);
    const { targets, questions } = foreseen(
      [first(), second],
      market(['lower harbour', 'lower old harbour']),
    );
    expect(targets.has('p1s2')).toBe(false);
    expect(questions).toEqual([
      {
        name: 'p1s2',
        place: '¶1, sentence 2',
        words: 'Fish came at seven from the lower harbour.',
        answers: [
          { decision: '1.2', words: 'Fish came at seven from the lower old harbour.' },
          { decision: 'removed' },
        ],
      },
    ]);
  });

  test('come back as what they were: a heading, a row, sentences with their paragraph.', () => {
    const second = without(['# How the market was held', ''], [MARKET[2]!, ''], [MARKET[3]!, '']);
    expect(targetsIn([first(), second], MARKET)).toMatchObject({
      'how-the-market-was-held': [0],
      p2: [4],
      p3s1: [5],
    });
    expect(targetsIn([first(), second], MARKET)).not.toHaveProperty('p3');
  });

  test('do not come back as something else.', () => {
    const second = without([MARKET[2]!, ''], [MARKET[3]!, '']);
    const after = [...market([MARKET[2]!, ''], [MARKET[3]!, '']), MARKET[2]!.slice(2), `- ${MARKET[3]!}`];
    expect(Object.keys(targetsIn([first(), second], after))).toEqual([
      'how-the-market-was-held',
      'p1s1',
      'p1s2',
      'p1s3',
    ]);
    const third = [...market([MARKET[2]!, ''], [MARKET[3]!, '']), `# ${MARKET[3]!}`];
    expect(Object.keys(targetsIn([first(), second], third))).toHaveLength(4);
  });

  test('of a sentence that was merged have their own name again where it is parted.', () => {
    const both = 'Fish came at seven from the lower harbour. The bell rang at noon to end it.';
    const joined = market([`${fish}The bell rang at noon to end it.`, both]);
    const second = editedAs(first(), { p1s2: [2], p1s3: [2] }, ...joined);
    expect(second.anchors.find(({ anchor }) => anchor === 'p1s3')).toMatchObject({ into: 'p1s2' });
    expect(targetsIn([second], MARKET)).toMatchObject({ p1s2: [2], p1s3: [3] });
    // Where nothing is parted, and where what is parted has other words.
    expect(targetsIn([second], joined)).not.toHaveProperty('p1s3');
    expect(
      targetsIn([second], market(['The bell rang at noon', 'The bell rang out at noon'])),
    ).not.toHaveProperty('p1s3');
  });
});

test.each([
  ['is, where more than half of its passages are gone', 1, true],
  ['is not, where half of them are', 2, false],
])('Most of a text %s.', (_, left, losesMost) => {
  const after = [MARKET[0]!, MARKET[1]!.split(' | ').slice(0, left).join(' | ')];
  expect(foreseen([published(...MARKET)], after)).toMatchObject({ losesMost });
});

describe('An editor is asked', () => {
  const listings = (...lines: string[]) => ['# Listings', ...lines];
  const one = () =>
    published(...listings('Old words that nobody needs.', 'Filename: main.rs', 'Something else was here.'));
  const three = listings(
    'All of this has been written anew.',
    'Filename: main.rs',
    'This too is wholly different now.',
    'Filename: main.rs',
    'And so it goes on to the very end.',
  );

  test('which of several passages one became.', () => {
    const [question, ...more] = foreseen([one()], three).questions;
    expect(more).toEqual([]);
    expect(question).toMatchObject({ name: 'p2s1', place: '¶2, sentence 1', words: 'Filename: main.rs' });
    expect(question!.answers.map(({ decision }) => decision).toSorted()).toEqual(['2.1', '4.1', 'removed']);
    expect(question!.answers.map(({ words }) => words)).toEqual([
      'Filename: main.rs',
      'Filename: main.rs',
      undefined,
    ]);
  });

  test.each([
    ['a place', { name: 'p2s1', to: ['4.1'] }, [4]],
    ['several', { name: 'p2s1', to: ['4.1', '2.1'] }, [4, 2]],
    ['that it is gone', { name: 'p2s1', gone: 'removed' }, []],
  ] as [string, Decision, number[]][])('until they decide: %s.', (_, decision, to) => {
    const { targets, questions } = foreseen([one()], three, [decision]);
    expect(questions).toEqual([]);
    expect(targets.get('p2s1')).toEqual(to);
  });

  test('where the first edition says that a passage is there, and the last that it is gone.', () => {
    const sure = [MARKET[0]!, MARKET[1]!, 'On Sundays the square stayed empty.'];
    const first = published(...sure);
    // What `p2s1` has said by now has nothing to do with what it said at first.
    const second = editedAs(
      first,
      { p2s1: [4] },
      ...sure.slice(0, 2),
      'Nobody knows who built the tower of wood.',
    );
    const { questions } = foreseen([first, second], sure);
    expect(questions).toMatchObject([
      {
        name: 'p2s1',
        words: 'Nobody knows who built the tower of wood.',
        answers: [{ decision: 'removed' }, { decision: '2.1', words: 'On Sundays the square stayed empty.' }],
      },
    ]);
  });
});

describe('Of an annotation that was published and has no mark any more', () => {
  const note = (annotation: string, rest = {}): Ledger['annotations'][number] => ({
    annotation,
    edition: 1,
    notes: ['first', 'last'].map((quote) => ({
      date: '2026-01-01',
      edition: 1,
      hash: '',
      finding: '',
      passage: 'p1s1',
      quote,
    })),
    ...rest,
  });
  const ledger = (...annotations: Ledger['annotations']) => ({ ...published(...MARKET), annotations });
  const question = (name: string, words: string) => ({
    name,
    place: 'Annotation',
    words,
    answers: [{ decision: 'withdrawn' }],
  });

  test('it is asked whether it is withdrawn, by the words that it marked last.', () => {
    const { questions } = foreseen([ledger(note('said'), note('gone'), note('old', { notes: [] }))], MARKET);
    expect(questions).toEqual([question('gone', 'last'), question('old', '')]);
  });

  test('nothing is asked where it is withdrawn.', () => {
    const withdrawn = { edition: 1, date: '2026-01-01', why: 'Wrong.' };
    const { questions } = foreseen([ledger(note('gone', { withdrawn }))], MARKET);
    expect(questions).toEqual([]);
  });

  test('nothing is asked where that was decided.', () => {
    const decision: Decision = { name: 'gone', gone: 'withdrawn' };
    const foresight = foreseen([ledger(note('gone'), note('lost'))], MARKET, [decision]);
    expect(foresight.withdrawn).toEqual(new Set(['gone']));
    expect(foresight.questions).toEqual([question('lost', 'last')]);
  });
});
