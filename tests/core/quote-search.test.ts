import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toComparable } from '../../src/core/comparable.ts';
import { patternOf } from '../../src/core/quote-pattern.ts';
import { findNear, findQuote, toSearchable } from '../../src/core/quote-search.ts';
import { readings } from '../support/pages.ts';

const TEXT =
  'Kaja Kallas said: “We still need to get from a situation where Russia pretends to negotiate — to a cease-fire.” ' +
  'The office’s first reply, it’s said, was “no”. A proposed 600,000-person cap was dropped. ' +
  'It was fine… or so they say.';

/** The words of a text that a quotation is found to be, or none. */
function found(words: string, text = TEXT): string | undefined {
  const place = findQuote(patternOf(words), toSearchable(text))[0];
  return place && text.slice(place.start, place.end);
}

describe('Word for word is', () => {
  test.each<[what: string, words: string, text?: string]>([
    ['the same', 'We still need to get from a situation'],
    [
      'with its own marks',
      '“We still need to get from a situation where Russia pretends to negotiate — to a cease-fire.”',
    ],
    ['with straight marks', `Kaja Kallas said: "We still need to get`],
    ['with other marks', 'Kaja Kallas said: «We still need to get'],
    ['with French marks and their spaces', 'Kaja Kallas said: « We still need to get'],
    ['with straight apostrophes', "The office's first reply, it's said, was 'no'"],
    ['with TeX’s marks', "it's said, was ``no''"],
    ['with an en dash', 'pretends to negotiate – to a cease-fire'],
    ['with a dash set close', 'pretends to negotiate—to a cease-fire'],
    ['with two hyphens', 'pretends to negotiate -- to a cease-fire'],
    ['with a hyphen that does not break', 'to a cease\u2011fire'],
    ['with soft hyphens', 'pre\u00adtends to nego\u00adtiate'],
    ['with other white space', 'We  still\u00a0need\n to\tget'],
    ['with zero width spaces', 'We\u200b still need\ufeff to get'],
    ['in letters of full width', 'Ｗｅ ｓｔｉｌｌ ｎｅｅｄ'],
    ['with a ligature', 'It was \ufb01ne'],
    ['without final punctuation', 'A proposed 600,000-person cap was dropped'],
    ['with other final punctuation', 'A proposed 600,000-person cap was dropped,'],
    ['with a small first letter', 'the office’s first reply'],
    ['with a capital first letter', 'First reply, it’s said'],
    ['over the end of a sentence', 'was “no”. A proposed 600,000-person cap'],
    ['with an ellipsis', 'We still need … pretends to negotiate'],
    ['with three dots', 'We still need ... pretends to negotiate'],
    ['with spaced dots', 'We still need . . . pretends to negotiate'],
    ['with four dots', 'We still need to get .... A proposed 600,000-person cap'],
    ['with an ellipsis in square brackets', 'We still need […] pretends to negotiate'],
    ['with dots in square brackets', 'We still need [...] pretends to negotiate'],
    ['with an ellipsis in parentheses', 'We still need (…) pretends to negotiate'],
    ['with ellipses at both ends', '… need to get from a situation …'],
    ['with the text’s own ellipsis in another shape', 'It was fine... or so they say'],
    ['with a word in brackets', 'We still need to get from [the] situation'],
    ['with a word added in brackets', 'We still need to get [away] from a situation'],
    ['with a name in brackets', '[The Union] still need[s] to get'],
    ['with a letter in brackets', '[w]e still need to get'],
    ['with a letter in brackets after an ellipsis', 'We still need … [R]ussia pretends'],
    ['with an ending in brackets', 'where Russia pretend[ed] to negotiate'],
    ['with [sic]', 'where Russia pretends [sic] to negotiate'],
    ['with [sic] at the end', 'Russia pretends to negotiate [sic]'],
    ['with a number of a note', 'where Russia pretends to negotiate[12]'],
    ['composed in another way', 'cafe\u0301 au lait', 'Un café au lait.'],
    ['in Cyrillic', 'дело мира …  не решено', 'Он сказал: «Дело мира ещё никем не решено».'],
    ['in Ukrainian, with another apostrophe', "п'ять пунктів", 'Це пʼять пунктів.'],
    ['in Chinese', '我们需要和平，不是战争', '他说：「我们需要和平，不是战争。」'],
    ['in Chinese, broken over lines', '我们需要\n和平', '他说：「我们需要和平，不是战争。」'],
    ['in Japanese, inside what is not parted', '和平が必要', '私たちには和平が必要です。'],
    ['in Japanese of half width', 'ﾊﾟﾝが', 'パンがある。'],
    ['in Arabic', 'نحتاج إلى السلام', 'قال: «نحتاج إلى السلام الآن».'],
    ['in Arabic with marks of direction', '\u200fنحتاج إلى السلام\u200f', 'قال: «نحتاج إلى السلام الآن».'],
    ['in Hebrew', 'אנחנו צריכים שלום', 'הוא אמר: ”אנחנו צריכים שלום”.'],
    ['in Hindi', 'हमें शांति चाहिए', 'उसने कहा: “हमें शांति चाहिए।”'],
    ['in Korean of single letters', '한글', '이것은 한글 입니다'],
  ])('a quotation %s.', (_, words, text) => {
    expect(found(words, text)).toBeDefined();
  });

  test.each<[what: string, words: string, text?: string]>([
    ['another word', 'We still need to get from the situation'],
    ['a word less', 'We still need to get a situation'],
    ['a letter less', 'We still need to get fro a situation'],
    ['another number', 'A proposed 800,000-person cap'],
    ['a part of a word', 'ituation where Russia'],
    ['the beginning of a word', 'where Russia pretend'],
    ['another case in the middle', 'where russia pretends'],
    ['another comma in the middle', 'We still need, to get'],
    ['no apostrophe', 'The offices first reply'],
    ['no quotation marks in the middle', 'it’s said, was no. A proposed'],
    ['a hyphen for a space', 'We still-need'],
    ['words out of order', 'pretends to negotiate … We still need'],
    ['a power', '10^2 or 102', 'It is 10² or 10²'],
    ['an ellipsis over too much', 'alpha … omega', `alpha ${'word '.repeat(1000)}omega`],
    ['brackets over too much', 'alpha [beta] omega', `alpha ${'word '.repeat(40)}omega`],
    ['brackets alone', '[We] [still] […]'],
    ['punctuation alone', '… — “”'],
    ['nothing', ''],
  ])('not a quotation with %s.', (_, words, text) => {
    expect(found(words, text)).toBeUndefined();
  });

  test('told with its place in the text as it stands.', () => {
    expect(found('"We still need … [to] negotiate - to a cease\u2011fire')).toBe(
      'We still need to get from a situation where Russia pretends to negotiate — to a cease-fire',
    );
  });
});

