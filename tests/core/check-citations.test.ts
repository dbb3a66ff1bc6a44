import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerInText, holds, ruleOf, summaryOf } from '../../src/core/answer.ts';
import { type Checked, citationChecker } from '../../src/core/check-citations.ts';
import { findCitations } from '../../src/core/citation-finder.ts';
import type { Site } from '../../src/core/citation-link.ts';
import { shorten } from '../../src/core/fingerprint.ts';
import { fingerprint, hash } from '../../src/core/hash.ts';
import type { Published } from '../../src/core/published.ts';
import { HARBOUR, ledgerWith, noteThatSaid } from './support/published.ts';

const SITE: Site = { slugs: ['harbour', 'quay'], base: '/', hosts: [], isAddressed: false };
const check = citationChecker([HARBOUR]);

function checked(text: string, checker = check, site = SITE): Checked[] {
  return findCitations(text, site, { quotations: true, lines: true }).map(checker);
}

/** What is said of one citation. */
const said = (text: string, checker = check, site = SITE) =>
  checked(text, checker, site).map(answerInText).join('\n');

const v = (words: string) => fingerprint(words);
const both = (...words: string[]) => shorten(hash(words.join(' ')));

test('Of a range it is said where one of its sentences has moved.', () => {
  const [first, second] = ['The pilots went out by night.', 'The lamps were lit at five.'];
  const before = [{ anchor: 'p1' }, { anchor: 'p1s1', text: first }, { anchor: 'p1s2', text: second }];
  const now = [
    ...before.slice(0, 2),
    { anchor: 'p2', edition: 2 },
    { anchor: 'p2s1', edition: 2, text: 'It blew.' },
    { anchor: 'p1s2', text: second, moves: [{ edition: 2, from: 'p1' }] },
  ];
  const quay = { ...HARBOUR, slug: 'quay', earlier: [ledgerWith(1, before)], ledger: ledgerWith(2, now) };
  const [answer] = checked(`/quay/?v=${both(first, second)}&to=p1s2#p1s1`, citationChecker([quay]));
  expect(answer && answerInText(answer)).toBe(
    'Moved since it was cited, in whole or in part, its words unchanged. ¶1, sentence 1 to ¶2, sentence 1.2, edition 1.',
  );
});

