import type { Annotation, Standing } from './annotation.ts';
import { placeOf } from './locator.ts';
import { COLOUR, DOUBT, drawMap, INK, LINE, SOFT } from './picture-map.ts';
import { inQuotes } from './quotation-marks.ts';
import type { Reading } from './reading.ts';
import { nameInWords } from './source.ts';
import { selectionInEnglish, tally } from './counts.ts';
import { capitalized } from './tally.ts';
import { breakLines, type Face, type Fount, type Lines, type Typesetter } from './typesetting.ts';

/*
 * Pictures for pages that link here: 1200 by 630 pixels, as Open Graph's readers take them. Their words are outlines, so
 * that they look the same wherever they are made; each stands as text in the page, and in the picture's description.
 */

export const PICTURE = { width: 1200, height: 630 } as const;

/** A picture, and exactly the words that are drawn in it. */
export interface Picture {
  svg: string;
  words: string;
}

/** Something drawn: its elements and, where they are words, the words. */
interface Drawn {
  svg: string;
  words?: string;
}

const LEFT = 72;
const WIDTH = PICTURE.width - 2 * LEFT;
const BY_LINE = 376;
const LAST_LINE = 452;

/**
 * @param reading a reading
 * @param name what the site is called
 * @param typeset what sets words; of a text that it cannot set nothing is drawn
 * @returns its title, who wrote it, the counts of the notes and the map
 */
export function drawReading(reading: Reading, name: string, typeset: Typesetter): Picture {
  const authors = plain(new Intl.ListFormat('en-GB').format(reading.author.map(nameInWords)));
  return compose([
    drawBrand(name, typeset),
    drawTitle(reading, typeset),
    drawLine([{ text: `${authors}, annotated`, face: 'desk', colour: INK }], BY_LINE, typeset),
    drawLine(countsOf(reading), LAST_LINE, typeset),
    { svg: drawMap(reading) },
  ]);
}

/**
 * @param annotation an annotation
 * @param reading its reading
 * @param name what the site is called
 * @param typeset what sets words; where it cannot set the text's, the finding is not drawn either, which without them
 *   would read as the disputed thing
 * @returns the text's words, the status, the finding, the place and the map
 */
export function drawNote(
  annotation: Annotation,
  reading: Reading,
  name: string,
  typeset: Typesetter,
): Picture {
  const place = placeOf(reading.blocks[annotation.block]!);
  const whole: Piece = { text: `${place} of ${plain(reading.title)}`, face: 'desk', colour: SOFT };
  const isSet = typeset(whole.text, whole.face) !== undefined;
  return compose([
    drawBrand(name, typeset),
    ...drawStatement(annotation, typeset),
    drawLine([isSet ? whole : { ...whole, text: place }], LAST_LINE, typeset),
    { svg: drawMap(reading, annotation) },
  ]);
}

/** Few fonts have every width of space, or the hyphen at which no line is broken; here they make no difference. */
function plain(words: string): string {
  return words.replaceAll('\u2011', '-').replace(/\s+/gu, ' ');
}

function compose(parts: readonly Drawn[]): Picture {
  const { width, height } = PICTURE;
  const drawn = parts.map(({ svg }) => svg).join('');
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fff"/>${drawn}</svg>`,
    words: parts.flatMap(({ words = '' }) => (words === '' ? [] : [words])).join('\n'),
  };
}

/** The site's name, cut where it is too long for a line. */
function drawBrand(name: string, typeset: Typesetter): Drawn {
  const size = 30;
  const fount = typeset(name, 'heavy');
  if (!fount) return { svg: '' };
  const words = breakLines(name, fount, { size, width: WIDTH, most: 1 }).lines[0]!;
  const rule = `<rect x="${LEFT}" y="104" width="${fount.measure(words, size).toFixed(1)}" height="5" fill="${DOUBT}"/>`;
  return { svg: drawWords(words, fount, { x: LEFT, y: 92, size, colour: INK }) + rule, words };
}

/** Sizes of a title, each with how many lines of it there is room for. */
const TITLES = [
  { size: 70, leading: 78, most: 2 },
  { size: 56, leading: 63, most: 3 },
  { size: 46, leading: 53, most: 3 },
  { size: 38, leading: 44, most: 4 },
] as const;

