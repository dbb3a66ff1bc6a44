import { expect, test } from 'vitest';
import { newestSource } from '../../src/core/newest.ts';
import { stating } from './support/evidence.ts';
import { eventsOf } from './support/events.ts';
import { SOURCES } from './support/reading.ts';

const newest = (annotations: ReturnType<typeof stating>, events = eventsOf()) =>
  newestSource({ annotations, events }, SOURCES);

test('The newest source is that of what notes cite, as evidence or for what followed.', () => {
  expect(newest(stating({ id: 'a', evidence: ['post context', 'earlier context'] }))).toBe('2025-12-31');
  expect(newest(stating({ id: 'a', evidence: ['earlier context'], since: ['later'] }))).toBe('2026-01');
  expect(newest(stating({ id: 'a', evidence: ['undated context'] }))).toBeUndefined();
});

test('Events are told from sources too.', () => {
  const events = eventsOf('2026-06-25').map((event) => ({ ...event, sources: ['later'] }));
  expect(newest(stating({ id: 'a', evidence: ['earlier context'] }), events)).toBe('2026-01');
});

test('A source without a date is at least as new as what it tells.', () => {
  expect(newest(stating({ id: 'a', since: ['undated'] }))).toBe('2026-01-03');
  const events = eventsOf('2026-06-25').map((event) => ({ ...event, sources: ['undated'] }));
  expect(newest(stating({ id: 'a', since: ['undated'] }), events)).toBe('2026-06-25');
});
