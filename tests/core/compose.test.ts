import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { composeReading, composeRecord } from '../../src/core/draft/compose.ts';
import { cutFrontMatter } from '../../src/core/front-matter.ts';

const SCHEMA = '../../../schemas/reading.json';

test('A new reading has its details for front matter, in quotation marks, with its schema, and then its text.', () => {
  const title = `It’s: "1863" ${'and so on '.repeat(20)}`;
  const details = { title, author: [{ family: 'No', given: 'Y' }], language: 'no', source: '2020' };
  const mdx = composeReading(details, SCHEMA, 'Text.\n');
  expect(mdx.split('\n').slice(0, 2)).toEqual(['---', `# yaml-language-server: $schema=${SCHEMA}`]);
  expect(mdx).toContain(
    '\nauthor:\n  - family: "No"\n    given: "Y"\nlanguage: "no"\nsource: "2020"\n---\n\nText.\n',
  );
  const { yaml, body } = cutFrontMatter(mdx);
  expect(parse(yaml!)).toEqual(details);
  expect(body.trim()).toBe('Text.');
});

test('A new record has its fields, in quotation marks, with its schema.', () => {
  expect(composeRecord({ type: 'book', title: '1863', issued: '2020' }, SCHEMA)).toBe(
    `# yaml-language-server: $schema=${SCHEMA}\ntype: "book"\ntitle: "1863"\nissued: "2020"\n`,
  );
});
