import CSL from 'citeproc';
import { withAccessDay } from './access-day.ts';
import type { CitationStyle } from './citation-style.ts';
import { findTagsFast, FORMAT, inCases, INNER, OUTER } from './citeproc-format.ts';
import { type CslDate, toCslDate } from './date.ts';
import { bracketDates, escapeRegExp, isCertain, toldOf } from './inferred-date.ts';
import {
  ACCESSED,
  AFTER_CONTAINER,
  AFTER_PUBLISHER,
  ITALIC,
  LINK,
  LOCATOR,
  QUOTED_TITLE,
  piecesOf,
  ROMAN,
  SENTENCE,
  TITLE,
  WITHIN,
} from './marker.ts';
import { forOneWork } from './one-work.ts';
import type { ReferenceForms, Run, Slot, StyleForms, Template } from './reference-template.ts';
import { learnDays, learnParagraph, NUMBER } from './style-forms.ts';
import { readStandIn } from './stand-in.ts';
import { ID, itemOf, type Manner, ownWordsOf, patternOf, type Work } from './work.ts';

/** A style that refers to works. */
export interface Referencer {
  style: CitationStyle;
  forms: StyleForms;
  /** Words between its quotation marks. */
  quote: (words: string) => string;
  refer: (work: Work, manner?: Manner) => ReferenceForms;
  /** What citeproc says of a work, of which references are made. */
  say: (work: Work, manner: Manner) => Said;
  /** Takes for known what the same style has said elsewhere. */
  know: (saying: Saying) => void;
  /** Whether nothing would have to be asked of citeproc. */
  knows: (work: Work, manner: Manner) => boolean;
  /** Has somebody told of all that the style says here, and was not known. */
  onSaid: (listen: (saying: Saying) => void) => void;
}

/** What a style says of a work: a citation, and the entry of its list, if it has one. */
export interface Said {
  citation: string;
  entry: string | undefined;
}

/** What a style has said, and of what. */
export interface Saying {
  work: Work;
  manner: Manner;
  said: Said;
}

/** Years that stand for one that is not certain; one that the record does not have is taken. */
const YEARS = ['7777', '8888', '9999', '6666'];

/**
 * Makes a style ready. citeproc is used itself, not through citation-js, whose engine is kept for one set of works
 * only and whose formats are text and HTML: ours marks what is italic, and leaves places open.
 *
 * @param style a style
 * @param locales CSL locales in XML, by language
 * @throws what citeproc finds wrong with the style, not always an `Error`; when it prints nothing
 */
