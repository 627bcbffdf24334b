import type { FrameLocator, Page } from 'playwright-core';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { faultsOf } from '../support/axe.ts';
import { shot } from '../support/shots.ts';
import { comesIntoSight, hasFocus, openTab, scrollsSideways, sizes } from '../support/tabFixture.ts';
import { person } from '../support/world.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ tab: true });
}, 60_000);
afterAll(() => bot.stop());

async function open(as: string = person.docent, size = sizes.desk) {
  const opened = await openTab(bot.url, { as, size });
  await opened.tab.getByRole('tab', { name: 'Melden' }).click();
  return opened;
}

async function choose(tab: FrameLocator, label: string, typed: string, option: string) {
  await tab.getByRole('combobox', { name: label }).fill(typed);
  await tab.getByRole('option', { name: option }).click();
}
async function fill(
  tab: FrameLocator,
  story: string,
  pupil: [typed: string, option: string] = ['noor', 'Noor Nergens (2B)'],
) {
  await tab.getByRole('button', { name: 'Melding maken' }).click();
  await choose(tab, 'Over wie maak je je zorgen?', pupil[0], pupil[1]);
  await rest(tab, story);
}
async function rest(tab: FrameLocator, story: string) {
  await tab.getByLabel('Wat zag of hoorde je?').fill(story);
  await tab.getByLabel('Hoe weet je dit?').selectOption('zelf');
  await tab.getByRole('radio', { name: 'Ja' }).check();
}
const submit = (tab: FrameLocator) => tab.getByRole('button', { name: 'Melding versturen' }).click();
const keyOfRequests = (page: Page) => {
  const keys: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') keys.push(request.headers()['idempotency-key']);
  });
  return keys;
};

const received = (tab: FrameLocator) =>
  tab.getByRole('heading', { name: 'Dank je wel, je melding is binnen' }).waitFor();
const doors = (tab: FrameLocator) => tab.getByRole('heading', { name: 'Hoe wil je dit melden?' }).waitFor();

test('P1, P2, P4: a report through the first door, with what is missing at its field, its receipt, and who to call for words of danger', async () => {
  const { page, tab, faults } = await open();
  await tab.getByRole('button', { name: 'Melding maken' }).click();
  await choose(tab, 'Over wie maak je je zorgen?', 'fen', 'Fenna Fictief (2B)');
  await submit(tab);
  await tab.getByRole('alert').getByText('Vertel wat je zag of hoorde').waitFor();
  const story = tab.getByLabel('Wat zag of hoorde je?');
  expect(await hasFocus(story)).toBe(true);
  expect(await story.getAttribute('aria-invalid')).toBe('true');
  await tab.getByText('Fenna Fictief (2B)').waitFor();
  await shot(page, 'melden-fout');
  expect(await faultsOf(page)).toEqual([]);

  const before = (await bot.cases()).length;
  await rest(tab, 'In de pauze werd haar tas afgepakt.');
  await choose(tab, 'Over wie maak je je zorgen?', 'Kim Buiten', 'Staat er niet bij: gebruik ‘Kim Buiten’');
  await tab.getByRole('button', { name: 'Weet je meer? (mag leeg)' }).click();
  await choose(tab, 'Wie was erbij?', 'ties', 'Ties Toneel (3A)');
  await tab.getByLabel('Wat deed Ties Toneel (3A)?').selectOption('deed');
  await tab.getByRole('checkbox', { name: /^Met woorden/ }).check();
  await tab.getByLabel('Gebeurt dit vaker?').selectOption('ja');
  await submit(tab);
  await received(tab);
  await tab.getByText('2026-0001').waitFor();
  await shot(page, 'melden-ontvangst');
  await tab.getByText('Lot Coördinator (leerlingencoördinator)').waitFor();
  const cases = await bot.cases();
  expect(cases).toHaveLength(before + 2);
  const fenna = cases.find((row) => row.about[0] === 'p-fenna')!;
  expect(fenna.behaviours).toEqual(['woorden']);
  const stored = await bot.store.load(bot.partition, fenna.case);
  expect(stored!.events[0]).toMatchObject({
    report: {
      story: 'In de pauze werd haar tas afgepakt.',
      involved: [{ who: { pupil: 'p-ties' }, part: 'deed' }],
      often: 'ja',
    },
  });

  // Words that point to danger to life first show whom to call; nothing is lost or sent before.
  await tab.getByRole('button', { name: 'Nog een melding maken' }).click();
  await fill(tab, 'Hij zei dat hij niet meer wil leven.');
  await submit(tab);
  await tab.getByRole('heading', { name: 'Lees dit eerst: is er gevaar?' }).waitFor();
  await tab.getByText('113 Zelfmoordpreventie').waitFor();
  await tab.getByRole('link', { name: '0900-0000' }).waitFor();
  await shot(page, 'melden-gevaar');
  expect(await faultsOf(page)).toEqual([]);
  expect(await bot.cases()).toHaveLength(before + 2);
  await tab.getByRole('button', { name: 'Terug naar het formulier' }).click();
  expect(await story.inputValue()).toContain('niet meer wil leven');
  await submit(tab);
  await received(tab);
  expect(await bot.cases()).toHaveLength(before + 3);
  expect(faults).toEqual([]);
}, 30_000);

