import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

const resolve = (input: string) =>
  spawnSync('node', ['src/cli/resolve.ts'], {
    input,
    encoding: 'utf8',
    env: { ...process.env, PATH: `node_modules/.bin:${process.env.PATH}` },
  });

const pair = {
  id: 'market',
  v1: [
    ['h2', 'The market'],
    [
      'p',
      'Bread  was sold from\nsix in the morning.',
      'Fish came at seven from the lower harbour.',
      'Nobody paid.',
    ],
  ],
  v2: [
    ['h2', 'The market'],
    ['p', 'Bread was sold from six in the morning.', 'Fish came at eight from the lower harbour.'],
  ],
};

describe('npm run resolve', () => {
  test('says of each pair of editions what became of every sentence', () => {
    const { stdout, status } = resolve(
      `${JSON.stringify(pair)}\n${JSON.stringify({ ...pair, id: 'again' })}\n`,
    );
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; a: unknown[] });
    expect(answers.map(({ id }) => id)).toEqual(['market', 'again']);
    expect(answers[0]!.a).toEqual([
      { status: 'ok', target: 0 },
      { status: 'ok', target: 1 },
      { status: 'changed', target: 2 },
      { status: 'gone', target: null, near: 2 },
    ]);
    expect(status).toBe(0);
  });

  test.each([
    ['not JSON', '{"id"'],
    ['no pair', '{"id": "market", "v1": []}'],
  ])('ends with 2 at a line that is %s, and says which', (_, line) => {
    const { stderr, status } = resolve(`${JSON.stringify(pair)}\n${line}\n`);
    expect(stderr).toContain('Line 2');
    expect(status).toBe(2);
  });
});
