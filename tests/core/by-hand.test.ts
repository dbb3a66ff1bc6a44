import type { Element } from 'hast';
import { toString } from 'mdast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { annotatedByHand, textByHand } from '../../src/bench/by-hand.ts';
import { readContent } from '../../src/build/content.ts';

const { readings, sources } = readContent();
const reading = readings[0]!;
const parse = (html: string) => unified().use(rehypeParse).parse(html);
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('A page by hand', () => {
  const html = annotatedByHand(reading, sources);
  const words = flat(toString(parse(html)));

  test('has the text, letter for letter, when its notes are not counted.', () => {
    const tree = parse(textByHand(reading));
    for (const { text } of reading.blocks) expect(flat(toString(tree))).toContain(flat(text));
  });

  test('has every note with all its evidence.', () => {
    for (const { quote, finding, body, evidence } of reading.annotations) {
      const said = [
        quote,
        finding,
        ...body.map(({ text }) => text),
        ...evidence.map(({ excerpt }) => excerpt),
      ];
      for (const each of said) expect(words).toContain(flat(each));
    }
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
});