export function referencer(style: CitationStyle, locales: ReadonlyMap<string, string>): Referencer {
  let current: object = {};
  let id = ID;
  let count = 0;
  const engine = new CSL.Engine(
    {
      retrieveItem: () => current,
      retrieveLocale: (language) => locales.get(language) ?? locales.get('en-US'),
    },
    forOneWork(withAccessDay(style.root)),
    style.language,
    true,
  );
  engine.setOutputFormat(FORMAT);
  findTagsFast(engine);
  const term = (name: string, form?: string, plural: 0 | 1 = 0) => engine.getTerm(name, form, plural) ?? '';

  const paragraph = learnParagraph(
    (locator) => {
      take(SAMPLE);
      return cite(locator);
    },
    (form, plural) => term('paragraph', form, plural),
  );
  const accessed = learnDays((day) => {
    take({ ...SAMPLE, accessed: day });
    return style.kind === 'note' ? cite() : (list() ?? cite());
  }, term);
  const forms: StyleForms = { id: style.id, label: style.label, kind: style.kind, paragraph, accessed };
  const known = new Map<string, Said>();
  const referred = new Map<string, ReferenceForms>();
  let tell: ((saying: Saying) => void) | undefined;
  const { issued: _, ...item } = SAMPLE;
  const { citation, entry } = setWork({ item, issued: '2020-01-01' }, {});
  if ([citation, entry].some((words) => words !== undefined && UNPRINTED.test(words)))
    throw new Error('it prints nothing of a page that has author, title, date and address.');
  return {
    style,
    forms,
    quote,
    refer,
    say,
    know,
    knows: (work, manner) => known.has(keyOf(patternFor(work, manner), manner)),
    onSaid(listen) {
      tell = listen;
    },
  };

  /** A source is cited by many notes, and in each in every style; of a note, reference is made in one place. */
  function refer(work: Work, manner: Manner = {}): ReferenceForms {
    if (work.isSentence) return fill(work, manner);
    const key = keyOf(work, manner);
    const before = referred.get(key);
    if (before) return before;
    const forms = fill(work, manner);
    referred.set(key, forms);
    return forms;
  }

  function fill(work: Work, manner: Manner): ReferenceForms {
    const { citation, entry } = say(work, manner);
    const [reference, second] =
      style.kind === 'note' || entry === undefined ? [citation, entry] : [entry, citation];
    // In the text a style with numbers says nothing but the number that a list gives.
    const isSaid = second !== undefined && !(style.isNumeric && style.kind === 'in-text');
    return {
      reference: toTemplate(complete(reference, manner), work),
      // A bibliography lists whole works; in the text a work is only called to mind.
      ...(isSaid && {
        second: toTemplate(
          second === entry ? complete(second, { ...manner, isPlaced: false }) : second,
          work,
        ),
      }),
    };
  }

  /** What citeproc says of all works that are alike, kept. */
  function say(work: Work, manner: Manner): Said {
    const pattern = patternFor(work, manner);
    const before = known.get(keyOf(pattern, manner));
    if (before) return before;
    const said = isCertain(pattern.issued) ? setWork(pattern, manner) : setUncertain(pattern, manner);
    know({ work: pattern, manner, said });
    tell?.({ work: pattern, manner, said });
    return said;
  }

  function know({ work, manner, said }: Saying): void {
    known.set(keyOf(work, manner), said);
  }

  function setWork(work: Work, manner: Manner, issued = work.issued): Said {
    take(itemOf(work, manner, issued === undefined ? undefined : dateOf(issued)));
    return {
      citation: cite(manner.isPlaced ? NUMBER : undefined),
      entry: manner.isAlone && style.kind === 'note' ? undefined : list(),
    };
  }

  function setUncertain(work: Work, manner: Manner) {
    const end = toldOf(work.issued!);
    const year = YEARS.find((each) => !JSON.stringify(work).includes(each))!;
    const bracketed = (date: string) => {
      const words = bracketDates(dateOf(date)['date-parts'][0]!, year, work.issued!, term);
      const { citation, entry } = setWork(work, manner, date.replace(/^\d{4}/, year));
      return { citation: words(citation), entry: entry === undefined ? undefined : words(entry) };
    };
    const [whole, ofYear] = [bracketed(end), bracketed(end.slice(0, 4))];
    // A style that parts the month from the year would say it as if it were certain: the year alone is told.
    const rest = (words?: string) => words?.replace(/\[[^\]]*\]/g, '');
    return rest(referenceOf(whole)) === rest(referenceOf(ofYear)) ? whole : ofYear;
  }

  /** Each work under another id: what is known to citeproc by one is not looked at again. */
  function take(item: object) {
    id = `${ID}-${(count += 1)}`;
    current = { ...item, id };
    engine.updateItems([id]);
  }

  function cite(locator?: string): string {
    const place = locator === undefined ? {} : { locator, label: 'paragraph' };
    return tidy(engine.makeCitationCluster([{ id, ...place }]));
  }

  function list(): string | undefined {
    const bibliography = engine.makeBibliography();
    if (bibliography === false) return undefined;
    const entry = tidy(bibliography[1].join(''));
    // Some works a style does not list: Chicago’s has no posts of which no title is known.
    if (entry === '') return undefined;
    return style.isNumeric ? entry.replace(/^[[(]?1[\])]?[.:]?\s*(?=\D)/u, '') : entry;
  }

  function referenceOf({ citation, entry }: Said): string {
    return style.kind === 'note' || entry === undefined ? citation : entry;
  }

  /** Puts in where in the text, the edition and the address, where the style has put none. */
  function complete(words: string, { edition, isPlaced, isLinked }: Manner): string {
    const linked = isLinked && !words.includes(LINK) ? `${words.replace(/\.?$/, '.')} ${LINK}` : words;
    if (edition === undefined) return linked;
    return putEdition(linked, isPlaced && !linked.includes(NUMBER) ? `${edition}, ${LOCATOR}` : edition);
  }

  function toTemplate(words: string, work: Work): Template {
    const label = paragraph.one.split('{n}')[0]!.trim();
    const labelled = new RegExp(`(?:${escapeRegExp(label)}\\s*)?${NUMBER}`, 'u');
    const title = work.item.title ?? '';
    const quoted = term(OUTER[0]) === '“' ? title.replaceAll('“', '‘').replaceAll('”', '’') : title;
    const own = ownWordsOf(work);
    const ownWords = (standIn: string) => {
      const read = readStandIn(standIn);
      return read && inCases(engine, own[read.part] ?? '', read.cases, work.item.language);
    };
    return templateOf(words.replace(labelled, LOCATOR), {
      title,
      quoted,
      within: work.within ?? '',
      ownWords,
    });
  }

  function quote(words: string): string {
    const [open, close] = words.includes(term(OUTER[0])) ? INNER : OUTER;
    return term(open) + words + term(close);
  }
}

/** Where an edition is put in, the words beside it are looked at. */
function patternFor(work: Work, { edition }: Manner): Work {
  return edition === undefined ? patternOf(work) : work;
}

