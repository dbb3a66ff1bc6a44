import { describe, expect, test } from 'vitest';
import { align, type AlignedBlock } from '../../src/core/alignment.ts';
import { edition } from './support/editions.ts';

/** Each sentence's fate in short: `kept 0`, `edited 3 moved`, `split 1 2`, `removed`, `ask kept 4`. */
function fatesOf(before: readonly AlignedBlock[], after: readonly AlignedBlock[]): string[] {
  return align(before, after).map(({ change, to, moved, ask }) =>
    [ask ? 'ask' : '', change, ...to, moved ? 'moved' : ''].filter((word) => word !== '').join(' '),
  );
}

const harbour = [
  '# The harbour',
  'The harbour froze in the first week of January. | Nobody in the town could remember such a winter. | Two ships from Riga lay fast beside the mole.',
  'Their crews walked ashore over the ice. | The mayor had soup cooked for them in the market hall. | It was paid for by a collection among the merchants.',
  '# The thaw',
  'On the ninth of March the wind turned to the south. | By the evening of the next day the basin was open. | The ships left together and were not seen again.',
];

/** The harbour with some of its words in others. */
const changed = (...changes: readonly (readonly [from: string, to: string])[]) =>
  edition(
    ...harbour
      .map((line) => changes.reduce((sofar, [from, to]) => sofar.replace(from, () => to), line))
      .filter((line) => line !== ''),
  );

const before = edition(...harbour);
const kept = Array.from({ length: 11 }, (_, ordinal) => `kept ${ordinal}`);
const keptBut = (fates: Record<number, string>) => kept.map((fate, ordinal) => fates[ordinal] ?? fate);

