import lunr from 'lunr';
import type { Document } from '../document.ts';
import { answerFrom } from './rival.ts';

answerFrom(async () => {
  const { index, documents } = (await (await fetch('index.json')).json()) as {
    index: object;
    documents: Document[];
  };
  const search = lunr.Index.load(index);
  return (words) =>
    search
      .query((query) => query.term(lunr.tokenizer(words), { presence: lunr.Query.presence.REQUIRED }))
      .map(({ ref }) => documents[Number(ref)]!);
});
