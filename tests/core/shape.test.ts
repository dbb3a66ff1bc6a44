import type { RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { shape } from '../../src/core/draft/shape.ts';

/** A node of any kind, wherever it stands. */
const node = (type: string, ...children: object[]) => ({ type, children }) as unknown as RootContent;
const words = (value: string) => ({ type: 'text', value });
const paragraph = (...children: object[]) => node('paragraph', ...children);
const shaped = (...children: RootContent[]) => {
  const tree = { type: 'root' as const, children };
  shape(tree);
  return tree.children;
};

describe('A node stands where Markdown can write it:', () => {
  test.each<[what: string, before: RootContent, after: object[]]>([
    ['words of a text are a paragraph', words('a') as RootContent, [paragraph(words('a'))]],
    [
      'a paragraph in a paragraph is one of its own',
      paragraph(words('a'), paragraph(words('b')), words('c')),
      [paragraph(words('a')), paragraph(words('b')), paragraph(words('c'))],
    ],
    [
      'what is no item of a list is one',
      node('list', node('listItem', paragraph(words('a'))), words('b'), paragraph(words('c'))),
      [
        node(
          'list',
          node('listItem', paragraph(words('a'))),
          { ...node('listItem', paragraph(words('b'))), spread: false },
          { ...node('listItem', paragraph(words('c'))), spread: false },
        ),
      ],
    ],
    [
      'what is no row of a table is one, of one cell',
      node('table', node('tableRow', node('tableCell', words('a'))), words('b')),
      [
        node(
          'table',
          node('tableRow', node('tableCell', words('a'))),
          node('tableRow', node('tableCell', words('b'))),
        ),
      ],
    ],
    [
      'what is no cell of a row is one, of its words',
      node('table', node('tableRow', node('tableCell', words('a')), paragraph(words('b')))),
      [
        node(
          'table',
          node(
            'tableRow',
            node('tableCell', words('a')),
            node('tableCell', words(' '), words('b'), words(' ')),
          ),
        ),
      ],
    ],
    [
      'a quotation in a heading is its words',
      node('heading', node('blockquote', paragraph(words('a')))),
      [node('heading', words(' '), words(' '), words('a'), words(' '), words(' '))],
    ],
  ])('%s.', (_, before, after) => {
    expect(shaped(before)).toEqual(after);
  });

  test('and stays where it can.', () => {
    const sound = [
      node('heading', words('a')),
      node(
        'list',
        node('listItem', paragraph(words('b')), node('list', node('listItem', paragraph(words('c'))))),
      ),
      node('blockquote', paragraph(node('emphasis', words('d')))),
    ];
    expect(shaped(...structuredClone(sound))).toEqual(sound);
  });
});
