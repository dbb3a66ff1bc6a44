import sheet from '../styles/offered.css?inline';
import { announce } from './announce.ts';
import { element } from './element.ts';
import { bringSheet } from './sheet.ts';

bringSheet(sheet);

/** Words for the clipboard: plain, and with their setting and links where what they are pasted into takes it. */
export interface Copied {
  text: string;
  html?: string;
}

/** How long it is said that something has been copied, in milliseconds. */
const SAID_FOR = 4000;
export const SAID = 'Copied';

const REFUSED = 'The browser did not allow copying. The words are selected: press Ctrl C or ⌘ C.';

/** What puts the word away again, by the button that says it. */
const fading = new WeakMap<Element, number>();

/**
 * @param text a link or a reference that ends in one
 * @returns the same with the whole address, where the site did not know its own
 */
export function withAddress(text: string): string {
  return text.replace(
    /(^|\s)(\/\S*)$/,
    (_, space: string, path: string) => space + new URL(path, location.href).href,
  );
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

/** @returns whether the browser allowed it */
async function copy({ text, html }: Copied): Promise<boolean> {
  try {
    if (html === undefined || typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(text);
    else {
      const blobs = { 'text/plain': text, 'text/html': html };
      const items = Object.entries(blobs).map(([type, words]) => [type, new Blob([words], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(items) as Record<string, Blob>)]);
    }
    return true;
  } catch {
    return false;
  }
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
