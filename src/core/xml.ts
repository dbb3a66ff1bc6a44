import sax from 'sax';
import { problem, sentence, type Position, type Problem, type ProblemId } from './problem.ts';

/** An element, in the form in which citeproc takes a style: with elements in it or with words, never with both. */
export interface XmlElement {
  name: string;
  attrs: Record<string, string>;
  children: (XmlElement | string)[];
}

/** How many elements may stand in one another: the deepest style of CSL’s own has a quarter of them. */
const DEEPEST = 100;

/**
 * Reads XML 1.0. Entities of a document type are not expanded, and nothing is fetched.
 *
 * @param file path for messages, and its XML
 * @param malformed the problem to report where it is not well-formed
 * @returns the root, if it is, and is not too deep to be worked with; where each element begins; and all problems
 * @see https://www.w3.org/TR/xml/ (2.1, well-formed documents)
 */
export function readXml(
  file: { path: string; xml: string },
  malformed: ProblemId,
): { root?: XmlElement; problems: Problem[]; positionOf: (element: XmlElement) => Position } {
  const xml = file.xml.replace(/^\uFEFF/u, '');
  const parser = sax.parser(true);
  const begins = new Map<XmlElement, number>();
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let fault: { message: string; at: number } | undefined;
  const add = (child: XmlElement | string) => open.at(-1)?.children.push(child);
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attrs: { ...attributes }, children: [] };
    begins.set(element, parser.startTagPosition - 1);
    if (root && open.length === 0)
      fault ??= { message: notWellFormed('It has two roots'), at: parser.startTagPosition - 1 };
    add(element);
    root ??= element;
    open.push(element);
    if (open.length > DEEPEST)
      fault ??= { message: `More than ${DEEPEST} elements stand in one another.`, at: begins.get(element)! };
  };
  parser.onclosetag = () => {
    const closed = open.pop()!;
    const elements = elementsIn(closed);
    if (elements.length > 0) closed.children = elements;
  };
  parser.ontext = add;
  parser.oncdata = add;
  parser.onerror = (error) => {
    // What comes after the first fault is its consequence.
    fault ??= { message: notWellFormed(error.message.split('\n')[0]!), at: Math.max(0, parser.position - 1) };
    parser.error = null;
  };
  parser.write(xml).close();

  const at = (offset: number): Position => {
    const before = xml.slice(0, offset).split(/\r\n|\r|\n/);
    return { path: file.path, line: before.length, column: before.at(-1)!.length + 1 };
  };
  const positionOf = (element: XmlElement) => at(begins.get(element) ?? 0);
  if (fault || !root) {
    const { message, at: offset } = fault ?? { message: notWellFormed('It has no element'), at: 0 };
    return {
      problems: [
        problem(malformed, at(offset), message, 'Correct the XML here; what it says was not checked.'),
      ],
      positionOf,
    };
  }
  return { root, problems: [], positionOf };
}

function notWellFormed(why: string): string {
  return sentence(`This is not well-formed XML: ${why}`);
}

/** @returns the elements directly in an element, of one name or of all */
export function elementsIn({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** @returns the words directly in an element */
export function textIn({ children }: XmlElement): string {
  return children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}
