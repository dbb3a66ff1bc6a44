import { canonical } from '../core/canonical.ts';
import { BARRIER, BLOCK, BREAK, type Stretch, textDirective, widenToWords } from '../core/text-fragment.ts';

/** What a selection of text cites. */
export interface Selected {
  /** The passages that it begins and ends in: sentences, or blocks without sentences; blocks, if it is exactly all of them. */
  first: HTMLElement;
  last: HTMLElement;
  /** Its words, widened to whole ones, canonical; paragraphs are parted by one line feed. */
  words: string;
  /** The fingerprint of the passages from first to last. */
  fingerprint: string;
  /** From the first of the words to the last, with whatever notes stand between. */
  range: Range;
  /** Unless it is exactly the passages from first to last. */
  part?: Part;
}

/** Words within passages. */
interface Part {
  /** How many. */
  count: number;
  /** `:~:text=…`, which finds these words and no others in the page; nothing where there is no such. */
  directive: string;
}

/** A passage that has words of its own, and where they are in the page's text. */
interface Passage extends Stretch {
  element: HTMLElement;
  block: HTMLElement;
}

/** All text of the page, as its passages and what is no part of them have it. */
interface Page {
  text: string;
  passages: Passage[];
  /** Where in the page the characters of the passages are, by their places in the text. */
  spots: Map<number, { node: Text; offset: number }>;
}

/** Where in the page something stands. */
interface Place {
  /** Whether what is there may be of the text. */
  isText: boolean;
  block?: HTMLElement;
  passage?: Passage;
}

/** Elements within a line; all others part words. */
const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR'.split(
    ' ',
  ),
);

/** What is no text, and what was put in by scripts, which will not be there for who follows the link. */
const LEFT_OUT = 'script, style, template, noscript, [role=status], .citing-here, .offer, .vd';

/**
 * Reads what a selection cites. Of what is no part of the text, as notes and buttons, nothing counts.
 *
 * @param reading the element that holds the text
 * @returns undefined where no word of the text is selected
 */
export async function readSelection(
  selection: Selection,
  reading: HTMLElement,
): Promise<Selected | undefined> {
  const chosen = rangeOf(selection);
  return chosen && readRange(chosen, reading);
}

/** As `readSelection`, of any range in the page. */
export async function readRange(chosen: Range, reading: HTMLElement): Promise<Selected | undefined> {
  const page = readPage();
  const within = stretchOf(chosen, page);
  const wide = within && widenToWords(page.text, within, reading.lang);
  if (!wide) return undefined;
  const passages = page.passages.filter(({ start, end }) => start < wide.end && end > wide.start);
  const [first, last] = [passages.at(0)!, passages.at(-1)!];
  const isWhole = first.start === wide.start && last.end === wide.end;
  const blocks = isWhole ? blocksOf(passages, page) : undefined;
  const runs = runsOf(wide, page);
  return {
    first: blocks?.first ?? first.element,
    last: blocks?.last ?? last.element,
    words: runs.map((run) => wordsIn(page.text, run)).join('\n'),
    fingerprint: await fingerprintOf(passages, page, blocks),
    range: rangeOver(wide, page),
    ...(!isWhole && { part: { count: wide.count, directive: directiveFor(runs, page, reading.lang) } }),
  };
}

function directiveFor(runs: readonly Stretch[], { text }: Page, language: string): string {
  const directive = textDirective(text, runs, language);
  return directive === undefined ? '' : `:~:${directive}`;
}

