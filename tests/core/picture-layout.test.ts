import { describe, expect, test } from 'vitest';
import type { Annotation, Standing } from '../../src/core/annotation.ts';
import { drawNote, drawReading, PICTURE } from '../../src/core/picture.ts';
import { COLOUR, DOUBT, INK, LINE, SOFT } from '../../src/core/picture-map.ts';
import type { Typesetter } from '../../src/core/typesetting.ts';
import { claim, read } from './support/reading.ts';
import { FOUNT } from './support/typesetter.ts';

/** Sets every letter half as wide as it is high; in place of outlines it draws what is set, and how. */
const typeset: Typesetter = (_, face) => ({ ...FOUNT, outline: (words, size) => `${size} ${face} ${words}` });

const { reading } = read(`${claim('said', 'four')}.\n\n[^said]: It is a forecast.\n`);
const [said] = reading.annotations;

/** Words as they were drawn; lengths in pixels. */
interface Set {
  x: number;
  y: number;
  size: number;
  face: string;
  colour: string;
  words: string;
}

const set = (svg: string): Set[] =>
  Array.from(
    svg.matchAll(/<path transform="translate\((\S+) (\S+)\)" fill="(\S+)" d="(\d+) (\w+) ([^"]*)"\/>/g),
    ([, x, y, colour, size, face, words]) => ({
      x: Number(x),
      y: Number(y),
      size: Number(size),
      face: face!,
      colour: colour!,
      words: words!,
    }),
  );
const ofReading = (change: object) => set(drawReading({ ...reading, ...change }, 'Postil', typeset).svg);
const ofNote = (change: Partial<Annotation>) =>
  drawNote({ ...said!, ...change }, reading, 'Postil', typeset).svg;
const words = (count: number) => Array<string>(count).fill('word').join(' ');
/** In short: where, how large, and what. */
const inShort = (all: Set[]) => all.map(({ x, y, size, words: each }) => [x, y, size, each]);

/** How far words reach to the right. */
const end = ({ x, size, words: each }: Set) => x + FOUNT.measure(each, size);

describe('The picture of a reading', () => {
  test('has the name over a rule as long as it, then the title, who wrote it, and the counts.', () => {
    const { svg } = drawReading(reading, 'Postil', typeset);
    expect(set(svg)).toEqual([
      { x: 72, y: 92, size: 30, face: 'heavy', colour: INK, words: 'Postil' },
      { x: 72, y: 310, size: 70, face: 'heavy', colour: INK, words: 'Test' },
      { x: 72, y: 376, size: 28, face: 'desk', colour: INK, words: 'A. Writer, annotated' },
      { x: 72, y: 452, size: 28, face: 'desk', colour: SOFT, words: 'The editors’ selection: 1 opinion' },
    ]);
    expect(svg).toContain(`<rect x="72" y="104" width="90.0" height="5" fill="${DOUBT}"/>`);
  });

  test.each([
    [2, 70, [310]],
    [10, 70, [232, 310]],
    [16, 56, [184, 247, 310]],
    [26, 46, [204, 257, 310]],
    [38, 38, [178, 222, 266, 310]],
    [60, 38, [178, 222, 266, 310]],
  ])('has a title of %d words in size %d, its last line above who wrote it.', (count, size, lines) => {
    const title = ofReading({ title: words(count) }).filter(({ face, y }) => face === 'heavy' && y > 92);
    expect(title.map(({ y }) => y)).toEqual(lines);
    expect(title.every((line) => line.size === size && line.x === 72)).toBe(true);
    // A bracket may have to stand behind it.
    expect(Math.max(...title.map(end))).toBeLessThanOrEqual(PICTURE.width - 72 - 20);
    expect(title.map((line) => line.words).join(' ')).toMatch(count === 60 ? /word…$/ : /word$/);
  });

  test('has the brackets of a supplied title hang beside its first and its last line.', () => {
    const brackets = (title: string) =>
      ofReading({ title: `[${title}]`, supplied: true }).filter(({ words: each }) => /^[[\]]$/.test(each));
    expect(brackets('Given')).toEqual([
      { x: 72 - 35, y: 310, size: 70, face: 'desk', colour: LINE, words: '[' },
      { x: 72 + 5 * 35 + 3, y: 310, size: 70, face: 'desk', colour: LINE, words: ']' },
    ]);
    const last = ofReading({ title: `[${words(16)}]`, supplied: true }).find(({ y }) => y === 310)!;
    expect(inShort(brackets(words(16)))).toEqual([
      [72 - 28, 184, 56, '['],
      [end(last) + 3, 310, 56, ']'],
    ]);
  });

  test.each([
    [75, 28],
    [76, 26],
    [81, 26],
    [82, 24],
  ])('has authors of %d letters in size %d.', (length, size) => {
    const name = 'x'.repeat(length - ', annotated'.length);
    const [line] = ofReading({ author: [{ literal: name }] }).filter(({ y }) => y === 376);
    expect(line).toMatchObject({ x: 72, size, words: `${name}, annotated` });
  });

  test('cuts authors whom no size has room for.', () => {
    const [line] = ofReading({ author: [{ literal: words(30) }] }).filter(({ y }) => y === 376);
    expect(line).toMatchObject({ size: 24, words: expect.stringMatching(/word…$/) as string });
    expect(end(line!)).toBeLessThanOrEqual(PICTURE.width - 72);
  });

  const counted = (...statuses: Annotation['status'][]) =>
    ofReading({
      annotations: statuses.map((status, index) => ({ ...said!, id: `a${index}`, status })),
    }).filter(({ y }) => y === 452);

  test('tells what is disputed last, in red, right behind the rest.', () => {
    const [soft, red] = counted('opinion', 'contested', 'contradicted', 'opinion');
    expect(soft).toMatchObject({ words: 'The editors’ selection: 2 opinion, ', colour: SOFT, face: 'desk' });
    expect(red).toMatchObject({ words: '2 disputed', colour: DOUBT, face: 'heavy', x: end(soft!), size: 28 });
  });

  test('tells of disputed things alone, where there is nothing else.', () => {
    expect(counted('contested').map((each) => each.words)).toEqual([
      'The editors’ selection: ',
      '1 disputed',
    ]);
  });
});

