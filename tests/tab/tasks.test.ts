import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { faultsOf, looks } from '../support/axe.ts';
import { newPage } from '../support/browser.ts';
import { shot } from '../support/shots.ts';
import { scrollsSideways, tabOf } from '../support/tabFixture.ts';
import { person, report } from '../support/world.ts';

let bot: Bot;
let nonce = 0;
const form = () => ({ day: '2026-10-05', nonce: `n-${nonce++}` });
const who = async (id: string) => (await bot.store.findPerson('tenant', id))!;

beforeAll(async () => {
  bot = await startBot({ tab: true });
  const docent = await who(person.docent);
  const { world } = bot.service;
  await submitReport(world, docent, report({ behaviours: ['woorden'] }), form());
  await submitReport(
    world,
    docent,
    report({ about: [{ pupil: 'p-ties' }], behaviours: ['spullen'] }),
    form(),
  );
  await submitReport(world, docent, report({ about: [{ pupil: 'p-bram' }] }), form());
  await submitReport(world, docent, report({ about: [{ pupil: 'p-noor' }] }), form());
  const closing = (await bot.cases()).find(({ number }) => number === '2026-0003')!.case;
  const done = { case: closing, step: 'beoordelen.1', outcome: 'geen-pesten', answers: { omdat: 'Ruzie.' } };
  await completeStep(world, await who(person.mentor), done, form());
  bot.clock.set('2026-10-07T09:00');
}, 60_000);
afterAll(() => bot.stop());

const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };
async function open(as: string, { theme = 'licht', size = sizes.desk } = {}) {
  const { page, faults } = await newPage(size);
  await page.goto(`${bot.url}/dev?als=${as}&thema=${theme}`);
  const tab = tabOf(page);
  await tab.getByRole('tab', { name: 'Mijn taken' }).waitFor();
  return { page, tab, faults };
}

test('A4: my tasks are counted in the navigation, grouped by when, and lead to their step', async () => {
  const { tab, faults } = await open(person.mentor);
  await tab.getByRole('tab', { name: 'Mijn taken (6)' }).click();
  await tab.getByRole('heading', { name: 'Mijn taken', level: 1 }).waitFor();
  expect(await tab.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    'Te laat (4)',
    'Vandaag (2)',
  ]);
  expect(await tab.locator('body').innerText()).not.toContain('Fenna');
  const first = tab.getByRole('listitem').filter({ hasText: 'Zaak 2026-0001' });
  await first.getByRole('link', { name: 'Melding bekijken' }).click();
  await tab.getByRole('heading', { name: 'Zaak 2026-0001' }).waitFor();
  expect(await tab.locator('body').evaluate(() => decodeURIComponent(location.hash))).toMatch(
    /^#\/zaak\/.+\?stap=beoordelen\.1$/,
  );
  await tab.locator('body').evaluate(() => history.back());
  await tab.getByRole('heading', { name: 'Mijn taken', level: 1 }).waitFor();
  expect(faults).toEqual([]);
});

test('somebody of whom nothing is asked reads so', async () => {
  const { tab } = await open(person.docent);
  await tab.getByRole('tab', { name: 'Mijn taken' }).click();
  await tab.getByText('Je hebt nu geen taken.').waitFor();
});

test('the focus comes to the heading of a page that opens by a link', async () => {
  const { tab } = await open(person.coordinator);
  await tab.getByRole('link', { name: 'Gesloten zaken' }).click();
  const heading = tab.getByRole('heading', { name: 'Gesloten zaken' });
  await heading.waitFor();
  expect(await heading.evaluate((el) => el === document.activeElement)).toBe(true);
});

test('closed cases show how they ended, and lead to the case', async () => {
  const { tab } = await open(person.coordinator);
  await tab.getByRole('link', { name: 'Gesloten zaken' }).click();
  await tab.getByText('1 zaak gesloten in schooljaar 2026-2027').waitFor();
  await tab.getByRole('cell', { name: 'Nu geen pesten' }).waitFor();
  await tab.getByRole('link', { name: '2026-0003' }).click();
  await tab.getByRole('heading', { name: 'Zaak 2026-0003' }).waitFor();
});

test('somebody who may see no closed case reads so', async () => {
  const { tab } = await open(person.docent);
  await tab.getByRole('link', { name: 'Gesloten zaken' }).click();
  await tab.getByText('In dit schooljaar is nog geen zaak gesloten die jij mag zien.').waitFor();
});

test('the list is saved as a file, as it is filtered', async () => {
  const { page, tab } = await open(person.coordinator);
  await tab.getByRole('button', { name: 'Opslaan als Excel, zonder namen' }).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => void (request.url().includes('xlsx') && asked.push(request.url())));
  await tab.getByRole('button', { name: 'Te laat' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    tab.getByRole('button', { name: 'Opslaan als Excel, zonder namen' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('open-zaken-2026-10-07.xlsx');
  expect(asked).toEqual([`${bot.url}/api/cases.xlsx?laat=1`]);
});

const pages = [
  ['zaken', 'Open zaken'],
  ['gesloten', 'Gesloten zaken'],
  ['taken', 'Mijn taken'],
] as const;
test.each(looks)(
  'in the theme %s at the size of a %s axe finds nothing on the lists',
  async (theme, name) => {
    const { page, tab, faults } = await open(person.mentor, { theme, size: sizes[name] });
    for (const [path, title] of pages) {
      await tab.locator('body').evaluate((_, to) => void (location.hash = to), `#/${path}`);
      await tab.getByRole('heading', { name: title, level: 1 }).waitFor();
      if (path === 'zaken') await tab.getByRole('link', { name: '2026-0001' }).waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      await shot(page, `${path}-${theme}-${name}`);
      expect({ on: path, faults: await faultsOf(page, theme) }).toEqual({ on: path, faults: [] });
    }
    expect(faults).toEqual([]);
  },
);
