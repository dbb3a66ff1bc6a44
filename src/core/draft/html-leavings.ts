import type { Comment, Element } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { inQuotes, tellCount, tellPictures, wordsIn } from './telling.ts';

/** Elements that are no text, by what they are called when it is told. */
const CODE = ['script', 'style', 'template', 'noscript', 'link', 'meta', 'title', 'base'];
const CONTROLS = ['button', 'input', 'select', 'textarea', 'datalist', 'dialog', 'menu'];
const PICTURES = ['img', 'picture', 'svg', 'canvas', 'map'];
const RECORDINGS = ['audio', 'video', 'iframe', 'object', 'embed'];

/** What stands around a text. A page that is divided by articles may have a header that belongs to it. */
const AROUND = ['footer', 'aside'];
const LANDMARKS = ['banner', 'contentinfo', 'navigation', 'search', 'complementary'];

/** What was left out, of each sort. */
interface Leavings {
  code: number;
  comments: number;
  controls: number;
  recordings: number;
  /** Alternative texts. */
  pictures: string[];
  /** Words that stood beside the text, and words that a browser would not show. */
  beside: string[];
  hidden: string[];
}

/**
 * Takes out of a text what is none: scripts, navigation, forms, pictures, what is hidden, comments.
 *
 * @param article the element that holds the text; it is changed
 * @returns what was taken out, each sort in a sentence
 */
export function leaveOut(article: Element): string[] {
  const left: Leavings = {
    code: 0,
    comments: 0,
    controls: 0,
    recordings: 0,
    pictures: [],
    beside: [],
    hidden: [],
  };
  visit(article, (node, index, parent) => {
    if (!parent || index === undefined || (node.type !== 'element' && node.type !== 'comment'))
      return undefined;
    if (!take(node, article, left)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return tell(left);
}

/** Notes a part that is to be left out. */
function take(node: Element | Comment, article: Element, left: Leavings): boolean {
  if (node.type === 'comment') left.comments += 1;
  else if (CODE.includes(node.tagName)) left.code += 1;
  else if (isHidden(node)) keepWords(left.hidden, node);
  else if (PICTURES.includes(node.tagName)) left.pictures.push(...alternativesIn(node));
  else if (RECORDINGS.includes(node.tagName)) left.recordings += 1;
  else if (CONTROLS.includes(node.tagName) || isForm(node)) left.controls += 1;
  else if (isBeside(node, article)) keepWords(left.beside, node);
  else return false;
  return true;
}

function keepWords(kept: string[], element: Element) {
  const words = wordsIn(element);
  if (words.trim() !== '') kept.push(words);
}

/** As a browser's own style sheet and the element's hide it; other style sheets are not read. */
function isHidden({ properties }: Element): boolean {
  const style = (properties.style ?? '').replace(/\s+/g, '');
  return (
    (properties.hidden ?? false) !== false ||
    properties.ariaHidden === 'true' ||
    /(?:^|;)(?:display:none|visibility:hidden)/i.test(style)
  );
}

/** Of `<picture>` and the like, what their `<img>` says. */
function alternativesIn(element: Element): string[] {
  const found: string[] = [];
  visit(element, 'element', ({ tagName, properties }) => {
    if (tagName === 'img') found.push(properties.alt ?? '');
  });
  return found.length > 0 ? found : [element.properties.ariaLabel ?? ''];
}

/** A form around a whole page, as some servers write them, holds the text too. */
function isForm(element: Element): boolean {
  return element.tagName === 'form' && !holds(element, ['p', 'article', 'h1', 'h2', 'h3']);
}

function isBeside(element: Element, article: Element): boolean {
  const { tagName, properties } = element;
  if (tagName === 'nav' || LANDMARKS.includes(String(properties.role))) return true;
  if (article.tagName !== 'body') return false;
  return AROUND.includes(tagName) || (tagName === 'header' && holds(element, ['nav', 'form', 'input']));
}

function holds(element: Element, names: readonly string[]): boolean {
  let found = false;
  visit(element, 'element', ({ tagName }) => {
    found ||= names.includes(tagName);
  });
  return found;
}

function tell({ code, comments, controls, recordings, pictures, beside, hidden }: Leavings): string[] {
  return [
    ...tellPictures(pictures),
    ...tellCount(recordings, 'film, sound or frame', 'films, sounds or frames'),
    ...tellCount(controls, 'form or control', 'forms or controls'),
    ...tellCount(code, 'script or style', 'scripts or styles'),
    ...tellCount(comments, 'comment in the HTML', 'comments in the HTML'),
    ...beside.map((words) => `Left out, since it stands beside the text: ${inQuotes(words)}.`),
    ...hidden.map((words) => `Left out, since a browser does not show it: ${inQuotes(words)}.`),
  ];
}
