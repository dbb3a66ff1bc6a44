import { describe, expect, test } from 'vitest';
import { sliceCodePoints } from '../../src/core/canonical.ts';
import { hashOfFile } from '../../src/core/hash.ts';
import { paragraphLabel } from '../../src/core/locator.ts';
import { serializeLedger } from '../../src/core/ledger-file.ts';
import { publishFirst } from '../../src/core/publish.ts';
import { readReading } from '../../src/core/reading.ts';
import { claim, read, SOURCES, TODAY } from './support/reading.ts';
import { randomly } from './support/randomly.ts';

const note = (id: string, ...rest: string[]) =>
  `\n[^${id}]: Found.\n${rest.map((line) => `\n    ${line}\n`).join('')}`;

describe('Anchors of first publication:', () => {
  const { reading } = read(
    '<Byline>\n\nBy Ann. Both of us.\n\n</Byline>\n\nOne. Two.\n\n## Next steps?\n\n- Three\n- Four. Five.\n\n## Next steps?\n\n```\nSix. Seven.\n```\n\n| a |\n| - |\n| b |\n',
  );
  const anchors = reading.blocks.map(({ anchor, sentences }) => [
    anchor,
    ...sentences.map((part) => part.anchor),
  ]);

  test('the by-line is p0, paragraphs are numbered, headings have slugs, and only prose has sentences.', () => {
    expect(anchors).toEqual([
      ['p0', 'p0s1', 'p0s2'],
      ['p1', 'p1s1', 'p1s2'],
      ['next-steps'],
      ['p2', 'p2s1'],
      ['p3', 'p3s1', 'p3s2'],
      ['next-steps-1'],
      ['p4'],
      ['p5'],
      ['p6'],
    ]);
  });

  test('the number a reader sees is that of the anchor; headings and the by-line have none.', () => {
    expect(reading.blocks.map(paragraphLabel)).toEqual([
      undefined,
      '1',
      undefined,
      '2',
      '3',
      undefined,
      '4',
      '5',
      '6',
    ]);
  });

  test('kinds are told apart.', () => {
    expect(reading.blocks.map(({ kind }) => kind)).toEqual([
      'byline',
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
      'heading',
      'code',
      'row',
      'row',
    ]);
  });
});

describe('The anchor of a heading', () => {
  test.each([
    ['whose words are parted by a dash', ['War — and peace'], ['war--and-peace']],
    ['of signs only', ['…', '— —', '!'], ['section', 'section-1', 'section-2']],
    ['of signs only, beside one that has the word', ['Section', '…'], ['section', 'section-1']],
    ['of another script', ['Перемога!'], ['перемога']],
  ])('%s is made by rule.', (_, headings, anchors) => {
    const { reading, problems } = read(headings.map((text) => `## ${text}`).join('\n\n'));
    expect(problems).toEqual([]);
    expect(reading.blocks.map(({ anchor }) => anchor)).toEqual(anchors);
  });
});

describe('A by-line', () => {
  test('on one line keeps its words, and can be marked.', () => {
    const { reading, problems } = read(`<Byline>By ${claim('a', 'A.')}</Byline>\n\nOne.\n${note('a')}`);
    expect(problems).toEqual([]);
    expect(reading.blocks.map(({ kind, anchor, text }) => [kind, anchor, text])).toEqual([
      ['byline', 'p0', 'By A.'],
      ['paragraph', 'p1', 'One.'],
    ]);
    expect(reading.annotations).toMatchObject([{ id: 'a', quote: 'A.', block: 0 }]);
  });

  test.each([
    ['has one paragraph', '<Byline>\n\nBy A.\n\n</Byline>', []],
    ['has two', '<Byline>\n\nBy A.\n\nBy B.\n\n</Byline>', [12]],
    ['has three', '<Byline>\n\nBy A.\n\nBy B.\n\nBy C.\n\n</Byline>', [12, 14]],
    ['comes twice', '<Byline>By A.</Byline>\n\nOne.\n\n<Byline>By B.</Byline>', [12]],
  ])('that %s has its others told.', (_, mdx, lines) => {
    const found = read(mdx).problems.map(({ id, position }) => [id, (position as { line: number }).line]);
    expect(found).toEqual(lines.map((line) => ['second-byline', line]));
  });

  test('stands before the text, not in a part of it.', () => {
    const { problems } = read('- One\n\n  <Byline>\n  By A.\n  </Byline>');
    expect(problems.map(({ id, message }) => [id, message])).toEqual([
      ['misplaced-component', '<Byline> stands in a list.'],
    ]);
  });
});

