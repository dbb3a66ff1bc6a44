import { meetUnspaced } from './unspaced.ts';

/**
 * Abbreviations after which a full stop does not end a sentence, by language. `Intl.Segmenter` follows UAX #29, which
 * has no list of abbreviations, and V8 ignores the `ss-standard` suppression keyword.
 */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  /** Of every language: initials, and what scholars write. */
  common: String.raw`\p{Lu}|Dr|Prof|St|[Vv]s|[Cc]f|al|[Pp]p?|eds?|[Ee]\.g|[Ii]\.e`,
  en: String.raw`Mr|Mrs|Ms|Sir|Figs?|Nos?|Vol|Gen|Col|Lt|Rep|Sen|Gov|U\.S|U\.K|U\.N|E\.U|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec`,
  uk: 'м|[Пп]роф|[Іі]м|[Вв]ул|[Дд]ив|[Аа]кад|[Сс]в|[Нн]апр|тис|млн|млрд',
};

/** What may end a sentence anywhere but before a number; also the days of dates, as in “24. 12. 2025”. */
const BEFORE_NUMBERS = String.raw`[Ff]igs?|[Nn]os?|[Vv]ols?|[Aa]rts?|[Cc]h|[Ss]ec|[Pp]aras?|ca?|approx|[Сс]т|с|гл|п|\d{1,2}`;

/** Words that open a sentence even after an abbreviation: “within the U.S. The proposal …”. */
const OPENING = /^(?:The|He|She|It|They|This|That|These|But|And|In|For|As|We|I)\b/u;

/** A segment that begins in lower case or with a closing bracket goes on with the sentence before it. */
const CONTINUATION = /^[\p{Ll}\])]/u;

/** What ends a sentence or is behind its end. */
const END = /[。！？．…!?.」』）)]/u;

/**
 * UAX #29 ends no sentence before a number that a lower-case word follows: “… in 2020. 2021 was worse.” The number is
 * asked for first: looking back from every space of many would take minutes.
 */
const BEFORE_NUMBER = /(?=\d)(?<=[^.\s]\.[\p{Pe}\p{Pf}"']*\s+)/u;

/**
 * Cuts a paragraph into sentences. Done at build time only: browsers differ in their ICU data.
 *
 * @param text a paragraph as it stands
 * @param language BCP 47 tag
 * @returns its sentences in order, each with the white space that follows it; joined they are the paragraph
 * @see https://www.unicode.org/reports/tr29/#Sentence_Boundaries
 */
export function splitSentences(text: string, language: string): string[] {
  const segments = Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text));
  const abbreviated = endsAbbreviated(new Intl.Locale(language).language);
  const sentences: string[] = [];
  for (const next of segments.flatMap(({ segment }) => segment.split(BEFORE_NUMBER))) {
    const previous = sentences.at(-1);
    if (previous !== undefined && belongTogether(previous, next, abbreviated)) {
      sentences[sentences.length - 1] = previous + next;
    } else {
      sentences.push(next);
    }
  }
  return sentences;
}

/** What ends in an abbreviation before a word, and before a number. */
interface Abbreviated {
  word: RegExp;
  number: RegExp;
}

function endsAbbreviated(language: string): Abbreviated {
  const own = Object.hasOwn(ABBREVIATIONS, language) ? [ABBREVIATIONS[language]] : [];
  const words = [ABBREVIATIONS.common, ...own];
  const ending = (lists: readonly (string | undefined)[]) =>
    new RegExp(String.raw`(?:^|[\s(\[“„«‘"'])(?:${lists.join('|')})\.\s*$`, 'u');
  return { word: ending(words), number: ending([...words, BEFORE_NUMBERS]) };
}

/** UAX #29 ends a sentence with each line; where a script has no spaces, a line may end within a word. */
function endsByLine(sentence: string): boolean {
  const line = sentence.lastIndexOf('\n');
  return line > 0 && line >= sentence.trimEnd().length && !END.test(sentence.charAt(line - 1));
}

function belongTogether(previous: string, next: string, abbreviated: Abbreviated): boolean {
  if (previous.trim() === '' || next.trim() === '' || CONTINUATION.test(next)) return true;
  if (endsByLine(previous) && meetUnspaced(previous, next)) return true;
  // A reference: `Note.[1] More`.
  if (/[[(]$/u.test(previous)) return true;
  if (/^\d/u.test(next)) return abbreviated.number.test(previous);
  return abbreviated.word.test(previous) && !OPENING.test(next);
}
