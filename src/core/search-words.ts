import type { Findable } from './findable.ts';
import { EDITORS_LANGUAGE } from './language.ts';
import { bodyOf } from './search-record.ts';
import { isNumberToken, tokensOf } from './search-text.ts';

/** Words kept: the rarest of a very large site are left out. */
const MOST = 20_000;

/** Letters of the shortest word that can be told from another by its spelling. */
const SHORTEST = 3;

/** One word, in the capitals in which it stands in the texts, and how often in each. */
type Spellings = Map<string, number>;

/**
 * @param found all that can be found in one index
 * @returns its words and how often each is there, in the spelling that is commonest, the most frequent first
 */
export function wordsOf(found: readonly Findable[]): [word: string, count: number][] {
  const words = new Map<string, Spellings>();
  for (const { text, language } of found.flatMap(textsOf)) {
    for (const token of tokensOf(text, language)) {
      if (!isWord(token.text)) continue;
      const spellings = words.get(token.text) ?? new Map<string, number>();
      const written = withoutPossessive(text.slice(token.start, token.end));
      words.set(token.text, spellings.set(written, (spellings.get(written) ?? 0) + 1));
    }
  }
  return [...words.values()].map(commonest).sort(byCount).slice(0, MOST);
}

function textsOf(found: Findable): { text: string; language: string }[] {
  const { language } = found.reading;
  const ours = (text: string) => ({ text, language: EDITORS_LANGUAGE });
  if (found.in === 'passage') return [{ text: (found.sentence ?? found.block).text, language }];
  const { annotation } = found;
  if (found.in === 'note')
    return [annotation.finding, ...bodyOf(annotation), ...annotation.since.map(({ text }) => text)].map(ours);
  const { excerpt, lang, rendering = '' } = found.evidence;
  return [{ text: excerpt, language: lang ?? language }, ours(rendering)];
}

function isWord(token: string): boolean {
  return token.length >= SHORTEST && /^[\p{L}\p{M}]+$/u.test(token) && !isNumberToken(token);
}

function withoutPossessive(word: string): string {
  return word.replace(/['‘’ʼ＇`´][sS]$/u, '');
}

function commonest(spellings: Spellings): [string, number] {
  const [[written]] = [...spellings].sort(byCount) as [[string, number]];
  return [written, [...spellings.values()].reduce((sum, count) => sum + count, 0)];
}

function byCount([one, times]: [string, number], [other, otherTimes]: [string, number]): number {
  return otherTimes - times || (one < other ? -1 : 1);
}
