import { expect, test } from 'vitest';
import {
  noteLink,
  notePath,
  passageLink,
  readingPath,
  sourcePath,
  standingId,
  standingPath,
} from '../../src/core/address.ts';
import { fingerprint, hash } from '../../src/core/hash.ts';

const reading = { slug: 'winter' };

test('Addresses are within the site: no base path, no slash before them, one after a page.', () => {
  expect(readingPath(reading)).toBe('winter/');
  expect(notePath(reading, 'cold')).toBe('winter/notes/cold/');
  expect(sourcePath('the-paper-2025')).toBe('sources/the-paper-2025/');
});

test('A citation link has the fingerprint of what it cites.', () => {
  const cited = hash('A cold winter is coming.');
  expect(passageLink(reading, { anchor: 'p1s1', hash: cited })).toBe(
    `winter/?v=${fingerprint('A cold winter is coming.')}#p1s1`,
  );
  expect(noteLink(reading, { id: 'cold', hash: cited })).toBe(`winter/notes/cold/?v=${cited.slice(0, 7)}`);
});

test('Statements are listed under their reading and status, in ids that neither a heading nor a note can have.', () => {
  expect(standingId(reading, 'supported')).toBe('winter:supported');
  expect(standingPath(reading, 'remark')).toBe(`claims/#${standingId(reading, 'remark')}`);
});

test('An address of another script stays as it is.', () => {
  expect(passageLink({ slug: 'зима' }, { anchor: 'p1', hash: '0123456789' })).toBe('зима/?v=0123456#p1');
});