const edition = readings()[0]!.text;
const SEARCHABLE = toSearchable(edition);
/** Ends of words of the edition, in UTF-16 code units. */
const WORDS = [...edition.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
  start: index,
  end: index + word.length,
}));

const slice = fc
  .tuple(fc.nat(WORDS.length - 1), fc.integer({ min: 3, max: 60 }))
  .map(([from, count]) =>
    edition.slice(WORDS[from]!.start, WORDS[Math.min(from + count, WORDS.length) - 1]!.end),
  );

/** What printers and programs do to a text. */
const DISGUISES: ((words: string) => string)[] = [
  (words) => words,
  (words) => words.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'"),
  (words) => words.replace(/\s+/gu, '\n  '),
  (words) => words.normalize('NFD'),
  (words) => words.replace(/ ?[—–] ?/gu, ' -- '),
  (words) => words.replace(/\w(?=\w)/gu, '$&\u00ad'),
  (words) => `“${words}…”`,
];

describe('Of the text we publish', () => {
  test('any run of words is found word for word, however it is printed.', () => {
    fc.assert(
      fc.property(slice, fc.constantFrom(...DISGUISES), (words, disguise) => {
        expect(findQuote(patternOf(disguise(words)), SEARCHABLE)).not.toEqual([]);
      }),
      { numRuns: 200, seed: 60 },
    );
  });

  test('any two runs near one another are found with an ellipsis between them.', () => {
    fc.assert(
      fc.property(
        fc.nat(WORDS.length - 40),
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 1, max: 20 }),
        (from, count, left) => {
          const take = (at: number) => edition.slice(WORDS[at]!.start, WORDS[at + count - 1]!.end);
          expect(
            findQuote(patternOf(`${take(from)} […] ${take(from + count + left)}`), SEARCHABLE),
          ).not.toEqual([]);
        },
      ),
      { numRuns: 200, seed: 6 },
    );
  });

  test('no run of words with a letter changed, lost, added or exchanged is found word for word.', () => {
    const edit = fc.constantFrom<(words: string, at: number) => string>(
      (words, at) => words.slice(0, at) + 'q' + words.slice(at + 1),
      (words, at) => words.slice(0, at) + 'q' + words.slice(at),
      (words, at) => words.slice(0, at) + words.slice(at + 1),
      (words, at) => words.slice(0, at) + words[at + 1]! + words[at]! + words.slice(at + 2),
    );
    const comparable = SEARCHABLE.text.toLowerCase();
    fc.assert(
      fc.property(slice, edit, fc.nat(), (words, change, seed) => {
        const inner = [...words.matchAll(/(?<=[a-z])[a-z](?=[a-z])/gu)].map(({ index }) => index);
        fc.pre(inner.length > 0);
        const edited = change(words, inner[seed % inner.length]!);
        // The edit may give words that stand elsewhere, or the same again.
        fc.pre(!comparable.includes(toComparable(edited).text.toLowerCase()));
        expect(findQuote(patternOf(edited), SEARCHABLE)).toEqual([]);
      }),
      { numRuns: 200, seed: 60 },
    );
  });

  test('a run of words with one word changed comes near, and the difference is told in both wordings.', () => {
    fc.assert(
      fc.property(slice, fc.nat(), (words, seed) => {
        const all = words.split(' ');
        fc.pre(all.length >= 6 && all.every((word) => /^[a-z]{2,}$/u.test(word)));
        const at = 1 + (seed % (all.length - 2));
        const edited = all.map((word, index) => (index === at ? 'quux' : word)).join(' ');
        const near = findNear(edited, SEARCHABLE)!;
        const side = (not: string) =>
          near.diff
            .filter(({ what }) => what !== not)
            .map(({ text }) => text)
            .join('');
        expect(edition.slice(near.start, near.end)).toBe(side('gone'));
        expect(side('new')).toBe(edited);
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});

describe('Near is', () => {
  const told = (words: string, text = TEXT) =>
    findNear(words, toSearchable(text))
      ?.diff.map(({ what, text: piece }) => ({ same: piece, gone: `-${piece}-`, new: `+${piece}+` })[what])
      .join('');

  test.each<[words: string, diff: string | undefined, text?: string]>([
    ['We still have to get from a situation', 'We still -have-+need+ to get from a situation'],
    ['where russia pretends to negotiate', 'where -russia-+Russia+ pretends to negotiate'],
    ["The offices first reply, it's said", 'The -offices-+office’s+ first reply, it’s said'],
    [
      'We stil need to gett form a situation were Russia',
      'We -stil-+still+ need to -gett form-+get from+ a situation -were-+where+ Russia',
    ],
    ['A proposed 800,000-person cap', 'A proposed -800,000-+600,000+-person cap'],
    ['我们需要战争，不是和平', undefined, '他说：「我们希望明天会下雨。」'],
    ['我们需要和平，而不是战争', '我们需要和平，-而不是-+不是+战争', '他说：「我们需要和平，不是战争。」'],
    ['an agreement both sides can accept', undefined],
    ['nobody in the town had ever seen such a winter', undefined],
    ['ab', undefined],
  ])('%j: %s.', (words, diff, text) => {
    expect(told(words, text)).toBe(diff);
  });
});

describe('In two megabytes', () => {
  const sentences = Array.from(
    { length: 30_000 },
    (_, n) => `Sentence number ${n * 7919} speaks of harbour ${n % 97} and its lamps.`,
  );
  const large = toSearchable(sentences.join(' '));

  test('a hundred kilobytes of quotations, and of one quotation, are answered without a long wait.', () => {
    const started = performance.now();
    for (let n = 0; n < 1500; n += 1) {
      const words = `sentence number ${n * 7919} speaks of harbor ${n % 97} and its lamps`;
      if (findQuote(patternOf(words), large).length === 0) expect(findNear(words, large)).toBeDefined();
    }
    expect(findQuote(patternOf(sentences.slice(0, 1500).join(' ')), large)).toHaveLength(1);
    expect(findQuote(patternOf('and … its … lamps … '.repeat(5000)), large)).toEqual([]);
    expect(findNear('x'.repeat(100_000), large)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 60_000);

  test.each(['a … ', '[a] ', '… ', '. ', '[', '…[', '-', '“', 'sentence … ', 'e', '\u0301', '\u1100'])(
    '%j again and again does not hang.',
    (bit) => {
      const started = performance.now();
      const words = bit.repeat(Math.ceil(100_000 / bit.length));
      findQuote(patternOf(words), large);
      findNear(words, large);
      expect(performance.now() - started).toBeLessThan(5000);
    },
  );
});
