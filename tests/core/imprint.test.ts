import { expect, test } from 'vitest';
import { imprintInEnglish, reportingInEnglish } from '../../src/core/imprint.ts';

test.each([
  [
    {},
    'This copy names no publisher in its configuration, and none is made up. No person responsible for the notes is named either.',
  ],
  [{ publisher: 'The Press' }, 'Published by The Press. No person responsible for the notes is named.'],
  [
    { responsible: 'A. Writer' },
    'This copy names no publisher in its configuration, and none is made up. Responsible for the notes: A. Writer.',
  ],
  [
    { publisher: 'Press Ltd.', responsible: 'A. Writer', address: '1 Street' },
    'Published by Press Ltd. Responsible for the notes: A. Writer. 1 Street.',
  ],
])('Of %j the colophon says: %s', (publication, words) => {
  expect(imprintInEnglish(publication)).toBe(words);
});

test('One can write to an address, and is told where another leads.', () => {
  const says = 'Every note has a link for it, which carries the note’s id';
  expect(reportingInEnglish({ report: 'mailto:errors@example.org' })).toEqual({
    says: `${says}.`,
    mail: 'errors@example.org',
  });
  expect(reportingInEnglish({ report: 'https://example.org/new?title={id}' })).toEqual({
    says: `${says} and leads to example.org.`,
  });
  expect(reportingInEnglish({}).says).toMatch(/^No address for reports is given/);
});
