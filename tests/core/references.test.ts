import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { accessedIn, fill, type Template, toPlain } from '../../src/core/reference-template.ts';
import { toEdtf } from './support/edtf.ts';
import { styleOf } from './support/citation-styles.ts';
import type { CslItem } from '../../src/core/export/csl.ts';

/** A work as a guide refers to it. */
interface Case {
  authority: string;
  item: Omit<CslItem, 'id'>;
  /** The day of access, `YYYY-MM-DD`. */
  day?: string;
  /** What the guide’s example cites of the work. */
  pinpoint?: string;
  note?: string;
  entry?: string;
  cite?: string;
}

const CASES = parse(
  readFileSync(path.join(import.meta.dirname, '../fixtures/references.yaml'), 'utf8'),
) as Record<string, Case[]>;

/** The copies of the pages have quotation marks of any shape. */
function straight(words: string): string {
  return words.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').trim();
}

describe.each(Object.entries(CASES))('%s', (id, cases) => {
  const style = styleOf(id);

  test('has eight cases.', () => expect(cases).toHaveLength(8));

  test.each(cases)('$item.title, as $authority has it', (each) => {
    const { issued, ...item } = each.item;
    const work = { item: { id: 'case', ...item }, ...(issued && { issued: toEdtf(issued) }) };
    const forms = style.refer(work, {
      isPlaced: each.pinpoint !== undefined,
      isAccessed: each.day !== undefined,
    });
    const [note, entry, cite] =
      style.forms.kind === 'note'
        ? [forms.reference, forms.second, undefined]
        : [undefined, forms.reference, forms.second];
    for (const [said, expected] of [
      [note, each.note],
      [entry, each.entry],
      [cite, each.cite],
    ] as const) {
      if (expected !== undefined) expect(straight(words(said, each))).toBe(straight(expected));
    }
    expect(each.note ?? each.entry ?? each.cite).toBeDefined();
  });

  function words(template: Template | undefined, { day, pinpoint = '' }: Case): string {
    const accessed = day === undefined ? '' : accessedIn(style.forms, day);
    return toPlain(fill(template!, { locator: pinpoint, accessed, link: '' }));
  }
});
