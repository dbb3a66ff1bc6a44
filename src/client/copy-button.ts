import { type Run, toHtml, toPlain } from '../core/reference-template.ts';
import { type Copied, copyFor, SAID, withAddress } from './clipboard.ts';

/** Copies what a button of the page has with it; one that has nothing, what stands before it: a link, or words. */
export async function pressCopy(button: HTMLButtonElement): Promise<void> {
  const label = (button.dataset.label ??= button.textContent);
  const given = button.dataset.copy;
  const before = button.previousElementSibling;
  const address = given || (before instanceof HTMLAnchorElement && before.getAttribute('href'));
  const copied = address ? { text: withAddress(address) } : wordsBefore(button);
  await copyFor(button, copied, (isSaid) => {
    button.textContent = isSaid ? SAID : label;
    button.classList.toggle('done', isSaid);
  });
}

/** Links with their whole address. */
function wordsBefore({ previousElementSibling: element }: Element): Copied {
  const runs = [...element!.childNodes].map((node): Run => ({
    text: node instanceof HTMLAnchorElement ? node.href : (node.textContent ?? ''),
    ...(node.nodeName === 'I' && { italic: true }),
  }));
  return { text: toPlain(runs).trim(), html: toHtml(runs).trim() };
}
