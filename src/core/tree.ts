import type { Root } from 'mdast';
import { VFileMessage } from 'vfile-message';
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
    const position = { path, line: error.line ?? 1, column: error.column ?? 1 };
    const message = sentence(`This cannot be read as MDX: ${error.reason}`);
    const hint =
      'Close what is open; write `\\<` and `\\{` for signs that belong to the text. The rest of this file was not checked.';
    return { problems: [problem('malformed-mdx', position, message, hint)] };
  }
}
