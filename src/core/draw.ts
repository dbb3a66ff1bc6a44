import type { Element, ElementContent, Root as HastRoot, RootContent as HastContent } from 'hast';
import type { Heading, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { collectText, type RawBlock } from './block.ts';
import { refuseCode, refuseCodeInPage } from './data-only.ts';
import { splitSentences } from './sentence.ts';
import { isJsx, type Jsx, MARKS, remarkReadingSyntax } from './syntax.ts';

/**
 * Draws a reading's MDX: two plugins that give every passage and mark its place in the page. What they put in are
 * expressions over the one prop `view` (see `view.ts`), so that the compiled text knows nothing of ledger, notes or
 * sources, and what is drawn is what `readReading` read.
 */

/** Letters that carry a mark's form while it rests. Fewer tell too little, more are a ledger. */
const LEADING_LETTERS = 3;

/** Ranks that headings have in a text, as HTML counts them. */
const HIGHEST = 2;
const LOWEST = 6;

/** One drawn node: hast, with the elements of MDX in it. */
type Drawn = HastContent | Jsx;

/** What the remark half tells the rehype half about each block: the lengths of its sentences. */
interface DrawnFile {
  postil?: { sentences: number[][] };
  astro?: { frontmatter?: { language?: unknown; title?: unknown } };
}

/** remark plugin: marks the blocks and drops the notes, which are drawn from the reading. */
export function remarkReading() {
  const normalise = remarkReadingSyntax();
  return (tree: Root, file: VFile) => {
    normalise(tree, file);
    refuse(tree, file);
    if (!isReading(file)) return;
    const { blocks, marks } = collectText(tree);
    for (const [ordinal, { node }] of blocks.entries()) {
      node.data = { ...node.data, hProperties: { dataBlock: ordinal } };
    }
    const data = file.data as DrawnFile;
    const { language, title } = data.astro?.frontmatter ?? {};
    lowerHeadings(blocks, title);
    data.postil = {
      sentences: blocks.map(({ kind, text }) =>
        kind === 'paragraph' || kind === 'byline'
          ? splitSentences(text, typeof language === 'string' ? language : 'en').map(({ length }) => length)
          : [],
      ),
    };
    const ids = new Set(marks.map(({ element }) => literal(element, 'id')));
    tree.children = tree.children.filter(
      (node) => !(node.type === 'footnoteDefinition' && ids.has(node.label ?? node.identifier)),
    );
  };
}

/**
 * A page has one heading of the first rank, the title above the text: where the text has others, all of its headings
 * are drawn one rank lower.
 */
function lowerHeadings(blocks: readonly RawBlock[], title: unknown) {
  const headings = blocks.flatMap(({ node, text }) => (node.type === 'heading' ? [{ node, text }] : []));
  const within = headings[0]?.text === title ? headings.slice(1) : headings;
  const isTooHigh = within.some(({ node }) => node.depth < HIGHEST);
  for (const { node } of headings)
    node.depth = Math.min(LOWEST, Math.max(HIGHEST, node.depth + Number(isTooHigh))) as Heading['depth'];
}

/**
 * The checker has refused code before this is compiled; but while one writes, the compiler sees each save as soon as
 * the checker does.
 */
function refuse(tree: Root, file: VFile) {
  const [refused] = isReading(file) ? refuseCode(tree, file.path) : refuseCodeInPage(tree, file.path);
  if (!refused) return;
  const { position } = refused;
  const place =
    position !== 'unavailable' && 'line' in position
      ? { line: position.line, column: position.column }
      : undefined;
  file.fail(`${refused.message} ${refused.hint}`, place);
}

/** rehype plugin: wraps sentences, sets marks, and puts each block into its `<Passage>`. */
export function rehypeReading() {
  return (tree: HastRoot, file: VFile) => {
    const sentences = (file.data as DrawnFile).postil?.sentences;
    if (!sentences) return;
    emptyFootnoteNumbers(tree);
    settleTables(tree);
    tree.children = (tree.children as Drawn[]).map((child) => drawPassage(child, sentences)) as HastContent[];
  };
}

function isReading(file: VFile): boolean {
  return /[\\/]readings[\\/][^\\/]+[\\/](?:index|editions[\\/]\d+)\.mdx$/.test(file.path);
}

function drawPassage(child: Drawn, sentences: number[][]): Drawn {
  const ordinals: number[] = [];
  const holder: HastRoot = {
    type: 'root',
    children:
      isJsx(child) && child.name === 'Byline' ? (child.children as HastContent[]) : [child as HastContent],
  };
  visit(holder, 'element', (element, index, parent) => {
    if (element.properties.dataBlock === undefined || index === undefined || !parent) return;
    // A number in the tree; a string once Astro has sent the tree through rehype-raw.
    const ordinal = Number(element.properties.dataBlock);
    ordinals.push(ordinal);
    parent.children[index] = drawBlock(element, ordinal, sentences[ordinal] ?? []) as unknown as Element;
    return SKIP;
  });
  if (ordinals.length === 0) return child;
  const blocks: MdxJsxAttribute = { type: 'mdxJsxAttribute', name: 'blocks', value: ordinals.join(' ') };
  return jsx('Passage', [blocks, expression('view', [])], holder.children, 'flow');
}

function drawBlock(element: Element, ordinal: number, lengths: number[]): Jsx {
  const marked = flattenMarks(element.children);
  const isHeading = /^h[1-6]$/.test(element.tagName);
  const children = isHeading
    ? linkAround(marked, ordinal)
    : lengths.length === 0
      ? marked
      : wrapSentences(marked, ordinal, lengths);
  const drawn = jsx(element.tagName, [spread(['blocks', ordinal, 'attributes'])], children, 'flow');
  const holder = element.tagName === 'tr' ? firstCell(drawn) : drawn;
  holder.children = [aliases(['blocks', ordinal]), ...holder.children] as typeof holder.children;
  return drawn;
}

/** A heading leads to itself, by all of its words that lead nowhere else: a link cannot stand in a link. */
function linkAround(nodes: Drawn[], ordinal: number): Drawn[] {
  const out: Drawn[] = [];
  let run: Drawn[] | undefined;
  for (const node of nodes) {
    if (holdsLink(node)) {
      out.push(node);
      run = undefined;
    } else if (run) run.push(node);
    else out.push(jsx('a', [spread(['blocks', ordinal, 'link'])], (run = [node])));
  }
  return out;
}

/** A row of a table holds nothing but cells. */
function firstCell(row: Jsx): Pick<Jsx, 'children'> {
  const cell = row.children.find((child) => 'children' in (child as Drawn));
  return (cell as Pick<Jsx, 'children'> | undefined) ?? row;
}

/** Elements for the anchors of what was joined to a passage: they are in the page, and no part of any text. */
function aliases(path: readonly (string | number)[]): Drawn {
  return jsx('Aliases', [expression('of', [...path, 'aliases'])], []);
}

/**
 * Wraps each sentence in a `<span>`. No element is ever split: one that goes over the end of a sentence stays whole
 * and is wrapped inside, and all but the first piece of a sentence say whose they are (`data-of`).
 */
function wrapSentences(nodes: Drawn[], ordinal: number, lengths: readonly number[]): Drawn[] {
  const ends = lengths.reduce<number[]>((sums, length) => [...sums, (sums.at(-1) ?? 0) + length], []);
  const begun = new Set<number>();
  let place = 0;
  return wrap(nodes);

  function sentenceAt(offset: number): number {
    const found = ends.findIndex((end) => offset < end);
    return found < 0 ? ends.length - 1 : found;
  }

  function wrap(siblings: Drawn[]): Drawn[] {
    const out: Drawn[] = [];
    let run: { sentence: number; nodes: Drawn[] } | undefined;
    const flush = () => {
      if (run) out.push(sentenceSpan(run.sentence, run.nodes));
      run = undefined;
    };
    const add = (sentence: number, node: Drawn) => {
      if (run?.sentence !== sentence) flush();
      run ??= { sentence, nodes: [] };
      run.nodes.push(node);
    };
    for (const node of siblings) {
      const length = textLength(node);
      const first = sentenceAt(Math.max(0, length === 0 ? place - 1 : place));
      const last = length === 0 ? first : sentenceAt(place + length - 1);
      if (first === last) {
        add(first, node);
        place += length;
      } else if (node.type === 'text') {
        for (const piece of pieces(node.value)) add(piece.sentence, { type: 'text', value: piece.value });
      } else {
        flush();
        (node as Element).children = wrap((node as Element).children) as ElementContent[];
        out.push(node);
      }
    }
    flush();
    return out;
  }

  /** Cuts a text where sentences end, and moves on past it. */
  function pieces(value: string): { sentence: number; value: string }[] {
    const cut = [];
    for (let from = 0; from < value.length;) {
      const sentence = sentenceAt(place);
      const to = Math.min(value.length, from + (ends[sentence]! - place));
      cut.push({ sentence, value: value.slice(from, to) });
      place += to - from;
      from = to;
    }
    return cut;
  }

  function sentenceSpan(sentence: number, children: Drawn[]): Drawn {
    const path = ['blocks', ordinal, 'sentences', sentence];
    if (begun.has(sentence))
      return jsx('span', [expression('data-of', [...path, 'attributes', 'id'])], children);
    begun.add(sentence);
    return jsx('span', [spread([...path, 'attributes'])], [aliases(path), ...children]);
  }
}

/**
 * Sets marks. A link cannot stand in a link: where a mark holds another, it becomes several parts around it. The
 * number of a mark stands at its end; where an inner mark ends there too, both numbers follow, the outer's first.
 */
function flattenMarks(nodes: Drawn[]): Drawn[] {
  return nodes.flatMap((node) => (isMark(node) ? setMark(node) : [withChildren(node, flattenMarks)]));
}

function setMark(mark: Jsx): Drawn[] {
  const children = mark.children as Drawn[];
  if (!children.some(holdsMark)) return [part(mark, 'whole', children)];
  const own: Jsx[] = [];
  const parts = splitAround(mark, children, own);
  const ending = marksEndingAt(children);
  for (const [index, piece] of own.entries()) {
    const isLast = index === own.length - 1 && ending.length === 0;
    const name = index === 0 ? (isLast ? 'whole' : 'first') : isLast ? 'last' : 'middle';
    Object.assign(piece, part(mark, name, piece.children as Drawn[]));
  }
  if (ending.length === 0) return parts;
  // The inner marks that end here give up their own number: all are set together, in order.
  const ids = new Set(ending.map((inner) => literal(inner, 'id')));
  const numberless = withoutNumbers(parts, ids);
  const worded = new Set(wordedIn(numberless));
  // A mark on the very words of others has nothing but its number to be reached by.
  const numbers = [mark, ...ending].map((each) =>
    part(each, worded.has(literal(each, 'id')) ? 'number' : 'only number', []),
  );
  return [...numberless, ...numbers];
}

/** Its parts stand around the inner marks, within the emphasis that holds these; they are still without a name. */
function splitAround(mark: Jsx, nodes: Drawn[], own: Jsx[]): Drawn[] {
  const out: Drawn[] = [];
  let run: Drawn[] = [];
  const flush = () => {
    if (run.length === 0) return;
    const piece = jsx('Mark', [], run);
    own.push(piece);
    out.push(piece);
    run = [];
  };
  for (const node of nodes) {
    if (!holdsMark(node)) {
      run.push(node);
      continue;
    }
    flush();
    if (isMark(node)) out.push(...setMark(node));
    else out.push(withChildren(node, (children) => splitAround(mark, children, own)));
  }
  flush();
  return out;
}

/** Marks that were set lose what shows their number; what stood for nothing else goes. */
function withoutNumbers(nodes: Drawn[], ids: ReadonlySet<string>): Drawn[] {
  return nodes.flatMap((node) => {
    if (!isSet(node)) return [withChildren(node, (children) => withoutNumbers(children, ids))];
    if (!ids.has(literal(node, 'of'))) return [node];
    return literal(node, 'part').endsWith('number') ? [] : [withoutNumber(node)];
  });
}

/** The ids of the marks that words were set of. */
function wordedIn(nodes: Drawn[]): string[] {
  return nodes.flatMap((node) => {
    if (isSet(node)) return [literal(node, 'of')];
    return 'children' in node ? wordedIn(node.children) : [];
  });
}

/** The marks whose end is the end of these nodes, the outer first. */
function marksEndingAt(nodes: Drawn[]): Jsx[] {
  const last = nodes.at(-1);
  if (!last || last.type === 'text') return [];
  const within = 'children' in last ? marksEndingAt(last.children as Drawn[]) : [];
  return isMark(last) ? [last, ...within] : within;
}

function part(mark: Jsx, name: string, children: Drawn[]): Jsx {
  const kind = MARKS.get(mark.name ?? '');
  const words =
    name === 'number' || name === 'only number'
      ? []
      : [
          span(
            'w',
            name === 'whole' || name === 'first'
              ? leadIn(children, kind === 'remark')
              : [span('rs', children)],
          ),
        ];
  return jsx(
    'Mark',
    [attribute('of', literal(mark, 'id')), attribute('part', name), expression('view', [])],
    words,
  );
}

/** The first letters apart from the rest: while a mark rests, they alone carry the form of its status. */
function leadIn(children: Drawn[], isRemark: boolean): Drawn[] {
  const [first, ...others] = children;
  if (first?.type !== 'text') return [span('rs', children)];
  const lead = leadingLetters(first.value, isRemark ? 1 : LEADING_LETTERS);
  const rest = first.value.slice(lead.length);
  const remaining: Drawn[] = rest === '' ? others : [{ type: 'text', value: rest }, ...others];
  return [
    span('ld', [{ type: 'text', value: lead }]),
    ...(remaining.length > 0 ? [span('rs', remaining)] : []),
  ];
}

/** Never between `f` and what may be its ligature; in joined scripts a whole word, which must not be torn. */
function leadingLetters(text: string, count: number): string {
  if (/^\P{L}*[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}]/u.test(text))
    return /^\S+/u.exec(text)?.[0] ?? text;
  let letters = 0;
  let end = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (letters >= count && !/f$/i.test(text.slice(0, end))) break;
    end += segment.length;
    if (/[\p{L}\p{N}]/u.test(segment)) letters += 1;
  }
  return text.slice(0, end);
}

