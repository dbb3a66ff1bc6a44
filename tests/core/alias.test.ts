import { describe, expect, test } from 'vitest';
import { faultsOfAliases, readAliases } from '../../src/core/alias.ts';
import { readSource } from '../../src/core/source.ts';
import { read, TODAY } from './support/reading.ts';

const mark = (attributes: string, evidence = '') =>
  `The <Claim id="a" status="opinion" checked="${TODAY}" ${attributes}>envoy Kyslytsya</Claim> said so.\n\n` +
  `[^a]: He did.\n\n    <Evidence source="earlier" bearing="context" lang="uk" rendering="Said Hayovyshyn" ${evidence}>Сказала Гайовишин</Evidence>\n`;

const problemsOf = (body: string) =>
  read(body).problems.map(({ id, message, position }) => [id, message, position] as const);

describe('Other spellings', () => {
  test('stand in a mark’s attribute with semicolons between.', () => {
    expect(readAliases('Kislitsa; Кислица ;Yuri Ushakov')).toEqual(['Kislitsa', 'Кислица', 'Yuri Ushakov']);
    expect(readAliases(undefined)).toEqual([]);
  });

  test('are kept with the annotation and with the evidence, and change nothing that it says.', () => {
    const { reading, problems } = read(mark('aliases="Kislitsa; Кислица"', 'aliases="Gayovishin"'));
    const plain = read(mark('')).reading.annotations[0]!;
    const [annotation] = reading.annotations;
    expect(problems).toEqual([]);
    expect(annotation!.aliases).toBe('Kislitsa; Кислица');
    expect(annotation!.evidence[0]!.aliases).toBe('Gayovishin');
    expect(annotation!.hash).toBe(plain.hash);
    expect(reading.text).toBe('The envoy Kyslytsya said so.');
  });

  test.each([
    ['blank', ['A', ' ', 'B']],
    ['blank', ['–']],
    ['repeated', ['Kislitsa', 'KISLÍTSA']],
    ['idle', ['Kyslytsya']],
    ['idle', ['the envoy’s']],
  ])('are %s: %j', (fault, aliases) => {
    expect(faultsOfAliases(aliases, ['Said the envoy Kyslytsya.'], 'en')).toContain(fault);
  });

  test('may be a part of a word that is there, or its words in another order.', () => {
    const there = ['Said the envoy Kyslytsya.'];
    expect(faultsOfAliases(['Kysly', 'Kyslytsya envoy'], there, 'en')).toEqual([undefined, undefined]);
  });
});

describe('It is told', () => {
  test.each([
    [
      'where one is empty',
      'aliases="A;;B"',
      '',
      'invalid-attribute',
      '`aliases="A;;B"` of <Claim> has a spelling without letters.',
    ],
    [
      'where one is there twice',
      'aliases="A; a"',
      '',
      'invalid-attribute',
      '`aliases="A; a"` of <Claim> has a spelling twice.',
    ],
    [
      'where the marked words have it',
      'aliases="Kyslytsya"',
      '',
      'idle-attribute',
      '`Kyslytsya` is no other spelling: it stands in the words of the mark `a`.',
    ],
    [
      'where the rendering of evidence has it',
      '',
      'aliases="Hayovyshyn"',
      'idle-attribute',
      '`Hayovyshyn` is no other spelling: it stands in the words of the evidence from `earlier`.',
    ],
  ])('%s.', (_, attributes, evidence, id, message) => {
    expect(problemsOf(mark(attributes, evidence))).toEqual([
      [id, message, expect.objectContaining({ line: expect.any(Number) as number })],
    ]);
  });

  test.each([
    ['blank', '[Правда, "–"]', 'a spelling with letters'],
    ['twice there', '[Правда, правда]', 'a spelling that is not given before'],
    ['in the title', '[Kyivska Pravda]', 'a spelling that the record does not have itself'],
    ['in an author’s name', '[ann smith]', 'a spelling that the record does not have itself'],
  ])('of a record, where one is %s.', (_, aliases, wanted) => {
    const yaml = `type: webpage\ntitle: The Kyivska Pravda\nauthor: [{ given: Ann, family: Smith }]\naliases: ${aliases}\n`;
    const { source, problems } = readSource({ path: 'a.yaml', key: 'a', yaml }, TODAY);
    expect(source).toBeUndefined();
    expect(problems.map(({ id, message }) => `${id}: ${message}`)).toEqual([
      expect.stringContaining(`invalid-source-record: \`aliases\` should be ${wanted}`),
    ]);
  });

  test('nothing, where a record is to be found under others.', () => {
    const yaml = 'type: webpage\ntitle: Kyivska Pravda\naliases: [Київська правда]\n';
    const { source, problems } = readSource({ path: 'a.yaml', key: 'a', yaml }, TODAY);
    expect(problems).toEqual([]);
    expect(source?.aliases).toEqual(['Київська правда']);
  });
});
