/** A note's own page, reached by a citation: whether the note is still what was cited. */
const main = document.querySelector<HTMLElement>('[data-note]')!;
const cited = new URLSearchParams(location.search).get('v');
if (cited !== null) void import('./note-verdict.ts').then(({ tellNote }) => tellNote(main, cited));
