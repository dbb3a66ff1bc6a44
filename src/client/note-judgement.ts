import { accountOfNote, type NoteAccount } from '../core/note-account.ts';
import { judgeNote } from '../core/verdict.ts';
import { differing } from './differing.ts';
import { element } from './element.ts';
import { fetchLedger } from './ledgers.ts';
import type { ToldOfNote } from './note-verdict.ts';

const unloaded: NoteAccount = {
  lead: 'Whether this note has changed since it was cited could not be found out:',
  rest: 'the record of what it has said could not be loaded.',
  finding: [],
};

/** @returns what has become of a cited note, by the ledger; undefined where there is nothing to tell */
export async function noteJudgement(
  { dataset }: HTMLElement,
  fingerprint: string,
): Promise<ToldOfNote | undefined> {
  const account = await fetchLedger(dataset.ledger!).then(
    (ledger) => accountOfNote(judgeNote(ledger, dataset.note!, fingerprint)),
    (error: unknown) => {
      console.error(error);
      return unloaded;
    },
  );
  if (!account) return undefined;
  const { finding, ...said } = account;
  const was = element('p', 'was');
  was.append(...differing(finding));
  return { ...said, below: finding.length > 0 ? [was] : [] };
}
