import { describe, expect, test } from 'vitest';
import { withAccessDay } from '../../src/core/access-day.ts';
import { readXml, type XmlElement } from '../../src/core/xml.ts';

const DAY = '<date variable="accessed" form="text"/>';

function parse(xml: string): XmlElement {
  return readXml({ path: 'x.csl', xml }, 'malformed-style').root!;
}

function write({ name, attrs, children }: XmlElement): string {
  const pairs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`);
  const inner = children.map((child) => (typeof child === 'string' ? child : write(child))).join('');
  return `<${name}${pairs.join('')}${inner === '' ? '/>' : `>${inner}</${name}>`}`;
}

describe('The day of access is said of dated works,', () => {
  test.each([
    [
      'where a style says it of undated ones',
      `<choose><if match="none" variable="issued status">${DAY}</if></choose>`,
      `<choose><if variable="accessed">${DAY}</if></choose>`,
    ],
    [
      'where dated ones have a branch of nothing',
      `<choose><if variable="DOI"/><else-if match="any" variable="issued status"/><else-if variable="accessed URL">${DAY}</else-if></choose>`,
      `<choose><if variable="DOI"/><else-if variable="accessed URL">${DAY}</else-if></choose>`,
    ],
    [
      'where what is left is for all others',
      `<choose><if variable="issued"/><else><group>${DAY}</group></else></choose>`,
      `<choose><if variable="accessed"><group>${DAY}</group></if></choose>`,
    ],
    [
      'where it is within what is said of undated ones, and not in the first branch',
      `<choose><if type="book"/><else-if match="none" variable="original-date URL"><group><choose><if variable="DOI"/><else>${DAY}</else></choose></group></else-if></choose>`,
      `<choose><if type="book"/><else-if variable="accessed"><group><choose><if variable="DOI"/><else>${DAY}</else></choose></group></else-if></choose>`,
    ],
    [
      'where several branches of nothing come before',
      `<choose><if variable="issued"/><else-if variable="event-date  issued"/><else-if variable="accessed">${DAY}</else-if><else/></choose>`,
      `<choose><if variable="accessed">${DAY}</if><else/></choose>`,
    ],
    [
      'and what comes after stays',
      `<choose><if match="none" variable="issued">${DAY}</if><else-if variable="issued"/><else><text value="x"/></else></choose>`,
      `<choose><if variable="accessed">${DAY}</if><else-if variable="issued"/><else><text value="x"/></else></choose>`,
    ],
    [
      'wherever in the style they are',
      `<style><macro name="a"><choose><if match="none" variable="issued">${DAY}</if></choose></macro></style>`,
      `<style><macro name="a"><choose><if variable="accessed">${DAY}</if></choose></macro></style>`,
    ],
  ])('%s.', (_, before, after) => {
    expect(write(withAccessDay(parse(before)))).toBe(after);
  });
});

describe('A style stays as it is', () => {
  test.each([
    `<choose><if variable="URL">${DAY}</if></choose>`,
    `<choose><if match="none" variable="issued" type="book">${DAY}</if></choose>`,
    `<choose><if match="none" variable="issued"><text term="no date"/></if></choose>`,
    `<choose><if match="none" variable="DOI URL"/><else-if variable="accessed">${DAY}</else-if></choose>`,
    `<choose><if variable="issued"><date variable="issued"/></if><else>${DAY}</else></choose>`,
    `<choose><if variable="issued" type="book"/><else>${DAY}</else></choose>`,
    `<choose><if variable="issued URL"/><else>${DAY}</else></choose>`,
    `<choose><if type="book"/><else>${DAY}</else></choose>`,
    `<choose><if match="none" variable="issued"/><else>${DAY}</else></choose>`,
    `<choose><if match="any" variable="URL issued">${DAY}</if></choose>`,
    `<choose><if match="none" variable="URL DOI">${DAY}</if></choose>`,
    `<choose><if match="none" variable="issued" is-numeric="issued">${DAY}</if></choose>`,
    '<choose><if match="none" variable="issued"><date variable="issued"/></if></choose>',
    '<choose><if match="none" variable="issued"><text variable="accessed"/></if></choose>',
    `<group><if match="none" variable="issued">${DAY}</if></group>`,
  ])('where no date keeps the day away: %s', (style) => {
    const root = parse(style);
    expect(write(withAccessDay(root))).toBe(style);
    expect(write(root)).toBe(style);
  });
});
