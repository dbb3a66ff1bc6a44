import type { Lane } from '../core/search-pack.ts';
import { counted } from '../core/tally.ts';
import { element } from './element.ts';
import { parseQuery } from '../core/search-query.ts';
import { type Answer, answer, type Hit } from './search-answer.ts';
import { likelyIn, matchAtHand } from './search-at-hand.ts';
import { failureIn, incompleteIn } from './search-failure.ts';
import { Filters } from './search-filters.ts';
import { asPhrase, completions, type Guide, helpWithNothing } from './search-help.ts';
import type { LanguageIndex } from './search-index.ts';
import { Indexes } from './search-indexes.ts';
import { enhanceArrows } from './search-keys.ts';
import { drawLane } from './search-lane.ts';
import { narrow } from './search-list.ts';
import { loadNames, nameWithin } from './search-names.ts';
import { asksNothing, chosenValues, type Order, type Question, without } from './search-question.ts';
import { drawOrders } from './search-orders.ts';
import { areOfOneReading, readingsIn } from './search-readings.ts';
import { Results } from './search-results.ts';
import { summaryOf } from './search-summary.ts';

/** Milliseconds without a keystroke after which a question is asked. */
const PAUSE = 90;

/** Milliseconds of quiet after which an answer is read out. */
const QUIET = 700;

/** Milliseconds after which what is at hand answers until the index does: where that is near, it was quicker. */
const SOON = 60;

/** Milliseconds after which it is said that the index is asked. */
const SLOW = 150;

/** Letters of a word from which on it is worth loading what it needs before it is known to be asked. */
const SHORTEST = 3;

/** What is still to be asked when an answer is shown: the index, which was on its way, or those of other languages. */
type Awaited = 'index' | 'languages';

