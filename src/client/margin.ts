/** Room between two notes, and from the top of a mark's line to the top of its note, in CSS pixels. */
const GAP = 9;
const LINE_OFFSET = 6;

/** An open note outweighs any number of closed ones: it stays where its mark is. */
const HELD = 1e5;

/** A note in the margin: how high it is, and where it would stand beside its mark. */
interface Placed {
  height: number;
  wanted: number;
  held: boolean;
}

/**
 * Places notes beside their marks, in order and without overlap. Where several crowd, the crowd shares the shift:
 * isotonic regression by pooling adjacent violators, which leaves every note as near to its mark as the rest allow.
 *
 * @param notes in the order of their marks; lengths in CSS pixels
 * @returns the top of each
 * @see Barlow et al., Statistical Inference under Order Restrictions (1972), on the pool-adjacent-violators algorithm
 */
function stack(notes: readonly Placed[]): number[] {
  const pools: { top: number; weight: number; count: number }[] = [];
  let above = 0;
  const before = notes.map(({ height }) => {
    const offset = above;
    above += height + GAP;
    return offset;
  });
  for (const [index, { wanted, held }] of notes.entries()) {
    let pool = { top: Math.max(wanted - before[index]!, 0), weight: held ? HELD : 1, count: 1 };
    for (let last = pools.at(-1); last && last.top > pool.top; last = pools.at(-1)) {
      pools.pop();
      const weight = last.weight + pool.weight;
      pool = {
        top: (last.top * last.weight + pool.top * pool.weight) / weight,
        weight,
        count: last.count + pool.count,
      };
    }
    pools.push(pool);
  }
  const tops = pools.flatMap(({ top, count }) => Array.from({ length: count }, () => top));
  return tops.map((top, index) => Math.round(top + before[index]!));
}

/**
 * Lays the notes of a reading out in its margin.
 *
 * @param reading the element that the notes are positioned in
 * @param notes with their marks, in order
 * @param held the note that shall not move
 */
export function layMargin(
  reading: HTMLElement,
  notes: readonly { note: HTMLElement; mark: Element }[],
  held: Element | undefined,
): void {
  const { top } = reading.getBoundingClientRect();
  const placed = notes.map(({ note, mark }) => ({
    height: note.offsetHeight,
    wanted: (mark.getClientRects()[0]?.top ?? top) - top + LINE_OFFSET,
    held: note === held,
  }));
  const tops = stack(placed);
  for (const [index, { note }] of notes.entries()) note.style.insetBlockStart = `${tops[index]}px`;
  const last = placed.at(-1);
  reading.style.minBlockSize = last ? `${tops.at(-1)! + last.height + 4 * GAP}px` : '';
}

/** Undoes `layMargin`: the notes go back into line. */
export function clearMargin(reading: HTMLElement, notes: readonly { note: HTMLElement }[]): void {
  for (const { note } of notes) note.style.insetBlockStart = '';
  reading.style.minBlockSize = '';
}
