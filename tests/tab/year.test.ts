import { randomUUID } from 'node:crypto';
import type { FrameLocator } from 'playwright-core';
import { act } from '../../src/app/act.ts';
import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { faultsOf } from '../support/axe.ts';
import { demoFigures } from '../support/demoFigures.ts';
import { shot } from '../support/shots.ts';
import {
  comesIntoSight,
  hasFocus,
  hashOf,
  inTab,
  openTab,
  scrollsSideways,
  sizes,
} from '../support/tabFixture.ts';
import { person, report } from '../support/world.ts';

const { docent, mentor, coordinator } = person;

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ tab: true, start: '2026-08-17T09:00' });
  bot.clock.set('2027-02-15T09:00');
  await bot.settled();
  const step = { case: 'jaar-2026', step: 'gouden-weken.1', outcome: 'gedaan', answers: {} };
  await completeStep(bot.service.world, await bot.who(coordinator), step, form());
  const told = report({ happened: '2027-02-12' });
  await submitReport(bot.service.world, await bot.who(docent), told, form());
}, 60_000);
beforeEach(() => {
  bot.store.figures = () => Promise.resolve(demoFigures());
});
afterAll(() => bot.stop());

const form = () => ({ day: '2027-02-15', nonce: randomUUID() });

async function open(as: string) {
  const opened = await openTab(bot.url, { as });
  await opened.tab.getByRole('tab', { name: 'Jaar' }).click();
  return opened;
}
const planned = (tab: FrameLocator, title: string) =>
  tab
    .getByRole('listitem')
    .filter({ hasText: title, hasNot: tab.getByRole('list') })
    .innerText();

test('K21: everybody sees the planning with ticks; another year, chosen by keyboard, stands in the address', async () => {
  bot.store.counter = (_, year) => Promise.resolve({ next: 2, guard: year === 2025 ? 'x' : 'new' });
  bot.store.figures = (_, year) => Promise.resolve(year === 2026 ? demoFigures() : []);
  const { page, tab, faults } = await open(docent);
  await tab.getByRole('heading', { name: 'Cijfers' }).waitFor();
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

  const choice = tab.getByLabel('Schooljaar', { exact: true });
  await choice.focus();
  await choice.selectOption('2025-2026');
  await tab.getByText('Er is geen jaarplanning van dit schooljaar.').waitFor();
  expect(await hashOf(tab)).toBe('#/jaar?jaar=2025');
  expect(await hasFocus(choice)).toBe(true);
  await inTab(page).evaluate(() => location.reload());
  await tab.getByText('Schooljaar 2025-2026').waitFor();

  // A year without cases has nothing to count, and a way to report.
  await tab.getByText(/er nog niets gemeld/).waitFor();
  expect(await tab.getByRole('figure').count()).toBe(0);
  await tab.getByRole('link', { name: 'Melding maken' }).click();
  await tab.getByRole('heading', { name: 'Hoe wil je dit melden?' }).waitFor();
  expect(faults).toStrictEqual([]);
}, 30_000);

test('A7, P21: the coordinator sees all counts beside each chart, and lets cases pass on, once', async () => {
  const [open1] = await bot.cases();
  const advice = {
    type: 'adviseApart' as const,
    who: { pupil: 'p-bram' },
    because: 'Het gaat nog niet goed.',
  };
  await act(bot.service.world, await bot.who(mentor), open1!.case, advice, form());
  const saved = await bot.store.school(bot.partition);
  const pupils = saved.pupils.map((p) => (p.id === 'p-fenna' ? { ...p, group: '3A' } : p));
  await bot.store.saveSchool({ ...saved, pupils });
  const { page, tab, faults } = await open(coordinator);
  const months = tab.getByRole('table', { name: 'Meldingen en zaken per maand' });
  await months.waitFor();
  expect(await months.getByRole('row', { name: 'oktober 2026' }).innerText()).toMatch(/13\s+12/);
  expect(await months.getByRole('row', { name: 'december 2026' }).innerText()).toMatch(/4\s+4/);
  expect(await tab.getByRole('figure').count()).toBe(8);
  expect(await tab.getByRole('figure').getByRole('table').count()).toBe(8);
  expect(await tab.getByText('verborgen').count()).toBe(0);
  await shot(page, 'jaar', undefined, true);

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
  await tab.getByRole('link', { name: 'Naar de taken van dit schooljaar' }).click();
  await tab.getByRole('heading', { name: /2026-2027/ }).waitFor();
  expect(faults).toStrictEqual([]);
}, 30_000);

test('A7: a mentor sees no small counts; figures that can’t be had are asked again, also when the page comes back in sight', async () => {
  const { page, tab, faults } = await openTab(bot.url, { as: mentor, size: sizes.phone });
  await page.route('**/api/year/figures*', (route) => route.fulfill({ status: 500, body: '{}' }));
  await tab.getByRole('tab', { name: 'Jaar' }).click();
  await tab.getByText('De cijfers kunnen niet worden getoond').waitFor();
  await tab.getByRole('heading', { name: 'Jaarplanning' }).waitFor();
  await page.unroute('**/api/year/figures*');
  await tab.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await tab.getByText(/^Getallen onder 5 zijn verborgen/).waitFor();
  const places = tab.getByRole('table', { name: 'Waar het gebeurde' });
  expect(await places.getByRole('row', { name: 'wc' }).innerText()).toContain('verborgen');
  const figure = tab.getByRole('figure', { name: 'Waar het gebeurde' });
  expect(await figure.locator('svg rect').count()).toBeLessThan((await places.getByRole('row').count()) - 1);
  expect(await scrollsSideways(page)).toBe(false);
  expect(await faultsOf(page)).toStrictEqual([]);
  await shot(page, 'jaar-phone');

  const october = tab.getByRole('row', { name: 'oktober 2026' });
  expect(await october.innerText()).toMatch(/13\s+12/);
  bot.store.figures = () => Promise.resolve([...demoFigures(), ...demoFigures()]);
  await comesIntoSight(tab);
  await october.getByText('26').waitFor();
  expect(faults).toStrictEqual([]);
}, 30_000);
