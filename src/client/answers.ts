import { citedInText, ruleOf, shownPieces } from '../core/answer.ts';
import type { Checked } from '../core/check-citations.ts';
import type { Piece } from '../core/word-diff.ts';

/** What a screen reader says before words that are struck, or have a line above. */
const HIDDEN = { del: '[removed:] ', ins: '[new:] ' } as const;

/**
 * Draws an answer, as components/Answers.astro does. Built node by node: nothing that was pasted is ever read as HTML.
 *
 * @param base the site's base path
 */
export function renderAnswer(answer: Checked, base: string): HTMLLIElement {
  const item = document.createElement('li');
  item.className = `ck r-${ruleOf(answer)}`;
  const cited = element('p', citedInText(answer));
  cited.className = 'inp';
  cited.dir = 'auto';
  const told = element('p');
  told.append(
    element('b', answer.lead),
    ...answer.words.map((run) => (typeof run === 'string' ? run : link(run, base))),
  );
  const verdict = element('div');
  verdict.append(told, ...answer.diffs.map(renderDiff));
  item.append(cited, verdict);
  return item;
}

function renderDiff(pieces: readonly Piece[]): HTMLElement {
  const quote = element('blockquote');
  quote.dir = 'auto';
  quote.append(
    ...shownPieces(pieces).map(({ what, text }) =>
      what === 'same' ? text : change(what === 'gone' ? 'del' : 'ins', text),
    ),
  );
  return quote;
}

function change(name: keyof typeof HIDDEN, text: string): HTMLElement {
  const hidden = element('span', HIDDEN[name]);
  hidden.className = 'visually-hidden';
  const made = element(name);
  made.append(hidden, text);
  return made;
}

function link({ text, to }: { text: string; to: string }, base: string): HTMLAnchorElement {
  const made = element('a', text);
  made.href = base + to;
  return made;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  words = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (words !== '') made.textContent = words;
  return made;
}
