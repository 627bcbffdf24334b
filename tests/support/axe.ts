/** What axe finds wrong on a page, the tab in it included. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Without the sentinels that Fluent's own focus management (tabster) puts around a group that arrow keys move through:
 * each passes the focus on the moment it gets it (microsoft/tabster#288).
 */
export const axeOn = (page: Page) =>
  new AxeBuilder({ page }).include(['#tab', 'body']).exclude(['#tab', '[data-tabster-dummy]']);

/** Each fault with where it is. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await axeOn(page).analyze();
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`);
}
