import type { ReferenceForms, Template } from './reference-template.ts';

/** How a style says that a source was met with in another. */
interface Meeting {
  words: string;
  /** In the text the source met with is named by the writer, and not in the brackets. */
  isAlone?: true;
}

/**
 * What the guides say: APA “as cited in”, MLA (6.77) “qtd. in”, for which the speaker is named in the sentence; Chicago
 * and Cite Them Right “quoted in”, which is taken where a guide says nothing. Lists of references in APA, MLA and Cite
 * Them Right have the note alone, whose own reference is at hand; ours names both, as Chicago does, so that nothing is
 * lost on the way.
 *
 * @see https://guides.douglascollege.ca/APA-7/SecondarySources
 * @see https://libguides.okanagan.bc.ca/c.php?g=623160&p=4340773 (MLA)
 * @see https://www.lib.sfu.ca/help/cite-write/citation-style-guides/chicago/secondary-sources
 * @see https://libguides.westminster.ac.uk/referencing/faqs (Cite Them Right)
 */
const MEETINGS: Readonly<Record<string, Meeting>> = {
  apa: { words: 'as cited in' },
  'modern-language-association': { words: 'qtd. in', isAlone: true },
};
const USUAL: Meeting = { words: 'quoted in' };

/** What ends a sentence, with quotation marks that it was drawn into. */
const SENTENCE_END = /[.?!…][”’"'»]*$/u;

/**
 * Refers to a source as it stands in a note: the citing person has the note before them, not the source.
 *
 * @param style id of the style, and how it cites
 * @param source the source’s own forms
 * @param note the note’s, with open places
 * @returns both as one: of a style that cites in the text also the citation there
 */
export function quotedIn(
  style: { id: string; kind: 'note' | 'in-text' },
  source: ReferenceForms,
  note: ReferenceForms,
): ReferenceForms {
  const meeting = MEETINGS[style.id] ?? USUAL;
  // A list’s entry goes on in a sentence of its own, as Chicago’s bibliographies have it; a note in the same.
  const isSentence = style.kind === 'in-text' && SENTENCE_END.test(lastWords(source.reference));
  const reference = isSentence
    ? join(source.reference, ` ${capital(meeting.words)} `, note.reference)
    : joinInSentence(source.reference, meeting.words, note.reference);
  if (style.kind === 'note' || !source.second || !note.second) return { reference };
  return { reference, second: inText(source.second, note.second, meeting) };
}

/** Goes on in the same sentence; where its stop was drawn into quotation marks, the comma is, too. */
function joinInSentence(before: Template, words: string, after: Template): Template {
  const drawn = /\.(?=[”"]$)/u;
  const last = before.at(-1);
  return typeof last === 'string' && drawn.test(last)
    ? join([...before.slice(0, -1), last.replace(drawn, ',')], ` ${words} `, after)
    : join(withoutStop(before), `, ${words} `, after);
}

/** “(Rabbitt, 1982, as cited in Lyon et al., 2014)”, “(qtd. in Boswell 450)” */
function inText(source: Template, note: Template, { words, isAlone }: Meeting): Template {
  const [ours, theirs] = [withoutBrackets(source), withoutBrackets(note)];
  if (!ours || !theirs) return join(source, `, ${words} `, note);
  return isAlone
    ? join([], `(${words} `, [...theirs, ')'])
    : join(['(', ...ours], `, ${words} `, [...theirs, ')']);
}

/** Plain words that meet become one. */
function join(before: Template, joint: string, after: Template): Template {
  const parts: Template[number][] = [];
  for (const part of [...before, joint, ...after]) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else if (part !== '') parts.push(part);
  }
  return parts;
}

function withoutBrackets(template: Template): Template | undefined {
  const [first, last] = [template.at(0), template.at(-1)];
  if (typeof first !== 'string' || !first.startsWith('(') || !endsIn(template, ')')) return undefined;
  const opened = [first.slice(1), ...template.slice(1)];
  return typeof last === 'string' ? withoutEnd(opened, ')') : undefined;
}

function endsIn(template: Template, end: string): boolean {
  const last = template.at(-1);
  return typeof last === 'string' && last.endsWith(end);
}

function lastWords(template: Template): string {
  const last = template.at(-1);
  if (typeof last === 'string') return last;
  return last !== undefined && 'text' in last ? last.text : '';
}

function withoutEnd(template: Template, end: string): Template {
  const last = template.at(-1);
  if (typeof last !== 'string' || !last.endsWith(end)) return template;
  return [...template.slice(0, -1), last.slice(0, -end.length)];
}

/** The full stop of “n.d.” is not the sentence’s. */
function withoutStop(template: Template): Template {
  const last = template.at(-1);
  return typeof last === 'string' && /\.\p{L}\.$/u.test(last) ? template : withoutEnd(template, '.');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
