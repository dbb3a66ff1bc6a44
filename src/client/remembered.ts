/**
 * @param known promises that were made before, by what they are of
 * @param key of what is wanted
 * @param make makes its promise, where there is none; one that is not kept is made anew the next time
 */
export function remembered<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  const before = known.get(key);
  if (before) return before;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

/**
 * @returns what came of those promises that were kept, and whether others were not
 * @throws when none was
 */
export async function asFarAsKept<Value>(
  promises: readonly Promise<Value>[],
): Promise<{ kept: Value[]; isIncomplete: boolean }> {
  const settled = await Promise.allSettled(promises);
  const kept = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  if (kept.length === 0) await Promise.race(promises);
  return { kept, isIncomplete: kept.length < settled.length };
}