/** Some browsers select a table's cells in several ranges. */
function rangeOf(selection: Selection): Range | undefined {
  if (selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const { endContainer, endOffset } = selection.getRangeAt(selection.rangeCount - 1);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** The characters of the passages that a range holds, found by halving. */
function stretchOf(range: Range, { spots }: Page): Stretch | undefined {
  const places = [...spots.keys()];
  const firstWhere = (holds: (place: number) => boolean) => {
    let [from, to] = [0, places.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (holds(places[middle]!)) to = middle;
      else from = middle + 1;
    }
    return from;
  };
  const first = firstWhere((place) => {
    const { node, offset } = spots.get(place)!;
    return range.comparePoint(node, offset) >= 0;
  });
  const after = firstWhere((place) => {
    const { node, offset } = spots.get(place)!;
    return range.comparePoint(node, offset + 1) > 0;
  });
  return first < after ? { start: places[first]!, end: places[after - 1]! + 1 } : undefined;
}

/** The blocks from first to last, where the passages are all that they have. */
function blocksOf(
  passages: readonly Passage[],
  page: Page,
): { first: HTMLElement; last: HTMLElement } | undefined {
  const [first, last] = [passages.at(0)!.block, passages.at(-1)!.block];
  const own = (block: HTMLElement) => page.passages.filter((passage) => passage.block === block);
  const isAll = own(first)[0] === passages[0] && own(last).at(-1) === passages.at(-1);
  return isAll ? { first, last } : undefined;
}

/** Of one passage its own; else as core's verdicts have it. */
async function fingerprintOf(
  passages: readonly Passage[],
  page: Page,
  blocks: { first: HTMLElement; last: HTMLElement } | undefined,
): Promise<string> {
  const one = passages.length === 1 ? passages[0]!.element : undefined;
  const block = blocks && blocks.first === blocks.last ? blocks.first : undefined;
  return (block ?? one)?.dataset.v ?? joined(passages, page);
}

/** What makes it is loaded for this alone. */
async function joined(passages: readonly Passage[], { text }: Page): Promise<string> {
  const { fingerprintOfAll } = await import('./joined.ts');
  return fingerprintOfAll(passages.map(({ start, end }) => text.slice(start, end)));
}

/** The parts of a stretch between which nothing but text stands. */
function runsOf({ start, end }: Stretch, { text, spots }: Page): Stretch[] {
  const runs: Stretch[] = [];
  let from = start;
  for (const part of text.slice(start, end).split(BARRIER)) {
    if (spots.has(from)) runs.push({ start: from, end: from + part.length });
    from += part.length + 1;
  }
  return runs;
}

function wordsIn(text: string, { start, end }: Stretch): string {
  return text.slice(start, end).split(BLOCK).map(canonical).join('\n');
}

function rangeOver({ start, end }: Stretch, { spots }: Page): Range {
  const [first, last] = [spots.get(start)!, spots.get(end - 1)!];
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/** Reads the page as a browser's finder does, and more: what is hidden now may be seen at another time. */
function readPage(): Page {
  const passages = new Map<HTMLElement, Passage>();
  const spots: Page['spots'] = new Map();
  let text = '';
  /** What parts the next characters from the last: the strongest of all that stands between. */
  let gap = '';
  let wasOurs = false;
  visit(document.body, { isText: false });
  return { text, passages: [...passages.values()].filter(({ end }) => end > 0), spots };

  function visit(node: Node, place: Place) {
    if (node instanceof Text) {
      if (place.passage) readOurs(node, place.passage);
      else readOther(node);
    }
    if (!(node instanceof Element) || node.matches(LEFT_OUT)) return;
    const isInLine = INLINE.has(node.tagName);
    const within = node instanceof HTMLElement ? enter(node, place) : place;
    if (!isInLine) part(partingIn(place));
    for (const child of node.childNodes) visit(child, within);
    if (!isInLine) part(partingIn(place));
  }

  function enter(element: HTMLElement, place: Place): Place {
    if (element.matches('.para')) return { isText: true };
    if (element.matches('.notes')) return { isText: false };
    const { v, of } = element.dataset;
    const owner = of === undefined ? (v === undefined ? null : element) : document.getElementById(of);
    if (!place.isText || !owner) return place;
    const block = place.block ?? element;
    const passage = passages.get(owner) ?? { element: owner, block, start: 0, end: 0 };
    passages.set(owner, passage);
    return { isText: true, block, passage };
  }

  function partingIn({ block }: Place): string {
    return block ? BREAK : wasOurs ? BLOCK : BARRIER;
  }

  function part(by: string) {
    if (ORDER.indexOf(by) > ORDER.indexOf(gap)) gap = by;
  }

  function put(words: string, isOurs: boolean) {
    if (isOurs !== wasOurs) part(BARRIER);
    wasOurs = isOurs;
    text += gap + words;
    gap = '';
  }

  function readOurs(node: Text, passage: Passage) {
    const isKept = passage.block.closest('pre') !== null;
    for (const [offset, letter] of node.data.split('').entries()) {
      if (isKept && letter === '\n') part(BREAK);
      else if (!isKept && /[ \t\n\r\f]/.test(letter)) part(' ');
      else {
        put(letter, true);
        if (passage.end === 0) passage.start = text.length - 1;
        passage.end = text.length;
        spots.set(text.length - 1, { node, offset });
      }
    }
  }

  function readOther({ data }: Text) {
    const words = data.replace(/[ \t\n\r\f]+/g, ' ');
    if (words.startsWith(' ')) part(' ');
    if (words.trim() !== '') put(words.replace(/^ | $/g, ''), false);
    if (words.endsWith(' ')) part(' ');
  }
}

/** From what parts least to what parts most. */
const ORDER = ['', ' ', BREAK, BLOCK, BARRIER];
