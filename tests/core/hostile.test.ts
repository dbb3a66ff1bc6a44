import { describe, expect, test } from 'vitest';
import { report } from '../../src/build/report.ts';
import { canonical } from '../../src/core/canonical.ts';
import { hasSpot, type Problem } from '../../src/core/problem.ts';
import { toWorkflowCommand } from '../../src/core/workflow-command.ts';
import { expectSoundForms } from './support/forms.ts';
import { wordsOfHtml } from './support/harmless-html.ts';
import { attempt, type Case, corpus } from './support/hostile-corpus.ts';
import { expectNotObeyed } from './support/told.ts';

/** Milliseconds after which an input of a few kilobytes has hung, and one of a megabyte. */
const HANGING = 1000;
const LONG_HANGING = 30_000;

const entries = Map.groupBy(corpus(), ({ entry }) => entry);

describe('What is hostile is refused with its place, or is text:', () => {
  test.each([...entries])('%s.', (_, cases) => {
    for (const each of cases) expectAsWanted(each);
  });
});

test('An objects’ prototype has what it had before.', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { consulted?: unknown; strict?: unknown }).consulted).toBeUndefined();
});

function expectAsWanted(each: Case) {
  const label = `${each.place}: ${JSON.stringify(each.input.slice(0, 100))}`;
  const start = performance.now();
  const { problems, published, words } = attempt(each);
  const limit = each.input.length > 10_000 ? LONG_HANGING : HANGING;
  expect(performance.now() - start, label).toBeLessThan(limit);
  expectProblems(problems, each, label);
  expectTold(problems, each.input);
  if (!published || problems.length > 0) return;
  const { reading, mdx, sources } = published;
  // Of what is very long, the forms are as long.
  if (each.input.length < 10_000) expectSoundForms(reading, mdx, sources);
  if (words === undefined) return;
  const [annotation] = reading.annotations;
  const said = [annotation!.finding, ...annotation!.body.map(({ html }) => wordsOfHtml(html))];
  for (const each of said) expect(canonical(each), label).toBe(canonical(words));
}

function expectProblems(problems: readonly Problem[], { expected }: Case, label: string) {
  if (typeof expected === 'string') {
    expect([...new Set(problems.map(({ id }) => id))], label).toEqual([expected]);
    return;
  }
  const isPlaced = expected.every((each) => each.includes(':'));
  expect(problems.map(isPlaced ? inOneLine : ({ id }) => id), label).toEqual(expected);
}

function inOneLine(found: Problem): string {
  return hasSpot(found) ? `${found.id} ${found.position.line}:${found.position.column}` : found.id;
}

/** An editor reads of it in a terminal, which obeys nothing of it; and not more of it than can be read. */
function expectTold(problems: readonly Problem[], input: string) {
  const told = [report(problems, { textOf: () => input }), ...problems.map(toWorkflowCommand)].join('\n');
  expectNotObeyed(told);
  for (const { message } of problems.slice(0, 10)) expect(message.length).toBeLessThan(2000);
}