test('P2, P3: the second door shows whom to call and what needs another way, the third leads to the own chat; on a phone too', async () => {
  const { page, tab, faults } = await open(person.mentor, sizes.phone);
  const looksWell = async (what: string) => {
    expect([what, await scrollsSideways(page)]).toEqual([what, false]);
    await shot(page, `melden-${what}-phone`);
    expect([what, await faultsOf(page)]).toEqual([what, []]);
  };
  await doors(tab);
  await looksWell('deuren');
  await tab.getByRole('button', { name: 'Het kan niet wachten' }).click();
  await tab.getByRole('heading', { name: 'Het kan niet wachten' }).waitFor();
  expect(await tab.getByRole('link', { name: '112' }).getAttribute('href')).toBe('tel:112');
  await looksWell('niet-wachten');
  await tab.getByRole('button', { name: 'Geweld thuis (meldcode)' }).click();
  await tab.getByText('0800-2000').waitFor();
  await tab.getByRole('button', { name: 'Toch ook melden' }).click();
  expect(await tab.getByRole('radio', { name: 'Nee', exact: true }).isChecked()).toBe(true);
  await tab.getByRole('button', { name: 'Weet je meer? (mag leeg)' }).click();
  await tab.getByRole('button', { name: 'Pesten of plagen?' }).click();
  await tab.getByText('Signalen op school').waitFor();
  await looksWell('formulier');
  await tab.getByRole('button', { name: 'Terug' }).click();
  await tab.getByRole('button', { name: 'Alleen naar de vertrouwenspersoon' }).click();
  await tab.getByText('De mentor ziet dit niet en doet dus niets.').waitFor();
  await tab.getByRole('button', { name: 'Open de chat met Meldpunt' }).click();
  await page.getByText('Hier opent Teams de chat met Meldpunt.').waitFor();
  expect(faults).toEqual([]);
}, 30_000);

