import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isFatal, lineAt, plural, report } from '../../src/build/report.ts';
import { inOrder, isNotForRelease, problem, type ProblemId, PROBLEMS } from '../../src/core/problem.ts';

const error = problem('missing-id', { path: 'b.mdx', line: 10, column: 2 }, 'One.', 'Mend one.');
const warning = problem('unrecorded-annotation', { path: 'b.mdx', line: 9, column: 30 }, 'Two.', 'Mend two.');
const whole = problem('missing-ledger', { path: 'b.mdx' }, 'Three.', 'Mend three.');
const other = problem('unused-source', { path: 'a.yaml' }, 'Four.', 'Mend four.');
const site = problem('missing-site-address', 'unavailable', 'Five.', 'Mend five.');

/** A report without the reasons, which the handbook gives. */
const told = (...[problems, manner]: Parameters<typeof report>) =>
  report(problems, manner).replace(/\n {4}Why: .*/g, '');

afterEach(() => vi.unstubAllEnvs());

describe('Problems are in order:', () => {
  const messages = (problems: Parameters<typeof inOrder>[0]) =>
    inOrder(problems).map(({ message }) => message);

  test('files with errors before those with warnings; in a file errors, then by place, the most fundamental first.', () => {
    const sameplace = problem(
      'unknown-component',
      { path: 'b.mdx', line: 10, column: 2 },
      'Six.',
      'Mend six.',
    );
    const mixed = [error, other, whole, sameplace, warning, site];
    expect(messages(mixed)).toEqual(['Three.', 'Six.', 'One.', 'Two.', 'Five.', 'Four.']);
    expect(mixed[0]).toBe(error);
  });

  test('a file that cannot be read before one that can.', () => {
    const unreadable = problem(
      'malformed-yaml',
      { path: 'z.yaml', line: 3, column: 1 },
      'Seven.',
      'Mend seven.',
    );
    expect(messages([error, unreadable])).toEqual(['Seven.', 'One.']);
  });
});

afterEach(() => vi.unstubAllEnvs());

describe('A report', () => {
  test('has each file once, and counts at the end, with the command that explains.', () => {
    expect(told([error, whole, other, warning, site], { textOf: () => undefined })).toBe(`b.mdx
  error missing-ledger
    Three.
    Mend three.
  b.mdx:10:2  error missing-id
    One.
    Mend one.
  b.mdx:9:30  warning unrecorded-annotation
    Two.
    Mend two.

The site
  warning missing-site-address
    Five.
    Mend five.

a.yaml
  warning unused-source
    Four.
    Mend four.

2 errors, 3 warnings in 3 files.
Explained, with examples: npm run explain -- missing-ledger missing-id unrecorded-annotation missing-site-address unused-source`);
  });

  test('shows the line with a caret under the place.', () => {
    const textOf = () => `${'\n'.repeat(9)}A <Claim>cold</Claim> winter.\r\n`;
    const found = problem(
      'missing-id',
      { path: 'b.mdx', line: 10, column: 3, end: { line: 10, column: 9 } },
      'One.',
      'Mend one.',
    );
    expect(told([found], { textOf })).toContain(`  b.mdx:10:3  error missing-id
    10 │ A <Claim>cold</Claim> winter.
       │   ^^^^^^
    One.`);
  });

  test('says why there is a rule where it is first told, and not again.', () => {
    const again = problem('missing-id', { path: 'b.mdx', line: 12, column: 2 }, 'Eight.', 'Mend eight.');
    expect(report([error, again], { textOf: () => undefined }).match(/Why: /g)).toHaveLength(1);
  });

  test('tells a warning that four files have once for all; of an error each is told.', () => {
    const files = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ path: `${name}.yaml` }));
    const alike = (id: ProblemId) => files.map((file) => problem(id, file, `Of ${file.path}.`, 'Mend it.'));
    const warnings = told(alike('untitled-source'));
    expect(warnings).toBe(`In 5 files
  warning untitled-source: a.yaml, b.yaml, c.yaml and 2 more
    Of a.yaml.
    Mend it.
    So, too, of the 4 others.

0 errors, 5 warnings in 5 files.
Explained, with examples: npm run explain -- untitled-source`);
    expect(told(alike('untitled-source').slice(0, 3))).not.toContain('In 3 files');
    expect(told(alike('missing-ledger'))).toContain('Of e.yaml.');
  });

  test('has no colours where it is not told a terminal, nor where that is none.', () => {
    vi.stubEnv('FORCE_COLOR', undefined);
    const terminal = Object.assign(new PassThrough(), { isTTY: false }) as unknown as NodeJS.WriteStream;
    expect(report([error], { textOf: () => '', terminal })).not.toContain('\u001B');
    expect(report([error], { textOf: () => '' })).not.toContain('\u001B');
  });

  describe('in a terminal', () => {
    const terminal = Object.assign(new PassThrough(), {
      isTTY: true,
      columns: 60,
      getColorDepth: () =>
        WriteStream.prototype.getColorDepth({ TERM: 'xterm-256color', NO_COLOR: process.env.NO_COLOR }),
    }) as unknown as NodeJS.WriteStream;
    test('has colours, unless they are not wanted.', () => {
      vi.stubEnv('NO_COLOR', undefined);
      vi.stubEnv('FORCE_COLOR', undefined);
      expect(report([error], { textOf: () => '', terminal })).toContain('\u001B[31merror');
      vi.stubEnv('NO_COLOR', '1');
      expect(report([error], { textOf: () => '', terminal })).not.toContain('\u001B');
    });

    test('has lines no wider than that.', () => {
      vi.stubEnv('FORCE_COLOR', undefined);
      vi.stubEnv('NO_COLOR', '1');
      const textOf = () => `${'\n'.repeat(9)}${'cold '.repeat(40)}`;
      const [, , line] = report([error], { textOf, terminal }).split('\n');
      expect(line).toMatch(/^ {4}10 │ cold .*…$/);
      expect(line!.length).toBeLessThanOrEqual(60);
    });
  });

  test('of nothing is empty.', () => {
    expect(report([])).toBe('');
  });
});

test('A line is had from its file, without its end, where there is one.', () => {
  const spot = { path: 'a.mdx', line: 2, column: 1 };
  expect(lineAt(spot, () => 'One\r\nTwo\r\nThree')).toBe('Two');
  expect(lineAt(spot, () => 'One')).toBeUndefined();
  expect(lineAt(spot)).toBeUndefined();
});

test('A noun is in its number.', () => {
  expect([0, 1, 2].map((count) => plural(count, 'reading'))).toEqual([
    '0 readings',
    '1 reading',
    '2 readings',
  ]);
});

test('Only an error stops a build.', () => {
  expect([isFatal([]), isFatal([warning, site]), isFatal([warning, error])]).toEqual([false, false, true]);
});

test('A release is refused for errors and for what must not be published, and not for advice.', () => {
  const advice = (Object.keys(PROBLEMS) as ProblemId[]).filter(
    (id) => !isNotForRelease(problem(id, 'unavailable', 'It.', 'Mend it.')),
  );
  expect(advice).toEqual(['untitled-source', 'stale-check', 'very-long-note']);
});
