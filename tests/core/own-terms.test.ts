import jsonld, { type ContextDefinition, type JsonLdDocument, type Options } from 'jsonld';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../src/core/annotation.ts';
import { CONTEXT, ownTerms, parseOwnTerms } from '../../src/core/export/own-terms.ts';
import { read } from './support/reading.ts';

/** One annotation with everything that the Web Annotation model has no word for. */
const { annotations } = read(
  [
    '<Figure id="cap" status="qualified" checked="2026-11-22" value="600000" unit="persons" measures="The cap, “proposed”" brief="A cap." differs="Said otherwise." aliases="0,6 млн">600,000 persons</Figure> and <Remark id="plain">more</Remark>.',
    '[^cap]: It was \\{proposed}.',
    '    With *emphasis* & [a link](https://example.org/x).',
    '    - one\n    - two',
    '    <Evidence source="earlier" bearing="qualifies" read="whole" lang="ru" rendering="It “was”." aliases="tak; ne inache">это **было** так, *не* иначе</Evidence>',
    '    <Since date="2026-01-03" source="later">It came.</Since>',
    '    <Reply from="A. B." date="2026-11-10">No.</Reply>',
    '[^plain]: A word.',
  ].join('\n\n'),
).reading;
const [figure, remark] = annotations as [Annotation, Annotation];

/** The one document that the export names and the test cannot fetch: as much of it as makes `id` and `type` known. */
const documentLoader = (url: string) =>
  Promise.resolve({
    documentUrl: url,
    contextUrl: undefined,
    document: { '@context': { id: '@id', type: '@type', Annotation: 'http://www.w3.org/ns/oa#Annotation' } },
  });

/** The library's own types do not know that it can refuse to lose anything. */
const strict: Options.Expand & { safe: boolean } = { documentLoader, safe: true };

describe('Our own terms', () => {
  test('say everything again.', () => {
    const { own } = parseOwnTerms(JSON.parse(JSON.stringify(ownTerms(figure))) as Record<string, unknown>);
    expect(own).toEqual({
      kind: 'figure',
      status: 'qualified',
      checked: '2026-11-22',
      brief: 'A cap.',
      value: '600000',
      unit: 'persons',
      measures: 'The cap, “proposed”',
      differs: 'Said otherwise.',
      aliases: '0,6 млн',
      finding: 'It was {proposed}.',
      body: ['With *emphasis* & [a link](https://example.org/x).', '* one\n\n* two'],
      evidence: [
        {
          record: 'earlier',
          bearing: 'qualifies',
          read: 'whole',
          language: 'ru',
          rendering: 'It “was”.',
          aliases: 'tak; ne inache',
          excerpt: 'это **было** так, не иначе',
        },
      ],
      since: [{ date: '2026-01-03', record: 'later', text: 'It came.' }],
      replies: [{ from: 'A. B.', date: '2026-11-10', text: 'No.' }],
    });
  });

  test('leave out what there is not.', () => {
    expect(ownTerms(remark)).toEqual({ 'postil:kind': 'remark', 'postil:finding': 'A word.' });
    expect(parseOwnTerms({ type: 'Annotation' })).toEqual({});
  });

  test.each([
    ['a kind that is none', { 'postil:kind': 'joke', 'postil:finding': 'F.' }, 'kind'],
    ['no finding', { 'postil:kind': 'remark' }, 'finding'],
    [
      'a bearing that is none',
      {
        'postil:kind': 'remark',
        'postil:finding': 'F.',
        'postil:evidence': [{ 'postil:record': 'a', 'postil:bearing': 'proves', 'postil:excerpt': 'E' }],
      },
      'evidence',
    ],
  ])('that cannot be read are told: %s.', (_, item, field) => {
    const { own, fault } = parseOwnTerms(item);
    expect(own).toBeUndefined();
    expect(fault).toContain(field);
  });

  test('lose nothing when JSON-LD is expanded, and keep the order of lists.', async () => {
    const document = {
      '@context': CONTEXT,
      id: 'https://example.org/test/notes/cap/',
      type: 'Annotation',
      ...ownTerms(figure),
    };
    const expanded = await jsonld.expand(document as unknown as JsonLdDocument, strict);
    const namespace = CONTEXT[1].postil;
    expect(namespace).toMatch(/^urn:uuid:[\da-f-]{36}#$/);
    expect(expanded[0]).toMatchObject({
      '@type': ['http://www.w3.org/ns/oa#Annotation'],
      [`${namespace}kind`]: [{ '@value': 'figure' }],
      [`${namespace}value`]: [{ '@value': '600000' }],
      [`${namespace}body`]: [{ '@list': [{}, { '@value': '* one\n\n* two' }] }],
      [`${namespace}evidence`]: [{ '@list': [{ [`${namespace}bearing`]: [{ '@value': 'qualifies' }] }] }],
    });
    const compacted = await jsonld.compact(expanded, CONTEXT as unknown as ContextDefinition, {
      documentLoader,
    });
    expect(parseOwnTerms(compacted)).toEqual(parseOwnTerms(ownTerms(figure)));
  });
});