/** Numbers of ordinary footnotes are for the eye, as notes' are: no part of the text, set by the style sheet. */
function emptyFootnoteNumbers(tree: HastRoot) {
  visit(tree, 'element', (element) => {
    if (element.properties.dataFootnoteRef === undefined) return;
    const [number] = element.children;
    element.properties.dataN = number?.type === 'text' ? number.value : '';
    element.properties.ariaLabel = `Footnote ${element.properties.dataN}`;
    element.children = [];
  });
}

/**
 * The page's policy lets no element style itself: a column's alignment is an attribute for the style sheet. Markdown
 * has no table without a head, which is empty where the text has none.
 */
function settleTables(tree: HastRoot) {
  visit(tree, 'element', (element, index, parent) => {
    const { align, ...properties } = element.properties;
    if (align !== undefined) element.properties = { ...properties, dataAlign: align };
    if (element.tagName !== 'thead' || !isBlank(element) || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

function isBlank(node: Drawn): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return !('children' in node) || (node.children as Drawn[]).every(isBlank);
}

function textLength(node: Drawn): number {
  if (node.type === 'text') return node.value.length;
  if ('children' in node)
    return (node.children as Drawn[]).reduce((sum, child) => sum + textLength(child), 0);
  return 0;
}

function isMark(node: Drawn): node is Jsx {
  return isJsx(node) && MARKS.has(node.name ?? '');
}

/** A part of a mark as the page has it, with nothing but words in it. */
function isSet(node: Drawn): node is Jsx {
  return isJsx(node) && node.name === 'Mark';
}

function holdsLink(node: Drawn): boolean {
  const isLink = node.type === 'element' && node.tagName === 'a';
  return isLink || isSet(node) || ('children' in node && (node.children as Drawn[]).some(holdsLink));
}

function holdsMark(node: Drawn): boolean {
  return isMark(node) || ('children' in node && (node.children as Drawn[]).some(holdsMark));
}

function withChildren(node: Drawn, change: (children: Drawn[]) => Drawn[]): Drawn {
  return 'children' in node ? ({ ...node, children: change(node.children as Drawn[]) } as Drawn) : node;
}

function literal(element: Jsx, name: string): string {
  const found = element.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === name);
  return typeof found?.value === 'string' ? found.value : '';
}

function withoutNumber(set: Jsx): Jsx {
  const others = set.attributes.filter((each) => !('name' in each) || each.name !== 'numberless');
  return { ...set, attributes: [...others, attribute('numberless', '')] };
}

function span(className: string, children: Drawn[]): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: [className] },
    children: children as ElementContent[],
  };
}

