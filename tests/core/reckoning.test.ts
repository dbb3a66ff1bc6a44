import { describe, expect, test } from 'vitest';
import { readReading } from '../../src/core/reading.ts';
import type { Source } from '../../src/core/source.ts';
import { TODAY } from './support/reading.ts';

const RECORDS: Source[] = [
  { key: 'post', type: 'post-weblog', issued: '2025-12', consulted: true },
  { key: 'report', type: 'report', title: 'Frost at 14 places', issued: '2025-11-05', consulted: true },
  { key: 'channel', type: 'report', 'container-title': 'France 24', publisher: 'Group 7', consulted: true },
  {
    key: 'later',
    type: 'report',
    issued: '2026-01-09',
    consulted: true,
    seen: [{ on: TODAY, copy: 'page', passages: ['It froze for 17 days.'] }],
  },
];
const SOURCES = new Map(RECORDS.map((source) => [source.key, source]));

/** A mark and its note, in parts that a case may change. */
interface Case {
  /** Its kind. */
  kind?: string;
  words?: string;
  attributes?: string;
  finding?: string;
  body?: string;
  evidence?: string;
  rendering?: string;
  source?: string;
  since?: string;
}

/** @returns the numbers that the note of a strict reading has from nowhere */
function unfounded({
  kind = 'Claim',
  words = 'cold',
  attributes = '',
  finding = 'Found.',
  body = '',
  evidence = 'It was cold.',
  rendering,
  source = 'report',
  since,
}: Case): string | undefined {
  const lang = rendering === undefined ? '' : ` lang="uk" rendering="${rendering}"`;
  const mdx =
    `---\ntitle: Test\nauthor: [{ literal: A }]\nlanguage: en-GB\nsource: post\nstrict: true\n---\n\n` +
    `It is <${kind} id="a" status="supported" checked="${TODAY}" ${attributes}>${words}</${kind}>.\n\n` +
    `[^a]: ${finding}\n\n    ${body}\n\n` +
    `    <Evidence source="${source}" bearing="supports"${lang}>${evidence}</Evidence>\n\n` +
    (since === undefined ? '' : `    <Since date="2026-01-08" source="later">${since}</Since>\n`);
  const { problems } = readReading({ slug: 's', path: 'index.mdx', mdx }, SOURCES, TODAY);
  const [found] = problems.filter(({ id }) => id === 'number-not-in-evidence');
  return found && /says (.*), and nothing/.exec(found.message)![1];
}

describe('A number of a note is founded where it stands in', () => {
  test.each<[string, Case]>([
    ['an excerpt', { finding: 'It was 12 degrees.', evidence: 'It was 12 degrees.' }],
    ['the marked words', { finding: 'There are 30.', words: '30 days' }],
    ['what the mark declares', { finding: 'There are 92.', attributes: 'reckoned="92: three months"' }],
    ['the title of a source', { finding: 'At 14 places.' }],
    ['the paper of a source', { finding: 'France 24 says so.', source: 'channel' }],
    ['the publisher of a source', { finding: 'Group 7 says so.', source: 'channel' }],
    [
      'the title of the source that the words name',
      { finding: 'At 14 places.', source: 'channel', kind: 'Source', attributes: 'of="report"' },
    ],
    ['what was seen of a development’s source', { since: 'It froze for 17 days.' }],
    ['an excerpt, written otherwise', { finding: 'Some 1,200 of them.', evidence: '1200 towns.' }],
  ])('%s.', (_, note) => {
    expect(unfounded(note)).toBeUndefined();
  });

  test.each([
    'On 5 November it froze.',
    'On 5 November 2025 it froze.',
    'It froze from 5 to 5 November.',
    'It froze, November 5, all day.',
    'It froze on the 5th.',
    'It froze in 2025.',
  ])('the date of a source, and is part of a date: %s', (finding) => {
    expect(unfounded({ finding })).toBeUndefined();
  });

  test('the date of a development, and is part of a date.', () => {
    expect(
      unfounded({ finding: 'Colder on 8 January 2026.', since: 'It froze on 8 and 9 January.' }),
    ).toBeUndefined();
  });
});

describe('A number of a note is unfounded where', () => {
  test.each<[string, Case, string]>([
    ['nothing has it', { finding: 'It was 12 degrees.' }, '12'],
    ['the excerpt has another', { finding: 'It was 12 degrees.', evidence: 'It was 120 degrees.' }, '12'],
    ['only the body says it', { body: 'Some 1,200 towns.' }, '1,200'],
    ['only the closed note says it', { attributes: 'brief="In 400 towns."' }, '400'],
    ['only the reason says it', { attributes: 'why="In 400 towns."' }, '400'],
    [
      'only a rendering has it',
      { finding: 'Some 400 towns.', rendering: '400 towns.', evidence: 'Міста.' },
      '400',
    ],
    ['a rendering adds it', { rendering: '400 towns.', evidence: 'Міста.' }, '400'],
    [
      'only what was seen has it, and it is no development',
      { finding: 'For 17 days.', since: 'It froze.' },
      '17',
    ],
    ['a source’s day is made a count', { finding: 'In 5 towns.' }, '5'],
    ['a source’s day is made a count after an article', { finding: 'Of the 5 towns.' }, '5'],
    ['a source’s day is made a count before a date', { finding: 'In 5 towns on 5 November.' }, '5'],
    ['a source’s month is made a day', { finding: 'It froze on 11 November.' }, '11'],
    ['a source’s year is made a count', { finding: 'Some 2025 people.' }, '2025'],
    ['a date is none of its sources’', { finding: 'On 6 November 2024.' }, '6 and 2024'],
    [
      'one end of a range is missing',
      { finding: 'Some 8–16 billion.', evidence: '8 billion or 16.' },
      '8–16 billion',
    ],
  ])('%s.', (_, note, numbers) => {
    expect(unfounded(note)).toBe(numbers);
  });

  test.each([
    ['Figure', 'value="30" unit="days" measures="Of 400."'],
    ['Figure', 'value="30" unit="days" differs="Of 400."'],
    ['Quotation', 'wording="Of 400."'],
  ])('only an attribute of a %s says it: %s.', (kind, attributes) => {
    expect(unfounded({ kind, words: '30 days', attributes })).toBe('400');
  });
});
