import type { Document } from '../document.ts';

/** How many hits a page shows at first. */
const SHOWN = 20;

/** What a hit shows. */
export type Shown = Pick<Document, 'place' | 'url' | 'title' | 'text'>;

/** Answers words with documents, the best first. */
export type Search = (words: string) => readonly Shown[] | Promise<readonly Shown[]>;

/**
 * Lets a page answer what is typed into its field as Postil’s own does: loads the index when the field is first
 * touched, and says in `data-asked` what it has answered.
 *
 * @param load fetches the index
 */
export function answerFrom(load: () => Promise<Search>): void {
  const field = document.querySelector('input')!;
  const hits = document.querySelector<HTMLElement>('.hits')!;
  let search: Promise<Search> | undefined;
  const open = () => (search ??= load());
  field.addEventListener('focus', () => void open());
  field.form!.addEventListener('submit', (event) => event.preventDefault());
  field.addEventListener('input', () => {
    const asked = field.value;
    void open()
      .then((answer) => answer(asked))
      .then((found) => {
        if (asked !== field.value) return;
        hits.replaceChildren(...found.slice(0, SHOWN).map(renderHit));
        hits.dataset.asked = JSON.stringify({ words: asked });
      });
  });
}

function renderHit({ place, url, title, text }: Shown): HTMLElement {
  const hit = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = place;
  const words = document.createElement('p');
  words.textContent = title;
  const further = document.createElement('p');
  further.textContent = text;
  hit.append(link, words, further);
  return hit;
}
