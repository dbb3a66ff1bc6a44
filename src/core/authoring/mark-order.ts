import transliterate from '@sindresorhus/transliterate';
import type { Paragraph } from 'mdast';
import type { Kind } from '../annotation.ts';
import { quantities, UNITS, unitsMeant, valueOf } from '../figure.ts';
import { OURS, wordsAlone } from '../import/harmless.ts';
import type { Wanted } from '../import/mark-up.ts';
import { newId } from '../import/new-id.ts';
import { type NoteElement, tagsOf, writeNote } from '../import/write-note.ts';
import { markName } from '../syntax.ts';
import type { Spot } from './spot.ts';

/** What an editor says of an annotation to be made. What is not said is left out of the file, or has its default. */
export interface MarkOrder {
  kind: Kind;
  id?: string | undefined;
  /** Plain words. */
  finding?: string | undefined;
  /** Attributes of the mark, by name. */
  attributes: Readonly<Record<string, string | undefined>>;
  evidence?: EvidenceOrder | undefined;
}

/** A piece of evidence for its note. */
export interface EvidenceOrder {
  source: string;
  /** Plain words, which stand there exactly. */
  excerpt: string;
  bearing: string;
  lang?: string | undefined;
  rendering?: string | undefined;
}

/** What a mark of some kind cannot be without, and its words do not tell. */
export interface Lack {
  attribute: 'value' | 'unit' | 'of';
  /** Why, in a full sentence. */
  why: string;
}

/** What is known of a mark: what was said, what its words tell beyond that, and what is lacking still. */
export interface Completed {
  order: MarkOrder;
  /** Attributes that were taken from the words. */
  taken: ('value' | 'unit')[];
  lacks: Lack[];
}

/** What a note says before anybody has looked: that alone is true then. */
const NOT_CHECKED = 'Not checked yet.';
const NOT_WRITTEN = 'Not written yet.';

/** What the id begins with where the words alone would be an anchor, or have no letter. */
const NAMELESS = 'note';

/**
 * @param order what is said of a figure, and of a mark of kind source
 * @param quote the words to be marked
 * @returns the order with value and unit where the words tell them, and what is still lacking
 */
export function complete(order: MarkOrder, quote: string): Completed {
  const { kind, attributes } = order;
  if (kind === 'source' && attributes.of === undefined)
    return {
      order,
      taken: [],
      lacks: [
        {
          attribute: 'of',
          why: 'The mark has to say which record of content/sources/ its words name; `npm run source` makes one.',
        },
      ],
    };
  return kind === 'figure' ? completeFigure(order, quote) : { order, taken: [], lacks: [] };
}

function completeFigure(order: MarkOrder, quote: string): Completed {
  const written = quantities(quote).map((quantity) => ({
    value: valueOf(quantity),
    units: unitsMeant(quantity, quote),
  }));
  const { value: given, unit: named } = order.attributes;
  const values = [...new Set(written.map(({ value }) => value))];
  const value = given ?? (values.length === 1 ? values[0] : undefined);
  const units = [...new Set(written.filter((each) => each.value === value).flatMap((each) => each.units))];
  const unit = named ?? (units.length === 1 ? units[0] : undefined);
  const lacks: Lack[] = [
    ...(value === undefined ? [{ attribute: 'value' as const, why: whyNoValue(values) }] : []),
    ...(unit === undefined ? [{ attribute: 'unit' as const, why: whyNoUnit(units) }] : []),
  ];
  const taken = [
    ...(given === undefined && value !== undefined ? ['value' as const] : []),
    ...(named === undefined && unit !== undefined ? ['unit' as const] : []),
  ];
  return { order: { ...order, attributes: { ...order.attributes, value, unit } }, taken, lacks };
}

function whyNoValue(values: readonly string[]): string {
  return values.length === 0
    ? 'The words have no number that could be read: a figure is written in digits, as in 600,000 or 4.2 billion.'
    : `The words have several numbers: ${values.join(', ')}.`;
}

function whyNoUnit(units: readonly string[]): string {
  const known = `a currency’s ISO 4217 code, or one of ${Object.keys(UNITS).join(', ')}`;
  return units.length === 0
    ? `The words do not say in a way that could be read what the number counts: it can be ${known}. Things that are counted, such as vehicles or letters, are \`items\`.`
    : `What the number counts can be ${units.join(' or ')}.`;
}

/**
 * Makes a mark and its note of what an editor says of them.
 *
 * @param order what is said
 * @param spot the words to be marked
 * @param around ids and anchors that the page has or had; the day, `YYYY-MM-DD`; the text's language, BCP 47
 */
export function makeMark(
  order: MarkOrder,
  spot: Pick<Spot, 'start' | 'end' | 'quote'>,
  { taken, today, language }: { taken: ReadonlySet<string>; today: string; language: string },
): Wanted {
  const { kind, attributes, finding, evidence } = order;
  const id = order.id ?? idFrom(spot.quote, language, taken);
  return {
    id,
    start: spot.start,
    end: spot.end,
    ...tagsOf(markName(kind), { id, ...attributes, ...defaults(order, today) }),
    note: writeNote(
      id,
      [paragraphOf(finding ?? (kind === 'remark' ? NOT_WRITTEN : NOT_CHECKED))],
      evidence ? [elementOf(evidence)] : [],
    ),
    isBeside: attributes.beside !== undefined,
  };
}

function defaults({ kind, attributes, evidence }: MarkOrder, today: string): Record<string, string> {
  if (kind === 'remark') return {};
  return {
    status: attributes.status ?? 'unchecked',
    checked: attributes.checked ?? today,
    // Nobody has quoted the words at their source yet.
    ...(kind === 'quotation' && evidence === undefined && { wording: attributes.wording ?? 'unseen' }),
  };
}

/** An address in letters that can be typed on any keyboard, where there are such letters for the words. */
function idFrom(quote: string, language: string, taken: ReadonlySet<string>): string {
  const latin = transliterate(quote, { locale: language });
  return newId(/[a-z\d]/i.test(latin) ? latin : quote, taken, NAMELESS);
}

function paragraphOf(words: string): Paragraph {
  return { type: 'paragraph', children: wordsAlone(onOneLine(words), OURS) };
}

function elementOf({ excerpt, source, bearing, lang, rendering }: EvidenceOrder): NoteElement {
  return {
    name: 'Evidence',
    attributes: { source, bearing, lang, rendering },
    words: wordsAlone(onOneLine(excerpt), OURS),
  };
}

/** Blank lines would end a paragraph. The words themselves stay as they are. */
function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
