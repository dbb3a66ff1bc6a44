import { STATUSES } from '../core/annotation.ts';
import { element } from './element.ts';
import { addressWith } from './found-address.ts';
import { showFound } from './found-here.ts';
import { filterLabel } from './search-filters.ts';
import { lists } from './search-help.ts';
import { SearchPanel } from './search-panel.ts';
import { addressOf } from './search-question.ts';

/** Made when it is first opened, and kept with what was asked. */
let sheet: Sheet | undefined;

/**
 * Opens the search over the page.
 *
 * @param link to the page of search, which says where the index is
 * @param typed what was typed while it came
 */
export function openSearch(link: HTMLAnchorElement, typed: string): void {
  sheet ??= new Sheet(link);
  sheet.open(typed);
}

/** The search as a sheet over the page, which stays where it is. */
class Sheet {
  readonly #link: HTMLAnchorElement;
  readonly #dialog = element('dialog', 'sd');
  readonly #answer = element('div', 'dr res');
  /** To the page of search, with what is asked. */
  readonly #all = element('a', '', 'All results on a page of their own');
  readonly #panel: SearchPanel;

  constructor(link: HTMLAnchorElement) {
    this.#link = link;
    const form = drawForm(link.href);
    const filters = drawFilters();
    this.#draw(form);
    this.#panel = this.#makePanel(form, filters);
    this.#answer.querySelector('.sum')!.after(filters);
    this.#listen(form);
  }

  open(typed: string): void {
    // A scroll bar that takes room keeps it while the page behind does not scroll.
    const root = document.documentElement;
    root.classList.toggle('barred', innerWidth > root.clientWidth);
    this.#dialog.showModal();
    const { field } = this.#panel;
    field.focus();
    field.select();
    // As if it were typed: in the place of what was asked last.
    if (typed !== '') this.#panel.show({ ...this.#panel.question, words: typed }, 'typed');
  }

  #draw(form: HTMLFormElement) {
    const inner = element('div', 'sdi');
    inner.append(form, this.#answer);
    this.#dialog.append(inner);
    this.#dialog.setAttribute('aria-label', 'Search');
    this.#dialog.lang = 'en-GB';
    this.#dialog.dir = 'ltr';
    document.body.append(this.#dialog);
  }

  #makePanel(form: HTMLFormElement, filters: HTMLElement): SearchPanel {
    const { href, dataset } = this.#link;
    const site = href.replace(/search\/$/, '');
    const rest = drawRest(site);
    const onward = element('p', 'onward');
    onward.append(this.#all);
    this.#answer.append(rest, onward);
    return new SearchPanel({
      form,
      filters,
      answer: this.#answer,
      rest,
      folder: dataset.index!,
      languages: dataset.languages!.split(' '),
      asked: (question) => {
        this.#all.href = addressOf(href, question);
      },
      instead: () => [
        'What does not need it: the browser’s own search within the text, where every note stands too, ',
        ...lists(site),
        '.',
      ],
    });
  }

  #listen(form: HTMLFormElement) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#panel.firstHit().then((hit) => hit?.click());
    });
    form.querySelector('button')!.addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('click', (event) => this.#follow(event));
    this.#dialog.addEventListener('keydown', (event) => this.#leave(event));
  }

  /** A press below the sheet closes it. A hit within this page is gone to without leaving it. */
  #follow(event: MouseEvent) {
    const isBelow = event.clientY > this.#dialog.getBoundingClientRect().bottom;
    if (event.target === this.#dialog && isBelow) this.#dialog.close();
    const link = (event.target as Element).closest<HTMLAnchorElement>('.hits a');
    const isHere = link && link.origin + link.pathname === location.origin + location.pathname;
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!isHere || !isPlain) return;
    event.preventDefault();
    this.#dialog.close();
    goWithin(link);
  }

  /** A browser may take Escape to empty the field, and a note behind would close, too. In the list it leads to the field. */
  #leave(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.#dialog.close();
  }
}

function drawForm(action: string): HTMLFormElement {
  const form = element('form', 'q');
  form.action = action;
  form.role = 'search';
  const field = element('input');
  field.id = 'page:dialog-q';
  field.name = 'q';
  field.type = 'search';
  field.placeholder = 'Words, numbers';
  field.autocomplete = 'off';
  const label = element('label', '', 'Search the text and its notes');
  label.htmlFor = field.id;
  const close = element('button', 'esc', 'Close');
  close.type = 'button';
  close.append(' ', element('kbd', '', 'Esc'));
  form.append(label, field, close);
  return form;
}

/** Of the filters only the statuses. */
function drawFilters(): HTMLElement {
  const filters = element('div', 'fl');
  filters.role = 'group';
  filters.ariaLabel = 'Status';
  for (const status of STATUSES) {
    const label = filterLabel('status', status);
    label.classList.add(`st-${status}`);
    filters.append(label);
  }
  return filters;
}

/** What stands there before anything is typed. */
function drawRest(site: string): HTMLElement {
  const rest = element('div', 'unasked');
  const keys = element('p', 'near');
  const help = element('span', 'key-help');
  const key = (name: string) => element('kbd', '', name);
  help.append(key('↓'), ' to the results, ', key('Enter'), ' goes there, ');
  help.append(key('Esc'), ' back to the text where you were. ');
  keys.append(help, 'Without a word to look for: ', ...lists(site), '.');
  const words = 'Type to search. Numbers are read as numbers: 140 billion finds €140bn.';
  rest.append(element('p', 'sum0', words), keys);
  return rest;
}

/** As a link within the page would, with the words in the address. */
function goWithin({ hash, search }: HTMLAnchorElement) {
  const words = new URLSearchParams(search).get('q') ?? '';
  const isThere = location.hash === hash;
  if (!isThere) location.hash = hash;
  history.replaceState(history.state, '', addressWith(words, hash));
  if (isThere) dispatchEvent(new HashChangeEvent('hashchange'));
  showFound();
}
