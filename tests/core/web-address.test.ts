import { describe, expect, test } from 'vitest';
import { faultOfWebAddress, isSafeAddress, shownAddress } from '../../src/core/web-address.ts';

describe('An address of the web', () => {
  test.each([
    'https://example.org',
    'HTTP://EXAMPLE.ORG/a?b#c',
    'https://приклад.укр/шлях',
    'https://[::1]:8080/a@b',
  ])('is %s.', (address) => {
    expect(faultOfWebAddress(address)).toBeUndefined();
    expect(isSafeAddress(address)).toBe(true);
  });

  test.each([
    ['javascript:alert(1)', 'http'],
    ['https://', 'http'],
    ['https://a b', 'spaces'],
    ['https://example.org/\u202E', 'not seen'],
    ['https://a@example.org', 'user'],
    ['https://a:b@example.org/c', 'user'],
    ['https:/\\a@example.org', 'http'],
  ])('is not %j, and it is said why.', (address, why) => {
    expect(faultOfWebAddress(address)).toContain(why);
    expect(isSafeAddress(address)).toBe(false);
  });
});

describe('An address is shown', () => {
  test('as it is written, where its host is in ASCII.', () => {
    expect(shownAddress('https://Example.org')).toBe('https://Example.org');
    expect(shownAddress('https://example.org/шлях?а=б')).toBe('https://example.org/шлях?а=б');
  });

  test('with its host as browsers ask for it, where that could be taken for another.', () => {
    expect(shownAddress('https://\u0430pple.com/шлях')).toBe('https://xn--pple-43d.com/шлях');
    expect(shownAddress('https://пример.example:8080/')).toBe('https://xn--e1afmkfd.example:8080/');
    expect(shownAddress('https://ｅxample.org/')).toBe('https://example.org/');
  });

  test('as the words that it is, where it is none.', () => {
    expect(shownAddress('a page of 3 May')).toBe('a page of 3 May');
  });
});