describe('A sentence', () => {
  test('is kept where nothing changed.', () => {
    expect(fatesOf(before, before)).toEqual(kept);
  });

  test('is kept where only its white space and the form of its letters changed.', () => {
    const after = changed(['in the first week', 'in  the\nfirst week'], ['Riga', 'Rīga']);
    const decomposed = after.map((block) => ({
      ...block,
      sentences: block.sentences.map((sentence) => sentence.normalize('NFD')),
    }));
    expect(fatesOf(changed(['Riga', 'Rīga']), decomposed)).toEqual(kept);
  });

  test('is edited where a word changed, or most did in its place.', () => {
    const after = changed(
      ['first week', 'second week'],
      [
        'The mayor had soup cooked for them in the market hall.',
        'The mayor let them eat in the market hall.',
      ],
    );
    expect(fatesOf(before, after)).toEqual(keptBut({ 1: 'edited 1', 5: 'edited 5' }));
  });

  test('is edited where it got longer, and where it was cut short.', () => {
    const after = changed(
      [
        'Their crews walked ashore',
        'Their crews, who had not set foot on land for more than five weeks, walked ashore',
      ],
      ['The ships left together and were not seen again.', 'The ships left together.'],
    );
    expect(fatesOf(before, after)).toEqual(keptBut({ 4: 'edited 4', 10: 'edited 10' }));
  });

  test('is split where two say it, and goes to the one that has more of it.', () => {
    const joined = changed([
      'Their crews walked ashore over the ice. | The mayor',
      'Their crews walked ashore over the ice, and the mayor',
    ]);
    expect(fatesOf(joined, before)).toEqual([
      ...kept.slice(0, 4),
      'split 5 4',
      ...[6, 7, 8, 9, 10].map((ordinal) => `kept ${ordinal}`),
    ]);
  });

  test('is merged into the one that has more of the new sentence.', () => {
    const after = changed([
      'Their crews walked ashore over the ice. | The mayor had soup cooked for them in the market hall.',
      'Their crews walked ashore over the ice, and the mayor had soup cooked for them in the market hall.',
    ]);
    expect(fatesOf(before, after)).toEqual(
      keptBut({
        4: 'merged 4',
        5: 'edited 4',
        ...Object.fromEntries([6, 7, 8, 9, 10].map((ordinal) => [ordinal, `kept ${ordinal - 1}`])),
      }),
    );
  });

  test('is merged over the end of a paragraph.', () => {
    const after = changed(
      [' | Two ships from Riga lay fast beside the mole.', ''],
      ['Their crews walked', 'Two ships from Riga lay fast beside the mole, and their crews walked'],
    );
    expect(fatesOf(before, after).slice(3, 6)).toEqual(['edited 3', 'merged 3', 'kept 4']);
  });

  test('is split over the end of a paragraph.', () => {
    const joined = changed(
      [' | Two ships from Riga lay fast beside the mole.', ''],
      ['Their crews walked', 'Two ships from Riga lay fast beside the mole, and their crews walked'],
    );
    expect(fatesOf(joined, before)[3]).toBe('split 3 4');
  });

  test('is not merged into a part of one that was divided.', () => {
    const [ships, soup] = [
      'The ships left together at dawn',
      'the mayor had hot soup cooked for all the crews',
    ];
    const whole = edition('It was March.', `Dogs barked. | ${ships}, and ${soup}.`, 'Nobody came.');
    const parts = edition('It was March.', `${ships}. | And ${soup}, and dogs barked.`, 'Nobody came.');
    expect(fatesOf(whole, parts)).toEqual(['kept 0', 'removed', 'split 2 1', 'kept 3']);
  });

  test('is removed where nothing of it is left.', () => {
    const after = changed([' | Nobody in the town could remember such a winter.', '']);
    expect(fatesOf(before, after)).toEqual(
      kept.map((fate, ordinal) => (ordinal < 2 ? fate : ordinal === 2 ? 'removed' : `kept ${ordinal - 1}`)),
    );
  });

  test('is moved where it stands elsewhere, and what stayed is not.', () => {
    const sentence = ' | The mayor had soup cooked for them in the market hall.';
    const after = changed([sentence, ''], ['the basin was open.', `the basin was open.${sentence}`]);
    const fates = fatesOf(before, after);
    expect(fates[5]).toBe('kept 9 moved');
    expect(fates.filter((fate) => fate.includes('moved'))).toHaveLength(1);
  });

  test('is found where it was moved and edited.', () => {
    const after = changed(
      [' | The mayor had soup cooked for them in the market hall.', ''],
      [
        'the basin was open.',
        'the basin was open. | The mayor had hot soup cooked for all of them in the market hall.',
      ],
    );
    expect(fatesOf(before, after)[5]).toBe('edited 9 moved');
  });

  test('is moved with its whole section.', () => {
    const after = edition(...harbour.slice(3), ...harbour.slice(0, 3));
    const fates = align(before, after);
    expect(fates.map(({ to }) => to[0])).toEqual([4, 5, 6, 7, 8, 9, 10, 0, 1, 2, 3]);
    expect(fates.filter(({ moved }) => moved)).toHaveLength(4);
    expect(fates.every(({ change, ask }) => change === 'kept' && !ask)).toBe(true);
  });

  test('is never a heading, nor a heading a sentence.', () => {
    const after = edition('The harbour', harbour[1]!, harbour[2]!, '# The thaw', harbour[4]!);
    expect(fatesOf(before, after)[0]).toBe('removed');
  });
});

