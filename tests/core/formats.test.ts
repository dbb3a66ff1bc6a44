import { describe, expect, test } from 'vitest';
import {
  ADDRESSES,
  alternatesOf,
  formatAt,
  nameOf,
  OF_ANNOTATION,
  OF_READING,
  OF_SITE,
  OF_SOURCE,
} from '../../src/core/export/formats.ts';
import { SCHEMAS } from '../../src/core/export/schemas.ts';
import { headerRules, headersFor, rulesFor } from '../../src/core/policy.ts';
import { readSource, RESERVED_KEYS } from '../../src/core/source.ts';
import { TODAY } from './support/reading.ts';

const RULES = headerRules();
const NAMES: Record<string, string> = { reading: 'winter', edition: '1', note: 'cold', source: 'post' };
const every = Object.entries(ADDRESSES).flatMap(([subject, { at, formats }]) =>
  formats.map((format) => ({
    subject,
    format,
    pattern: at + format.file,
    address: at.replace(/:(\w+)/g, (_, name: string) => NAMES[name]!) + format.file,
  })),
);

describe('Every format', () => {
  test.each(every.map((each) => [each.address, each] as const))(
    'at %s is served as what it is, to anybody, by one rule only.',
    (_, { address, format }) => {
      expect(headersFor(address, RULES)).toMatchObject({
        'Content-Type': format.type,
        'Access-Control-Allow-Origin': '*',
      });
      const names = rulesFor(address, RULES).flatMap(({ headers }) => Object.keys(headers));
      expect(names).toEqual([...new Set(names)]);
    },
  );

  test('is found by the route that was made for it.', () => {
    const lists = { reading: OF_READING, annotation: OF_ANNOTATION, source: OF_SOURCE, site: OF_SITE };
    for (const { subject, format, pattern } of every) {
      if (subject === 'edition') continue;
      const list = lists[subject as keyof typeof lists];
      expect(formatAt(list as typeof OF_READING, pattern).file).toBe(format.file);
    }
    expect(() => formatAt(OF_READING, '/[reading]/nothing.xml')).toThrow('/[reading]/nothing.xml');
  });

  test('has a name, a file and an address of its own.', () => {
    expect(new Set(every.map(({ pattern }) => pattern)).size).toBe(every.length);
    for (const { formats } of Object.values(ADDRESSES)) {
      const alternates = alternatesOf(formats, '');
      expect(new Set(alternates.map(({ title }) => title)).size).toBe(alternates.length);
    }
    expect(every.every(({ format }) => /^.+, .+$/.test(nameOf(format)))).toBe(true);
  });

  test('is an alternate of its page, but for what is another thing’s description, and the ledger.', () => {
    const left = OF_READING.filter(
      ({ file }) => !alternatesOf(OF_READING, 'winter/').some(({ href }) => href === `winter/${file}`),
    );
    expect(left.map(({ file }) => file)).toEqual(['figures.csv-metadata.json', 'anchors.json']);
  });
});

describe('A source', () => {
  test('cannot have a name for which two rules would match its data.', () => {
    const stems = new Set(OF_READING.map(({ file }) => file.split('.')[0]!));
    const clashing = [...stems].filter((key) =>
      OF_SOURCE.some(({ file }) => rulesFor(`/sources/${key}${file}`, RULES).length > 2),
    );
    expect(clashing.toSorted()).toEqual(RESERVED_KEYS.toSorted());
    const { problems } = readSource({ path: 'a.yaml', key: 'references', yaml: 'type: book' }, TODAY);
    expect(problems.map(({ id }) => id)).toEqual(['invalid-source-record']);
  });
});

test.each(Object.keys(SCHEMAS))(
  'The schema of %s is data too, and matched by one rule for each header.',
  (name) => {
    const names = rulesFor(`/schemas/${name}.json`, RULES).flatMap(({ headers }) => Object.keys(headers));
    expect(names).toEqual([...new Set(names)]);
    expect(headersFor(`/schemas/${name}.json`, RULES)).toMatchObject({
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': '*',
    });
  },
);
