import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { collectText } from '../block.ts';
import { canonical, codePoints } from '../canonical.ts';
import type { Draft } from './draft.ts';
import { parseName } from './typed-name.ts';

/** Code points of the longest by-line that is taken for one. */
const LONGEST = 60;

/** What names the author in the languages in which it can mean nothing else there. */
const BY = /^(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|Автор:)\s+(?<name>.+)$/u;

/** Two to four words with capitals; between the first and the last, such as “van” and “de la” have none. */
const NAME =
  /^\p{Lu}[\p{L}\p{M}’'.-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}’'.-]*|af|al|bin|da|de|del|den|der|di|do|dos|du|ibn|la|le|ten|van|von|y|zu)){0,2}\s+\p{Lu}[\p{L}\p{M}’'-]*[\p{L}\p{M}]$/u;

/**
 * Sets off the by-line of a text: its second block, under its title, where that says by whom it is and nothing else.
 * Its words stay part of the text.
 *
 * @param draft of a text of any form
 * @returns it with the by-line in `<Byline>`, and its name as the author where the draft has none; or as it was
 */
export function withByline(draft: Draft): Draft {
  const [title, line, ...others] = draft.tree.children;
  const words = title?.type === 'heading' && others.length > 0 ? wordsOf(line) : undefined;
  const name = words === undefined ? undefined : nameIn(words);
  const author = name === undefined ? undefined : parseName(name);
  if (!author) return draft;
  return {
    ...draft,
    tree: { ...draft.tree, children: [title!, elementOf(line!), ...others] },
    author: draft.author ?? [author],
    said: [
      ...draft.said,
      `Its second paragraph, “${words}”, was taken for its by-line${draft.author ? '' : ', and the name in it for the author’s'}.`,
    ],
  };
}

function wordsOf(line: RootContent | undefined): string | undefined {
  if (line?.type !== 'paragraph') return undefined;
  const [block] = collectText({ type: 'root', children: [line] } satisfies Root).blocks;
  return block && !block.text.trim().includes('\n') ? canonical(block.text) : undefined;
}

function nameIn(words: string): string | undefined {
  const name = codePoints(words) < LONGEST ? BY.exec(words)?.groups?.name : undefined;
  return name !== undefined && NAME.test(name) ? name : undefined;
}

function elementOf(line: RootContent): RootContent {
  const element: MdxJsxFlowElement = {
    type: 'mdxJsxFlowElement',
    name: 'Byline',
    attributes: [],
    children: [line as MdxJsxFlowElement['children'][number]],
  };
  return element;
}
