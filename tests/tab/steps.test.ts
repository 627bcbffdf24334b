import type { FrameLocator } from 'playwright-core';
import { paths } from '../../src/api/contract/paths.ts';
import { faultsOf } from '../support/axe.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { newPage } from '../support/browser.ts';
import { reported } from '../support/reported.ts';
import { scrollsSideways, tabOf } from '../support/tabFixture.ts';
import { person } from '../support/world.ts';

let bot: Bot;
let id: string;
const pupils = ['p-fenna', 'p-bram', 'p-noor', 'p-zoe', 'p-ties'];
const phone = { width: 360, height: 740 };
beforeAll(async () => {
  bot = await startBot({ tab: true });
}, 60_000);
afterAll(() => bot.stop());
/** A case of its own for each test that changes it: the next report about the same pupil would join the first. */
const fresh = async () => void (id = await reported(bot, pupils.shift()));

/** `more`: behind the address, such as a theme. */
async function open(as: string = person.coordinator, { size, more = '', step = '' } = {} as Opening) {
  const { page, faults } = await newPage(size);
  await page.goto(`${bot.url}/dev?als=${as}&zaak=${encodeURIComponent(id + step)}${more}`);
  const tab = tabOf(page);
  await tab.getByRole('heading', { name: 'Open stappen' }).waitFor();
  return { page, tab, faults };
}
interface Opening {
  size?: { width: number; height: number };
  more?: string;
  step?: string;
}
const placeOf = (tab: FrameLocator, title: string) =>
  tab.locator('.fui-Card').filter({ has: tab.getByRole('heading', { level: 3, name: title, exact: true }) });
const doIt = (tab: FrameLocator, title: string) =>
  placeOf(tab, title).getByRole('button', { name: 'Doen', exact: true }).click();
const focused = (tab: FrameLocator) => tab.locator(':focus');
const TALK = 'Gesprek met de gepeste';

test('a step is done from the page: its form, what is refused at its field, and what comes next in its place', async () => {
  await fresh();
  const { tab, faults } = await open();
  await doIt(tab, TALK);
  const form = tab.getByRole('form', { name: TALK });
  await form.getByRole('radio', { name: '7', exact: true }).check();
  await form.getByLabel('Wat wil de leerling?').fill('Rust in de pauze.');
  await form.getByRole('combobox', { name: 'Wie komen in de steungroep?' }).click();
  await tab.getByRole('option', { name: 'Zoë Zomaar (2B)' }).click();
  // Too soon: the source says 8 to 14 days.
  await form.getByLabel('Wanneer praten jullie weer?').fill('2026-10-06');
  await form.getByRole('button', { name: 'Gesprek gevoerd' }).click();
  await form.getByText(/kies een dag van dinsdag 13 oktober tot en met/).waitFor();
  expect(await focused(tab).getAttribute('type')).toBe('date');
  expect(await form.getByLabel('Wat wil de leerling?').inputValue()).toBe('Rust in de pauze.');

  await form.getByLabel('Wanneer praten jullie weer?').fill('2026-10-13');
  await form.getByRole('button', { name: 'Gesprek gevoerd' }).click();
  const result = tab.getByRole('status').filter({ hasText: 'Vastgelegd: Gesprek gevoerd.' });
  await result.waitFor();
  expect(await result.innerText()).toMatch(/Dit komt nu:\s+Bijeenkomst met de steungroep, uiterlijk/);
  expect(await focused(tab).innerText()).toContain('Vastgelegd');
  await tab.getByRole('heading', { name: 'Bijeenkomst met de steungroep' }).waitFor();
  await tab.getByRole('region', { name: 'De stem van de leerling' }).getByText('Rust in de pauze.').waitFor();
  expect(faults).toEqual([]);
});

test('of two who do a step at once the second is told, and keeps what was typed', async () => {
  await fresh();
  const { tab } = await open();
  await doIt(tab, TALK);
  const wish = tab.getByRole('form', { name: TALK }).getByLabel('Wat wil de leerling?');
  await wish.fill('Niet kwijtraken.');
  const sent = { step: 'gesprek.1', outcome: 'gedaan', answers: {}, contacts: [] };
  await bot.post(paths.steps(id), sent, person.mentor);
  await tab.getByRole('button', { name: 'Gesprek gevoerd' }).click();
  await tab
    .getByRole('alert')
    .getByText(/^Mila Mentor heeft deze stap afgerond/)
    .waitFor();
  // The page itself hears of it as well, and the form stays.
  await tab.locator('body').evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await tab.getByRole('heading', { name: 'Bijeenkomst met de steungroep' }).waitFor();
  expect(await wish.inputValue()).toBe('Niet kwijtraken.');
  await placeOf(tab, TALK).getByRole('button', { name: 'Sluiten' }).click();
  await tab.getByRole('form', { name: TALK }).waitFor({ state: 'detached' });
});

