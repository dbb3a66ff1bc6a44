/** How long a button says that it has copied, in milliseconds. */
const SAID_FOR = 4000;

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

/** Writes text to the clipboard. @returns whether the browser allowed it */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies on a button's behalf, and lets the button say what happened. Where copying is refused the text appears,
 * selected, to be copied by hand.
 */
export async function copyFrom(button: HTMLButtonElement, text: string): Promise<void> {
  const done = await copyText(text);
  const label = (button.dataset.label ??= button.textContent);
  announce(done ? 'Copied' : 'The browser did not allow copying. The words are selected.');
  if (!done) {
    offer(button, text);
    return;
  }
  button.classList.add('done');
  button.textContent = 'Copied';
  setTimeout(() => {
    button.classList.remove('done');
    button.textContent = label;
  }, SAID_FOR);
}

/** What a screen reader listens to; made when there is first something to say. */
let region: HTMLElement | undefined;

/** Says something to a screen reader. */
export function announce(words: string): void {
  if (!region) {
    region = document.createElement('p');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = words;
}

function offer(button: HTMLButtonElement, text: string): void {
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = text;
  field.setAttribute('aria-label', 'The words to copy');
  field.className = 'offered';
  button.after(field);
  field.select();
  field.addEventListener('blur', () => {
    field.remove();
  });
}
