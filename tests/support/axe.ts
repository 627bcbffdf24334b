/** What axe finds wrong in the tab. */
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { inTab } from './tabFixture.ts';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/**
 * Without the sentinels that Fluent's own focus management (tabster) puts around a group that arrow keys move through:
 * each passes the focus on the moment it gets it (microsoft/tabster#288).
 */
const where = { include: [['body']], exclude: [['[data-tabster-dummy]']] };

/**
 * Each fault with where it is; in the dark themes what they can change. Runs inside the tab's own frame, across the frames
 * of the host page it takes four times as long, and answers the faults only: what is well is most of what axe has to say.
 */
export async function faultsOf(page: Page, theme = 'licht'): Promise<string[]> {
  const frame = inTab(page);
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    preload: false,
    ...(theme !== 'licht' && { runOnly: ['color-contrast'] }),
  };
  return frame.evaluate(
    async ([context, how]) => {
      const { violations } = await (
        window as unknown as { axe: { run(c: unknown, o: unknown): Promise<AxeResults> } }
      ).axe.run(context, how);
      return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`);
    },
    [where, options] as const,
  );
}
