import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { Refused } from '../../src/core/draft/draft.ts';
import { readMarkdown } from '../../src/core/draft/markdown-draft.ts';
import { readPlainText } from '../../src/core/draft/plain-text.ts';
import { Unwritable, writeDraft } from '../../src/core/draft/write-draft.ts';

const draft = (...children: RootContent[]) => ({ tree: { type: 'root' as const, children } });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const words = (value: string): PhrasingContent => ({ type: 'text', value });
/** What is written as it is, whatever comes of it. */
const asItIs = (value: string) => ({ type: 'written', value }) as unknown as PhrasingContent;

describe('A draft is written as MDX', () => {
  test('with its own words for the text of record, where there is none.', () => {
    expect(writeDraft(draft(paragraph(words(' A. ')), paragraph(words('B.'))))).toMatchObject({
      original: 'A.\n\nB.\n',
    });
    expect(writeDraft(readMarkdown('# A\n\n* b\n* c'))).toEqual({
      body: '## A\n\n* b\n* c\n',
      original: 'A\n\nb\n\nc\n',
    });
  });

  test('beside the text of record as it came, where it has the same words.', () => {
    const text = '\n  A \r\n\r\n\r\n B.  ';
    expect(writeDraft(readPlainText(text), text)).toEqual({ body: '## A\n\nB.\n', original: text });
  });

  test.each<[text: string, body: string]>([
    ['import x from "y"', '&#x69;mport x from "y"\n'],
    ['export default', '&#x65;xport default\n'],
    ['# a {b} <c>', '\\# a \\{b} \\<c>\n'],
  ])('in which nothing is taken for code or markup: %j.', (text, body) => {
    expect(writeDraft(draft(paragraph(words(text))))).toEqual({ body, original: `${text}\n` });
  });

  test.each<[html: string, body: string]>([
    ['<ul><li>a<table><tr><td>b</table>c</ul>', '* a\n\n  |   |\n  | - |\n  | b |\n\n  c\n'],
    ['<ol><li><ul><li>a</ul><table><tr><td>b</table></ol>', '1. * a\n\n   |   |\n   | - |\n   | b |\n'],
  ])('in which a table is no line more of what stands beside it in an item: %s', (html, body) => {
    expect(writeDraft(readMarkdown(html)).body).toBe(body);
  });

  test('with the words of its footnotes too.', () => {
    expect(writeDraft(readMarkdown('A[^1].\n\n[^1]: Note.'))).toEqual({
      body: 'A[^1].\n\n[^1]: Note.\n',
      original: 'A.\n',
    });
  });
});

describe('A draft is refused', () => {
  test.each<[text: string, record: string, shown: string]>([
    ['A.', 'Other', 'A.'],
    ['A.', 'A.\n\n B and more \n', 'B and more'],
    ['A.\n\nB.', 'A.', 'B.'],
    [`${'long '.repeat(20)}.`, 'short', 'long '.repeat(12).trim()],
  ])('where it has other words than the text of record: %j and %j.', (text, record, shown) => {
    const tree = draft(...text.split('\n\n').map((each) => paragraph(words(each))));
    expect(() => writeDraft(tree, record)).toThrow(Unwritable);
    expect(() => writeDraft(tree, record)).toThrow(new RegExp(`“${shown.slice(0, 60)} ?”\\.$`));
  });

  test('where MDX would run it.', () => {
    expect(() => writeDraft(draft(paragraph(words('a '), asItIs('{b}'))))).toThrow(Unwritable);
  });

  test.each<[what: string, lost: RootContent[], shown: string]>([
    ['MDX could not read it', [paragraph(words('a '), asItIs('<b'))], 'First.'],
    ['it would be of another kind', [paragraph(asItIs('# '), words('Head'))], 'Head'],
    [
      'it would be of another rank',
      [{ type: 'heading', depth: 2, children: [asItIs('# '), words('Head')] }],
      'Head',
    ],
    [
      'it would refer to a note that is not there',
      [paragraph(words('a '), asItIs('[^a]'), words('.'))],
      'a .',
    ],
    [
      'the words of a footnote would be others',
      [
        paragraph(words('a'), { type: 'footnoteReference', identifier: '1', label: '1' }),
        {
          type: 'footnoteDefinition',
          identifier: '1',
          label: '1',
          children: [paragraph(words('b '), asItIs('c'))],
        },
      ],
      'b',
    ],
  ])('where %s; the first words that would be lost are shown.', (_, lost, shown) => {
    const tree = draft(paragraph(words('First.')), ...lost);
    expect(() => writeDraft(tree)).toThrow(Unwritable);
    expect(() => writeDraft(tree)).toThrow(`so that it reads the same: “${shown.trim()}”.`);
  });

  const stars = (count: number) => paragraph(words('*'.repeat(count)));

  test('where a paragraph has too many signs of Markdown’s own.', () => {
    const told = /^A paragraph of it has 5001 signs .* no more than 5000 can be taken\. Divide the text\.$/;
    expect(() => writeDraft(draft(paragraph(words('First.')), stars(5001)))).toThrow(Refused);
    expect(() => writeDraft(draft(paragraph(words('First.')), stars(5001)))).toThrow(told);
  });

  test('not where it has just as many as can be taken.', () => {
    expect(writeDraft(draft(stars(5000), stars(1))).original).toBe(`${'*'.repeat(5000)}\n\n*\n`);
  });

  test('where it has too many of them altogether.', () => {
    const many = draft(...Array.from({ length: 101 }, () => stars(4951)));
    expect(() => writeDraft(many)).toThrow(/^It has 500051 signs .* no more than 500000 can be taken\./);
  });
});
