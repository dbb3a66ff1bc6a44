import { createProcessor } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { remarkReading } from '../../src/core/draw.ts';

/** The ranks that a text's headings are drawn with, in a reading of a title. */
async function ranksIn(mdx: string, title = 'The long frost'): Promise<number[]> {
  let ranks: number[] = [];
  const look = () => (tree: Root) => {
    ranks = tree.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  };
  const file = new VFile({ path: 'content/readings/frost/index.mdx', value: mdx });
  file.data = { astro: { frontmatter: { title } } };
  await createProcessor({ remarkPlugins: [remarkReading, look] }).process(file);
  return ranks;
}

describe('The title is the page’s one heading of the first rank:', () => {
  test.each([
    ['those of lower ranks stay as they are', '## One\n\nA.\n\n### Two\n\n#### Three', [2, 3, 4]],
    ['one of the first rank, and all others, stand one lower', '# One\n\n## Two\n\n# Three', [2, 3, 2]],
    ['none stands lower than the sixth', '# One\n\n###### Two', [2, 6]],
    [
      'the title, repeated above the text, lowers no others',
      '# The long frost\n\n## One\n\n### Two',
      [2, 2, 3],
    ],
    ['the title further down is a heading as any other', '## One\n\n# The long frost', [3, 2]],
    ['others beside the repeated title are lowered', '# The long frost\n\n# One\n\n## Two', [2, 2, 3]],
  ])('%s.', async (_, mdx, ranks) => {
    expect(await ranksIn(mdx)).toEqual(ranks);
  });

  test('a title in another rank is no first one.', async () => {
    expect(await ranksIn('### The long frost\n\n## One')).toEqual([3, 2]);
  });
});
