import { describe, expect, test } from 'vitest';
import { drawNote, drawReading } from '../../src/core/picture.ts';
import { DOUBT } from '../../src/core/picture-map.ts';
import { drawnWords, typesetterWithout } from './support/typesetter.ts';
import { claim, read } from './support/reading.ts';

const typeset = typesetterWithout(/\p{Script=Arabic}/u);

const marks = [
  '<Claim id="borne-out" status="supported" checked="2026-11-22">One</Claim>',
  '<Claim id="against" status="contradicted" checked="2026-11-22">two</Claim>',
  '<Remark id="slip">theris</Remark>',
  claim('said', 'four'),
].join(' and ');
const { reading } = read(
  `<Byline>By A.</Byline>\n\n${marks}.\n\n` +
    '[^borne-out]: So it is.\n\n    <Evidence source="earlier" bearing="supports">One</Evidence>\n\n' +
    '[^against]: It was three.\n\n    <Evidence source="earlier" bearing="contradicts">three</Evidence>\n\n' +
    '[^slip]: A slip.\n\n[^said]: It is a forecast.\n',
);
const note = (id: string) => reading.annotations.find((annotation) => annotation.id === id)!;

describe('The picture of a reading', () => {
  test('has its title, who wrote it, and the counts of the editors’ selection, what is disputed in red.', () => {
    const { svg, words } = drawReading(reading, 'Postil', typeset);
    expect(words.split('\n')).toEqual([
      'Postil',
      'Test',
      'A. Writer, annotated',
      'The editors’ selection: 1 supported, 1 opinion, 1 disputed',
    ]);
    expect(svg).toContain(`fill="${DOUBT}" d="1 disputed"`);
  });

  test('says exactly the words that are drawn.', () => {
    const { svg, words } = drawReading(reading, 'Postil', typeset);
    expect(drawnWords(svg).join('')).toBe(words.replaceAll('\n', ''));
  });

  test('has a supplied title in brackets, which are no part of its lines.', () => {
    const { svg, words } = drawReading({ ...reading, title: '[Given]', supplied: true }, 'Postil', typeset);
    expect(words.split('\n')[1]).toBe('[Given]');
    expect(drawnWords(svg)).toEqual(expect.arrayContaining(['[', 'Given', ']']));
  });

  test('begins with the name of the site, which is cut where it is longer than a line.', () => {
    const brandOf = (name: string) => drawReading(reading, name, typeset).words.split('\n')[0];
    expect(brandOf('The Herald')).toBe('The Herald');
    expect(brandOf(Array(40).fill('word').join(' '))).toMatch(/^word word.*word…$/);
  });

  test('makes a long title smaller, and cuts one that is too long even so.', () => {
    const long = (count: number) => ({ ...reading, title: Array(count).fill('word').join(' ') });
    expect(drawReading(long(24), 'Postil', typeset).words.split('\n')[1]).toBe(long(24).title);
    expect(drawReading(long(99), 'Postil', typeset).words.split('\n')[1]).toMatch(/^word word.*word…$/);
  });

  test('without notes says that, and draws none.', () => {
    const { svg, words } = drawReading({ ...reading, annotations: [] }, 'Postil', typeset);
    expect(words).toContain('No statement of the text is annotated.');
    expect(svg).not.toContain('<line');
  });

  test('draws nothing in place of words whose letters are missing: the map and the counts remain.', () => {
    const arabic = { ...reading, title: 'الإعلان', author: [{ literal: 'الأمم' }] };
    const { svg, words } = drawReading(arabic, 'Postil', typeset);
    expect(words.split('\n')).toEqual([
      'Postil',
      'The editors’ selection: 1 supported, 1 opinion, 1 disputed',
    ]);
    expect(svg).toContain('<line');
  });
});

describe('The picture of an annotation', () => {
  test('has the text’s words first, then the status, then the finding, and where it stands.', () => {
    const { words } = drawNote(note('against'), reading, 'Postil', typeset);
    expect(words.split('\n')).toEqual(['Postil', '“two”', 'Contradicted. It was three.', '¶1 of Test']);
  });

  test('says exactly the words that are drawn.', () => {
    for (const annotation of reading.annotations) {
      const { svg, words } = drawNote(annotation, reading, 'Postil', typeset);
      expect(drawnWords(svg).join('').replaceAll(' ', '')).toBe(words.replaceAll(/\s/g, ''));
    }
  });

  test('has the status in red where sources speak against the text, and only there.', () => {
    expect(drawNote(note('against'), reading, 'Postil', typeset).svg).toContain(
      `fill="${DOUBT}" d="Contradicted."`,
    );
    expect(drawNote(note('borne-out'), reading, 'Postil', typeset).svg).not.toContain(
      `fill="${DOUBT}" d="Supported."`,
    );
    expect(drawNote(note('slip'), reading, 'Postil', typeset).words).toContain('Remark. A slip.');
  });

  test('has its own stroke in its colour, and the others faint.', () => {
    const strokes = (id: string) => [
      ...drawNote(note(id), reading, 'Postil', typeset).svg.matchAll(/<line [^>]*y2="548" stroke="([^"]*)"/g),
    ];
    expect(strokes('against').map(([, colour]) => colour)).toEqual(['#d0d0d0', '#d0d0d0', DOUBT]);
  });

  test('takes a space of any width for a space.', () => {
    const spaced = { ...note('against'), quote: 'two\u202fthousand\u00a0and\u20113' };
    expect(drawNote(spaced, reading, 'Postil', typeset).words).toContain('“two thousand and-3”');
  });

  test('is whole with the longest finding, and cuts the text’s words only where they are very long.', () => {
    const finding = 'x'.repeat(10).concat(' ').repeat(9).slice(0, 90);
    const of = (quote: string) =>
      drawNote({ ...note('against'), quote, finding }, reading, 'Postil', typeset)
        .words.split('\n')
        .slice(1, 3);
    expect(of('word '.repeat(30).trim())).toEqual([
      `“${'word '.repeat(30).trim()}”`,
      `Contradicted. ${finding}`,
    ]);
    const [quote, found] = of('word '.repeat(90).trim());
    expect(quote).toMatch(/^“word .* word…”$/);
    expect(found).toBe(`Contradicted. ${finding}`);
  });

  test('whose words cannot be set has no finding, which would read as the disputed thing.', () => {
    const { words } = drawNote({ ...note('against'), quote: 'الأمم' }, reading, 'Postil', typeset);
    expect(words.split('\n')).toEqual(['Postil', 'Contradicted.', '¶1 of Test']);
    const elsewhere = drawNote(note('against'), { ...reading, title: 'الإعلان' }, 'Postil', typeset);
    expect(elsewhere.words.split('\n').at(-1)).toBe('¶1');
  });
});
