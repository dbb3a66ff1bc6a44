import type { Notes } from './notes.ts';
import { decoded } from './pairs.ts';

/** What the address said when the page came; a fingerprint belongs to the passage it came with. */
const arrivedAt = location.hash;

/**
 * Says what has become of a cited passage. All that judges is loaded only where the address has a fingerprint, or
 * leads to a passage that has a history.
 */
export function enhanceArrival(reading: HTMLElement, notes: Notes): void {
  const arrive = () => {
    const isCited = location.hash === arrivedAt && /[?&]v=/.test(location.search);
    const id = decoded(location.hash);
    const wants = isCited || document.getElementById(id)?.dataset.h !== undefined;
    if (id === '' || (!wants && !reading.querySelector('.vd.here'))) return;
    import('./verdict.ts').then(
      ({ tellVerdict }) => tellVerdict(reading, notes, id, isCited),
      // Then the page says what it says without scripts.
      () => document.documentElement.classList.add('unjudged'),
    );
  };
  addEventListener('hashchange', arrive);
  arrive();
}
