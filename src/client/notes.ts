import { clearMargin, layMargin } from './margin.ts';

/** A note and its mark, and where the note stands in the document. */
interface Pair {
  note: HTMLDetailsElement;
  mark: HTMLAnchorElement;
  box: HTMLElement;
}

/**
 * Notes stand beside their marks on a wide window and open below the line on a narrow one. Without this they stand
 * beside or below their paragraph and open all the same.
 */
export function enhanceNotes(reading: HTMLElement): void {
  const wide = matchMedia('(min-width: 68.75rem)');
  const pairs = findPairs(reading);
  const byNote = new Map(pairs.map((pair) => [pair.note, pair]));
  let open: Pair | undefined;
  let printing = false;

  for (const box of new Set(pairs.map((pair) => pair.box))) addFold(box, pairs);
  for (const pair of pairs) {
    answerEachOther(pair);
    pair.note.addEventListener('toggle', () => {
      if (!printing) toggled(pair);
    });
    for (const inner of pair.note.querySelectorAll('details')) inner.addEventListener('toggle', lay);
  }
  for (const mark of reading.querySelectorAll<HTMLAnchorElement>('.para .mark')) {
    const pair = pairs.find(({ note }) => note.dataset.of === idOf(mark));
    if (pair) mark.addEventListener('click', (event) => clicked(event, pair));
  }
  reading.addEventListener('click', (event) => {
    const back = (event.target as Element).closest('.back');
    const pair = back && byNote.get(back.closest<HTMLDetailsElement>('.note')!);
    if (pair) leave(event, pair);
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) leave(event, open);
  });
  addEventListener('hashchange', followHash);
  addEventListener('resize', lay);
  wide.addEventListener('change', () => {
    if (printing) return;
    for (const pair of pairs) place(pair);
    lay();
  });
  addEventListener('beforeprint', () => {
    printing = true;
    for (const { note, box } of pairs) goHome(note, box);
    clearMargin(reading, pairs);
    for (const details of reading.querySelectorAll('details')) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of reading.querySelectorAll('details')) details.open = details === open?.note;
    // The toggle events of what was just closed come first.
    setTimeout(() => {
      printing = false;
      if (open) place(open);
      lay();
    });
  });
  lay();
  void document.fonts.ready.then(() => {
    lay();
    followHash();
    requestAnimationFrame(() => document.documentElement.classList.add('laid'));
  });

  function lay() {
    if (printing) return;
    if (wide.matches) layMargin(reading, pairs, open?.note);
    else clearMargin(reading, pairs);
  }

  function clicked(event: Event, pair: Pair) {
    event.preventDefault();
    pair.note.open = !pair.note.open;
    // The event comes later; a key pressed before it must find the note open.
    toggled(pair);
    history.replaceState(null, '', pair.note.open ? pair.mark.hash : `#${pair.mark.id}`);
  }

  function leave(event: Event, pair: Pair) {
    event.preventDefault();
    pair.note.open = false;
    toggled(pair);
    pair.mark.focus();
  }

  function toggled(pair: Pair) {
    pair.mark.classList.toggle('on', pair.note.open);
    if (pair.note.open) {
      for (const other of pairs) if (other !== pair) other.note.open = false;
      open = pair;
    } else if (open === pair) open = undefined;
    place(pair);
    lay();
  }

  /** Narrow: an open note stands below the line that asked for it, unless its whole list is shown. */
  function place({ note, mark, box }: Pair) {
    if (!wide.matches && note.open && !box.classList.contains('show')) mark.after(note);
    else goHome(note, box);
  }

  function goHome(note: HTMLElement, box: HTMLElement) {
    if (note.parentElement === box) return;
    const after = pairs
      .slice(pairs.findIndex((pair) => pair.note === note) + 1)
      .find((pair) => pair.note.parentElement === box);
    box.insertBefore(note, after?.note ?? null);
  }

  function followHash() {
    const body = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const pair = body && byNote.get(body.parentElement as HTMLDetailsElement);
    if (!pair) return;
    pair.note.open = true;
    pair.mark.scrollIntoView({ block: 'center' });
  }
}

function findPairs(reading: HTMLElement): Pair[] {
  return [...reading.querySelectorAll<HTMLDetailsElement>('.note')].flatMap((note) => {
    const mark = document.getElementById(`m-${note.dataset.of}`);
    return mark instanceof HTMLAnchorElement ? [{ note, mark, box: note.parentElement! }] : [];
  });
}

function idOf(mark: HTMLAnchorElement): string {
  return decodeURIComponent(mark.hash.slice(1));
}

/** Pointing at or focusing one of the two relates it to the other. */
function answerEachOther({ note, mark }: Pair) {
  for (const [here, there] of [
    [note, mark],
    [mark, note],
  ] as const) {
    for (const event of ['pointerenter', 'focusin'])
      here.addEventListener(event, () => there.classList.add('near'));
    for (const event of ['pointerleave', 'focusout'])
      here.addEventListener(event, () => there.classList.remove('near'));
  }
}

/** Narrow: a line under the paragraph with the strokes of its notes, which shows them all. */
function addFold(box: HTMLElement, pairs: readonly Pair[]) {
  const notes = pairs.filter((pair) => pair.box === box).map(({ note }) => note);
  const fold = document.createElement('button');
  const label = document.createElement('span');
  fold.type = 'button';
  fold.className = 'fold';
  fold.append(
    ...notes.map((note) => {
      const stroke = note.querySelector('summary .f')!.cloneNode(true) as Element;
      stroke.classList.add(`st-${note.dataset.st}`);
      return stroke;
    }),
    label,
  );
  const tell = () => {
    const isShown = box.classList.contains('show');
    label.textContent = `${isShown ? 'Fold ' : ''}${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`;
    fold.setAttribute('aria-expanded', String(isShown));
  };
  tell();
  box.before(fold);
  fold.addEventListener('click', () => {
    for (const note of notes) note.open = false;
    box.classList.toggle('show');
    tell();
  });
}
