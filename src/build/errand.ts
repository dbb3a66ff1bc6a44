import path from 'node:path';
import { anchorByLedger } from '../core/anchoring.ts';
import { changesOf } from '../core/changes.ts';
import { type Decision, parseDecision, placeLabels, resolveDecisions } from '../core/decision.ts';
import { tellChange, tellQuestion } from '../core/edition-report.ts';
import { unitsOf } from '../core/inheritance.ts';
import { applyLedger, type Edition, type Ledger } from '../core/ledger.ts';
import { CHANGED_BY, parseLedger, serializeLedger } from '../core/ledger-file.ts';
import { foresee, type Question, withdrawals } from '../core/next-edition.ts';
import { listPassages } from '../core/passage.ts';
import { bringUpToDate, type Published, publishFirst, publishNext } from '../core/publish.ts';
import type { Reading } from '../core/reading.ts';
import { type Content, readFiles } from './content.ts';
import {
  fromGit,
  hasHadLedger,
  keepEarlier,
  keepPresent,
  ledgersBefore,
  type Recall,
  recallFromGit,
  recallKept,
  textsOfLast,
} from './freeze.ts';
import { writeWhole } from './write.ts';

/** What an editor wants of `npm run anchors`. */
export interface Orders {
  /** `YYYY-MM-DD`: the day of what is new. */
  today: string;
  by: Edition['by'];
  why: string | undefined;
  /** The commit whose ledger is kept, where two branches have changed it. */
  onto: string | undefined;
  /** Write nothing. */
  isTrial: boolean;
  /** List what decisions can name. */
  listsPlaces: boolean;
  /** More than half of what was published is gone on purpose. */
  confirmsRemovals: boolean;
  /** Asks the editor; none where nobody can be asked. */
  prompt: ((question: string) => Promise<string>) | undefined;
}

/** What was found of one reading, and done. */
export interface Outcome {
  file: string;
  edition?: number;
  changes: string[];
  news: string[];
  questions: Question[];
  /** Places of the new text, for `--dry-run`. */
  places: string[];
  /** Why nothing was written, where something should have been. */
  inTheWay?: string;
}

const LOSES_MOST = 'More than half of all that was published would be gone.';

/** Brings the ledger of one reading up to date, and keeps its edition. */
export class Errand {
  readonly #place: { slug: string; folder: string };
  readonly #reading: Reading;
  readonly #content: Pick<Content, 'readings' | 'sources'>;
  readonly #orders: Orders;
  readonly #file: string;

  constructor(
    place: { slug: string; folder: string },
    content: Pick<Content, 'readings' | 'sources'>,
    orders: Orders,
  ) {
    this.#place = place;
    this.#content = content;
    this.#orders = orders;
    this.#reading = content.readings.find(({ slug }) => slug === place.slug)!;
    this.#file = path.join(place.folder, 'anchors.json');
  }

