import type { FrameLocator, Page } from 'playwright-core';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { faultsOf, looks } from '../support/axe.ts';
import { newPage } from '../support/browser.ts';
import { shot } from '../support/shots.ts';
import { scrollsSideways, tabOf } from '../support/tabFixture.ts';
import { person } from '../support/world.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ tab: true });
}, 60_000);
afterAll(() => bot.stop());

const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };
async function open(as: string = person.docent, { theme = 'licht', size = sizes.desk } = {}) {
  const { page, faults } = await newPage(size);
  await page.goto(`${bot.url}/dev?als=${as}&thema=${theme}`);
  const tab = tabOf(page);
  await tab.getByRole('tab', { name: 'Melden' }).click();
  await tab.getByRole('heading', { name: 'Hoe wil je dit melden?' }).waitFor();
  return { page, tab, faults };
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

test('P1: a report is made through the first door, with all that the chat asks, and gets its receipt', async () => {
  const { page, tab, faults } = await open();
  const before = (await bot.cases()).length;
  await fill(tab, 'In de pauze werd haar tas afgepakt.', ['fen', 'Fenna Fictief (2B)']);
  await choose(tab, 'Over wie maak je je zorgen?', 'Kim Buiten', 'Staat er niet bij: gebruik ‘Kim Buiten’');
  await tab.getByRole('button', { name: 'Weet je meer? (mag leeg)' }).click();
  await choose(tab, 'Wie was erbij?', 'ties', 'Ties Toneel (3A)');
  await tab.getByLabel('Wat deed Ties Toneel (3A)?').selectOption('deed');
  await tab.getByRole('checkbox', { name: /^Met woorden/ }).check();
  await tab.getByLabel('Gebeurt dit vaker?').selectOption('ja');
  await submit(tab);
  await tab.getByRole('heading', { name: 'Dank je wel, je melding is binnen' }).waitFor();
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
  await tab.getByRole('button', { name: 'Nog een melding maken' }).click();
  await tab.getByRole('heading', { name: 'Hoe wil je dit melden?' }).waitFor();
  expect(faults).toEqual([]);
});

test('what is missing is told at its field, which gets the focus, and what was typed stays', async () => {
  const { page, tab } = await open();
  await tab.getByRole('button', { name: 'Melding maken' }).click();
  await choose(tab, 'Over wie maak je je zorgen?', 'bram', 'Bram Bedacht (2B)');
  await submit(tab);
  await tab.getByRole('alert').getByText('Vertel wat je zag of hoorde').waitFor();
  const story = tab.getByLabel('Wat zag of hoorde je?');
  expect(await story.evaluate((el) => el === document.activeElement)).toBe(true);
  expect(await story.getAttribute('aria-invalid')).toBe('true');
  await tab.getByText('Bram Bedacht (2B)').waitFor();
  await shot(page, 'melden-fout');
});

test('P2: words that point to danger to life first show whom to call; nothing is lost or sent before', async () => {
  const { page, tab } = await open();
  const before = (await bot.cases()).length;
  await fill(tab, 'Hij zei dat hij niet meer wil leven.');
  await submit(tab);
  await tab.getByRole('heading', { name: 'Lees dit eerst: is er gevaar?' }).waitFor();
  await tab.getByText('113 Zelfmoordpreventie').waitFor();
  await tab.getByRole('link', { name: '0900-0000' }).waitFor();
  await shot(page, 'melden-gevaar');
  expect(await bot.cases()).toHaveLength(before);
  await tab.getByRole('button', { name: 'Terug naar het formulier' }).click();
  expect(await tab.getByLabel('Wat zag of hoorde je?').inputValue()).toContain('niet meer wil leven');
  await submit(tab);
  await tab.getByRole('heading', { name: 'Dank je wel, je melding is binnen' }).waitFor();
  expect(await bot.cases()).toHaveLength(before + 1);
});

test('P2: the second door shows whom to call, and leads to what needs another way', async () => {
  const { page, tab } = await open();
  await tab.getByRole('button', { name: 'Het kan niet wachten' }).click();
  await tab.getByRole('heading', { name: 'Het kan niet wachten' }).waitFor();
  expect(await tab.getByRole('link', { name: '112' }).getAttribute('href')).toBe('tel:112');
  await shot(page, 'melden-niet-wachten');
  await tab.getByRole('button', { name: 'Geweld thuis (meldcode)' }).click();
  await tab.getByText('0800-2000').waitFor();
  await tab.getByRole('button', { name: 'Toch ook melden' }).click();
  expect(await tab.getByRole('radio', { name: 'Nee', exact: true }).isChecked()).toBe(true);
});

test('P3: the third door leads to the own chat', async () => {
  const { page, tab } = await open();
  await tab.getByRole('button', { name: 'Alleen naar de vertrouwenspersoon' }).click();
  await tab.getByText('De mentor ziet dit niet en doet dus niets.').waitFor();
  await tab.getByRole('button', { name: 'Open de chat met Meldpunt' }).click();
  await page.getByText('Hier opent Teams de chat met Meldpunt.').waitFor();
});

test('what was typed survives a failure and another page, is sent once, and leaving warns', async () => {
  const { page, tab } = await open();
  const before = (await bot.cases()).length;
  const keys = keyOfRequests(page);
  let fails = true;
  await page.route('**/api/report', async (route) => {
    if (route.request().method() !== 'POST' || !fails) return route.continue();
    fails = false;
    // It arrives, but its answer does not.
    await route.fetch();
    await route.abort();
  });
  await fill(tab, 'Zijn fiets ligt in de sloot.', ['bram', 'Bram Bedacht (2B)']);
  await submit(tab);
  await tab.getByRole('alert').getByText('Je melding is nog niet verstuurd. Geen verbinding').waitFor();
  await submit(tab);
  await tab.getByRole('heading', { name: 'Dank je wel, je melding is binnen' }).waitFor();
  expect(new Set(keys).size).toBe(1);
  expect(await bot.cases()).toHaveLength(before + 1);

  await tab.getByRole('button', { name: 'Nog een melding maken' }).click();
  await fill(tab, 'Half af');
  await tab.getByRole('tab', { name: 'Mijn taken' }).click();
  await tab.getByRole('heading', { name: 'Mijn taken', level: 1 }).waitFor();
  await tab.getByRole('tab', { name: 'Melden' }).click();
  expect(await tab.getByLabel('Wat zag of hoorde je?').inputValue()).toBe('Half af');
  const asked = page.waitForEvent('dialog');
  void page.reload().catch(() => undefined);
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  expect(await tab.locator('body').evaluate(() => ({ ...sessionStorage, ...localStorage }))).toEqual({});
});

test('when the form can’t be had the page says so, and whom to call', async () => {
  const { page } = await newPage();
  await page.route('**/api/report', (route) =>
    route.fulfill({ status: 503, json: { code: 'failed', message: 'Er ging iets mis.' } }),
  );
  await page.goto(`${bot.url}/dev?als=${person.docent}`);
  await tabOf(page).getByRole('tab', { name: 'Melden' }).click();
  await tabOf(page).getByRole('alert').getByText('Bel 112 en wacht niet.').waitFor();
  await page.unroute('**/api/report');
  await tabOf(page).getByRole('button', { name: 'Probeer opnieuw' }).click();
  await tabOf(page).getByRole('heading', { name: 'Hoe wil je dit melden?' }).waitFor();
});

test.each(looks)(
  'in the theme %s at the size of a %s axe finds nothing on doors and form',
  async (theme, name) => {
    const { page, tab } = await open(person.mentor, { theme, size: sizes[name] });
    const looksWell = async (what: string) => {
      expect(await scrollsSideways(page)).toBe(false);
      await shot(page, `melden-${what}-${theme}-${name}`);
      expect({ on: what, faults: await faultsOf(page, theme) }).toEqual({ on: what, faults: [] });
    };
    await looksWell('deuren');
    await fill(tab, 'Haar tas werd afgepakt.');
    await tab.getByRole('button', { name: 'Weet je meer? (mag leeg)' }).click();
    await tab.getByRole('button', { name: 'Pesten of plagen?' }).click();
    await tab.getByText('Signalen op school').waitFor();
    await looksWell('formulier');
  },
);
