import { parentPort, workerData } from 'node:worker_threads';
import { IN_NOTE } from '../core/cite.ts';
import type { Said } from '../core/reference.ts';
import type { Work } from '../core/work.ts';
import { readStyles } from './styles.ts';

/** What the thread is to make: references to these works, in every style. */
export interface Order {
  /** The content folder, for the publisher’s styles. */
  root: string;
  works: readonly Work[];
}

/** What it tells of one of them, by its place: what each style says, in the styles’ order. */
export interface Told {
  work: number;
  said: Said[];
}

const { root, works } = workerData as Order;
const { styles } = readStyles(root);
for (const [work, each] of works.entries())
  parentPort!.postMessage({ work, said: styles.map((style) => style.say(each, IN_NOTE)) } satisfies Told);
