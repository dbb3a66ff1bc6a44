import { type Document, isPair, isScalar, type Scalar, visit } from 'yaml';
import { leftTurned } from './direction.ts';
import { illegibleIn } from './legible.ts';

/** What an editor did, where that stands in the YAML, in UTF-16 code units, and what to do. */
export interface YamlFault {
  message: string;
  hint: string;
  from: number;
  to: number;
}

/** A document that is not well formed, and one of its errors. */
interface Said {
  yaml: string;
  document: Document.Parsed;
  error: Pick<Document.Parsed['errors'][number], 'code' | 'message' | 'pos'>;
  at: number;
}

type Reading = (said: Said) => YamlFault | undefined;

/** So many fields that stand twice are told. */
const MOST_TOLD = 20;

/** What `!!str` says: a number or a day is text. */
const OF_TEXT = 'tag:yaml.org,2002:str';

const UNREAD = 'What it says was not checked.';

/** The first that knows what was meant is told. */
const READINGS: readonly Reading[] = [
  tooDeep,
  tabulator,
  twice,
  unclosedQuotes,
  wordsBehindQuotes,
  unclosedBracket,
  colonInValue,
  colonWithoutSpace,
  indentedDeeper,
  reservedSign,
  noField,
];

/**
 * Says in an editor's words why YAML is not well formed. Fields that stand twice are all told; of other errors only the
 * first, from which the rest mostly follows.
 *
 * @param yaml the document
 * @param document it, as the parser has it that was not asked for fields of one name
 */
export function explainYaml(yaml: string, document: Document.Parsed): YamlFault[] {
  const repeated = repetitions(document);
  if (document.errors.length + repeated.length === 0) return faultsOfValues(document);
  return [...repeated, ...document.errors.slice(0, 1)].map((error) => {
    const said = { yaml, document, error, at: error.pos[0] };
    for (const read of READINGS) {
      const found = read(said);
      if (found) return { ...found, hint: `${found.hint} ${UNREAD}` };
    }
    const [from, to] = error.pos;
    const message = `This is not well-formed YAML: ${error.message}`;
    return { message, hint: `Correct the YAML here. ${UNREAD}`, from, to };
  });
}

/** The second of two fields of one name, and each after it. */
function repetitions(document: Document.Parsed): Said['error'][] {
  const found: Said['error'][] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || !key.range) continue;
        const [from] = key.range;
        if (seen.has(key.value))
          found.push({ code: 'DUPLICATE_KEY', message: 'Map keys must be unique', pos: [from, from + 1] });
        seen.add(key.value);
      }
    },
  });
  return found.slice(0, MOST_TOLD);
}

/** YAML can say `!!js/function` of a value, and `\0`: well formed, and nothing that content could mean. */
function faultsOfValues(document: Document.Parsed): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Node: (_, node) => {
      const [from, to] = node.range!;
      const { tag = OF_TEXT } = node as { tag?: string };
      if (tag !== OF_TEXT) faults.push({ ...ofAnotherKind(tag), from, to: from });
      const message = isScalar(node) && typeof node.value === 'string' ? faultOfWords(node.value) : undefined;
      if (message !== undefined) faults.push({ message, hint: `Take it out. ${UNREAD}`, from, to });
    },
  });
  return faults;
}

function faultOfWords(words: string): string | undefined {
  const sign = illegibleIn(words);
  if (sign) return `${sign.name} is in this value, which no page can show.`;
  const turning = leftTurned(words);
  return turning === undefined
    ? undefined
    : `In this value ${turning} turns the direction of writing, and nothing in it turns it back: what stands behind it would be turned, too.`;
}

function ofAnotherKind(tag: string): Pick<YamlFault, 'message' | 'hint'> {
  const written = tag.replace('tag:yaml.org,2002:', '!!');
  return {
    message: `\`${written}\` says what kind of value this is, and content has no kinds but text, numbers, lists and fields.`,
    hint: `Take it out. ${UNREAD}`,
  };
}

