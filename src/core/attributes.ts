import type { Nodes } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import type { Position as Stretch } from 'unist';
import { BEARINGS, LONGEST_FINDING, READ, STATUSES } from './annotation.ts';
import { faultsOfAliases, readAliases } from './alias.ts';
import { isDay, isEdtf } from './date.ts';
import { leftTurned } from './direction.ts';
import { isUnit, parseValue, UNITS } from './figure.ts';
import { EDITORS_LANGUAGE, isLanguageTag } from './language.ts';
import { didYouMean, nearest } from './nearest.ts';
import { problem, sentence, type Position, type Problem } from './problem.ts';
import { isJsx, type Jsx } from './syntax.ts';

/** What a value must be: the fault in words that follow the value, and perhaps a question; or undefined. */
type Rule = (value: string) => string | undefined;

interface Attribute {
  required?: boolean;
  rule: Rule;
}

const text: Rule = (value) => (value.trim() === '' ? 'is empty' : undefined);
const date: Rule = (value) => (isEdtf(value) ? undefined : 'is not a date, as in 2026-11-22');
const day: Rule = (value) => (isDay(value) ? undefined : 'is not a day, as in 2026-11-22');
const oneOf =
  (choices: readonly string[]): Rule =>
  (value) =>
    choices.includes(value) ? undefined : `is none of ${choices.join(', ')}.${didYouMean(value, choices)}`;
const language: Rule = (value) =>
  isLanguageTag(value) ? undefined : 'is not a language tag, as in ru or en-GB';
const turned: Rule = (value) =>
  leftTurned(value) === undefined ? undefined : 'turns the direction of writing, and not back';
const numeric: Rule = (value) =>
  parseValue(value) ? undefined : 'is not a plain number, as in 600000, 4.2 or 8–16';
const unit: Rule = (value) =>
  isUnit(value)
    ? undefined
    : `is neither a currency's ISO 4217 code nor one of ${Object.keys(UNITS).join(', ')}`;
const aliases: Rule = (value) => {
  const faults = faultsOfAliases(readAliases(value), [], EDITORS_LANGUAGE);
  if (faults.includes('blank')) return 'has a spelling without letters';
  return faults.includes('repeated') ? 'has a spelling twice' : undefined;
};
const short: Rule = (value) =>
  text(value) ??
  (Array.from(value).length > LONGEST_FINDING ? `is longer than ${LONGEST_FINDING} characters` : undefined);

const ID = { id: { rule: text } };
const STATUS = {
  ...ID,
  status: { required: true, rule: oneOf(STATUSES) },
  checked: { required: true, rule: day },
  brief: { rule: short },
  why: { rule: text },
  reckoned: { rule: text },
  beside: { rule: text },
  aliases: { rule: aliases },
};

/** Every element that a reading may use, and its attributes. */
export const ELEMENTS: Readonly<Record<string, Readonly<Record<string, Attribute>>>> = {
  Claim: STATUS,
  Source: { ...STATUS, of: { required: true, rule: text } },
  Figure: {
    ...STATUS,
    value: { required: true, rule: numeric },
    unit: { required: true, rule: unit },
    measures: { rule: text },
    differs: { rule: text },
  },
  Quotation: { ...STATUS, by: { rule: text }, source: { rule: text }, wording: { rule: text } },
  Remark: {
    ...ID,
    brief: { rule: short },
    reckoned: { rule: text },
    beside: { rule: text },
    aliases: { rule: aliases },
  },
  Byline: {},
  Evidence: {
    source: { required: true, rule: text },
    bearing: { required: true, rule: oneOf(BEARINGS) },
    read: { rule: oneOf(READ) },
    lang: { rule: language },
    rendering: { rule: text },
    aliases: { rule: aliases },
  },
  Since: { date: { required: true, rule: date }, source: { required: true, rule: text } },
  Reply: { from: { required: true, rule: text }, date: { required: true, rule: day } },
};

/**
 * Reads an element's attributes against its row of the table.
 *
 * @param element an element whose name is in `ELEMENTS`
 * @param path file, for positions
 * @returns the attributes that are as they should be, where each stands, those that are given at all, also by
 *   a misspelt name or with a value they cannot have, and all problems
 */
