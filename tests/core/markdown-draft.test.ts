import { describe, expect, test } from 'vitest';
import { Refused } from '../../src/core/draft/draft.ts';
import { readMarkdown } from '../../src/core/draft/markdown-draft.ts';
import { written } from './support/drafts.ts';

const write = (markdown: string) => written(readMarkdown(markdown));
const said = (markdown: string) => readMarkdown(markdown).said;

describe('Markdown on its way to become a reading', () => {
  test('keeps what a reading has: tables, lists, quotations, code, emphasis, links.', () => {
    const markdown = `One *two* **three** \`four\` ~~five~~ [six](https://example.org/)

* a list
  * deeper

1. first

> a quotation

| a | b |
| - | - |
| c | d |

\`\`\`js
code {}
\`\`\``;
    expect(write(markdown)).toBe(markdown);
    expect(said(markdown)).toEqual([]);
  });

  test('suggests title, author and language from its front matter, which is cut off, and told.', () => {
    const { tree, ...draft } = readMarkdown(`---
title: On kites
author: [Ann Example, { family: Doe, given: Jo }, { name: Third }]
date: 2020-01-02
lang: en-GB
---

Text.`);
    expect(draft).toEqual({
      title: 'On kites',
      author: [{ literal: 'Ann Example' }, { family: 'Doe', given: 'Jo' }, { literal: 'Third' }],
      language: 'en-GB',
      said: [
        'The front matter at the head of the file was cut off: `title`, `author`, `date` and `lang`.',
        'It gives the date 2020-01-02, which belongs in the record of the source.',
      ],
    });
    expect(written({ tree, said: [] })).toBe('Text.');
  });

  test('takes lines of dashes that enclose no fields for text.', () => {
    expect(write('---\nnot fields\n---\n\nText.')).toBe('***\n\n## not fields\n\nText.');
  });

  test('suggests its first heading as the title where no other is of its rank, and keeps it.', () => {
    const one = '# On kites\n\n## Strings\n\nText.';
    expect(readMarkdown(one).title).toBe('On kites');
    expect(write(one)).toBe('## On kites\n\n## Strings\n\nText.');
    expect(readMarkdown('# One\n\n# Two\n\nText.').title).toBeUndefined();
  });

  test('ranks headings beneath the title of the page, without a gap.', () => {
    expect(write('# A\n\n### B\n\n# C\n\n###### D\n\nText.')).toBe('## A\n\n### B\n\n## C\n\n### D\n\nText.');
  });

  test('numbers footnotes in the order in which they are met, also those within a line and in one another.', () => {
    expect(
      write('A[^z] b^[in *line*] c[^y].\n\n[^y]: Last.\n\n[^z]: See[^y].\n\n    More.\n\n[^x]: Stray.'),
    ).toBe('A[^1] b[^2] c[^3].\n\n[^1]: See[^3].\n\n    More.\n\n[^2]: in *line*\n\n[^3]: Last.');
    expect(said('A[^a].\n\n[^a]: B.\n\n[^x]: Stray.')).toEqual([
      'One footnote of the text’s own was recognized.',
      'A footnote that nothing refers to was left out: “Stray.”.',
    ]);
  });

  test('finds footnotes wherever they stand, also in one another.', () => {
    expect(write('A[^a] b[^b] c[^c].\n\n[^a]: X.\n\n    [^b]: Y.\n\n> [^c]: Z.\n>\n> Quoted.')).toBe(
      'A[^1] b[^2] c[^3].\n\n> Quoted.\n\n[^1]: X.\n\n[^2]: Y.\n\n[^3]: Z.',
    );
  });

  test('gives footnotes other names where words look like references to them.', () => {
    expect(write('A[^1] \\[^1].\n\n[^1]: X.')).toBe('A[^note-1] \\[^1].\n\n[^note-1]: X.');
  });

  test('leaves pictures out, and says which.', () => {
    const markdown = 'A ![kite](k.png) b ![][r] c.\n\n![alone](a.png)\n\n[r]: r.png';
    expect(write(markdown)).toBe('A b c.');
    expect(said(markdown)).toEqual([
      'Three pictures (“kite” and “alone”) were left out: a picture is no part of the text.',
    ]);
  });

  test('keeps the words of links that a reading cannot lead to, and says which.', () => {
    const markdown =
      '[a](javascript:alert) [b](data:text/html,x) [c](../other.md) [d](#there) [e](https://example.org/) [f][r] <mailto:a@example.org>\n\n[r]: https://example.com/';
    expect(write(markdown)).toBe(
      'a b c d [e](https://example.org/) [f](https://example.com/) [mailto:a@example.org](mailto:a@example.org)',
    );
    expect(said(markdown)[0]).toBe(
      'Four links became plain words, since a reading links to whole web addresses only: `javascript:alert`, `data:text/html,x` and `../other.md` and others.',
    );
  });

  test('makes Markdown of HTML that formats words, and leaves comments and scripts out.', () => {
    const markdown = `A <b>bold <i>and slanted</i></b> 10<sup>6</sup> H<sub>2</sub>O 1<sup>st</sup><br>line[^a].

<!-- note to self -->

<script>alert(1)</script>

<div>Words in <u>a block</u>.</div>

[^a]: A note.`;
    expect(write(markdown)).toBe(
      'A **bold _and slanted_** 10⁶ H₂O 1st\\\nline[^1].\n\nWords in *a block*.\n\n[^1]: A note.',
    );
    expect(said(markdown)).toEqual([
      'One comment in the Markdown was left out.',
      'HTML in the Markdown became the Markdown for it.',
      'One script or style was left out.',
      'One footnote of the text’s own was recognized.',
    ]);
  });

  test('takes what MDX would run for words.', () => {
    expect(write('A {b} c\\<d> {`e`}')).toBe('A \\{b} c\\<d> \\{`e`}');
  });

  test('joins the lines of a paragraph with spaces, and keeps its breaks.', () => {
    expect(write('one\ntwo  \nthree')).toBe('one two\\\nthree');
  });

  test('writes the box of a task out.', () => {
    expect(write('- [ ] to do\n- [x] done')).toBe('* \\[ ] to do\n* \\[x] done');
  });

  test.each<[front: string, expected: object]>([
    ['title: 1984', { title: '1984' }],
    ['title: " "', {}],
    ['title: [A]', {}],
    ['author: " A "', { author: [{ literal: 'A' }] }],
    [
      'authors: [A, null, 7, {}, { name: B }, { given: C }]',
      { author: [{ literal: 'A' }, { literal: '7' }, { literal: 'B' }] },
    ],
    ['author: []', {}],
    ['lang: not a tag\nlanguage: cy', { language: 'cy' }],
    ['lang: not a tag', {}],
    ['layout: post', {}],
  ])('suggests what front matter tells, and nothing that it does not: %j.', (front, expected) => {
    const { tree: _, said: __, ...suggested } = readMarkdown(`---\n${front}\n---\n\nText.`);
    expect(suggested).toEqual(expected);
  });

  test.each(['- a', 'null', 'a: [', '7'])('takes %j between lines of dashes for text.', (front) => {
    const { tree, said: told } = readMarkdown(`---\n${front}\n---\n\nText.`);
    expect(told.join()).not.toContain('front matter');
    expect(tree.children.length).toBeGreaterThan(1);
  });

  test('says of front matter without a date no date.', () => {
    expect(said('---\ntitle: A\n---\n\nText.')).toEqual([
      'The front matter at the head of the file was cut off: `title`.',
    ]);
  });

  test('tells how many comments it left out, within lines too, and takes what is more than one for HTML.', () => {
    expect(said('<!-- a --> <!-- b -->\n\nA <!-- c --> b.')).toEqual([
      'Two comments in the Markdown were left out.',
    ]);
    expect(write('<!-- a --> <b>B</b>')).toBe('**B**');
  });

  test('suggests a heading of HTML as its title, and keeps front matter’s before it.', () => {
    expect(readMarkdown('<h1>On kites</h1>\n\nText.').title).toBe('On kites');
    expect(readMarkdown('<b>On</b> kites').title).toBeUndefined();
    expect(readMarkdown('---\ntitle: A\n---\n\n<h1>On kites</h1>\n\nText.').title).toBe('A');
  });

  test('takes the first of two definitions of a name.', () => {
    expect(write('[a][r]\n\n[r]: https://a.org/\n\n[r]: https://b.org/')).toBe('[a](https://a.org/)');
    expect(write('[a]()[b][r]\n\n[r]: https://a.org/ "A title"')).toBe('a[b](https://a.org/ "A title")');
    expect(said('[a]()')).toEqual([]);
  });

  test('tells of up to three addresses that became words, each once.', () => {
    const links = (...urls: string[]) => said(urls.map((url) => `[a](${url})`).join(' '))[0]!;
    expect(links('x')).toMatch(/^One link became .*: `x`\.$/);
    expect(links('x', 'x')).toMatch(/^Two links became .*: `x`\.$/);
    expect(links('x', 'y', 'z')).toMatch(/: `x`, `y` and `z`\.$/);
    expect(links('x', 'y', 'z', '/w')).toMatch(/: `x`, `y` and `z` and others\.$/);
  });

  test('writes the box of a task out before whatever the task is.', () => {
    expect(write('- [x] a\n- plain')).toBe('* \\[x] a\n* plain');
    expect(write('- [ ] a\n  - [x] b\n\n<b>c</b>')).toBe('* \\[ ] a\n  * \\[x] b\n\n**c**');
  });

  test('has no breaks in headings and cells.', () => {
    expect(write('one\\\ntwo\n===\n\nText.')).toBe('## one two\n\nText.');
    expect(write('| a |\n| - |\n| b<br>c |')).toBe('| a   |\n| --- |\n| b c |');
    expect(write('`a\nb`   c\td')).toBe('`a b` c d');
  });

  test.each<[markdown: string, headings: string[], isTold: boolean]>([
    ['# A\n\nx', ['## A'], true],
    ['## A\n\nx', ['## A'], false],
    ['# A\n\n# B', ['## A', '## B'], true],
    ['## A\n\n### B\n\n## C', ['## A', '### B', '## C'], false],
    ['## A\n\n#### B', ['## A', '## B'], true],
    ['x\n\n## A\n\n#### B', ['## A', '### B'], true],
    ['x\n\n#### A\n\n## B\n\n### C', ['## A', '## B', '### C'], true],
    [
      'x\n\n# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F',
      ['## A', '### B', '#### C', '##### D', '###### E', '###### F'],
      true,
    ],
    ['[a]: https://a.org/\n\n## A\n\nx', ['## A'], false],
  ])('ranks the headings of %j, and tells where they were others.', (markdown, headings, isTold) => {
    expect(
      write(markdown)
        .split('\n')
        .filter((line) => line.startsWith('#')),
    ).toEqual(headings);
    expect(said(markdown).some((each) => each.startsWith('The headings were ranked'))).toBe(isTold);
  });

  test.each<[markdown: string, title: string | undefined]>([
    ['# A\n\n## B', 'A'],
    ['## *A* b\n\nx', 'A b'],
    ['[^1]: N\n\n# A\n\nx[^1]', 'A'],
    ['# [^1] [^1]\n\nx\n\n[^1]: N', undefined],
    ['x', undefined],
    ['x\n\n# A', undefined],
    ['## A\n\n# B', undefined],
    ['## A\n\n## B', undefined],
    ['# ![](x.png)\n\n## A', 'A'],
  ])('has of %j the title %j.', (markdown, title) => {
    expect(readMarkdown(markdown).title).toBe(title);
  });

  test('leaves out a footnote without words, and what refers to it; and tells of each sort how many.', () => {
    expect(write('A[^a] b[^b] c[^a].\n\n[^a]: ![](x.png)\n\n[^b]: B.')).toBe('A b[^1] c.\n\n[^1]: B.');
    expect(write('A[^a].\n\n[^a]: See[^b].\n\n[^b]: ![](x.png)')).toBe('A[^1].\n\n[^1]: See.');
    expect(said('A[^a] b[^b].\n\n[^a]: A.\n\n[^b]: B.\n\n[^c]: ![](x.png)')).toContain(
      'Two footnotes of the text’s own were recognized.',
    );
    expect(said('A.\n\n[^a]: ![](x.png)').join()).not.toContain('footnote');
    expect(write('A[^1].\n\n[^1]: \\[^1] B.')).toBe('A[^note-1].\n\n[^note-1]: \\[^1] B.');
  });

  test.each(['', ' \n', '<!-- -->', '![x](y.png)', '***', '[a]: https://example.org/'])(
    'is refused without words: %j.',
    (markdown) => {
      expect(() => readMarkdown(markdown)).toThrow(Refused);
    },
  );
});
