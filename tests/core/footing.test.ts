import { describe, expect, test } from 'vitest';
import { footingOf, groundOf, assessedOf } from '../../src/core/footing.ts';
import { type Stated, stating } from './support/evidence.ts';

describe('A statement stands', () => {
  test.each<[how: string, stated: Omit<Stated, 'id'>, footing: string]>([
    [
      'on several sources',
      { status: 'supported', evidence: ['post supports', 'undated supports'] },
      'several',
    ],
    [
      'on several that differ',
      { status: 'contested', evidence: ['post supports', 'undated contradicts'] },
      'several',
    ],
    ['on one', { status: 'supported', evidence: ['post supports'] }, 'one'],
    ['on one that speaks against it', { status: 'contradicted', evidence: ['post contradicts'] }, 'one'],
    ['on one quoted twice', { status: 'qualified', evidence: ['post supports', 'post qualifies'] }, 'one'],
    ['on one beside context', { status: 'supported', evidence: ['post supports', 'undated context'] }, 'one'],
    ['on none', { status: 'unchecked' }, 'none'],
    ['on none, with context', { status: 'unchecked', evidence: ['post context'] }, 'none'],
    ['as opinion', { status: 'opinion' }, 'opinion'],
    [
      'as opinion, with context',
      { status: 'opinion', evidence: ['post context', 'undated context'] },
      'opinion',
    ],
    [
      'as opinion, though a source bears on it',
      { status: 'opinion', evidence: ['post qualifies'] },
      'opinion',
    ],
    [
      'as opinion, though several do',
      { status: 'opinion', evidence: ['post supports', 'undated qualifies'] },
      'opinion',
    ],
  ])('%s.', (_, stated, footing) => {
    expect(footingOf(stating({ id: 'a', ...stated })[0]!)).toBe(footing);
  });

  test('on each source once, in the order of the note; what bears on it is no context.', () => {
    const [annotation] = stating({
      id: 'a',
      status: 'qualified',
      evidence: ['undated context', 'later context', 'post supports', 'undated qualifies', 'post supports'],
    });
    expect(groundOf(annotation!)).toEqual({ bearing: ['post', 'undated'], context: ['later'] });
  });
});

test('Remarks have no status.', () => {
  const annotations = stating({ id: 'a' }, { id: 'b', status: 'remark' }, { id: 'c' });
  expect(assessedOf(annotations).map(({ id }) => id)).toEqual(['a', 'c']);
});