function keyOf(work: Work, manner: Manner): string {
  const ofWork = keys.get(work) ?? new Map<string, string>();
  keys.set(work, ofWork);
  const open = JSON.stringify(manner);
  const key = ofWork.get(open) ?? JSON.stringify(work) + open;
  ofWork.set(open, key);
  return key;
}

/** By works, then by what is left open: each style asks for it, and has it in its memory. */
const keys = new WeakMap<Work, Map<string, string>>();

/** Dates are few, and the parser of EDTF takes a millisecond for one. */
const dates = new Map<string, CslDate>();

function dateOf(edtf: string): CslDate {
  const date = dates.get(edtf) ?? toCslDate(edtf);
  dates.set(edtf, date);
  return date;
}

/** What a style’s forms are learned from. */
const SAMPLE = {
  id: ID,
  type: 'post-weblog',
  title: 'T',
  author: [{ literal: 'A' }],
  'container-title': 'C',
  issued: { 'date-parts': [[2020, 1, 1]] },
  URL: LINK,
};

/** What citeproc prints where a style prints nothing. */
const UNPRINTED = /\[NO_PRINTED_FORM\]|\[CSL STYLE ERROR|^$/;

/** One line, with single spaces, and nothing italic that has no words. */
function tidy(words: string): string {
  return words
    .replaceAll(`${ITALIC}${ROMAN}`, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

/** Puts the edition after the publisher, else after the container, else before what leads to the address. */
function putEdition(words: string, edition: string): string {
  const marker = [AFTER_PUBLISHER, AFTER_CONTAINER].find((each) => words.includes(each));
  return marker === undefined
    ? putBeforeAddress(words, edition)
    : words.replace(marker, () => `${ROMAN}, ${edition}${ITALIC}`);
}

/** Before “Retrieved … from”, “accessed”, “Available at:” and “<”: in the sentence there, or as one of its own. */
function putBeforeAddress(words: string, edition: string): string {
  const begins = Math.min(...[LINK, ACCESSED].map((each) => words.indexOf(each)).filter((at) => at >= 0));
  const head = words.slice(0, begins);
  if (head.endsWith('<')) return `${head.slice(0, -1).trimEnd()}, ${edition} <${words.slice(begins)}`;
  const parting = [...head.matchAll(PARTING)].at(-1);
  const at = parting ? parting.index + parting[0].length : begins;
  const [before, after] = [words.slice(0, at), words.slice(at)];
  return `${before}${capitalAfterStop(edition, before)}${parting?.[1] === '.' ? '.' : ','} ${after}`;
}

/** The end of a sentence or of a part of one, also of what is quoted or italic. */
const PARTING = new RegExp(`([.,])[”’"»${ITALIC}${ROMAN}]* `, 'gu');

function withoutPlaces(words: string): string {
  return words.replaceAll(AFTER_PUBLISHER, '').replaceAll(AFTER_CONTAINER, '');
}

const SLOT_OF = new Map<string, Slot>([
  [LINK, 'link'],
  [ACCESSED, 'accessed'],
  [LOCATOR, 'locator'],
]);

/** What stands for a marker, in a work’s own words. */
interface Own {
  title: string;
  /** The same between quotation marks. */
  quoted: string;
  within: string;
  /** What has a stand-in. */
  ownWords: (standIn: string) => string | undefined;
}

/** Reads what citeproc gave back: words, italic words and open places. */
function templateOf(words: string, { title, quoted, within, ownWords }: Own): Template {
  const parts: (string | Run | { slot: Slot })[] = [];
  let said = '';
  let italic = 0;
  for (const piece of piecesOf(withoutPlaces(words))) {
    const slot = SLOT_OF.get(piece);
    if (piece === ITALIC) italic += 1;
    else if (piece === ROMAN) italic -= 1;
    else if (slot !== undefined) parts.push({ slot });
    else if (piece === TITLE) add(title, false);
    else if (piece === SENTENCE) add(title, italic > 0);
    else if (piece === QUOTED_TITLE) add(quoted, italic > 0);
    else if (piece === WITHIN) add(capitalAfterStop(within, said), false);
    else add(ownWords(piece) ?? piece, italic > 0);
  }
  return parts;

  function add(text: string, isItalic: boolean) {
    if (text === '') return;
    said += text;
    const last = parts.at(-1);
    if (!isItalic && typeof last === 'string') parts[parts.length - 1] = last + text;
    else if (isItalic && typeof last === 'object' && 'text' in last)
      parts[parts.length - 1] = { text: last.text + text, italic: true };
    else parts.push(isItalic ? { text, italic: true } : text);
  }
}

/** @returns words with a capital where they begin a sentence after what was said before them */
function capitalAfterStop(words: string, before: string): string {
  return /(?:^|[.?!][”’"'»\uE000\uE001]*)\s*[\uE000\uE001]*$/u.test(before)
    ? words.charAt(0).toUpperCase() + words.slice(1)
    : words;
}
