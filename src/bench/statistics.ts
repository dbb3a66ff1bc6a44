/**
 * @param values at least one
 * @param share from 0 to 1
 * @returns the least value that this share of them does not exceed
 */
export function percentile(values: readonly number[], share: number): number {
  const inOrder = [...values].sort((one, other) => one - other);
  return inOrder[Math.max(0, Math.ceil(share * inOrder.length) - 1)]!;
}

/**
 * @param values at least one
 * @returns the one in the middle; of two, the lesser
 */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
