import { element } from './element.ts';
import { type Answer, answer, type Hit } from './search-answer.ts';
import { Filters } from './search-filters.ts';
import { asPhrase, completions, type Guide, helpWithNothing } from './search-help.ts';
import type { LanguageIndex } from './search-index.ts';
import { Indexes } from './search-indexes.ts';
import { enhanceArrows } from './search-keys.ts';
import { drawLane } from './search-lane.ts';
import { loadNames, nameOf, nameWithin } from './search-names.ts';
import { asksNothing, chosenValues, type Order, type Question, without } from './search-question.ts';
import { drawOrders } from './search-orders.ts';
import { Results } from './search-results.ts';
import { summaryOf } from './search-summary.ts';

/** Milliseconds without a keystroke after which a question is asked. */
const PAUSE = 90;

/** Milliseconds of quiet after which an answer is read out. */
const QUIET = 700;

/** Milliseconds after which it is said that the index is asked. */
const SLOW = 150;

/** Readings that are named where hits are of several. */
const NAMED = 5;

const WHOLE = 'The index could not be loaded, so nothing was searched.';
const PART = 'One part of the index could not be read, so nothing was searched.';
const INCOMPLETE = 'One part of the index could not be read: there may be more than is shown.';
const GONE = 'This page is older than the site, so nothing was searched.';

/** How a question came about. */
export type Way = 'typed' | 'chosen' | 'given';

/** Where a panel is, and what it is told. */
export interface Setting {
  /** With one field. */
  form: HTMLFormElement;
  filters: HTMLElement;
  /** Where the answer is drawn. */
  answer: HTMLElement;
  /** Address of the indexes, ending in a slash. */
  folder: string;
  languages: readonly string[];
  /** Told of each question before it is asked. */
  asked(question: Question, way: Way): void;
  /** What stands there where nothing is asked, or nothing can be. */
  rest: HTMLElement;
  /** What leads to the same without an index. */
  instead(): (Node | string)[];
}

