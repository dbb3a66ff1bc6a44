import { expect, test } from 'vitest';
import {
  byStanding,
  type Bearing,
  BEARINGS,
  missingEvidence,
  type Status,
  STATUSES,
} from '../../src/core/annotation.ts';

/** For each status, the least that bears it out. */
const ENOUGH: Record<Status, Bearing[][]> = {
  supported: [['supports']],
  qualified: [['qualifies'], ['supports']],
  contested: [
    ['supports', 'contradicts'],
    ['qualifies', 'contradicts'],
  ],
  contradicted: [['contradicts']],
  opinion: [[]],
  unchecked: [[]],
};

const subsets = BEARINGS.reduce<Bearing[][]>(
  (all, bearing) => [...all, ...all.map((set) => [...set, bearing])],
  [[]],
);

const missing = (status: Status | undefined, bearings: Bearing[], why?: string) =>
  missingEvidence({
    ...(status && { status }),
    ...(why !== undefined && { why }),
    evidence: bearings.map((bearing) => ({ source: 's', bearing, excerpt: 'x', parts: [], later: false })),
  });

test.each(STATUSES)('The status %s is borne out by its own evidence, and by no less.', (status) => {
  for (const bearings of subsets) {
    const enough = ENOUGH[status].some((least) => least.every((bearing) => bearings.includes(bearing)));
    expect(missing(status, bearings) === undefined, bearings.join(', ')).toBe(enough);
  }
});

test('A contested statement with evidence on one side needs a reason.', () => {
  expect(missing('contested', ['contradicts'])).toBe('evidence on both sides, or a `why`');
  expect(missing('contested', ['contradicts'], 'The other side was not found.')).toBeUndefined();
  expect(missing('supported', ['contradicts'], 'A reason helps no other status.')).toBeDefined();
});

test('A remark has no status and needs no evidence.', () => {
  expect(missing(undefined, [])).toBeUndefined();
});

test('Annotations are listed under the standings that there are, in one order, remarks last, each in the order given.', () => {
  const listed = byStanding([
    { id: 'a' },
    { id: 'b', status: 'unchecked' as const },
    { id: 'c', status: 'supported' as const },
    { id: 'd' },
    { id: 'e', status: 'supported' as const },
  ]);
  expect(
    listed.map(({ standing, annotations }) => [standing, annotations.map(({ id }) => id).join(' ')]),
  ).toEqual([
    ['supported', 'c e'],
    ['unchecked', 'b'],
    ['remark', 'a d'],
  ]);
  expect(byStanding([])).toEqual([]);
});