/** Ends above the by-line; the brackets of a supplied title are no part of it, and hang. */
function drawTitle({ title, supplied }: Reading, typeset: Typesetter): Drawn {
  const words = plain(supplied ? title.slice(1, -1) : title);
  const [fount, brackets] = [typeset(words, 'heavy'), typeset('[]', 'desk')];
  if (!fount || !brackets) return { svg: '' };
  const settings = TITLES.map((form) => ({
    ...form,
    ...breakLines(words, fount, { ...form, width: WIDTH - 20 }),
  }));
  const { size, leading, lines, isCut } = settings.find(({ isCut }) => !isCut) ?? settings.at(-1)!;
  const foot = BY_LINE - 66;
  const last = { x: LEFT, y: foot, size, colour: INK };
  const svg = lines.map((line, index) =>
    drawWords(line, fount, { ...last, y: foot - (lines.length - 1 - index) * leading }),
  );
  if (supplied) {
    const at = (x: number, y: number) => ({ x, y, size, colour: LINE });
    const end = LEFT + fount.measure(lines.at(-1)!, size) + 3;
    const opening = LEFT - brackets.measure('[', size);
    svg.push(drawWords('[', brackets, at(opening, foot - (lines.length - 1) * leading)));
    svg.push(drawWords(']', brackets, at(end, foot)));
  }
  const drawn = drawnOf(words, { lines, isCut });
  return { svg: svg.join(''), words: supplied ? `[${drawn}]` : drawn };
}

/** Words in a line, which may differ from their neighbours. */
interface Piece {
  text: string;
  face: Face;
  colour: string;
}

