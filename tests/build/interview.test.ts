import { describe, expect, test } from 'vitest';
import { Interview, type Question } from '../../src/build/interview.ts';
import { Refused } from '../../src/core/draft/draft.ts';

const question = (more: Partial<Question<string>> = {}): Question<string> => ({
  label: 'Slug',
  option: '--slug NAME',
  given: undefined,
  suggestion: undefined,
  read: (words) => {
    if (words === 'taken') throw new Refused('`taken` is there already.');
    return words.toUpperCase();
  },
  ...more,
});

/** Somebody who gives these answers, one after the other, and what they were asked. */
function editor(...answers: string[]) {
  const asked: string[] = [];
  const interview = new Interview((words) => {
    asked.push(words);
    return Promise.resolve(answers.shift()!);
  });
  return { interview, asked };
}

describe('An editor in a terminal', () => {
  test('is asked with the suggestion, and takes it by saying nothing.', async () => {
    const { interview, asked } = editor('');
    expect(await interview.answer(question({ suggestion: 'winter' }))).toBe('WINTER');
    expect(asked).toEqual(['Slug [winter]: ']);
  });

  test('is shown what is not sure, too.', async () => {
    const { interview, asked } = editor('summer');
    expect(await interview.answer(question({ perhaps: 'winter' }))).toBe('SUMMER');
    expect(asked).toEqual(['Slug [winter]: ']);
  });

  test('is asked until there is an answer, and told why one cannot be.', async () => {
    const { interview, asked } = editor('', 'taken', 'free');
    expect(await interview.answer(question())).toBe('FREE');
    expect(asked).toEqual(['Slug: ', 'Slug: ', '`taken` is there already.\nSlug: ']);
  });

  test('is not asked for what an option says.', async () => {
    const { interview, asked } = editor();
    expect(await interview.answer(question({ given: 'winter' }))).toBe('WINTER');
    expect(asked).toEqual([]);
  });
});

test('Where nobody can be asked, suggestions are taken, and what is missing is remembered.', async () => {
  const interview = new Interview();
  expect(await interview.answer(question({ suggestion: 'winter' }))).toBe('WINTER');
  expect(await interview.answer(question({ perhaps: 'winter' }))).toBeUndefined();
  expect(interview.missing).toEqual(['--slug NAME']);
  await expect(interview.answer(question({ given: 'taken' }))).rejects.toThrow('is there already');
});
