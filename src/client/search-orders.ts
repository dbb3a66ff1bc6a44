import { element } from './element.ts';
import type { Answer } from './search-answer.ts';
import type { Order } from './search-question.ts';

/** Below this many hits nobody needs another order. */
const FEW = 3;

/** The orders that a question can be answered in; one of them is chosen. */
export function drawOrders(
  line: HTMLElement,
  { question, hits }: Answer,
  choose: (order: Order | undefined) => void,
): void {
  line.replaceChildren();
  if (hits.length < FEW) return;
  const orders: { order: Order | undefined; words: string }[] = [
    ...(question.words === '' ? [] : [{ order: undefined, words: 'relevance' }]),
    { order: 'place', words: 'place in the text' },
    { order: 'checked', words: 'day of the check' },
  ];
  const current = question.sort ?? orders[0]!.order;
  line.append('By ');
  for (const [index, { order, words }] of orders.entries()) {
    const button = element('button', '', words);
    button.type = 'button';
    button.ariaPressed = String(order === current);
    button.addEventListener('click', () => choose(order));
    line.append(...(index === 0 ? [] : [' · ']), button);
  }
}
