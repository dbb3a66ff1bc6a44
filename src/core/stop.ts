/** What ends a sentence, with the quotation marks and brackets that may close after it. */
const CLOSED = /[.!?…][\p{Pe}\p{Pf}"']*$/u;

/** @returns a full stop where words have no sign at their end that does its work; else nothing */
export function stopAfter(words: string): '.' | '' {
  return CLOSED.test(words) ? '' : '.';
}

/** @returns words without the full stop at their end, for a place where the sentence goes on */
export function withoutStop(words: string): string {
  return words.replace(/(?<!\.)\.$/, '');
}
