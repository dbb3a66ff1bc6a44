import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { ELEMENTS, readAttributes, startOf } from './attributes.ts';
import { didYouMean } from './nearest.ts';
import { type Position, problem, type Problem } from './problem.ts';
import { BLOCKS, isJsx, type Jsx, OF_NOTES } from './syntax.ts';
import { faultOfWebAddress, isSafeAddress } from './web-address.ts';

/** The address of another page, as a page of the site's own may have it: `../colophon/`. */
const OTHER_PAGE = /^\.{1,2}\/[a-z0-9./#_-]*$/i;

/** How Markdown has what elements of HTML are mostly written for. */
const IN_MARKDOWN: Readonly<Record<string, string>> = {
  b: '**words**',
  strong: '**words**',
  i: '*words*',
  em: '*words*',
  a: '[words](https://…)',
  br: 'a backslash at the end of the line',
  p: 'a blank line before it and after it',
  blockquote: '> words',
  code: '`words`',
  del: '~~words~~',
  h2: '## words',
  h3: '### words',
};

/** What Markdown calls the things that an element can wrongly stand in, in words. */
const CONTAINERS: Readonly<Record<string, string>> = {
  listItem: 'a list',
  blockquote: 'a quotation',
  tableCell: 'a table',
  heading: 'a heading',
};

/**
 * Content is data: nothing in it may run, and every element in it is one of the table's, in its place.
 *
 * @param tree the tree of a reading
 * @param path its file, for positions
 * @returns what is refused
 */
export function refuseCode(tree: Root, path: string): Problem[] {
  return refuse(tree, path, Object.keys(ELEMENTS), isSafeAddress);
}

/**
 * The same for a page of the site: it has no elements, and may lead to other pages.
 *
 * @param tree the tree of a page
 * @param path its file, for positions
 * @returns what is refused
 */
export function refuseCodeInPage(tree: Root, path: string): Problem[] {
  return refuse(tree, path, [], (address) => OTHER_PAGE.test(address) || isSafeAddress(address));
}

function refuse(
  tree: Root,
  path: string,
  elements: readonly string[],
  isSafe: (address: string) => boolean,
): Problem[] {
  const problems: Problem[] = [];
  const inNotes = new Set<object>();
  visit(tree, 'footnoteDefinition', (definition) => {
    visit(definition, (node) => {
      inNotes.add(node);
    });
  });
  visit(tree, (node, _, parent) => {
    const position = startOf(path, node);
    if (node.type === 'mdxjsEsm') {
      problems.push(
        problem(
          'code-in-reading',
          position,
          'Content cannot import or export anything.',
          'Content is data: take the line out. Marks need no import.',
        ),
      );
    } else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      problems.push(
        problem(
          'code-in-reading',
          position,
          `Content cannot hold an expression, as \`{${node.value}}\` is one.`,
          'Content is data: write `\\{` and `\\}` for braces that belong to the text.',
        ),
      );
    } else if (isJsx(node)) {
      problems.push(...checkElement(node, parent, inNotes.has(node), position, path, elements));
    } else if (node.type === 'image' || node.type === 'imageReference') {
      problems.push(
        problem(
          'image-in-reading',
          position,
          'Content cannot show pictures.',
          'Take it out: a picture would be fetched from elsewhere, and is no part of the text.',
        ),
      );
    } else if ((node.type === 'link' || node.type === 'definition') && !isSafe(node.url)) {
      problems.push(unsafeLink(node.url, position));
    }
  });
  return problems;
}

function unsafeLink(address: string, position: Position): Problem {
  const fault = /^https?:\/\//i.test(address) ? faultOfWebAddress(address) : undefined;
  const message =
    fault === undefined
      ? `The address \`${address}\` does not begin with http://, https:// or mailto:.`
      : `The address \`${address}\` should be ${fault}.`;
  return problem('unsafe-link', position, message, 'Give the whole address, or take the link out.');
}

function checkElement(
  element: Jsx,
  parent: Nodes | undefined,
  inNote: boolean,
  position: Position,
  path: string,
  names: readonly string[],
): Problem[] {
  const name = element.name ?? '';
  if (!names.includes(name)) {
    const message = `There is no element <${name}>.${didYouMean(name, names)}`;
    const allowed = names.length > 0 ? `A reading may use ${names.join(', ')}; all else` : 'A page';
    const markdown = Object.hasOwn(IN_MARKDOWN, name) ? `: ${IN_MARKDOWN[name]}` : '';
    return [problem('unknown-component', position, message, `${allowed} is written in Markdown${markdown}.`)];
  }
  const misplaced = (what: string, hint: string) => [
    problem('misplaced-component', position, `<${name}> stands ${what}.`, hint),
  ];
  const ofNotes = (OF_NOTES as readonly string[]).includes(name);
  if (ofNotes && !inNote)
    return misplaced(
      'in the text',
      'It belongs in a note: indent it by four spaces, under the note’s first line.',
    );
  if (!ofNotes && inNote)
    return misplaced('in a note', `It belongs in the text; a note has ${OF_NOTES.join(', ')} only.`);
  if ((BLOCKS as readonly string[]).includes(name) && element.type === 'mdxJsxTextElement') {
    return misplaced('within a line', 'Put it on lines of its own, with a blank line before it.');
  }
  if (ofNotes && parent?.type !== 'footnoteDefinition') {
    return misplaced(
      `in ${containerOf(parent)} of the note`,
      'Put it on a line of its own, directly under the note.',
    );
  }
  if (name === 'Byline' && parent?.type !== 'root') {
    return misplaced(`in ${containerOf(parent)}`, 'Put it on lines of its own before the text.');
  }
  return name === 'Byline' ? readAttributes(element, path).problems : [];
}

function containerOf(parent: Nodes | undefined): string {
  if (parent && isJsx(parent)) return `<${parent.name}>`;
  return CONTAINERS[parent?.type ?? ''] ?? 'a part';
}
