import type { Root } from 'mdast';
import { expect } from 'vitest';
import { collectText } from '../../../src/core/block.ts';
import { refuseCode } from '../../../src/core/data-only.ts';
import type { Draft } from '../../../src/core/draft/draft.ts';
import { toMarkdown } from '../../../src/core/markdown.ts';
import { parseMdx } from '../../../src/core/syntax.ts';

/** A draft as Markdown, once it is sure that a reading may hold it, and that it reads the same there. */
export function written({ tree }: Draft): string {
  const markdown = toMarkdown(...tree.children);
  const read = parseMdx(markdown);
  expect(refuseCode(read, 'index.mdx')).toEqual([]);
  expect(textsOf(read)).toEqual(textsOf(tree));
  return markdown;
}

function textsOf(tree: Root): string[] {
  return collectText(tree).blocks.map(({ kind, text }) => `${kind}: ${text}`);
}
