import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { annotate } from '../../src/build/annotate.ts';
import { readContent, readFiles, readSources } from '../../src/build/content.ts';
import { rebuild } from '../../src/core/passage.ts';
import { escapeMarkdown } from '../../src/core/markdown.ts';
import { run } from '../support/command.ts';
import { Winter } from '../support/winter.ts';

/** `npm run annotate` on a small reading of the test's own. */
let winter: Winter | undefined;
afterEach(() => winter?.remove());

const TEXT = `<Byline>

By A. Writer, of the *Northern Post*

</Byline>

# The long frost

In winter the lamps froze. “In winter,” she said, “it’s the ice.” The river – all of it – stood still. There are 2,400 lamps.

- Bread cost 12 pounds
- Coal cost 30 pounds, [they say](https://example.org/coal)

| Town  | Lamps |
| ----- | ----- |
| Upper | 42    |

\`\`\`
frost = true
\`\`\`

У зимі ліхтарі замерзли. Річка стояла.

تجمّد النهر في الشتاء. وقفت المصابيح.

The mayor\\*[^1] paid 600,000 euros.

[^1]: Her name is not in the papers.
`;
const ORIGINAL = `By A. Writer, of the Northern Post

The long frost

In winter the lamps froze. “In winter,” she said, “it’s the ice.” The river – all of it – stood still. There are 2,400 lamps.

Bread cost 12 pounds
Coal cost 30 pounds, they say

Town	Lamps
Upper	42

frost = true

У зимі ліхтарі замерзли. Річка стояла.

تجمّد النهر في الشتاء. وقفت المصابيح.

The mayor* paid 600,000 euros.
`;

function setUp(text = TEXT, original = ORIGINAL): Winter {
  winter = new Winter('');
  winter.write(text);
  writeFileSync(winter.file('original.txt'), original);
  return winter;
}

function annotating(...given: string[]) {
  return run(['node', 'src/cli/annotate.ts', 'winter', ...given], { POSTIL_CONTENT: winter!.root });
}

/** What is wrong with the content, but for what `npm run anchors` has still to do. */
function problems() {
  const unrecorded = ['missing-ledger', 'unrecorded-annotation'];
  return readContent(winter!.root).problems.filter(({ id }) => !unrecorded.includes(id));
}

function annotations() {
  return readContent(winter!.root).readings[0]!.annotations;
}

