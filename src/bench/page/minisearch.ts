import MiniSearch from 'minisearch';
import { MINISEARCH } from '../minisearch.ts';
import { answerFrom, type Shown } from './rival.ts';

answerFrom(async () => {
  const index = await (await fetch('index.json')).text();
  const search = await MiniSearch.loadJSONAsync(index, MINISEARCH);
  return (words) => search.search(words) as unknown as Shown[];
});
