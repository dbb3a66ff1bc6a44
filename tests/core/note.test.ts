import type { FootnoteDefinition } from 'mdast';
import { describe, expect, test } from 'vitest';
import { LONGEST_FINDING, LONGEST_NOTE } from '../../src/core/annotation.ts';
import { readNote } from '../../src/core/note.ts';
import { parseMdx } from '../../src/core/syntax.ts';

/** The note `a` of a text of one paragraph: each line after its finding stands in a block of its own. */
function noteOf(finding: string, ...blocks: readonly string[]) {
  return read(`[^a]: ${finding}\n${blocks.map((block) => `\n    ${block}\n`).join('')}`);
}

function read(mdx: string, language = 'uk') {
  const definition = parseMdx(mdx).children.find(({ type }) => type === 'footnoteDefinition');
  return readNote(definition as FootnoteDefinition, 'index.mdx', language);
}

/** What is wrong with it, without places. */
const told = (...given: Parameters<typeof noteOf>) =>
  noteOf(...given).problems.map(({ id, message, hint }) => [id, message, hint]);

describe('A note', () => {
  test('has its finding, its body, and what it rests on, each with its place.', () => {
    const mdx = [
      '[^a]: It is *so*.',
      '    And why.',
      '    <Evidence source="s" bearing="supports" read="excerpt" lang="ru" rendering="yes" aliases="so">да</Evidence>',
      '    <Evidence source="t" bearing="context">no</Evidence>',
      '    <Since date="2026" source="u">Later.</Since>',
      '    <Reply from="A. Writer" date="2026-01-02">I *said* so.</Reply>',
      '    And after.',
    ].join('\n\n');
    const { note, problems } = read(`Text.\n\n${mdx}`);
    expect(problems).toEqual([]);
    expect(note).toStrictEqual({
      id: 'a',
      finding: 'It is so.',
      body: [
        { text: 'And why.', html: '<p>And why.</p>' },
        { text: 'And after.', html: '<p>And after.</p>' },
      ],
      evidence: [
        {
          source: 's',
          bearing: 'supports',
          read: 'excerpt',
          lang: 'ru',
          rendering: 'yes',
          aliases: 'so',
          excerpt: 'да',
          parts: [{ text: 'да', decisive: false }],
          position: { path: 'index.mdx', line: 7, column: 5, end: { line: 7, column: 14 } },
        },
        {
          source: 't',
          bearing: 'context',
          excerpt: 'no',
          parts: [{ text: 'no', decisive: false }],
          position: { path: 'index.mdx', line: 9, column: 5, end: { line: 9, column: 14 } },
        },
      ],
      since: [
        {
          date: '2026',
          source: 'u',
          text: 'Later.',
          position: { path: 'index.mdx', line: 11, column: 5, end: { line: 11, column: 11 } },
          datePosition: { path: 'index.mdx', line: 11, column: 12, end: { line: 11, column: 23 } },
        },
      ],
      replies: [
        {
          from: 'A. Writer',
          date: '2026-01-02',
          text: 'I said so.',
          datePosition: { path: 'index.mdx', line: 13, column: 29, end: { line: 13, column: 46 } },
        },
      ],
      position: { path: 'index.mdx', line: 3, column: 1, end: { line: 3, column: 6 } },
      at: { from: 7, to: 7 + mdx.length },
      isWhole: true,
    });
  });

  test('that begins with a list has it in its body, and its first paragraph as its finding.', () => {
    const { note } = read('[^a]:\n    - one\n\n    Found.\n\n    More.');
    expect(note.finding).toBe('Found.');
    expect(note.body.map(({ text }) => text)).toEqual(['one', 'More.']);
  });

  test('has its body as it was written where that is more than letters.', () => {
    const { body } = noteOf('Found.', 'Plain.', 'With *stress*.', '* one').note;
    expect(body.map(({ markdown }) => markdown)).toEqual([undefined, 'With *stress*.', '* one']);
  });

  test('tells the host of a link nothing of its reader.', () => {
    expect(noteOf('Found.', 'See [it](https://a.example/).').note.body[0]!.html).toBe(
      '<p>See <a href="https://a.example/" rel="external noreferrer" referrerpolicy="no-referrer">it</a>.</p>',
    );
  });
});

describe('The words of an excerpt, those that decide among them:', () => {
  test.each<[string, ...[string, boolean][]]>([
    ['all alike', ['all alike', false]],
    ['some **of them** decide', ['some ', false], ['of them', true], [' decide', false]],
    ['**all**', ['all', true]],
    ['  **first** then', ['first', true], [' then', false]],
    ['then **last**  ', ['then ', false], ['last', true]],
    ['*stress* and `code`', ['stress and code', false]],
    ['**so *very* much**', ['so very much', true]],
    ['over a line\\\n    and on', ['over a line and on', false]],
    ['**over a line\\\n    and on**', ['over a line and on', true]],
  ])('%j.', (words, ...parts) => {
    const { evidence } = noteOf('Found.', `<Evidence source="s" bearing="supports">${words}</Evidence>`).note;
    expect(evidence[0]!.parts).toEqual(parts.map(([text, decisive]) => ({ text, decisive })));
    expect(evidence[0]!.excerpt).toBe(parts.map(([text]) => text).join(''));
  });

  test('those of two paragraphs are apart.', () => {
    const { evidence } = noteOf(
      'Found.',
      '<Evidence source="s" bearing="supports">\n\n    **One.**\n\n    Two.\n\n    </Evidence>',
    ).note;
    expect(evidence[0]!.parts).toEqual([
      { text: 'One.', decisive: true },
      { text: ' Two.', decisive: false },
    ]);
  });
});

