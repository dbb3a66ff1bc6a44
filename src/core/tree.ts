import type { Root } from 'mdast';
import { VFileMessage } from 'vfile-message';
import { explainMdx } from './mdx-fault.ts';
import { problem, type Problem, sentence } from './problem.ts';
import { parseMdx } from './syntax.ts';

/**
 * @param path file, for positions
 * @param body its MDX, with the front matter blanked out
 * @returns its tree, or the one problem of a file that cannot be parsed
 */
export function readTree(path: string, body: string): { tree?: Root; problems: Problem[] } {
  try {
    return { tree: parseMdx(body), problems: [] };
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const { message, hint, place } = explainMdx(body, error);
    const rest = `${hint} The rest of this file was not checked.`;
    return { problems: [problem('malformed-mdx', { path, ...place }, sentence(message), rest)] };
  }
}
