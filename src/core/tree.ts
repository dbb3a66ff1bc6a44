import type { Root } from 'mdast';
import { VFileMessage } from 'vfile-message';
import { explainMdx } from './mdx-fault.ts';
import { DEEPEST, tooDeepIn } from './nesting.ts';
import { type Place, problem, type Problem, sentence } from './problem.ts';
import { parseMdx, TooDeep } from './syntax.ts';

/**
 * @param path file, for positions
 * @param body its MDX, with the front matter blanked out
 * @returns its tree, or the one problem of a file that cannot be parsed
 */
export function readTree(path: string, body: string): { tree?: Root; problems: Problem[] } {
  const deep = tooDeepIn(body);
  if (deep) return { problems: [tooDeep(path, deep)] };
  try {
    return { tree: parseMdx(body), problems: [] };
  } catch (error) {
    if (error instanceof TooDeep) return { problems: [tooDeep(path, error.place)] };
    if (!(error instanceof VFileMessage)) return { problems: [givenUp(path, error as Error)] };
    const { message, hint, place } = explainMdx(body, error);
    const rest = `${hint} The rest of this file was not checked.`;
    return { problems: [problem('malformed-mdx', { path, ...place }, sentence(message), rest)] };
  }
}

/** The parser has not expected what it met, and cannot say where: mostly an element that ends in another block. */
function givenUp(path: string, { message: said }: Error): Problem {
  const message = `The parser of MDX gives up: ${sentence(said)}`;
  const hint =
    'Close each element in the paragraph in which it begins; a line of `---` or `===` under words makes a heading of them. Nothing of this file was checked.';
  return problem('malformed-mdx', { path }, message, hint);
}

function tooDeep(path: string, place: Place): Problem {
  const message = `Here more than ${DEEPEST} lists, quotations, brackets or elements are within one another, or one paragraph has thousands of signs of emphasis.`;
  const hint = 'Write it with fewer. The rest of this file was not checked.';
  return problem('malformed-mdx', { path, ...place }, message, hint);
}
