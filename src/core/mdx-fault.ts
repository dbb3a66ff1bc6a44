import type { VFileMessage } from 'vfile-message';
import { ELEMENTS } from './attributes.ts';
import { nearest } from './nearest.ts';
import type { Place, Stretch } from './problem.ts';

/** What an editor did, where it began, and what to do. */
export interface MdxFault {
  message: string;
  hint: string;
  place: Stretch;
}

/** A fault as the parser has it: its words, and its place in the text as lines and as an offset. */
interface Said {
  reason: string;
  ruleId: string;
  body: string;
  offset: number;
}

type Reading = (said: Said) => (Omit<MdxFault, 'place'> & { from: number; to?: number }) | undefined;

const BELONGS = 'If it belongs to the text, put a backslash before it';

/** The first that knows what was meant is told. */
const READINGS: readonly Reading[] = [
  unclosedElement,
  otherwiseClosed,
  neverOpened,
  overlapping,
  importOrExport,
  unclosedBrace,
  notCode,
  comment,
  bracketedAddress,
  unclosedValue,
  curlyQuotes,
  bareValue,
  quoteInValue,
  bareSign,
  unclosedTag,
];

/**
 * Says in an editor's words why MDX cannot be read. The parser says what it expected, and where it gave up; what was
 * begun stands before that.
 *
 * @param body the MDX
 * @param error what `parseMdx` threw
 * @returns what happened, and where that began
 */
export function explainMdx(body: string, error: VFileMessage): MdxFault {
  const { reason, ruleId = '', line = 1, column = 1 } = error;
  const offset = offsetOf(body, { line, column });
  const said = { reason, ruleId, body, offset };
  for (const read of READINGS) {
    const found = read(said);
    if (!found) continue;
    const { message, hint, from, to = from + 1 } = found;
    return { message, hint, place: { ...placeAt(body, from), end: placeAt(body, to) } };
  }
  return {
    message: `This cannot be read as MDX: ${reason}`,
    hint: 'Close what is open; write `\\<` and `\\{` for signs that belong to the text.',
    place: { line, column },
  };
}

