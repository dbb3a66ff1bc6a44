import type { Nodes, Paragraph } from 'mdast';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/core/hash.ts';
import { isJsx, type Jsx, parseMdx, remarkReadingSyntax } from '../../src/core/syntax.ts';

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

test('The by-line on one line is the same after the MDX compiler has unravelled it.', () => {
  const tree = parseMdx('<Byline>By <Claim>A</Claim>.</Byline>');
  const byline = tree.children[0] as Jsx;
  const [paragraph] = byline.children as Paragraph[];
  byline.children = paragraph!.children;
  remarkReadingSyntax()(tree, new VFile(''));
  expect(tree.children.map((node) => outline(node))).toEqual(['Byline(paragraph(“By ” Claim(“A”) “.”))']);
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
