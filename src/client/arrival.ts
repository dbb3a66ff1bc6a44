import type { Notes } from './notes.ts';
import { decoded } from './pairs.ts';

/** Where the address led when the page came: what it cites, it cites there. */
const arrivedAt = location.hash;

/**
 * Says what has become of a cited passage. All that tells it is loaded only where the address has a fingerprint, or
 * leads from elsewhere to a passage that has a history.
 */
export function enhanceArrival(reading: HTMLElement, notes: Notes): void {
  const isCited = /[?&]v=/.test(location.search);
  // The site's own links are to what stands in the text now.
  const isFromHere = document.referrer.startsWith(location.origin);
  const arrive = () => {
    const id = decoded(location.hash);
    const isThere = location.hash === arrivedAt;
    const hasHistory = document.getElementById(id)?.dataset.h !== undefined;
    const wants = isThere && (isCited || (hasHistory && !isFromHere));
    if (id === '' || (!wants && !reading.querySelector('.vd.here'))) return;
    import('./verdict.ts')
      .then(({ tellVerdict, leaveVerdict }) => (wants ? tellVerdict(reading, notes, id) : leaveVerdict(id)))
      // Then the page says what it says without scripts.
      .catch(() => document.documentElement.classList.add('unjudged'));
  };
  addEventListener('hashchange', arrive);
  arrive();
}
