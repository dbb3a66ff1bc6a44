import type { Element } from 'hast';
import { toString } from 'mdast-util-to-string';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { annotatedByHand, noteByHand, textByHand } from '../../src/bench/by-hand.ts';
import { noteInMarkdown, textInMarkdown } from '../../src/bench/markdown.ts';
import { readContent } from '../../src/build/content.ts';
import type { Annotation } from '../../src/core/annotation.ts';

const { readings, sources } = readContent();
const reading = readings[0]!;
const parse = (html: string) => unified().use(rehypeParse).parse(html);
const flat = (text: string) => text.replace(/\s+/g, ' ');

/** Everything that a note says. */
const wordsOf = ({ quote, finding, body, evidence }: Annotation) => [
  quote,
  finding,
  ...body.map(({ text }) => text),
  ...evidence.map(({ excerpt }) => excerpt),
];

describe('A page by hand', () => {
  const html = annotatedByHand(reading, sources);
  const words = flat(toString(parse(html)));

  test('has the text, letter for letter, when its notes are not counted.', () => {
    const tree = parse(textByHand(reading));
    for (const { text } of reading.blocks) expect(flat(toString(tree))).toContain(flat(text));
  });

  test('has every note with all its evidence.', () => {
    for (const annotation of reading.annotations)
      for (const each of wordsOf(annotation)) expect(words).toContain(flat(each));
  });

  test('has no attributes but those that links and languages need, no script, and little style.', () => {
    const attributes = new Set<string>();
    visit(parse(html), 'element', ({ tagName, properties }: Element) => {
      if (tagName === 'meta') return;
      expect(tagName).not.toBe('script');
      for (const name of Object.keys(properties)) attributes.add(name);
    });
    expect([...attributes].sort()).toEqual(['href', 'id', 'lang']);
    expect(/<style>(.*?)<\/style>/.exec(html)![1]!.length).toBeLessThanOrEqual(1024);
  });

  test('leads from the text to each note.', () => {
    for (const { id } of reading.annotations) {
      expect(html).toContain(`<a href="#${id}">`);
      expect(html).toContain(`<li id="${id}">`);
    }
  });

  test('of a note has the paragraph that it is about, and the note with its evidence.', () => {
    for (const annotation of reading.annotations) {
      const words = flat(toString(parse(noteByHand(reading, annotation, sources))));
      for (const each of [reading.blocks[annotation.block]!.text, ...wordsOf(annotation)])
        expect(words).toContain(flat(each));
    }
  });
});

describe('What other programs are given', () => {
  const program = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(remarkRehype);
  const drawn = (markdown: string) => program.runSync(program.parse(markdown));

  test('has the words of the page by hand, and its links from the text to each note.', () => {
    const tree = drawn(textInMarkdown(reading, sources));
    const words = flat(toString(tree));
    for (const annotation of reading.annotations) {
      for (const each of wordsOf(annotation)) expect(words).toContain(flat(each));
      expect(JSON.stringify(tree)).toContain(`#user-content-fn-${annotation.id}"`);
    }
  });

  test('has of a note what its page by hand has.', () => {
    for (const annotation of reading.annotations) {
      const words = flat(toString(drawn(noteInMarkdown(reading, annotation, sources))));
      for (const each of wordsOf(annotation)) expect(words).toContain(flat(each));
    }
  });
});