test('A published text has the anchors of its ledger, whatever they are.', () => {
  const body = 'One. Two.\n\nThree.\n';
  const { ledger } = publishFirst(read(body).reading, '2026-01-01');
  const anchors = ledger.anchors.map((row) => ({ ...row, anchor: row.anchor.replace('p2', 'p1a') }));
  const { reading } = readReading(
    {
      slug: 'test',
      path: 'index.mdx',
      mdx: `---\ntitle: Test\nauthor: [{ literal: A }]\nlanguage: en\nsource: post\n---\n\n${body}`,
      original: { path: 'original.txt', text: body },
      ledger: { path: 'anchors.json', json: serializeLedger({ ...ledger, anchors }) },
    },
    SOURCES,
    TODAY,
  );
  expect(
    reading?.blocks.map(({ anchor, sentences }) => [anchor, ...sentences.map((part) => part.anchor)]),
  ).toEqual([
    ['p1', 'p1s1', 'p1s2'],
    ['p1a', 'p1as1'],
  ]);
  expect(reading?.edition).toMatchObject({ edition: 1, date: '2026-01-01', text: hashOfFile(reading!.text) });
});

describe('Marks:', () => {
  const { reading, problems } = read(
    `𝔸 first  paragraph.\n\n${claim('outer', `An ${claim('inner', 'ïnner')} mark`)} and **${claim('bold', 'bold\nwords')}**. ` +
      `Here ${claim('both', 'two sentences. Are')} marked.\n\n## ${claim('head', 'Heading')}\n\n| a | ${claim('cell', 'b')} |\n| - | - |\n` +
      ['outer', 'inner', 'bold', 'both', 'head', 'cell'].map((id) => note(id)).join(''),
    {
      original:
        '𝔸 first  paragraph.\n\nAn ïnner mark and bold\n   words. Here two sentences. Are marked.\nHeading\na\tb',
    },
  );

  test('every annotation’s offsets point at its words, in code points of the whole text.', () => {
    expect(problems).toEqual([]);
    expect(reading.annotations.map(({ id, quote }) => [id, quote])).toEqual([
      ['outer', 'An ïnner mark'],
      ['inner', 'ïnner'],
      ['bold', 'bold words'],
      ['both', 'two sentences. Are'],
      ['head', 'Heading'],
      ['cell', 'b'],
    ]);
    for (const { quote, start, end } of reading.annotations) {
      expect(sliceCodePoints(reading.text, start, end)).toBe(quote);
    }
    expect(reading.annotations[0]?.start).toBe(Array.from('𝔸 first paragraph.').length + 1);
  });

  test('each knows its block, its sentences, and the mark around it.', () => {
    expect(
      reading.annotations.map(({ id, block, sentences, within }) => [id, block, sentences, within]),
    ).toEqual([
      ['outer', 1, [0], undefined],
      ['inner', 1, [0], 'outer'],
      ['bold', 1, [0], undefined],
      ['both', 1, [1, 2], undefined],
      ['head', 2, [], undefined],
      ['cell', 3, [], undefined],
    ]);
  });

  test('they are numbered as a reader meets them, the outer before the inner.', () => {
    const nested = read(
      `${claim('a', claim('b', claim('c', 'All')))} of ${claim('d', 'it')}.\n${['d', 'c', 'b', 'a'].map((id) => note(id)).join('')}`,
    );
    expect(nested.reading.annotations.map(({ id, number, within }) => [id, number, within])).toEqual([
      ['a', 1, undefined],
      ['b', 2, 'a'],
      ['c', 3, 'b'],
      ['d', 4, undefined],
    ]);
  });

  test('white space at their ends is not theirs.', () => {
    const spaced = read(
      `One${claim('a', ' two ')}three${claim('b', '\nfour')}.\n\n${claim('c', '&nbsp;Five ')} six.\n${['a', 'b', 'c'].map((id) => note(id)).join('')}`,
    );
    expect(spaced.problems).toEqual([]);
    expect(spaced.reading.annotations.map(({ quote, start, end }) => [quote, start, end])).toEqual([
      ['two', 4, 7],
      ['four', 14, 18],
      ['Five', 20, 24],
    ]);
  });

  test.each([
    ['of no words', '', 'One.'],
    ['of white space', '&nbsp; ', 'One.'],
    ['of no words in a paragraph of its own', '', ''],
    ['of white space in a paragraph of its own', '&nbsp;', ''],
  ])('one %s is a problem and no more.', (_, words, rest) => {
    const { problems } = read(`Zero.\n\n${claim('a', words)}${rest}\n${note('a')}`);
    expect(problems.map(({ id }) => id)).toEqual(['mark-without-text']);
  });

  test('each knows where it stands in the file.', () => {
    expect(reading.annotations[0]?.position).toEqual({
      path: 'index.mdx',
      line: 10,
      column: 8,
      end: { line: 10, column: 18 },
    });
  });
});

