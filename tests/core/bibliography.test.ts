import { expect, test } from 'vitest';
import { readBibliography } from '../../src/core/authoring/bibliography.ts';

test('A chapter of BibTeX has what the book that it refers to says.', () => {
  const chapter = '@incollection{c, title = {C}, crossref = {b}}';
  const book =
    '@collection{b, title = {B}, publisher = {P}, year = 2020, file = {/home/b.pdf}, pubstate = {forthcoming}}';
  const [first, second] = readBibliography(`${chapter}\n${book}`, 'bib');
  expect(first).toMatchObject({
    item: { type: 'chapter', title: 'C', 'container-title': 'B', publisher: 'P' },
  });
  expect(second!.item).toMatchObject({ type: 'book', title: 'B', issued: { 'date-parts': [[2020]] } });
  expect([first!.beyond, second!.beyond]).toEqual([[], []]);
});

test('What CSL has no word for is told by its name in the file, and what programs keep for themselves is not.', () => {
  const entry =
    '@book{b, title = {B}, titleaddon = {and  more}, date = {2020~}, timestamp = {2021}, file = {x}}';
  expect(readBibliography(entry, 'bib')).toMatchObject([
    { item: { issued: '2020~' }, beyond: ['titleaddon: and more'] },
  ]);
});

test('A newspaper article of RIS has its day.', () => {
  const ris = 'TY  - NEWS\r\nTI  - N\r\nPY  - 2025\r\nDA  - 2025/11//circa\r\nER  - \r\n';
  expect(readBibliography(ris, 'ris')).toMatchObject([
    { item: { title: 'N', issued: { 'date-parts': [['2025', '11', undefined]] } } },
  ]);
});
