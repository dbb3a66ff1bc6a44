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
  ])('%s is %s.', (written, where, site) => {
    expect(readLink(written, site ?? SITE).where).toBe(where);
  });
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