describe('Notes:', () => {
  const { reading, problems } = read(
    `A <Quotation id="said" status="contested" checked="2026-11-01" by="B. Speaker" source="earlier" why="Two versions.">“word”</Quotation> ` +
      `of <Source id="named" status="unchecked" checked="2026-11-22" of="undated" brief="Not read.">theirs</Source> ` +
      `and <Remark id="slip">theris</Remark>.\n` +
      note(
        'said',
        'The *body*, [linked](https://example.org).',
        '- a list',
        '<Evidence source="earlier" bearing="supports" read="whole">A **word** is\n    a word.</Evidence>',
        '<Evidence source="later" bearing="contradicts" lang="uk" rendering="No word.">Ні слова.</Evidence>',
        '<Evidence source="undated" bearing="context" lang="en-US">Words.</Evidence>',
        '<Since date="2026-02" source="later">It *changed*.</Since>',
      ) +
      note('named') +
      note('slip'),
  );
  const [said, named, slip] = reading.annotations;

  test('the first paragraph is the finding, what follows the body.', () => {
    expect(problems).toEqual([]);
    expect(said?.finding).toBe('Found.');
    expect(said?.body.map(({ text }) => text)).toEqual(['The body, linked.', 'a list']);
    expect(said?.body[0]?.html).toBe(
      '<p>The <em>body</em>, <a href="https://example.org" rel="external noreferrer" referrerpolicy="no-referrer">linked</a>.</p>',
    );
  });

  test('evidence keeps its exact words, with the decisive ones apart.', () => {
    expect(said?.evidence[0]).toEqual({
      source: 'earlier',
      bearing: 'supports',
      read: 'whole',
      excerpt: 'A word is\na word.',
      parts: [
        { text: 'A ', decisive: false },
        { text: 'word', decisive: true },
        { text: ' is\na word.', decisive: false },
      ],
      later: false,
    });
  });

  test('evidence later than the text is known to be so; without a date it is not.', () => {
    expect(said?.evidence.map(({ source, later }) => [source, later])).toEqual([
      ['earlier', false],
      ['later', true],
      ['undated', false],
    ]);
  });

  test('where the editors know more closely when the text was written, that decides what is later.', () => {
    const body = `A ${claim('said', 'word')}.\n${note('said', '<Evidence source="earlier" bearing="context">A word.</Evidence>')}`;
    const laterIf = (more: string) => read(body, { more }).reading.annotations[0]!.evidence[0]!.later;
    expect(laterIf('')).toBe(false);
    expect(laterIf('written: 2025-11/2025-12-30~\n')).toBe(true);
    expect(laterIf('written: 2025-11/2025-12-31~\n')).toBe(false);
  });

  test('replies stand apart, with who answers and when.', () => {
    const answered = read(
      `A ${claim('said', 'word')}.\n${note('said', '<Reply from="A. Writer" date="2026-03-01">It *was*.</Reply>')}`,
    );
    expect(answered.problems).toEqual([]);
    expect(answered.reading.annotations[0]!.replies).toEqual([
      { from: 'A. Writer', date: '2026-03-01', text: 'It was.' },
    ]);
  });

  test('an excerpt in another language has its rendering.', () => {
    expect(said?.evidence[1]).toMatchObject({ lang: 'uk', rendering: 'No word.' });
  });

  test('a dated development stands apart.', () => {
    expect(said?.since).toEqual([{ date: '2026-02', source: 'later', text: 'It changed.' }]);
  });

  test('attributes come along; of and source are one thing.', () => {
    expect(said).toMatchObject({
      by: 'B. Speaker',
      source: 'earlier',
      why: 'Two versions.',
      checked: '2026-11-01',
    });
    expect(named).toMatchObject({
      kind: 'source',
      source: 'undated',
      brief: 'Not read.',
      status: 'unchecked',
    });
    expect(slip).toMatchObject({ kind: 'remark', quote: 'theris' });
    expect(slip).not.toHaveProperty('status');
  });
});

