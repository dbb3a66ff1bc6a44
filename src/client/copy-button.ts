import { type Run, toHtml, toPlain } from '../core/reference-template.ts';
import sheet from '../styles/offered.css?inline';
import { announce, type Copied, copy, withAddress } from './clipboard.ts';
import { element } from './element.ts';
import { bringSheet } from './sheet.ts';

bringSheet(sheet);

/** How long it is said that something has been copied, in milliseconds. */
const SAID_FOR = 4000;
const SAID = 'Copied';

const REFUSED = 'The browser did not allow copying. The words are selected: press Ctrl C or ⌘ C.';

/** What puts the word away again, by the button that says it. */
const fading = new WeakMap<Element, number>();

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

/**
 * Copies on a button's behalf and says so where the eye is, for a while. Where copying is refused the words appear
 * below the button, selected, to be copied by hand.
 *
 * @param tell shows beside the button that it has copied, or no more
 */
export async function copyFor(
  button: HTMLElement,
  copied: Copied,
  tell: (isSaid: boolean) => void,
): Promise<void> {
  const isDone = await copy(copied);
  announce('');
  announce(isDone ? SAID : REFUSED);
  if (!isDone) {
    offer(button, copied.text);
    return;
  }
  tell(true);
  clearTimeout(fading.get(button));
  fading.set(
    button,
    window.setTimeout(() => tell(false), SAID_FOR),
  );
}

function offer(button: HTMLElement, text: string) {
  if (button.nextElementSibling?.matches('.offered')) button.nextElementSibling.remove();
  const label = element('label', 'offered', REFUSED);
  const field = element('textarea');
  field.readOnly = true;
  field.rows = 4;
  field.value = text;
  label.append(field);
  button.after(label);
  field.select();
  field.addEventListener('blur', () => label.remove());
}