function jsx(
  name: string,
  attributes: Jsx['attributes'],
  children: Drawn[],
  form: 'flow' | 'text' = 'text',
): Jsx {
  const type = form === 'flow' ? 'mdxJsxFlowElement' : 'mdxJsxTextElement';
  return { type, name, attributes, children } as unknown as Jsx;
}

function attribute(name: string, value: string): MdxJsxAttribute {
  return { type: 'mdxJsxAttribute', name, value };
}

/** `name={props.view[…]}` */
function expression(name: string, path: readonly (string | number)[]): MdxJsxAttribute {
  const value = {
    type: 'mdxJsxAttributeValueExpression' as const,
    value: source(path),
    data: { estree: program(member(path)) },
  };
  return { type: 'mdxJsxAttribute', name, value };
}

/** `{...props.view[…]}` */
function spread(path: readonly (string | number)[]): MdxJsxExpressionAttribute {
  const object = {
    type: 'ObjectExpression' as const,
    properties: [{ type: 'SpreadElement' as const, argument: member(path) }],
  };
  return {
    type: 'mdxJsxExpressionAttribute',
    value: `...${source(path)}`,
    data: { estree: program(object) },
  };
}

function source(path: readonly (string | number)[]): string {
  return `props["view"]${path.map((key) => `[${JSON.stringify(key)}]`).join('')}`;
}

type Expression = import('estree').Expression;

function member(path: readonly (string | number)[]): Expression {
  return ['view', ...path].reduce<Expression>(
    (object, key) => ({
      type: 'MemberExpression',
      object,
      property: { type: 'Literal', value: key },
      computed: true,
      optional: false,
    }),
    { type: 'Identifier', name: 'props' },
  );
}

function program(value: Expression): import('estree').Program {
  return {
    type: 'Program',
    sourceType: 'module',
    comments: [],
    body: [{ type: 'ExpressionStatement', expression: value }],
  };
}
