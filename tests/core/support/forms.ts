import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { parse } from 'csv-parse/sync';
import sax from 'sax';
import { visit } from 'unist-util-visit';
import { expect } from 'vitest';
import {
  type LongText,
  OF_ANNOTATION,
  OF_READING,
  OF_SITE,
  OF_SOURCE,
} from '../../../src/core/export/formats.ts';
import { serializeLedger } from '../../../src/core/ledger-file.ts';
import { illegibleIn } from '../../../src/core/legible.ts';
import { fromMarkdown } from '../../../src/core/markdown.ts';
import { toFeed } from '../../../src/core/metadata/feed.ts';
import { publishFirst } from '../../../src/core/publish.ts';
import { asHtml, asMarkdown } from '../../../src/core/quoted-form.ts';
import type { Reading } from '../../../src/core/reading.ts';
import { citedSources } from '../../../src/core/site.ts';
import type { Source } from '../../../src/core/source.ts';
import { expectHarmlessHtml } from './harmless-html.ts';
import { TODAY } from './reading.ts';

const ROOT = 'https://example.net/';

/** What is published of a reading, file by file. */
function formsOf(
  reading: Reading,
  mdx: string,
  sources: ReadonlyMap<string, Source>,
): { file: string; text: string; records: number }[] {
  const site = { root: ROOT, sources, publication: {} };
  const { ledger } = publishFirst(reading, TODAY);
  const edited = { reading, ledger, files: { ledger: serializeLedger(ledger), mdx } };
  const cited = citedSources(reading);
  const whole = (text: LongText) => (typeof text === 'string' ? text : [...text].join(''));
  return [
    ...OF_READING.map(({ file, serialize }) => ({
      file,
      text: serialize(edited, site),
      records: file.startsWith('references') ? cited.length : 1,
    })),
    ...reading.annotations.flatMap((annotation) =>
      OF_ANNOTATION.map(({ file, serialize }) => ({
        file: `note${file}`,
        text: serialize({ ...edited, annotation }, site),
        records: 1,
      })),
    ),
    ...cited.flatMap((key) =>
      OF_SOURCE.map(({ file, serialize }) => ({
        file: `source${file}`,
        text: serialize(sources.get(key)!, site),
        records: 1,
      })),
    ),
    ...OF_SITE.map(({ file, serialize }) => ({
      file,
      text: whole(serialize([edited], site)),
      records: sources.size,
    })),
    { file: 'feed.xml', text: toFeed([{ reading, ledger }], {}, ROOT), records: 1 },
  ];
}

/** Expects of everything that is published of a reading that it is well-formed, and brings nothing that is not ours. */
export function expectSoundForms(reading: Reading, mdx: string, sources: ReadonlyMap<string, Source>): void {
  for (const { body, evidence, replies } of reading.annotations)
    for (const { html } of [...body, ...evidence, ...replies] as { html?: string }[])
      if (html !== undefined) expectHarmlessHtml(html);
  for (const form of formsOf(reading, mdx, sources)) expectSound(form);
  const quoted = {
    words: reading.text.slice(0, 200),
    language: reading.language,
    link: `${ROOT}test/?v=abcdef0#p1`,
    attribution: reading.title,
  };
  expectHarmlessHtml(asHtml(quoted));
  expectHarmlessMarkdown(asMarkdown(quoted));
}

function expectSound({ file, text, records }: { file: string; text: string; records: number }) {
  expect(text.isWellFormed(), file).toBe(true);
  const ending = /\.\w+$/.exec(file)![0];
  if (/json(?:ld)?$/.test(ending)) expectHarmlessJson(JSON.parse(text));
  else if (ending === '.csv') expectRectangular(text);
  else if (ending === '.xml') expectXml(text);
  else if (ending === '.bib' || ending === '.ris') expectRecords(file, text, records);
  else if (ending === '.md') expectHarmlessMarkdown(text);
}

/** In JSON-LD a body that says it is HTML is shown as such by whoever reads it. */
function expectHarmlessJson(value: unknown) {
  if (typeof value !== 'object' || value === null) return;
  const { format, value: body } = value as { format?: unknown; value?: unknown };
  if (format === 'text/html' && typeof body === 'string') expectHarmlessHtml(body);
  for (const each of Object.values(value)) expectHarmlessJson(each);
}

function expectRectangular(csv: string) {
  const rows: string[][] = parse(csv);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
}

function expectXml(xml: string) {
  // Which characters XML can have, sax does not ask.
  expect(illegibleIn(xml)).toBeUndefined();
  const parser = sax.parser(true);
  parser.onerror = (error: Error) => {
    throw error;
  };
  parser.write(xml).close();
}

function expectRecords(file: string, text: string, records: number) {
  // Which of them it is, it would guess by what is in it.
  const forceType = file.endsWith('.ris') ? '@ris/file' : '@biblatex/text';
  expect(new Cite(text, { forceType }).data.length, `${file}\n${text.slice(0, 1000)}`).toBe(records);
}

function expectHarmlessMarkdown(markdown: string) {
  visit(fromMarkdown(markdown), (node) => {
    // The names of passages stand between the lines, for who edits it.
    if (node.type === 'html') expect(node.value).toMatch(/^<!-- [\p{L}\p{M}\p{N}_ -]+ -->$/u);
    if (node.type === 'link' || node.type === 'definition')
      // Of words that are an address a reader of Markdown makes a link, whatever signs are in it.
      expect(node.url).toMatch(/^(?:https?:\/\/|mailto:|xmpp:|#|\/)/i);
  });
}
