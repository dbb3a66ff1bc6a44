import type { Annotation, Bearing, Read, Standing } from '../core/annotation.ts';
import type { Source } from '../core/source.ts';
import { capitalized } from '../core/tally.ts';
import type { DatedEvent } from '../core/timeline.ts';
import type { Role } from '../core/use.ts';

/** Roles of DPUB-ARIA 1.1, which Astro's types do not know. */
export const DPUB = {
  noteref: 'doc-noteref',
  footnote: 'doc-footnote',
  backlink: 'doc-backlink',
} as unknown as Record<'noteref' | 'footnote' | 'backlink', 'note'>;

/** The class that carries a status's colour and form; a remark has no status, and a form of its own. */
export function statusClass({ status, kind }: Pick<Annotation, 'status' | 'kind'>): string {
  return `st-${status ?? kind}`;
}

/** The word for what a note is: its status, and its kind where that is not a claim. */
export function statusWord({ status, kind }: Pick<Annotation, 'status' | 'kind'>): {
  status: string;
  kind: string;
} {
  if (status === undefined) return { status: 'Remark', kind: '' };
  return { status: capitalized(status), kind: kind === 'claim' ? '' : kind };
}

/** The heading over annotations of one standing. */
export function standingName(standing: Standing): string {
  return standing === 'remark' ? 'Remarks' : capitalized(standing);
}

export const BEARING_WORD: Record<Bearing, string> = {
  supports: 'Supports',
  qualifies: 'Qualifies',
  contradicts: 'Contradicts',
  context: 'Context',
};

export const READ_WORD: Record<Read, string> = {
  whole: 'the whole page read',
  beginning: 'beginning of the page only',
  excerpt: 'excerpt only',
};

/** The same beside an excerpt. */
export const READ_IN_SHORT: Record<Read, string> = {
  whole: 'read whole',
  beginning: 'beginning only',
  excerpt: 'excerpt only',
};

const LANGUAGES = new Intl.DisplayNames('en-GB', { type: 'language' });

/** “Russian” for `ru`. */
export function languageName(tag: string): string {
  return LANGUAGES.of(new Intl.Locale(tag).language) ?? tag;
}

/** “euros” for `EUR`, “calendar year” for `year`; other units are words already. */
export function unitName(unit: string): string {
  if (unit === 'year') return 'calendar year';
  if (unit === 'percent') return 'per cent';
  if (!/^[A-Z]{3}$/.test(unit)) return unit;
  const amount = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: unit,
    currencyDisplay: 'name',
  });
  return amount.formatToParts(2).find(({ type }) => type === 'currency')?.value ?? unit;
}

/** Whether the text has an event. */
export const USE_WORD: Record<NonNullable<DatedEvent['text']>, string> = {
  uses: 'The text uses it.',
  silent: 'Not mentioned in the text.',
};

/** The id of an event's entry in the list; two readings may tell of one day. */
export function eventId({ slug }: { slug: string }, { anchor }: Pick<DatedEvent, 'anchor'>): string {
  return `event:${slug}:${anchor}`;
}

/** How much was read, and so what is not known. */
export const READ_SAYS: Record<Read, string> = {
  whole: 'The whole page was read.',
  beginning: 'The beginning of the page was read; what stands further down is not known here.',
  excerpt: 'An excerpt was read; what else stands there is not known here.',
};

/** CSL's types where their own name would not do; the others are words already. */
const TYPE_WORD: Partial<Record<string, string>> = {
  'article-journal': 'journal article',
  'article-magazine': 'magazine article',
  'article-newspaper': 'news report',
  'paper-conference': 'conference paper',
  'post-weblog': 'blog post',
  webpage: 'web page',
};

/** “news report” for `article-newspaper`. */
export function typeName({ type }: Pick<Source, 'type'>): string {
  return TYPE_WORD[type] ?? type.replaceAll('_', ' ');
}

/** What a source is to a note, in the tables’ word; nothing where it bears on the statement. */
export const ROLE_WORD: Record<Role, string> = {
  bearing: '',
  context: 'Context',
  later: 'Later',
  named: 'Named',
};
