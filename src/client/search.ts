import { renderHit, renderSummary } from './hits.ts';
import type { Answer, Index, Query } from './index-api.ts';

/** Milliseconds without a keystroke after which a query is asked. */
const PAUSE = 120;

/** Hits whose texts are fetched at once. */
const SHOWN = 40;

/** Names of the filters that the page offers, as the index and the address have them. */
const FILTERS = ['in', 'status', 'kind'] as const;

/** `<site-search>`: answers from the index, over a page that already lists every note. */
class SiteSearch extends HTMLElement {
  #index: Promise<Index> | undefined;
  #failures = 0;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leaving = new AbortController();

  connectedCallback() {
    const { signal } = (this.#leaving = new AbortController());
    const form = this.#form;
    form.addEventListener('submit', (event) => this.#submitted(event), { signal });
    this.#field.addEventListener('input', () => this.#later(), { signal });
    this.#filters.addEventListener('change', () => void this.#ask('push'), { signal });
    addEventListener('popstate', () => this.#fromAddress(), { signal });
    this.#fromAddress();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  get #form() {
    return document.querySelector<HTMLFormElement>('main form.q')!;
  }
  get #field() {
    return this.#form.querySelector('input')!;
  }
  get #filters() {
    return this.querySelector<HTMLElement>('.filters')!;
  }
  get #boxes() {
    return [...this.#filters.querySelectorAll<HTMLInputElement>('input')];
  }

  #fromAddress() {
    const parameters = new URLSearchParams(location.search);
    this.#field.value = parameters.get('q') ?? '';
    for (const box of this.#boxes) box.checked = parameters.getAll(box.name).includes(box.value);
    if (parameters.size > 0) void this.#ask('keep');
    else this.#showAll();
  }

  #submitted(event: Event) {
    event.preventDefault();
    void this.#ask('push');
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask('replace'), PAUSE);
  }

  #query(): Query {
    const filters: Query['filters'] = {};
    for (const name of FILTERS) {
      const chosen = this.#boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value);
      if (chosen.length > 0) filters[name] = { any: chosen };
    }
    return { words: this.#field.value.trim(), filters };
  }

  /** Asks the index. A later question overtakes an earlier one, whichever answer comes first. */
  async #ask(address: 'push' | 'replace' | 'keep') {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    const query = this.#query();
    if (address !== 'keep') this.#writeAddress(address);
    if (query.words === '' && Object.keys(query.filters).length === 0) {
      this.#showAll();
      return;
    }
    try {
      const index = await (this.#index ??= load(this.dataset.index!, this.#failures));
      const answer = await index.search(query.words === '' ? null : query.words, {
        filters: query.filters,
        ...(query.words === '' && { sort: { place: 'asc' } }),
      });
      const hits = await Promise.all(answer.results.slice(0, SHOWN).map((result) => result.data()));
      if (asked === this.#asked) this.#show(query, answer, hits);
    } catch (error) {
      this.#index = undefined;
      this.#failures += 1;
      console.error(error);
      if (asked === this.#asked) this.#fail();
    }
  }

  #writeAddress(how: 'push' | 'replace') {
    const address = new URL(location.href);
    const { words } = this.#query();
    address.search = '';
    if (words !== '') address.searchParams.set('q', words);
    for (const box of this.#boxes) if (box.checked) address.searchParams.append(box.name, box.value);
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  #show(query: Query, answer: Answer, hits: Awaited<ReturnType<Answer['results'][number]['data']>>[]) {
    const groups = [
      { heading: 'In the text', found: hits.filter(({ meta }) => meta.in === 'passage') },
      { heading: 'In the notes', found: hits.filter(({ meta }) => meta.in === 'note') },
    ];
    const nodes = groups.flatMap(({ heading, found }) => {
      if (found.length === 0) return [];
      const title = document.createElement('h2');
      title.textContent = heading;
      const list = document.createElement('ol');
      list.append(...found.map(renderHit));
      return [title, list];
    });
    this.#part('.hits').replaceChildren(...nodes);
    this.#part('.hits').hidden = false;
    this.#part('.all').hidden = true;
    this.#part('.sum').textContent = renderSummary(query, answer, hits.length);
    this.#count(answer.filters);
  }

  #showAll() {
    this.#asked += 1;
    this.#part('.hits').hidden = true;
    this.#part('.all').hidden = false;
    this.#part('.sum').textContent = '';
    this.#count({});
  }

  #fail() {
    this.#part('.hits').hidden = true;
    this.#part('.all').hidden = false;
    this.#part('.sum').textContent =
      'The search index could not be loaded. All notes are listed here; ask again to try once more.';
  }

  #count(filters: Answer['filters']) {
    for (const box of this.#boxes) {
      const count = filters[box.name]?.[box.value];
      const label = box.closest('label')!;
      label.querySelector('.ct')!.textContent = count === undefined ? '' : String(count);
      label.classList.toggle('zero', count === 0 && !box.checked);
    }
  }

  #part(selector: string) {
    return this.querySelector<HTMLElement>(selector)!;
  }
}

/** The address must be a plain variable: with a template literal Vite's production build breaks the import. */
async function load(file: string, failures: number): Promise<Index> {
  // A module that could not be had is not asked for again under the same name.
  const address = failures === 0 ? file : `${file}?again=${failures}`;
  const index = (await import(/* @vite-ignore */ address)) as Index;
  // Pagefind's worker is made from a string, which the policy on Trusted Types refuses.
  await index.options({ noWorker: true });
  await index.init();
  await index.filters();
  return index;
}

customElements.define('site-search', SiteSearch);