describe('npm run annotate', () => {
  test.each<[words: string, where: string, id: string, anchor: string]>([
    ['stood still', 'a sentence', 'stood-still', 'p1s3'],
    ['The long frost', 'a heading', 'the-long-frost-2', 'the-long-frost'],
    ['Bread', 'an item of a list', 'bread', 'p2s1'],
    ['Upper', 'a cell of a table', 'upper', 'p5'],
    ['A. Writer', 'the by-line', 'a-writer', 'p0s1'],
    ['Northern Post', 'emphasised words', 'northern-post', 'p0s1'],
    ['ліхтарі замерзли', 'Ukrainian', 'likhtari-zamerzli', 'p7s1'],
    ['النهر', 'Arabic', 'alnhr', 'p8s1'],
    ['mayor*', 'escaped words', 'mayor', 'p9s1'],
  ])('marks “%s” in %s, writes a note, and leaves every other byte.', (words, _, id, anchor) => {
    const before = setUp().read('index.mdx');
    const { status, stdout, stderr } = annotating(words, '--kind', 'claim', '--checked', '2026-01-02');
    expect(stderr).toBe('');
    expect(stdout).toContain(`has the mark \`${id}\``);
    expect(stdout).toContain(`in \`${anchor}\``);
    expect(status).toBe(0);
    const after = winter!.read('index.mdx');
    const note = `\n[^${id}]: Not checked yet.\n`;
    expect(after.endsWith(note)).toBe(true);
    expect(
      after
        .slice(0, -note.length)
        .replace(`<Claim id="${id}" status="unchecked" checked="2026-01-02">`, '')
        .replace('</Claim>', ''),
    ).toBe(before);
    expect(problems()).toEqual([]);
    expect(annotations()).toMatchObject([{ id, quote: words, finding: 'Not checked yet.' }]);
    expect(rebuild(readContent(winter!.root).readings[0]!)).toBe(ORIGINAL);
  });

  test('says where mark and note stand, and what to do next.', () => {
    setUp();
    const { stdout } = annotating('stood still', '--kind', 'claim', '--status', 'contested', '--dry-run');
    expect(stdout).toContain('status-without-evidence');
    const told = annotating('stood still', '--kind', 'claim').stdout;
    const [, line, column] = /index\.mdx:(\d+):(\d+)  has the mark/.exec(told)!;
    const lines = winter!.read('index.mdx').split('\n');
    expect(lines[Number(line) - 1]!.slice(Number(column) - 1)).toMatch(/^id="stood-still"/);
    const [, note] = /index\.mdx:(\d+)  has its note/.exec(told)!;
    expect(lines[Number(note) - 1]).toBe('[^stood-still]: Not checked yet.');
    expect(told).toContain('<Evidence source="KEY" bearing="supports">');
    expect(told).toContain('npm run check');
    expect(told).toContain('npm run anchors');
  });

  test('finds words whose quotation marks, apostrophes and dashes are typed straight, and says so.', () => {
    setUp();
    const { stdout, status } = annotating(`"it's the ice."`, '--kind', 'claim');
    expect(stdout).toContain('on ‘“it’s the ice.”’ in `p1s2`');
    expect(stdout).toContain('other quotation marks, dashes or unseen signs than were typed');
    expect(status).toBe(0);
    expect(annotating('river - all of it -', '--kind', 'remark').status).toBe(0);
    expect(annotations().map(({ quote }) => quote)).toEqual(['“it’s the ice.”', 'river – all of it –']);
    expect(problems()).toEqual([]);
  });

  test('writes a line of CR LF in a file of such lines.', () => {
    const text = TEXT.replaceAll('\n', '\r\n');
    setUp(text, ORIGINAL.replaceAll('\n', '\r\n'));
    writeFileSync(winter!.file('index.mdx'), winter!.read('index.mdx').replace(/\r?\n/g, '\r\n'));
    expect(annotating('stood still', '--kind', 'claim').status).toBe(0);
    expect(winter!.read('index.mdx')).not.toMatch(/[^\r]\n/);
    expect(problems()).toEqual([]);
  });

  test('lists the places where the words stand several times, writes nothing, and ends with 1.', () => {
    const before = setUp().read('index.mdx');
    const { status, stdout } = annotating('In winter', '--kind', 'claim');
    expect(stdout).toContain('The words stand in 2 places:');
    expect(stdout).toContain('1  p1s1  ▸In winter◂ the lamps froze.');
    expect(stdout).toContain('2  p1s2  “▸In winter◂,” she said, “it’s the ice.”');
    expect(stdout).toContain('--at ANCHOR or --occurrence N');
    expect(status).toBe(1);
    expect(winter!.read('index.mdx')).toBe(before);
  });

  test.each([
    ['--at', 'p1s2'],
    ['--occurrence', '2'],
  ])('takes %s %s for an answer.', (option, value) => {
    setUp();
    expect(annotating('In winter', '--kind', 'claim', option, value).status).toBe(0);
    expect(winter!.read('index.mdx')).toMatch(/“<Claim [^>]*>In winter<\/Claim>,”/);
  });

  test.each<[why: string, options: string[], said: string]>([
    [
      'there is no such passage',
      ['In winter', '--kind', 'claim', '--at', 'p1s9'],
      'no passage `p1s9`. Did you mean `p1s',
    ],
    ['they are elsewhere', ['stood still', '--kind', 'claim', '--at', 'p1s1'], 'do not stand in `p1s1`'],
    ['they do not stand there so often', ['In winter', '--kind', 'claim', '--occurrence', '3'], '3 times'],
    ['they are not in the text', ['the lamps frozen', '--kind', 'claim'], 'Nearest comes'],
    ['nothing comes near', ['zebra crossing', '--kind', 'claim'], 'Nothing in it comes near'],
    ['they stand in a footnote', ['Her name', '--kind', 'claim'], 'in a footnote or a note'],
    ['they go over the end of a block', ['lamps. Bread', '--kind', 'claim'], 'over the end of a paragraph'],
    ['they stand in a link', ['they say', '--kind', 'claim'], 'stand in a link'],
    ['they stand in code', ['frost = true', '--kind', 'claim'], 'a block of code'],
    ['they go from one cell to the next', ['Upper 42', '--kind', 'claim'], 'a cell of a table'],
    ['emphasised words would be divided', ['the Northern', '--kind', 'claim'], 'emphasised words'],
    ['there are no words', [' ', '--kind', 'claim'], 'No words were given'],
    [
      'the id looks like an anchor',
      ['stood still', '--kind', 'claim', '--id', 'p4'],
      'looks like the anchor',
    ],
    [
      'the id is the anchor of a heading',
      ['stood still', '--kind', 'claim', '--id', 'the-long-frost'],
      'is taken',
    ],
    ['a record is unknown', ['Post', '--kind', 'source', '--of', 'past'], 'Did you mean `post`?'],
    ['a record is not named', ['Post', '--kind', 'source'], 'Say it by --of'],
    ['the status has no evidence', ['stood still', '--kind', 'claim', '--status', 'supported'], 'lacks'],
    [
      'the status is none',
      ['stood still', '--kind', 'claim', '--status', 'suported'],
      'Did you mean `supported`?',
    ],
    ['the attribute is another kind’s', ['stood still', '--kind', 'claim', '--by', 'A'], 'no attribute `by`'],
    ['a figure has no number', ['stood still', '--kind', 'figure', '--unit', 'persons'], 'Say it by --value'],
    [
      'a figure counts what no unit is for',
      ['2,400 lamps', '--kind', 'figure'],
      'Things that are counted, such as vehicles or letters, are `items`. Say it by --unit',
    ],
    ['a figure counts something unknown', ['42', '--kind', 'figure'], 'Say it by --unit'],
    [
      'a figure is another',
      ['600,000 euros', '--kind', 'figure', '--value', '6', '--unit', 'EUR'],
      'figure-differs',
    ],
    [
      'the finding is too long',
      ['stood still', '--kind', 'claim', '--finding', 'x'.repeat(91)],
      'long-finding',
    ],
  ])('writes nothing and ends with 1 where %s.', (_, options, said) => {
    const before = setUp().read('index.mdx');
    const { status, stdout } = annotating(...options);
    expect(stdout).toContain(said);
    expect(stdout).toContain('Nothing was written.');
    expect(status).toBe(1);
    expect(winter!.read('index.mdx')).toBe(before);
  });

  test('says which mark is in the way: one on the same words, and one that would be crossed.', () => {
    setUp();
    annotating('river', '--kind', 'claim', '--id', 'the-river');
    expect(annotating('river', '--kind', 'claim').stdout).toContain('exactly its words: `the-river`');
    expect(annotating('river', '--kind', 'claim', '--beside', 'Another question.').status).toBe(0);
    annotating('of it', '--kind', 'claim', '--id', 'all-of-it');
    expect(annotating('all of', '--kind', 'claim').stdout).toContain(
      'overlap those of another mark: `all-of-it`',
    );
    expect(annotating('The river – all of it', '--kind', 'remark').status).toBe(0);
    expect(problems()).toEqual([]);
  });

  test('reads a figure’s value and unit from its words, and tells what it took.', () => {
    setUp();
    const euros = annotating('600,000 euros', '--kind', 'figure');
    expect(euros.stdout).toContain('Taken from the words: value="600000" unit="EUR".');
    expect(euros.status).toBe(0);
    expect(annotations()).toMatchObject([{ kind: 'figure', value: '600000', unit: 'EUR' }]);
    const lamps = annotating('42', '--kind', 'figure', '--unit', 'items');
    expect(lamps.stdout).toContain('Taken from the words: value="42".');
    const all = ['--kind', 'figure', '--value', '2400', '--unit', 'items'];
    expect(annotating('2,400 lamps', ...all).stdout).not.toContain('Taken from');
    expect(problems()).toEqual([]);
  });

  test('takes a source, a quotation, a finding and evidence.', () => {
    setUp();
    expect(annotating('Northern Post', '--kind', 'source', '--of', 'post').status).toBe(0);
    const quoted = annotating('“In winter,”', '--kind', 'quotation', '--by', 'A. Person');
    expect(quoted.stdout).toContain('take wording="unseen" out of the mark');
    const options = ['--status', 'supported', '--finding', 'It *did* {so}.', '--evidence', 'post'];
    const { stdout, status } = annotating(
      ...['lamps froze', '--kind', 'claim', ...options, '--bearing', 'supports'],
      ...['--excerpt', 'The lamps <all> froze & *stood*.'],
    );
    expect(stdout).toContain('has the mark `lamps-froze`');
    expect(status).toBe(0);
    expect(problems()).toEqual([]);
    const found = Object.fromEntries(annotations().map((annotation) => [annotation.kind, annotation]));
    expect(found.source).toMatchObject({ source: 'post' });
    expect(found.quotation).toMatchObject({ by: 'A. Person', wording: 'unseen' });
    expect(found.claim).toMatchObject({
      finding: 'It *did* {so}.',
      evidence: [{ source: 'post', bearing: 'supports', excerpt: 'The lamps <all> froze & *stood*.' }],
    });
  });

  test('never gives out the id of an annotation that was withdrawn.', () => {
    setUp();
    annotating('stood still', '--kind', 'claim');
    expect(winter!.anchorsCommand().status).toBe(0);
    winter!.write(TEXT);
    writeFileSync(winter!.file('original.txt'), ORIGINAL);
    winter!.anchorsCommand('--decide', 'stood-still=withdrawn', '--why', 'It said nothing.');
    expect(annotating('stood still', '--kind', 'claim', '--id', 'stood-still').stdout).toContain('or had it');
    expect(annotating('stood still', '--kind', 'claim').stdout).toContain('the mark `stood-still-2`');
    expect(problems()).toEqual([]);
  });

  test('with --dry-run writes nothing; with --json speaks to programs.', () => {
    const before = setUp().read('index.mdx');
    const { status, stdout } = annotating('stood still', '--kind', 'claim', '--dry-run', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ id: 'stood-still', anchor: 'p1s3', isLiteral: true });
    expect(status).toBe(0);
    const several = annotating('In winter', '--kind', 'claim', '--json');
    expect(JSON.parse(several.stdout)).toMatchObject({ spots: [{ anchor: 'p1s1' }, { anchor: 'p1s2' }] });
    expect(several.status).toBe(1);
    expect(winter!.read('index.mdx')).toBe(before);
  });

  test.each<[why: string, options: string[], said: string]>([
    ['no words are given', ['--kind', 'claim'], 'SLUG and "words"'],
    ['no kind is given', ['stood still'], '--kind is to be given'],
    ['the kind is none', ['stood still', '--kind', 'clame'], 'Did you mean `claim`?'],
    ['an option is unknown', ['stood still', '--kind', 'claim', '--force'], '--force'],
    ['a number is none', ['stood still', '--kind', 'claim', '--occurrence', 'two'], 'not a number'],
    ['evidence has no words', ['stood still', '--kind', 'claim', '--evidence', 'post'], '--excerpt'],
    ['words have no evidence', ['stood still', '--kind', 'claim', '--excerpt', 'x'], '--evidence KEY'],
  ])('ends with 2 where %s.', (_, options, said) => {
    setUp();
    const { status, stderr } = annotating(...options);
    expect(stderr).toContain(said);
    expect(status).toBe(2);
  });

  test('ends with 2 where there is no such reading, and where it cannot be read.', () => {
    setUp();
    const elsewhere = run(['node', 'src/cli/annotate.ts', 'wintr', 'a', '--kind', 'claim'], {
      POSTIL_CONTENT: winter!.root,
    });
    expect(elsewhere).toMatchObject({ status: 2 });
    expect(elsewhere.stderr).toContain('Did you mean `winter`?');
    writeFileSync(winter!.file('index.mdx'), '---\ntitle: A\n---\n\n<Claim');
    expect(annotating('a', '--kind', 'claim')).toMatchObject({ status: 2 });
  });

  test('does not write over bytes that are no UTF-8.', () => {
    setUp();
    const bytes = Buffer.concat([readFileSync(winter!.file('index.mdx')), Buffer.from([0x0a, 0xe9, 0x0a])]);
    writeFileSync(winter!.file('index.mdx'), bytes);
    const { status, stderr } = annotating('stood still', '--kind', 'claim');
    expect(stderr).toContain('is not in UTF-8');
    expect(status).toBe(2);
    expect(readFileSync(winter!.file('index.mdx')).equals(bytes)).toBe(true);
  });
});

