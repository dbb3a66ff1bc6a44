import { inOrderOf } from '../core/language.ts';
import type { Question, SearchPanel, Way } from './searching.ts';

/** `<site-search>`: answers from the index, over a page that already lists what can be found. */
class SiteSearch extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    const { signal } = (this.#leaving = new AbortController());
    // Imported as elsewhere, its file is its own; until it is there, a question is a form like any other.
    void import('./searching.ts').then((searching) => {
      if (!signal.aborted) this.#begin(searching, signal);
    });
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  #begin({ addressOf, readQuestion, SearchPanel }: typeof import('./searching.ts'), signal: AbortSignal) {
    const form = document.querySelector<HTMLFormElement>('main form.q')!;
    const panel = new SearchPanel({
      form,
      filters: this.querySelector('.filters')!,
      answer: this.querySelector('.res')!,
      rest: this.querySelector('.all')!,
      list: this.querySelector<HTMLElement>('.all:has(.hit)'),
      folder: this.dataset.index!,
      languages: inOrderOf(navigator.languages, this.dataset.languages!.split(' ')),
      asked: (question, way) => write(addressOf(location.pathname, question), way),
      instead: () => ['Here is what can be found without it.'],
    });
    const given = () => readQuestion(new URLSearchParams(location.search));
    const submitted = (event: Event) => {
      event.preventDefault();
      panel.ask('chosen');
    };
    form.addEventListener('submit', submitted, { signal });
    const moved = () => {
      // A link within the page moves, too, and asks nothing else.
      if (addressOf('', given()) !== addressOf('', panel.question)) panel.show(given(), 'given');
    };
    addEventListener('popstate', moved, { signal });
    answerAtOnce(panel, given());
  }
}

/** What the address asks; or what was typed while the page came. */
function answerAtOnce(panel: SearchPanel, given: Question) {
  const typed = panel.field.value.trim();
  panel.show(given, 'given');
  if (typed !== '' && typed !== given.words) panel.show({ ...given, words: typed }, 'typed');
}

/** What was submitted or chosen is kept in the history: what is typed next has an entry of its own, and one alone. */
function write(address: string, way: Way) {
  const isKept = (history.state as { isKept?: boolean } | null)?.isKept === true;
  const isOther = address !== location.pathname + location.search;
  if (way === 'given') history.replaceState({ isKept: location.search !== '' }, '');
  else if (isOther && (way === 'chosen' || isKept))
    history.pushState({ isKept: way === 'chosen' }, '', address);
  else history.replaceState({ isKept: way === 'chosen' }, '', address);
}

customElements.define('site-search', SiteSearch);
