import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, type AlignedBlock } from '../../src/core/alignment.ts';
import { canonical } from '../../src/core/canonical.ts';
import { sentencesOf } from './support/editions.ts';

/** Few words, so that sentences are often alike, the same, or empty. */
const word = fc.constantFrom(...'ice ship Riga harbour winter the of on і лід порт 港 冬 . — *'.split(' '));
const sentence = fc.array(word, { maxLength: 7 }).map((words) => words.join(' '));
const block = fc.record({
  isHeading: fc.boolean(),
  sentences: fc.array(sentence, { minLength: 0, maxLength: 4 }),
});
const blocks = fc.array(block, { maxLength: 8 });

/** A text and an edit of it: blocks cut, doubled, put elsewhere or written anew. */
const edited = fc
  .tuple(blocks, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(3), block), { maxLength: 5 }))
  .map(([text, edits]): [AlignedBlock[], AlignedBlock[]] => [
    text,
    edits.reduce<AlignedBlock[]>((sofar, [from, to, kind, another]) => {
      const [place, taken] = [to % (sofar.length + 1), sofar[from % sofar.length] ?? another];
      const rest = kind === 0 || kind === 2 ? sofar.filter((one) => one !== taken) : sofar;
      return kind === 0 ? rest : rest.toSpliced(place, 0, kind === 3 ? another : taken);
    }, text),
  ]);
const editions = fc.oneof(edited, fc.tuple(blocks, blocks));

const isHeadingBy = (text: readonly AlignedBlock[]) =>
  text.flatMap(({ isHeading, sentences }) => sentences.map(() => isHeading));

const always = (law: (before: AlignedBlock[], after: AlignedBlock[]) => void) =>
  fc.assert(
    fc.property(editions, ([before, after]) => {
      law(before, after);
    }),
    { numRuns: 500, seed: 1 },
  );

describe('Whatever two editions say,', () => {
  test('every sentence of the earlier one has a fate, with ordinals of the later one.', () => {
    always((before, after) => {
      const fates = align(before, after);
      expect(fates).toHaveLength(sentencesOf(before).length);
      for (const { to, rivals, confidence, change } of fates) {
        for (const ordinal of [...to, ...rivals]) expect(sentencesOf(after)[ordinal]).toBeDefined();
        expect(new Set([...to, ...rivals]).size).toBe(to.length + rivals.length);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
        expect(to.length === 0).toBe(change === 'removed');
        expect(to.length > 1).toBe(change === 'split');
      }
    });
  });

  test('the same two have the same fates.', () => {
    always((before, after) => expect(align(before, after)).toEqual(align(before, after)));
  });

  test('a text is kept whole in itself, in its place and without a question.', () => {
    always((before) => {
      for (const [ordinal, fate] of align(before, before).entries())
        expect(fate).toMatchObject({ change: 'kept', to: [ordinal], moved: false, ask: false });
    });
  });

  test('kept are those whose words are the same, and no others.', () => {
    always((before, after) => {
      const [texts, words] = [sentencesOf(before).map(canonical), sentencesOf(after).map(canonical)];
      for (const [ordinal, { change, to }] of align(before, after).entries())
        expect(change === 'kept').toBe(to[0] !== undefined && texts[ordinal] === words[to[0]]);
    });
  });

  test('a heading goes to headings, a sentence to sentences.', () => {
    always((before, after) => {
      const [here, there] = [isHeadingBy(before), isHeadingBy(after)];
      for (const [ordinal, { to, rivals }] of align(before, after).entries())
        for (const target of [...to, ...rivals]) expect(there[target]).toBe(here[ordinal]);
    });
  });

  test('of those with one target all are merged, but for one that keeps it.', () => {
    always((before, after) => {
      const found = align(before, after).filter(({ change }) => change !== 'removed' && change !== 'merged');
      const targets = found.flatMap(({ to }) => to);
      expect(new Set(targets).size).toBe(targets.length);
    });
  });

  test('what is merged is in a sentence that another keeps.', () => {
    always((before, after) => {
      const fates = align(before, after);
      const keepers = new Set(fates.flatMap(({ change, to }) => (change === 'edited' ? to : [])));
      for (const { change, to } of fates) if (change === 'merged') expect(keepers).toContain(to[0]);
    });
  });
});
