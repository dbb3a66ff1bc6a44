import type { Ledger } from '../core/ledger.ts';

const fetched = new Map<string, Promise<Ledger>>();

/**
 * @param address of a ledger, from the page
 * @returns it; asked for once
 * @throws when it cannot be had; then it is asked for again
 */
export function fetchLedger(address: string): Promise<Ledger> {
  const known = fetched.get(address);
  if (known) return known;
  const asked = load(address);
  fetched.set(address, asked);
  asked.catch(() => fetched.delete(address));
  return asked;
}

async function load(address: string): Promise<Ledger> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Ledger;
}
