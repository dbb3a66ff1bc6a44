import { isMap, isNode, isScalar, LineCounter, parseDocument, type Node } from 'yaml';
import type { z } from 'zod';
import { refuseIllegible } from './legible.ts';
import { didYouMean } from './nearest.ts';
import { type Place, problem, sentence, type Position, type Problem, type ProblemId } from './problem.ts';
import { explainYaml } from './yaml-fault.ts';

/** Aliases a document may expand to: enough for an editor's convenience, too few for a “billion laughs”. */
const MOST_ALIASES = 50;

/** Faults of one file that are told: who has mended these, sees the next. */
const MOST_TOLD = 500;

/** Of a value so many characters are told again, and so many of its fields. */
const LONGEST_TOLD = 100;
const MOST_NAMES = 8;

/** What values of each type are called. zod says `string`, `int`. */
const CALLED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of fields',
};

/**
 * Reads a YAML 1.2 document against a schema, every fault with its own place.
 *
 * @param file path for messages; yaml; the line of the file on which the YAML begins (from 1)
 * @param schema what the document must be; its own messages are words that follow “it should be”
 * @param invalid the problem to report where it is not
 * @returns the value, if the document is well formed and valid, and all problems
 */
export function readYaml<Schema extends z.ZodType>(
  file: { path: string; yaml: string; firstLine?: number },
  schema: Schema,
  invalid: ProblemId,
): { value?: z.output<Schema>; problems: Problem[]; positionOf: (path: readonly PropertyKey[]) => Position } {
  const lines = new LineCounter();
  const illegible = refuseIllegible({ ...file, text: file.yaml }, 'malformed-yaml');
  // Its places are not asked for: nothing is known to be in it.
  const yaml = illegible ? '' : file.yaml;
  const document = parseDocument(yaml, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    // Fields that stand twice are found by `explainYaml`, which does not compare each with each.
    uniqueKeys: false,
  });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + (file.firstLine ?? 1) - 1, column: col };
  };
  const at = (start: number, end = start): Position => ({
    path: file.path,
    ...placeOf(start),
    ...(end > start && { end: placeOf(end) }),
  });
  const extentOf = (node: Node | undefined) => at(...extentIn(node));
  const positionOf = (path: readonly PropertyKey[]) => extentOf(nearestNode(document, path));

  if (illegible) return { problems: [illegible], positionOf };
  const malformed = explainYaml(yaml, document).map(({ message, hint, from, to }) =>
    problem('malformed-yaml', at(from, to), sentence(message), hint),
  );
  if (malformed.length > 0) return { problems: malformed, positionOf };

  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    return { problems: [unresolved(yaml, error as Error, at)], positionOf };
  }
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, problems: [], positionOf };
  const known = Object.keys('shape' in schema ? (schema.shape as object) : {});
  const problems = result.error.issues.slice(0, MOST_TOLD).flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      const { message, hint } = describe(issue, valueAt(data, issue.path));
      return [problem(invalid, positionOf(issue.path), message, hint)];
    }
    return issue.keys.slice(0, MOST_TOLD).map((key) => {
      const position = extentOf(keyNode(document, issue.path, key));
      const near = issue.path.length === 0 ? didYouMean(key, known) : '';
      const message = `There is no field \`${shortened(key)}\` here.${near}`;
      return problem(invalid, position, message, 'Correct the name or take the field out.');
    });
  });
  return { problems, positionOf };
}

/** The one thing that can still go wrong: more aliases than MOST_ALIASES, or one without its anchor. */
function unresolved(yaml: string, { message }: Error, at: (from: number, to?: number) => Position): Problem {
  const name = /^Unresolved alias .*: (?<name>\S+)$/.exec(message)?.groups?.name;
  if (name === undefined) {
    const first = Math.max(0, yaml.search(/\*[^\s,[\]{}]/));
    const said = `Values are repeated by \`*\` here more than ${MOST_ALIASES} times over.`;
    return problem('malformed-yaml', at(first, first + 1), said, 'Write the values out instead.');
  }
  const from = Math.max(0, yaml.indexOf(`*${name}`));
  const said = `\`*${name}\` refers to a value called \`&${name}\`, and there is none.`;
  const hint = 'If `*` belongs to the value, put the value between quotation marks.';
  return problem('malformed-yaml', at(from, from + name.length + 1), said, hint);
}

