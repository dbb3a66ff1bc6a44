import { type Name, nameInWords } from '../source.ts';

/** Begins a name that is not to be divided. */
const LITERAL = 'literal:';

/** Words in lower case before a family name: “van”, “de la”. */
const FAMILY = /^(?<particle>(?:\p{Ll}\S*\s+)*)(?<family>.+)$/u;

/** The last word is the family name, with what stands in lower case before it. */
const IN_ORDER = /^(?<given>.*?\S)\s+(?<family>(?:\p{Ll}\S*\s+)*\S+)$/u;

/**
 * Reads a name as it is typed: `Given Family`; `Family, Given` or `Family, Given, Jr.` where the family name comes
 * first or has several words; `literal:United Nations` for a body, and for a name that is not to be divided. A single
 * word is not divided either.
 *
 * @param words in any script
 * @returns the name; undefined where there is none in them
 */
export function parseName(words: string): Name | undefined {
  const name = words.trim().replace(/\s+/gu, ' ');
  if (name.startsWith(LITERAL)) return literally(name.slice(LITERAL.length).trim());
  const [family, given, ...others] = name.split(',').map((part) => part.trim());
  const suffix = others.filter(Boolean).join(', ');
  if (family && given) return { ...parseFamily(family), given, ...(suffix && { suffix }) };
  const divided = IN_ORDER.exec(name)?.groups;
  return divided ? { ...parseFamily(divided.family!), given: divided.given! } : literally(name);
}

/** @returns a name as it can be typed, in the order in which it is read where that says the same */
export function serializeName(name: Name): string {
  const inWords = nameInWords(name);
  if (JSON.stringify(parseName(inWords)) === JSON.stringify(name)) return inWords;
  if ('literal' in name) return LITERAL + name.literal;
  const { 'non-dropping-particle': particle, family, given, suffix } = name;
  return [[particle, family].filter(Boolean).join(' '), given, suffix].filter(Boolean).join(', ');
}

function parseFamily(words: string): { family: string; 'non-dropping-particle'?: string } {
  const { particle, family } = FAMILY.exec(words)!.groups!;
  return { family: family!, ...(particle && { 'non-dropping-particle': particle.trim() }) };
}

function literally(words: string): Name | undefined {
  return /[\p{L}\p{N}]/u.test(words) ? { literal: words } : undefined;
}