test('what was typed survives a failure and another page and is sent once; what was changed since is sent as well', async () => {
  const { page, tab } = await openTab(bot.url, { as: person.docent });
  const down = { status: 503, json: { code: 'failed', message: 'Er ging iets mis.' } };
  await page.route('**/api/report', (route) => route.fulfill(down));
  await tab.getByRole('tab', { name: 'Melden' }).click();
  await tab.getByRole('alert').getByText('Bel 112 en wacht niet.').waitFor();
  await page.unroute('**/api/report');
  await tab.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await doors(tab);

  const before = (await bot.cases()).length;
  const keys = keyOfRequests(page);
  // It arrives, but its answer does not.
  let lost: 'line' | 'server' | undefined = 'line';
  await page.route('**/api/report', async (route) => {
    if (route.request().method() !== 'POST' || !lost) return route.continue();
    await route.fetch();
    return lost === 'line' ? route.abort() : route.fulfill(down);
  });
  const unsure = () =>
    tab.getByRole('alert').getByText('We weten niet of je melding is aangekomen.').waitFor();
  const elsewhere = async () => {
    await tab.getByRole('tab', { name: 'Mijn taken' }).click();
    await tab.getByRole('heading', { name: 'Mijn taken', level: 1 }).waitFor();
    await tab.getByRole('tab', { name: 'Melden' }).click();
  };
  await fill(tab, 'Zijn fiets ligt in de sloot.', ['bram', 'Bram Bedacht (2B)']);
  await submit(tab);
  await unsure();
  await elsewhere();
  lost = 'server';
  await submit(tab);
  await unsure();
  // Its answer comes on another page: the receipt is there to come back to.
  lost = undefined;
  let answer = () => {};
  const held = new Promise<void>((free) => (answer = free));
  await page.route('**/api/report', async (route) => {
    if (route.request().method() === 'POST') await held;
    return route.fallback();
  });
  await submit(tab);
  await tab.getByRole('button', { name: 'Wordt verstuurd …' }).waitFor();
  await elsewhere();
  await tab.getByRole('button', { name: 'Wordt verstuurd …' }).waitFor();
  await tab.getByRole('tab', { name: 'Mijn taken' }).click();
  const sent = page.waitForResponse(
    (r) => r.url().endsWith('/api/report') && r.request().method() === 'POST',
  );
  answer();
  await sent;
  await tab.getByRole('tab', { name: 'Melden' }).click();
  await received(tab);
  expect(new Set(keys).size).toBe(1);
  expect(await bot.cases()).toHaveLength(before + 1);

  await tab.getByRole('button', { name: 'Nog een melding maken' }).click();
  await fill(tab, 'Haar tas is weg.');
  lost = 'line';
  await submit(tab);
  await unsure();
  lost = undefined;
  await tab.getByLabel('Wat zag of hoorde je?').fill('Haar tas is weg, en zij durft niet naar huis.');
  await submit(tab);
  await received(tab);
  const about = (await bot.cases()).find((row) => row.about[0] === 'p-noor')!;
  const { events } = (await bot.store.load(bot.partition, about.case))!;
  expect(JSON.stringify(events)).toContain('zij durft niet naar huis');

  await tab.getByRole('button', { name: 'Nog een melding maken' }).click();
  await fill(tab, 'Half af');
  await elsewhere();
  expect(await tab.getByLabel('Wat zag of hoorde je?').inputValue()).toBe('Half af');
  // One may have the name of another.
  await tab.getByRole('button', { name: 'Weet je meer? (mag leeg)' }).click();
  await choose(tab, 'Wie was erbij?', 'ties', 'Ties Toneel (3A)');
  const did = tab.getByLabel('Wat deed Ties Toneel (3A)?');
  await did.selectOption('deed');
  await choose(tab, 'Wie was erbij?', 'Ties Toneel (3A)', 'Staat er niet bij: gebruik ‘Ties Toneel (3A)’');
  expect(await did.nth(0).inputValue()).toBe('deed');
  expect(await did.nth(1).inputValue()).toBe('onbekend');
  // What stands open for a night tells of today.
  bot.clock.set('2026-10-06T08:20');
  await comesIntoSight(tab);
  await tab.locator('input[type="date"][value="2026-10-06"]').waitFor();
  const asked = page.waitForEvent('dialog');
  void page.reload().catch(() => undefined);
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  expect(await tab.locator('body').evaluate(() => ({ ...sessionStorage, ...localStorage }))).toEqual({});
}, 30_000);
