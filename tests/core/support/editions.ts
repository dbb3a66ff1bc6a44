import type { AlignedBlock } from '../../../src/core/alignment.ts';

/**
 * @param lines a block each: a heading after `# `, or sentences with ` | ` between them
 * @returns the blocks of an edition
 */
export function edition(...lines: readonly string[]): AlignedBlock[] {
  return lines.map((line) => {
    const isHeading = line.startsWith('# ');
    return { isHeading, sentences: isHeading ? [line.slice(2)] : line.split(' | ') };
  });
}

/** @returns an edition's sentences in flat order */
export function sentencesOf(blocks: readonly AlignedBlock[]): string[] {
  return blocks.flatMap(({ sentences }) => sentences);
}
