import { answerFrom } from './rival.ts';

/** How many results its documentation shows at first. */
const SHOWN = 5;

/** What is used of Pagefind’s script. */
interface Pagefind {
  init(): Promise<void>;
  search(words: string): Promise<{ results: { data(): Promise<Result> }[] }>;
}

interface Result {
  url: string;
  content: string;
  meta: { title: string };
}

answerFrom(async () => {
  const address = '/pagefind/pagefind.js';
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.init();
  return async (words) => {
    const { results } = await pagefind.search(words);
    const shown = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
    return shown.map(({ url, content, meta }) => ({ place: meta.title, url, title: content, text: '' }));
  };
});
