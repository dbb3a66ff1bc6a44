import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const PLACE = mkdtempSync(path.join(tmpdir(), 'postil-turn-'));
const LOG = path.join(PLACE, 'log');
const MODULE = pathToFileURL(path.resolve('src/build/turn.ts')).href;
afterAll(() => {
  rmSync(PLACE, { recursive: true });
});

/** Has a process of the checkout take its turn, and then do something; it ends with it, unless it does not. */
async function inTurn(then: string): Promise<void> {
  const code = `import { appendFileSync } from 'node:fs'; import { endTurn, takeTurn } from '${MODULE}'; await takeTurn(); ${then}`;
  const child = spawn('node', ['--input-type=module', '-e', code], { cwd: PLACE, stdio: 'inherit' });
  await new Promise((resolve) => child.on('close', resolve));
}

const note = (word: string) => `appendFileSync('log', '${word} ');`;
const WORK = `${note('begins')} await new Promise((go) => setTimeout(go, 50)); ${note('ends')}`;

test('Processes of one checkout take turns.', async () => {
  writeFileSync(LOG, '');
  await Promise.all(Array.from({ length: 6 }, () => inTurn(`${WORK} endTurn();`)));
  expect(readFileSync(LOG, 'utf8')).toBe('begins ends '.repeat(6));
});

test('A turn ends with its process, however that ends.', async () => {
  writeFileSync(LOG, '');
  await inTurn(note('first'));
  await inTurn(`${note('second')} process.kill(process.pid, 'SIGKILL');`);
  await inTurn(note('third'));
  expect(readFileSync(LOG, 'utf8')).toBe('first second third ');
});
