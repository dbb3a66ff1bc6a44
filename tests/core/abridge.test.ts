import { describe, expect, test } from 'vitest';
import { abridge, type Part, waitingInEnglish } from '../../src/core/abridge.ts';
import type { Annotation, Evidence, NoteParagraph, Since } from '../../src/core/annotation.ts';

type Note = Parameters<typeof abridge>[0];

const note = (more: Partial<Note>): Note => ({
  start: 2000,
  status: 'supported',
  finding: 'It froze.',
  body: [],
  since: [],
  replies: [],
  evidence: [],
  ...more,
});
const piece = (bearing: Evidence['bearing'], excerpt: string, more: Partial<Evidence> = {}): Evidence => ({
  source: 'post',
  bearing,
  excerpt,
  parts: [{ text: excerpt, decisive: false }],
  later: false,
  ...more,
});
const later = (text: string): Since => ({ date: '2026-01', source: 'later', text });
const paragraph = (text: string): NoteParagraph => ({ text, html: `<p>${text}</p>` });
const words = (length: number) => 'x'.repeat(length);
const excerpts = ({ evidence }: Part) => evidence.map(({ excerpt }) => excerpt);
const told = ({ body }: Part) => body.map(({ html }) => html);

test('At the beginning of a text, where no note can grow upward, less stands open.', () => {
  const evidence = [piece('contradicts', words(250)), piece('supports', words(250))];
  const open = (start: number) => abridge(note({ start, status: 'contested', evidence })).open.evidence;
  expect(open(2000)).toEqual(evidence);
  expect(open(100)).toEqual(evidence.slice(0, 1));
});

test('A short note stands open whole.', () => {
  const short = note({
    body: [paragraph('Ice was seen. It held.')],
    since: [later('It thawed.')],
    evidence: [piece('supports', 'It froze.')],
  });
  const { open, rest } = abridge(short);
  expect(open).toEqual({ body: short.body, since: short.since, evidence: short.evidence });
  expect(rest).toEqual({ body: [], since: [], evidence: [] });
});

test.each<[Annotation['status'], Evidence['bearing'][], string[]]>([
  ['supported', ['context', 'supports', 'supports'], ['1']],
  ['qualified', ['context', 'supports', 'qualifies'], ['1']],
  ['contradicted', ['supports', 'context', 'contradicts'], ['2']],
  ['contested', ['supports', 'supports', 'contradicts'], ['0', '2']],
  ['contested', ['contradicts', 'context', 'qualifies'], ['0', '2']],
  ['opinion', ['context', 'supports'], ['0']],
  ['unchecked', ['context', 'context'], ['0']],
  [undefined, ['context', 'context'], ['0']],
])(
  'Of a note that is %s, with long excerpts of which each %j, there stand open %j.',
  (status, bearings, expected) => {
    const evidence = bearings.map((bearing, index) => piece(bearing, `${index}${words(200)}`));
    const { open, rest } = abridge(
      note({ ...(status && { status }), evidence, body: [paragraph(words(300))] }),
    );
    expect(excerpts(open).map(([first]) => first)).toEqual(expected);
    expect(open.evidence.length + rest.evidence.length).toBe(bearings.length);
  },
);

describe('What is too long', () => {
  test('waits: of the decisive excerpts the next one stands open, else any that has room.', () => {
    const [long, short, other] = [words(900), words(90), words(91)];
    const decisive = [piece('supports', long), piece('supports', short), piece('context', other)];
    expect(excerpts(abridge(note({ evidence: decisive })).open)).toContain(short);
    expect(excerpts(abridge(note({ evidence: [decisive[0]!, decisive[2]!] })).open)).toEqual([other]);
    expect(excerpts(abridge(note({ evidence: [decisive[0]!] })).open)).toEqual([]);
  });

  test('counts a rendering with its excerpt.', () => {
    const foreign = piece('supports', words(400), { rendering: words(400) });
    expect(abridge(note({ evidence: [foreign] })).rest.evidence).toEqual([foreign]);
  });

  test('is cut between sentences only, and what follows does not stand before it.', () => {
    const [first, second] = [`A${words(200)}.`, `B${words(250)} & more.`];
    const body = [paragraph(`${first} ${second}`), paragraph('Short.')];
    const { open, rest } = abridge(note({ body, evidence: [] }));
    expect(told(open)).toEqual([`<p>${first}</p>`]);
    expect(told(rest)).toEqual([`<p>${second.replace('&', '&#x26;')}</p>`, '<p>Short.</p>']);
    expect([...open.body, ...rest.body].map(({ text }) => text)).toEqual([first, second, 'Short.']);
  });

  test('is not cut where a link or a list is in it.', () => {
    const linked = { text: `One. ${words(600)}`, html: `<p>One. <a href="https://example.org/">x</a></p>` };
    expect(abridge(note({ body: [linked] })).rest.body).toEqual([linked]);
  });

  test('leaves room to a correction and to a reply, which never wait.', () => {
    const evidence = [piece('supports', words(100))];
    const body = [paragraph(words(100))];
    const correction = { was: words(400), is: words(400), why: 'It froze.' };
    const reply = { from: 'A', date: '2026-01-01', text: words(800) };
    expect(abridge(note({ evidence, body }), [correction]).open).toEqual({
      body: [],
      since: [],
      evidence: [],
    });
    expect(abridge(note({ evidence, body, replies: [reply] })).open.evidence).toEqual([]);
  });
});

test('Whatever is written, nothing is lost, doubled or put out of order.', () => {
  for (let length = 1; length < 700; length += 23) {
    const evidence = ['supports', 'context', 'contradicts'].map((bearing, index) =>
      piece(bearing as Evidence['bearing'], `${index}${words(length)}`),
    );
    const since = [later(words(length)), later(words(40))];
    const body = [paragraph(`One ${words(length)}. Two ${words(length)}.`), paragraph('Three.')];
    const { open, rest } = abridge(note({ status: 'contested', evidence, since, body }));
    const all = ({ text }: NoteParagraph) => text;
    expect([...open.body, ...rest.body].map(all).join(' ')).toBe(body.map(all).join(' '));
    expect([...open.since, ...rest.since]).toEqual(since);
    expect([...excerpts(open), ...excerpts(rest)].sort()).toEqual(evidence.map(({ excerpt }) => excerpt));
  }
});

test.each<[string, Partial<Part>, Partial<Part>, boolean?]>([
  ['More on its sources', {}, {}],
  ['Notes on the same dispute', {}, {}, true],
  ['The rest', {}, { body: [paragraph('It held.')] }],
  ['One more excerpt', { evidence: [piece('context', 'a')] }, { evidence: [piece('context', 'b')] }],
  ['Two excerpts', {}, { evidence: [piece('context', 'a'), piece('context', 'b')] }],
  [
    'The rest, what followed, one more excerpt and notes on the same dispute',
    { evidence: [piece('context', 'a')] },
    { body: [paragraph('It held.')], since: [later('It thawed.')], evidence: [piece('context', 'b')] },
    true,
  ],
])('What waits is called “%s”.', (name, open, rest, isInDispute = false) => {
  const none = { body: [], since: [], evidence: [] };
  expect(waitingInEnglish({ open: { ...none, ...open }, rest: { ...none, ...rest } }, isInDispute)).toBe(
    name,
  );
});
