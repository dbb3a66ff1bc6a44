import { describe, expect, test } from 'vitest';
import { readStyle } from '../../src/core/citation-style.ts';

const style = (inner: string, attributes = '') =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"${attributes}>${inner}<citation><layout><text variable="title"/></layout></citation></style>`;
const read = (xml: string, id = 'press') =>
  readStyle({ path: 'press.csl', id, xml }, ['de-DE', 'en-GB', 'en-US']);

describe('A style is called', () => {
  test.each([
    ['<info><title>Long</title><title-short>Short</title-short></info>', 'press', 'Short'],
    ['<info><title>Long</title><title-short/></info>', 'press', 'Long'],
    ['', 'press', 'press'],
    ['<info><title>Another</title></info>', 'apa', 'APA'],
  ])('%#: by its short title, its title or its file’s name; ours as we call it.', (info, id, label) => {
    expect(read(style(info), id).style?.label).toBe(label);
  });
});

describe('A style speaks', () => {
  test.each([
    ['', 'press', 'en-GB', []],
    ['', 'apa', 'en-US', []],
    [' default-locale="de-DE"', 'press', 'de-DE', []],
    [' default-locale="de-AT"', 'press', 'de-DE', []],
    [' default-locale="ja-JP"', 'press', 'en-US', ['missing-locale']],
  ])('%#: its own language, or the nearest.', (attributes, id, language, problems) => {
    const result = read(style('', attributes), id);
    expect(result.style?.language).toBe(language);
    expect(result.problems.map((problem) => problem.id)).toEqual(problems);
  });
});

describe('A style that would reach beyond itself is refused:', () => {
  test.each([
    '<locale><terms><term name="__proto__" form="x">y</term></terms></locale>',
    '<macro name="constructor"><text value="x"/></macro>',
    '<locale xml:lang="__proto__"><terms/></locale>',
    '<macro name="x"><text variable="title toString"/></macro>',
    '<valueOf/>',
  ])('%s', (inner) => {
    const { style: made, problems } = read(style(inner));
    expect(made).toBeUndefined();
    expect(problems.map(({ id }) => id)).toEqual(['invalid-style']);
  });
});
