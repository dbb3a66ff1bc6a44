import { unknownIn } from './csl-vocabulary.ts';
import { problem, sentence, type Problem } from './problem.ts';
import { elementsIn, readXml, textIn, type XmlElement } from './xml.ts';

/** A style of citation: a CSL file that has been read and found usable. */
export interface CitationStyle {
  /** Name of its file, without `.csl`. */
  id: string;
  label: string;
  kind: 'note' | 'in-text';
  /** Whether it cites by numbers, which are a list's and not a reference's. */
  isNumeric: boolean;
  /** Its language, one of those there are locales for. */
  language: string;
  root: XmlElement;
}

/** The styles that come with Postil, in the menu's order: what readers call them, and the language of their guides. */
const OWN_STYLES: Readonly<Record<string, { label: string; language: string }>> = {
  apa: { label: 'APA', language: 'en-US' },
  'chicago-notes-bibliography': { label: 'Chicago notes', language: 'en-US' },
  'chicago-author-date': { label: 'Chicago author-date', language: 'en-US' },
  'modern-language-association': { label: 'MLA', language: 'en-US' },
  'harvard-cite-them-right': { label: 'Harvard', language: 'en-GB' },
  oscola: { label: 'OSCOLA', language: 'en-GB' },
};

/** The language of a style that says none: that of the notes. */
const LANGUAGE = 'en-GB';

const NAMESPACE = 'http://purl.org/net/xbiblio/csl';

/**
 * What every object has. citeproc keeps terms, macros and much else in objects under the names a style gives them: a
 * term called `__proto__` would be a property of everything.
 */
const OF_OBJECTS = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * Reads a CSL style. It is data: citeproc 2.4.63 interprets it and has neither `eval` nor `new Function`, and names
 * that would reach beyond it are refused.
 *
 * @param file path for messages, id (its name without `.csl`), and its XML
 * @param languages those there are locales for
 * @returns the style, if it can be used, and all problems
 * @see https://docs.citationstyles.org/en/stable/specification.html (CSL 1.0.2)
 */
export function readStyle(
  file: { path: string; id: string; xml: string },
  languages: readonly string[],
): { style?: CitationStyle; problems: Problem[] } {
  const { root, problems, positionOf } = readXml(file, 'malformed-style');
  if (!root) return { problems };
  const refuse = (element: XmlElement, message: string, hint: string) =>
    problem('invalid-style', positionOf(element), message, hint);

  const fault = faultOf(root, refuse);
  if (fault) return { problems: [fault] };
  const info = infoOf(root);
  const aside = new Set(info && elementsOf(info));
  const inner = [...elementsOf(root)].flatMap((element) => {
    const faults = faultsWithin(element, root, refuse);
    return faults.length > 0 || aside.has(element) ? faults : unknownWithin(element, refuse);
  });
  if (inner.length > 0) return { problems: inner };
  const endless = endlessMacro(root);
  if (endless) {
    const message = `The macro \`${endless.attrs.name}\` calls itself, by itself or by others that it calls.`;
    return { problems: [refuse(endless, message, 'Let it end.')] };
  }
  for (const element of elementsOf(root)) {
    // citeproc finds an empty term by its empty words.
    if (['term', 'single', 'multiple'].includes(element.name) && element.children.length === 0)
      element.children.push('');
  }
  const own = OWN_STYLES[file.id];
  const wanted = root.attrs['default-locale'] ?? own?.language ?? LANGUAGE;
  const language = nearestLanguage(wanted, languages);
  const style: CitationStyle = {
    id: file.id,
    label: own?.label ?? labelOf(root) ?? file.id,
    kind: root.attrs.class === 'note' ? 'note' : 'in-text',
    isNumeric: categoryOf(root) === 'numeric',
    language,
    root,
  };
  if (language === wanted) return { style, problems: [] };
  const warning = problem(
    'missing-locale',
    positionOf(root),
    `This style is in \`${wanted}\`, and there is no locale for that: \`${language}\` is taken.`,
    `Say one of these: ${languages.join(', ')}.`,
  );
  // Another region’s words and dates are near enough not to be told.
  return { style, problems: primary(language) === primary(wanted) ? [] : [warning] };
}

type Refuse = (element: XmlElement, message: string, hint: string) => Problem;

function faultOf(root: XmlElement, refuse: Refuse): Problem | undefined {
  if (root.name !== 'style' || root.attrs.xmlns !== NAMESPACE) {
    const hint = `A style’s root is <style xmlns="${NAMESPACE}">.`;
    return refuse(root, `This is no CSL style: its root is <${root.name}>.`, hint);
  }
  const parent = linksOf(root).find(({ attrs }) => attrs.rel === 'independent-parent');
  if (parent && elementsIn(root, 'citation').length === 0) {
    const message = `This style has no rules of its own: it depends on ${parent.attrs.href ?? 'another'}.`;
    return refuse(parent, message, 'Put the style that it depends on here instead.');
  }
  if (root.attrs.class !== 'note' && root.attrs.class !== 'in-text')
    return refuse(root, 'It is not said how this style cites.', 'Give it class="note" or class="in-text".');
  const [citation] = elementsIn(root, 'citation');
  if (!citation || elementsIn(citation, 'layout').length === 0) {
    const hint = 'Give it <citation> with a <layout>.';
    return refuse(citation ?? root, 'This style has no layout for citations.', hint);
  }
  const layouts = [citation, ...elementsIn(root, 'bibliography')].flatMap((part) =>
    elementsIn(part, 'layout'),
  );
  const empty = layouts.find((layout) => elementsIn(layout).length === 0);
  return empty && refuse(empty, 'This layout prints nothing.', 'Put into it what it prints.');
}