describe('What the prototype had wrong:', () => {
  test('a copy elsewhere does not take the anchor of a sentence that lost its full stop.', () => {
    const after = changed(
      ['such a winter.', 'such a winter'],
      ['were not seen again.', 'were not seen again. | Nobody in the town could remember such a winter.'],
    );
    expect(fatesOf(before, after)).toEqual(keptBut({ 2: 'edited 2' }));
  });

  test('short lines that are repeated stay where they are, though one is added before them and one is cut.', () => {
    const steps = (lines: readonly string[]) => edition(...lines.flatMap((line) => [line, 'Click Save.']));
    const five = [
      'Choose the name of the harbour.',
      'Enter how many ships there are.',
      'Say how thick the ice is today.',
      'Give the direction of the wind.',
      'Upload a picture of the basin.',
    ];
    const after = steps(['Open the form in your browser.', ...five.filter((_, index) => index !== 2)]);
    const fates = fatesOf(steps(five), after);
    expect([0, 2, 6, 8].map((ordinal) => fates[ordinal])).toEqual([2, 4, 6, 8].map((to) => `kept ${to}`));
    expect(fates[4]).toBe('removed');
    // Which of the two around the step that was cut is gone, nobody can tell.
    expect([fates[3], fates[5]].sort()).toEqual(['kept 5', 'removed']);
    expect([1, 7, 9].map((ordinal) => fates[ordinal])).toEqual(['kept 3', 'kept 7', 'kept 9']);
  });

  test('of two copies of a block each stays with what stands around it.', () => {
    const copy = 'Attach the receipt. | Upload one at a time. | Click Done once it is there.';
    const two = edition('# Hotels', 'Add the nights.', copy, '# Trains', 'Add the journeys.', copy);
    const swapped = edition('# Trains', 'Add the journeys.', copy, '# Hotels', 'Add the nights.', copy);
    expect(align(two, swapped).map(({ to }) => to[0])).toEqual([5, 6, 7, 8, 9, 0, 1, 2, 3, 4]);
  });

  test('of two copies of a block the one that is left is the one that the rest says.', () => {
    const copy = 'Attach the receipt. | Upload one at a time. | Click Done once it is there.';
    const two = edition(
      '# Hotels',
      'Add the nights.',
      copy,
      '# Trains',
      'Add the journeys.',
      copy,
      'Send the form.',
    );
    const one = edition('# Trains', 'Add the journeys.', copy, 'Send the form.');
    expect(align(two, one).map(({ to }) => to[0])).toEqual([...Array<undefined>(5), 0, 1, 2, 3, 4, 5]);
  });

  test('a removed sentence is removed, though one like it is left, which has its own.', () => {
    const text = (...more: string[]) =>
      edition(
        '# Prices',
        ['A ticket for one day costs four crowns.', ...more, 'Children travel free.'].join(' | '),
      );
    const ofWeek = 'A ticket for one week costs nine crowns.';
    expect(fatesOf(text(ofWeek), text())).toEqual(['kept 0', 'kept 1', 'removed', 'kept 2']);
  });

  test('a paragraph that was written anew in its place is gone, and its neighbours are not.', () => {
    const after = edition(
      ...harbour.slice(0, 2),
      'Prices for bread doubled within days. | A decree of the council fixed them again.',
      ...harbour.slice(3),
    );
    expect(fatesOf(before, after).slice(3, 8)).toEqual(['kept 3', 'removed', 'removed', 'removed', 'kept 6']);
  });

  test('where nothing tells which of several lines one became, it asks.', () => {
    const text = (...lines: string[]) => edition('# Listings', ...lines);
    const one = text('Old words that nobody needs.', 'Filename: main.rs', 'Something else was here.');
    const three = text(
      'All of this has been written anew.',
      'Filename: main.rs',
      'This too is wholly different now.',
      'Filename: main.rs',
      'And so it goes on to the very end.',
    );
    const fate = align(one, three)[2]!;
    expect(fate).toMatchObject({ change: 'kept', ask: true });
    expect([...fate.to, ...fate.rivals].sort()).toEqual([2, 4]);
  });
});

describe('Between two sentences that are found', () => {
  /** Words of many sentences, each of which has more in common with the one that is looked for than what it became. */
  const COMMON = 'bread butter cheese honey onion pepper radish salad turnip walnut yeast garlic';
  const recipes = Array.from({ length: 20 }, (_, index) => `Recipe${index}a: ${COMMON} recipe${index}b.`);
  const [opening, end] = ['Everybody came to the market early.', 'Nobody was left there at nightfall.'];
  const cut = 'Pilots, sailors, divers, anglers.';
  const text = (...lines: string[]) => edition(opening, ...lines, end, ...recipes);
  const long = text(`${cut.slice(0, -1)}, ${COMMON}.`);
  const others = (count: number) => Array.from({ length: count }, (_, index) => `Xx${index}xx yy${index}yy.`);

  test.each<[string, string[], string]>([
    ['one is looked for, however many others share more with it', [cut], 'edited 1'],
    ['one is looked for where there are eight, be it the first', [cut, ...others(7)], 'edited 1'],
    ['one is looked for where there are eight, be it the last', [...others(7), cut], 'edited 8'],
    ['one is not looked for where there are more', [cut, ...others(8)], 'removed'],
    ['one is no heading', [`# ${cut}`], 'removed'],
    ['one is not looked for where there is none', [], 'removed'],
  ])('%s.', (_, lines, fate) => {
    const fates = fatesOf(long, text(...lines));
    expect(fates[1]).toBe(fate);
    expect(fates.filter((each) => each.startsWith('kept'))).toHaveLength(22);
  });

  test('one is not looked for outside of them.', () => {
    expect(fatesOf(long, edition(cut, opening, end, ...recipes))[1]).toBe('removed');
    expect(fatesOf(long, edition(opening, end, cut, ...recipes))[1]).toBe('removed');
  });

  test('one is looked for at the beginning and at the end of a text.', () => {
    const [whole] = long[1]!.sentences;
    expect(fatesOf(edition(whole!, opening, ...recipes), edition(cut, opening, ...recipes))[0]).toBe(
      'edited 0',
    );
    expect(fatesOf(edition(opening, ...recipes, whole!), edition(opening, ...recipes, cut))[21]).toBe(
      'edited 21',
    );
  });
});

