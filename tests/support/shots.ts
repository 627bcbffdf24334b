/** Pictures of what a test shows, for people to look at: only with `SHOTS=folder` in the environment. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Pixels of the Playground's window left of its log. */
export const WITHOUT_LOG = 1057;
/** What the Playground says under a card that was pressed; Teams has nothing like it. */
const hidden = '[aria-label="Display Invoked Message"] { display: none }';

/** @param width keeps the left part only, in pixels; @param whole the page down to its end */
export async function shot(page: Page, name: string, width?: number, whole = false): Promise<void> {
  const dir = process.env.SHOTS;
  if (!dir) return;
  await mkdir(dir, { recursive: true });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const size = page.viewportSize();
  const clip = width && size ? { x: 0, y: 0, width, height: size.height } : undefined;
  await page.screenshot({ path: join(dir, `${name}.png`), clip, fullPage: whole, style: hidden });
}
