import { createProcessor } from '@mdx-js/mdx';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/core/hash.ts';
import { inlineNotes, isJsx, parseMdx, remarkReadingSyntax } from '../../src/core/syntax.ts';

/** A tree in one line: `paragraph(Claim(“All.”))`. */
function outline(node: Nodes): string {
  if ('value' in node) return `“${node.value}”`;
  const name = isJsx(node)
    ? (node.name ?? '')
    : 'identifier' in node
      ? `${node.type} ${node.identifier}`
      : node.type;
  return 'children' in node
    ? `${name}(${node.children.map((child) => outline(child as Nodes)).join(' ')})`
    : name;
}

const outlines = (mdx: string) => parseMdx(mdx).children.map(outline);

describe('A paragraph stays one paragraph', () => {
  test.each([
    ['marked from end to end', '<Claim>All of it.</Claim>', ['paragraph(Claim(“All of it.”))']],
    [
      'marked from end to end on lines of its own',
      '<Claim>\nAll of it.\n</Claim>',
      ['paragraph(Claim(“All of it.”))'],
    ],
    [
      'marked twice from end to end',
      '<Claim><Remark>All.</Remark></Claim>',
      ['paragraph(Claim(Remark(“All.”)))'],
    ],
    [
      'of two marks side by side',
      '<Claim>One.</Claim> <Remark>Two.</Remark>',
      ['paragraph(Claim(“One.”) “ ” Remark(“Two.”))'],
    ],
    [
      'of two marks with nothing between them',
      '<Claim>One</Claim><Remark>two.</Remark>',
      ['paragraph(Claim(“One”) Remark(“two.”))'],
    ],
    [
      'of two marks on two lines',
      '<Claim>One.</Claim>\n<Remark>Two.</Remark>',
      ['paragraph(Claim(“One.”) “\n” Remark(“Two.”))'],
    ],
    ['that begins with a mark', '<Claim>One.</Claim> Two.', ['paragraph(Claim(“One.”) “ Two.”)']],
    ['in a list item', '- <Claim>One.</Claim>', ['list(listItem(paragraph(Claim(“One.”))))']],
    ['in a block quote', '> <Claim>One.</Claim>', ['blockquote(paragraph(Claim(“One.”)))']],
  ])('%s.', (_, mdx, expected) => {
    expect(outlines(mdx)).toEqual(expected);
  });

  test('and two are two where a blank line parts them.', () => {
    expect(outlines('<Claim>One.</Claim>\n\n<Remark>Two.</Remark>')).toEqual([
      'paragraph(Claim(“One.”))',
      'paragraph(Remark(“Two.”))',
    ]);
  });

  test('and its place is from the first mark’s beginning to the last one’s end.', () => {
    const [, paragraph] = parseMdx('Before.\n\n<Claim>One.</Claim>\n<Remark>Two.</Remark>\n').children;
    expect(paragraph?.position).toMatchObject({
      start: { line: 3, column: 1 },
      end: { line: 4, column: 22 },
    });
  });
});

describe('Elements of their own lines are no paragraphs:', () => {
  test.each([
    ['the by-line', '<Byline>\n\nBy A.\n\n</Byline>', ['Byline(paragraph(“By A.”))']],
    ['the by-line without blank lines', '<Byline>\nBy A.\n</Byline>', ['Byline(paragraph(“By A.”))']],
    ['the by-line on one line', '<Byline>By A.</Byline>', ['Byline(paragraph(“By A.”))']],
    [
      'the by-line on one line with more than letters in it',
      '<Byline>By *A* and <Claim>B</Claim>.</Byline>',
      ['Byline(paragraph(“By ” emphasis(“A”) “ and ” Claim(“B”) “.”))'],
    ],
    [
      'the by-line that is marked',
      '<Byline><Claim>By A.</Claim></Byline>',
      ['Byline(paragraph(Claim(“By A.”)))'],
    ],
    ['the by-line without words', '<Byline> </Byline>', ['Byline()']],
    [
      'evidence in a note',
      '[^a]: Found.\n\n    <Evidence>words</Evidence>',
      ['footnoteDefinition a(paragraph(“Found.”) Evidence(“words”))'],
    ],
    [
      'two pieces of evidence on two lines',
      '[^a]: Found.\n\n    <Evidence>one</Evidence>\n    <Since>two</Since>',
      ['footnoteDefinition a(paragraph(“Found.”) Evidence(“one”) Since(“two”))'],
    ],
  ])('%s.', (_, mdx, expected) => {
    expect(outlines(mdx)).toEqual(expected);
  });
});

/** The tree that pages are drawn from: of the MDX compiler, which takes paragraphs of elements alone apart. */
function treeOfPage(mdx: string): Root {
  let tree: Root | undefined;
  createProcessor({
    remarkPlugins: [
      remarkGfm,
      [inlineNotes, { inlineNotes: true }],
      remarkReadingSyntax,
      () => (read: Root) => void (tree = structuredClone(read)),
    ],
  }).processSync(mdx);
  return tree!;
}

