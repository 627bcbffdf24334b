import type { FrameLocator } from 'playwright-core';
import { newPage } from '../support/browser.ts';
import { LONG_NAME, lines } from '../support/tabAnswers.ts';
import { hasFocus, hashOf, openTab, startTab, tabOf } from '../support/tabFixture.ts';
import type { TabServer } from '../support/tabFixture.ts';
import { until } from '../support/until.ts';

let tab: TabServer;
beforeEach(async () => {
  tab = await startTab();
}, 60_000);
afterEach(() => tab.stop());

/** What a screen reader finds in the rows of the table. */
async function rowsOf(list: FrameLocator): Promise<string[]> {
  const rows = list.getByRole('table', { name: 'Open zaken' }).locator('tbody').getByRole('row');
  await rows.first().waitFor();
  const texts = await rows.evaluateAll((found) =>
    found.map((row) => {
      const copy = row.cloneNode(true) as HTMLElement;
      for (const sign of copy.querySelectorAll('[role=img]')) sign.textContent = ` ${sign.ariaLabel} `;
      for (const part of copy.querySelectorAll('td, span, div')) {
        part.prepend(' ');
        part.append(' ');
      }
      return copy.textContent;
    }),
  );
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}
const numbersIn = async (list: FrameLocator) =>
  (await rowsOf(list)).flatMap((row) => /^2026-\d+/.exec(row)?.[0] ?? []);

test('the list shows what the API says, the late case first and then by date, and why a date is what it is', async () => {
  const { page, tab: list, faults } = await openTab(tab.url);
  expect(await rowsOf(list)).toEqual([
    'Te laat (1)',
    expect.stringMatching(
      /^2026-014 3 meldingen 1HV2 Evalueer .* Wilhelmina .* mentor vr 20 nov te laat 2 Met woorden Online$/,
    ),
    'Binnen een week (2)',
    '2026-015 3V Bel de ouders Mila de Boer mentor di 24 nov 1 –',
    '2026-016 2HV1 Praat met de leerling die gepest wordt Jasper Hoekstra mentor wo 25 nov 1 –',
    'Later, of wacht (1)',
    '2026-017 – Geen stap open leerlingencoördinator Geen datum 1 –',
  ]);
  await list.getByText('4 open zaken, 1 te laat · Het Zuiderlicht').waitFor();
  // With words and an icon, and only a late case.
  const badge = list.getByText('te laat', { exact: true });
  await badge.waitFor();
  expect(await badge.count()).toBe(1);
  expect(await badge.locator('svg').count()).toBe(1);

  // Why a date is what it is: with the mouse, with the keyboard and by a screen reader.
  const reason = list.getByText('de dag na de melding');
  const button = list.getByRole('button', { name: 'Waarom di 24 nov?' });
  await button.hover();
  await reason.waitFor();
  await page.mouse.move(0, 0);
  await reason.waitFor({ state: 'hidden' });

  await list.getByRole('link', { name: '2026-015' }).focus();
  await page.keyboard.press('Tab');
  await reason.waitFor();
  const described = await button.getAttribute('aria-describedby');
  expect(await list.locator(`[id="${described}"]`).innerText()).toBe('de dag na de melding');
  expect(faults).toEqual([]);
});

test('A4: filters, search, order and grouping stand in the address, survive a case, and go with one button', async () => {
  const { tab: list } = await openTab(tab.url);
  expect(await numbersIn(list)).toEqual(['2026-014', '2026-015', '2026-016', '2026-017']);
  const search = list.getByRole('searchbox');
  await search.fill('mila');
  await list.getByText('1 van 4 zaken').waitFor();
  expect(await numbersIn(list)).toEqual(['2026-015']);
  expect(await hasFocus(search)).toBe(true);
  expect(await hashOf(list)).toBe('#/zaken?zoek=mila');

  await list.getByRole('link', { name: '2026-015' }).click();
  await list.getByRole('link', { name: 'Alle open zaken' }).click();
  await list.getByText('1 van 4 zaken').waitFor();
  expect(await hashOf(list)).toBe('#/zaken?zoek=mila');

  await list.getByRole('button', { name: 'Te laat' }).click();
  await list.getByText('Geen van de 4 zaken past bij wat je zoekt.').waitFor();
  await list.getByRole('button', { name: 'Toon alle zaken' }).click();
  expect(await hashOf(list)).toBe('#/zaken');

  await list.getByRole('columnheader', { name: 'Zaak' }).getByRole('button').click();
  await list.getByRole('columnheader', { name: 'Zaak' }).getByRole('button').click();
  expect(await numbersIn(list)).toEqual(['2026-017', '2026-016', '2026-015', '2026-014']);
  await list.getByLabel('Groeperen').selectOption('kernteam');
  await list.getByText('Kernteam onderbouw (1)').waitFor();
  await list.getByText('Geen kernteam (3)').waitFor();
  await list.getByRole('button', { name: 'Alles wissen' }).click();
  await list.getByText('Binnen een week (2)').waitFor();
});

