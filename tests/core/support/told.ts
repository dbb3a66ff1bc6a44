import { expect } from 'vitest';

/** Signs that a terminal obeys, or that turn the direction of writing; the ends of lines are ours. */
const OBEYED = /(?!\n)[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;

/** Expects of words that go to a terminal that it obeys nothing in them. */
export function expectNotObeyed(told: string): void {
  expect(OBEYED.exec(told)).toBeNull();
}
