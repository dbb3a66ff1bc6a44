import { describe, expect, test } from 'vitest';
import type { DocumentForm } from '../../src/core/document-form.ts';
import { findQuotations } from '../../src/core/quotation-finder.ts';

const found = (text: string, form: DocumentForm = 'plain', lines = false) =>
  findQuotations(text, form, lines);
const wordsIn = (text: string, form?: DocumentForm, lines?: boolean) =>
  found(text, form, lines).map(({ words }) => words);

/** What is found begins in the document where it is said to begin. */
const placesIn = (text: string, form?: DocumentForm, lines?: boolean) =>
  found(text, form, lines).map(({ start }) => text.slice(start, start + 4));

describe('Words between marks are a quotation:', () => {
  test.each([
    ['“', '”'],
    ['„', '“'],
    ['„', '”'],
    ['‟', '”'],
    ['”', '”'],
    ['«', '»'],
    ['»', '«'],
    ['»', '»'],
    ['‹', '›'],
    ['›', '‹'],
    ['›', '›'],
    ['‘', '’'],
    ['‚', '‘'],
    ['‚', '’'],
    ["'", "'"],
    ['"', '"'],
    ['＂', '＂'],
    ['「', '」'],
    ['『', '』'],
    ['｢', '｣'],
    ['〝', '〞'],
    ['〝', '〟'],
  ])('%s and %s.', (open, close) => {
    expect(found(`He said ${open}one two three${close}, and went.`)).toStrictEqual([
      { start: 8, words: 'one two three' },
    ]);
  });
});

