/** What axe finds wrong on a page, the tab in it included. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Without the sentinels that Fluent's own focus management (tabster) puts around a group that arrow keys move through:
 * each passes the focus on the moment it gets it (microsoft/tabster#288).
 */
export const axeOn = (page: Page) =>
  new AxeBuilder({ page }).include(['#tab', 'body']).exclude(['#tab', '[data-tabster-dummy]']);

/** Themes and sizes to look at a page in: what differs by theme is colour, and colour does not differ by size. */
export const looks = [
  ['licht', 'phone'],
  ['licht', 'desk'],
  ['donker', 'desk'],
  ['contrast', 'desk'],
] as const;

/** Each fault with where it is; in the dark themes what they can change. */
export async function faultsOf(page: Page, theme = 'licht'): Promise<string[]> {
  const axe = axeOn(page);
  const { violations } = await (theme === 'licht' ? axe : axe.withRules('color-contrast')).analyze();
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`);
}
