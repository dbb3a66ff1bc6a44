import type { Code, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** What an example of the handbook shows: what is wrong, how it is right, or what all examples begin from. */
const STATES = ['wrong', 'right', 'given'] as const;

/** The folder of the reading that the examples are of. */
export const EXAMPLE_READING = 'content/readings/example';

/**
 * A fenced block of the handbook that is a file, or a part of one: ` ```yaml file=content/sources/report.yaml wrong `. `front` and `body` instead of a file are the two parts of the example reading's
 * index.mdx; `absent` says that the file is not there, and a block in `sh` is what mends it.
 */
export interface Example {
  state: (typeof STATES)[number];
  language: string;
  /** The file, `front` or `body`; none of a command. */
  part?: string;
  isAbsent: boolean;
  text: string;
}

/** @returns the example that a block of code is, or undefined where it is an ordinary one */
export function exampleIn({ lang, meta, value }: Code): Example | undefined {
  const words = (meta ?? '').split(' ');
  const state = STATES.find((each) => words.includes(each));
  if (!state) return undefined;
  const part = words.find((word) => word === 'front' || word === 'body' || word.startsWith('file='));
  return {
    state,
    language: lang ?? '',
    ...(part !== undefined && { part: part.replace('file=', '') }),
    isAbsent: words.includes('absent'),
    text: value,
  };
}

/** @returns all examples of a page of the handbook */
export function examplesIn(markdown: string): Example[] {
  const tree: Root = unified().use(remarkParse).parse(markdown);
  const found: Example[] = [];
  visit(tree, 'code', (code) => {
    found.push(...[exampleIn(code)].filter((example) => example !== undefined));
  });
  return found;
}

/** @returns what stands over an example: whether it is wrong, and where it stands */
export function captionOf({ state, part, isAbsent }: Example): string {
  const index = `${EXAMPLE_READING}/index.mdx`;
  const places: Record<string, string> = { front: `${index}, its front matter`, body: `${index}, its text` };
  const place = part === undefined ? undefined : (places[part] ?? part);
  const judgement = { wrong: 'Wrong', right: 'Right', given: undefined }[state];
  const said = [judgement, place].filter(Boolean).join(': ');
  return isAbsent ? `${said} (there is no such file)` : said;
}
