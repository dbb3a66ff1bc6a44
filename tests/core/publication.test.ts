import { describe, expect, test } from 'vitest';
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

  test.each(['javascript:alert(1)', 'mailto:', 'mailto:a b@example.org', 'ftp://example.org', '/errors'])(
    'cannot be reached at %s.',
    (report) => {
      expect(read(`report: '${report}'`).problems.map(({ id }) => id)).toEqual(['invalid-configuration']);
    },
  );
});

describe('An error in a note is reported', () => {
  test.each([
    ['mailto:errors@example.org', 'mailto:errors@example.org?subject=Error%20in%20the%20note%20cap-600000'],
    [
      'mailto:errors@example.org?cc=desk@example.org',
      'mailto:errors@example.org?cc=desk@example.org&subject=Error%20in%20the%20note%20cap-600000',
    ],
    ['https://example.org/new?title={id}', 'https://example.org/new?title=cap-600000'],
    ['https://example.org/errors', 'https://example.org/errors'],
  ])('at %s', (report, address) => {
    expect(reportAddress({ report }, 'cap-600000')).toBe(address);
  });

  test('nowhere, when no address is configured.', () => {
    expect(reportAddress({}, 'cap-600000')).toBeUndefined();
  });
});