describe('Of a link it is said', () => {
  const [one, old, now] = [
    'The harbour was closed by ice in the winter of 1911.',
    'No ship was turned back by any pilot.',
    'No ship was turned away by the pilots.',
  ];
  test.each<[link: string, finding: string, words: string]>([
    [`/harbour/?v=${v(one)}#p1s1`, 'same', 'Unchanged since it was cited. ¶1, sentence 1, edition 1.'],
    [`/harbour/?v=${v(now)}#p1s2`, 'same', 'Unchanged since it was cited. ¶1, sentence 2, edition 2.'],
    [
      `/harbour/?v=${v(now).toUpperCase()}#p1s2`,
      'same',
      'Unchanged since it was cited. ¶1, sentence 2, edition 2.',
    ],
    [
      `/harbour/?v=${v(old)}#p1s2`,
      'edited',
      'Edited since it was cited, in edition 2, 1 March 2027: ¶1, sentence 2.\nNo ship was turned [-back-]{+away+} by [-any pilot-]{+the pilots+}.',
    ],
    [
      `/harbour/?v=${v('Two of the cranes belonged to the town.')}#p1s3`,
      'moved',
      'Moved since it was cited, its words unchanged. It stands at ¶2, sentence 1.3 since edition 2.',
    ],
    [
      `/harbour/?v=${v('The toll was paid in kind, and the council was not asked.')}#p2s2`,
      'split',
      'Divided since it was cited, in edition 2, 1 March 2027. The sentence is now two: ¶2, sentence 2 and ¶2, sentence 2a.\nThe toll was paid in kind[-, and the -]{+. The +}council was not asked.',
    ],
    [
      `/harbour/?v=${v('They burned all night.')}#p2s4`,
      'merged',
      'Joined to another sentence in edition 2, 1 March 2027. Its words are now in ¶2, sentence 1.',
    ],
    [
      `/harbour/?v=${v('The grain was weighed where it was landed.')}#p2s3`,
      'removed',
      'Removed in edition 2, 1 March 2027. The sentence stood at ¶2, sentence 3. Its last text, in edition 1: “The grain was weighed where it was landed.” Nearest that remains: ¶2, sentence 2.',
    ],
    [
      '/harbour/?v=1234567#p1s1',
      'unknown',
      `Never published with this fingerprint. ¶1, sentence 1 exists and has ${v(one)}.`,
    ],
    [
      `/harbour/?v=${v(one)}#p1s2`,
      'unknown',
      `Never published with this fingerprint. ¶1, sentence 2 exists and has ${v(now)}. The fingerprint is that of ¶1, sentence 1.`,
    ],
    [
      '/harbour/?v=12345#p1s1',
      'malformed',
      `Not a fingerprint: “12345” is not seven hexadecimal digits. ¶1, sentence 1 exists and has ${v(one)}.`,
    ],
    ['/harbour/#p1s1', 'single', 'Unchanged: it has had one wording only. ¶1, sentence 1, edition 1.'],
    [
      '/harbour/#p1s2',
      'untold',
      'It cannot be told without a fingerprint which wording was cited: ¶1, sentence 2 has had two.',
    ],
    ['/harbour/#p9', 'never', 'No such passage. “p9” was never an anchor of this text, in any edition.'],
    [
      '/harbour/',
      'whole',
      'The text as a whole: [What was said of the harbour]. The link names no passage, so that nothing is to be compared.',
    ],
    [
      `/harbour/?v=${v(one)}`,
      'untold',
      'The link has lost its end: it carries a fingerprint and names no passage of [What was said of the harbour]. Its fingerprint is that of ¶1, sentence 1.',
    ],
    [
      `/harbour/?v=${both(one, now)}&to=p1s2#p1s1`,
      'same',
      'Unchanged since it was cited. ¶1, sentences 1 to 2, edition 2.',
    ],
    [
      `/harbour/?v=${both(one, old)}&to=p1s2#p1s1`,
      'edited',
      'One of two sentences changed since the range was cited, ¶1, sentences 1 to 2. Edited since, in edition 2, 1 March 2027: ¶1, sentence 2.\nNo ship was turned [-back-]{+away+} by [-any pilot-]{+the pilots+}.',
    ],
    [
      '/harbour/?v=1234567&to=p1s2#p1s1',
      'unknown',
      `Never published with this fingerprint, in any edition known. ¶1, sentences 1 to 2 as it stands has ${both(one, now)}.`,
    ],
    [
      '/harbour/?to=p1s2#p1s1',
      'untold',
      'It cannot be told without a fingerprint which wording was cited: ¶1, sentences 1 to 2.',
    ],
    [
      '/harbour/?v=1234567&to=p9#p1s1',
      'never',
      'No such passage. “p9” was never an anchor of this text, in any edition.',
    ],
    [
      '/harbour/editions/1/#p1s2',
      'same',
      'Unchanged: edition 1 is kept as it was published. ¶1, sentence 2. It has been edited in a later edition.',
    ],
    [
      `/harbour/editions/1/?v=${v(now)}#p1s2`,
      'unknown',
      `Not the words of that edition. In edition 1 the sentence has ${v(old)}.`,
    ],
    ['/harbour/editions/2/#p2s3', 'never', 'No such passage. Edition 2 has no anchor “p2s3”.'],
    [
      '/harbour/editions/9/#p1s2',
      'never',
      'No edition 9. [What was said of the harbour] has two editions so far.',
    ],
    [
      '/harbour/editions/1/',
      'whole',
      'The text as a whole as it was in edition 1: [What was said of the harbour]. The link names no passage, so that nothing is to be compared.',
    ],
    [
      `/harbour/?v=${v(one)}#p1s1:~:text=by%20ice`,
      'same',
      'Unchanged since it was cited. ¶1, sentence 1, edition 1. The words that the link quotes are whole.',
    ],
    [
      `/harbour/?v=${v(one)}#p1s1:~:text=by%20snow%20in%20the%20winter`,
      'misquoted',
      'Unchanged since it was cited. ¶1, sentence 1, edition 1. The words that the link quotes are not whole in it: “by snow in the winter”.\nby [-snow-]{+ice+} in the winter',
    ],
    [
      `/harbour/?v=${v(old)}#p1s2:~:text=No%20ship,turned`,
      'edited',
      'Edited since it was cited, in edition 2, 1 March 2027: ¶1, sentence 2. The words that the link quotes are still whole.\nNo ship was turned [-back-]{+away+} by [-any pilot-]{+the pilots+}.',
    ],
    ['/harbour/?v=1234567#:~:text=by%20the%20pilots', 'same', 'The quoted words are whole. ¶1, sentence 2.'],
    ['/harbour/#:~:text=Two%20of%20the%20cranes', 'same', 'The quoted words are whole. ¶2, sentence 1.3.'],
    [
      '/harbour/#:~:text=Three%20of%20the%20cranes',
      'misquoted',
      'The quoted words are not whole in the text as it stands: “Three of the cranes”.',
    ],
    [
      `/harbour/notes/harbour-open/?v=${shorten(noteThatSaid('The minutes have it so.', 'supported').hash)}`,
      'same',
      'Unchanged since it was cited. The note on “the harbour”.',
    ],
    [
      `/harbour/?v=${shorten(noteThatSaid('The minutes are silent.', 'contested').hash)}#harbour-open`,
      'changed',
      'Changed since it was cited: The note on “the harbour”. Its status was contested; it is supported.\nThe minutes [-are silent-]{+have it so+}.',
    ],
    [
      '/harbour/#m-cranes',
      'single',
      'Unchanged: it has said the same since it was first published. The note on “the harbour”.',
    ],
    [
      '/harbour/notes/harbour-open/',
      'untold',
      'It cannot be told without a fingerprint what was cited: The note on “the harbour” has said two things.',
    ],
    [
      '/harbour/notes/old-wall/',
      'withdrawn',
      'Withdrawn in edition 2, 1 March 2027: The note on “the harbour”. The sentence is gone. Its last finding: “The wall stood.”',
    ],
    ['/harbour/notes/no-such-note/', 'never', 'No such note. “no-such-note” was never a note to this text.'],
    [
      '/harbor/?v=1234567#p1',
      'no-reading',
      'No such reading: nothing was published here as harbor. Did you mean harbour?',
    ],
    [
      'https://example.net/harbour?p=374',
      'elsewhere',
      'Another site. It is the address where the text was published. Only links to this site can be checked.',
    ],
    [
      'http://example.net/harbour/?p=1',
      'whole',
      'The text as a whole: [What was said of the harbour]. The link names no passage, so that nothing is to be compared. The link is to example.net; only its path was compared.',
    ],
    ['https://www.example.com/', 'elsewhere', 'Another site. Only links to this site can be checked.'],
    ['http://[bad', 'nowhere', 'Not an address. It cannot be read as one; it may have been cut or mistyped.'],
    ['/claims/', 'page', 'A page of this site, and no citation of a text.'],
  ])('%s: %s.', (link, finding, words) => {
    expect(checked(link).map((each) => each.finding)).toEqual([finding]);
    expect(said(link)).toBe(words);
  });

  test('what is new in a paragraph, whose words of an edition are in that edition’s ledger.', () => {
    const [was, now] = ['One. Two.', 'One. Three.'];
    const lines = (second: string) => [
      { anchor: 'p1s1', text: 'One.' },
      { anchor: 'p1s2', text: second },
    ];
    const block = { anchor: 'p1', edition: 2, hash: hash(now), was: [{ hash: hash(was) }] };
    const reading: Published = {
      slug: 'quay',
      title: 'Quay',
      ledger: ledgerWith(2, [block, ...lines('Three.')]),
      earlier: [ledgerWith(1, [{ anchor: 'p1', hash: hash(was) }, ...lines('Two.')])],
      notes: [],
    };
    expect(said(`/quay/?v=${v(was)}#p1`, citationChecker([reading]))).toBe(
      'Edited since it was cited, in edition 2, 1 March 2027: ¶1.\nOne. [-Two-]{+Three+}.',
    );
    expect(said(`/quay/?v=${v(was)}#p1`, citationChecker([{ ...reading, earlier: [] }]))).toBe(
      'Edited since it was cited, in edition 2, 1 March 2027: ¶1.',
    );
  });

  test('where the text was published, where the site knows its own address.', () => {
    const site = { ...SITE, hosts: ['postil.example'], isAddressed: true };
    expect(said('https://www.example.net/harbour/?p=374', check, site)).toMatch(
      /^Another site. It is the address where the text was published./u,
    );
    expect(said(`https://old.example/harbour/?v=${v(one)}#p1s1`, check, site)).toContain(
      `check the path alone: /harbour/?v=${v(one)}#p1s1`,
    );
    expect(said(`https://postil.example/harbour/?v=${v(one)}#p1s1`, check, site)).toBe(
      'Unchanged since it was cited. ¶1, sentence 1, edition 1.',
    );
  });

  test('the same of a range where the ledgers of earlier editions are not known.', () => {
    const alone = citationChecker([{ ...HARBOUR, earlier: [] }]);
    expect(checked(`/harbour/?v=${both(one, now)}&to=p1s2#p1s1`, alone)[0]!.finding).toBe('same');
    expect(checked(`/harbour/?v=${both(one, old)}&to=p1s2#p1s1`, alone)[0]!.finding).toBe('edited');
  });
});

