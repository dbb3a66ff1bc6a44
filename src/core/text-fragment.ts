/*
 * Links that lead to words: `#:~:text=prefix-,start,end,-suffix`. Browsers look for the first place in the page where
 * the terms stand, each within one block, without regard to case and accents. Here a directive is chosen that can mean
 * one place only. What might match counts as a match: letters are compared more loosely than any browser does, parts
 * of words count, and so does text that cannot be seen.
 *
 * See https://wicg.github.io/scroll-to-text-fragment/#finding-ranges-in-a-document
 */

/**
 * What parts the words in a page's text, beside single spaces: the ends of lines and cells, over which no term reaches;
 * the ends of blocks; and what no context may reach over, since beyond it something may be hidden, or come and go.
 */
export const BREAK = '\t';
export const BLOCK = '\n';
export const BARRIER = '\0';

/** A stretch of the text, in UTF-16 code units: its first, and the one after its last. */
export interface Stretch {
  start: number;
  end: number;
}

/** Longer words are told by how they begin and end. In UTF-16 code units. */
const LONGEST_EXACT = 120;

/** Words at either end that tell a long stretch, where so few are enough. */
const FEWEST = 3;

/** Words of context, or beyond the fewest, after which nothing is gained by more. */
const MOST = 24;

/** Letters of scripts that set no space between words, whose ends only a dictionary tells. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Yi}\p{Script=Tibetan}]/u;

const PARTED = /[\t\n\0]/;
const SPACES = /[\s\0]/u;

/**
 * Widens a stretch to whole words, in scripts without spaces to whole letters as they are perceived, and leaves out
 * white space at its ends.
 *
 * @param text a page's
 * @param language BCP 47 tag
 * @returns the stretch, and how many words it has; undefined where it has none
 * @see https://www.unicode.org/reports/tr29/#Word_Boundaries
 */
export function widenToWords(
  text: string,
  { start, end }: Stretch,
  language: string,
): (Stretch & { count: number }) | undefined {
  while (start < end && SPACES.test(text[start]!)) start += 1;
  while (start < end && SPACES.test(text[end - 1]!)) end -= 1;
  if (start === end) return undefined;
  const wide = { start: edge(text, start, language).start, end: edge(text, end - 1, language).end };
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text.slice(wide.start, wide.end)))
    if (isWordLike) count += 1;
  return count === 0 ? undefined : { ...wide, count };
}

/** The word, or the letter of a script without spaces, that a place in the text falls into. */
function edge(text: string, place: number, language: string): Stretch {
  const line = lineAt(text, place);
  const words = text.slice(line.start, line.end);
  const granularity = SPACELESS.test(letterAt(text, place)) ? 'grapheme' : 'word';
  const { segment, index } = new Intl.Segmenter(language, { granularity })
    .segment(words)
    .containing(place - line.start)!;
  return { start: line.start + index, end: line.start + index + segment.length };
}

/**
 * @param text all words of a page in order, white space as it is shown, parted as above
 * @param runs what is to be found, as `widenToWords` gives it: stretches without barriers, the least of them possible
 * @param language BCP 47 tag
 * @returns `text=…&text=…`, one for each run or more, percent-encoded; undefined where one cannot be told from others
 */
export function textDirective(text: string, runs: readonly Stretch[], language: string): string | undefined {
  const page = new PageText(text, language);
  const found = runs.flatMap((run) => page.tell(run));
  return found.includes(undefined) ? undefined : found.map((terms) => `text=${terms}`).join('&');
}

/** A page's text, prepared for looking up. */
class PageText {
  readonly #text: string;
  readonly #language: string;
  readonly #folded: string;
  /** Where each code unit of the text falls in the folded one. */
  readonly #places: Uint32Array;

