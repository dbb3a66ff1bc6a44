import { readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { collectText } from '../../src/core/block.ts';
import { canonical } from '../../src/core/canonical.ts';
import { toMarkdown } from '../../src/core/export/markdown.ts';
import { claim, headOf, read } from './support/reading.ts';

const every = ['content', 'tests/fixtures/site/content'].flatMap((folder) =>
  readContent(folder).readings.map((reading) => ({
    reading,
    mdx: readFileSync(`${folder}/readings/${reading.slug}/index.mdx`, 'utf8'),
  })),
);

/** Markdown as others read it: not MDX. */
const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);

const write = (body: string) => toMarkdown(headOf() + body, read(body).reading);

describe('A text as Markdown', () => {
  test.each(every.map(({ reading, mdx }) => [reading.slug, reading, mdx] as const))(
    '%s has the words of the text to the letter, block by block, and no others.',
    (_, reading, mdx) => {
      const markdown = toMarkdown(mdx, reading);
      const { blocks } = collectText(parse(markdown));
      expect(blocks.map(({ text }) => canonical(text))).toEqual(reading.blocks.map(({ text }) => text));
      expect(blocks.map(({ kind }) => kind.replace('byline', 'paragraph'))).toEqual(
        reading.blocks.map(({ kind }) => kind.replace('byline', 'paragraph')),
      );
      for (const { finding } of reading.annotations) expect(markdown).not.toContain(finding);
    },
  );

  test.each(every.map(({ reading, mdx }) => [reading.slug, reading, mdx] as const))(
    '%s names every block’s anchor once, in order, each on a line of its own.',
    (_, reading, mdx) => {
      const comments = [...toMarkdown(mdx, reading).matchAll(/^<!-- (.*) -->$/gm)].map(([, names]) => names);
      expect(comments.flatMap((names) => names!.split(' '))).toEqual(
        reading.blocks.map(({ anchor }) => anchor),
      );
    },
  );

  test('keeps headings, lists, emphasis, links and footnotes of the text.', () => {
    const body =
      'It was *cold*, ~~not~~ **very**.[^a]\n\n## Then\n\n- one\n- [two](https://example.org/)\n\n[^a]: A note.\n';
    expect(write(body)).toBe(
      [
        '<!-- p1 -->',
        'It was *cold*, ~~not~~ **very**.[^a]',
        '<!-- then -->',
        '## Then',
        '<!-- p2 p3 -->',
        '- one',
        '- [two](https://example.org/)',
        '[^a]: A note.\n',
      ].join('\n\n'),
    );
  });

  test('leaves marks and notes out, also one within the other and over a word’s part.', () => {
    const body = `So ${claim('outer', `cold ${claim('inner', 'win')}ter`)}, they_say_so.\n\n[^outer]: A.\n\n[^inner]: B.`;
    expect(write(body)).toBe('<!-- p1 -->\n\nSo cold winter, they_say_so.\n');
  });

  test('has signs as signs of the text, where marks stood beside them.', () => {
    const body = `A ${claim('star', '\\*')}sign\\* and 1${claim('dot', '\\.')} \\<b>.\n\n[^star]: A.\n\n[^dot]: B.`;
    const { blocks } = collectText(parse(write(body)));
    expect(blocks.map(({ text }) => text)).toEqual(['A *sign* and 1. <b>.']);
  });
});
