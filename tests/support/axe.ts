/** What axe finds wrong in the tab. */
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/**
 * Without the sentinels that Fluent's own focus management (tabster) puts around a group that arrow keys move through:
 * each passes the focus on the moment it gets it (microsoft/tabster#288).
 */
const where = { include: [['body']], exclude: [['[data-tabster-dummy]']] };

/** Runs inside the tab's own frame: across the frames of the host page it takes four times as long. */
export async function axeIn(page: Page, options: RunOptions = {}): Promise<AxeResults> {
  const frame = page.frames().find((f) => f.name() === 'tab' || f.url().includes('/tab'));
  if (!frame) throw new Error('the page has no tab');
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  return frame.evaluate(
    ([context, how]) =>
      (window as unknown as { axe: { run(c: unknown, o: unknown): Promise<AxeResults> } }).axe.run(
        context,
        how,
      ),
    [where, options] as const,
  );
}

/** Themes and sizes to look at a page in: what differs by theme is colour, and colour does not differ by size. */
export const looks = [
  ['licht', 'phone'],
  ['licht', 'desk'],
  ['donker', 'desk'],
  ['contrast', 'desk'],
] as const;

/** Each fault with where it is; in the dark themes what they can change. */
export async function faultsOf(page: Page, theme = 'licht'): Promise<string[]> {
  const { violations } = await axeIn(page, theme === 'licht' ? {} : { runOnly: ['color-contrast'] });
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`);
}
