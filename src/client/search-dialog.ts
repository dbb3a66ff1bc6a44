import { STATUSES } from '../core/annotation.ts';
import { element } from './element.ts';
import { filterLabel } from './search-filters.ts';
import { lists } from './search-help.ts';
import { SearchPanel } from './search-panel.ts';
import { addressOf, asksNothing } from './search-question.ts';

/** Made when it is first opened, and kept with what was asked. */
let sheet: { dialog: HTMLDialogElement; field: HTMLInputElement } | undefined;

/**
 * Opens the search over the page; on the page of search itself, goes to its field.
 *
 * @param link to the page of search, which says where the index is
 */
export function openSearch(link: HTMLAnchorElement): void {
  const own = document.querySelector<HTMLInputElement>('.sea .q input');
  if (!own) {
    sheet ??= makeSheet(link);
    if (!sheet.dialog.open) {
      // A scroll bar that takes room keeps it while the page behind does not scroll.
      document.documentElement.classList.toggle('barred', innerWidth > document.documentElement.clientWidth);
      sheet.dialog.showModal();
    }
  }
  const field = own ?? sheet!.field;
  field.focus();
  field.select();
}

function makeSheet(link: HTMLAnchorElement) {
  const dialog = element('dialog', 'sd');
  const { form, close } = drawForm(link);
  const filters = element('div', 'fl');
  const answer = element('div', 'dr res');
  const rest = drawRest(link);
  const all = element('a', '', 'All results on a page of their own');
  const onward = element('p', 'onward');
  filters.setAttribute('role', 'group');
  filters.setAttribute('aria-label', 'Status');
  filters.append(...STATUSES.map(statusLabel));
  onward.append(all);
  answer.append(rest, onward);
  const inner = element('div', 'sdi');
  inner.append(form, answer);
  dialog.append(inner);
  dialog.setAttribute('aria-label', 'Search');
  dialog.lang = 'en-GB';
  dialog.dir = 'ltr';
  document.body.append(dialog);
  const panel = new SearchPanel({
    form,
    filters,
    answer,
    rest,
    folder: link.dataset.index!,
    languages: link.dataset.languages!.split(' '),
    asked: (question) => {
      all.href = addressOf(link.href, question);
      onward.hidden = asksNothing(question);
    },
    instead: () => [
      'What does not need it: the browser’s own search within the text, where every note stands too, ',
      ...lists(link.href.replace(/search\/$/, '')),
      '.',
    ],
  });
  answer.querySelector('.sum')!.after(filters);
  onward.hidden = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void panel.firstHit().then((hit) => hit?.click());
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => follow(event, dialog));
  dialog.addEventListener('keydown', (event) => leave(event, dialog));
  return { dialog, field: panel.field };
}

function drawForm(link: HTMLAnchorElement) {
  const form = element('form', 'q');
  const label = element('label', '', 'Search the text and its notes');
  const field = element('input');
  const close = element('button', 'esc', 'Close');
  form.action = link.href;
  form.role = 'search';
  label.htmlFor = field.id = 'page:dialog-q';
  field.name = 'q';
  field.type = 'search';
  field.placeholder = 'Words, numbers';
  field.autocomplete = 'off';
  close.type = 'button';
  close.append(' ', element('kbd', '', 'Esc'));
  form.append(label, field, close);
  return { form, close };
}

/** What stands there before anything is typed. */
function drawRest(link: HTMLAnchorElement): HTMLElement {
  const rest = element('div', 'unasked');
  const keys = element('p', 'near');
  const help = element('span', 'key-help');
  help.append(
    element('kbd', '', '↓'),
    ' to the results, ',
    element('kbd', '', 'Enter'),
    ' goes there, ',
    element('kbd', '', 'Esc'),
    ' back to the text where you were. ',
  );
  keys.append(help, 'Without a word to look for: ', ...lists(link.href.replace(/search\/$/, '')), '.');
  rest.append(
    element('p', 'sum0', 'Type to search. Numbers are read as numbers: 140 billion finds €140bn.'),
    keys,
  );
  return rest;
}

function statusLabel(status: string): HTMLElement {
  const label = filterLabel('status', status);
  label.classList.add(`st-${status}`);
  return label;
}

/** A browser may take Escape to empty the field, and a note behind would close, too. In the list it leads to the field. */
function leave(event: KeyboardEvent, dialog: HTMLDialogElement) {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  event.preventDefault();
  event.stopPropagation();
  dialog.close();
}

/** A press beside the sheet closes it. A hit within this page is gone to without leaving it. */
function follow(event: MouseEvent, dialog: HTMLDialogElement) {
  if (event.target === dialog) return dialog.close();
  const link = (event.target as Element).closest<HTMLAnchorElement>('.hits a, .of-readings a');
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || link.origin + link.pathname !== location.origin + location.pathname) return;
  event.preventDefault();
  dialog.close();
  goWithin(link);
}

/** As a link within the page would, with the words in the address. */
function goWithin({ hash, search }: HTMLAnchorElement) {
  const parameters = new URLSearchParams(location.search);
  parameters.set('q', new URLSearchParams(search).get('q') ?? '');
  if (parameters.get('q') === '') parameters.delete('q');
  const isThere = location.hash === hash;
  if (!isThere) location.hash = hash;
  history.replaceState(history.state, '', `?${parameters}${hash}`);
  if (isThere) dispatchEvent(new HashChangeEvent('hashchange'));
  void import('./found-here.ts').then(({ showFound }) => showFound());
}
