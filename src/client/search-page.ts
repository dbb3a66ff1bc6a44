import { addressOf, readQuestion } from './search-question.ts';
import { SearchPanel } from './search-panel.ts';

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
      asked: (question, way) => {
        const address = addressOf(location.pathname, question);
        if (way === 'typed') history.replaceState(null, '', address);
        else if (way === 'chosen' && address !== location.pathname + location.search)
          history.pushState(null, '', address);
      },
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

customElements.define('site-search', SiteSearch);