describe('It needs no language:', () => {
  test('Ukrainian, with its endings.', () => {
    const text = edition(
      '# Гавань',
      'Гавань замерзла в перший тиждень січня. | Ніхто в місті не міг пригадати такої зими. | Два кораблі з Риги стояли біля молу.',
      'Їхні команди зійшли на берег по льоду. | Міський голова наказав зварити для них юшку в ринковій залі.',
    );
    const after = edition(
      '# Гавань',
      'Гавань замерзла у перші тижні січня. | Ніхто у містах не міг пригадати таких зим. | Два кораблі з Риги стояли біля молу.',
      'Міський голова наказав зварити юшку для команд у ринковій залі. | Їхні команди зійшли на берег по льоду.',
    );
    expect(fatesOf(text, after)).toEqual([
      'kept 0',
      'edited 1',
      'edited 2',
      'kept 3',
      'kept 5',
      'edited 4 moved',
    ]);
  });

  test('Japanese, without spaces.', () => {
    const text = edition(
      '# 港',
      '港は一月の最初の週に凍りついた。 | 町の誰もそのような冬を覚えていなかった。 | リガから来た二隻の船が防波堤のそばで動けなくなった。',
      '乗組員は氷の上を歩いて上陸した。 | 市長は市場の広間で彼らのためにスープを作らせた。',
    );
    const after = edition(
      '# 港',
      '港は一月の第二週に凍りついた。 | リガから来た二隻の船が防波堤のそばで動けなくなった。',
      '乗組員は氷の上を歩いて上陸し、市長は市場の広間で彼らのためにスープを作らせた。',
      '当時、町の誰もそのような厳しい冬を覚えていなかった。',
    );
    expect(fatesOf(text, after)).toEqual([
      'kept 0',
      'edited 1',
      'edited 4 moved',
      'kept 2',
      'merged 3',
      'edited 3',
    ]);
  });

  test('Chinese, split and edited.', () => {
    const text = edition(
      '港口在一月的第一个星期结冰了。 | 城里没有人记得有过这样的冬天，两艘来自里加的船被困在防波堤旁边。 | 船员们踏着冰走上岸。',
    );
    const after = edition(
      '港口在二月的第一个星期就结冰了。 | 城里没有人记得有过这样的冬天。 | 两艘来自里加的船被困在防波堤旁边。 | 船员们踏着冰走上岸。',
    );
    expect(fatesOf(text, after)).toEqual(['edited 0', 'split 2 1', 'kept 3']);
  });

  test('Thai, whose sentences are one run of letters.', () => {
    const text = edition(
      'ท่าเรือกลายเป็นน้ำแข็งในสัปดาห์แรกของเดือนมกราคม | ไม่มีใครในเมืองจำฤดูหนาวเช่นนี้ได้ | ลูกเรือเดินขึ้นฝั่งบนน้ำแข็ง',
    );
    const after = edition('ลูกเรือเดินขึ้นฝั่งบนน้ำแข็งหนา | ท่าเรือกลายเป็นน้ำแข็งในสัปดาห์ที่สองของเดือนมกราคม');
    expect(align(text, after).map(({ change, to }) => [change, ...to])).toEqual([
      ['edited', 1],
      ['removed'],
      ['edited', 0],
    ]);
  });

  test('sentences of signs alone.', () => {
    const text = edition('* * *', 'The wind turned to the south.', '—');
    const after = edition('* * *', 'The wind turned to the north.', 'The basin was open.', '—');
    expect(fatesOf(text, after)).toEqual(['kept 0', 'edited 1', 'kept 3']);
  });
});
