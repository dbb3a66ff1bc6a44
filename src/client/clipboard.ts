/** Words for the clipboard: plain, and with their setting and links where what they are pasted into takes it. */
export interface Copied {
  text: string;
  html?: string;
}

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

/** Puts words on the clipboard. @returns whether the browser allowed it */
export async function copy({ text, html }: Copied): Promise<boolean> {
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
