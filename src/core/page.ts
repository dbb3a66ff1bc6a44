import { z } from 'zod';
import { refuseCodeInPage } from './data-only.ts';
import { cutFrontMatter, isHeadOpen, openHead } from './front-matter.ts';
import { problem, type Problem } from './problem.ts';
import { readTree } from './tree.ts';
import { readYaml } from './yaml-document.ts';

/** What stands at the head of a page of `content/pages/`: about, colophon. */
export const pageSchema = z.strictObject({ title: z.string().min(1) });

export type Page = z.output<typeof pageSchema>;

/**
 * Reads the head of a page, and judges the whole: it has a title, and is Markdown, with no element and nothing that
 * runs.
 *
 * @param file path for messages, and its MDX
 * @returns the head, where it is valid, and every problem of the page
 */
export function readPage({ path, mdx }: { path: string; mdx: string }): { page?: Page; problems: Problem[] } {
  if (isHeadOpen(mdx)) return { problems: [openHead(path)] };
  const { yaml, body } = cutFrontMatter(mdx);
  const { tree, problems } = readTree(path, body);
  const head = readHead(path, yaml);
  return {
    ...(head.value && { page: head.value }),
    problems: [...head.problems, ...problems, ...(tree ? refuseCodeInPage(tree, path) : [])],
  };
}

function readHead(path: string, yaml: string | undefined): { value?: Page | undefined; problems: Problem[] } {
  // The first line of the YAML is the second of the file: the opening fence is the first.
  if (yaml !== undefined) return readYaml({ path, yaml, firstLine: 2 }, pageSchema, 'invalid-front-matter');
  const start = { path, line: 1, column: 1 };
  const message = 'The file does not begin with front matter.';
  const hint = 'Begin it with a title between two lines of `---`.';
  return { problems: [problem('invalid-front-matter', start, message, hint)] };
}
