import { PLACES, type Place } from '../core/search-facet.ts';
import { element } from './element.ts';
import { pause } from './pause.ts';
import type { Answer, Hit } from './search-answer.ts';
import { awaitedRow, drawHit, type Shown } from './search-hit.ts';
import { FIRST } from './search-packs.ts';

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
  #shown: Hit[] = [];

  /**
   * @param region where they are drawn
   * @param grown told of all hits that are shown, when there are more
   */
  constructor(region: HTMLElement, grown: (hits: readonly Hit[]) => void) {
    this.#region = region;
    this.#grown = grown;
  }

  /** Loads what is shown of an answer at first. */
  async load(answer: Answer): Promise<void> {
    const shown = groupsOf(answer).flatMap(({ hits }) => hits.slice(0, STEP));
    await loadPacks(shown.slice(0, FIRST));
  }

  /**
   * Draws an answer in slices, between which the page can do something else: the first one at once.
   *
   * @param isCurrent whether it is still the one that is asked for
   */
  async show(answer: Answer, shown: Omit<Shown, 'asked'>, isCurrent: () => boolean): Promise<void> {
    this.clear();
    this.#region.dataset.asked = JSON.stringify(answer.question);
    for (const { place, hits } of groupsOf(answer)) {
      this.#drawGroup(HEADINGS[place], hits, answer, shown);
      await pause();
      if (!isCurrent()) return;
    }
  }

  clear(): void {
    this.#observer.disconnect();
    this.#fills.clear();
    this.#shown = [];
    delete this.#region.dataset.asked;
    this.#region.replaceChildren();
  }

  #drawGroup(heading: string, hits: readonly Hit[], answer: Answer, shown: Omit<Shown, 'asked'>) {
    const list = element('ol');
    const draw = (some: readonly Hit[]) => {
      const asked = (hit: Hit) => ({
        terms: answer.terms.get(hit.index)!,
        language: hit.index.language,
      });
      for (const hit of some) list.append(this.#row(hit, { ...shown, asked: asked(hit) }));
      this.#shown.push(...some);
      this.#grown(this.#shown);
    };
    this.#region.append(element('h2', '', heading), list);
    draw(hits.slice(0, STEP));
    if (hits.length > STEP) this.#region.append(moreButton(hits, list, draw));
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

function groupsOf({ hits }: Answer): { place: Place; hits: Hit[] }[] {
  return PLACES.map((place) => ({ place, hits: hits.filter((hit) => hit.place === place) })).filter(
    (group) => group.hits.length > 0,
  );
}

/** “Show 20 more of 64”; who pressed it stands on the first of them. */
function moreButton(hits: readonly Hit[], list: HTMLElement, draw: (some: readonly Hit[]) => void) {
  const button = element('button', 'ask more-hits');
  button.type = 'button';
  const tell = () => {
    const left = hits.length - list.children.length;
    button.textContent = `Show ${Math.min(STEP, left)} more of ${hits.length}`;
    button.hidden = left === 0;
  };
  button.addEventListener('click', () => {
    const from = list.children.length;
    const next = hits.slice(from, from + STEP);
    void loadPacks(next.slice(0, FIRST)).then(() => {
      draw(next);
      tell();
      list.children[from]?.querySelector<HTMLElement>('a')?.focus();
    });
  });
  tell();
  return button;
}

/** Those that cannot be loaded are shown as that. */
async function loadPacks(hits: readonly Hit[]): Promise<void> {
  const byIndex = Map.groupBy(hits, ({ index }) => index);
  await Promise.all([...byIndex].map(([index, own]) => index.packs.load(own.map(({ ordinal }) => ordinal))));
}
