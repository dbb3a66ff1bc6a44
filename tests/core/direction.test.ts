import { describe, expect, test } from 'vitest';
import { leftTurned } from '../../src/core/direction.ts';

const [EMBED, OVERRIDE, POP] = ['\u202B', '\u202E', '\u202C'];
const [ISOLATE, FIRST_STRONG, END] = ['\u2067', '\u2068', '\u2069'];

describe('Words are turned beyond their end', () => {
  test.each([
    ['by an override that nothing ends', `a ${OVERRIDE}b`, 'U+202E'],
    ['by the first of two', `a ${EMBED}b ${OVERRIDE}c`, 'U+202B'],
    ['by the outer, where only the inner ends', `${ISOLATE}a ${OVERRIDE}b${POP} c`, 'U+2067'],
    ['by an end that ends nothing', `a${POP} b`, 'U+202C'],
    ['by the end of another kind', `${ISOLATE}a${POP} b${END}`, 'U+202C'],
    ['by ends in the wrong order', `${ISOLATE}${EMBED}a${END}${POP}`, 'U+2069'],
    ['in one of several lines', `a\n${OVERRIDE}b\nc`, 'U+202E'],
    ['in a line, though the next would end it', `${OVERRIDE}a\nb${POP}`, 'U+202E'],
  ])('%s.', (_, words, sign) => expect(leftTurned(words)).toBe(sign));
});

test.each([
  ['nothing is turned', 'a b\nc'],
  ['it is turned back', `a ${OVERRIDE}b${POP} c`],
  ['one is within another', `${ISOLATE}a ${EMBED}b${POP} c${END} d${FIRST_STRONG}e${END}`],
  ['each of two lines does so', `${OVERRIDE}a${POP}\n${ISOLATE}b${END}`],
  ['one word has a mark of its direction', 'a\u200E b\u200F c\u061C'],
])('They are not, where %s.', (_, words) => expect(leftTurned(words)).toBeUndefined());
