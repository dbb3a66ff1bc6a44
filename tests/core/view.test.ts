import { describe, expect, test } from 'vitest';
import { shorten } from '../../src/core/fingerprint.ts';
import { hash } from '../../src/core/hash.ts';
import { viewOf } from '../../src/core/view.ts';
import { gone, ledgerOf, paragraph, said, sentence } from './support/ledger.ts';
import { claim, read, SOURCES } from './support/reading.ts';

const view = (body: string, ledger?: ReturnType<typeof ledgerOf>, publication = {}) =>
  viewOf(read(body).reading, SOURCES, '/repo/', publication, [], ledger);

const BODY = `## Heading\n\nOne. Two ${claim('said', 'words')}.\n\n[^said]: Found.\n`;

describe('A passage is drawn', () => {
  test('with its anchor and its fingerprint, and a link to itself.', () => {
    expect(view(BODY).blocks).toStrictEqual([
      {
        attributes: { id: 'heading', 'data-v': shorten(hash('Heading')) },
        aliases: [],
        link: { href: '#heading' },
        sentences: [],
      },
      {
        attributes: { id: 'p1', 'data-v': shorten(hash('One. Two words.')) },
        aliases: [],
        link: { href: '#p1' },
        sentences: [
          { attributes: { id: 'p1s1', 'data-v': shorten(hash('One.')) }, aliases: [] },
          { attributes: { id: 'p1s2', 'data-v': shorten(hash('Two words.')) }, aliases: [] },
        ],
      },
    ]);
  });

  test('with a sign of its history, or the edition it came with, and the anchors that were joined to it.', () => {
    const ledger = ledgerOf(3, [
      { anchor: 'heading', kind: 'heading', ...said(1, 'Heading') },
      paragraph('p1', 3, 'One. Two words.', { was: [said(1, 'One. Three.')] }),
      sentence('p1s1', said(1, 'One.')),
      sentence('p1s2', said(2, 'Two words.')),
      gone('p1s3', 'sentence', { edition: 3, gone: 'merged', into: 'p1s2' }, [said(1, 'Three.')]),
    ]);
    const drawn = view(BODY, ledger);
    const passages = drawn.blocks.flatMap(({ sentences, ...block }) => [block, ...sentences]);
    expect(
      passages.map(({ attributes: { id, 'data-h': history, 'data-e': edition }, aliases }) => [
        id,
        history,
        edition,
        aliases,
      ]),
    ).toEqual([
      ['heading', undefined, undefined, []],
      ['p1', '', undefined, []],
      ['p1s1', undefined, undefined, []],
      ['p1s2', undefined, 2, ['p1s3']],
    ]);
    expect(drawn.past!.ledger).toBe(ledger);
    expect(drawn.past!.remains.aliases).toEqual(new Map([['p1s2', ['p1s3']]]));
  });

  test('without what is no more in an earlier edition, which has no ledger.', () => {
    expect(Object.keys(view(BODY))).not.toContain('past');
  });
});

describe('A heading that says the title is not drawn a second time', () => {
  const isUnseen = (body: string) =>
    view(body).blocks.map(({ attributes, link }) => [attributes.class, link.tabindex]);
  const seen = [undefined, undefined];
  const unseen = ['visually-hidden', -1];

  test.each([
    ['where it comes first', '## Test\n\nOne.', [unseen, seen]],
    [
      'where only the by-line is before it',
      '<Byline>By A.</Byline>\n\n## Test\n\nOne.',
      [seen, unseen, seen],
    ],
    ['but where it comes later', 'One.\n\n## Test', [seen, seen]],
    ['but where it is a paragraph', 'Test\n\nOne.', [seen, seen]],
    ['but where it says more', '## Test it\n\nOne.', [seen, seen]],
    ['but where it is marked', `## ${claim('a', 'Test')}\n\nOne.\n\n[^a]: Found.`, [seen, seen]],
    ['also where what follows is marked', `## Test\n\n${claim('a', 'One')}.\n\n[^a]: Found.`, [unseen, seen]],
    ['nor is anything else where there is a by-line alone', '<Byline>By A.</Byline>', [seen]],
  ])('%s.', (_, body, expected) => {
    expect(isUnseen(body)).toEqual(expected);
  });
});

test('A reading is drawn with its notes by their ids, the name of the site, and where errors are reported.', () => {
  const plain = view(BODY);
  expect(plain.siteName).toBe('Postil');
  expect([...plain.annotations.keys()]).toEqual(['said']);
  expect(plain.annotations.get('said')!.finding).toBe('Found.');
  expect(plain.report('said')).toBeUndefined();
  expect(plain.root).toBe('/repo/');
  const named = view(BODY, undefined, { name: 'The Reader', report: 'https://example.org/{id}' });
  expect(named.siteName).toBe('The Reader');
  expect(named.report('said')).toBe('https://example.org/said');
});