describe('At a terminal', () => {
  test('it asks which of several places is meant, and for what a figure counts.', async () => {
    setUp();
    const folder = { slug: 'winter', folder: winter!.folder };
    const asked: string[] = [];
    const prompt = (answer: string) => (question: string) => {
      asked.push(question);
      return Promise.resolve(answer);
    };
    const around = { sources: readSources(winter!.root).sources, today: '2026-01-02', isTrial: false };
    const order = { kind: 'claim' as const, attributes: {} };
    const second = await annotate(
      folder,
      { words: 'In winter', choice: {}, order },
      { ...around, prompt: prompt('2') },
    );
    expect(second).toMatchObject({ anchor: 'p1s2' });
    const none = await annotate(
      folder,
      { words: 'In winter', choice: {}, order },
      { ...around, prompt: prompt('') },
    );
    expect(none).toMatchObject({ why: 'There is no place ``.' });
    const figure = { kind: 'figure' as const, attributes: {} };
    const counted = await annotate(
      folder,
      { words: '42', choice: {}, order: figure },
      { ...around, prompt: prompt('items') },
    );
    expect(counted).toMatchObject({ id: '42' });
    expect(asked).toEqual([
      expect.stringContaining('Which one?'),
      expect.stringContaining('Which one?'),
      expect.stringContaining('unit: '),
    ]);
    expect(problems()).toEqual([]);
  });
});

