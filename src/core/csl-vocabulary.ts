/** How words are written, and what stands around them: the elements that print share nearly all of it. */
const FORMAT = [
  'delimiter',
  'display',
  'font-style',
  'font-variant',
  'font-weight',
  'prefix',
  'quotes',
  'strip-periods',
  'suffix',
  'text-case',
  'text-decoration',
  'vertical-align',
];

const OF_NAMES = [
  'and',
  'delimiter-precedes-et-al',
  'delimiter-precedes-last',
  'et-al-min',
  'et-al-subsequent-min',
  'et-al-subsequent-use-first',
  'et-al-use-first',
  'et-al-use-last',
  'initialize',
  'initialize-with',
  'name-as-sort-order',
  'sort-separator',
];

/** The same where they hold for all names within. */
const OF_NAMES_WITHIN = [...OF_NAMES, 'name-delimiter', 'name-form', 'names-delimiter'];

const CONDITIONS = [
  'disambiguate',
  'is-numeric',
  'is-uncertain-date',
  'locator',
  'match',
  'position',
  'type',
  'variable',
];

/** Which elements there are, and which attributes each can have. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  bibliography: [
    ...OF_NAMES_WITHIN,
    'entry-spacing',
    'hanging-indent',
    'line-spacing',
    'second-field-align',
    'subsequent-author-substitute',
    'subsequent-author-substitute-rule',
  ],
  choose: [],
  citation: [
    ...OF_NAMES_WITHIN,
    'after-collapse-delimiter',
    'cite-group-delimiter',
    'collapse',
    'disambiguate-add-givenname',
    'disambiguate-add-names',
    'disambiguate-add-year-suffix',
    'givenname-disambiguation-rule',
    'near-note-distance',
    'year-suffix-delimiter',
  ],
  date: [...FORMAT, 'date-parts', 'form', 'variable'],
  'date-part': [...FORMAT, 'form', 'name', 'range-delimiter'],
  else: [],
  'else-if': CONDITIONS,
  'et-al': [...FORMAT, 'term'],
  group: FORMAT,
  if: CONDITIONS,
  key: ['macro', 'names-min', 'names-use-first', 'names-use-last', 'sort', 'variable'],
  label: [...FORMAT, 'form', 'plural', 'variable'],
  layout: FORMAT,
  locale: [],
  macro: ['name'],
  multiple: [],
  name: [...FORMAT, ...OF_NAMES, 'form'],
  'name-part': [...FORMAT, 'name'],
  names: [...FORMAT, 'variable'],
  number: [...FORMAT, 'form', 'variable'],
  single: [],
  sort: [],
  style: [
    ...OF_NAMES_WITHIN,
    'class',
    'default-locale',
    'demote-non-dropping-particle',
    'initialize-with-hyphen',
    'page-range-format',
    'version',
  ],
  'style-options': ['limit-day-ordinals-to-day-1', 'punctuation-in-quote'],
  substitute: [],
  term: ['form', 'gender', 'gender-form', 'match', 'name'],
  terms: [],
  text: [...FORMAT, 'form', 'macro', 'plural', 'term', 'value', 'variable'],
};

/**
 * Looks whether an element of a style and its attributes are known. What stands in `info` is about the style, and
 * nothing is printed by it. Which attribute of format which element can have is not asked: what is harmless is let be.
 *
 * @returns what is not known; undefined where all is
 * @see https://docs.citationstyles.org/en/stable/specification.html (CSL 1.0.2)
 */
export function unknownIn({
  name,
  attrs,
}: {
  name: string;
  attrs: Record<string, string>;
}): { element: string } | { attribute: string } | undefined {
  if (!Object.hasOwn(ATTRIBUTES, name)) return { element: name };
  // What all XML can have: languages, namespaces.
  const attribute = Object.keys(attrs).find(
    (each) => !/^xml(?:ns)?(?::|$)/.test(each) && !ATTRIBUTES[name]!.includes(each),
  );
  return attribute === undefined ? undefined : { attribute };
}