describe('Of a quotation it is said', () => {
  test.each<[words: string, finding: string, said: string]>([
    ['closed by ice in the winter', 'exact', 'Found word for word in ¶1, sentence 1.'],
    ['the winter of 1911. No ship was turned away', 'exact', 'Found word for word in ¶1, sentences 1 to 2.'],
    ['by the pilots. The keeper said', 'exact', 'Found word for word in ¶1, sentence 2 to ¶2, sentence 1.'],
    ['closed … in the winter', 'exact', 'Found word for word, but for words left out, in ¶1, sentence 1.'],
    [
      'closed by ice in the [cold] winter',
      'exact',
      'Found word for word, but for what stands in brackets, in ¶1, sentence 1.',
    ],
    [
      'We kept the lamps lit',
      'exact',
      'Found word for word in ¶2, sentence 1. There it is itself a quotation, of The keeper.',
    ],
    ['The council was not asked', 'exact', 'Found word for word in ¶2, sentence 2a.'],
    ['was turned', 'exact', 'Found word for word in ¶1, sentence 2.'],
    ['sentence', 'exact', 'Found word for word in ¶3.'],
    ['the', 'exact', 'Found word for word in ¶1, sentence 1, and in 8 other places.'],
    ['“What Was Said of the Harbour.”', 'exact', 'The title of [What was said of the harbour].'],
    ['What was said of the harbour', 'exact', 'The title of [What was said of the harbour].'],
    [
      'No ship was turned back',
      'earlier',
      'Found word for word in edition 1 only. Edited since, in edition 2, 1 March 2027: ¶1, sentence 2.\nNo ship was turned [-back-]{+away+} by [-any pilot-]{+the pilots+}.',
    ],
    [
      'The grain was weighed',
      'earlier',
      'Found word for word in edition 1 only. Removed in edition 2, 1 March 2027. The sentence stood at ¶2, sentence 3. Its last text, in edition 1: “The grain was weighed where it was landed.” Nearest that remains: ¶2, sentence 2.',
    ],
    [
      'The minutes have it so. They were printed in spring',
      'exact',
      'Found word for word in the note on “We kept the lamps lit”.',
    ],
    [
      'before the evening bell',
      'exact',
      'Found word for word in an excerpt from a source, in the note on “We kept the lamps lit”.',
    ],
    [
      'The harbour was closed by snow in the winter',
      'near',
      'Found, with a difference in ¶1, sentence 1:\nThe harbour was closed by [-snow-]{+ice+} in the winter',
    ],
    [
      'The grain was counted where it was landed',
      'near',
      'Found, with a difference in ¶2, sentence 3, as it was in edition 1:\nThe grain was [-counted-]{+weighed+} where it was landed',
    ],
    [
      'the lamps were lit after the evening bell',
      'near',
      'Found, with a difference in an excerpt from a source, in the note on “We kept the lamps lit”:\nthe lamps were lit [-after-]{+before+} the evening bell',
    ],
    [
      'closed by ice … turned around by the pilots',
      'near',
      'Found, with a difference in ¶1, sentence 2:\nturned [-around-]{+away+} by the pilots',
    ],
    [
      'turned away by the pilots … closed by ice',
      'near',
      'Found, with a difference: its parts stand in the text, but not in this order, or far from one another.',
    ],
    [
      '“The toll was payed in kind!”',
      'near',
      'Found, with a difference in ¶2, sentence 2:\nThe toll was [-payed-]{+paid+} in kind',
    ],
    ['an agreement both sides can accept', 'missing', 'Not found in any edition. No sentence comes near it.'],
    ['[an] [agreement]', 'missing', 'No words to look for: all of it stands in brackets.'],
  ])('%s: %s.', (words, finding, expected) => {
    expect(checked(words).map((each) => each.finding)).toEqual([finding]);
    expect(said(words)).toBe(expected);
  });

  test('in which of several readings it stands.', () => {
    const quay: Published = {
      slug: 'quay',
      title: 'Quay',
      ledger: ledgerWith(1, [{ anchor: 'p1', text: 'Only here.' }]),
      earlier: [],
      notes: [],
    };
    expect(said('only here', citationChecker([HARBOUR, quay]))).toBe('Found word for word in ¶1 of Quay.');
  });

  test('with links that lead to the words.', () => {
    const [found] = checked('closed by ice');
    expect(found!.words).toContainEqual({
      text: '¶1, sentence 1',
      to: `harbour/?v=${v('The harbour was closed by ice in the winter of 1911.')}#p1s1`,
    });
  });
});

