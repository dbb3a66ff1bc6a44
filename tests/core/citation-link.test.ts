import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLink, type Site } from '../../src/core/citation-link.ts';

const SITE: Site = { slugs: ['peace-deal', 'gärten'], base: '/', hosts: [], isAddressed: false };
const UNDER = { ...SITE, base: '/repo/' };
const ADDRESSED = { ...SITE, hosts: ['postil.example'], isAddressed: true };

/** The parts of a link that were read, without those that are not there. */
function read(written: string, site: Site = SITE): Record<string, unknown> {
  const link = Object.entries(readLink(written, site));
  return Object.fromEntries(
    link.filter(
      ([key, value]) => value !== undefined && value !== false && key !== 'quoted' && key !== 'where',
    ),
  );
}

const CITED = { slug: 'peace-deal', fingerprint: '245b083', anchor: 'p8s2' };

describe('A link to a passage is read', () => {
  test.each<[written: string, read: object, site?: Site]>([
    ['/peace-deal/?v=245b083#p8s2', CITED],
    ['peace-deal/?v=245b083#p8s2', CITED],
    ['/peace-deal?v=245b083#p8s2', CITED],
    ['/peace-deal/index.html?v=245b083#p8s2', CITED],
    ['/Peace-Deal/?v=245b083#p8s2', CITED],
    ['/peace-deal/?utm_source=a&v=245b083&status=2&kind=claim#p8s2', CITED],
    ['/peace-deal/?kind=claim&v=245b083&utm_medium=b&utm_source=%zz#p8s2', CITED],
    ['/peace-deal/?v=245b083#p8s2:~:text=the%20words', CITED],
    ['/peace-deal/?v=245b083#:~:text=the%20words', { slug: 'peace-deal', fingerprint: '245b083' }],
    ['/peace-deal/?v=91da8a6&to=p8s3#p8s2', { ...CITED, fingerprint: '91da8a6', to: 'p8s3' }],
    ['/peace-deal/?to=p8s3&v=91da8a6#p8s2', { ...CITED, fingerprint: '91da8a6', to: 'p8s3' }],
    ['/peace-deal/?v=24%20b#p8s2', { ...CITED, fingerprint: '24 b' }],
    ['/peace-deal/?v=#p8s2', { ...CITED, fingerprint: '' }],
    ['/peace-deal/#kyslytsya-title', { slug: 'peace-deal', anchor: 'kyslytsya-title' }],
    ['/peace-deal/#%C3%BCber-uns', { slug: 'peace-deal', anchor: 'über-uns' }],
    ['/peace-deal/#%zz', { slug: 'peace-deal', anchor: '%zz' }],
    ['/peace-deal/', { slug: 'peace-deal' }],
    ['/g%C3%A4rten/#p1', { slug: 'gärten', anchor: 'p1' }],
    ['/ga%CC%88rten/#p1', { slug: 'gärten', anchor: 'p1' }],
    [
      '/peace-deal/notes/cap-600000/?v=1234567',
      { slug: 'peace-deal', anchor: 'cap-600000', isNote: true, fingerprint: '1234567' },
    ],
    ['/peace-deal/notes/cap-600000.jsonld', { slug: 'peace-deal', anchor: 'cap-600000', isNote: true }],
    ['/peace-deal/editions/2/#p8s2', { slug: 'peace-deal', edition: 2, anchor: 'p8s2' }],
    ['/repo/peace-deal/?v=245b083#p8s2', CITED, UNDER],
    ['/peace-deal/?v=245b083#p8s2', CITED, UNDER],
    ['https://old.example/else/where/peace-deal/?v=245b083#p8s2', { ...CITED, host: 'old.example' }, UNDER],
    [
      'HTTPS://old.example:8080/peace-deal/#p8s2',
      { slug: 'peace-deal', anchor: 'p8s2', host: 'old.example:8080' },
    ],
    ['https://postil.example/peace-deal/?v=245b083#p8s2', CITED, ADDRESSED],
    ['///peace-deal/?v=245b083#p8s2', CITED],
    ['/repo/peace-deal/#p8s2', { slug: 'peace-deal', anchor: 'p8s2' }, UNDER],
    ['/a/b/peace-deal/#p8s2', { slug: 'peace-deal', anchor: 'p8s2' }, { ...SITE, base: '/a/b/' }],
    ['/peace-deal/notes/cap/index.html', { slug: 'peace-deal', anchor: 'cap', isNote: true }],
    ['/peace-deal/notes/a.b/', { slug: 'peace-deal', anchor: 'a.b', isNote: true }],
    ['/peace-deal/editions/123456/', { slug: 'peace-deal', edition: 123_456 }],
    ['/peace-deal/editions/12/index.html', { slug: 'peace-deal', edition: 12 }],
    ['/else/where/peace-deal/editions/2/?v=245b083#p8s2', { ...CITED, edition: 2 }],
  ])('from %s.', (written, expected, site) => {
    expect(readLink(written, site ?? SITE).where).toBe('reading');
    expect(read(written, site)).toEqual(expected);
  });

  test.each<[directive: string, quoted: string[]]>([
    ['text=the%20words', ['the words']],
    ['text=before-,the%20words,-after', ['the words']],
    ['text=from,to', ['from … to']],
    ['text=one&text=two', ['one', 'two']],
    ['text=a%2Cb', ['a,b']],
    ['text=%zz', ['%zz']],
    ['text=before-,-after', []],
    ['text=from,to,more', ['from … to']],
    ['text=from,to&other=x', ['from … to']],
    ['selector(type=X)', []],
  ])('with the words of %s.', (directive, quoted) => {
    expect(readLink(`/peace-deal/#p8s2:~:${directive}`, SITE)).toMatchObject({ anchor: 'p8s2', quoted });
  });
});

