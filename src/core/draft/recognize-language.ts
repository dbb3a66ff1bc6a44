import { francAll } from 'franc';

/** Letters from which a language can be told; fewer tell chance. */
const ENOUGH = 100;

/** Letters of a sample: in more of them all languages become alike. */
const SAMPLE = 300;
const MOST_SAMPLES = 20;

/** Samples that must agree, of all; and how far the likeliest must be ahead in a single one, of 1. */
const AGREEING = 0.8;
const AHEAD = 0.03;

/** What Unicode does not know to be Malay: left out, all of it was taken for Indonesian. */
const WITHIN: Readonly<Record<string, string>> = { zlm: 'ms' };

/** A language that a text seems to be in. */
export interface Recognized {
  /** BCP 47 tag. */
  language: string;
  /** The next that it might be. */
  next: string | undefined;
  /** Samples of the text, and how many of them agree. */
  samples: number;
  agreeing: number;
  isSure: boolean;
}

/**
 * Recognizes the language of a text by its letters in threes, sample by sample. Only languages with a two-letter tag
 * are thought of: between others and their neighbours it would guess.
 *
 * @param text plain words
 * @returns the likeliest; undefined where nothing can be told
 */
export function recognizeLanguage(text: string): Recognized | undefined {
  const found = samplesOf(text).flatMap((sample) => likeliest(sample) ?? []);
  const votes = [...Map.groupBy(found, ({ language }) => language).values()];
  const best = votes.toSorted((one, other) => other.length - one.length)[0];
  if (!best) return undefined;
  const { language, next } = best[0]!;
  const isAhead = best.length > 1 || best[0]!.lead >= AHEAD;
  const hasEnough = (text.match(/\p{L}/gu)?.length ?? 0) >= ENOUGH;
  const [samples, agreeing] = [found.length, best.length];
  return {
    language,
    next,
    samples,
    agreeing,
    isSure: hasEnough && isAhead && agreeing >= AGREEING * samples,
  };
}

/** Stretches of equal length, spread over the whole text. */
function samplesOf(text: string): string[] {
  const count = Math.max(1, Math.min(MOST_SAMPLES, Math.floor(text.length / SAMPLE)));
  const step = Math.floor(text.length / count);
  return Array.from({ length: count }, (_, index) => text.slice(index * step, index * step + SAMPLE));
}

/** The likeliest language of a sample, and how far it is ahead of the next. */
function likeliest(sample: string): { language: string; next: string | undefined; lead: number } | undefined {
  const [first, second] = francAll(sample).flatMap(([code, likelihood]) => {
    const language = tagOf(code);
    return language === undefined ? [] : [{ language, likelihood }];
  });
  if (!first) return undefined;
  return {
    language: first.language,
    next: second?.language,
    lead: first.likelihood - (second?.likelihood ?? 0),
  };
}

/** ISO 639-3 has a code for each, and `und` for none. The tag of one that it has within a wider language is the latter's. */
function tagOf(code: string): string | undefined {
  const [language] = Intl.getCanonicalLocales(WITHIN[code] ?? code);
  return language?.length === 2 ? language : undefined;
}
