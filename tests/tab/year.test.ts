import { randomUUID } from 'node:crypto';
import type { FrameLocator, Page } from 'playwright-core';
import { act } from '../../src/app/act.ts';
import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { faultsOf } from '../support/axe.ts';
import { newPage } from '../support/browser.ts';
import { demoFigures } from '../support/demoFigures.ts';
import { shot } from '../support/shots.ts';
import { scrollsSideways, tabOf } from '../support/tabFixture.ts';
import { person, report } from '../support/world.ts';

const { docent, mentor, coordinator } = person;
const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ tab: true, start: '2026-08-17T09:00' });
  bot.clock.set('2027-02-15T09:00');
  await bot.settled();
  const step = { case: 'jaar-2026', step: 'gouden-weken.1', outcome: 'gedaan', answers: {} };
  await completeStep(bot.service.world, await who(coordinator), step, form());
  const told = report({ happened: '2027-02-12' });
  await submitReport(bot.service.world, await who(docent), told, form());
}, 60_000);
beforeEach(() => {
  bot.store.figures = () => Promise.resolve(demoFigures());
});
afterAll(() => bot.stop());

const who = async (id: string) => (await bot.store.findPerson('tenant', id))!;
const form = () => ({ day: '2027-02-15', nonce: randomUUID() });

async function open(as: string, { theme = 'licht', size = sizes.desk } = {}) {
  const { page, faults } = await newPage(size);
  await page.goto(`${bot.url}/dev?als=${as}&thema=${theme}`);
  const tab = tabOf(page);
  await tab.getByRole('tab', { name: 'Jaar' }).click();
  await tab.getByRole('heading', { name: 'Cijfers' }).waitFor();
  return { page, tab, faults };
}
const planned = (tab: FrameLocator, title: string) =>
  tab
    .getByRole('listitem')
    .filter({ hasText: title, hasNot: tab.getByRole('list') })
    .innerText();
const bars = (tab: FrameLocator) => tab.locator('figure svg rect').count();
const inTab = (page: Page) => page.frames().find((frame) => frame.url().includes('/tab'))!;

test('K21: everybody sees the planning of the year with ticks; to its tasks goes only whoever may see them', async () => {
  const { tab, faults } = await open(docent);
  expect(await planned(tab, 'Gouden weken')).toContain(
    'Gedaan op 15 februari 2027 door de antipestcoördinator',
  );
  expect(await planned(tab, 'Ouderavonden')).toMatch(
    /Te laat: uiterlijk ma 2 nov[^]*Door: antipestcoördinator/,
  );
  expect(await planned(tab, 'Protocol bijwerken')).toContain('Begint za 15 mei, uiterlijk ma 21 jun');
  await tab.getByRole('heading', { name: 'februari 2027 (nu)' }).waitFor();
  expect(await tab.getByRole('link', { name: 'Naar de taken van dit schooljaar' }).count()).toBe(0);
  expect(await tab.getByRole('heading', { name: 'Nieuw schooljaar' }).count()).toBe(0);
  const own = await open(coordinator);
  await own.tab.getByRole('link', { name: 'Naar de taken van dit schooljaar' }).click();
  await own.tab.getByRole('heading', { name: /2026-2027/ }).waitFor();
  expect([...faults, ...own.faults]).toStrictEqual([]);
});

test('A7: each chart has its table beside it, with all counts for the coordinator and without small ones for a mentor', async () => {
  const own = await open(coordinator);
  const months = own.tab.getByRole('table', { name: 'Meldingen en zaken per maand' });
  expect(await months.getByRole('row', { name: 'oktober 2026' }).innerText()).toMatch(/13\s+12/);
  expect(await months.getByRole('row', { name: 'december 2026' }).innerText()).toMatch(/4\s+4/);
  expect(await own.tab.getByRole('figure').count()).toBe(8);
  expect(await own.tab.getByRole('figure').getByRole('table').count()).toBe(8);
  expect(await own.tab.getByText('verborgen').count()).toBe(0);
  await shot(own.page, 'jaar', undefined, true);

  const other = await open(mentor);
  const places = other.tab.getByRole('table', { name: 'Waar het gebeurde' });
  expect(await places.getByRole('row', { name: 'wc' }).innerText()).toContain('verborgen');
  await other.tab.getByText(/^Getallen onder 5 zijn verborgen/).waitFor();
  expect(await bars(other.tab)).toBeLessThan(await bars(own.tab));
});