export function readAttributes(element: Jsx, path: string) {
  const name = element.name ?? '';
  const allowed = ELEMENTS[name] ?? {};
  const values: Record<string, string> = {};
  const problems: Problem[] = [];
  const places = new Map<string, Position>();
  const given = new Set<string>();

  for (const attribute of element.attributes) {
    const position = attribute.position ? positionOf(path, attribute.position) : startOf(path, element);
    const value = attribute.type === 'mdxJsxAttribute' ? literal(attribute) : undefined;
    const label = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
    const row = Object.hasOwn(allowed, label) ? allowed[label] : undefined;
    if (value === undefined) {
      problems.push(
        problem(
          'code-in-reading',
          position,
          `The attribute \`${label}\` of <${name}> is not a plain string.`,
          'Content is data: write the value in quotation marks.',
        ),
      );
    } else if (!row) {
      given.add(nearest(label, Object.keys(allowed)) ?? label);
      problems.push(
        problem(
          'unknown-attribute',
          position,
          `<${name}> has no attribute \`${label}\`.${didYouMean(label, Object.keys(allowed))}`,
          `It may have ${listed(Object.keys(allowed))}.`,
        ),
      );
    } else if (places.has(label)) {
      problems.push(
        problem(
          'invalid-attribute',
          position,
          `\`${label}\` of <${name}> is given twice.`,
          'Keep one of the two.',
        ),
      );
    } else {
      places.set(label, position);
      given.add(label);
      const fault = row.rule(value) ?? turned(value);
      if (fault === undefined) values[label] = value;
      else
        problems.push(
          problem(
            'invalid-attribute',
            position,
            sentence(`\`${label}="${value}"\` of <${name}> ${fault}`),
            'Correct the value.',
          ),
        );
    }
  }
  const here = startOf(path, element);
  const missing = Object.keys(allowed).filter((label) => allowed[label]!.required && !given.has(label));
  if (missing.length > 0) problems.push(withoutAttributes(name, missing, here));
  return {
    values,
    problems,
    given,
    positionOf: (label: string): Position => places.get(label) ?? here,
  };
}

function withoutAttributes(name: string, missing: readonly string[], position: Position): Problem {
  const named = new Intl.ListFormat('en-GB').format(missing.map((label) => `\`${label}\``));
  const tag = `<${name} ${missing.map((label) => `${label}="…"`).join(' ')}>`;
  const message = `<${name}> has no ${named}.`;
  return problem(
    'missing-attribute',
    position,
    message,
    `Give it ${missing.length > 1 ? 'them' : 'one'}: ${tag}.`,
  );
}

/**
 * @param path a file
 * @param place a node's place in it
 * @returns the position of its first character, and its end
 */
export function positionOf(path: string, place: Stretch | undefined): Position {
  if (!place) return { path };
  const { start, end } = place;
  return { path, line: start.line, column: start.column, end: { line: end.line, column: end.column } };
}

/**
 * @param path a file
 * @param node an element, a footnote's definition, or any other node
 * @returns where it begins, as far as one looks at it: `<Claim` of an element, `[^id]:` of a note
 */
export function startOf(path: string, node: Nodes): Position {
  const { position } = node;
  const words = openingWords(node);
  if (!position || words === undefined) return positionOf(path, position);
  const { line, column } = position.start;
  return { path, line, column, end: { line, column: column + words.length } };
}

function openingWords(node: Nodes): string | undefined {
  if (node.type === 'footnoteDefinition') return `[^${node.label ?? node.identifier}]:`;
  return isJsx(node) ? `<${node.name ?? ''}` : undefined;
}

/** @returns an element's attribute, where it is there and a plain string */
export function literalOf(element: Jsx, name: string): string | undefined {
  const found = element.attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name,
  );
  return found?.type === 'mdxJsxAttribute' ? literal(found) : undefined;
}

function literal({ value }: MdxJsxAttribute): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function listed(names: string[]): string {
  return names.length > 0 ? names.map((name) => `\`${name}\``).join(', ') : 'none';
}
