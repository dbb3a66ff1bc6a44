import { describe, expect, test } from 'vitest';
import { shorten } from '../../src/core/fingerprint.ts';
import { fingerprint, hash, noteHash } from '../../src/core/hash.ts';

const SENTENCE =
  'Sergiy Kyslytsya, Ukraine’s ambassador to the UN, told the Financial Times that Washington appeared willing to drop a proposed 600,000-person cap on the Ukrainian armed forces, a restriction that would have severely undermined national defence.';

describe('Fingerprints:', () => {
  test('A published sentence keeps the fingerprint that citations carry.', () => {
    expect(fingerprint(SENTENCE)).toBe('245b083');
  });

  test('The hash is SHA-256, as the standard has it.', () => {
    expect(hash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(shorten(hash('abc'))).toBe(fingerprint('abc'));
  });

  test.each([
    ['lines broken elsewhere', SENTENCE.replaceAll(' ', '\n  ')],
    ['white space around it', ` ${SENTENCE}\r\n`],
    ['decomposed letters', `${SENTENCE} naïve`.normalize('NFD'), `${SENTENCE} naïve`],
  ])('%s does not change it.', (_, written, same = SENTENCE) => {
    expect(hash(written)).toBe(hash(same));
  });

  test.each([
    ['A comma', SENTENCE.replace(',', '')],
    ['A capital letter', SENTENCE.toLowerCase()],
    ['The shape of an apostrophe', SENTENCE.replace('’', "'")],
  ])('%s does.', (_, written) => {
    expect(hash(written)).not.toBe(hash(SENTENCE));
  });
});

describe('The hash of a note:', () => {
  const note = {
    status: 'contested',
    finding: 'Sources differ.',
    body: ['One says so.', 'Another does not.'],
  };

  test('White space does not change it.', () => {
    expect(noteHash({ ...note, finding: ' Sources\ndiffer. ' })).toBe(noteHash(note));
  });

  test.each([
    ['The status', { ...note, status: 'supported' }],
    ['The finding', { ...note, finding: 'Sources agree.' }],
    ['A paragraph of the body', { ...note, body: ['One says so.'] }],
    ['The order of paragraphs', { ...note, body: note.body.toReversed() }],
    [
      'A paragraph made part of the finding',
      { ...note, finding: 'Sources differ. One says so.', body: note.body.slice(1) },
    ],
  ])('%s changes it.', (_, changed) => {
    expect(noteHash(changed)).not.toBe(noteHash(note));
  });
});
