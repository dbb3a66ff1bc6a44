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
  /** The same in an answer that is whole, where one can be shown before. */
  whole?: string;
}

/** Milliseconds from the press or the focus. */
export interface Finding {
  /** To a hit that is seen, and to one in an answer that is whole. */
  first: number;
  whole: number;
}

/**
 * Goes to the field, has the words there at once, and waits for a hit that is seen, and until the answer is whole.
 *
 * @throws when there is none for two minutes: the page has failed
 */
export function findFirst(searching: Searching & { words: string }): Promise<Finding> {
  const { words, opener, field, hit, whole = hit } = searching;
  const isSeen = (element: Element | null) => element?.checkVisibility() === true;
  const named = (selector: string) => selector.replaceAll('WORDS', CSS.escape(JSON.stringify(words)));
  const isThere = (selector: string) => [...document.querySelectorAll(named(selector))].some(isSeen);
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`“${words}” was not found.`)), 120_000);
    const began = performance.now();
    if (opener !== undefined) document.querySelector<HTMLElement>(opener)!.click();
    let isAsked = false;
    let first: number | undefined;
    const look = () => {
      const input = document.querySelector<HTMLInputElement>(field);
      if (!isAsked && input && isSeen(input)) {
        input.focus();
        input.value = words;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        isAsked = true;
      }
      // What is found in a frame is painted with it.
      const now = performance.now() - began;
      if (isAsked && isThere(hit)) first ??= now;
      if (first !== undefined && isThere(whole)) resolve({ first, whole: now });
      else requestAnimationFrame(look);
    };
    look();
  });
}