test('The counts are told in a sentence.', () => {
  const of = (...findings: Checked['finding'][]) => summaryOf(findings.map((finding) => ({ finding })));
  expect(of('same', 'exact', 'near', 'unknown', 'missing', 'elsewhere')).toBe(
    'One link unchanged, one quotation exact, one with a difference, three that cannot be confirmed.',
  );
  expect(of('moved', 'single', 'edited', 'removed')).toBe(
    'Two links unchanged, one to words edited since, one to words no longer in the text.',
  );
  expect(of()).toBe('Nothing to check.');
  expect(of(...Array.from({ length: 13 }, () => 'exact' as const))).toBe('Thirteen quotations exact.');
});

test('What holds and what does not is told by the rule too, and what is no citation is neither.', () => {
  expect(['same', 'moved', 'exact'].map((finding) => holds({ finding } as Checked))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['edited', 'untold', 'missing', 'never'].map((finding) => holds({ finding } as Checked))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(holds({ finding: 'elsewhere' })).toBeUndefined();
  expect(['moved', 'split', 'removed', 'never'].map((finding) => ruleOf({ finding } as Checked))).toEqual([
    'same',
    'edited',
    'gone',
    'unknown',
  ]);
});

test('Nothing that is pasted makes it throw.', () => {
  const bits = fc.constantFrom(
    '/harbour/',
    '?v=',
    '1234567',
    '#p1s1',
    '&to=',
    'p2',
    'editions/1/',
    'notes/',
    'harbour-open',
    ' … ',
    '[',
    ']',
    'the harbour',
    '\n',
    '“',
    '”',
    ':~:text=',
    '%',
    '\ud800',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(bits, fc.string()), { maxLength: 15 }), (parts) => {
      for (const answer of checked(parts.join(''))) expect(answerInText(answer)).not.toBe('');
    }),
    { numRuns: 300 },
  );
});
