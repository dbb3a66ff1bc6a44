import { elementsIn, type XmlElement } from './xml.ts';

/** What a style does with one work among others: it has no meaning for one alone, and half of citeproc’s time. */
const AMONG_OTHERS = [
  'disambiguate-add-givenname',
  'disambiguate-add-names',
  'disambiguate-add-year-suffix',
  'givenname-disambiguation-rule',
  'collapse',
];

/**
 * The style for one work at a time: nothing is sorted, and no work is told from another.
 *
 * @param root a style; it is changed
 * @see https://docs.citationstyles.org/en/stable/specification.html#disambiguation
 */
export function forOneWork(root: XmlElement): XmlElement {
  for (const part of elementsIn(root)) {
    if (part.name !== 'citation' && part.name !== 'bibliography') continue;
    part.attrs = Object.fromEntries(
      Object.entries(part.attrs).filter(([name]) => !AMONG_OTHERS.includes(name)),
    );
    part.children = elementsIn(part).filter(({ name }) => name !== 'sort');
  }
  return root;
}