const AWAITED: Record<Awaited, string> = {
  index: ' The rest is being searched.',
  languages: ' The texts in other languages are being asked.',
};

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
  /** The list of notes in it, where it has one: it answers while the index is on its way. */
  list?: HTMLElement | null;
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
  /** Whether the index has not answered the last question. */
  #isAwaited = false;
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
    this.#results = new Results(this.region, (hits) => void this.#drawLane(hits));
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
      this.#whereFree(() => void this.#indexes.foresee(this.#wordsForeseen));
    });
    for (const sign of ['focus', 'pointerenter'] as const)
      this.field.addEventListener(sign, () => this.#whereFree(() => void this.#indexes.begin()), {
        once: true,
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

  /** What is about to be asked needs comes while it is typed. If it cannot come, asking tells. */
  #whereFree(load: () => void) {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (connection?.saveData !== true) load();
  }

  /** Of what stands in the field, what is long enough. */
  get #wordsForeseen(): string {
    const words = this.field.value.split(' ').filter(({ length }) => length >= SHORTEST);
    return words.join(' ');
  }

  /** Answers what stands in the field and is chosen. A later question overtakes an earlier one. */
  ask(way: Way): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#quiet);
    this.#pause = undefined;
    const asked = ++this.#asked;
    this.#isAwaited = true;
    const { question } = this;
    this.#setting.asked(question, way);
    if (asksNothing(question)) this.#askNothing();
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
    void this.#answerAtHand(question, isCurrent);
    try {
      if (question.chosen.source || question.chosen.reading) await this.#loadNames();
      const first = await this.#indexes.openFirst();
      const early = first && (await this.#ask(question, [first]));
      if (early && early.hits.length > 0) {
        if (isCurrent()) await this.#show(early, isCurrent, 'languages');
        // Whoever waits for an answer has one now.
        void this.#answerWholly(question, isCurrent).catch((error: unknown) => this.#fail(error, isCurrent));
      } else await this.#answerWholly(question, isCurrent);
    } catch (error) {
      await this.#fail(error, isCurrent);
    } finally {
      clearTimeout(slow);
    }
  }

  async #answerWholly(question: Question, isCurrent: () => boolean): Promise<void> {
    const { kept: indexes, isIncomplete } = await this.#indexes.open();
    const found = await this.#ask(question, indexes);
    found.isIncomplete ||= isIncomplete;
    if (isCurrent()) await this.#show(found, isCurrent);
    if (isCurrent()) await this.#leadOn(found, indexes, isCurrent);
    if (isCurrent()) this.#announce();
  }

  /** Until the index answers, what is loaded does: nobody waits for the network to see what is there. */
  async #answerAtHand(question: Question, isCurrent: () => boolean): Promise<void> {
    const isAwaited = () => isCurrent() && this.#isAwaited;
    const index = question.words === '' ? undefined : await this.#indexes.begin();
    if (!index) return;
    await Promise.all([likelyIn(index, parseQuery(question.words, index.language)), elapsed(SOON)]);
    if (!isAwaited()) return;
    const found = await answer(question, [index], this.#filters.unfolded, matchAtHand).catch(() => undefined);
    if (found && found.hits.length > 0 && isAwaited()) await this.#show(found, isAwaited, 'index');
  }

  async #ask(question: Question, indexes: readonly LanguageIndex[]): Promise<Answer> {
    this.#isOpen = true;
    const found = await answer(question, indexes, this.#filters.unfolded);
    await this.#results.load(found);
    return found;
  }

  async #show(found: Answer, isCurrent: () => boolean, awaited?: Awaited): Promise<void> {
    this.#isAwaited = awaited === 'index';
    this.#tell(found, awaited);
    const areMoreToCome = awaited !== undefined && this.#setting.languages.length > 1;
    const areSeveral = areMoreToCome || found.readings > 1;
    const shown = { site: this.#site, words: found.question.words, areSeveral };
    await this.#results.show(found, shown, awaited !== 'index', isCurrent);
  }

  /** All but the hits. How many there are, and in which order, is not told of a part. */
  #tell(found: Answer, awaited?: Awaited) {
    const { question, counts } = found;
    const lacking = found.isIncomplete ? incompleteIn(this.#retry) : [];
    const further = awaited ? [AWAITED[awaited]] : [];
    this.#sum.replaceChildren(...summaryOf(found), ...further, ...lacking, ...this.#removals(question));
    this.#near.replaceChildren();
    this.#readings.replaceChildren();
    this.#lane.hidden = !areOfOneReading(found);
    unveil();
    this.#setting.rest.hidden = true;
    drawOrders(this.#orders, found, (sort) => {
      this.#sort = sort;
      this.ask('chosen');
    });
    this.#orders.classList.toggle('awaited', awaited === 'index');
    if (awaited !== 'index') this.#filters.count(counts);
  }

  /** What could be asked next. */
  async #leadOn(found: Answer, indexes: readonly LanguageIndex[], isCurrent: () => boolean) {
    this.#near.append(...completions(found, this.region, this.#guide));
    if (found.hits.length === 0) return this.#help(found, indexes, isCurrent);
    if (!areOfOneReading(found)) await this.#nameReadings(found, isCurrent);
    await this.#offerPhrase(found, indexes, isCurrent);
  }

  async #offerPhrase(found: Answer, indexes: readonly LanguageIndex[], isCurrent: () => boolean) {
    const offer = await asPhrase(found, indexes, this.#guide);
    if (isCurrent()) this.#near.append(...offer);
  }

  async #help(found: Answer, indexes: readonly LanguageIndex[], isCurrent: () => boolean) {
    const help = await helpWithNothing(found, indexes, this.#guide);
    if (isCurrent()) this.#near.replaceChildren(...help);
  }

  async #nameReadings(found: Answer, isCurrent: () => boolean) {
    await this.#loadNames();
    const named = readingsIn(found, (words, question) => this.#button(words, question));
    if (isCurrent()) this.#readings.replaceChildren(...named);
  }

  /** At once; the line itself is below it when it is loaded. */
  async #drawLane(hits: readonly Hit[]) {
    const loaded = hits.filter(({ index, ordinal }) => index.packs.isLoaded(ordinal));
    const [first] = loaded;
    if (this.#lane.hidden || !first) return;
    const draw = (line: Lane) => this.#lane.replaceChildren(drawLane(loaded, line));
    draw([]);
    const drawn = this.#lane.firstChild;
    const { packs } = first.index;
    const line = await packs.lane(packs.readingOf(first.ordinal)!.slug).catch(() => []);
    if (this.#lane.firstChild === drawn) draw(line);
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

  /** The further filters are counted when they are unfolded. */
  async #unfold() {
    if (this.#filters.unfolded.length === 0) return;
    await this.#loadNames();
    this.ask('given');
  }

  /** Nothing is searched; but what is unfolded says how much there is. */
  #askNothing() {
    this.#clear();
    unveil();
    if (this.#filters.unfolded.length > 0) this.#answered = this.#countAll(this.question, this.#asked);
  }

  async #countAll(question: Question, asked: number) {
    try {
      const { kept: indexes } = await this.#indexes.open();
      const { counts } = await answer(question, indexes, this.#filters.unfolded);
      if (asked === this.#asked) this.#filters.count(counts);
    } catch (error) {
      await this.#fail(error, () => asked === this.#asked);
    }
  }

  #clear() {
    this.#empty();
    this.#setting.rest.hidden = false;
    if (this.#setting.list) narrow(this.#setting.list, '');
    this.#filters.count({});
  }

  #empty() {
    this.#results.clear();
    for (const part of [this.#sum, this.#near, this.#readings, this.#lane, this.#orders, this.#said])
      part.replaceChildren();
  }

  #tellWaiting({ words, chosen }: Question) {
    if (this.#results.areShown) return;
    unveil();
    const { list } = this.#setting;
    const asked = words === '' ? 'them' : element('b', '', words);
    if (!list || words === '' || Object.keys(chosen).length > 0)
      return this.#sum.replaceChildren('Looking for ', asked, '.');
    const left = narrow(list, words);
    const notes = left === 0 ? 'no note of the list' : counted(left, 'note');
    this.#sum.replaceChildren(asked, ` stands in ${notes}. The texts and the evidence are being searched.`);
  }

  /** Says what is wrong, and offers what needs no index. */
  async #fail(error: unknown, isCurrent: () => boolean) {
    console.error(error);
    const failure = this.#isOpen ? 'part' : (await this.#indexes.areGone()) ? 'gone' : 'whole';
    if (!isCurrent()) return;
    this.#isAwaited = false;
    this.#clear();
    unveil();
    this.#sum.append(...failureIn(failure, this.#retry));
    this.#near.append(...this.#setting.instead());
    this.#announce();
  }

  readonly #retry = () => this.ask('given');

  #announce() {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      // What has the focus is read already.
      const parts = document.activeElement === this.#sum ? [this.#near] : [this.#sum, this.#near];
      this.#said.textContent = parts.map(wordsOf).join(' ').trim();
    }, QUIET);
  }
}

/** What was kept back while what the address asks was on its way can be seen. */
function unveil() {
  document.documentElement.classList.remove('asks');
}

/** What an element says; what its buttons do, they say themselves. */
function wordsOf(part: HTMLElement): string {
  return [...part.childNodes]
    .filter((node) => !(node instanceof HTMLButtonElement))
    .map(({ textContent }) => textContent)
    .join('');
}

function elapsed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