test('a link to a step opens its form; one that is done says what became of it', async () => {
  await fresh();
  const first = await open(person.mentor, { step: '/gesprek.1' });
  await first.tab.getByRole('form', { name: TALK }).getByLabel('Wat wil de leerling?').waitFor();
  await bot.post(
    paths.steps(id),
    { step: 'gesprek.1', outcome: 'gedaan', answers: {}, contacts: [] },
    person.mentor,
  );
  const second = await open(person.mentor, { step: '/gesprek.1' });
  await second.tab
    .getByText('Mila Mentor heeft deze stap afgerond op maandag 5 oktober: Gesprek gevoerd.')
    .waitFor();
  const hand = await open(person.mentor, { step: '/meer-hulp' });
  await hand.tab.getByRole('form', { name: 'Meer hulp vragen' }).waitFor();
});

test('what else can be done is asked in a dialog, and told once it is done', async () => {
  await fresh();
  const { page, tab, faults } = await open();
  const menu = tab.getByRole('button', { name: 'Wat wil je doen?' });
  await menu.click();
  await tab.getByRole('menuitem', { name: 'Notitie schrijven' }).click();
  const dialog = tab.getByRole('dialog', { name: 'Notitie schrijven' });
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Wat wil je bewaren?').fill('Belde met thuis.');
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByRole('status').getByText('De notitie is bewaard.').waitFor();
  expect(await focused(tab).innerText()).toBe('Wat wil je doen?');
  await tab.getByText('Belde met thuis.').waitFor();

  await placeOf(tab, TALK).getByRole('button', { name: 'Iets anders' }).click();
  await tab.getByRole('menuitem', { name: 'Later doen' }).click();
  const later = tab.getByRole('dialog');
  await later.getByLabel('Op welke dag doe je het?').fill('2026-10-10');
  await later.getByLabel('Waarom doe je het later?').fill('De leerling is ziek.');
  await later.getByRole('button', { name: 'Uitstellen' }).click();
  await later.getByText(/zaterdag 10 oktober is geen schooldag/).waitFor();
  await later.getByLabel('Op welke dag doe je het?').fill('2026-10-09');
  await later.getByRole('button', { name: 'Uitstellen' }).click();
  await tab.getByText('Uitgesteld. Doe het nu uiterlijk vr 9 okt.').waitFor();

  await menu.click();
  await tab.getByRole('menuitem', { name: 'Hulp vragen', exact: true }).click();
  await tab.getByRole('dialog').getByRole('combobox').pressSequentially('omar');
  await tab.getByRole('option', { name: /^Omar Mentor/ }).click();
  await page.keyboard.press('Tab');
  await tab.getByRole('dialog').getByRole('button', { name: 'Vragen' }).click();
  await tab.getByText('Helpt mee: Omar Mentor (mentor)').waitFor();
  expect(faults).toEqual([]);
});

test('the path can be walked with the keyboard, the table says how it went, and axe finds nothing', async () => {
  await fresh();
  const { page, tab } = await open();
  await tab.getByRole('tab', { name: 'Pad door het protocol' }).click();
  await tab.getByRole('button', { name: `${TALK}: open` }).focus();
  await tab.getByRole('status').getByText('Open, uiterlijk woensdag 7 oktober').waitFor();
  await doIt(tab, TALK);
  await tab.getByRole('form', { name: TALK }).getByLabel('Wat wil de leerling?').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await tab.getByRole('tab', { name: 'Op tijd?' }).click();
  await tab
    .getByRole('row', { name: new RegExp(TALK) })
    .getByText('open')
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test.each(['donker', 'contrast'])(
  'on a phone, %s, the path is a list; nothing sticks out and axe finds nothing',
  async (theme) => {
    const { page, tab } = await open(person.coordinator, {
      size: phone,
      more: `&thema=${theme}`,
      step: '/gesprek.1',
    });
    await tab.getByRole('form', { name: TALK }).getByLabel('Wat wil de leerling?').waitFor();
    await tab.getByRole('tab', { name: 'Pad door het protocol' }).click();
    await tab
      .getByRole('listitem')
      .filter({ hasText: `${TALK} · open` })
      .waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await faultsOf(page)).toEqual([]);
  },
);
