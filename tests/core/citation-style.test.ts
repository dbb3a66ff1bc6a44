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

describe('What CSL does not have is told with its place:', () => {
  test.each([
    ['<macro name="x">\n<text varable="title"/></macro>', 2, 'attribute `varable` of <text>'],
    ['<macro name="x">\n <txt variable="title"/></macro>', 2, 'element <txt>'],
    [
      '<macro name="x">\n<text macro="y"/></macro>\n<macro name="y"><text macro="y"/></macro>',
      3,
      '`y` calls itself',
    ],
    [
      '\n<macro name="x"><text macro="y"/></macro><macro name="y"><text macro="x"/></macro>',
      2,
      '`x` calls itself',
    ],
    ['\n<bibliography><layout/></bibliography>', 2, 'prints nothing'],
  ])('%j', (inner, line, words) => {
    const { style: made, problems } = read(style(inner));
    expect(made).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ id: 'invalid-style', position: { path: 'press.csl', line } });
    expect(problems[0]!.message).toContain(words);
  });

  test('what is said about a style is not asked, nor are namespaces.', () => {
    const info = '<info><rights license="x">y</rights><summary colour="red">z</summary></info>';
    expect(read(style(info, ' xmlns:x="https://example.org/" xml:lang="en"')).problems).toEqual([]);
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