test('another year is chosen with the keyboard, stands in the address, and leaves the focus where it was', async () => {
  bot.store.counter = (_, year) => Promise.resolve({ next: 2, guard: year === 2025 ? 'x' : 'new' });
  const { page, tab } = await open(docent);
  const choice = tab.getByLabel('Schooljaar', { exact: true });
  await choice.focus();
  await choice.selectOption('2025-2026');
  await tab.getByText('Er is geen jaarplanning van dit schooljaar.').waitFor();
  expect(await inTab(page).evaluate(() => location.hash)).toBe('#/jaar?jaar=2025');
  expect(await choice.evaluate((el) => el === document.activeElement)).toBe(true);
  await inTab(page).evaluate(() => location.reload());
  await tab.getByText('Schooljaar 2025-2026').waitFor();
});

test('a school without cases has nothing to count, and a way to report', async () => {
  bot.store.figures = () => Promise.resolve([]);
  const { tab } = await open(docent);
  await tab.getByText(/er nog niets gemeld/).waitFor();
  expect(await tab.getByRole('figure').count()).toBe(0);
  await tab.getByRole('link', { name: 'Melding maken' }).click();
  await tab.getByRole('heading', { name: 'Hoe wil je dit melden?' }).waitFor();
});

test('says so when the figures can’t be had, beside a planning that can, and tries again', async () => {
  const { page } = await newPage();
  await page.route('**/api/year/figures*', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.goto(`${bot.url}/dev?als=${docent}`);
  const tab = tabOf(page);
  await tab.getByRole('tab', { name: 'Jaar' }).click();
  await tab.getByText('De cijfers kunnen niet worden getoond').waitFor();
  await tab.getByRole('heading', { name: 'Jaarplanning' }).waitFor();
  await page.unroute('**/api/year/figures*');
  await tab.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await tab.getByRole('heading', { name: 'Cijfers' }).waitFor();
});

test('P21: the coordinator sees which cases pass on, starts it once, and reads who had better not be together', async () => {
  const [open1] = await bot.cases();
  const advice = {
    type: 'adviseApart' as const,
    who: { pupil: 'p-bram' },
    because: 'Het gaat nog niet goed.',
  };
  await act(bot.service.world, await who(mentor), open1!.case, advice, form());
  const saved = await bot.store.school(bot.partition);
  const pupils = saved.pupils.map((p) => (p.id === 'p-fenna' ? { ...p, group: '3A' } : p));
  await bot.store.saveSchool({ ...saved, pupils });
  const { page, tab, faults } = await open(coordinator);
  await tab.getByRole('button', { name: 'Bekijk welke zaken overgaan' }).click();
  await tab.getByText('Van Mila Mentor naar Omar Mentor').waitFor();
  expect(await tab.getByText('Fenna').count()).toBe(0);
  await tab.getByRole('button', { name: 'Laat deze zaak overgaan' }).dblclick();
  await tab.getByText('Het is gevraagd aan wie nieuw aan zet komt.').waitFor();
  const { events } = (await bot.store.load(bot.partition, open1!.case))!;
  expect(events.filter(({ type }) => type === 'HandoverProposed')).toHaveLength(1);
  await tab.getByRole('button', { name: 'Bekijk de lijst' }).click();
  await tab.getByText('Fenna Fictief niet met Bram Bedacht').waitFor();
  expect(await faultsOf(page)).toStrictEqual([]);
  expect(faults).toStrictEqual([]);
});

test.each([
  ['licht', 'phone'],
  ['donker', 'desk'],
  ['contrast', 'phone'],
] as const)(
  'in the theme %s at the size of a %s axe finds nothing, and nothing scrolls sideways',
  async (theme, size) => {
    const { page, tab } = await open(mentor, { theme, size: sizes[size] });
    await tab.getByRole('table', { name: 'Hoe veilig de leerling zich voelt' }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await faultsOf(page)).toStrictEqual([]);
    await shot(page, `jaar-${theme}-${size}`);
  },
);
