import { accountOfNote, type NoteAccount } from '../core/note-account.ts';
import { judgeNote } from '../core/verdict.ts';
import { announce } from './announce.ts';
import { fetchLedger } from './ledgers.ts';
import { element } from './element.ts';
import { differing, noticeSaying, wordsIn } from './telling.ts';

const unloaded: NoteAccount = {
  lead: 'Whether this note has changed since it was cited could not be found out:',
  rest: 'the record of what it has said could not be loaded.',
  finding: [],
};

/**
 * Says at the head of a note's page what has become of it since it was cited.
 *
 * @param main the page, which says what note it is of, and where its ledger is
 * @param fingerprint what the link has for one
 */
export async function tellNote(main: HTMLElement, fingerprint: string): Promise<void> {
  const account = await fetchLedger(main.dataset.ledger!).then(
    (ledger) => accountOfNote(judgeNote(ledger, main.dataset.note!, fingerprint)),
    (error: unknown) => {
      console.error(error);
      return unloaded;
    },
  );
  if (!account) return;
  const notice = noticeSaying(account.lead, account.rest);
  notice.dataset.cited = account.standing ?? '';
  if (account.finding.length > 0) {
    const finding = element('p', 'was');
    finding.append(...differing(account.finding));
    notice.append(finding);
  }
  main.prepend(notice);
  dismissible(notice, main.querySelector('h1')!);
  announce(wordsIn(notice));
}

/** By its button or by Escape; the focus then goes to what the page says. */
function dismissible(notice: HTMLElement, heading: HTMLElement) {
  const dismiss = () => {
    removeEventListener('keydown', escape);
    notice.remove();
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  const escape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') dismiss();
  };
  notice.querySelector('button')!.addEventListener('click', dismiss);
  addEventListener('keydown', escape);
}
