import { elementsIn, type XmlElement } from './xml.ts';

/** Variables by which a style asks whether a work is dated, and so whether the day of access is needed. */
const DATED = new Set(['issued', 'status', 'available-date', 'event-date', 'original-date']);

/** Tests other than of variables: what has one of them asks for more than a date. */
const OTHER_TESTS = [
  'type',
  'locator',
  'position',
  'is-numeric',
  'is-uncertain-date',
  'disambiguate',
  'jurisdiction',
];

/**
 * The style as its guide has it for works that change. APA (9.16), Chicago (13.15) and MLA (5.111) leave the day of
 * access out of a dated work that stays as it is, and ask for it, or allow it, where the work is meant to change: an
 * annotated text is. Their CSL styles print it for undated works only; Chicago’s own variant “with access dates”
 * differs from the plain style in nothing but these conditions.
 *
 * @param root a style
 * @returns the style that prints the day of access where there is one, if it has a form with it that a date keeps away
 */
export function withAccessDay(root: XmlElement): XmlElement {
  const copy = structuredClone(root);
  relax(copy);
  return copy;
}

function relax(element: XmlElement): void {
  for (const child of elementsIn(element)) relax(child);
  if (element.name !== 'choose') return;
  const branches = elementsIn(element);
  const at = branches.findIndex(
    (branch) => saysAccessed(branch) && (branch.name === 'else' || asksForNoDate(branch)),
  );
  if (at < 0) return;
  // `<if variable="issued"/>` without anything in it keeps the day away from all that is dated.
  const kept = branches.filter(
    (branch, index) => index >= at || elementsIn(branch).length > 0 || !asksForDate(branch),
  );
  const branch = branches[at]!;
  if (branch.name !== 'else') askForAccess(branch);
  for (const [index, each] of kept.entries())
    if (each.name !== 'else') each.name = index === 0 ? 'if' : 'else-if';
  // Nothing is left to choose from where only `else` remains.
  if (kept[0]?.name === 'else') Object.assign(kept[0], { name: 'if', attrs: { variable: 'accessed' } });
  element.children = kept;
}

/** Directly, not by a macro: a branch with the whole of a layout is not meant. */
function saysAccessed(element: XmlElement): boolean {
  return elementsIn(element).some(
    (child) => (child.name === 'date' && child.attrs.variable === 'accessed') || saysAccessed(child),
  );
}

/** Whether a branch is for works without a date, or has lost what was for dated ones before it. */
function asksForNoDate({ attrs }: XmlElement): boolean {
  const variables = variablesOf(attrs);
  if (OTHER_TESTS.some((test) => attrs[test] !== undefined)) return false;
  const none = attrs.match === 'none' && variables.some((name) => DATED.has(name));
  return none || variables.includes('accessed');
}

function asksForDate({ attrs }: XmlElement): boolean {
  const variables = variablesOf(attrs);
  return (
    attrs.match !== 'none' &&
    variables.length > 0 &&
    variables.every((name) => DATED.has(name)) &&
    OTHER_TESTS.every((test) => attrs[test] === undefined)
  );
}

function askForAccess(branch: XmlElement): void {
  if (branch.attrs.match === 'none') branch.attrs = { variable: 'accessed' };
}

function variablesOf(attrs: XmlElement['attrs']): string[] {
  return (attrs.variable ?? '').split(/\s+/).filter(Boolean);
}
