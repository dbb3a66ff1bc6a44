import type { Name } from './source.ts';

/** As many are named; of more, the first. */
const MOST = 3;

/**
 * @param names whose a text is, as CSL has them
 * @returns their family names as a sentence has them: “Hadfield and Khostova”
 */
export function shortNames(names: readonly Name[]): string {
  const each = names.map((name) =>
    'literal' in name ? name.literal : [name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
  );
  if (each.length > MOST) return `${each[0]} and others`;
  return [each.slice(0, -1).join(', '), ...each.slice(-1)].filter(Boolean).join(' and ');
}