/** @returns whether a document has nothing but comments and white space */
export function isBlank(yaml: string): boolean {
  return yaml.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
}

type Issue = z.core.$ZodIssue;

function describe(issue: Issue, value: unknown): { message: string; hint: string } {
  // Which entry of a list it is, its place tells.
  const fields = issue.path.filter((key) => typeof key !== 'number').map(String);
  const field = fields.length > 0 ? `\`${fields.join('.')}\`` : 'The document';
  const wanted = shouldBe(issue);
  // That a title is text goes without saying.
  const form = wanted === CALLED.string ? '' : ` It should be ${wanted}.`;
  if (value === undefined) return { message: `${field} is missing.`, hint: `Add it.${form}` };
  if (isEmpty(value)) return { message: `${field} is empty.`, hint: `Give it a value.${form}` };
  const hint = 'Give the field a value of that form.';
  const near =
    issue.code === 'invalid_value' && typeof value === 'string'
      ? didYouMean(value, issue.values.map(String))
      : '';
  return { message: `${field} should be ${wanted}, and is ${called(value)}.${near}`, hint };
}

/** The schema's own words where it has any, else ours for zod's. */
function shouldBe(issue: Issue): string {
  if (issue.code === 'invalid_type')
    return isOurs(issue) ? issue.message : (CALLED[issue.expected] ?? issue.expected);
  if (issue.code === 'too_small' && issue.origin === 'string') return 'text';
  if (issue.code === 'too_small' && issue.origin === 'array') return 'a list';
  if (issue.code === 'too_small') return `a number above ${issue.minimum}`;
  if (issue.code === 'invalid_value' && !isOurs(issue)) return oneOf(issue.values.map(String));
  return issue.message;
}

/** Whether an issue's message is the schema's own: zod's begin with these words. */
function isOurs({ message }: Issue): boolean {
  return !/^(?:Invalid|Too |Unrecognized)/.test(message);
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? values[0]! : `one of ${values.join(', ')}`;
}

/** @returns a value in words; of fields, their names */
function called(value: unknown): string {
  if (typeof value === 'string') return `“${shortened(value)}”`;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return CALLED.array!;
  if (typeof value !== 'object') return CALLED[typeof value]!;
  const names = Object.keys(value ?? {});
  const told = names.slice(0, MOST_NAMES).map((key) => `${shortened(key)}: …`);
  return `{ ${[...told, ...(names.length > MOST_NAMES ? ['…'] : [])].join(', ')} }`;
}

/** What is said of a value, enough of it to know it again. */
function shortened(words: string): string {
  const letters = Array.from(words.slice(0, 2 * (LONGEST_TOLD + 1)));
  return letters.length > LONGEST_TOLD ? `${letters.slice(0, LONGEST_TOLD).join('')}…` : words;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    data,
  );
}

/** Where a node begins and its value ends; a set of fields or a list is looked at by its beginning alone. */
function extentIn(node: Node | undefined): [start: number, end: number] {
  const [start, end] = node?.range ?? [0, 0];
  return [start, isScalar(node) ? end : start];
}

/** The node at a path, or the innermost one on the way to it: a missing field is reported at its parent. */
function nearestNode(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): Node | undefined {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (isNode(node)) return node;
  }
  return undefined;
}

/** The key itself, of a field of what stands at a path. */
function keyNode(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
  key: string,
): Node | undefined {
  const parent: unknown = document.getIn(path, true);
  const pair = isMap(parent)
    ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    : undefined;
  return isNode(pair?.key) ? pair.key : nearestNode(document, path);
}