describe('The picture of a note', () => {
  test('has the words over their stroke, the status in its colour, what was found, and the place.', () => {
    expect(set(ofNote({}))).toEqual([
      expect.objectContaining({ words: 'Postil' }),
      { x: 72, y: 182, size: 44, face: 'record', colour: INK, words: '“four”' },
      { x: 72, y: 280, size: 62, face: 'heavy', colour: COLOUR.opinion, words: 'Opinion.' },
      { x: 72 + 9 * 31, y: 280, size: 62, face: 'heavy', colour: INK, words: 'It is a forecast.' },
      { x: 72, y: 452, size: 28, face: 'desk', colour: SOFT, words: '¶1 of Test' },
    ]);
  });

  test('has several lines of words and finding, each below the one before.', () => {
    const all = set(ofNote({ quote: words(14), finding: words(14) })).filter(({ y }) => y > 100 && y < 452);
    const lines = [...new Map(all.map((line) => [line.y, line])).values()];
    expect(lines.map(({ y, size, face }) => [y, size, face])).toEqual([
      [182, 38, 'record'],
      [237, 38, 'record'],
      [321, 50, 'heavy'],
      [377, 50, 'heavy'],
    ]);
  });

  test.each(Array.from({ length: 30 }, (_, index) => [3 * index + 1, 5 * ((index * 7) % 10) + 1]))(
    'of %d words and %d in what was found stays in its room, no line in another.',
    (quoted, found) => {
      const all = set(ofNote({ quote: words(quoted), finding: words(found).slice(0, 90) }));
      expect(Math.max(...all.map(end))).toBeLessThanOrEqual(PICTURE.width - 72);
      const lines = [...new Map(all.map((line) => [line.y, line])).values()].filter(({ y }) => y > 100);
      for (const [index, { y, size }] of lines.entries())
        if (index > 0) expect(y - lines[index - 1]!.y).toBeGreaterThanOrEqual(size);
      const foot = lines.at(-2)!;
      expect(foot.y).toBeLessThanOrEqual(398);
    },
  );

  test.each<[Standing, string[]]>([
    ['supported', ['stroke-width="2.5"']],
    ['qualified', ['stroke-width="2.5" stroke-dasharray="14 8"']],
    ['contested', ['stroke-width="2"', 'stroke-width="2"']],
    ['contradicted', ['stroke-width="6"']],
    ['opinion', ['stroke-width="4" stroke-dasharray="0 10" stroke-linecap="round"']],
    ['unchecked', ['stroke-width="2" stroke-dasharray="5 8"']],
    ['remark', ['stroke-width="1.5"']],
  ])('has the stroke of %s under the words, as long as they are.', (standing, strokes) => {
    const { status: _, ...bare } = said!;
    const note: Annotation =
      standing === 'remark' ? { ...bare, kind: 'remark' } : { ...said!, status: standing };
    const { svg } = drawNote(note, reading, 'Postil', typeset);
    const lines = Array.from(
      svg.matchAll(/<line x1="72" x2="(\S+)" y1="(\S+)" y2="(\S+)" stroke="(\S+)" (.*?)\/>/g),
      ([, right, top, bottom, colour, form]) => ({ right, top, bottom, colour, form }),
    ).filter(({ top }) => Number(top) < 400);
    expect(lines.map(({ form }) => form)).toEqual(strokes);
    const under = 182 + 44 * 0.32;
    const tops = standing === 'contested' ? [under - 2.5, under + 2.5] : [under];
    expect(lines.map(({ top }) => top)).toEqual(tops.map((top) => top.toFixed(1)));
    for (const { right, top, bottom, colour } of lines) {
      expect([right, top, colour]).toEqual([(72 + 6 * 22).toFixed(1), bottom, COLOUR[standing]]);
    }
  });

  test('puts back the closing mark of words that it cuts.', () => {
    const lines = set(ofNote({ quote: words(90) })).filter(({ face }) => face === 'record');
    expect(lines.map(({ size }) => size)).toEqual([30, 30, 30]);
    expect(lines.map((line) => line.words).join(' ')).toMatch(/^“word .* word…”$/);
  });
});