/** `<Claim …>words`, and no `</Claim>` in the paragraph. */
function unclosedElement({ reason, body }: Said): ReturnType<Reading> {
  const found = /^Expected a closing tag for `<(?<name>.*?)>` \((?<line>\d+):(?<column>\d+)/.exec(
    reason,
  )?.groups;
  if (!found) return undefined;
  const name = found.name!;
  const from = offsetOf(body, { line: Number(found.line), column: Number(found.column) });
  const end = nextBlank(body, from);
  const later = body.indexOf(`</${name}>`, end);
  const next = body.indexOf(`<${name}`, end);
  const isElsewhere = later >= 0 && (next < 0 || later < next);
  const where = isElsewhere
    ? `; its closing tag stands in line ${placeAt(body, later).line}, in another paragraph`
    : '';
  const hint = !isKnown(name)
    ? `${BELONGS}: \`\\<${name}>\`. Postil has no such element.`
    : isElsewhere
      ? 'Close it in its own paragraph: a mark cannot reach from one into another.'
      : `Put \`</${name}>\` behind its words.`;
  return {
    message: `\`<${name}>\` is opened here, and not closed in its paragraph${where}.`,
    hint,
    from,
    to: from + name.length + 1,
  };
}

/** `<Claim …>words</Clam>` */
function otherwiseClosed({ reason, offset }: Said): ReturnType<Reading> {
  const found =
    /^Unexpected closing tag `<\/(?<closing>.*?)>`, expected corresponding closing tag for `<(?<open>.*?)>` \((?<place>[\d:]+)/.exec(
      reason,
    )?.groups;
  if (!found) return undefined;
  const { closing, open, place } = found as Record<'closing' | 'open' | 'place', string>;
  const message = `\`</${closing}>\` closes what is not open: open is \`<${open}>\`, since ${place}.`;
  const isMisspelt = nearest(closing, [open]) === open;
  const hint = isMisspelt
    ? isKnown(closing) && !isKnown(open)
      ? `Open it as \`<${closing}>\`.`
      : `Write \`</${open}>\`.`
    : `Close in the opposite order: \`</${open}>\` first.`;
  return { message, hint, from: offset, to: offset + closing.length + 3 };
}

/** `words</Claim>` */
function neverOpened({ ruleId, body, offset }: Said): ReturnType<Reading> {
  if (ruleId !== 'unexpected-closing-slash') return undefined;
  const from = body.lastIndexOf('<', offset);
  const tag = /^<\/[^>\n]*>?/.exec(body.slice(from))?.[0] ?? '</';
  return {
    message: `\`${tag}\` closes what was never opened.`,
    hint: 'Open it before its words, or take it out.',
    from,
    to: from + tag.length,
  };
}

/** `<Claim …>*words</Claim>*` */
function overlapping({ reason, offset }: Said): ReturnType<Reading> {
  const name = /^Expected the closing tag `<\/(?<name>.*?)>` either/.exec(reason)?.groups?.name;
  if (name === undefined) return undefined;
  const message = `\`<${name}>\` and what \`*\` or \`_\` emphasises overlap here.`;
  return {
    message,
    hint: 'Let one of the two hold the other whole.',
    from: offset,
    to: offset + name.length + 3,
  };
}

/** A paragraph that begins as a line of code would. */
function importOrExport({ reason, body, offset }: Said): ReturnType<Reading> {
  if (!reason.includes('import/exports')) return undefined;
  const from = body.slice(0, offset).search(/(?:^|\n)(?:import|export)(?![\s\S]*\n(?:import|export))/);
  const start = body.startsWith('\n', from) ? from + 1 : from;
  const word = body.slice(start, start + 'import'.length);
  return {
    message: `A paragraph that begins with “${word}” is read as code, and content has none.`,
    hint: `If it belongs to the text, write its first letter as a character reference: \`&#${word.charCodeAt(0)};${word.slice(1)}\`.`,
    from: start,
    to: start + word.length,
  };
}

/** `{` without `}` */
function unclosedBrace({ reason, ruleId, body, offset }: Said): ReturnType<Reading> {
  if (ruleId !== 'unexpected-eof' || !reason.includes('closing brace')) return undefined;
  const from = firstOpenBrace(body, offset);
  return { message: '`{` is opened here, and never closed.', hint: `${BELONGS}: \`\\{\`.`, from };
}

/** `{words}` */
function notCode({ reason, body, offset }: Said): ReturnType<Reading> {
  if (!reason.includes('acorn')) return undefined;
  const from = body.lastIndexOf('{', offset);
  const end = body.indexOf('}', from);
  const to = end < 0 ? from + 1 : end + 1;
  const message = 'What stands between `{` and `}` is read as code, and content has none.';
  return {
    message,
    hint: 'If the braces belong to the text, put a backslash before each: `\\{` and `\\}`.',
    from,
    to,
  };
}

/** `<!-- … -->` */
function comment({ body, offset }: Said): ReturnType<Reading> {
  if (!body.startsWith('<!', offset - 1)) return undefined;
  const hint = `Take it out. ${BELONGS}: \`\\<!\`.`;
  return {
    message: '`<!` begins a comment of HTML, which content does not have.',
    hint,
    from: offset - 1,
    to: offset + 1,
  };
}

/** `<https://example.org>`, `<name@example.org>` */
function bracketedAddress({ reason, body, offset }: Said): ReturnType<Reading> {
  if (!reason.includes('to create a link in MDX')) return undefined;
  const from = body.lastIndexOf('<', offset);
  const address = /^<[^>\s]*>?/.exec(body.slice(from))?.[0] ?? '<';
  const bare = address.replace(/^<|>$/g, '');
  const message = 'An address between `<` and `>` is no link here: `<` begins an element.';
  const target = bare.includes('@') ? `mailto:${bare}` : bare;
  return { message, hint: `Write [${bare}](${target}).`, from, to: from + address.length };
}

/** `<Claim id="winter>words` */
function unclosedValue({ reason, ruleId, body, offset }: Said): ReturnType<Reading> {
  if (ruleId !== 'unexpected-eof' || !reason.includes('in attribute value')) return undefined;
  const tag = unclosedTagBefore(body, offset);
  if (!tag) return undefined;
  const open = /(?<name>[\w-]+)\s*=\s*["'][^"']*$/.exec(body.slice(tag.from, nextBlank(body, tag.from)));
  return open ? withoutEnd(tag, open) : undefined;
}

function withoutEnd(tag: { name: string; from: number }, open: RegExpExecArray): ReturnType<Reading> {
  const name = open.groups!.name!;
  const from = tag.from + open.index;
  const message = `The value of \`${name}\` of <${tag.name}> has no quotation mark at its end.`;
  return {
    message,
    hint: `Write ${name}="…", with both.`,
    from,
    to: from + open[0].search(/["']/) + 1,
  };
}

/** The attribute whose value ends only where the next one begins: `id="winter status="`. */
function valueThatHoldsAnother(tag: string): RegExpExecArray | undefined {
  return [...tag.matchAll(/(?<name>[\w-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g)].find(
    ({ groups }) => /\s[\w-]+\s*=\s*$/.test(groups!.double ?? groups!.single!),
  );
}

/** `<Claim id=“winter”>` */
function curlyQuotes({ reason, body, offset }: Said): ReturnType<Reading> {
  if (!reason.includes('before attribute value') || !/^[“”„‟«»‘’‚]/u.test(body.slice(offset)))
    return undefined;
  const name = attributeBefore(body, offset);
  return {
    message: `The value of \`${name}\` stands between typographic quotation marks.`,
    hint: `Attributes have straight ones: ${name}="…".`,
    from: offset,
  };
}

/** `<Claim id=winter>` */
function bareValue({ reason, body, offset }: Said): ReturnType<Reading> {
  if (!reason.includes('before attribute value')) return undefined;
  const name = attributeBefore(body, offset);
  const length = /^[^\s>]*/.exec(body.slice(offset))?.[0].length ?? 1;
  return {
    message: `The value of \`${name}\` does not stand between quotation marks.`,
    hint: `Write ${name}="…".`,
    from: offset,
    to: offset + Math.max(1, length),
  };
}

/** `rendering="He said "no" to it"` */
function quoteInValue({ body, offset, ruleId }: Said): ReturnType<Reading> {
  if (ruleId !== 'unexpected-character' || !/["']/.test(body.charAt(offset))) return undefined;
  const tag = unclosedTagBefore(body, offset);
  if (!tag) return undefined;
  const open = valueThatHoldsAnother(body.slice(tag.from, offset));
  if (open) return withoutEnd(tag, open);
  const message = `In <${tag.name}> a quotation mark stands where no value begins: one before it is not closed, or holds quotation marks itself.`;
  return { message, hint: 'Close each value; within one, write “ and ”, or `&quot;`.', from: offset };
}

/** `<1`, `<=` */
function bareSign({ reason, body, offset }: Said): ReturnType<Reading> {
  if (!reason.includes('before name')) return undefined;
  const from = body.lastIndexOf('<', offset);
  const sign = body.slice(from, offset + 1);
  return {
    message: `\`<\` begins an element, and \`${sign}\` begins none.`,
    hint: `${BELONGS}: \`\\${sign}\`.`,
    from,
    to: offset + 1,
  };
}

/** `<b and no end of it` */
function unclosedTag({ body, offset }: Said): ReturnType<Reading> {
  const tag = unclosedTagBefore(body, offset);
  if (!tag) return undefined;
  const sign = body.charAt(offset);
  const stop =
    sign === '' || /\s/.test(sign)
      ? 'has no `>` at its end'
      : `has \`${sign}\` where an attribute or \`>\` should be`;
  const hint = isKnown(tag.name)
    ? `End it, as in <${tag.name} name="value">.`
    : `${BELONGS}: \`\\<${tag.name}\`. Postil has no such element.`;
  return {
    message: `The tag \`<${tag.name}\` that begins here ${stop}.`,
    hint,
    from: tag.from,
    to: tag.from + tag.name.length + 1,
  };
}

const COMPLETE_TAG = /^<\/?[A-Za-z][\w.:-]*(?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*\s*\/?>/;

/** The tag that was begun before an offset and is not complete there: the last one, which the parser was in. */
function unclosedTagBefore(body: string, offset: number): { name: string; from: number } | undefined {
  const begun = [...body.slice(0, offset).matchAll(/<(?<name>[A-Za-z][\w-]*)/g)].map(({ index, groups }) => ({
    name: groups!.name!,
    from: index,
  }));
  const isOpen = ({ from }: { from: number }) => {
    const complete = COMPLETE_TAG.exec(body.slice(from))?.[0];
    return complete === undefined || from + complete.length > offset;
  };
  return begun.findLast(isOpen);
}

/** The first brace that is open at an offset, from the beginning of its paragraph on. */
function firstOpenBrace(body: string, offset: number): number {
  const open: number[] = [];
  for (const { index, 0: sign } of body.slice(0, offset).matchAll(/(?<!\\)[{}]/g)) {
    if (sign === '{') open.push(index);
    else open.pop();
  }
  return open[0] ?? offset;
}

function attributeBefore(body: string, offset: number): string {
  return /(?<name>[\w-]+)\s*=\s*$/.exec(body.slice(0, offset))?.groups?.name ?? '';
}

function isKnown(name: string): boolean {
  return Object.hasOwn(ELEMENTS, name);
}

/** Where the paragraph of an offset ends. */
function nextBlank(body: string, from: number): number {
  const length = body.slice(from).search(/\n[ \t]*\r?\n/);
  return length < 0 ? body.length : from + length;
}

function offsetOf(body: string, { line, column }: Place): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = body.indexOf('\n', start) + 1;
  return start + column - 1;
}

function placeAt(body: string, offset: number): Place {
  const before = body.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
