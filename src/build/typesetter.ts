import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import type { Face, Fount, Typesetter } from '../core/typesetting.ts';

/*
 * Fontkit cannot vary a font that is compressed as WOFF2 (foliojs/fontkit, `getVariation` throws): the letters of the
 * regular weight are the variable fonts' default, and `desk-bold.woff2` is `desk.woff2` at weight 700, made with
 * `fonttools varLib.instancer desk.woff2 wght=700`. No page loads that one.
 */
const FILES = {
  desk: path.join('src', 'styles', 'fonts', 'desk.woff2'),
  deskBold: path.join('src', 'build', 'fonts', 'desk-bold.woff2'),
  record: path.join('src', 'styles', 'fonts', 'record.woff2'),
  recordCyrillic: path.join('src', 'styles', 'fonts', 'record-cyrillic.woff2'),
};
type FontName = keyof typeof FILES;

/** The fonts of each face, and which to take where those lack a letter: Cyrillic is in the record's only. */
const FAMILIES: Record<Face, readonly Family[]> = {
  desk: [{ fonts: ['desk'] }, { fonts: ['record', 'recordCyrillic'] }],
  heavy: [{ fonts: ['deskBold'], tracking: -0.02 }, { fonts: ['record', 'recordCyrillic'] }],
  record: [{ fonts: ['record', 'recordCyrillic'] }],
};

/** Fonts that have each other's missing letters. */
interface Family {
  fonts: readonly FontName[];
  /** Set wider by this share of the size, or closer where it is negative: large letters stand closer. */
  tracking?: number;
}

/** @returns what sets words in the site's own fonts */
export function typesetter(): Typesetter {
  const opened = new Map<FontName, Font>();
  const open = (name: FontName) => {
    const font = opened.get(name) ?? (create(readFileSync(FILES[name])) as Font);
    opened.set(name, font);
    return font;
  };
  const founts = new Map<Family, Fount>();
  return (words, face) => {
    const family = FAMILIES[face].find(({ fonts }) =>
      Array.from(words).every((letter) => fontFor(letter, fonts.map(open)) !== undefined),
    );
    if (!family) return undefined;
    const fount = founts.get(family) ?? fountOf(family.fonts.map(open), family.tracking ?? 0);
    founts.set(family, fount);
    return fount;
  };
}

function fontFor(letter: string, fonts: readonly Font[]): Font | undefined {
  return fonts.find((font) => font.hasGlyphForCodePoint(letter.codePointAt(0)!));
}

function fountOf(fonts: readonly Font[], tracking: number): Fount {
  const known = new Map<string, number>();
  /** In em. Each word is measured once: no pair of letters is kerned across a space. */
  const widthOf = (word: string) => {
    const width =
      known.get(word) ?? layOut(word, fonts).reduce((sum, { advance }) => sum + advance + tracking, 0);
    known.set(word, width);
    return width;
  };
  return {
    measure: (words, size) =>
      words.split(/( )/).reduce((sum, part) => sum + (part === '' ? 0 : widthOf(part)), 0) * size,
    outline: (words, size) => {
      let x = 0;
      return layOut(words, fonts)
        .map(({ letter, advance, dx, dy }) => {
          const outline = outlineOf(letter, size, { x: x + dx, y: dy });
          x += advance + tracking;
          return outline;
        })
        .join('');
    },
  };
}

/** A letter that is set; distances are in em. */
interface SetLetter {
  letter: { commands: readonly { command: string; args: readonly number[] }[]; scale: number };
  advance: number;
  dx: number;
  dy: number;
}

function layOut(words: string, fonts: readonly Font[]): SetLetter[] {
  return runsOf(words, fonts).flatMap(({ text, font }) => {
    const scale = 1 / font.unitsPerEm;
    const { glyphs, positions } = font.layout(text);
    return glyphs.map(({ path: { commands } }, index) => {
      const { xAdvance, xOffset, yOffset } = positions[index]!;
      return {
        letter: { commands, scale },
        advance: xAdvance * scale,
        dx: xOffset * scale,
        dy: yOffset * scale,
      };
    });
  });
}

/** Words cut where the font changes. */
function runsOf(words: string, fonts: readonly Font[]): { text: string; font: Font }[] {
  const runs: { text: string; font: Font }[] = [];
  for (const letter of words) {
    const font = fontFor(letter, fonts) ?? fonts[0]!;
    const last = runs.at(-1);
    if (last?.font === font) last.text += letter;
    else runs.push({ text: letter, font });
  }
  return runs;
}

const COMMANDS: Record<string, string> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** In a font y goes up, in SVG down. */
function outlineOf(
  { commands, scale }: SetLetter['letter'],
  size: number,
  { x, y }: { x: number; y: number },
): string {
  return commands
    .map(({ command, args }) => {
      const places = args.map((value, index) =>
        (size * (index % 2 === 0 ? value * scale + x : -value * scale - y)).toFixed(1),
      );
      return COMMANDS[command]! + places.join(' ');
    })
    .join('');
}