/** Letters that Markdown, MDX or the search for words could trip over, and of several scripts. */
const WORD = fc.string({
  unit: fc.constantFrom(...Array.from('ab’"“”\'*_{}<>[]^&`\\~|#é—-.,!0їяب世😀')),
  minLength: 1,
  maxLength: 6,
});
const PARAGRAPH = fc.array(WORD, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const READING = fc
  .tuple(fc.array(PARAGRAPH, { minLength: 1, maxLength: 3 }), fc.nat(), fc.nat(), fc.nat())
  .map(([paragraphs, ...picks]) => ({ paragraphs, picks }));

test('For any words of any text, the mark is exactly on them, and the text is as it was.', async () => {
  winter = new Winter('');
  const around = { sources: readSources(winter.root).sources, today: '2026-01-02', isTrial: false };
  let marked = 0;
  await fc.assert(
    fc.asyncProperty(READING, async ({ paragraphs, picks: [which, from, to] }) => {
      const words = paragraphs[which % paragraphs.length]!.split(' ');
      const [first, last] = [from % words.length, to % words.length].sort((a, b) => a - b);
      const wanted = words.slice(first, last! + 1).join(' ');
      winter!.write(paragraphs.map(escapeMarkdown).join('\n\n'));
      writeFileSync(winter!.file('original.txt'), paragraphs.join('\n\n'));
      const place = { slug: 'winter', folder: winter!.folder };
      const isText = readContent(winter!.root).problems.every(({ id }) => id === 'missing-ledger');
      fc.pre(isText);
      const outcome = await annotate(
        place,
        { words: wanted, choice: { occurrence: 1 }, order: { kind: 'claim', id: 'here', attributes: {} } },
        { ...around, prompt: undefined },
      );
      const { readings, problems: told } = readContent(winter!.root);
      expect(rebuild(readings[0]!)).toBe(paragraphs.join('\n\n'));
      if ('why' in outcome) return;
      marked += 1;
      expect(told.map(({ id }) => id)).toEqual(['missing-ledger']);
      expect(readings[0]!.annotations).toMatchObject([{ id: 'here', quote: outcome.quote }]);
      expect(outcome.quote).toBe(wanted);
      expect(readFiles(place).mdx).toContain('[^here]: Not checked yet.');
    }),
    { numRuns: 300 },
  );
  expect(marked).toBeGreaterThan(150);
});