describe('Notes and marks find each other', () => {
  const idsOf = (mdx: string) => read(mdx).problems.map(({ id }) => id);

  test.each([
    ['whose letters Markdown folds', ['kıbrıs']],
    ['that Markdown takes for one', ['straße', 'strasse']],
    ['of other scripts', ['київ', 'القدس', '東京']],
  ])('by ids %s.', (_, ids) => {
    const { reading, problems } = read(
      `${ids.map((id) => claim(id, id)).join(' ')}.\n${ids.map((id) => note(id)).join('')}`,
    );
    expect(problems).toEqual([]);
    expect(reading.annotations.map(({ id }) => id)).toEqual(ids);
  });

  test('and not by ids that are alike.', () => {
    const ids = idsOf(`${claim('kıbrıs', 'Cyprus')}.\n${note('kibris')}`);
    expect(ids).toEqual(['mark-without-note']);
  });

  test('and leave ordinary footnotes to Markdown.', () => {
    expect(idsOf('One[^Note].\n\n[^note]: Two.\n')).toEqual([]);
    expect(idsOf(`${claim('kıbrıs', 'One')}[^kibris].\n\n[^kibris]: Two.\n${note('kıbrıs')}`)).toEqual([]);
    expect(idsOf(`${claim('kıbrıs', 'One')}[^kıbrıs].\n${note('kıbrıs')}`)).toEqual(['reference-to-note']);
  });

  test('and a bracket that is escaped belongs to the text, also beside an address and a note of its own.', () => {
    expect(idsOf('See \\[^1], \\[^a\\_b] and https://example.org/.\n')).toEqual([]);
    expect(idsOf('One[^1], \\[^2].\n\n[^1]: Two.\n')).toEqual([]);
    expect(idsOf('See \\\\[^1] and https://example.org/.\n')).toEqual(['undefined-footnote']);
    expect(idsOf('See \\[^1] and [^a\\_b].\n')).toEqual(['undefined-footnote']);
  });

  test('and only notes that belong to no mark are suggested.', () => {
    const messages = (mdx: string) =>
      read(mdx)
        .problems.filter(({ id }) => id === 'mark-without-note')
        .map(({ message }) => message);
    const marks = `${claim('winter', 'One')} ${claim('winters', 'two')}.\n${note('winter')}`;
    expect(messages(marks)).toEqual(['The mark `winters` has no note.']);
    expect(messages(`${marks}${note('wintres')}`)).toEqual([
      expect.stringMatching(
        /^The mark `winters` has no note\. Did you mean `wintres`, in line \d+, which belongs to no mark\?$/,
      ),
    ]);
    expect(messages(marks.replace('two', 'two[^winterz]') + note('winterz'))).toEqual([
      'The mark `winters` has no note.',
    ]);
  });

  test('and a note whose mark is misspelt is not told apart from it.', () => {
    expect(idsOf(`One <Clame id="winter">two</Clame>.\n${note('winter')}`)).toEqual(['unknown-component']);
    expect(idsOf(`One <Clame id={winter}>two</Clame>.\n${note('winter')}`).sort()).toEqual([
      'note-without-mark',
      'unknown-component',
    ]);
  });
});

describe('What refers to annotations', () => {
  const marks = `${claim('cold', 'Cold')} and ${claim('dark', 'dark')}.\n${note('dark')}`;
  const ids = (more: Parameters<typeof read>[1]) => read(marks, more).problems.map(({ id }) => id);
  const dispute = (names: string) => `disputes: [{ about: it, annotations: [${names}] }]\n`;

  test('may name a mark without its note: that is told once.', () => {
    const corrections = '- { date: "2026-01-01", annotation: cold, was: a, is: b, why: c }\n';
    expect(ids({ corrections })).toEqual(['mark-without-note']);
    expect(ids({ more: dispute('cold, dark') })).toEqual(['mark-without-note']);
  });

  test('is told where it names one that there is not.', () => {
    expect(ids({ more: dispute('dark, darker') }).sort()).toEqual([
      'mark-without-note',
      'unknown-annotation',
    ]);
  });

  test('as one question names each once, and two at least.', () => {
    const told = (names: string) =>
      readReading(
        {
          slug: 's',
          path: 'index.mdx',
          mdx: `---\ntitle: T\nauthor: [{ literal: A }]\nlanguage: en\nsource: post\n${dispute(names)}---\n\n${marks}`,
        },
        SOURCES,
        TODAY,
      )
        .problems.filter(({ id }) => id === 'invalid-front-matter')
        .map(({ message }) => message);
    expect(told('cold, dark')).toEqual([]);
    expect(told('cold')).toHaveLength(1);
    expect(told('cold, cold')).toEqual([
      '`disputes.annotations` should be an annotation that is not named before, and is “cold”.',
    ]);
  });
});

