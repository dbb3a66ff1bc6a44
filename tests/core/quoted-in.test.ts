import { describe, expect, test } from 'vitest';
import { quotedIn } from '../../src/core/quoted-in.ts';
import type { Template } from '../../src/core/reference-template.ts';

const NOTE: Template = ['Boswell, ', { slot: 'link' }, '.'];

describe('In a style of notes a source met with in another is referred to in one sentence:', () => {
  test.each<[Template, Template]>([
    [['Ames, Book.'], ['Ames, Book, quoted in Boswell, ', { slot: 'link' }, '.']],
    [['Ames, Book'], ['Ames, Book, quoted in Boswell, ', { slot: 'link' }, '.']],
    [['Ames, “Book.”'], ['Ames, “Book,” quoted in Boswell, ', { slot: 'link' }, '.']],
    [['Ames, "Book."'], ['Ames, "Book," quoted in Boswell, ', { slot: 'link' }, '.']],
    [['Ames, n.d.'], ['Ames, n.d., quoted in Boswell, ', { slot: 'link' }, '.']],
    [
      ['Ames, ', { text: 'Book.', italic: true }],
      ['Ames, ', { text: 'Book.', italic: true }, ', quoted in Boswell, ', { slot: 'link' }, '.'],
    ],
  ])('%j.', (reference, expected) => {
    expect(
      quotedIn(
        { id: 'chicago', kind: 'note' },
        { reference, second: ['A'] },
        { reference: NOTE, second: ['B'] },
      ),
    ).toStrictEqual({ reference: expected });
  });
});

describe('In a style that cites in the text', () => {
  test.each<[string, Template, Template, Template]>([
    ['apa', ['(Ames, 1982)'], ['(Boswell, 2014)'], ['(Ames, 1982, as cited in Boswell, 2014)']],
    ['modern-language-association', ['(Ames)'], ['(Boswell 450)'], ['(qtd. in Boswell 450)']],
    [
      'harvard',
      ['(Ames)'],
      ['(Boswell', { slot: 'locator' }, ')'],
      ['(Ames, quoted in Boswell', { slot: 'locator' }, ')'],
    ],
    ['harvard', ['Ames'], ['(Boswell)'], ['Ames, quoted in (Boswell)']],
    ['harvard', ['(Ames)'], ['Boswell)'], ['(Ames), quoted in Boswell)']],
    ['harvard', ['(Ames'], ['(Boswell)'], ['(Ames, quoted in (Boswell)']],
  ])('%s, the citation of %j in %j is %j.', (id, source, note, second) => {
    const whole = quotedIn(
      { id, kind: 'in-text' },
      { reference: ['Ames.'], second: source },
      { reference: NOTE, second: note },
    );
    expect(whole.second).toStrictEqual(second);
  });

  test.each<[Template, string]>([
    [['Ames.'], 'Ames. Quoted in Boswell, '],
    [['“Ames?”'], '“Ames?” Quoted in Boswell, '],
    [['Ames'], 'Ames, quoted in Boswell, '],
  ])('the entry of %j goes on.', (reference, begins) => {
    expect(quotedIn({ id: 'harvard', kind: 'in-text' }, { reference }, { reference: NOTE })).toStrictEqual({
      reference: [begins, { slot: 'link' }, '.'],
    });
  });
});
