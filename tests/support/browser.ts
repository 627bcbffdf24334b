/** A real browser; one for each test file, started when first asked for. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { madeOnce } from './madeOnce.ts';

let running: Promise<Browser> | undefined;
const contexts = new Set<BrowserContext>();

afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts.clear();
});
afterAll(async () => {
  await (await running)?.close();
});

/** The browser of this test file. `CHROMIUM_PATH` names another one than the package's. */
export const browser = (): Promise<Browser> =>
  (running ??= chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? unpackedChromium(),
    // The package's Chromium comes without a sandbox helper; it sees our own pages only.
    args: ['--no-sandbox', '--disable-gpu'],
  }));

/** A page in a fresh profile that reaches this machine only, closed after the test. `faults` fills with what goes wrong in it. */
export async function newPage(
  size = { width: 1280, height: 800 },
): Promise<{ page: Page; faults: string[] }> {
  const context = await (
    await browser()
  ).newContext({
    viewport: size,
    locale: 'nl-NL',
    timezoneId: 'UTC',
    // What fades in has no colour to judge yet.
    reducedMotion: 'reduce',
  });
  contexts.add(context);
  await context.route(
    (url) => url.protocol.startsWith('http') && url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const outside = !message.location().url.startsWith('http://127.0.0.1');
    // What was blocked above, and answers that a test made wrong on purpose.
    if (message.type() === 'error' && !outside && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  return { page, faults };
}

/** The package unpacks itself into the temporary folder without a lock; here it gets a folder of its own. */
function unpackedChromium(): string {
  const dir = madeOnce(resolve('node_modules/.cache/chromium'), (half) => {
    const script = `import c from '@sparticuz/chromium'; await c.executablePath();`;
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TMPDIR: half },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (!existsSync(join(half, 'chromium'))) throw new Error('Chromium was not unpacked; set CHROMIUM_PATH.');
  });
  return join(dir, 'chromium');
}
