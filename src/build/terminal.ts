import { createInterface } from 'node:readline/promises';

/** Asks whoever sits at the terminal. */
export type Prompt = (question: string) => Promise<string>;

/** @returns what asks; undefined where nobody can be asked: who has no terminal is not waited for */
export function promptHere(): Prompt | undefined {
  return process.stdin.isTTY && process.stdout.isTTY ? prompt : undefined;
}

async function prompt(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
}
