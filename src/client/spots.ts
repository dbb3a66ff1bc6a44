/** @returns the elements that hold a passage, in order: one for a block, for a sentence all its pieces */
export function elementsOf(anchor: string): HTMLElement[] {
  const first = document.getElementById(anchor);
  if (!first) return [];
  return [first, ...document.querySelectorAll<HTMLElement>(`[data-of="${CSS.escape(anchor)}"]`)];
}

/** @returns the text of passages, node by node */
export function textsOf(anchors: readonly string[]): Text[] {
  return anchors.flatMap(elementsOf).flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    return texts;
  });
}

/** @returns where the words of passages begin and end; undefined where they have none in the page */
export function extentOf(anchors: readonly string[]): Range | undefined {
  const texts = textsOf(anchors).filter(({ data }) => data.trim() !== '');
  const [first, last] = [texts.at(0), texts.at(-1)];
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(first, first.data.search(/\S/));
  range.setEnd(last, last.data.trimEnd().length);
  return range;
}
