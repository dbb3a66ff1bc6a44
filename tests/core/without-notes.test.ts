import { readFileSync } from 'node:fs';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { nameOf } from '../../src/core/footnotes.ts';
import { cutFrontMatter } from '../../src/core/front-matter.ts';
import { parseMdx } from '../../src/core/syntax.ts';
import { withoutNotes } from '../../src/core/without-notes.ts';
import { claim, headOf, read } from './support/reading.ts';

const every = ['content', 'tests/fixtures/site/content'].flatMap((folder) => {
  const { readings, frozen } = readContent(folder);
  const earlier = frozen.map(({ reading, files }) => ({ reading, path: files.path }));
  return [
    ...readings.map((reading) => ({ reading, path: `${folder}/readings/${reading.slug}/index.mdx` })),
    ...earlier,
  ].map(({ reading, path }) => [path, reading, readFileSync(path, 'utf8')] as const);
});

/** A tree without places, which are others where less stands before them. */
function treeOf(mdx: string) {
  const tree = parseMdx(cutFrontMatter(mdx).body);
  visit(tree, (node) => {
    delete node.position;
  });
  return tree;
}

describe('A reading’s file without its notes', () => {
  test.each(every)('%s is the same text.', (_, { annotations }, mdx) => {
    const notes = new Set(annotations.map(({ id }) => id));
    const { children } = treeOf(mdx);
    const kept = children.filter((node) => node.type !== 'footnoteDefinition' || !notes.has(nameOf(node)));
    expect(treeOf(withoutNotes(mdx, annotations)).children).toEqual(kept);
  });

  test('keeps the text’s own footnotes, and what stands between notes.', () => {
    const mdx = `${claim('a', 'Snow')} fell.[^own]\n\n[^a]: It did.\n\n    More of it.\n\n[^own]: In winter.\n\nIt ${claim('b', 'melted')}.\n\n[^b]: It did, too.\n`;
    const rest = withoutNotes(headOf() + mdx, read(mdx).reading.annotations);
    expect(rest).toContain('[^own]: In winter.\n\nIt ');
    expect(rest).not.toMatch(/It did|More/);
  });
});
