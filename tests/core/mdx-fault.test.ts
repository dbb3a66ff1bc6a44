import { VFileMessage } from 'vfile-message';
import { describe, expect, test } from 'vitest';
import { explainMdx } from '../../src/core/mdx-fault.ts';
import { readTree } from '../../src/core/tree.ts';
import type { Spot } from '../../src/core/problem.ts';

/** The one problem of a text: the words that it points to, what it says, and what to do. */
function told(mdx: string): [string, string, string] {
  const { problems } = readTree('index.mdx', mdx);
  expect(problems.map(({ id }) => id)).toEqual(['malformed-mdx']);
  const { message, hint, position } = problems[0]!;
  const { line, column, end } = position as Spot;
  const words = mdx.split('\n')[line - 1]!.slice(column - 1, end && end.column - 1);
  return [words, message, hint.replace(' The rest of this file was not checked.', '')];
}

const BACKSLASH = 'If it belongs to the text, put a backslash before it';

describe('A text that cannot be read says what was meant, where it began, and what to do:', () => {
  test.each<[string, ...ReturnType<typeof told>]>([
    [
      'A <Claim id="a">b.\n\nC.',
      '<Claim',
      '`<Claim>` is opened here, and not closed in its paragraph.',
      'Put `</Claim>` behind its words.',
    ],
    [
      'A <Claim id="a">b.\n\nC</Claim>.',
      '<Claim',
      '`<Claim>` is opened here, and not closed in its paragraph; its closing tag stands in line 3, in another paragraph.',
      'Close it in its own paragraph: a mark cannot reach from one into another.',
    ],
    [
      'A <Claim id="a">b.\n\n<Claim id="c">C</Claim>.',
      '<Claim',
      '`<Claim>` is opened here, and not closed in its paragraph.',
      'Put `</Claim>` behind its words.',
    ],
    [
      'A <p>b.',
      '<p',
      '`<p>` is opened here, and not closed in its paragraph.',
      `${BACKSLASH}: \`\\<p>\`. Postil has no such element.`,
    ],
    [
      'A <Claim id="a">b</Clam>.',
      '</Clam>',
      '`</Clam>` closes what is not open: open is `<Claim>`, since 1:3.',
      'Write `</Claim>`.',
    ],
    [
      'A <Clam id="a">b</Claim>.',
      '</Claim>',
      '`</Claim>` closes what is not open: open is `<Clam>`, since 1:3.',
      'Open it as `<Claim>`.',
    ],
    [
      '<Claim id="a"><Remark id="b">c</Claim></Remark>',
      '</Claim>',
      '`</Claim>` closes what is not open: open is `<Remark>`, since 1:15.',
      'Close in the opposite order: `</Remark>` first.',
    ],
    [
      'A b</Claim>.',
      '</Claim>',
      '`</Claim>` closes what was never opened.',
      'Open it before its words, or take it out.',
    ],
    [
      '<Claim id="a">*b</Claim>*',
      '</Claim>',
      '`<Claim>` and what `*` or `_` emphasises overlap here.',
      'Let one of the two hold the other whole.',
    ],
    [
      'One.\n\nexport of grain is up.',
      'export',
      'A paragraph that begins with “export” is read as code, and content has none.',
      'If it belongs to the text, write its first letter as a character reference: `&#101;xport`.',
    ],
    ['A { b.', '{', '`{` is opened here, and never closed.', `${BACKSLASH}: \`\\{\`.`],
    [
      'A \\{ b {c} \\} {d e}.',
      '{d e}',
      'What stands between `{` and `}` is read as code, and content has none.',
      'If the braces belong to the text, put a backslash before each: `\\{` and `\\}`.',
    ],
    [
      'A <!-- b --> c.',
      '<!',
      '`<!` begins a comment of HTML, which content does not have.',
      `Take it out. ${BACKSLASH}: \`\\<!\`.`,
    ],
    [
      'A <https://example.org/b> c.',
      '<https://example.org/b>',
      'An address between `<` and `>` is no link here: `<` begins an element.',
      'Write [https://example.org/b](https://example.org/b).',
    ],
    [
      'A <a@example.org> c.',
      '<a@example.org>',
      'An address between `<` and `>` is no link here: `<` begins an element.',
      'Write [a@example.org](mailto:a@example.org).',
    ],
    [
      'A <Claim id="a>b</Claim>.',
      'id="',
      'The value of `id` of <Claim> has no quotation mark at its end.',
      'Write id="…", with both.',
    ],
    [
      'A <Claim id="a status="opinion">b</Claim>.',
      'id="',
      'The value of `id` of <Claim> has no quotation mark at its end.',
      'Write id="…", with both.',
    ],
    [
      'A <Claim id=“a”>b</Claim>.',
      '“',
      'The value of `id` stands between typographic quotation marks.',
      'Attributes have straight ones: id="…".',
    ],
    [
      'A <Claim id=winter>b</Claim>.',
      'winter',
      'The value of `id` does not stand between quotation marks.',
      'Write id="…".',
    ],
    [
      'A <Claim id="a" brief="say "no" now">b</Claim>.',
      '"',
      'In <Claim> a quotation mark stands where no value begins: one before it is not closed, or holds quotation marks itself.',
      'Close each value; within one, write “ and ”, or `&quot;`.',
    ],
    ['A <1 b.', '<1', '`<` begins an element, and `<1` begins none.', `${BACKSLASH}: \`\\<1\`.`],
    [
      'A <b c.',
      '<b',
      'The tag `<b` that begins here has `.` where an attribute or `>` should be.',
      `${BACKSLASH}: \`\\<b\`. Postil has no such element.`,
    ],
    [
      'A <Claim id="a" status="opinion"\n\nb',
      '<Claim',
      'The tag `<Claim` that begins here has no `>` at its end.',
      'End it, as in <Claim name="value">.',
    ],
    [
      'A <Claim id="a">b.\n\nC</Claim>. <Claim id="d">e</Claim>',
      '<Claim',
      '`<Claim>` is opened here, and not closed in its paragraph; its closing tag stands in line 3, in another paragraph.',
      'Close it in its own paragraph: a mark cannot reach from one into another.',
    ],
    [
      `${'A.\n\n'.repeat(9)}Ten, an <Claim id="a">b.\n\nC`,
      '<Claim',
      '`<Claim>` is opened here, and not closed in its paragraph.',
      'Put `</Claim>` behind its words.',
    ],
    [
      'A <Clam id="a">b</Clan>.',
      '</Clan>',
      '`</Clan>` closes what is not open: open is `<Clam>`, since 1:3.',
      'Write `</Clam>`.',
    ],
    [
      'A </b c>',
      '</b c>',
      '`</b c>` closes what was never opened.',
      'Open it before its words, or take it out.',
    ],
    [
      'import of grain is up.',
      'import',
      'A paragraph that begins with “import” is read as code, and content has none.',
      'If it belongs to the text, write its first letter as a character reference: `&#105;mport`.',
    ],
    [
      'One.\n\nimport of grain is up.\n\nexport is down.',
      'import',
      'A paragraph that begins with “import” is read as code, and content has none.',
      'If it belongs to the text, write its first letter as a character reference: `&#105;mport`.',
    ],
    [
      'One.\n\nexport const a = 1\n\nimport of grain is up.',
      'import',
      'A paragraph that begins with “import” is read as code, and content has none.',
      'If it belongs to the text, write its first letter as a character reference: `&#105;mport`.',
    ],
    ['A }. B {c.\n\nD', '{', '`{` is opened here, and never closed.', `${BACKSLASH}: \`\\{\`.`],
    ['A <Claim id={b>c</Claim>', '{', '`{` is opened here, and never closed.', `${BACKSLASH}: \`\\{\`.`],
    [
      'A {b} {c d} e {f g}',
      '{c d}',
      'What stands between `{` and `}` is read as code, and content has none.',
      'If the braces belong to the text, put a backslash before each: `\\{` and `\\}`.',
    ],
    [
      'A <https://example.org/b',
      '<https://example.org/b',
      'An address between `<` and `>` is no link here: `<` begins an element.',
      'Write [https://example.org/b](https://example.org/b).',
    ],
    [
      'A <https://example.org/a b> c.',
      '<https://example.org/a',
      'An address between `<` and `>` is no link here: `<` begins an element.',
      'Write [https://example.org/a](https://example.org/a).',
    ],
    [
      'A <Claim id = "a>b</Claim>.',
      'id = "',
      'The value of `id` of <Claim> has no quotation mark at its end.',
      'Write id="…", with both.',
    ],
    [
      "A <Claim brief='b' id='a status='opinion'>b</Claim>.",
      "id='",
      'The value of `id` of <Claim> has no quotation mark at its end.',
      'Write id="…", with both.',
    ],
    [
      'A <Claim id = "a status = "opinion">b</Claim>.',
      'id = "',
      'The value of `id` of <Claim> has no quotation mark at its end.',
      'Write id="…", with both.',
    ],
    [
      'A <Remark id="x">y</Remark> <Claim id="a" brief="b>c.\n\nD says "e".',
      'brief="',
      'The value of `brief` of <Claim> has no quotation mark at its end.',
      'Write brief="…", with both.',
    ],
    [
      'A <Claim id = «a»>b</Claim>.',
      '«',
      'The value of `id` stands between typographic quotation marks.',
      'Attributes have straight ones: id="…".',
    ],
    [
      'A <Claim id= a“b”>c</Claim>.',
      'a“b”',
      'The value of `id` does not stand between quotation marks.',
      'Write id="…".',
    ],
    [
      'A <Claim id=>b</Claim>.',
      '>',
      'The value of `id` does not stand between quotation marks.',
      'Write id="…".',
    ],
    [
      'A <Claim id="a" \'b\'>b</Claim>.',
      "'",
      'In <Claim> a quotation mark stands where no value begins: one before it is not closed, or holds quotation marks itself.',
      'Close each value; within one, write “ and ”, or `&quot;`.',
    ],
    ['A < b, <= c.', '<=', '`<` begins an element, and `<=` begins none.', `${BACKSLASH}: \`\\<=\`.`],
    [
      'A <Claim',
      '<Claim',
      'The tag `<Claim` that begins here has no `>` at its end.',
      'End it, as in <Claim name="value">.',
    ],
    [
      'A <Claim id="a">b</Claim> <Remark id="c",>d</Remark>',
      '<Remark',
      'The tag `<Remark` that begins here has `,` where an attribute or `>` should be.',
      'End it, as in <Remark name="value">.',
    ],
    [
      'A <Remark id="a" /> <b c d, e',
      '<b',
      'The tag `<b` that begins here has `,` where an attribute or `>` should be.',
      `${BACKSLASH}: \`\\<b\`. Postil has no such element.`,
    ],
  ])('%j.', (mdx, words, message, hint) => {
    expect(told(mdx)).toEqual([words, message, hint]);
  });

  test('what nobody has foreseen is told in the words of the parser, at its place.', () => {
    const error = new VFileMessage('Unexpected character', { line: 2, column: 3 });
    expect(explainMdx('A\nb c', error)).toEqual({
      message: 'This cannot be read as MDX: Unexpected character',
      hint: 'Close what is open; write `\\<` and `\\{` for signs that belong to the text.',
      place: { line: 2, column: 3 },
    });
    expect(explainMdx('A', new VFileMessage('It is broken')).place).toEqual({ line: 1, column: 1 });
  });

  test('a text that can be read says nothing.', () => {
    expect(readTree('index.mdx', 'A < b, c > d, and \\{ e.').problems).toEqual([]);
  });
});
