import { type Facet, FACETS } from '../core/search-facet.ts';
import { element } from './element.ts';
import type { Counts } from './search-answer.ts';
import { nameOf } from './search-names.ts';
import type { Chosen } from './search-question.ts';

/** Facets that are folded away at first, under their headings. */
const FURTHER = {
  source: 'Source',
  publisher: 'Publisher',
  reading: 'Reading',
  year: 'Year',
  bearing: 'Bearing',
} as const;
export const FURTHER_FACETS = Object.keys(FURTHER) as (keyof typeof FURTHER)[];

/** Values that a long list shows until the reader wants all. */
const FREQUENT = 8;

/** Values that are shown at most. */
const MOST = 60;

/** The boxes that narrow a question, with how many hits each would leave. */
export class Filters {
  readonly #element: HTMLElement;
  readonly #lists = new Map<Facet, LongList>();
  #chosen: Chosen = {};

  /**
   * @param holder of the boxes, in labels with their counts; the further ones are drawn into its `details`
   * @param changed told when the reader chooses
   * @param unfolded told when the reader wants the further ones
   */
  constructor(holder: HTMLElement, changed: () => void, unfolded: () => void) {
    this.#element = holder;
    holder.addEventListener('change', (event) => {
      const box = event.target as HTMLInputElement;
      if (box.type !== 'checkbox') return;
      this.#choose(box.name as Facet, box.value, box.checked);
      changed();
    });
    this.#details?.addEventListener('toggle', unfolded);
  }

  get chosen(): Chosen {
    return this.#chosen;
  }

  /** Facets whose counts are wanted besides those that always stand there. */
  get unfolded(): readonly Facet[] {
    return this.#details?.open ? FURTHER_FACETS : [];
  }

  /** Shows what is chosen; what is chosen of the further ones unfolds them. */
  set(chosen: Chosen): void {
    this.#chosen = chosen;
    if (this.#details && FURTHER_FACETS.some((facet) => chosen[facet])) this.#details.open = true;
    this.#check();
  }

  /** Shows how many hits each value would leave; nothing where that is not known. */
  count(counts: Counts): void {
    if (this.#details?.open)
      for (const facet of FURTHER_FACETS)
        this.#list(facet).draw(counts[facet] ?? new Map(), this.#chosen[facet] ?? []);
    this.#check();
    for (const box of this.#boxes) {
      const own = counts[box.name as Facet];
      tellCount(box, own && (own.get(box.value) ?? 0));
    }
  }

  get #details() {
    return this.#element.querySelector('details');
  }

  get #boxes() {
    return [...this.#element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  }

  #list(facet: (typeof FURTHER_FACETS)[number]): LongList {
    const known = this.#lists.get(facet);
    if (known) return known;
    const made = new LongList(facet, FURTHER[facet]);
    this.#lists.set(facet, made);
    this.#details!.append(made.element);
    return made;
  }

  #choose(facet: Facet, value: string, isChosen: boolean) {
    const values = new Set(this.#chosen[facet]);
    if (isChosen) values.add(value);
    else values.delete(value);
    const chosen = { ...this.#chosen, [facet]: [...values] };
    this.#chosen = Object.fromEntries(
      FACETS.flatMap((each) => (chosen[each]?.length ? [[each, chosen[each]]] : [])),
    );
  }

  #check() {
    for (const box of this.#boxes)
      box.checked = this.#chosen[box.name as Facet]?.includes(box.value) ?? false;
  }
}

/** The values of one facet: the most frequent, and on demand all, with a field that narrows them. */
class LongList {
  readonly element = element('fieldset');
  readonly #facet: Facet;
  readonly #labels = new Map<string, HTMLLabelElement>();
  readonly #values = element('div', 'values');
  readonly #all = element('button', 'ask');
  readonly #narrow = element('input', 'narrowing');
  #counts: ReadonlyMap<string, number> = new Map();
  #chosen: readonly string[] = [];

  constructor(facet: Facet, heading: string) {
    this.#facet = facet;
    this.#all.type = 'button';
    this.#all.addEventListener('click', () => this.#unfold());
    this.#narrow.type = 'search';
    this.#narrow.hidden = true;
    this.#narrow.placeholder = 'Narrow the list';
    this.#narrow.setAttribute('aria-label', `Narrow the list: ${heading}`);
    this.#narrow.addEventListener('input', () => this.#draw());
    this.element.append(element('legend', '', heading), this.#narrow, this.#values, this.#all);
  }

  draw(counts: ReadonlyMap<string, number>, chosen: readonly string[]): void {
    this.#counts = counts;
    this.#chosen = chosen;
    this.#draw();
  }

  #unfold() {
    this.#narrow.hidden = false;
    this.#draw();
    this.#narrow.focus();
  }

  #draw() {
    const all = [...new Set([...this.#chosen, ...this.#sorted()])];
    const shown = this.#narrow.hidden
      ? all.slice(0, Math.max(FREQUENT, this.#chosen.length))
      : this.#narrowed(all);
    const focused = document.activeElement as HTMLElement | null;
    this.#values.replaceChildren(...shown.map((value) => this.#label(value)));
    if (this.#values.contains(focused)) focused!.focus({ preventScroll: true });
    this.#all.hidden = !this.#narrow.hidden || all.length <= FREQUENT;
    this.#all.textContent = `All ${all.length}`;
    // A choice among one is none.
    this.element.hidden = all.length === 0 || (this.#facet === 'reading' && all.length < 2);
  }

  #sorted(): string[] {
    const byCount = [...this.#counts].toSorted(
      ([one, more], [other, less]) => less - more || one.localeCompare(other),
    );
    return byCount.map(([value]) => value);
  }

  #narrowed(values: readonly string[]): string[] {
    const wanted = this.#narrow.value.trim().toLowerCase();
    return values.filter((value) => nameOf(this.#facet, value).toLowerCase().includes(wanted)).slice(0, MOST);
  }

  #label(value: string): HTMLLabelElement {
    const label = this.#labels.get(value) ?? filterLabel(this.#facet, value);
    this.#labels.set(value, label);
    label.querySelector('span')!.textContent = nameOf(this.#facet, value);
    const box = label.querySelector('input')!;
    box.checked = this.#chosen.includes(value);
    tellCount(box, this.#counts.get(value) ?? 0);
    return label;
  }
}

function tellCount(box: HTMLInputElement, count: number | undefined) {
  const label = box.closest('label')!;
  label.querySelector('.ct')!.textContent = count === undefined ? '' : count.toLocaleString('en-GB');
  label.classList.toggle('zero', count === 0 && !box.checked);
}

/** @returns a box with what it stands for, and room for the count */
export function filterLabel(facet: Facet, value: string): HTMLLabelElement {
  const label = element('label');
  const box = element('input');
  box.type = 'checkbox';
  box.name = facet;
  box.value = value;
  label.append(box, element('span', '', nameOf(facet, value)), element('span', 'ct'));
  return label;
}
