import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { Annotation, Evidence, Words } from '../core/annotation.ts';
import { inWords } from '../core/date.ts';
import type { Block } from '../core/passage.ts';
import type { Reading } from '../core/reading.ts';
import { shortName, type Source } from '../core/source.ts';
import { capitalized } from '../core/tally.ts';

/**
 * The floor under a reading's page: what somebody writes by hand who wants to have the same words read, in elements that
 * say what they are and with no attributes but `href`, `id` and `lang`.
 */

/** At most one kilobyte. */
const STYLE = `:root{color-scheme:light dark}body{max-width:36em;margin:2em auto;padding:0 1em;font:1.1em/1.5 Georgia,serif}h1{line-height:1.2}sup{line-height:0}ol{padding-left:1.5em;font:.85em/1.4 system-ui,sans-serif}blockquote{margin:.5em 1em;font-style:italic}`;

/**
 * @param reading whose words are shown
 * @returns a page with its text, and nothing else
 */
export function textByHand(reading: Reading): string {
  return page(
    reading.title,
    reading.language,
    reading.blocks.map((block) => drawBlock(block, [])),
  );
}

/**
 * @param reading whose words are shown
 * @param sources the records it cites, by key
 * @returns a page with its text, and after it its notes with their evidence
 */
export function annotatedByHand(reading: Reading, sources: ReadonlyMap<string, Source>): string {
  const notes = reading.annotations.map((annotation) =>
    h('li', { id: annotation.id }, drawNote(annotation, sources)),
  );
  return page(reading.title, reading.language, [...drawText(reading), h('h2', 'Notes'), h('ol', notes)]);
}

/**
 * @param reading whose note is shown
 * @param annotation one of its own
 * @param sources the records it cites, by key
 * @returns a page with the paragraph that the note is about, and the note with its evidence
 */
export function noteByHand(
  { slug, title, language, blocks }: Reading,
  annotation: Annotation,
  sources: ReadonlyMap<string, Source>,
): string {
  return page(annotation.quote, language, [
    h('p', h('a', { href: `/${slug}/` }, title)),
    h('blockquote', blocks[annotation.block]!.text),
    ...drawNote(annotation, sources),
  ]);
}

/** @returns the blocks of a text, with the number of each note behind the words that it is about */
export function drawText({ annotations, blocks }: Reading): ElementContent[] {
  const byBlock = Map.groupBy(annotations, ({ block }) => block);
  return blocks.map((block, ordinal) => drawBlock(block, byBlock.get(ordinal) ?? []));
}

function page(title: string, language: string, content: readonly ElementContent[]): string {
  const head = h('head', [
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width' }),
    h('title', title),
    h('style', STYLE),
  ]);
  return `<!doctype html>\n${toHtml(h('html', { lang: language }, [head, h('body', [h('h1', title), ...content])]), { allowDangerousHtml: true })}\n`;
}

function drawBlock(
  { kind, depth = 2, text, start }: Block,
  annotations: readonly Annotation[],
): ElementContent {
  const letters = Array.from(text);
  const ends = annotations.toSorted((one, other) => one.end - other.end);
  const parts = ends.flatMap(({ end, id, number }, at) => [
    letters.slice((ends[at - 1]?.end ?? start) - start, end - start).join(''),
    h('sup', h('a', { href: `#${id}` }, String(number))),
  ]);
  const rest = letters.slice((ends.at(-1)?.end ?? start) - start).join('');
  return h(kind === 'heading' ? `h${depth}` : kind === 'code' ? 'pre' : 'p', [...parts, rest]);
}

/** @returns what is said of the marked words, and the evidence for it; some of it is raw HTML */
export function drawNote(annotation: Annotation, sources: ReadonlyMap<string, Source>): ElementContent[] {
  const { quote, status, kind, checked, brief, finding, body, evidence, since, replies } = annotation;
  const day = checked === undefined ? '' : `, checked ${inWords(checked)}`;
  return [
    h('p', [
      `${quote}: ${capitalized(status ?? kind)}${day}. `,
      brief === undefined ? '' : `${brief} `,
      h('b', finding),
    ]),
    ...body.map(({ html }): ElementContent => ({ type: 'raw', value: html }) as unknown as ElementContent),
    ...evidence.flatMap((piece) => drawEvidence(piece, sources)),
    ...since.map(({ date, text, source }) =>
      h('p', [`${inWords(date)}: ${text} `, nameOf(sources.get(source)!)]),
    ),
    ...replies.map(({ from, date, text }) => h('p', `${from}, ${inWords(date)}: ${text}`)),
  ];
}

function drawEvidence(piece: Evidence, sources: ReadonlyMap<string, Source>): ElementContent[] {
  const { parts, lang, rendering, bearing, source } = piece;
  return [
    h('blockquote', lang === undefined ? {} : { lang }, parts.map(drawWords)),
    ...(rendering === undefined ? [] : [h('p', rendering)]),
    h('p', [`${capitalized(bearing)}: `, nameOf(sources.get(source)!)]),
  ];
}

/** What decides the matter is set off. */
function drawWords({ text, decisive }: Words): ElementContent {
  return decisive ? h('em', text) : { type: 'text', value: text };
}

/** Its name, leading to where it stands, its title and date, what kind of witness it is, and how much was read. */
function nameOf(source: Source): ElementContent {
  const { URL, title, issued, strength, read } = source;
  const name = shortName(source);
  const rest = [
    title === undefined ? '' : `, ${title}`,
    issued === undefined ? '' : `, ${inWords(issued)}`,
    strength === undefined ? '' : `; ${strength}`,
    read === undefined ? '' : `; ${read} read`,
  ];
  return h('cite', [URL === undefined ? name : h('a', { href: URL }, name), rest.join('')]);
}