  constructor(text: string, language: string) {
    this.#text = text;
    this.#language = language;
    this.#places = new Uint32Array(text.length + 1);
    let folded = '';
    let at = 0;
    // Most of it is ASCII, whose letters fold one by one.
    for (const [part] of text.matchAll(/[\0-\x7F]+|[^\0-\x7F]/gu)) {
      const own = part < '\x80' ? part.toLowerCase().replaceAll(BREAK, ' ') : fold(part);
      for (let unit = 0; unit < part.length; unit += 1)
        this.#places[at + unit] = folded.length + (part < '\x80' ? unit : 0);
      folded += own;
      at += part.length;
    }
    this.#places[at] = folded.length;
    this.#folded = folded;
  }

  /** The terms that find a run; several where they find it line by line. */
  tell(run: Stretch): (string | undefined)[] {
    const lines = linesOf(this.#text, run);
    // Where the same words come after, as in a note that quotes them, browsers still take the first.
    const terms = this.#told(run, lines, Infinity) ?? this.#told(run, lines, run.start);
    return terms === undefined && lines.length > 1 ? lines.flatMap((line) => this.tell(line)) : [terms];
  }

  /** @param until the place before which nothing else may match */
  #told(run: Stretch, lines: readonly Stretch[], until: number): string | undefined {
    const isShort = lines.length === 1 && run.end - run.start <= LONGEST_EXACT;
    const range = isShort ? undefined : this.#range(run, lines.at(0)!, lines.at(-1)!, until);
    return range ?? (lines.length === 1 ? this.#exact(run, until) : undefined);
  }

  /** `[prefix-,]words[,-suffix]`, with the least context that tells them from the same words elsewhere. */
  #exact({ start, end }: Stretch, until: number): string | undefined {
    const [before, after] = [this.#prefixes(start), this.#suffixes(end)];
    const rivals = this.#rivals({ start, end }, 0, until);
    for (let words = 0; words <= 2 * MOST; words += 1) {
      for (let behind = 0; behind <= words; behind += 1) {
        const [prefix, suffix] = [before[behind], after[words - behind]];
        if (prefix === undefined || suffix === undefined) continue;
        if (rivals.every((at) => this.#precedes(prefix, at) || this.#follows(suffix, at, { start, end })))
          return join(prefix, [this.#text.slice(start, end)], suffix);
      }
    }
    return undefined;
  }

  /** `[prefix-,]first words,last words[,-suffix]` */
  #range(run: Stretch, first: Stretch, last: Stretch, until: number): string | undefined {
    const opening = this.#opening(run, first, first === last, until);
    const closing = opening && this.#closing({ start: opening.end, end: run.end }, last);
    return (
      closing &&
      join(
        opening.prefix,
        [this.#text.slice(run.start, opening.end), this.#text.slice(closing.start, run.end)],
        closing.suffix,
      )
    );
  }

  /** The first words, as few as stand nowhere else, or nowhere else with this prefix. */
  #opening(
    { start }: Stretch,
    line: Stretch,
    isShared: boolean,
    until: number,
  ): { prefix: string; end: number } | undefined {
    const prefixes = this.#prefixes(start);
    const ends = this.#edges(line)
      .filter(({ end }) => end !== undefined)
      .map(({ end }) => end!);
    // What begins and ends in one line has a half of it for each.
    const most = isShared ? Math.ceil(ends.length / 2) : ends.length;
    for (let words = 0; words <= MOST; words += 1) {
      for (let behind = 0; behind <= words; behind += 1) {
        const [prefix, length] = [prefixes[behind], Math.min(FEWEST + words - behind, most)];
        const end = ends[length - 1];
        if (prefix === undefined || end === undefined) continue;
        const rivals = this.#rivals({ start, end }, 0, until);
        if (rivals.every((at) => this.#precedes(prefix, at))) return { prefix, end };
      }
    }
    return undefined;
  }

  /** The last words, as few as do not stand before in the run, or not with this suffix. */
  #closing(rest: Stretch, line: Stretch): { start: number; suffix: string } | undefined {
    const { end } = rest;
    const suffixes = this.#suffixes(end);
    const starts = this.#edges({ start: Math.max(rest.start, line.start), end })
      .filter(({ start }) => start !== undefined)
      .map(({ start }) => start!);
    for (let words = 0; words <= MOST; words += 1) {
      for (let ahead = 0; ahead <= words; ahead += 1) {
        const [suffix, length] = [suffixes[ahead], Math.min(FEWEST + words - ahead, starts.length)];
        const start = starts.at(-length);
        if (suffix === undefined || start === undefined) continue;
        const rivals = this.#rivals({ start, end }, rest.start, start);
        if (rivals.every((at) => this.#follows(suffix, at, { start, end }))) return { start, suffix };
      }
    }
    return undefined;
  }

  /** Where else, from one place to another, the folded text has the same words. */
  #rivals({ start, end }: Stretch, from: number, until: number): number[] {
    const own = this.#places[start]!;
    const words = this.#folded.slice(own, this.#places[end]);
    const last = this.#places[until] ?? this.#folded.length;
    const found: number[] = [];
    let at = this.#folded.indexOf(words, this.#places[from]);
    for (; at >= 0 && at < last; at = this.#folded.indexOf(words, at + 1)) if (at !== own) found.push(at);
    return found;
  }

  /** @returns whether something else than a prefix certainly stands before a place in the folded text */
  #precedes(prefix: string, at: number): boolean {
    if (prefix === '') return false;
    const wanted = foldAll(prefix);
    let place = at - 1;
    while (/[ \n]/.test(this.#folded[place] ?? '')) place -= 1;
    if (this.#folded[place] === BARRIER) return !this.#folded.includes(wanted + BARRIER);
    let index = wanted.length - 1;
    while (index >= 0 && this.#folded[place] === wanted[index]) [index, place] = [index - 1, place - 1];
    return index >= 0;
  }

  /** @returns whether something else than a suffix certainly follows the words found at a place of the folded text */
  #follows(suffix: string, at: number, { start, end }: Stretch): boolean {
    if (suffix === '') return false;
    const wanted = foldAll(suffix);
    let place = at + this.#places[end]! - this.#places[start]!;
    while (/[ \n]/.test(this.#folded[place] ?? '')) place += 1;
    if (this.#folded[place] === BARRIER) return !this.#folded.includes(BARRIER + wanted);
    let index = 0;
    while (index < wanted.length && this.#folded[place] === wanted[index])
      [index, place] = [index + 1, place + 1];
    return index < wanted.length;
  }

  /** What may stand for a prefix: at each index that many words before a place. Without any, where no word goes over it. */
  #prefixes(place: number): (string | undefined)[] {
    const line = this.#besides(place, -1);
    const none = this.#isCertain(place) ? '' : undefined;
    if (!line) return [none];
    const starts = this.#edges({ start: line.start, end: line.end }).flatMap(({ start }) => start ?? []);
    const words = starts
      .reverse()
      .slice(0, MOST)
      .map((start) => this.#text.slice(start, line.end).trim());
    return [none, ...words];
  }

  #suffixes(place: number): (string | undefined)[] {
    const line = this.#besides(place, 1);
    const none = this.#isCertain(place) ? '' : undefined;
    if (!line) return [none];
    const ends = this.#edges({ start: line.start, end: line.end }).flatMap(({ end }) => end ?? []);
    return [none, ...ends.slice(0, MOST).map((end) => this.#text.slice(line.start, end).trim())];
  }

  /** What stands in the line before or after a place; where nothing does, the next line on that side. */
  #besides(place: number, side: -1 | 1): Stretch | undefined {
    const isSpace = (at: number) => /[\s\0]/u.test(this.#text[at] ?? BARRIER);
    let at = side < 0 ? place - 1 : place;
    while (isSpace(at) && this.#text[at] !== undefined && this.#text[at] !== BARRIER) at += side;
    if (isSpace(at)) return undefined;
    const line = lineAt(this.#text, at);
    return side < 0
      ? { start: line.start, end: Math.min(line.end, place) }
      : { start: Math.max(line.start, place), end: line.end };
  }

  /**
   * Words of a stretch within a line: where each may begin or end a term. A word that goes over an end of the stretch
   * has no edge there, nor have words of scripts without spaces between one another: dictionaries differ.
   */
  #edges({ start, end }: Stretch): { start: number | undefined; end: number | undefined }[] {
    const segmenter = new Intl.Segmenter(this.#language, { granularity: 'word' });
    const line = lineAt(this.#text, start);
    const segments = [...segmenter.segment(this.#text.slice(line.start, line.end))]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ index, segment }) => ({
        start: line.start + index,
        end: line.start + index + segment.length,
      }));
    return segments
      .filter((word) => word.end > start && word.start < end)
      .map((word) => ({
        start: word.start >= start && !this.#isWithin(word.start) ? word.start : undefined,
        end: word.end <= end && !this.#isWithin(word.end) ? word.end : undefined,
      }));
  }

  /** @returns whether every browser sees the end of a word at a place */
  #isCertain(place: number): boolean {
    const line = lineAt(this.#text, Math.max(0, place - 1));
    if (place === line.end || place === line.start) return true;
    const own = lineAt(this.#text, place);
    if (place === own.start) return true;
    if (this.#isWithin(place)) return false;
    const segmenter = new Intl.Segmenter(this.#language, { granularity: 'word' });
    return (
      segmenter.segment(this.#text.slice(own.start, own.end)).containing(place - own.start)?.index ===
      place - own.start
    );
  }

  /** @returns whether a place is between two letters of scripts without spaces */
  #isWithin(place: number): boolean {
    return [place - 1, place].every((at) => SPACELESS.test(letterAt(this.#text, at)));
  }
}

/** The line that a place falls into; a place at its end is in it too. */
function lineAt(text: string, place: number): Stretch {
  let [start, end] = [place, place];
  while (start > 0 && !PARTED.test(text[start - 1]!)) start -= 1;
  while (end < text.length && !PARTED.test(text[end]!)) end += 1;
  return { start, end };
}

function linesOf(text: string, { start, end }: Stretch): Stretch[] {
  const lines: Stretch[] = [];
  for (let from = start; from < end; from += 1) {
    const to = Math.min(end, lineAt(text, from).end);
    if (to > from) lines.push({ start: from, end: to });
    from = to;
  }
  return lines;
}

/** The character at a place, both halves of it where it is a surrogate pair. */
function letterAt(text: string, place: number): string {
  const isSecond = /[\uDC00-\uDFFF]/.test(text[place] ?? '');
  return String.fromCodePoint(text.codePointAt(isSecond ? place - 1 : place) ?? 0);
}

/** Letters that browsers take for one another, beside what Unicode decomposes. */
const ALIKE: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  ø: 'o',
  đ: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};

/** A space of no width: in words it is nothing, but what stands behind it follows no word. */
const APART = '\u200B';

/** A character without case, accent, width and the like; what is not seen is nothing. */
function fold(letter: string): string {
  if (letter === APART) return letter;
  const bare = letter
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toUpperCase()
    .toLowerCase();
  return ALIKE[bare] ?? bare;
}

function foldAll(text: string): string {
  return Array.from(text, fold).join('');
}

function join(prefix: string, terms: readonly string[], suffix: string): string {
  return [
    ...(prefix === '' ? [] : [`${encode(prefix)}-`]),
    ...terms.map(encode),
    ...(suffix === '' ? [] : [`-${encode(suffix)}`]),
  ].join(',');
}

/**
 * Percent-encodes a term. Beside what the syntax keeps for itself, what programs that find links in prose would cut
 * off or take for their own.
 */
function encode(term: string): string {
  return encodeURIComponent(term).replace(
    /[-!'()*]|\.$/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
