import { expect, test } from 'vitest';
import type { FirstHit } from '../../src/bench/first-hit.ts';
import { npm } from '../../src/bench/installation.ts';
import { run } from '../support/command.ts';

/** Milliseconds after which it hangs: the site may have to be built first. */
const HANGING = 240_000;

test(
  'On a slow network the first hit waits for fewer answers one after the other than plain Pagefind’s.',
  () => {
    const { status, stdout, stderr } = run([
      'node',
      'src/cli/bench.ts',
      ...['--finding', '--annotations', '10', '--quick', '--json'],
    ]);
    expect(status, stderr).toBe(0);
    const { finding, results, pages } = JSON.parse(stdout) as {
      finding: { entries: Record<string, Required<FirstHit>> }[];
      results: unknown[];
      pages: unknown[];
    };
    expect([results, pages]).toEqual([[], []]);
    const { 'plain Pagefind': plain, Postil: postil } = finding[0]!.entries;
    for (const { time, bytes, withScripts, requests, waves, warm } of [plain!, postil!]) {
      expect(Math.min(time, warm)).toBeGreaterThan(0);
      expect(bytes).toBeGreaterThan(10_000);
      expect(withScripts).toBeGreaterThan(bytes);
      expect(requests).toBeGreaterThanOrEqual(waves);
    }
    expect(postil!.waves).toBeLessThan(plain!.waves);
  },
  HANGING,
);

test('What npm refuses is told with the folder, the command, and npm’s own words.', async () => {
  await expect(npm('tests/bench/eleventy', 'run', 'nothing')).rejects.toThrow(
    /`npm run nothing` failed in tests\/bench\/eleventy\.[^]*Missing script: "nothing"/,
  );
});