/** Search: a field and filters, and the answer as one types. The page and the sheet over a reading are both this. */
export class SearchPanel {
  readonly field: HTMLInputElement;
  readonly region = element('div', 'hits');
  readonly #setting: Setting;
  readonly #filters: Filters;
  readonly #results: Results;
  readonly #sum = element('p', 'sum');
  readonly #readings = element('p', 'of-readings');
  readonly #lane = element('div', 'lane-of-hits');
  readonly #orders = element('p', 'orders');
  readonly #near = element('p', 'near');
  readonly #said = element('p', 'said visually-hidden');
  readonly #indexes: Indexes;
  #isOpen = false;
  #asked = 0;
  #sort: Order | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  /** Settled when the last question is answered. */
  #answered: Promise<void> = Promise.resolve();

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#indexes = new Indexes(setting.folder, setting.languages);
    this.field = setting.form.querySelector('input')!;
    this.#filters = new Filters(
      setting.filters,
      () => this.ask('chosen'),
      () => void this.#unfold(),
    );
    this.#results = new Results(this.region, (hits) => this.#drawLane(hits));
    this.#said.setAttribute('role', 'status');
    this.#sum.tabIndex = -1;
    setting.answer.prepend(
      this.#sum,
      this.#near,
      this.#readings,
      this.#lane,
      this.#orders,
      this.region,
      this.#said,
    );
    this.field.addEventListener('input', () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.ask('typed'), PAUSE);
    });
    enhanceArrows(setting.form.closest<HTMLElement>('dialog, main')!, this.field);
    this.#clear();
  }

  get question(): Question {
    const sort = this.#sort;
    return { words: this.field.value.trim(), chosen: this.#filters.chosen, ...(sort && { sort }) };
  }

  /** Shows a question and answers it. */
  show({ words, chosen, sort }: Question, way: Way): void {
    this.field.value = words;
    this.#sort = sort;
    this.#filters.set(chosen);
    this.ask(way);
  }

  /** Answers what stands in the field and is chosen. A later question overtakes an earlier one. */
  ask(way: Way): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#quiet);
    this.#pause = undefined;
    const asked = ++this.#asked;
    const { question } = this;
    this.#setting.asked(question, way);
    if (asksNothing(question)) this.#clear();
    else this.#answered = this.#answer(question, () => asked === this.#asked);
  }

  /** @returns the link of the first hit, when the last question is answered */
  async firstHit(): Promise<HTMLAnchorElement | null> {
    if (this.#pause) this.ask('typed');
    await this.#answered;
    return this.region.querySelector<HTMLAnchorElement>('.hit a.loc');
  }

  async #answer(question: Question, isCurrent: () => boolean): Promise<void> {
    const slow = setTimeout(() => isCurrent() && this.#tellWaiting(question), SLOW);
    try {
      const { kept: indexes, isIncomplete } = await this.#indexes.open();
      this.#isOpen = true;
      const found = await answer(question, indexes, this.#filters.unfolded);
      found.isIncomplete ||= isIncomplete;
      if (question.chosen.source || question.chosen.reading) await this.#loadNames();
      await this.#results.load(found);
      if (isCurrent()) await this.#show(found, indexes, isCurrent);
    } catch (error) {
      console.error(error);
      if (isCurrent()) await this.#fail();
    } finally {
      clearTimeout(slow);
    }
  }

  async #show(found: Answer, indexes: readonly LanguageIndex[], isCurrent: () => boolean): Promise<void> {
    this.#tell(found);
    await this.#results.show(
      found,
      { site: this.#site, words: found.question.words, areSeveral: found.readings > 1 },
      isCurrent,
    );
    if (isCurrent()) await this.#leadOn(found, indexes, isCurrent);
    if (isCurrent()) this.#announce();
  }

  /** All but the hits. */
  #tell(found: Answer) {
    const { question, counts } = found;
    const part = found.isIncomplete ? [` ${INCOMPLETE} `, this.#retry()] : [];
    this.#sum.replaceChildren(...summaryOf(found), ...part, ...this.#removals(question));
    this.#near.replaceChildren(...asPhrase(found, this.#guide));
    this.#filters.count(counts);
    this.#readings.replaceChildren();
    this.#lane.hidden = counts.reading?.size !== 1 || found.hits.length === 0;
    this.#setting.rest.hidden = true;
    drawOrders(this.#orders, found, (sort) => {
      this.#sort = sort;
      this.ask('chosen');
    });
  }

  /** What could be asked next. */
  async #leadOn(found: Answer, indexes: readonly LanguageIndex[], isCurrent: () => boolean) {
    if (found.hits.length === 0) await this.#help(found, indexes, isCurrent);
    else this.#near.prepend(...completions(found, this.region, this.#guide));
    if ((found.counts.reading?.size ?? 0) > 1) await this.#nameReadings(found, isCurrent);
  }

  async #help(found: Answer, indexes: readonly LanguageIndex[], isCurrent: () => boolean) {
    const help = await helpWithNothing(found, indexes, this.#guide);
    if (isCurrent()) this.#near.replaceChildren(...help);
  }

  /** Hits of several readings: each is named with its count, and leads to its own. */
  async #nameReadings({ question, counts }: Answer, isCurrent: () => boolean) {
    const most = [...(counts.reading ?? [])].toSorted(([, one], [, other]) => other - one).slice(0, NAMED);
    if (most.length < 2) return;
    await this.#loadNames();
    if (!isCurrent()) return;
    const buttons = most.map(([reading, count]) => {
      const chosen = { ...question.chosen, reading: [reading] };
      return [this.#button(nameOf('reading', reading), { ...question, chosen }), ` ${count}`];
    });
    const others = (counts.reading?.size ?? 0) - most.length;
    this.#readings.replaceChildren(
      ...buttons.flatMap((button, index) => (index === 0 ? button : [', ', ...button])),
      others > 0 ? `, and ${others} more readings.` : '.',
    );
  }

  #drawLane(hits: readonly Hit[]) {
    if (!this.#lane.hidden) this.#lane.replaceChildren(drawLane(hits));
  }

  #removals(question: Question): (Node | string)[] {
    return chosenValues(question).flatMap(({ facet, value }) => [
      ' ',
      this.#button(`Remove ${nameWithin(facet, value)}`, without(question, facet, value)),
    ]);
  }

  #button(words: string, question: Question): HTMLButtonElement {
    const button = element('button', 'ask', words);
    button.type = 'button';
    button.addEventListener('click', () => this.#guide.ask(question));
    return button;
  }

  get #guide(): Guide {
    return {
      site: this.#site,
      ask: (question) => {
        this.show(question, 'chosen');
        // What was pressed is gone with the answer; this stays.
        this.#sum.focus({ preventScroll: true });
      },
    };
  }

  /** The index’s folder is `pagefind/<digest>/` of it. */
  get #site(): string {
    return this.#setting.folder.replace(/pagefind\/[^/]+\/$/, '');
  }

  #loadNames(): Promise<void> {
    return loadNames(`${this.#site}search-names.json`);
  }

  async #unfold() {
    if (this.#filters.unfolded.length === 0) return;
    await this.#loadNames();
    if (!asksNothing(this.question)) return this.ask('given');
    try {
      const { counts } = await answer(
        this.question,
        (await this.#indexes.open()).kept,
        this.#filters.unfolded,
      );
      this.#filters.count(counts);
    } catch (error) {
      console.error(error);
      await this.#fail();
    }
  }

  #clear() {
    this.#empty();
    this.#setting.rest.hidden = false;
    this.#filters.count({});
  }

  #empty() {
    this.#results.clear();
    for (const part of [this.#sum, this.#near, this.#readings, this.#lane, this.#orders, this.#said])
      part.replaceChildren();
  }

  #tellWaiting({ words }: Question) {
    if (this.region.dataset.asked !== undefined) return;
    this.#sum.replaceChildren('Looking for ', words === '' ? 'them' : element('b', '', words), '.');
  }

  /** Says what is wrong, and offers what needs no index. */
  async #fail() {
    const areGone = !this.#isOpen && (await this.#indexes.areGone());
    this.#clear();
    const told = areGone ? GONE : this.#isOpen ? PART : WHOLE;
    this.#sum.append(told, ' ', areGone ? reloadLink() : this.#retry());
    this.#near.append(...this.#setting.instead());
    this.#announce();
  }

  #retry(): HTMLButtonElement {
    const again = element('button', 'ask retry', 'Try again');
    again.type = 'button';
    again.addEventListener('click', () => this.ask('given'));
    return again;
  }

  #announce() {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.#said.textContent = `${this.#sum.textContent} ${this.#near.textContent}`.trim();
    }, QUIET);
  }
}

/** @returns the page’s own address: it comes anew, with what is asked */
function reloadLink(): HTMLAnchorElement {
  const link = element('a', '', 'Reload it');
  link.href = location.href;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
  return link;
}