  async run(decisions: readonly Decision[]): Promise<Outcome> {
    const ledger = this.#ledger();
    if (!ledger) return this.#publishFirst();
    const isSameText = applyLedger(listPassages(this.#reading.blocks), ledger).anchors !== undefined;
    return isSameText ? this.#updateNotes(ledger, decisions) : this.#publishNext(ledger, decisions);
  }

  #publishFirst(): Outcome {
    if (hasHadLedger(this.#place.folder))
      throw new Error(
        `${this.#file} is missing, and this reading was published: its anchors have been given out. Restore it: \`git checkout -- ${this.#file}\`.`,
      );
    return this.#write(publishFirst(this.#reading, this.#orders.today));
  }

  /** The ledger as it is here, or as another branch has it. */
  #ledger(): Ledger | undefined {
    const { onto } = this.#orders;
    const stored = readFiles(this.#place).ledger;
    if (onto === undefined) return stored && parseLedger(stored).ledger;
    const json = fromGit(this.#place.folder, onto, 'anchors.json');
    const ledger = json === undefined ? undefined : parseLedger({ path: this.#file, json }).ledger;
    if (!ledger) throw new Error(`git has no whole ledger of \`${this.#place.slug}\` at \`${onto}\`.`);
    return ledger;
  }

  /** What is known of the editions that the ledger has. */
  #recall({ editions }: Ledger): Recall {
    const { folder } = this.#place;
    const { onto } = this.#orders;
    return onto === undefined
      ? recallKept(folder, editions.length)
      : recallFromGit(folder, onto, editions.length);
  }

  /** The text is the one published; its notes may say something new. */
  async #updateNotes(ledger: Ledger, decisions: readonly Decision[]): Promise<Outcome> {
    anchorByLedger(this.#reading.blocks, { ledger, path: this.#file });
    const { targets, withdrawn: ids } = resolveDecisions(
      decisions,
      ledger,
      placeLabels(this.#reading.blocks),
    );
    if (targets.size > 0)
      throw new Error(
        'The text is the one that was published: there is nothing to decide about its passages.',
      );
    this.#refuseStanding(ids);
    const questions = withdrawals(ledger, this.#reading, ids);
    if (questions.length > 0) {
      const answers = await this.#ask(questions);
      return answers ? this.#updateNotes(ledger, [...decisions, ...answers]) : this.#undecided(questions);
    }
    const why = ids.size > 0 ? await this.#why('the annotation was withdrawn') : '';
    if (why === undefined) return this.#inTheWay('Say by --why why the annotation was withdrawn.');
    const withdrawal = { ids, date: this.#orders.today, why };
    const reading = { ...this.#reading, edition: ledger.editions.at(-1)! };
    return this.#write(bringUpToDate(reading, ledger, this.#orders.today, withdrawal), ledger);
  }

  async #publishNext(ledger: Ledger, decisions: readonly Decision[]): Promise<Outcome> {
    this.#refuseEarlierDay(ledger.editions.at(-1)!);
    const recall = this.#recall(ledger);
    const earlier = ledgersBefore(ledger.editions.length, recall);
    const foresight = foresee(ledger, earlier, this.#reading, decisions);
    this.#refuseStanding(foresight.withdrawn);
    const { questions } = foresight;
    if (questions.length > 0) {
      const answers = await this.#ask(questions);
      if (answers) return this.#publishNext(ledger, [...decisions, ...answers]);
    }
    const texts = textsOfLast(this.#place, ledger, recall, this.#content.sources, this.#orders.today);
    const by = await this.#by();
    const why = await this.#why('the text was changed, and on what evidence');
    const edition = { date: this.#orders.today, by: by ?? 'editors', why: why ?? 'Not said yet.' };
    const published = publishNext(this.#reading, ledger, foresight, texts, edition);
    const next = published.ledger;
    const changes = changesOf(next, next.editions.length).map((change) => tellChange(next, change));
    if (questions.length > 0) return { ...this.#undecided(questions), changes, places: this.#places() };
    if (foresight.losesMost && !(await this.#confirmsRemovals()))
      return {
        ...this.#inTheWay(`${LOSES_MOST} If that is meant, say --confirm-removals.`),
        changes,
      };
    if (!this.#orders.isTrial && (by === undefined || why === undefined))
      throw new Error(
        `${this.#file}: a new edition says who changed the text, and why: give --by (author, publisher or editors) and --why.`,
      );
    return { ...this.#write(published, ledger), changes, places: this.#places() };
  }

  /** Writes in an order in which a sudden end leaves the old edition whole, or the new one. */
  #write({ ledger, news }: Published, before?: Ledger): Outcome {
    const { folder } = this.#place;
    const { isTrial } = this.#orders;
    const edition = ledger.editions.length;
    const json = serializeLedger(ledger);
    const isNew = readFiles(this.#place).ledger?.json.replaceAll('\r\n', '\n') !== json;
    const isMoreKept = keepPresent(folder, edition, isTrial);
    if (!isTrial) {
      if (before && edition > before.editions.length) keepEarlier(folder, before, this.#recall(before));
      if (isNew) writeWhole(this.#file, json);
    }
    const kept = isMoreKept ? [`edition ${edition}, kept as it is now`] : [];
    const format = isNew && news.length === 0 && edition === before?.editions.length ? ['the format'] : [];
    return {
      file: this.#file,
      edition,
      changes: [],
      news: [...news, ...format, ...kept],
      questions: [],
      places: [],
    };
  }

  /** Editions are dated in their order: corrections and histories are told by these days. */
  #refuseEarlierDay({ edition, date }: Edition) {
    const { today } = this.#orders;
    if (today < date)
      throw new Error(
        `${this.#file}: edition ${edition} is of ${date}, and the next would be of ${today}. Give by --date a day that is not before it.`,
      );
  }

  #refuseStanding(ids: ReadonlySet<string>) {
    const standing = this.#reading.annotations.find(({ id }) => ids.has(id));
    if (standing)
      throw new Error(`\`${standing.id}\` has its mark and its note: take them out to withdraw it.`);
  }

  #undecided(questions: Question[]): Outcome {
    return { ...this.#inTheWay('Something is undecided, and only an editor can know it.'), questions };
  }

  #inTheWay(reason: string): Outcome {
    return { file: this.#file, changes: [], news: [], questions: [], places: [], inTheWay: reason };
  }

  /** What `--decide` can name. */
  #places(): string[] {
    if (!this.#orders.listsPlaces) return [];
    const { blocks } = this.#reading;
    const units = unitsOf(blocks);
    return placeLabels(blocks).map((label, index) => `${label}  ${units[index]!.text}`);
  }

  async #ask(questions: readonly Question[]): Promise<Decision[] | undefined> {
    const { prompt } = this.#orders;
    if (!prompt) return undefined;
    const decisions: Decision[] = [];
    for (const question of questions) {
      const likely = question.answers[0]!.decision;
      const answer = await prompt(`${tellQuestion(question)}\nWhich is it? [${likely}] `);
      decisions.push(parseDecision(`${question.name}=${answer || likely}`));
    }
    return decisions;
  }

  async #by(): Promise<Orders['by']> {
    const { by, prompt } = this.#orders;
    if (by !== undefined || !prompt) return by;
    const answer = await prompt(`Who changed the text (${CHANGED_BY.join(', ')})? `);
    return CHANGED_BY.find((each) => each === answer) ?? this.#by();
  }

  async #why(what: string): Promise<string | undefined> {
    const { why, prompt } = this.#orders;
    return why ?? ((await prompt?.(`Why ${what}? `)) || undefined);
  }

  async #confirmsRemovals(): Promise<boolean> {
    const { confirmsRemovals, prompt } = this.#orders;
    return confirmsRemovals || (await prompt?.(`${LOSES_MOST} Is that meant (yes, no)? `)) === 'yes';
  }
}
