/*
 * A reference in a style of citation, as far as the build knows it. What is known only to who cites is put in later:
 * where in the text, under which link, and read on which day.
 */

/** What is left open in a template. */
export type Slot = 'locator' | 'link' | 'accessed';

/** A stretch of words, and how they are set. */
export interface Run {
  text: string;
  italic?: true;
}

/** A reference with its open places: plain words, words that are set otherwise, and slots. */
export type Template = readonly (string | Run | { slot: Slot })[];

/** A reference in one style. */
export interface ReferenceForms {
  /** What stands in the note, of a style with notes; or else in the list of references. */
  reference: Template;
  /** What else the style asks for: the citation in the text, or the entry of the bibliography. */
  second?: Template;
}

/** What a style says of the parts that are put in later. */
export interface StyleForms {
  /** Name of its file, without `.csl`. */
  id: string;
  /** As readers know it: “APA”, “Chicago (notes)”. */
  label: string;
  /** Whether it cites in notes or in the text. */
  kind: 'note' | 'in-text';
  /** Paragraphs as it counts them, `{n}` for the numbers: `para. {n}`, `paras. {n}`. */
  paragraph: { one: string; many: string };
  /** A day as it writes the day of access: `{month} {day}, {year}`, and its names for the months and the days. */
  accessed: { layout: string; months: readonly string[]; days: readonly string[] };
}

/** What is put into the slots; a slot without words takes none. */
export type Fillings = Readonly<Record<Slot, string>>;

/**
 * @param template a reference with open places
 * @param fillings what stands in them
 * @returns the reference as it is set
 */
export function fill(template: Template, fillings: Fillings): Run[] {
  return template.map((part) =>
    typeof part === 'string' ? { text: part } : 'slot' in part ? { text: fillings[part.slot] } : part,
  );
}

/** @returns the words alone */
export function toPlain(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** @returns the words as HTML, for a clipboard that takes rich text */
export function toHtml(runs: readonly Run[]): string {
  return runs.map(({ text, italic }) => (italic ? `<i>${escapeHtml(text)}</i>` : escapeHtml(text))).join('');
}

/**
 * @param style a style
 * @param day `YYYY-MM-DD`, in the reader's own calendar
 * @returns it as the style writes the day of access
 */
export function accessedIn({ accessed }: StyleForms, day: string): string {
  const [year = '', month, date] = day.split('-');
  const parts: Record<string, string> = {
    year,
    month: accessed.months[Number(month) - 1] ?? '',
    day: accessed.days[Number(date) - 1] ?? '',
  };
  return accessed.layout.replace(/\{(year|month|day)\}/g, (_, part: string) => parts[part]!);
}

/** @returns text that HTML takes for nothing but itself, within an element or a quoted attribute */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
