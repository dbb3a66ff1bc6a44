import { inEnglish } from '../core/tally.ts';
import { element } from './element.ts';
import type { Answer, Hit, Query } from './index-api.ts';

/** Words of a note that are shown around what was found in it. */
const NOTE_WORDS = 36;

/** A word, and the punctuation before and after it. */
const PUNCTUATED = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su;

/**
 * Draws a hit: the text's words first, then the status, then the finding, and only then what else was found in the
 * note. Built node by node: nothing that comes from the index is ever read as HTML.
 */
export function renderHit(hit: Hit): HTMLLIElement {
  const { meta, url } = hit;
  const status = meta.status === '' ? 'remark' : meta.status;
  const item = document.createElement('li');
  item.className = status === undefined ? 'hit' : `hit st-${status}`;
  const body = element('div');
  const words = element('p', 'hq');
  words.dir = 'auto';
  body.append(words);
  item.append(link(url, 'loc', meta.place ?? ''), body);
  const all = toWords(hit.content);
  const found = new Set(hit.locations);
  if (meta.in === 'passage') {
    words.append(highlight(link(url, '', ''), all, found, 0, all.length));
    return item;
  }
  // A note's record begins with the words it is about and its finding, with a separator after each.
  const quoteEnd = toWords(meta.title ?? '').length;
  const findingStart = quoteEnd + 1;
  const findingEnd = findingStart + toWords(meta.finding ?? '').length;
  const restStart = findingEnd + 1;
  const mark = link(url, `mark full st-${status}`, '');
  mark.append(highlight(element('span', 'w'), all, found, 0, quoteEnd));
  words.append(mark);
  body.append(highlight(noteLine(meta, status ?? 'remark'), all, found, findingStart, findingEnd));
  const deeper = hit.locations.find((location) => location >= restStart);
  if (deeper !== undefined) {
    const from = Math.max(restStart, Math.min(deeper - Math.floor(NOTE_WORDS / 3), all.length - NOTE_WORDS));
    body.append(highlight(element('p', 'ex'), all, found, from, Math.min(all.length, from + NOTE_WORDS)));
  }
  return item;
}

/** Says in words how much was found. */
export function renderSummary({ words, filters }: Query, answer: Answer, shown: number): string {
  const found = answer.results.length;
  const chosen = Object.values(filters).flatMap((filter) => filter?.any ?? []);
  const asked = [words === '' ? [] : `“${words}”`, chosen.length === 0 ? [] : chosen.join(', ')]
    .flat()
    .join(' among ');
  if (found === 0) return `Nothing was found for ${asked}.`;
  const places = [
    ...counted(answer.filters.in?.passage ?? 0, 'passage'),
    ...counted(answer.filters.in?.note ?? 0, 'note'),
  ].join(' and ');
  // What is found among passages or notes says so by itself.
  const among = [filters.status, filters.kind].flatMap((filter) => filter?.any ?? []).join(', ');
  const sentence =
    (words === '' ? `Found: ${places}` : `“${words}” is found in ${places}`) +
    (among === '' ? '.' : ` (${among}).`);
  return sentence + (shown < found ? ` The first ${shown} are shown.` : '');
}

/** “one passage”, “three notes”; nothing for none. */
function counted(count: number, name: string): string[] {
  return count === 0 ? [] : [`${inEnglish(count)} ${name}${count === 1 ? '' : 's'}`];
}

function noteLine(meta: Hit['meta'], status: string): HTMLElement {
  const line = element('p', 'hn');
  const stroke = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  stroke.setAttribute('class', `f f-${status}`);
  stroke.setAttribute('width', '8');
  stroke.setAttribute('height', '16');
  stroke.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#form:${status}`);
  stroke.append(use);
  const kind = meta.kind === 'claim' || meta.kind === 'remark' ? '' : ` ${meta.kind}`;
  const word = element('b', 'sw', status.charAt(0).toUpperCase() + status.slice(1));
  word.append(element('span', 'kw', kind), '.');
  line.append(stroke, word, ' ');
  return line;
}

/** Puts a stretch of a record's words in, those that were found as `<mark>`, with `…` where it is cut. */
function highlight<Parent extends HTMLElement>(
  parent: Parent,
  words: readonly string[],
  found: ReadonlySet<number>,
  from: number,
  to: number,
): Parent {
  const isCut = parent.matches('.ex');
  let plain = isCut ? '… ' : '';
  for (let index = from; index < to; index += 1) {
    const word = words[index]!;
    if (index > from) plain += ' ';
    const [, before, core, after] = (found.has(index) && PUNCTUATED.exec(word)) || [];
    if (core === undefined) plain += word;
    else {
      parent.append(plain + before!, element('mark', '', core));
      plain = after!;
    }
  }
  parent.append(isCut && to < words.length ? `${plain} …` : plain);
  return parent;
}

/** As Pagefind counts words: cut at white space. */
function toWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function link(href: string, className: string, words: string): HTMLAnchorElement {
  const made = element('a', className, words);
  made.href = href;
  return made;
}
