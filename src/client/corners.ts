import { element } from './element.ts';

/**
 * Puts small corners before the first and after the last letter of stretches of the text: elements without any words.
 *
 * @param isApart whether the stretches stand side by side and need room between them
 * @returns takes them away again
 */
export function showCorners(stretches: readonly Range[], isApart = false): () => void {
  const name = isApart ? 'corner apart' : 'corner';
  const corners = stretches.flatMap((stretch) => {
    const [start, end] = [name, `${name} last`].map((each) => element('span', each));
    const tail = stretch.cloneRange();
    tail.collapse(false);
    tail.insertNode(end!);
    const head = stretch.cloneRange();
    // A text that is divided at its start loses what the browser has marked in it: the words that the link quotes.
    if (head.startOffset === 0) head.setStartBefore(head.startContainer);
    head.insertNode(start!);
    return [start!, end!];
  });
  return () => {
    for (const corner of corners) {
      const { parentNode } = corner;
      corner.remove();
      parentNode?.normalize();
    }
  };
}