describe('Two marks', () => {
  const remark = (id: string, words: string, more = '') => `<Remark id="${id}"${more}>${words}</Remark>`;
  const told = (text: string, ...ids: string[]) =>
    read(`${text}.\n${ids.map((id) => note(id)).join('')}`).problems.map(({ id, message }) => [
      id,
      /`(\w)`[^`]*$/.exec(message)![1],
    ]);
  const why = ' beside="It is about the word."';

  test.each([
    ['on the same words are one too many', claim('a', remark('b', 'cold')), [['same-span', 'b']]],
    ['on the same words may say why', claim('a', remark('b', 'cold', why)), []],
    ['may begin together', claim('a', `${remark('b', 'cold')} winter`), []],
    ['may end together', claim('a', `a ${remark('b', 'winter')}`), []],
    [
      'that only begin together need no reason',
      claim('a', `${remark('b', 'cold', why)} winter`),
      [['idle-attribute', 'b']],
    ],
    [
      'on other words need no reason',
      `${claim('a', 'cold')} ${remark('b', 'cold', why)}`,
      [['idle-attribute', 'b']],
    ],
  ])('%s.', (_, text, expected) => {
    expect(told(text, 'a', 'b')).toEqual(expected);
  });

  test('on the same words are told as that also where one has no note.', () => {
    expect(told(claim('a', remark('b', 'cold')), 'b')).toEqual([
      ['mark-without-note', 'a'],
      ['same-span', 'b'],
    ]);
    expect(told(claim('a', remark('b', 'cold', why)), 'b')).toEqual([['mark-without-note', 'a']]);
  });
});

test.each([
  ['contested', []],
  ['opinion', ['idle-attribute']],
  ['unchecked', ['idle-attribute']],
])('Why a statement is contested says one that is %s: %j.', (status, expected) => {
  const mark = `<Claim id="a" status="${status}" checked="${TODAY}" why="Two versions.">word</Claim>`;
  expect(read(`${mark}.\n${note('a')}`).problems.map(({ id }) => id)).toEqual(expected);
});

describe('When the text was written', () => {
  const told = (more: string, sources = SOURCES) => {
    const mdx = `---\ntitle: T\nauthor: [{ literal: A }]\nlanguage: en\n${more}---\n\nWords.\n`;
    return readReading({ slug: 's', path: 'index.mdx', mdx }, sources, TODAY)
      .problems.filter(({ id }) => !id.startsWith('missing-'))
      .map(({ id, position }) => `${id} in ${(position as { line: number }).line}`);
  };

  test.each([
    ['within its record’s date', 'source: post\nwritten: 2025-11-24\n', []],
    ['before its record’s date', 'source: post\nwritten: 2025-10\n', []],
    ['after its record’s date', 'source: post\nwritten: 2025-11/2026-01\n', ['written-after-issue in 6']],
    ['in days to come', 'source: undated\nwritten: "2999"\n', ['date-in-future in 6']],
    [
      'in days to come, and after its record’s date',
      'source: post\nwritten: "2999"\n',
      ['date-in-future in 6'],
    ],
    ['nowhere', 'source: undated\n', []],
    ['nowhere, in a strict reading', 'source: undated\nstrict: true\n', ['undated-text in 5']],
    ['in a strict reading', 'source: undated\nstrict: true\nwritten: "2025"\n', []],
    ['by the record of a strict reading', 'source: post\nstrict: true\n', []],
  ])('is said %s.', (_, more, expected) => {
    expect(told(more)).toEqual(expected);
  });
});

describe('A statement is contradicted', () => {
  const told = (pieces: string[], strict: boolean) => {
    const body = pieces.map((source) => `<Evidence source="${source}" bearing="contradicts">No.</Evidence>`);
    const mark = `A <Claim id="a" status="contradicted" checked="${TODAY}">word</Claim>.\n`;
    const problems = read(`${mark}${note('a', ...body)}`, { more: `strict: ${strict}\n` }).problems;
    return problems.map(({ id }) => id).filter((id) => id !== 'unrecorded-source');
  };

  test.each([
    ['from before it', ['earlier'], false, []],
    ['from before it', ['earlier'], true, []],
    ['without a date', ['undated'], false, []],
    ['without a date', ['undated'], true, ['only-later-evidence']],
    ['without a date beside one from before it', ['undated', 'earlier'], true, []],
    ['without a date beside a later one', ['later', 'undated'], false, []],
    ['without a date beside a later one', ['later', 'undated'], true, ['only-later-evidence']],
    ['that is later', ['later'], false, ['only-later-evidence']],
    ['that is unknown', ['nowhere'], true, ['unknown-source']],
  ])('by a source %s (%s; strict: %s).', (_, pieces, strict, expected) => {
    expect(told(pieces, strict)).toEqual(expected);
  });
});

test.each([
  ['2025-10-31', ['development-before-text']],
  ['2025-10', ['development-before-text']],
  ['2025-11-01', []],
  ['2025', []],
  ['2025-10-31/2025-11-01', []],
])('A development of %s since a text of November to December 2025 is a problem: %j.', (date, expected) => {
  const since = `<Since date="${date}" source="earlier">It froze.</Since>`;
  expect(read(`${claim('a', 'Cold')}.\n${note('a', since)}`).problems.map(({ id }) => id)).toEqual(expected);
});

describe('In one run', () => {
  const badNote = (id: string) =>
    `\n[^${id}]: ${'Long '.repeat(30)}\n\n    <Evidence source="nowhere" bearing="context">x</Evidence>\n    <Since date="2027" source="post">y</Since>\n`;
  const told = (mdx: string) =>
    read(mdx)
      .problems.map(({ id }) => id)
      .sort();

  test.each([
    ['belongs to no mark', `One.\n${badNote('a')}`, ['note-without-mark']],
    ['is the second of its mark', `${claim('a', 'One')}.\n${note('a')}${badNote('a')}`, ['duplicate-note']],
    ['belongs to a misspelt mark', `<Clame id="a">One</Clame>.\n${badNote('a')}`, ['unknown-component']],
    ['belongs to a mark without words', `One ${claim('a', '')}.\n${badNote('a')}`, ['mark-without-text']],
  ])('a note that %s has its own problems told.', (_, mdx, others) => {
    expect(told(mdx)).toEqual(['date-in-future', 'long-finding', 'unknown-source', ...others].sort());
  });

  test('a mark that has no note has its own problems told.', () => {
    const figure =
      '<Figure id="a" status="supported" checked="2027-01-01" value="5" unit="days">six days</Figure>';
    const source = '<Source id="b" status="opinion" checked="2026-01-01" of="nowhere">they</Source>';
    expect(told(`${figure} ${source}.\n`)).toEqual([
      'date-in-future',
      'figure-differs',
      'mark-without-note',
      'mark-without-note',
      'unknown-source',
    ]);
  });

  test('an ordinary footnote is not taken for a note.', () => {
    expect(told(`One[^a].\n\n[^a]: ${'Long '.repeat(30)}\n`)).toEqual([]);
  });
});

describe('What stands in a reading:', () => {
  const told = (mdx: string) => read(mdx).problems.map(({ id, message }) => `${id}: ${message}`);

  test('an e-mail address in the text is no problem.', () => {
    expect(told('Write to a.writer@example.org or [here](mailto:a.writer@example.org).')).toEqual([]);
  });

  test.each([
    ['in the text', 'One ![two](https://example.org/2.png).'],
    ['by reference', 'One ![two][2].\n\n[2]: https://example.org/2.png'],
    ['from the page’s own address', 'One ![two](2.png).'],
    ['in a note', `${claim('a', 'One')}.\n\n[^a]: Found ![two](https://example.org/2.png).`],
    ['in a footnote', 'One^[Two ![three](https://example.org/3.png).].'],
  ])('a picture %s is a problem.', (_, mdx) => {
    expect(told(mdx)).toEqual(['image-in-reading: Content cannot show pictures.']);
  });

  test.each([
    ['a list', '- <Evidence source="post" bearing="context">x</Evidence>'],
    ['a quotation', '> <Evidence source="post" bearing="context">x</Evidence>'],
    [
      '<Since>',
      '<Since date="2026" source="post">\n    <Evidence source="post" bearing="context">x</Evidence>\n    </Since>',
    ],
  ])('evidence in %s of a note is in the wrong place.', (where, block) => {
    expect(told(`${claim('a', 'One')}.\n\n[^a]: Found.\n\n    ${block}\n`)).toEqual([
      `misplaced-component: <Evidence> stands in ${where} of the note.`,
    ]);
  });
});

describe('A title', () => {
  test.each([
    ['[Winter]', true],
    ['Winter', false],
    ['Winter [again]', false],
    ['[Winter] again', false],
  ])('%s is the editors’: %s.', (title, supplied) => {
    const mdx = `---\ntitle: "${title}"\nauthor: [{ literal: A }]\nlanguage: en\nsource: post\n---\n`;
    expect(readReading({ slug: 's', path: 'index.mdx', mdx }, SOURCES, TODAY).reading?.supplied).toBe(
      supplied,
    );
  });
});

test.each([
  ['en-GB', 'ltr'],
  ['uk', 'ltr'],
  ['ar', 'rtl'],
  ['fa', 'rtl'],
  ['he', 'rtl'],
  ['ur-PK', 'rtl'],
  ['az', 'ltr'],
  ['az-Arab', 'rtl'],
  ['zh-Hant', 'ltr'],
])('A text in %s runs %s.', (language, direction) => {
  expect(read('١٢٣', { language }).reading.direction).toBe(direction);
});

describe('A file', () => {
  const body = `One ${claim('a', 'two')}.\n\nThree.\n${note('a')}${note('b')}`;
  const mdx = `---\ntitle: Test\nauthor: [{ literal: A }]\nlanguage: en\nsource: post\n---\n\n${body}`;
  const positions = (text: string) =>
    readReading(
      { slug: 's', path: 'index.mdx', mdx: text, original: { path: 'o', text: 'One two.\nThree.' } },
      SOURCES,
      TODAY,
    )
      .problems.filter(({ id }) => id === 'note-without-mark')
      .map(({ position }) => position);

  test.each([
    ['with line feeds', mdx],
    ['with lines that end as on Windows', mdx.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${mdx}`],
  ])('%s has its problems in the same place.', (_, text) => {
    expect(positions(text)).toEqual([
      { path: 'index.mdx', line: 14, column: 1, end: { line: 14, column: 6 } },
    ]);
  });

  test('read twice is the same reading.', () => {
    expect(read(body)).toEqual(read(body));
  });

  test('damaged anywhere still has only problems: nothing is thrown.', () => {
    const signs = [
      '<',
      '>',
      '{',
      '}',
      '"',
      '\n',
      '\n\n',
      '[^',
      ']:',
      '^[',
      '*',
      '|',
      '`',
      '<Claim id="z">',
      '</Claim>',
      '<a.b/>',
      '<>',
      '\u0301',
      '𝔸',
      '\r',
      '\t',
    ];
    const places = Array.from({ length: mdx.length }, (_, place) => place);
    for (const pick of randomly(150)) {
      const place = pick(places);
      const damaged = mdx.slice(0, place) + pick(signs) + mdx.slice(place + pick([0, 0, 1, 9]));
      expect(
        () => readReading({ slug: 's', path: 'index.mdx', mdx: damaged }, SOURCES, TODAY),
        damaged,
      ).not.toThrow();
    }
  });
});

test('Words of a note never run together where blocks, cells or lines meet.', () => {
  const { reading } = read(
    'A <Claim id="a" status="opinion" checked="2026-01-01">word</Claim>.\n\n' +
      '[^a]: Found\\\n    here.\n\n    - 2\n    - 3 people\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n\n' +
      '    <Evidence source="earlier" bearing="context">\n\n    winter of 20\n\n    25 years\n\n    </Evidence>\n',
  );
  const [note] = reading.annotations;
  expect(note!.finding).toBe('Found here.');
  expect(note!.body.map(({ text }) => text)).toEqual(['2 3 people', 'a b 1 2']);
  expect(note!.evidence[0]!.excerpt).toBe('winter of 20 25 years');
});