describe('An editor is told', () => {
  const quotesNothing = 'Put the exact words between the tags.';
  const atOnce = 'A note stands by itself, also on its own page: write it out.';
  const saysNothing = 'Put what it says between the tags.';
  test.each<[string, string[], [string, string, string][]]>([
    [
      'evidence without words',
      ['Found.', '<Evidence source="s" bearing="supports"></Evidence>'],
      [['evidence-without-excerpt', 'The evidence from `s` quotes nothing.', quotesNothing]],
    ],
    [
      'evidence of nothing but spaces, and from nowhere',
      ['Found.', '<Evidence bearing="supports"> </Evidence>'],
      [
        ['missing-attribute', '<Evidence> has no `source`.', 'Give it one: <Evidence source="…">.'],
        ['evidence-without-excerpt', 'This evidence quotes nothing.', quotesNothing],
      ],
    ],
    [
      'an excerpt in another language without a rendering',
      ['Found.', '<Evidence source="s" bearing="supports" lang="ru-RU">да</Evidence>'],
      [
        [
          'missing-rendering',
          'This excerpt is in `ru-RU` and has no rendering.',
          'Add the editors’ own: rendering="…".',
        ],
      ],
    ],
    [
      'no such thing in the language of the text',
      ['Found.', '<Evidence source="s" bearing="supports" lang="uk-UA">так</Evidence>'],
      [],
    ],
    [
      'nor in that of the editors',
      ['Found.', '<Evidence source="s" bearing="supports" lang="en-US">yes</Evidence>'],
      [],
    ],
    [
      'a reference to a footnote',
      ['Found[^b].\n\n[^b]: Else.'],
      [['reference-in-note', 'The note `a` has a footnote of its own.', atOnce]],
    ],
    [
      'a link by reference',
      ['Found.', '[it][b]\n\n    [b]: https://b.example/'],
      [['reference-in-note', 'The note `a` has a link by reference.', atOnce]],
    ],
    [
      'what followed, and nothing of it',
      ['Found.', '<Since date="2026" source="u"></Since>'],
      [['empty-element', 'This <Since> says nothing.', saysNothing]],
    ],
    [
      'a reply without words',
      ['Found.', '<Reply from="B" date="2026-01-02"> </Reply>'],
      [['empty-element', 'This <Reply> says nothing.', saysNothing]],
    ],
    [
      'no finding',
      [''],
      [
        [
          'empty-finding',
          'The note `a` says nothing.',
          'Begin it with its finding: one line that says what was found.',
        ],
      ],
    ],
    ['nothing of a finding that is just not too long', ['f'.repeat(LONGEST_FINDING)], []],
    [
      'a long finding',
      ['𝒇'.repeat(LONGEST_FINDING + 1)],
      [
        [
          'long-finding',
          `The finding of \`a\` has ${LONGEST_FINDING + 1} characters; it is one line of at most ${LONGEST_FINDING}.`,
          'Shorten the first paragraph, and say the rest in a second one.',
        ],
      ],
    ],
    ['nothing of a body that is just not too long', ['Found.', 'word '.repeat(LONGEST_NOTE - 1)], []],
    [
      'a long body',
      ['Found.', 'word '.repeat(LONGEST_NOTE)],
      [
        [
          'very-long-note',
          `The note \`a\` has ${LONGEST_NOTE + 1} words; more than ${LONGEST_NOTE} take longer than a minute to read.`,
          'Say what the reader of this sentence needs, and leave the rest to the sources.',
        ],
      ],
    ],
  ])('%s.', (_, [finding, ...blocks], problems) => {
    expect(told(finding!, ...blocks)).toEqual(problems);
  });

  test('nothing of a long finding that holds evidence: its words are not the finding’s.', () => {
    const { note, problems } = noteOf(
      `Found <Evidence source="s" bearing="supports">${'w'.repeat(LONGEST_FINDING)}</Evidence>`,
    );
    expect(note.isWhole).toBe(false);
    expect(problems).toEqual([]);
  });
});

describe('A note is not whole, so that nobody judges what it rests on,', () => {
  test.each([
    ['where evidence has no words', '<Evidence source="s" bearing="supports"></Evidence>', 1],
    ['where evidence has no source', '<Evidence bearing="supports">w</Evidence>', 0],
    ['where evidence does not say on which side it is', '<Evidence source="s">w</Evidence>', 0],
  ])('%s.', (_, block, evidence) => {
    const { note } = noteOf('Found.', block);
    expect(note.isWhole).toBe(false);
    expect(note.evidence).toHaveLength(evidence);
  });

  test('and is whole with what followed alone.', () => {
    expect(noteOf('Found.', '<Since date="2026" source="u">w</Since>').note.isWhole).toBe(true);
  });
});

describe('What followed, and a reply, count only with all that is asked of them:', () => {
  test.each([
    '<Since source="u">w</Since>',
    '<Since date="2026">w</Since>',
    '<Reply date="2026-01-02">w</Reply>',
    '<Reply from="B">w</Reply>',
  ])('%s does not.', (block) => {
    const { note, problems } = noteOf('Found.', block);
    expect([note.since, note.replies]).toEqual([[], []]);
    expect(problems.map(({ id }) => id)).toEqual(['missing-attribute']);
  });
});
