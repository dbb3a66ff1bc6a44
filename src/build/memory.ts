/** What was made last, and of which inputs. */
interface Memory {
  inputs: readonly unknown[];
  made: unknown;
}

/** Astro’s configuration and the content’s are two graphs of modules in one process: both remember the same. */
const SHARED = Symbol.for('postil.memory');
const here = globalThis as { [SHARED]?: Map<string, Memory> | undefined };
const memories = (here[SHARED] ??= new Map<string, Memory>());

/**
 * Makes something, unless it was made of the very same before. What is made is shared: nobody may change it.
 *
 * @param name of what is made; what was made last by that name is remembered, and no more
 * @param inputs everything that it is made of: strings by their letters, objects by identity
 * @param make makes it of these inputs, and of what `holds` looks at
 * @param holds whether what was made before of the same inputs would be made now
 */
export function remembered<Made>(
  name: string,
  inputs: readonly unknown[],
  make: () => Made,
  holds: (made: Made) => boolean = () => true,
): Made {
  const memory = memories.get(name);
  if (memory && areSame(memory.inputs, inputs) && holds(memory.made as Made)) return memory.made as Made;
  const made = make();
  memories.set(name, { inputs, made });
  return made;
}

/** Forgets everything: what makes it may be other code now. */
export function forget(): void {
  memories.clear();
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((input, at) => Object.is(input, others[at]));
}
