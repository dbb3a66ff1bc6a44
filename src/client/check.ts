import type { Checked } from '../core/check-citations.ts';
import type { Found } from '../core/citation-finder.ts';
import type { Published } from '../core/published.ts';
import type { Known } from './published.ts';

/** Milliseconds of work after which the browser has its turn. */
const TURN = 12;
/** Milliseconds after which it is said that something is going on. */
const SLOW = 500;

type Checking = typeof import('./checking.ts');

/** `<check-citations>`: answers what is pasted from what is published, in the browser alone. */
class CheckCitations extends HTMLElement {
  #checking: Promise<Checking> | undefined;
  #readings = new Map<string, Promise<Published>>();
  #asked = 0;
  #leaving = new AbortController();

  connectedCallback() {
    const { signal } = (this.#leaving = new AbortController());
    this.#button.addEventListener('click', () => void this.#check(), { signal });
    // What checks is on its way while the reader pastes; what is checked against comes when it is asked for.
    this.#field.addEventListener('focus', () => void this.#load().catch(() => undefined), { signal });
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  get #field() {
    return this.querySelector('textarea')!;
  }
  get #button() {
    return this.querySelector('button')!;
  }
  get #base() {
    return this.dataset.base!;
  }
  get #known() {
    return JSON.parse(this.dataset.readings!) as Known[];
  }

  /** A later question overtakes an earlier one. */
  async #check() {
    const asked = ++this.#asked;
    const isLast = () => asked === this.#asked;
    const slow = setTimeout(() => isLast() && this.#progress('Loading what is published …'), SLOW);
    try {
      const checking = await this.#load();
      const found = checking.findCitations(this.#field.value, this.#site(), {
        quotations: true,
        lines: true,
      });
      const readings = found.length === 0 ? [] : await this.#published(checking);
      const answers = await this.#answer(found, checking.citationChecker(readings), isLast);
      if (isLast()) this.#show(answers, checking);
    } catch (error) {
      console.error(error);
      if (isLast()) this.#fail();
    } finally {
      clearTimeout(slow);
      if (isLast()) this.#progress('');
    }
  }

  #load(): Promise<Checking> {
    return (this.#checking ??= import('./checking.ts'));
  }

  #site() {
    const { host } = this.dataset;
    return {
      slugs: this.#known.map(({ slug }) => slug),
      base: this.#base,
      hosts: [location.host, ...(host === undefined ? [] : [host])],
      isAddressed: host !== undefined,
    };
  }

  /** Loads each reading once; what could not be had is asked for again the next time. */
  #published({ loadPublished }: Checking): Promise<Published[]> {
    return Promise.all(
      this.#known.map((known) => {
        const loaded = this.#readings.get(known.slug) ?? loadPublished(known, this.#base);
        this.#readings.set(known.slug, loaded);
        loaded.catch(() => this.#readings.delete(known.slug));
        return loaded;
      }),
    );
  }

  /** Answers one after another; typing and scrolling have their turn between. */
  async #answer(
    found: readonly Found[],
    check: (found: Found) => Checked,
    isLast: () => boolean,
  ): Promise<Checked[]> {
    const answers: Checked[] = [];
    const started = performance.now();
    let turn = started;
    for (const each of found) {
      if (!isLast()) break;
      answers.push(check(each));
      if (performance.now() - turn < TURN) continue;
      if (performance.now() - started > SLOW) this.#progress(`${answers.length} of ${found.length}`);
      await new Promise((resolve) => setTimeout(resolve));
      turn = performance.now();
    }
    return answers;
  }

  #show(answers: readonly Checked[], { headingFor, renderAnswer, summaryOf }: Checking) {
    if (answers.length === 0) {
      this.#tell('Nothing to check', 'No link to this site and no quotation is in the field.');
      return;
    }
    const list = document.createElement('ol');
    list.className = 'cks';
    list.append(...answers.map((answer) => renderAnswer(answer, this.#base)));
    this.#tell(headingFor(answers.length), summaryOf(answers), list);
  }

  #fail() {
    this.#tell(
      'Nothing was checked',
      'What is published here could not be loaded. Check again to try once more; if that fails too, reload the page.',
    );
  }

  #tell(heading: string, words: string, ...given: Node[]) {
    this.#part('.answers h2').textContent = heading;
    this.#part('[role="status"]').textContent = words;
    this.#part('.given').replaceChildren(...given);
  }

  #progress(words: string) {
    this.#part('.do .meta').textContent = words;
  }

  #part(selector: string) {
    return this.querySelector<HTMLElement>(selector)!;
  }
}

customElements.define('check-citations', CheckCitations);