/** In order of the statuses; what sources dispute comes last, in red. */
function countsOf(reading: Reading): Piece[] {
  const counts = tally(reading);
  const { supported, qualified, opinion, unchecked, contested, contradicted } = counts.status;
  const disputed = contested + contradicted;
  const quiet = Object.entries({ supported, qualified, opinion, unchecked })
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`);
  const soft = (text: string): Piece => ({ text, face: 'desk', colour: SOFT });
  if (quiet.length === 0 && disputed === 0) return [soft(selectionInEnglish(counts))];
  const selection = `The editors’ selection: ${quiet.join(', ')}`;
  if (disputed === 0) return [soft(selection)];
  const pause = quiet.length === 0 ? '' : ', ';
  return [soft(selection + pause), { text: `${disputed} disputed`, face: 'heavy', colour: DOUBT }];
}

/** One line: smaller where it would be too long, and cut where it still is. */
function drawLine(pieces: readonly Piece[], y: number, typeset: Typesetter): Drawn {
  const set = pieces.flatMap((piece) => {
    const fount = typeset(piece.text, piece.face);
    return fount ? [{ ...piece, fount }] : [];
  });
  if (set.length < pieces.length) return { svg: '' };
  const widthAt = (size: number) => set.reduce((sum, { text, fount }) => sum + fount.measure(text, size), 0);
  const size = [28, 26, 24].find((each) => widthAt(each) <= WIDTH) ?? 24;
  let x = LEFT;
  const drawn = set.map(({ text, fount, colour }) => {
    const room = PICTURE.width - LEFT - x;
    const isWhole = fount.measure(text, size) <= room;
    // A space at the end of a piece would be lost with the lines.
    const words = isWhole ? text : breakLines(text, fount, { size, width: room, most: 1 }).lines[0]!;
    const svg = drawWords(words, fount, { x, y, size, colour });
    x += fount.measure(words, size);
    return { svg, words };
  });
  return { svg: drawn.map(({ svg }) => svg).join(''), words: drawn.map(({ words }) => words).join('') };
}

/** Sizes of the text's words and of what was found, from the largest; at the smallest the words are cut. */
const STATEMENTS = [
  { quote: 44, found: 62 },
  { quote: 40, found: 56 },
  { quote: 38, found: 50 },
  { quote: 34, found: 44 },
  { quote: 32, found: 40 },
  { quote: 30, found: 36 },
] as const;
const FIRST_LINE = 182;
/** Where the last line of a statement has to stand. */
const FOOT = 398;
/** What there is room for at the smallest size, in lines. */
const MOST = { quote: 3, found: 3 };

/** What was cut of a quotation takes its closing mark along; that is put back, and there is room for it. */
function breakQuotation(quotation: string, fount: Fount, size: number): Lines {
  const form = { size, width: WIDTH, most: MOST.quote };
  const whole = breakLines(quotation, fount, form);
  if (!whole.isCut) return whole;
  const mark = quotation.at(-1)!;
  const { lines } = breakLines(quotation, fount, { ...form, width: WIDTH - fount.measure(mark, size) });
  return { lines: [...lines.slice(0, -1), lines.at(-1)! + mark], isCut: true };
}

/** A statement as it stands in one of the sizes. */
function setStatement(
  { quote, found }: (typeof STATEMENTS)[number],
  words: { said: string; says: string },
  founts: { record: Fount; heavy: Fount },
) {
  const said = breakQuotation(words.said, founts.record, quote);
  const says = breakLines(words.says, founts.heavy, { size: found, width: WIDTH, most: MOST.found });
  const quoteLeading = Math.round(quote * 1.45);
  const foundLeading = Math.round(found * 1.13);
  const first = FIRST_LINE + (said.lines.length - 1) * quoteLeading + 28 + foundLeading;
  const foot = first + (says.lines.length - 1) * foundLeading;
  return {
    quote,
    found,
    said: said.lines.map((line, index) => ({ line, y: FIRST_LINE + index * quoteLeading })),
    says: says.lines.map((line, index) => ({ line, y: first + index * foundLeading })),
    drawn: [drawnOf(words.said, said), drawnOf(words.says, says)] as const,
    fits: !said.isCut && !says.isCut && foot <= FOOT,
  };
}

/** First what the text says, then how it stands, then what was found. */
function drawStatement({ quote, status, kind, finding }: Annotation, typeset: Typesetter): Drawn[] {
  const standing: Standing = status ?? 'remark';
  const word = `${capitalized(status ?? kind)}.`;
  const words = { said: plain(inQuotes(quote)), says: `${word} ${plain(finding)}` };
  const record = typeset(words.said, 'record');
  const heavy = typeset(words.says, 'heavy');
  if (!record || !heavy) {
    const alone = typeset(word, 'heavy');
    const style = { x: LEFT, y: FIRST_LINE + 80, size: 70, colour: COLOUR[standing] };
    return alone ? [{ svg: drawWords(word, alone, style), words: word }] : [];
  }
  const settings = STATEMENTS.map((sizes) => setStatement(sizes, words, { record, heavy }));
  const { said, says, drawn, ...sizes } = settings.find(({ fits }) => fits) ?? settings.at(-1)!;
  const quoted = said.map(
    ({ line, y }) =>
      drawWords(line, record, { x: LEFT, y, size: sizes.quote, colour: INK }) +
      drawUnderline(standing, y + sizes.quote * 0.32, record.measure(line, sizes.quote)),
  );
  const found = says.map(({ line, y }, index) => {
    const style = { x: LEFT, y, size: sizes.found, colour: INK };
    if (index > 0) return drawWords(line, heavy, style);
    const after = LEFT + heavy.measure(`${word} `, sizes.found);
    return (
      drawWords(word, heavy, { ...style, colour: COLOUR[standing] }) +
      drawWords(line.slice(word.length + 1), heavy, { ...style, x: after })
    );
  });
  return [
    { svg: quoted.join(''), words: drawn[0] },
    { svg: found.join(''), words: drawn[1] },
  ];
}

/** The words of lines; where nothing was cut as they were, since a line may end within one. */
function drawnOf(words: string, { lines, isCut }: Lines): string {
  return isCut ? lines.join(' ') : words;
}

/** The stroke of a status under the text's words, as in the text (styles/text.css). */
function drawUnderline(standing: Standing, y: number, width: number): string {
  const line = (at: number, weight: number, more = '') =>
    `<line x1="${LEFT}" x2="${(LEFT + width).toFixed(1)}" y1="${at.toFixed(1)}" y2="${at.toFixed(1)}" stroke="${COLOUR[standing]}" stroke-width="${weight}"${more}/>`;
  switch (standing) {
    case 'supported':
      return line(y, 2.5);
    case 'qualified':
      return line(y, 2.5, ' stroke-dasharray="14 8"');
    case 'contested':
      return line(y - 2.5, 2) + line(y + 2.5, 2);
    case 'contradicted':
      return line(y, 6);
    case 'opinion':
      return line(y, 4, ' stroke-dasharray="0 10" stroke-linecap="round"');
    case 'unchecked':
      return line(y, 2, ' stroke-dasharray="5 8"');
    case 'remark':
      return line(y, 1.5);
  }
}

function drawWords(
  words: string,
  fount: Fount,
  { x, y, size, colour }: { x: number; y: number; size: number; colour: string },
): string {
  return `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" fill="${colour}" d="${fount.outline(words, size)}"/>`;
}
