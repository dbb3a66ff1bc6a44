import { canonical } from '../core/canonical.ts';
import type { PassagePlace, Placed } from '../core/locator.ts';

/** What blocks other than paragraphs are made of. */
const KINDS: Readonly<Record<string, Placed['kind']>> = { TR: 'row', CODE: 'code' };

/** @returns where a passage of the page stands: a sentence is a `span` in its block */
export function placeIn(passage: HTMLElement): PassagePlace {
  const isSentence = passage.matches('span');
  const block = isSentence ? passage.parentElement!.closest<HTMLElement>('[data-v]')! : passage;
  return {
    block: { kind: kindOf(block), anchor: block.id, text: canonical(block.textContent) },
    ...(isSentence && { sentence: { anchor: passage.id } }),
  };
}

function kindOf(block: HTMLElement): Placed['kind'] {
  if (block.closest('.byline')) return 'byline';
  return /^H\d/.test(block.tagName) ? 'heading' : (KINDS[block.tagName] ?? 'paragraph');
}