/** `[[[[[[…`, by the thousand. */
function tooDeep({ error, at }: Said): YamlFault | undefined {
  if (!error.message.startsWith('Maximum call stack')) return undefined;
  const message = 'Lists and fields are within one another here more deeply than can be read.';
  return { message, hint: 'Write it with fewer levels.', from: at, to: at };
}

/** A tabulator indents a line. */
function tabulator({ yaml, at }: Said): YamlFault | undefined {
  const from = lineStart(yaml, at);
  const indent = /^\s*/.exec(yaml.slice(from))![0];
  const tab = indent.indexOf('\t');
  if (tab < 0) return undefined;
  const message = 'This line is indented by a tabulator, which YAML does not allow.';
  return { message, hint: 'Indent it by spaces.', from: from + tab, to: from + tab + 1 };
}

/** `issued: …` and `issued: …` */
function twice({ yaml, document, error, at }: Said): YamlFault | undefined {
  if (error.code !== 'DUPLICATE_KEY') return undefined;
  const written = /^[^:\s]+/.exec(yaml.slice(at))?.[0] ?? '';
  const name = written.replace(/["']/g, '');
  const first = keysCalled(document, name).findLast((key) => key.range![0] < at);
  const where = first ? `; it stands in line ${lineOf(yaml, first.range![0])} already` : '';
  return {
    message: `The field \`${name}\` is given twice${where}.`,
    hint: 'Keep one of the two.',
    from: at,
    to: at + written.length,
  };
}

/** `title: "Winter` */
function unclosedQuotes({ yaml, document, error, at }: Said): YamlFault | undefined {
  const sign = /^Missing closing (["'])quote/.exec(error.message)?.[1];
  const begun = sign === undefined ? undefined : quotedBefore(document, at);
  if (!begun) return undefined;
  const message = `A value begins here with \`${sign}\`, and no \`${sign}\` ends it.`;
  return {
    message,
    hint: `Put \`${sign}\` behind the value.`,
    from: begun.range![0],
    to: lineEnd(yaml, begun.range![0]),
  };
}

/** `title: 'It's cold'` */
function wordsBehindQuotes({ yaml, document, error, at }: Said): YamlFault | undefined {
  const begun = quotedBefore(document, at);
  const isBehind = begun && yaml.slice(begun.range![1], at).trim() === '';
  if (!isBehind || error.code !== 'UNEXPECTED_TOKEN') return undefined;
  const [from, to] = begun.range!;
  const sign = yaml.charAt(from);
  const message = `The value ends at its second \`${sign}\`, and words follow it.`;
  const hint =
    sign === "'"
      ? "Within single quotation marks an apostrophe is written twice: ''. Or use ’."
      : 'Within double quotation marks write \\" for one of them. Or use “ and ”.';
  return { message, hint, from: to - 1, to };
}

/** `author: [{ literal: A }` */
function unclosedBracket({ yaml, error, at }: Said): YamlFault | undefined {
  const sign = /end with a ([\]}])/.exec(error.message)?.[1];
  if (sign === undefined) return undefined;
  const opening = sign === ']' ? '[' : '{';
  const from = openBracket(yaml.slice(0, at), opening, sign);
  const message = `\`${opening}\` is opened here, and no \`${sign}\` closes it.`;
  return { message, hint: `Put \`${sign}\` behind what it holds.`, from, to: from + 1 };
}

/** `title: Winter: a report` */
function colonInValue({ yaml, error, at }: Said): YamlFault | undefined {
  const end = lineEnd(yaml, at);
  const colon = yaml.slice(at, end).search(/:(?:\s|$)/);
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY' || colon < 0) return undefined;
  const message =
    'The value has a colon with a space behind it: what stands before that is taken for the name of a field.';
  return { message, hint: 'Put the value between quotation marks.', from: at + colon, to: at + colon + 1 };
}

/** `title:Winter` */
function colonWithoutSpace({ yaml, at }: Said): YamlFault | undefined {
  const from = lineStart(yaml, at);
  const name = /^\s*(?:- )?[\w-]+:(?=[^\s/])/.exec(yaml.slice(from))?.[0];
  if (name === undefined) return undefined;
  const colon = from + name.length - 1;
  return {
    message: 'There is no space behind the colon.',
    hint: 'Put one there.',
    from: colon,
    to: colon + 1,
  };
}

/** A field with a value, and fields below it that are indented as if they were its own. */
function indentedDeeper({ yaml, error, at }: Said): YamlFault | undefined {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const end = lineEnd(yaml, at);
  const from = end + yaml.slice(end).search(/\S|$/);
  const message = `This line is indented as if it belonged to the field in line ${lineOf(yaml, at)}, which has a value already.`;
  return { message, hint: 'Indent it as the fields beside it are.', from, to: lineEnd(yaml, from) };
}

/** `by: @office` */
function reservedSign({ yaml, error, at }: Said): YamlFault | undefined {
  if (error.code !== 'BAD_SCALAR_START') return undefined;
  const message = `A value cannot begin with \`${yaml.charAt(at)}\` in YAML.`;
  return { message, hint: 'Put the value between quotation marks.', from: at, to: at + 1 };
}

/** A line that is no field, or no entry of a list, where one should be. */
function noField({ yaml, error, at }: Said): YamlFault | undefined {
  if (!['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR', 'UNEXPECTED_TOKEN'].includes(error.code)) return undefined;
  const start = lineStart(yaml, at);
  const line = yaml.slice(start, lineEnd(yaml, start));
  const from = start + line.search(/\S|$/);
  // What is wrong within the line of a field is no matter of where that line stands.
  const isWithin = at > from && FIELD.test(line.trim());
  return isWithin ? undefined : { ...strayLine(line.trim()), from, to: start + line.length };
}

/** A line that is a field with its value. */
const FIELD = /^[\w-]+: .*$/;

function strayLine(line: string): Pick<YamlFault, 'message' | 'hint'> {
  if (/^- /.test(line))
    return {
      message: 'An entry of a list stands here among fields.',
      hint: 'Indent it under the field that it belongs to.',
    };
  if (FIELD.test(line)) {
    const hint = 'Indent it as they are; a list begins on the line below its field.';
    return { message: 'This field is indented otherwise than what stands around it.', hint };
  }
  const hint =
    'If it goes on with the value above, indent it, or put the whole value between quotation marks.';
  return { message: 'This line is no field: it has no name with a colon and a value.', hint };
}

/** The last value between quotation marks that begins before an offset. */
function quotedBefore(document: Document.Parsed, at: number): Scalar | undefined {
  let found: Scalar | undefined;
  visit(document, {
    Scalar: (_, node) => {
      const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      if (isQuoted && node.range && node.range[0] < at) found = node;
    },
  });
  return found;
}

function keysCalled(document: Document.Parsed, name: string): Scalar[] {
  const keys: Scalar[] = [];
  visit(document, {
    Pair: (_, pair) => {
      if (isPair(pair) && isScalar(pair.key) && String(pair.key.value) === name && pair.key.range)
        keys.push(pair.key);
    },
  });
  return keys;
}

/** The last bracket that is open at the end. */
function openBracket(before: string, opening: string, closing: string): number {
  const open: number[] = [];
  for (const { index, 0: sign } of before.matchAll(/[[\]{}]/g)) {
    if (sign === opening) open.push(index);
    else if (sign === closing) open.pop();
  }
  return open.at(-1) ?? before.length;
}

function lineStart(yaml: string, at: number): number {
  return yaml.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(yaml: string, at: number): number {
  const end = yaml.indexOf('\n', at);
  return end < 0 ? yaml.length : yaml.charAt(end - 1) === '\r' ? end - 1 : end;
}

function lineOf(yaml: string, at: number): number {
  return yaml.slice(0, at).split('\n').length;
}
