import type { Standing } from '../core/account.ts';
import { noteSince, UNCHANGED } from '../core/unchanged.ts';
import { announce } from './announce.ts';
import { noticeSaying, wordsIn } from './telling.ts';

/** What is said of a cited note. */
export interface ToldOfNote {
  standing?: Standing;
  lead: string;
  rest: string;
  /** What stands below that. */
  below?: readonly HTMLElement[];
}

/**
 * Says at the head of a note's page what has become of it since it was cited.
 *
 * @param main the page, which says what note it is of, how it stands, and where its ledger is
 * @param fingerprint what the link has for one
 */
export async function tellNote(main: HTMLElement, fingerprint: string): Promise<void> {
  const told = tellUnchanged(main, fingerprint) ?? (await judge(main, fingerprint));
  if (!told) return;
  const { lead, rest, standing = '', below = [] } = told;
  const notice = noticeSaying(lead, rest);
  notice.dataset.cited = standing;
  notice.append(...below);
  main.prepend(notice);
  dismissible(notice, main.querySelector('h1')!);
  announce(wordsIn(notice));
}

/** What the page itself knows: whether the note still says what was cited. */
function tellUnchanged({ dataset }: HTMLElement, fingerprint: string): ToldOfNote | undefined {
  const { v, since = '' } = dataset;
  if (v !== fingerprint.toLowerCase()) return undefined;
  return { standing: 'whole', lead: UNCHANGED, rest: noteSince(since, v) };
}

async function judge(main: HTMLElement, fingerprint: string): Promise<ToldOfNote | undefined> {
  const { noteJudgement } = await import('./note-judgement.ts');
  return noteJudgement(main, fingerprint);
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