describe('Of plain text there is quoted', () => {
  test.each<[string, string, ...string[]]>([
    ['nothing of two words', 'the “cold war” of then'],
    ['each stretch', '“one two three” and “four five six”', 'one two three', 'four five six'],
    ['a stretch at the very end', 'so “one two three”', 'one two three'],
    ['a stretch right after another', '“one two three”“four five six”', 'one two three', 'four five six'],
    ['what has words with apostrophes, as one each', '“it’s John’s”'],
    ['words with hyphens, as one each', '“well-known no-one”'],
    ['six signs that are not parted', '「一二三四五六」', '一二三四五六'],
    ['not five', '「一二三四五」'],
    ['two words and two signs', '“one 一二 two”', 'one 一二 two'],
    ['Thai of six signs', '“กขคงจฉ”', 'กขคงจฉ'],
    ['figures, as words', '“1 2 3”', '1 2 3'],
    ['no signs without a word', '“– – – –”'],
    ['marks inside, as its own', '“one ‘two three four’ five”', 'one ‘two three four’ five'],
    ['white space, as one space', '“one  two\n\tthree ”', 'one two three'],
    ['nothing over the end of a paragraph', '“one two\n\nthree four five”'],
    ['nothing over one of white space', '“one two\r\n \t\r\nthree four five”'],
    ['nothing over a line that opens another', '“one two three\n“four five six”', 'four five six'],
    ['nothing over a line that opens guillemets', '“one two three\n «four five six»”', 'four five six'],
    ['what goes on in the next line', '“one two\nthree”', 'one two three'],
    ['what goes on in the next line, of Windows', '“one two\r\nthree”', 'one two three'],
    ['nothing where a paragraph ends at once', '“one two three\n'],
    ['what a second mark opens', '“one two “three four five”', 'three four five'],
    ['nothing of an apostrophe', "Don't one two three, it's"],
    ['nothing after an apostrophe at a word’s end', "the leaders' one two three' end"],
    ['single marks with an apostrophe inside', '‘it’s one two’ said', 'it’s one two'],
    ['single marks with one before a space inside', "'one two three ' four'", "one two three ' four"],
    ['nothing where a straight mark stands before a space', 'of 5" one two three" end'],
    ['nothing where it follows a letter', 'a"one two three" end'],
    ['nothing where it follows a stop', 'a."one two three" end'],
    ['nothing where a space follows', 'a " one two three" end'],
    ['nothing where a stop follows', 'a "; one two three" end'],
    ['typographic marks where a space follows', 'a “ one two three ” end', 'one two three'],
    ['French marks with their spaces', 'a « one two three » end', 'one two three'],
    ['typographic marks after a letter', 'a“one two three” end', 'one two three'],
    ['what a straight mark inside a word does not close', '"one t"wo three" end', 'one t"wo three'],
    ['what a guillemet inside a word does not close', '«one t»wo three» end', 'one t»wo three'],
    ['what is closed before a letter where marks are clear', '“one two three”s end', 'one two three'],
    ['nothing where a mark is the last sign', 'one two three "'],
    ['nothing where a clear mark is the last sign', 'one two three “'],
    ['nothing over the end of a string', '“one two\u2028 three four”'],
    ['what is left around what must not be read', '“one \0\0\0\0two three”', 'one two three'],
    ['no words of what must not be read', '“one\0\0\0 two”'],
    ['no line without marks', 'one two three four five'],
    ['composed and other letters', '“été\u0301 Ωμέγα жизнь”', 'été\u0301 Ωμέγα жизнь'],
    ['no block of Markdown', '> one two three four'],
    ['no element', '<q>one two three four</q>'],
  ])('%s.', (_, text, ...words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  test.each([
    ['“', '”', 4998, 5000],
    ['"', '"', 4998, 5000],
    ['‘', '’', 398, 400],
    ["'", "'", 398, 400],
    ['‚', '’', 4998, 5000],
  ])('between %s and %s what is not too long.', (open, close, most, tooMany) => {
    const long = (length: number) => 'one two '.repeat(1000).slice(0, length - 1) + 'x';
    expect(wordsIn(`${open}${long(most)}${close}.`)).toEqual([long(most)]);
    expect(wordsIn(`${open}${long(tooMany)}${close}.`)).toEqual([]);
  });
});

describe('In a list of quotations', () => {
  test.each<[string, string, ...string[]]>([
    ['each line without marks is one', 'one\ntwo three\r\nfour', 'one', 'two three', 'four'],
    [
      'a bullet is none of it',
      '- one\n* two\n• three\n– four\n— five',
      'one',
      'two',
      'three',
      'four',
      'five',
    ],
    ['nor is a number', '1. one\n23) two\n 456.\tthree', 'one', 'two', 'three'],
    ['nor is a bullet after white space', ' \t- one', 'one'],
    ['a longer number is', '1914. one\n1914 two', '1914. one', '1914 two'],
    ['a dash without a space is', '-one\n1.two', '-one', '1.two'],
    ['white space at either end is not', '   one two  ', 'one two'],
    ['lines without a word are none', '---\n\n* * *\n1', '1'],
    ['a line of two words between marks is one', '“one two”', 'one two'],
    ['such a line with a bullet', '- “one”\n2. “two”.', 'one', 'two'],
    ['a term within a line is the line’s', 'the “cold war” of then', 'the “cold war” of then'],
    ['a term at a line’s end is the line’s', 'the “cold war”', 'the “cold war”'],
    ['a term at a line’s beginning is the line’s', '“cold war” then', '“cold war” then'],
    ['a quotation within a line is all of it', 'He said “one two three” then', 'one two three'],
    ['other lines stay theirs', 'a\nsaid “one two three” then\nb', 'a', 'one two three', 'b'],
    ['each line of a long one is taken', 'a\n“one two\nthree four”\nb', 'a', 'one two three four', 'b'],
    [
      'two of a line are two',
      'a\n“one two three” “four five six”\nb',
      'a',
      'one two three',
      'four five six',
      'b',
    ],
    ['a line with what must not be read is none', 'one \0\0 two\nthree', 'three'],
    ['a line of a long line’s words stands alone', `${'- '.repeat(70)}\n“one”`, 'one'],
  ])('%s.', (_, text, ...words) => {
    expect(wordsIn(text, 'plain', true)).toEqual(words);
  });

  test('each begins at its first word.', () => {
    expect(placesIn('- abcd\n  efgh\n 12. ijkl\n“mnop qr”', 'plain', true)).toEqual([
      'abcd',
      'efgh',
      'ijkl',
      '“mno',
    ]);
  });

  test.each<DocumentForm>(['markdown', 'html', 'bibtex', 'ris', 'json'])(
    'of the form %s no line is one by itself.',
    (form) => {
      expect(wordsIn('one two three four\n“five”', form, true)).toEqual([]);
    },
  );
});

describe('Of Markdown there is quoted', () => {
  test.each<[string, string, ...string[]]>([
    ['a block', '> one\n> two\n\nthree', 'one two'],
    ['a block of one word', '> one', 'one'],
    ['a block of Windows’ lines', '> one\r\n> two\r\nthree', 'one two'],
    ['a block of old lines', '> one\r> two\rthree', 'one two'],
    ['a block that is indented by three', '   > one', 'one'],
    ['none that is indented by four', '    > one two three'],
    ['none in the middle of a line', 'a > b c d'],
    ['each block', '> one\n\n> two', 'one', 'two'],
    ['a block in a block', '> one\n>> two\n> > three', 'one two three'],
    [
      'without whose it is',
      '> one two\n> — Three\n\n> four\n> – Five\n\n> six\n> -- Seven',
      'one two',
      'four',
      'six',
    ],
    ['a list in a block, with its dash', '> - one', '- one'],
    ['no marks in a block once more', '> He said “one two three”.', 'He said “one two three”.'],
    ['no block without a word', '> …\n\n>'],
    ['what stands between marks, too', 'a “one two three”\n\n> four\n', 'one two three', 'four'],
    [
      'words without emphasis',
      '“one **two** *three* _four_ __five__ ~~six~~”',
      'one two three four five six',
    ],
    ['an underscore within a word', '“one snake_case two”', 'one snake_case two'],
    ['a link’s words', '“one [two](https://a.example/ "x") three”', 'one two three'],
    ['words without a footnote’s reference', '“one two[^a] three[^b]”', 'one two three'],
    ['words without code', '“one `code` two three”', 'one two three'],
    ['nothing in code', 'a `“one two three”` b'],
    ['nothing in a fence', '```\n“one two three”\n> four five six\n```\n'],
    ['nothing in a fence of tildes', '~~~ js\n“one two three”\n~~~\n'],
    ['what follows a fence', '```\na\n```\n“one two three”', 'one two three'],
  ])('%s.', (_, text, ...words) => {
    expect(wordsIn(text, 'markdown')).toEqual(words);
  });

  test('each from where it begins, in the order of the document.', () => {
    const text = 'a “bcde f g”\n\n  > hijk\n\n**b** “lmno p q”\n\n>\n> rstu';
    expect(placesIn(text, 'markdown')).toEqual(['“bcd', 'hijk', '“lmn', 'rstu']);
  });
});

describe('Of HTML there is quoted', () => {
  test.each<[string, string, ...string[]]>([
    ['a block', '<blockquote>one</blockquote>', 'one'],
    ['a block with attributes', '<blockquote cite="a" class="b">one</blockquote >', 'one'],
    ['a quotation in a line', 'a <q>one two</q> b', 'one two'],
    ['capitals, too', '<BLOCKQUOTE>one</blockquote><Q>two</Q>', 'one', 'two'],
    ['each', '<q>one</q><q>two</q>', 'one', 'two'],
    ['one in a block, once', '<blockquote>one <q>two</q></blockquote>', 'one two'],
    ['paragraphs of a block, parted', '<blockquote><p>one</p><p>two</p></blockquote>', 'one two'],
    ['words without elements in them', '<q>o<b>n</b>e <a href="x">two</a></q>', 'one two'],
    ['nothing never closed', '<q>one two three'],
    ['nothing after what is never closed', '<blockquote>one <q>two three</q>'],
    ['no other element', '<quote>one two three</quote><qq>four five six</qq>'],
    ['no marks in it once more', '<q>He “one two three”</q>', 'He “one two three”'],
    ['what stands between marks', '<p>He said “one two three”</p>', 'one two three'],
    ['what is parted by elements of blocks', '<p>“one<br>two<br/>three”</p>', 'one two three'],
    ['no comment', '<!-- “one two three” -->'],
    ['no comment of two lines', '<!-- a\n“one two three” -->'],
    ['words without whose they are', '<blockquote>one<footer>two</footer></blockquote>', 'one'],
    ['nor the work', '<blockquote>one <cite>two</cite> three</blockquote>', 'one three'],
    ['nor a caption', '<figcaption>“one two three”</figcaption>'],
    ['no attribute', '<a title="one two three">a</a>'],
    ['no element without words', '<q> </q>'],
    ['nothing that needs a word more', '“one t<b>w</b>o”'],
  ])('%s.', (_, text, ...words) => {
    expect(wordsIn(text, 'html')).toEqual(words);
  });

  test.each([
    ['&ldquo;', '&rdquo;'],
    ['&bdquo;', '&ldquo;'],
    ['&lsquo;', '&rsquo;'],
    ['&sbquo;', '&rsquo;'],
    ['&laquo;', '&raquo;'],
    ['&lsaquo;', '&rsaquo;'],
    ['&quot;', '&quot;'],
    ['&apos;', '&apos;'],
    ['&#8220;', '&#8221;'],
    ['&#x201c;', '&#x201D;'],
    ['&#X201C;', '&#X201d;'],
  ])('what stands between %s and %s.', (open, close) => {
    expect(found(`a ${open}one two three${close}.`, 'html')).toStrictEqual([
      { start: 2, words: 'one two three' },
    ]);
  });

  test.each([
    ['&hellip;', '…'],
    ['&ndash;', '–'],
    ['&mdash;', '—'],
    ['&amp;', '&'],
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&nbsp;', ' '],
    ['&unknown;', ' '],
    ['&toString;', ' '],
    ['&valueOf;', ' '],
    ['&#233;', 'é'],
    ['&#xe9;', 'é'],
    ['&#x1F600;', '😀'],
    ['&#999999;', '\u{F423F}'],
    ['&#xFFFFF;', '\u{FFFFF}'],
    ['&;', '&;'],
  ])('of %s the sign %j.', (entity, sign) => {
    expect(wordsIn(`<q>one${entity}two</q>`, 'html')).toEqual([`one${sign}two`]);
  });

  test('each from where it begins.', () => {
    const text = '<p>a “bcde f g”</p><blockquote>\n  hijk</blockquote> “lmno p q” <q>rstu</q>';
    expect(placesIn(text, 'html')).toEqual(['“bcd', 'hijk', '“lmn', 'rstu']);
  });
});

describe('Of a bibliography there is quoted', () => {
  test.each<[DocumentForm, string, ...string[]]>([
    ['bibtex', 'a = {\\enquote{one two three}}', 'one two three'],
    ['bibtex', 'a = {\\enquote*{one two three}}', 'one two three'],
    ['bibtex', 'a = {\\textquote{one two three}}', 'one two three'],
    ['bibtex', 'a = {\\textbf{one two three}}'],
    ['bibtex', "a = {``one two three''}", 'one two three'],
    ['bibtex', "a = {``one {T}wo thr\\&ee''}", 'one Two thr&ee'],
    ['bibtex', 'a = "one two three"'],
    ['bibtex', 'a = {“one \\# \\_ \\% \\$ two three”}', 'one # _ % $ two three'],
    ['bibtex', 'a = {“one \\two three”}', 'one \\two three'],
    ['ris', 'N1  - “one two three”', 'one two three'],
    ['ris', 'N1  - “one\nAB  - two three”', 'one two three'],
    ['ris', 'a N1  - “one N1  - two three”', 'one N1 - two three'],
    ['json', '{"a": "one two three"}'],
    ['json', '{"a": "He \\"one two three\\" b"}', 'one two three'],
    ['json', '{"a": "He “one two three” b"}', 'one two three'],
    ['json', '{"a": "\\u201cone two three\\u201D"}', 'one two three'],
    ['json', '{"a": "“one two\\nthree\\tfour\\rfive”"}', 'one two three four five'],
    ['json', '{"a": "“one two", "b": "three four”"}'],
  ])('%s: %s.', (form, text, ...words) => {
    expect(wordsIn(text, form)).toEqual(words);
  });

  test.each<[DocumentForm, string]>([
    ['bibtex', 'a = {b \\& \\enquote{one two three}}'],
    ['bibtex', 'a = {b \\textquote*{one two three}}'],
    ['json', '{"a": "b\\n \\u00e9 “one two three”"}'],
    ['ris', 'N1  - b “one two three”'],
  ])('%s from where it begins: %s.', (form, text) => {
    const [{ start } = { start: -1 }] = found(text, form);
    expect(start).toBe(Math.max(text.indexOf('\\enquote'), text.indexOf('\\textquote'), text.indexOf('“')));
  });
});