test('200 open cases stand there once each, and scrolling past them renders nothing', async () => {
  tab.answers.list.cases = Array.from({ length: 200 }, (_, i) => ({
    ...lines[2]!,
    id: `zaak-${i}`,
    number: `2026-${1000 + i}`,
  }));
  const { tab: list } = await openTab(tab.url);
  await list.getByRole('link', { name: '2026-1199' }).waitFor();
  const seen = await list.locator('html').evaluate(async (html) => {
    const changes: string[] = [];
    new MutationObserver((found) => changes.push(...found.map((m) => m.type))).observe(html, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    const shown = () => new Promise(requestAnimationFrame);
    for (let at = 0; at < html.scrollHeight; at += html.clientHeight) {
      html.scrollTop = at;
      await shown();
    }
    await shown();
    return {
      changes,
      scrolled: html.scrollTop > html.clientHeight * 10,
      rows: html.querySelectorAll('tbody tr').length,
      perRow: html.querySelectorAll('tbody *').length / 200,
    };
  });
  // Each case and the heading of their group; each row of few elements.
  expect(seen).toEqual({ changes: [], scrolled: true, rows: 201, perRow: expect.any(Number) });
  expect(seen.perRow).toBeLessThan(40);
});

test('when the list can’t be had the page says why and offers to try again, and that works', async () => {
  tab.answers.failure = {
    status: 403,
    code: 'not-staff',
    message: 'Dit scherm is voor medewerkers van school.',
  };
  const { tab: list } = await openTab(tab.url);
  await list.getByText('Dit scherm is voor medewerkers van school.').waitFor();
  tab.answers.failure = {
    status: 503,
    code: 'failed',
    message: 'Er ging iets mis. Probeer het over een minuut opnieuw.',
  };
  const again = list.getByRole('button', { name: 'Probeer opnieuw' });
  await again.click();
  await list.getByRole('alert').getByText('Er ging iets mis').waitFor();
  delete tab.answers.failure;
  await again.click();
  await list.getByRole('link', { name: '2026-014' }).waitFor();
});

test('an answer that is not as agreed is not shown half, but said', async () => {
  const { page, faults } = await newPage();
  await page.route('**/api/cases', (route) => route.fulfill({ json: { cases: [{ id: 1 }] } }));
  await page.goto(`${tab.url}/dev`);
  await tabOf(page).getByText('Er is een nieuwe versie van dit scherm').waitFor();
  expect(faults).toEqual([]);
});

test('the list looks again every 20 seconds, fetches only what is new, keeps the place, and says so when it can’t', async () => {
  tab.answers.list.cases = [
    ...lines,
    ...Array.from({ length: 40 }, (_, i) => ({ ...lines[1]!, id: `meer-${i}`, number: `2026-1${10 + i}` })),
  ];
  const { page } = await newPage();
  await page.clock.install();
  await page.goto(`${tab.url}/dev`);
  const list = tabOf(page);
  const link = list.getByRole('link', { name: '2026-130' });
  await link.focus();
  await link.scrollIntoViewIfNeeded();
  const scroll = () => list.locator('html').evaluate((html) => html.scrollTop);
  const place = await scroll();
  expect(place).toBeGreaterThan(100);
  const polls = () => tab.asked.filter((a) => a.path === '/api/cases');
  expect(polls()).toHaveLength(1);

  await page.clock.runFor(20_000);
  await until('the list looks again', () => polls().length === 2);
  // The page sets its next look when it has read an answer: until then its clock runs for nothing.
  const nextLook = async () => {
    const looked = polls().length;
    await until('the list looks again', async () => {
      await page.clock.runFor(5_000);
      return polls().length > looked;
    });
  };
  expect(polls()[1]).toMatchObject({ status: 304, ifNoneMatch: expect.stringContaining('"') });

  tab.answers.list = {
    ...tab.answers.list,
    cases: tab.answers.list.cases.map((c) => (c.id === 'zaak-b' ? { ...c, step: 'Nieuwe stap' } : c)),
  };
  await nextLook();
  await list.getByRole('cell', { name: 'Nieuwe stap' }).waitFor();
  expect(polls().at(-1)).toMatchObject({ status: 200 });
  expect(await scroll()).toBe(place);
  expect(await hasFocus(link)).toBe(true);

  tab.answers.failure = { status: 503, code: 'failed', message: 'Er ging iets mis.' };
  await nextLook();
  await list.getByText('Deze lijst is misschien niet meer actueel').waitFor();
  expect(await list.getByRole('link', { name: '2026-014' }).count()).toBe(1);
  delete tab.answers.failure;
  await list.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await list.getByText('Deze lijst is misschien niet meer actueel').waitFor({ state: 'hidden' });

  // Messages that did not arrive, with their reason; and a school without open cases, with how one is made.
  const at = '2026-11-20T07:45:00.000Z';
  const reason = 'Teams weigert het bericht (403).';
  tab.answers.list = {
    today: '2026-11-23',
    cases: [],
    undelivered: [{ at, number: '2026-014', to: LONG_NAME, reason }],
  };
  await nextLook();
  await list.getByText('Eén bericht kwam niet aan.').waitFor();
  await list.getByText(`zaak 2026-014, aan ${LONG_NAME}, vrijdag 20 november 2026: ${reason}`).waitFor();
  await list.getByText('Er zijn nu geen open zaken op school.').waitFor();
  await list.getByRole('link', { name: 'Maak een melding' }).waitFor();
  expect(await list.getByRole('table').count()).toBe(0);
});
