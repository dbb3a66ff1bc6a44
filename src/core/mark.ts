import { faultOfId } from './anchor.ts';
import type { Kind } from './annotation.ts';
import { readAttributes } from './attributes.ts';
import type { RawMark } from './block.ts';
import { type Position, problem, type Problem } from './problem.ts';
import { MARKS } from './syntax.ts';

/** A mark with its attributes read. */
export interface Mark {
  id: string;
  kind: Kind;
  values: Record<string, string>;
  raw: RawMark;
  /** Id of the mark around it. */
  within?: string;
  /** Where an attribute stands, or the element when it has none of that name. */
  positionOf: (attribute: string) => Position;
}

/**
 * @param raw the marks found in a text
 * @param headings anchors given to headings, which share the page's one namespace
 * @param path file, for positions
 * @returns the marks that have an id of their own, in the order in which a reader meets them: by where they begin,
 *   the outer before the inner; and all problems
 */
export function readMarks(
  raw: readonly RawMark[],
  headings: ReadonlySet<string>,
  path: string,
): { marks: Mark[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const marks = new Map<string, Mark>();
  const ids = new Map<RawMark, string>();
  for (const found of raw) {
    const { values, problems: faults, given, positionOf } = readAttributes(found.element, path);
    problems.push(...faults);
    const name = found.element.name!;
    const position = positionOf('id');
    const report = (...[id, message, hint]: [Parameters<typeof problem>[0], string, string]) =>
      problems.push(problem(id, position, message, hint));

    if (found.start === found.end)
      report('mark-without-text', `This <${name}> marks no words.`, 'Put it around the words it is about.');
    const { id } = values;
    if (id === undefined) {
      if (!given.has('id'))
        report(
          'missing-id',
          `This <${name}> has no id.`,
          'Give it one, and never change it again: its address is made of it.',
        );
      continue;
    }
    const fault = faultOfId(id) ?? (headings.has(id) ? 'is the anchor of a heading' : undefined);
    if (fault !== undefined)
      report(
        'invalid-id',
        `The id \`${id}\` ${fault}.`,
        'Choose another, in lower-case letters, digits and single hyphens.',
      );
    if (marks.has(id)) {
      report(
        'duplicate-id',
        `The id \`${id}\` is used twice.`,
        'Give one of the two marks another id, and its note too.',
      );
      continue;
    }
    ids.set(found, id);
    const within = found.within && ids.get(found.within);
    marks.set(id, {
      id,
      kind: MARKS.get(name)!,
      values,
      raw: found,
      positionOf,
      ...(within !== undefined && { within }),
    });
  }
  return { marks: [...marks.values()].sort(byPlace), problems };
}

function byPlace({ raw: a }: Mark, { raw: b }: Mark): number {
  return (a.block ?? 0) - (b.block ?? 0) || a.start - b.start || b.end - a.end;
}