/** What CSL does not have, which citeproc leaves out without a word, or refuses without a place. */
function unknownWithin(element: XmlElement, refuse: Refuse): Problem[] {
  const unknown = unknownIn(element);
  if (unknown === undefined) return [];
  const message =
    'element' in unknown
      ? `There is no element <${unknown.element}> in CSL 1.0.2.`
      : `There is no attribute \`${unknown.attribute}\` of <${element.name}> in CSL 1.0.2.`;
  return [refuse(element, message, 'Correct the name or leave it out.')];
}

/** @returns a macro that would not come to an end */
function endlessMacro(root: XmlElement): XmlElement | undefined {
  const macros = elementsIn(root, 'macro');
  const calls = new Map(
    macros.map((macro) => [
      macro.attrs.name,
      [...elementsOf(macro)].flatMap(({ attrs }) => (attrs.macro === undefined ? [] : [attrs.macro])),
    ]),
  );
  return macros.find(({ attrs }) => {
    const called = new Set(calls.get(attrs.name));
    for (const name of called) for (const next of calls.get(name) ?? []) called.add(next);
    return attrs.name !== undefined && called.has(attrs.name);
  });
}

/** What would stop citeproc, with its place, which citeproc does not know. */
function faultsWithin(element: XmlElement, root: XmlElement, refuse: Refuse): Problem[] {
  const names = [element.name, ...Object.entries(element.attrs).flat()].flatMap((words) =>
    words.split(/\s+/),
  );
  const strange = names.find((name) => OF_OBJECTS.has(name));
  if (strange !== undefined)
    return [refuse(element, `Nothing in a style can be called \`${strange}\`.`, 'Give it another name.')];
  const { macro } = element.attrs;
  if (macro === undefined || elementsIn(root, 'macro').some(({ attrs }) => attrs.name === macro)) return [];
  return [refuse(element, `There is no macro \`${macro}\` in this style.`, 'Correct the name or add it.')];
}

/**
 * @param style a style
 * @param path of its file, for messages
 * @param error what citeproc threw when it took it
 * @returns that it did, as a problem
 */
export function refusedStyle({ root }: CitationStyle, path: string, error: unknown): Problem {
  const words = error instanceof Error ? error.message : String(error);
  const title = titleOf(root) ?? 'this style';
  return problem(
    'invalid-style',
    { path },
    sentence(`“${title}” cannot be used by citeproc: ${words}`),
    'Correct the style; the validator of citationstyles.org knows where.',
  );
}

/** Ours first, in their order; then the publisher’s, by name. */
export function inMenuOrder(styles: readonly CitationStyle[]): CitationStyle[] {
  const own = Object.keys(OWN_STYLES);
  const place = ({ id }: CitationStyle) => (own.includes(id) ? own.indexOf(id) : own.length);
  return [...styles].sort(
    (a, b) => place(a) - place(b) || a.label.localeCompare(b.label, 'en') || (a.id < b.id ? -1 : 1),
  );
}

function* elementsOf(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of elementsIn(element)) yield* elementsOf(child);
}

function infoOf(root: XmlElement): XmlElement | undefined {
  return elementsIn(root, 'info')[0];
}

function linksOf(root: XmlElement): XmlElement[] {
  const info = infoOf(root);
  return info ? elementsIn(info, 'link') : [];
}

function labelOf(root: XmlElement): string | undefined {
  return wordsOf(root, 'title-short') ?? titleOf(root);
}

function titleOf(root: XmlElement): string | undefined {
  return wordsOf(root, 'title');
}

function wordsOf(root: XmlElement, name: string): string | undefined {
  const info = infoOf(root);
  const [element] = info ? elementsIn(info, name) : [];
  return element && textIn(element) !== '' ? textIn(element) : undefined;
}

function categoryOf(root: XmlElement): string | undefined {
  const info = infoOf(root);
  const categories = info ? elementsIn(info, 'category') : [];
  return categories.map(({ attrs }) => attrs['citation-format']).find((format) => format !== undefined);
}

/** The same, else another region’s, else American English, which is CSL’s own default. */
function nearestLanguage(wanted: string, languages: readonly string[]): string {
  return (
    languages.find((each) => each === wanted) ??
    languages.find((each) => primary(each) === primary(wanted)) ??
    'en-US'
  );
}

function primary(language: string): string {
  return language.split('-')[0]!;
}
