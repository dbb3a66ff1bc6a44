import { PLACES, type Place } from '../core/search-facet.ts';
import { element } from './element.ts';
import { pause } from './pause.ts';
import type { Answer, Hit } from './search-answer.ts';
import { awaitedRow, drawHit, type Shown } from './search-hit.ts';
import { FIRST } from './search-packs.ts';
import type { Question } from './search-question.ts';

/** Hits of a group that are shown at first, and more at each press. */
const STEP = 20;

/** The share of a hit that is in the window when the rest of it is fetched. */
const IN_SIGHT = 0.5;

const HEADINGS: Record<Place, string> = {
  passage: 'In the text',
  note: 'In the notes',
  evidence: 'In the evidence',
};

/** The hits of an answer in three groups, as many at a time as one looks at. */
export class Results {
  readonly #region: HTMLElement;
  readonly #grown: (hits: readonly Hit[]) => void;
  readonly #fills = new Map<Element, () => Promise<void>>();
  readonly #observer = new IntersectionObserver((entries) => this.#comeIntoSight(entries), {
    threshold: IN_SIGHT,
  });
  readonly #groups = new Map<Place, Group>();
  #answer: Answer | undefined;
  #shown: Hit[] = [];

  /**
   * @param region where they are drawn
   * @param grown told of all hits that are shown, when there are more
   */
  constructor(region: HTMLElement, grown: (hits: readonly Hit[]) => void) {
    this.#region = region;
    this.#grown = grown;
  }

  /** Loads what is shown of an answer at first, where it does not begin with what is there: the rest comes when seen. */
  async load(answer: Answer): Promise<void> {
    const shown = groupsOf(answer).flatMap(({ hits }) => hits.slice(0, STEP));
    const [first] = shown;
    if (first && !first.index.packs.isLoaded(first.ordinal)) await loadPacks(shown.slice(0, FIRST));
  }

  /**
   * Draws an answer in slices, between which the page can do something else: the first one at once. What is shown of
   * it already stays where it is.
   *
   * @param isByIndex whether the index has given it
   * @param isCurrent whether it is still the one that is asked for
   */
  async show(
    answer: Answer,
    shown: Omit<Shown, 'asked'>,
    isByIndex: boolean,
    isCurrent: () => boolean,
  ): Promise<void> {
    const groups = groupsOf(answer);
    if (!this.#isContinuedBy(answer.question, groups)) this.clear();
    this.#answer = answer;
    delete this.#region.dataset.begun;
    this.#region.dataset[isByIndex ? 'asked' : 'begun'] = JSON.stringify(answer.question);
    for (const { place, hits } of groups) {
      this.#drawGroup(place, hits, shown);
      await pause();
      if (!isCurrent()) return;
    }
  }

  /** Whether an answer is shown, or that there is none. */
  get areShown(): boolean {
    return this.#answer !== undefined;
  }

  clear(): void {
    this.#observer.disconnect();
    this.#fills.clear();
    this.#groups.clear();
    this.#shown = [];
    this.#answer = undefined;
    delete this.#region.dataset.asked;
    delete this.#region.dataset.begun;
    this.#region.replaceChildren();
  }

  /** Whether the same was asked, and each hit that is shown stands where it stood. */
  #isContinuedBy(question: Question, groups: readonly Found[]): boolean {
    return (
      question === this.#answer?.question &&
      [...this.#groups].every(([place, { hits }]) => {
        const now = groups.find((group) => group.place === place)?.hits ?? [];
        return hits.every(
          ({ index, ordinal }, at) => now[at]?.index === index && now[at].ordinal === ordinal,
        );
      })
    );
  }

  #drawGroup(place: Place, hits: readonly Hit[], shown: Omit<Shown, 'asked'>) {
    const known = this.#groups.get(place);
    if (known) return known.goOn(hits);
    const asked = ({ index }: Hit) => ({
      terms: this.#answer!.terms.get(index)!,
      language: index.language,
    });
    const group = new Group(HEADINGS[place], hits, (some, list) => {
      for (const hit of some) list.append(this.#row(hit, { ...shown, asked: asked(hit) }));
      this.#shown.push(...some);
      this.#grown(this.#shown);
    });
    this.#groups.set(place, group);
    const later = PLACES.slice(PLACES.indexOf(place) + 1).flatMap((each) => this.#groups.get(each) ?? []);
    if (later[0]) later[0].parts[0]!.before(...group.parts);
    else this.#region.append(...group.parts);
  }

  /** A hit, or its room until it comes into sight. */
  #row(hit: Hit, shown: Shown): HTMLElement {
    if (hit.index.packs.isLoaded(hit.ordinal)) return this.#drawn(hit, shown);
    const item = awaitedRow(hit);
    this.#watch(item, async () => {
      await loadPacks([hit]);
      if (!item.isConnected) return;
      item.replaceWith(this.#drawn(hit, shown));
      this.#grown(this.#shown);
    });
    return item;
  }

  #drawn(hit: Hit, shown: Shown): HTMLElement {
    const { item, fill } = drawHit(hit, shown);
    if (fill) this.#watch(item, () => hit.index.packs.details(hit.ordinal).then(fill, () => fill(undefined)));
    return item;
  }

  /** Completes what is in the list when it comes into sight. */
  #watch(item: HTMLElement, fill: () => Promise<void>) {
    this.#fills.set(item, fill);
    this.#observer.observe(item);
  }

  #comeIntoSight(entries: readonly IntersectionObserverEntry[]) {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      this.#observer.unobserve(target);
      void this.#fills.get(target)?.();
    }
  }
}

