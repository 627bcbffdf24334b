import type { FrameLocator } from 'playwright-core';
import type { Released } from '../../src/app/world.ts';
import { CaseView } from '../../src/api/contract/case.ts';
import { paths } from '../../src/api/contract/paths.ts';
import { faultsOf } from '../support/axe.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { opened, reported } from '../support/reported.ts';
import { shot } from '../support/shots.ts';
import { comesIntoSight, goTo, openTab, scrollsSideways, sizes } from '../support/tabFixture.ts';
import { person } from '../support/world.ts';

let bot: Bot;
let id: string;
const pupils = ['p-fenna', 'p-bram', 'p-noor', 'p-zoe', 'p-ties'];
beforeAll(async () => {
  bot = await startBot({ tab: true });
}, 60_000);
afterAll(() => bot.stop());
/** A case of its own for each test that changes it: the next report about the same pupil would join the first. */
const fresh = async () => void (id = await reported(bot, pupils.shift()));

async function open(as: string = person.coordinator, { step = '' } = {}) {
  const there = await openTab(bot.url, { as, more: { zaak: id + step } });
  await there.tab.getByRole('heading', { name: 'Open stappen' }).waitFor();
  return there;
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

test('a link to a step opens its form; of two who do it at once the second is told, and keeps what was typed', async () => {
  await fresh();
  const { page, tab } = await open(person.mentor, { step: '/gesprek.1' });
  const form = tab.getByRole('form', { name: TALK });
  const wish = form.getByLabel('Wat wil de leerling?');
  await wish.fill('Niet kwijtraken.');
  // A laptop that wakes up before its network.
  await page.route('**/dev/token*', (route) => route.fulfill({ status: 404, json: { message: 'weg' } }));
  await comesIntoSight(tab);
  await tab.getByText(/^Deze zaak is misschien niet meer actueel. Teams kon je niet aanmelden/).waitFor();
  await form.getByRole('button', { name: 'Gesprek gevoerd' }).click();
  await form.getByRole('alert').getByText('Teams kon je niet aanmelden').waitFor();
  await page.unroute('**/dev/token*');
  await page.route('**/api/cases/*', (route) =>
    route.fulfill({ status: 401, json: { code: 'unauthorized', message: 'Je bent niet (meer) aangemeld.' } }),
  );
  await comesIntoSight(tab);
  await tab.getByText(/^Deze zaak is misschien niet meer actueel. Je bent niet/).waitFor();
  await page.unroute('**/api/cases/*');

  // A night later.
  const day = (date: string) => form.locator(`input[type="date"][value="${date}"]`);
  await day('2026-10-05').waitFor();
  bot.clock.set('2026-10-06T08:20');
  await comesIntoSight(tab);
  await day('2026-10-06').waitFor();
  expect(await day('2026-10-06').getAttribute('max')).toBe('2026-10-06');
  expect(await wish.inputValue()).toBe('Niet kwijtraken.');
  bot.clock.set('2026-10-05T08:20');
  await comesIntoSight(tab);
  await day('2026-10-05').waitFor();

  const sent = { step: 'gesprek.1', outcome: 'gedaan', answers: {}, contacts: [], opened };
  await bot.post(paths.steps(id), sent, person.coordinator);
  await tab.getByRole('button', { name: 'Gesprek gevoerd' }).click();
  await tab
    .getByRole('alert')
    .getByText(/^Ans Antipest heeft deze stap afgerond/)
    .waitFor();
  // The page itself hears of it as well, and the form stays.
  await comesIntoSight(tab);
  await tab.getByRole('heading', { name: 'Bijeenkomst met de steungroep' }).waitFor();
  expect(await wish.inputValue()).toBe('Niet kwijtraken.');
  await placeOf(tab, TALK).getByRole('button', { name: 'Sluiten' }).click();
  await tab.getByRole('form', { name: TALK }).waitFor({ state: 'detached' });

  await goTo(tab, `#/zaak/${id}?stap=meer-hulp`);
  await tab.getByRole('form', { name: 'Meer hulp vragen' }).waitFor();
  await goTo(tab, `#/zaak/${id}?stap=gesprek.1`);
  await tab
    .getByText('Ans Antipest heeft deze stap afgerond op maandag 5 oktober: Gesprek gevoerd.')
    .waitFor();
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

  // K5: who is in charge may change under the dialog; nobody is overruled unseen.
  await menu.click();
  await tab.getByRole('menuitem', { name: 'Ik neem het over' }).click();
  const takeover = tab.getByRole('dialog');
  await takeover.getByLabel('Waarom neem je het over?').fill('Het wordt te groot.');
  const { charge } = CaseView.parse((await bot.get(paths.case(id), person.coordinator)).body);
  const first = { act: 'case.takeover', because: 'Ik ken de leerling.', ...charge };
  await bot.post(paths.acts(id), first, person.leerlingencoordinator);
  await comesIntoSight(tab);
  await tab.getByText('Lot Coördinator').first().waitFor();
  await takeover.getByText('Nu is Mila Mentor').waitFor();
  await takeover.getByRole('button', { name: 'Ik neem het over' }).click();
  await takeover.getByRole('alert').getByText('Iemand anders was je net voor.').waitFor();
  expect(faults).toEqual([]);
});

test('the path can be walked with the keyboard, the table says how it went, on a phone both fit, and axe finds nothing', async () => {
  await fresh();
  const { page, tab } = await open();
  await tab.getByRole('tab', { name: 'Pad door het protocol' }).click();
  await tab.getByRole('button', { name: `${TALK}: open` }).focus();
  await tab.getByRole('status').getByText('Open, uiterlijk woensdag 7 oktober').waitFor();
  await doIt(tab, TALK);
  await tab.getByRole('form', { name: TALK }).getByLabel('Wat wil de leerling?').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize(sizes.phone);
  await tab
    .getByRole('listitem')
    .filter({ hasText: `${TALK} · open` })
    .waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await tab.getByRole('tab', { name: 'Op tijd?' }).click();
  const row = tab.getByRole('listitem').filter({ hasText: TALK });
  await row.getByText('open').first().waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize(sizes.desk);
  await tab
    .getByRole('row', { name: new RegExp(TALK) })
    .getByText('open')
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

/** The next version of the protocol: without one step, with another one, and one under a new title. */
function release(version: number) {
  const released = bot.service.world.released as Map<string, Released>;
  const { ref, protocol } = released.get('kiim')!;
  const steps = protocol.steps
    .filter((s) => s.id !== 'veilig' && s.id !== 'bellen')
    .map((s) => (s.id === 'gesprek' ? { ...s, title: `Gesprek ${version}` } : s));
  const call = {
    ...steps.find((s) => s.id === 'ouder-bellen')!,
    id: 'bellen',
    title: 'Bel even',
    when: undefined,
  };
  const next = { ...protocol, version, steps: [...steps, call] };
  released.set('kiim', { ref: { ...ref, version, hash: `hash-${version}` }, protocol: next });
}

test('A6: the coordinator moves a case to a newer version after reading what it brings', async () => {
  await fresh();
  const { version } = bot.service.world.released.get('kiim')!.ref;
  release(version + 1);
  expect((await bot.get(paths.case(id), person.mentor)).body).not.toHaveProperty('newer');
  const { page, tab, faults } = await open();
  const menu = tab.getByRole('button', { name: 'Wat wil je doen?' });
  await menu.click();
  await tab.getByRole('menuitem', { name: `Naar versie ${version + 1} van het protocol` }).click();
  const dialog = tab.getByRole('dialog', { name: `Van versie ${version} naar versie ${version + 1}` });
  await dialog.getByText('‘Vandaag veilig’ is niet meer nodig.').waitFor();
  const words = await dialog.innerText();
  expect(words).toContain('Stap ‘Bel even’ staat open');
  expect(words).toContain('Stap ‘Vandaag veilig’ is weg.');
  expect(words).not.toMatch(/gesprek\b|veilig\b(?!’)|bellen|\.1|undefined/);
  await shot(page, 'versie');
  expect(await faultsOf(page)).toEqual([]);

  // Meanwhile there is another one still: what was read is not what would come.
  release(version + 2);
  await dialog.getByRole('button', { name: `Naar versie ${version + 1}` }).click();
  await tab
    .getByRole('alert')
    .getByText('Er is intussen weer een andere versie. Bekijk die eerst.')
    .waitFor();
  await tab.getByRole('button', { name: `Naar versie ${version + 2}` }).click();
  await tab
    .getByRole('status')
    .getByText(`De zaak loopt nu op versie ${version + 2} van het protocol.`)
    .waitFor();
  await placeOf(tab, 'Bel even').waitFor();
  await placeOf(tab, `Gesprek ${version + 2}`).waitFor();
  expect(await focused(tab).innerText()).toBe('Wat wil je doen?');
  await menu.click();
  await tab.getByRole('menuitem', { name: 'Notitie schrijven' }).waitFor();
  expect(await tab.getByRole('menuitem', { name: /Naar versie/ }).count()).toBe(0);
  expect(faults).toEqual([]);
});