describe('A page is drawn from the tree that was checked:', () => {
  test.each([
    '<Claim>All of it.</Claim>',
    '<Claim>\nAll of it.\n</Claim>',
    '<Claim><Remark>All.</Remark></Claim>',
    '<Claim>\n<Remark>\nAll.\n</Remark>\n</Claim>',
    '<Claim>One.</Claim> <Remark>Two.</Remark>',
    '<Claim>One</Claim><Remark>two.</Remark>',
    '<Claim>One.</Claim>\n<Remark>Two.</Remark>\n<Figure>3</Figure>',
    '<Claim>One.</Claim>\n\n<Remark>Two.</Remark>',
    '<Claim>One.</Claim>\n  \n \n<Remark>Two.</Remark>',
    '<Claim>One.</Claim> Two.',
    'Before.\n\n<Claim>*One* `b`.</Claim>\n\nAfter.',
    '- <Claim>One.</Claim> <Remark>Two.</Remark>\n- <Claim>Three.</Claim>',
    '> <Claim>One.</Claim>\n> <Remark>Two.</Remark>',
    '> <Claim>One.</Claim>\n>\n> <Remark>Two.</Remark>',
    '- <Claim>One.</Claim>\n  <Remark>Two.</Remark>',
    '- one\n- two',
    '| a |\n| - |\n| <Claim>b</Claim> |',
    '<Byline>\n\nBy A.\n\n</Byline>',
    '<Byline>\nBy A.\n</Byline>',
    '<Byline>By <Claim>A</Claim>.</Byline>',
    '<Byline><Claim>By A.</Claim></Byline>',
    '<Byline> </Byline>',
    'One.\n\n[^a]: Found.\n\n    <Evidence>one</Evidence>\n    <Since>two</Since>',
    'One.\n\n[^a]: Found.\n\n    <Evidence>one</Evidence> <Since>two</Since>\n\n    And more.',
    'Text^[An *aside*.] goes on.',
    'See xmpp:a@b.example and https://b.example/.',
  ])('%j.', (mdx) => {
    expect(treeOfPage(mdx).children.map(outline)).toEqual(outlines(mdx));
  });

  test('marks that were put together have their place from the first one’s beginning to the last one’s end.', () => {
    const tree = treeOfPage('Before.\n\n<Claim>One.</Claim>\n<Remark>Two.</Remark>\n');
    expect(tree.children.at(-1)).toMatchObject({
      type: 'paragraph',
      position: { start: { line: 3, column: 1 }, end: { line: 4, column: 22 } },
    });
  });
});

describe('An address in letters', () => {
  test('is words where no page may have it as a link, though Markdown takes it for one.', () => {
    expect(outlines('Ask http\\://b.example:99999 now.')).toEqual([
      'paragraph(“Ask ” “http://b.example:99999” “ now.”)',
    ]);
  });

  test('stays a link where the editor has made it one, for the checker to see.', () => {
    expect(outlines('[a](http://b.example:99999)')).toEqual(['paragraph(link(“a”))']);
  });

  test('is a link where a page may have it.', () => {
    expect(outlines('See http\\://b.example now.')).toEqual([
      'paragraph(“See ” link(“http://b.example”) “ now.”)',
    ]);
  });
});

test('Every list is loose, so that an item’s words are always a paragraph.', () => {
  for (const list of [parseMdx('- one\n- two\n'), parseMdx('- one\n\n- two\n')].map(
    ({ children }) => children[0],
  )) {
    expect(list).toMatchObject({
      type: 'list',
      spread: true,
      children: [{ spread: true }, { spread: true }],
    });
  }
});

describe('An inline note', () => {
  const id = `inline-${fingerprint('An aside.')}`;

  test('becomes a footnote whose id is made of its words.', () => {
    expect(outlines('Text^[An *aside*.] goes on.')).toEqual([
      `paragraph(“Text” footnoteReference ${id} “ goes on.”)`,
      `footnoteDefinition ${id}(paragraph(“An ” emphasis(“aside”) “.”))`,
    ]);
  });

  test('keeps its id when another is put in before it.', () => {
    expect(outlines('New^[Before it.]. Text^[An aside.].').join()).toContain(`footnoteReference ${id}`);
  });

  test('has an id of its own even where another says the same.', () => {
    const definitions = outlines('One^[An aside.]. Two^[An aside.].').slice(1);
    expect(definitions).toEqual([
      `footnoteDefinition ${id}(paragraph(“An aside.”))`,
      `footnoteDefinition ${id}-x(paragraph(“An aside.”))`,
    ]);
  });
});

test('Nothing is done to the typography.', () => {
  const text = '"Straight", \'single\', -- and --- and ... at 9:30, ~5, a_b_c, (c) 1/2 <- \u00A0';
  expect(outlines(text.replace('<', '\\<').replace(' \u00A0', ''))).toEqual([
    `paragraph(“${text.slice(0, -2)}”)`,
  ]);
});

test('What cannot be parsed is thrown with its place.', () => {
  expect(() => parseMdx('One.\n\nA <Claim>two.\n')).toThrow(expect.objectContaining({ line: 3 }));
  expect(() => parseMdx('One <!-- two -->.')).toThrow(expect.objectContaining({ line: 1, column: 6 }));
});
