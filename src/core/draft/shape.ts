import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';

type Children = RootContent[];

/** What stands on lines of its own. */
const FLOW: ReadonlySet<string> = new Set(
  'paragraph heading blockquote list listItem code table tableRow tableCell thematicBreak footnoteDefinition'.split(
    ' ',
  ),
);

/** What holds others of it, and nothing that stands in a line. */
const HOLDERS: ReadonlySet<string> = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

/**
 * Puts every node where Markdown can write it. Pages have blocks where only words may stand, as a list in a heading,
 * and words where only blocks may: there the words stay in the line, and here they become a paragraph.
 *
 * @param tree any mdast; it is changed
 */
export function shape(tree: Root) {
  tree.children = shapeAll(tree.children, 'root');
}

function shapeAll(children: Children, parent: Nodes['type']): Children {
  const shaped = children.flatMap((child): Children => {
    if (!('children' in child)) return [child];
    const whole = { ...child, children: shapeAll(child.children, child.type) } as RootContent;
    // What was no paragraph's after all stands beside it.
    return whole.type === 'paragraph' ? intoParagraphs(whole.children) : [whole];
  });
  if (HOLDERS.has(parent)) return intoParagraphs(shaped);
  if (parent === 'paragraph') return shaped;
  if (parent === 'list') return shaped.map(asItem);
  if (parent === 'table') return shaped.map(asRow);
  return parent === 'tableRow' ? shaped.map(asCell) : shaped.flatMap(intoLine);
}

/** Words between blocks become paragraphs. */
function intoParagraphs(children: Children): Children {
  const blocks: Children = [];
  let run: Paragraph | undefined;
  for (const child of children) {
    if (FLOW.has(child.type)) {
      blocks.push(child);
      run = undefined;
    } else if (run) {
      run.children.push(child as PhrasingContent);
    } else {
      run = { type: 'paragraph', children: [child as PhrasingContent] };
      blocks.push(run);
    }
  }
  return blocks;
}

function asItem(child: RootContent): RootContent {
  return child.type === 'listItem'
    ? child
    : { type: 'listItem', spread: false, children: intoParagraphs([child]) as never };
}

function asRow(child: RootContent): RootContent {
  return child.type === 'tableRow' ? child : { type: 'tableRow', children: [asCell(child)] as never };
}

function asCell(child: RootContent): RootContent {
  return child.type === 'tableCell' ? child : { type: 'tableCell', children: intoLine(child) as never };
}

/** The words of a block, with spaces around them. */
function intoLine(node: RootContent): Children {
  if (!FLOW.has(node.type)) return [node];
  const words: Children =
    node.type === 'code'
      ? [{ type: 'inlineCode', value: node.value }]
      : 'children' in node
        ? (node.children as Children).flatMap(intoLine)
        : [];
  return [space(), ...words, space()];
}

function space(): Text {
  return { type: 'text', value: ' ' };
}
