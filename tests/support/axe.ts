import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** @returns what axe finds wrong on a page as it stands, one line for each rule */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(
    ({ id, nodes }) => `${page.url()}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}
