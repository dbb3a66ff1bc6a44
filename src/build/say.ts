import { escapeCommands, spellOutLines } from '../core/spelt.ts';

/** @param words for whoever sits at the terminal; what is from content in them is only shown there, never obeyed */
export function say(words: string): void {
  console.log(spellOutLines(words));
}

/** @param value for other programs: printed as JSON that can be looked at in a terminal, too */
export function sayInJson(value: unknown): void {
  console.log(escapeCommands(JSON.stringify(value, null, 2)));
}
