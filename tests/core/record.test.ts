import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { toBibtex } from '../../src/core/export/bibtex.ts';
import { recordOfAnnotation, recordOfReading } from '../../src/core/export/record.ts';
import { toRis } from '../../src/core/export/ris.ts';
import { readSource } from '../../src/core/source.ts';

const { readings, sources, publication } = readContent();
const reading = readings.find(({ slug }) => slug === 'peace-deal')!;
const site = { root: 'https://example.org/repo/', sources, publication };
const record = recordOfReading(reading, site);

describe('The record of a reading', () => {
  test('is the text’s own, with its address here, its edition, and where it first appeared.', () => {
    const own = sources.get(reading.source)!;
    expect(record).toMatchObject({
      id: 'postil-peace-deal',
      type: own.type,
      title: own.title,
      author: own.author,
      URL: 'https://example.org/repo/peace-deal/',
      edition: '1',
      issued: {
        'date-parts': [
          [2025, 11],
          [2025, 12],
        ],
        circa: true,
      },
    });
    expect(record.note).toContain(own.URL);
    expect(record).not.toHaveProperty('accessed');
  });

  test('has a supplied title in brackets and an inferred date as such, in every form.', () => {
    expect(toBibtex(record)).toContain('date = {2025-11/2025-12~}');
    expect(toBibtex(record)).toContain('title = {[{Russia}’s renewed push for a peace deal with {Ukraine}]}');
    expect(toBibtex(record)).toContain('titleaddon = {edition 1}');
    expect(toBibtex(record)).toMatch(/^@online\{postil-peace-deal,\n/);
    expect(toRis(record)).toContain('DA  - 2025/11//circa, to 2025-12\r\n');
    expect(toRis(record)).toContain('TI  - [Russia’s renewed push for a peace deal with Ukraine]\r\n');
    expect(toRis(record)).toContain('ET  - 1\r\n');
  });

  test('has a key of its own: that of the text’s record stands for what was published elsewhere.', () => {
    expect([...sources.keys()]).not.toContain(record.id);
    const { problems } = readSource(
      { path: 'x.yaml', key: record.id, yaml: 'type: webpage\n' },
      '2026-11-26',
    );
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('`postil-…` is a reading'),
    );
  });

  test('has no address where the site does not know its own.', () => {
    expect(recordOfReading(reading, { ...site, root: '/repo/' })).not.toHaveProperty('URL');
  });

  test('cannot be made where the text has none.', () => {
    expect(() => recordOfReading(reading, { ...site, sources: new Map() })).toThrow(
      `The reading \`peace-deal\` has no record \`${reading.source}\`.`,
    );
  });

  test('says nothing of where it first appeared, and no date, where neither is known.', () => {
    const bare = new Map([
      [reading.source, { key: reading.source, type: 'post-weblog', consulted: true } as const],
    ]);
    const { written: _, ...undated } = reading;
    const made = recordOfReading(undated, { ...site, sources: bare });
    expect(made.note).toBe('Annotated edition 1, Postil; paragraph numbers are Postil’s.');
    expect(made).not.toHaveProperty('issued');
  });

  test('has title, author and date of the reading where its record has none.', () => {
    const bare = new Map([
      [reading.source, { key: reading.source, type: 'post-weblog', consulted: true } as const],
    ]);
    expect(recordOfReading(reading, { ...site, sources: bare })).toMatchObject({
      title: reading.title,
      author: reading.author,
      issued: {
        'date-parts': [
          [2025, 11],
          [2025, 12, 3],
        ],
        circa: true,
      },
    });
  });
});

describe('The record of an annotation', () => {
  const annotation = reading.annotations.find(({ id }) => id === 'kyslytsya-title')!;
  const note = recordOfAnnotation(annotation, { reading }, site);

  test('has the finding for a title, and the words and how they stand in its note.', () => {
    expect(note).toMatchObject({
      id: 'postil-peace-deal:kyslytsya-title',
      type: 'webpage',
      title: 'He had left the UN post in December 2024',
      note: 'Note on “Ukraine’s ambassador to the UN”: contradicted.',
      'container-title': 'Postil, notes to [Russia’s renewed push for a peace deal with Ukraine]',
      URL: 'https://example.org/repo/peace-deal/notes/kyslytsya-title/',
    });
  });

  test('of a remark says so, and only its last full stop is no part of its title.', () => {
    const { status: _, ...others } = annotation;
    const remark = { ...others, finding: 'The U.S. left. It came back.' };
    expect(recordOfAnnotation(remark, { reading }, site)).toMatchObject({
      title: 'The U.S. left. It came back',
      note: 'Note on “Ukraine’s ambassador to the UN”: remark.',
      language: 'en-GB',
    });
  });

  test('is the publisher’s, or else the house’s.', () => {
    const unsigned = recordOfAnnotation(annotation, { reading }, { ...site, publication: {} });
    expect(unsigned).toMatchObject({ author: [{ literal: 'Postil' }] });
    expect(unsigned).not.toHaveProperty('publisher');
    const named = { name: 'The Reader' };
    expect(recordOfAnnotation(annotation, { reading }, { ...site, publication: named })).toMatchObject({
      author: [{ literal: 'The Reader' }],
      'container-title': `The Reader, notes to ${reading.title}`,
    });
    expect(recordOfReading(reading, { ...site, publication: named }).note).toContain(
      'Annotated edition 1, The Reader; paragraph numbers are Postil’s.',
    );
    const publication = { responsible: 'A. Tester', publisher: 'The Press' };
    expect(recordOfAnnotation(annotation, { reading }, { ...site, publication })).toMatchObject({
      author: [{ literal: 'The Press' }],
      publisher: 'The Press',
    });
  });

  test('is one of as many as there are annotations, each with a key of its own that is read again.', () => {
    const keys = reading.annotations.map((each) => {
      const text = toBibtex(recordOfAnnotation(each, { reading }, site));
      return new Cite(text).data[0]!.id;
    });
    expect(new Set(keys).size).toBe(reading.annotations.length);
  });
});