describe('What is no link to a reading is told:', () => {
  test.each<[written: string, where: string, site?: Site]>([
    ['/peace-del/?v=245b083#p8s2', 'no-reading'],
    ['/peace-del/#p8s2', 'no-reading'],
    ['https://old.example/peace-del/?v=245b083#p8s2', 'no-reading'],
    ['https://old.example/peace-del/', 'elsewhere'],
    ['https://old.example/archive/peace-deal/', 'elsewhere'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'elsewhere'],
    ['https://old.example/peace-deal/?v=245b083#p8s2', 'elsewhere', ADDRESSED],
    ['https://postil.example/nothing/', 'page', ADDRESSED],
    ['/claims/', 'page'],
    ['/peace-deal/editions/', 'page'],
    ['/peace-deal/anchors.json', 'page'],
    ['/usr/local/bin', 'elsewhere'],
    ['http://[bad', 'nowhere'],
    ['https://', 'nowhere'],
    ['http://a b', 'nowhere'],
    ['mailto:someone@example.org', 'elsewhere'],
    ['see https://old.example/peace-deal/', 'elsewhere'],
    ['', 'elsewhere'],
    ['/', 'elsewhere'],
    ['https://postil.example/', 'page', ADDRESSED],
    ['/else/where/peace-deal/#p8s2', 'no-reading'],
    ['/a/c/peace-deal/#p8s2', 'no-reading', { ...SITE, base: '/a/b/' }],
    ['/peace-deal/notes/', 'page'],
    ['/peace-deal/cite/', 'page'],
    ['/peace-deal/elsewhere/', 'elsewhere'],
    ['/peace-deal/notes/cap/more/', 'elsewhere'],
    ['/peace-deal/notes/cap/index.html/', 'elsewhere'],
    ['/peace-deal/editions/1234567/', 'page'],
    ['/peace-deal/editions/two/', 'page'],
    ['/peace-deal/editions/2a/', 'page'],
    ['/peace-deal/editions/a2/', 'page'],
    ['/peace-deal/.json', 'elsewhere'],
    ['/peace-deal/text.txt.gz', 'elsewhere'],
    ['/peace-deal/a text.txt', 'elsewhere'],
    ['/peace-del/', 'elsewhere'],
    ['/peace-del/?v=245b083', 'no-reading'],
    ['/peace-del/notes/cap/', 'no-reading'],
    ['/peace-del?v=245b083', 'elsewhere'],
    ['/peace-del/a/b/#p1', 'no-reading'],
    ['/peace-del/a/b/c/#p1', 'elsewhere'],
    ['/peace-del/#a1', 'no-reading'],
    ['/peace-del/#part-2', 'elsewhere'],
    ['https://old.example/peace-del/#p8s2', 'elsewhere'],
    ['https://old.example/peace-del/?v=245b083', 'elsewhere'],
    ['https://old.example/peace-del/?v=dQw4w9W#p8s2', 'elsewhere'],
    ['https://old.example/claims/?v=245b083#p8s2', 'elsewhere'],
  ])('%s is %s.', (written, where, site) => {
    expect(readLink(written, site ?? SITE).where).toBe(where);
  });
});

test('Of another site’s link it is told where it would lead here, if to a reading.', () => {
  expect(readLink('https://old.example/peace-deal/?v=245b083#p8s2', ADDRESSED)).toEqual({
    where: 'elsewhere',
    address: 'https://old.example/peace-deal/?v=245b083#p8s2',
    path: '/peace-deal/?v=245b083#p8s2',
  });
  for (const address of [
    'https://old.example/peace-deal/cite/',
    'https://old.example/peace-del/?v=245b083#p1',
  ])
    expect(readLink(address, ADDRESSED)).toEqual({ where: 'elsewhere', address });
});

test('A page is told by its path, undone of its encoding, and a reading that is none by its slug.', () => {
  expect(readLink('/g%C3%A4rten/cite/', SITE)).toEqual({ where: 'page', path: '/gärten/cite/' });
  expect(readLink('/repo/peace-del/#p1', UNDER)).toEqual({ where: 'no-reading', slug: 'peace-del' });
});

test('Nothing that is written makes it throw.', () => {
  const bits = fc.constantFrom(
    'https://',
    '/',
    'peace-deal',
    '?v=',
    '#',
    ':~:text=',
    '%',
    '%zz',
    '[',
    '&',
    'notes',
    'editions',
    '\u0000',
    '\ud800',
    'p8s2',
    '..',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(bits, fc.string()), { maxLength: 12 }), (parts) => {
      readLink(parts.join(''), SITE);
      readLink(parts.join(''), ADDRESSED);
    }),
  );
});
