import { addressOf, readQuestion, SearchPanel, type Way } from './searching.ts';

/** `<site-search>`: answers from the index, over a page that already lists what can be found. */
class SiteSearch extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    const { signal } = (this.#leaving = new AbortController());
    const form = document.querySelector<HTMLFormElement>('main form.q')!;
    const panel = new SearchPanel({
      form,
      filters: this.querySelector('.filters')!,
      answer: this.querySelector('.res')!,
      rest: this.querySelector('.all')!,
      folder: this.dataset.index!,
      languages: this.dataset.languages!.split(' '),
      asked: (question, way) => write(addressOf(location.pathname, question), way),
      instead: () => ['Here is what can be found without it.'],
    });
    const fromAddress = () => panel.show(readQuestion(new URLSearchParams(location.search)), 'given');
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        panel.ask('chosen');
      },
      { signal },
    );
    addEventListener('popstate', fromAddress, { signal });
    fromAddress();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }
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
