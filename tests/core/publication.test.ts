import { describe, expect, test } from 'vitest';
import { editorsOf, siteName } from '../../src/core/site-name.ts';
import { readPublication, reportAddress } from '../../src/core/publication.ts';

const read = (yaml: string) => readPublication({ path: 'site.yaml', yaml });

describe('Who answers for a site', () => {
  test('is read from its file.', () => {
    const { publication, problems } = read('publisher: The Desk\nreport: mailto:errors@example.org\n');
    expect(publication).toEqual({ publisher: 'The Desk', report: 'mailto:errors@example.org' });
    expect(problems).toEqual([]);
  });

  test.each(['', '# publisher: nobody yet\n\n  # report: …\n'])('is not given by %j.', (yaml) => {
    expect(read(yaml)).toEqual({ publication: {}, problems: [] });
  });

  test.each([
    'javascript:alert(1)',
    'mailto:',
    'mailto:a b@example.org',
    'mailto:errors@example.org?subject=Hello',
    'ftp://example.org/{id}',
    '/errors/{id}',
    'https:///?{id}',
    'https://example.org/errors',
  ])('cannot be reached at %s.', (report) => {
    expect(read(`report: '${report}'`).problems.map(({ id }) => id)).toEqual(['invalid-configuration']);
  });

  test.each(['mailto:errors@example.org', 'https://example.org/?title={id}', 'http://example.org/{id}'])(
    'can be reached at %s.',
    (report) => {
      expect(read(`report: '${report}'`)).toEqual({ publication: { report }, problems: [] });
    },
  );
});

describe('An error in a note is reported', () => {
  test.each([
    ['mailto:errors@example.org', 'mailto:errors@example.org?subject=Error%20in%20the%20note%20cap-600000'],
    ['https://example.org/new?title={id}', 'https://example.org/new?title=cap-600000'],
    ['https://example.org/{id}?title={id}', 'https://example.org/cap-600000?title=cap-600000'],
  ])('at %s', (report, address) => {
    expect(reportAddress({ report }, 'cap-600000')).toBe(address);
  });

  test('with the letters of an id that an address cannot have in its own way.', () => {
    expect(reportAddress({ report: 'https://example.org/?title={id}' }, 'київ')).toBe(
      'https://example.org/?title=%D0%BA%D0%B8%D1%97%D0%B2',
    );
  });

  test('nowhere, when no address is configured.', () => {
    expect(reportAddress({}, 'cap-600000')).toBeUndefined();
  });
});

test('A site is called by its own name, or by that of the software; its notes are its publisher’s, or its own.', () => {
  const { publication } = read('name: The Annotated Herald\n');
  expect([siteName(publication), editorsOf(publication)]).toEqual(Array(2).fill('The Annotated Herald'));
  expect([siteName({}), editorsOf({})]).toEqual(['Postil', 'Postil']);
  expect(editorsOf({ ...publication, publisher: 'The Herald' })).toBe('The Herald');
});
