import { describe, expect, test } from 'vitest';
import {
  type Found,
  type Hop,
  isCutOff,
  isRedirection,
  judge,
  needsAttention,
} from '../../src/core/link-state.ts';

const A = 'https://example.org/a';
const B = 'https://example.org/b';

describe('What became of a page', () => {
  test.each<[string, Hop[], Found]>([
    ['it is there', [{ address: A, status: 200 }], { state: 'fine', status: 200 }],
    ['it has no content', [{ address: A, status: 204 }], { state: 'fine', status: 204 }],
    ['it is not there', [{ address: A, status: 404 }], { state: 'gone', status: 404 }],
    ['it has gone for good', [{ address: A, status: 410 }], { state: 'gone', status: 410 }],
    ['a robot is turned away', [{ address: A, status: 403 }], { state: 'refused', status: 403 }],
    ['a robot asks too often', [{ address: A, status: 429 }], { state: 'refused', status: 429 }],
    ['the server fails', [{ address: A, status: 503 }], { state: 'failing', status: 503 }],
    ['the server does not understand', [{ address: A, status: 400 }], { state: 'failing', status: 400 }],
    [
      'there is no such host',
      [{ address: A, fault: 'ENOTFOUND' }],
      { state: 'unreachable', fault: 'ENOTFOUND' },
    ],
    [
      'it has moved for good',
      [
        { address: A, status: 301, to: B },
        { address: B, status: 200 },
      ],
      { state: 'moved', status: 200, to: B, isPermanent: true },
    ],
    [
      'it has moved for good, and from there for now',
      [
        { address: A, status: 308, to: B },
        { address: B, status: 302, to: `${B}/c` },
        { address: `${B}/c`, status: 200 },
      ],
      { state: 'moved', status: 200, to: `${B}/c`, isPermanent: false },
    ],
    [
      'it has moved to where nothing is',
      [
        { address: A, status: 301, to: B },
        { address: B, status: 404 },
      ],
      { state: 'gone', status: 404, to: B, isPermanent: true },
    ],
    [
      'it leads round and back',
      [
        { address: A, status: 302, to: B },
        { address: B, status: 302, to: A },
        { address: A, status: 200 },
      ],
      { state: 'fine', status: 200 },
    ],
    [
      'it leads on without end',
      [
        { address: A, status: 302, to: B },
        { address: B, status: 302, to: A },
      ],
      { state: 'failing', status: 302, fault: 'REDIRECTIONS', to: B, isPermanent: false },
    ],
    [
      'it leads nowhere',
      [{ address: A, status: 301 }],
      { state: 'failing', status: 301, fault: 'REDIRECTIONS' },
    ],
  ])('where %s.', (_, hops, found) => {
    expect(judge(hops)).toEqual(found);
  });

  test('is an editor’s matter unless it is fine, or nothing is known.', () => {
    const states = ['fine', 'moved', 'failing', 'unreachable', 'gone', 'refused'] as const;
    expect(states.filter((state) => needsAttention({ state }))).toEqual([
      'moved',
      'failing',
      'unreachable',
      'gone',
    ]);
  });

  test('is not known where no host can be reached: then there is no network.', () => {
    const nobody: Found = { state: 'unreachable', fault: 'EAI_AGAIN' };
    expect(isCutOff([nobody, { state: 'unreachable', fault: 'ENETUNREACH' }])).toBe(true);
    expect(isCutOff([nobody, { state: 'unreachable', fault: 'ECONNREFUSED' }])).toBe(false);
    expect(isCutOff([nobody, { state: 'gone', status: 404 }])).toBe(false);
    expect(isCutOff([])).toBe(false);
  });

  test.each([
    [301, true],
    [303, true],
    [304, false],
    [200, false],
    [undefined, false],
  ])('%s sends on: %s.', (status, sends) => {
    expect(isRedirection(status)).toBe(sends);
  });
});
