import { expect, test } from 'vitest';
import { stemOf } from '../../src/core/search-stem.ts';

test.each([
  ['negotiating', 'negoti'],
  ['ships', 'ship'],
  ['was', 'was'],
  ['us', 'us'],
  ['this', 'this'],
  ['status', 'status'],
  ['lies', 'lie'],
  ['died', 'die'],
  ['used', 'use'],
  ['uses', 'use'],
  ['using', 'use'],
  ['use', 'use'],
  ['they', 'they'],
  ['replied', 'repli'],
  ['agencies', 'agenc'],
])('The stem of %s is %s in English, whatever its region, and in no other language.', (word, stem) => {
  for (const language of ['en', 'en-GB', 'EN']) expect(stemOf(word, language)).toBe(stem);
  for (const language of ['uk', 'enm', 'x-en']) expect(stemOf(word, language)).toBe(word);
});
