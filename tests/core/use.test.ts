import { describe, expect, test } from 'vitest';
import { byWeight, eventsFrom, roleOf, usesOf } from '../../src/core/use.ts';
import { type Stated, stating } from './support/evidence.ts';
import { eventsOf } from './support/events.ts';

const annotations = stating(
  { id: 'a', status: 'supported', evidence: ['undated supports', 'post context', 'undated context'] },
  { id: 'b', status: 'unchecked', names: 'undated' },
  { id: 'c', status: 'opinion', evidence: ['earlier context'], since: ['later'] },
  { id: 'd', status: 'qualified', evidence: ['post qualifies'], since: ['later', 'later'] },
);
const uses = (key: string) => usesOf({ annotations }, key);

describe('What notes have from a source', () => {
  test('is told in the order of the text: excerpts, developments and the words that name it.', () => {
    expect(
      uses('undated').map(({ annotation, evidence }) => [
        annotation.id,
        evidence.map((each) => each.bearing),
      ]),
    ).toEqual([
      ['a', ['supports', 'context']],
      ['b', []],
    ]);
    expect(uses('later').map(({ annotation, since }) => [annotation.id, since.length])).toEqual([
      ['c', 1],
      ['d', 2],
    ]);
  });

  test('is nothing where none cites it.', () => {
    expect(uses('nobody')).toEqual([]);
  });

  test.each<[role: string, stated: Omit<Stated, 'id'>]>([
    ['bearing', { status: 'supported', evidence: ['post context', 'post supports'], since: ['post'] }],
    ['context', { status: 'unchecked', evidence: ['post context'], since: ['post'], names: 'post' }],
    ['context', { status: 'remark', evidence: ['post supports'] }],
    ['later', { status: 'unchecked', since: ['post'], names: 'post' }],
    ['named', { status: 'unchecked', names: 'post' }],
  ])('is weightiest as %s.', (role, stated) => {
    expect(usesOf({ annotations: stating({ id: 'a', ...stated }) }, 'post').map(roleOf)).toEqual([role]);
  });
});

test('First comes the source that bears on most, then that which is most else, then the first met.', () => {
  const keys = ['nobody', 'later', 'earlier', 'undated', 'post'];
  expect(keys.toSorted((a, b) => byWeight(uses(a), uses(b)))).toEqual([
    'post', // bears on one, and is context to another
    'undated', // bears on one, and is named
    'earlier', // context to one
    'later', // tells of two what came later
    'nobody',
  ]);
  expect(byWeight(uses('post'), uses('post'))).toBe(0);
});

test('Events are told from a source too.', () => {
  const events = eventsOf('2025-11-24', '2025-11-26');
  expect(eventsFrom({ events }, 'post').map(({ date }) => date)).toEqual(['2025-11-24', '2025-11-26']);
  expect(eventsFrom({ events }, 'later')).toEqual([]);
});