interface Found {
  place: Place;
  hits: Hit[];
}

function groupsOf({ hits }: Answer): Found[] {
  return PLACES.map((place) => ({ place, hits: hits.filter((hit) => hit.place === place) })).filter(
    (group) => group.hits.length > 0,
  );
}

/** The hits of one place: the first of them, and a button for more. */
class Group {
  /** Heading, list and button, in this order. */
  readonly parts: readonly HTMLElement[];
  hits: readonly Hit[];
  readonly #list = element('ol');
  readonly #more = element('button', 'ask more-hits');
  readonly #draw: (hits: readonly Hit[], list: HTMLElement) => void;

  constructor(
    heading: string,
    hits: readonly Hit[],
    draw: (hits: readonly Hit[], list: HTMLElement) => void,
  ) {
    this.hits = hits;
    this.#draw = draw;
    this.#more.type = 'button';
    this.#more.addEventListener('click', () => void this.#showMore());
    this.parts = [element('h2', '', heading), this.#list, this.#more];
    this.goOn(hits);
  }

  /** @param hits that begin with those which it has */
  goOn(hits: readonly Hit[]) {
    this.hits = hits;
    const { length } = this.#list.children;
    if (length < STEP) this.#draw(hits.slice(length, STEP), this.#list);
    this.#tell();
  }

  /** Who pressed the button stands on the first of them. */
  async #showMore() {
    const { length: from } = this.#list.children;
    const next = this.hits.slice(from, from + STEP);
    await loadPacks(next.slice(0, FIRST));
    this.#draw(next, this.#list);
    this.#tell();
    this.#list.children[from]?.querySelector<HTMLElement>('a')?.focus();
  }

  /** “Show 20 more of 64” */
  #tell() {
    const left = this.hits.length - this.#list.children.length;
    this.#more.textContent = `Show ${Math.min(STEP, left)} more of ${this.hits.length}`;
    this.#more.hidden = left === 0;
  }
}

/** Those that cannot be loaded are shown as that. */
async function loadPacks(hits: readonly Hit[]): Promise<void> {
  const byIndex = Map.groupBy(hits, ({ index }) => index);
  await Promise.all([...byIndex].map(([index, own]) => index.packs.load(own.map(({ ordinal }) => ordinal))));
}
