/**
 * What the bench does in a page. Playwright hands each function over as its text: none may use another, or anything
 * from outside.
 */

/** How a page is searched, in selectors. */
export interface Searching {
  /** What has to be pressed before there is a field. */
  opener?: string;
  field: string;
  /** A hit for the words that were asked last; `WORDS` stands for them, as JSON has them. */
  hit: string;
}

/**
 * Goes to the field, has the words there at once, and waits for a hit that is seen.
 *
 * @returns milliseconds from the press or the focus
 * @throws when there is none for two minutes: the page has failed
 */
export function findFirst({ words, opener, field, hit }: Searching & { words: string }): Promise<number> {
  const isSeen = (element: Element | null) => element?.checkVisibility() === true;
  const hits = hit.replace('WORDS', CSS.escape(JSON.stringify(words)));
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`“${words}” was not found.`)), 120_000);
    const began = performance.now();
    if (opener !== undefined) document.querySelector<HTMLElement>(opener)!.click();
    let isAsked = false;
    const look = () => {
      const input = document.querySelector<HTMLInputElement>(field);
      if (!isAsked && input && isSeen(input)) {
        input.focus();
        input.value = words;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        isAsked = true;
      }
      // What is found in a frame is painted with it.
      if (isAsked && [...document.querySelectorAll(hits)].some(isSeen)) resolve(performance.now() - began);
      else requestAnimationFrame(look);
    };
    look();
  });
}
