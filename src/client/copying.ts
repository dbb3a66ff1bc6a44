/** What stands in the text and is no part of it: numbers, notes, and what scripts put in. */
const APPARATUS = '.pn, .fold, .notes, .citing-here, .offer, .vd, [data-footnote-ref], script, style';

/** What belongs to what was written, as against how it is shown here. */
const KEPT = new Set(
  'BLOCKQUOTE BR CODE DEL EM H1 H2 H3 H4 H5 H6 LI OL P PRE STRONG SUB SUP TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
);

/** What is parted from its neighbours when copied as plain text, and by what. */
const PARTED: Readonly<Record<string, string>> = { TD: '\t', TH: '\t', LI: '\n', TR: '\n', BR: '\n' };
const BLOCK = /^(?:P|H\d|PRE|BLOCKQUOTE|UL|OL|TABLE)$/;

/** What means nothing without what is around it. */
const PARTS = new Set(['LI', 'OL', 'TABLE', 'TBODY', 'TD', 'TH', 'THEAD', 'TR', 'UL']);

/** Copied text is the text's words alone. Loaded when something is first selected. */
export function enhanceCopying(reading: HTMLElement): void {
  document.addEventListener('copy', (event) => {
    const copied = copyOf(getSelection(), reading);
    if (!copied || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', plain(copied));
    event.clipboardData.setData('text/html', copied.innerHTML);
    event.preventDefault();
  });
}

/**
 * @returns the text's own words in a selection; undefined where the selection was begun in a note or goes beyond the
 *   text, and the browser copies what it holds
 */
function copyOf(selection: Selection | null, reading: HTMLElement): HTMLElement | undefined {
  if (!selection?.anchorNode || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const begun = elementOf(selection.anchorNode);
  const isOurs = reading.contains(range.commonAncestorContainer) && begun.closest('.para') !== null;
  if (!isOurs || begun.closest(APPARATUS)) return undefined;
  const copied = document.createElement('div');
  copied.append(around(range, reading));
  for (const each of copied.querySelectorAll(APPARATUS)) each.remove();
  clean(copied);
  return copied.textContent.trim() === '' ? undefined : copied;
}

/** What a range holds, in the lists and tables without which it would be in pieces. */
function around(range: Range, reading: HTMLElement): Node {
  let held: Node = range.cloneContents();
  let holder = elementOf(range.commonAncestorContainer);
  const isBroken = [...held.childNodes].some(({ nodeName }) => PARTS.has(nodeName) || /^P$/.test(nodeName));
  const isCode = holder.closest('pre') !== null;
  for (; isBroken && holder !== reading && PARTS.has(holder.tagName); holder = holder.parentElement!) {
    const outer = holder.cloneNode();
    outer.appendChild(held);
    held = outer;
  }
  if (!isCode) return held;
  const code = document.createElement('pre');
  code.append(held);
  return code;
}

/** Keeps what was written and takes away how it is shown: attributes, marks, and elements left empty. */
function clean(parent: Element): void {
  for (const each of [...parent.children]) {
    clean(each);
    const isLink = each instanceof HTMLAnchorElement && !each.matches('.mark, [href^="#"]');
    const href = isLink ? each.href : '';
    for (const { name } of [...each.attributes])
      if (name !== 'lang' && name !== 'dir') each.removeAttribute(name);
    if (href !== '') each.setAttribute('href', href);
    if (each.tagName !== 'BR' && each.tagName !== 'TD' && each.textContent.trim() === '') {
      each.replaceWith(each.textContent);
    } else if (!isLink && !KEPT.has(each.tagName)) each.replaceWith(...each.childNodes);
  }
}

/** The same as plain text: a blank line between blocks, lines for lines, tabs between cells. */
function plain(parent: Element): string {
  let words = '';
  let gap = '';
  const part = (by: string) => {
    if (words !== '' && by.length >= gap.length && by !== '') gap = gap === '\n' && by === '\t' ? gap : by;
  };
  const read = (node: Node) => {
    if (node instanceof Text) {
      const isKept = node.parentElement!.closest('pre') !== null;
      const own = isKept ? node.data : node.data.replace(/[ \t\n\r\f]+/g, ' ');
      const isStart = gap !== '' || words === '' || /\s$/.test(words);
      const put = isStart && !isKept ? own.replace(/^ /, '') : own;
      if (put === '') return;
      words += gap + put;
      gap = '';
      return;
    }
    const by = BLOCK.test(node.nodeName) ? '\n\n' : (PARTED[node.nodeName] ?? '');
    if (by !== '') words = words.trimEnd();
    part(by);
    for (const child of node.childNodes) read(child);
    if (by !== '') words = words.trimEnd();
    part(by);
  };
  read(parent);
  return words.trim();
}

function elementOf(node: Node): Element {
  return node instanceof Element ? node : node.parentElement!;
}
