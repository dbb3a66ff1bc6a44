import { Refused } from '../core/draft/draft.ts';

/** Something that an editor has to say. */
export interface Question<Answer> {
  /** What it is asked for as: “Title”. */
  label: string;
  /** The option that says it, as in `--title WORDS`. */
  option: string;
  /** What that option says, if it was given. */
  given: string | undefined;
  /** What is taken where nothing else is said. */
  suggestion: string | undefined;
  /** What is suggested to somebody who is asked, and not taken of itself. */
  perhaps?: string | undefined;
  /** @throws Refused where this cannot be the answer, saying why */
  read: (words: string) => Answer;
}

/** Asks an editor in a terminal; elsewhere takes what is suggested, and remembers what nobody said. */
export class Interview {
  /** The options that are still to be given. */
  readonly missing: string[] = [];
  readonly #prompt: ((question: string) => Promise<string>) | undefined;

  /** @param prompt asks, and gives what was typed; none where nobody can be asked */
  constructor(prompt?: (question: string) => Promise<string>) {
    this.#prompt = prompt;
  }

  /**
   * @returns the answer; undefined where there is none, and then its option is missing
   * @throws Refused where the option that was given cannot be the answer
   */
  async answer<Answer>(question: Question<Answer>): Promise<Answer | undefined> {
    const { option, given, suggestion, read } = question;
    if (given !== undefined) return read(given);
    if (this.#prompt) return this.#ask(question, this.#prompt);
    if (suggestion !== undefined) return read(suggestion);
    this.missing.push(option);
    return undefined;
  }

  /** Asks until the answer is one. */
  async #ask<Answer>(
    { label, suggestion, perhaps, read }: Question<Answer>,
    prompt: (question: string) => Promise<string>,
  ): Promise<Answer> {
    const likely = suggestion ?? perhaps;
    for (let trouble = ''; ;) {
      const words = await prompt(`${trouble}${label}${likely === undefined ? '' : ` [${likely}]`}: `);
      try {
        if (words !== '' || likely !== undefined) return read(words || likely!);
        trouble = '';
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        trouble = `${error.message}\n`;
      }
    }
  }
}
