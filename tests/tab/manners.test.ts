import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import restify from 'restify';
import { addTabFiles } from '../../src/api/tabFiles.ts';
import { newPage } from '../support/browser.ts';
import { builtTab } from '../support/builtTab.ts';
import { startTab, tabOf } from '../support/tabFixture.ts';
import type { TabServer } from '../support/tabFixture.ts';

let tab: TabServer;
beforeEach(async () => {
  tab = await startTab();
}, 60_000);
afterEach(() => tab.stop());

test('each request asks Teams for a token of its own and sends that as Bearer; nothing is kept in the browser', async () => {
  const { page } = await newPage();
  await page.goto(`${tab.url}/dev?als=mila de boer`);
  await tabOf(page).getByRole('link', { name: '2026-014' }).click();
  await tabOf(page).getByRole('heading', { name: 'Zaak 2026-014' }).waitFor();
  // What belongs to the case is asked beside it.
  expect(tab.asked.map((a) => a.path)).toEqual(
    expect.arrayContaining(['/api/cases', '/api/cases/zaak-a', '/api/me', '/api/tasks']),
  );
  expect(tab.tokens.every((token) => token.endsWith('p-mila'))).toBe(true);
  const sent = tab.asked.map((a) => a.authorization);
  expect(new Set(sent).size).toBe(sent.length);
  expect(tab.tokens.map((token) => `Bearer ${token}`)).toEqual(expect.arrayContaining(sent));

  const kept = await tabOf(page)
    .locator('body')
    .evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookies: document.cookie,
      caches: await caches.keys(),
      databases: await indexedDB.databases(),
    }));
  expect(kept).toEqual({ local: {}, session: {}, cookies: '', caches: [], databases: [] });

  // Another person in the host page is another one for the API.
  await page.getByLabel('Je bent').selectOption('p-ans');
  await tabOf(page).getByRole('table').waitFor();
  await expect(page.waitForURL(/als=Ans/)).resolves.toBeUndefined();
  expect(tab.tokens.at(-1)).toMatch(/p-ans$/);
});

test('when Teams gives no token the page says so', async () => {
  const { page } = await newPage();
  await page.route('**/dev/token*', (route) => route.fulfill({ status: 404, json: { message: 'weg' } }));
  await page.goto(`${tab.url}/dev`);
  await tabOf(page).getByText('Teams kon je niet aanmelden').waitFor();
});

test('outside Teams the page says to open it in Teams, and asks the API for nothing', async () => {
  const { page } = await newPage();
  await page.goto(`${tab.url}/tab`);
  await page.getByRole('heading', { name: 'Open deze pagina in Teams' }).waitFor();
  expect(tab.asked).toEqual([]);
});

test('the configuration page saves the tab with the list of cases', async () => {
  const { page, faults } = await newPage();
  await page.goto(`${tab.url}/dev?pagina=config`);
  await tabOf(page).getByRole('heading', { name: 'Zaken in dit team' }).waitFor();
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await page.getByText(`Bewaard: Zaken (zaken) op ${tab.url}/tab`).waitFor();
  expect(faults).toEqual([]);
});

test('the first load of the list is at most 250 kB, gzipped', async () => {
  const { page } = await newPage();
  const loaded: string[] = [];
  page.on('response', (r) => {
    const path = new URL(r.url()).pathname;
    if (path.startsWith('/tab')) loaded.push(path);
  });
  await page.goto(`${tab.url}/dev`);
  await tabOf(page).getByRole('table').waitFor();
  const files = [...new Set(loaded)].map((path) =>
    path === '/tab' ? 'index.html' : join('assets', basename(path)),
  );
  expect(files).toEqual(expect.arrayContaining(['index.html', expect.stringContaining('CasesPage')]));
  const sizes = files.map((file) => gzipSync(readFileSync(join(builtTab(), file))).length);
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(250_000);
});

test('the page comes with its security headers and is asked for anew each time', async () => {
  for (const path of ['/tab', '/tab/', '/tab/config']) {
    const page = await fetch(tab.url + path);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain(`default-src 'none'; script-src 'self'`);
    expect(policy).toMatch(/frame-ancestors teams\.microsoft\.com .* outlook\.office365\.com 'self'$/);
  }
});

test('in production our own origin may not stand around the tab', async () => {
  const server = restify.createServer();
  addTabFiles(server, { dir: builtTab(), dev: false });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  const page = await fetch(`http://127.0.0.1:${port}/tab`);
  expect(page.headers.get('content-security-policy')).toMatch(/outlook\.office365\.com$/);
  await page.text();
  server.close();
  server.server.closeAllConnections();
});

test('what is built is kept by the browser for a year, and sent small where that is understood', async () => {
  const script = /assets\/[^"]+\.js/.exec(await (await fetch(`${tab.url}/tab`)).text())![0];
  const zipped = await fetch(`${tab.url}/tab/${script}`);
  expect(zipped.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  const plain = await fetch(`${tab.url}/tab/${script}`, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe(await zipped.text());
});

test.each(['..%2Findex.html', '%2e%2e%2f%2e%2e%2fpackage.json', 'weg.js', '..%5Cindex.html', '%00'])(
  'a file that was not built is not there: %s',
  async (name) => {
    expect((await fetch(`${tab.url}/tab/assets/${name}`)).status).toBe(404);
  },
);

test('without a built tab the service does not start, and says what to do', () => {
  expect(() => addTabFiles(restify.createServer(), { dir: 'dist/weg', dev: false })).toThrow(
    /The tab is not built.*npm run build/,
  );
});

test('the host page gives no token for somebody who is not there', async () => {
  expect((await fetch(`${tab.url}/dev/token?as=niemand`)).status).toBe(404);
});
