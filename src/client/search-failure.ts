import { element } from './element.ts';

/** What could not be had: all of the index, a part of it, or any of it ever again, the site being newer than the page. */
export type Failure = 'whole' | 'part' | 'gone';

const WORDS: Record<Failure, string> = {
  whole: 'The index could not be loaded, so nothing was searched.',
  part: 'One part of the index could not be read, so nothing was searched.',
  gone: 'This page is older than the site, so nothing was searched.',
};

const INCOMPLETE = 'One part of the index could not be read: there may be more than is shown.';

/** @returns in words what is wrong, and what can be done */
export function failureIn(failure: Failure, retry: () => void): (Node | string)[] {
  return [WORDS[failure], ' ', failure === 'gone' ? reloadLink() : retryButton(retry)];
}

/** @returns the same of an answer that lacks something */
export function incompleteIn(retry: () => void): (Node | string)[] {
  return [` ${INCOMPLETE} `, retryButton(retry)];
}

function retryButton(retry: () => void): HTMLButtonElement {
  const button = element('button', 'ask retry', 'Try again');
  button.type = 'button';
  button.addEventListener('click', retry);
  return button;
}

/** The page’s own address: it comes anew, with what is asked. */
function reloadLink(): HTMLAnchorElement {
  const link = element('a', '', 'Reload it');
  link.href = location.href;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
  return link;
}
