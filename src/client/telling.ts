import { element } from './element.ts';

/** @returns a notice about the link that was followed, with a button to put it away */
export function noticeSaying(lead: string, rest: string): HTMLElement {
  const notice = element('aside', 'vd');
  notice.setAttribute('role', 'note');
  notice.setAttribute('aria-label', 'About the link you followed');
  notice.lang = 'en-GB';
  notice.dir = 'ltr';
  const button = element('button', 'dis', 'Dismiss');
  button.type = 'button';
  const says = element('p');
  says.append(element('b', '', lead), ` ${rest} `, button);
  notice.append(says);
  return notice;
}

/** @returns what a notice says, without its controls */
export function wordsIn(notice: HTMLElement): string {
  const copy = notice.cloneNode(true) as HTMLElement;
  for (const control of copy.querySelectorAll('.dis')) control.remove();
  return [...copy.children].map(({ textContent }) => textContent.trim()).join(' ');
}
