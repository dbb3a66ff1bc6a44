import { z } from 'zod';
import { refuseCodeInPage } from './data-only.ts';
import { cutFrontMatter, isHeadOpen, openHead } from './front-matter.ts';
import { problem, type Problem } from './problem.ts';
import { readTree } from './tree.ts';
import { readYaml } from './yaml-document.ts';

/** What stands at the head of a page of `content/pages/`: about, colophon. */
export const pageSchema = z.strictObject({ title: z.string().min(1) });

/**
 * Judges a page: it has a title, and is Markdown, with no element and nothing that runs.
 *
 * @param file path for messages, and its MDX
 */
export function checkPage({ path, mdx }: { path: string; mdx: string }): Problem[] {
  if (isHeadOpen(mdx)) return [openHead(path)];
  const { yaml, body } = cutFrontMatter(mdx);
  const { tree, problems } = readTree(path, body);
  return [...checkHead(path, yaml), ...problems, ...(tree ? refuseCodeInPage(tree, path) : [])];
}

function checkHead(path: string, yaml: string | undefined): Problem[] {
  // The first line of the YAML is the second of the file: the opening fence is the first.
  if (yaml !== undefined)
    return readYaml({ path, yaml, firstLine: 2 }, pageSchema, 'invalid-front-matter').problems;
  const message = 'The file does not begin with front matter.';
  return [
    problem(
      'invalid-front-matter',
      { path, line: 1, column: 1 },
      message,
      'Begin it with a title between two lines of `---`.',
    ),
  ];
}
