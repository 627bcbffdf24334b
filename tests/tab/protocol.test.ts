import type { FrameLocator, Page } from 'playwright-core';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { faultsOf } from '../support/axe.ts';
import { newPage } from '../support/browser.ts';
import { shot } from '../support/shots.ts';
import { scrollsSideways, tabOf } from '../support/tabFixture.ts';
import { person, protocol } from '../support/world.ts';

const { docent } = person;
const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ tab: true });
  const older = { ...protocol, version: 1, steps: protocol.steps.filter(({ id }) => id !== 'veilig') };
  await bot.store.keepProtocol(bot.partition, { id: 'kiim', version: 1, hash: 'oud' }, older);
}, 60_000);
afterAll(() => bot.stop());

async function open({ theme = 'licht', size = sizes.desk } = {}) {
  const { page, faults } = await newPage(size);
  await page.goto(`${bot.url}/dev?als=${docent}&thema=${theme}`);
  const tab = tabOf(page);
  await tab.getByRole('tab', { name: 'Protocol' }).click();
  await tab.getByRole('heading', { name: 'Protocol', level: 1 }).waitFor();
  return { page, tab, faults };
}
const inTab = (page: Page) => page.frames().find((frame) => frame.url().includes('/tab'))!;
const hashOf = (page: Page) => inTab(page).evaluate(() => location.hash);
const section = (tab: FrameLocator, name: string) => tab.getByRole('tab', { name, exact: true }).click();
const focused = (page: Page) => inTab(page).evaluate(() => document.activeElement?.textContent);

test('K22: a teacher reads the steps: the drawing leads to each of them in words, and the address holds the place', async () => {
  const { page, tab, faults } = await open();
  await tab.getByText('Eerst: de mentor.').waitFor();
  await section(tab, 'Stappen');
  const drawing = tab.getByRole('group', { name: /^De stappen als tekening/ });
  expect(await drawing.getByRole('link', { name: 'Afspraken over straf' }).count()).toBe(0);
  await shot(page, 'protocol-stappen');
  await tab.getByRole('switch', { name: /^Ook de stappen die er alleen soms zijn/ }).click();
  await drawing.getByRole('link', { name: 'Afspraken over straf' }).waitFor();
  await drawing.getByRole('link', { name: 'Gesprek met de gepeste', exact: true }).focus();
  await page.keyboard.press('Enter');
  await tab.getByText('Wie aan zet is; ook mentor of leerlingencoördinator.').waitFor();
  expect(await hashOf(page)).toBe('#/protocol/stappen?bij=gesprek');
  expect(await focused(page)).toBe('Gesprek met de gepeste');
  expect(await tab.getByText('afspraak van onze school').count()).toBeGreaterThan(0);
  await inTab(page).evaluate(() => window.history.back());
  await inTab(page).waitForFunction(() => location.hash === '#/protocol/stappen');
  expect(faults).toStrictEqual([]);
});

test('K20: a word is found wherever it stands, also by another name, and leads there', async () => {
  const { page, tab } = await open();
  const search = tab.getByRole('searchbox', { name: 'Zoek in het protocol' });
  await search.fill('hoofdpijn');
  await tab.getByRole('link', { name: 'Signalen thuis' }).waitFor();
  expect(await tab.getByRole('status').first().textContent()).toMatch(/^\d plekken gevonden$/);
  await search.fill('naaktfoto');
  await tab.getByRole('link', { name: 'Naaktfoto’s en filmpjes' }).click();
  await tab.getByText('Bekijk, kopieer, bewaar of verstuur het beeld nooit zelf.').waitFor();
  expect(await hashOf(page)).toBe('#/protocol/opzoeken?bij=naaktfoto');
  await search.fill('xyzzy');
  await tab.getByText('Niets gevonden. Probeer een ander of korter woord.').waitFor();
});

test('A6: what two versions differ in is told in words, and the choice stands in the address', async () => {
  const { page, tab } = await open();
  await section(tab, 'Versies');
  await tab.getByText('geldt nu').waitFor();
  await tab.getByText(/^Stap ‘Vandaag veilig’ \(veilig\) is nieuw/).waitFor();
  await tab.getByLabel('Van', { exact: true }).selectOption({ label: `Versie ${protocol.version}` });
  await tab.getByText('Deze twee zijn hetzelfde.').waitFor();
  expect(await hashOf(page)).toBe(`#/protocol/versies?van=${protocol.version}`);
});

test('on paper all of the protocol stands unfolded, and nothing to press', async () => {
  const { page, tab } = await open();
  await inTab(page).evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await tab.getByText('Zo doe je het').first().waitFor();
  for (const title of [
    'Wie is aan zet?',
    'Signalen op school',
    'Elk schooljaar',
    'Afspraken van onze school',
  ])
    await tab.getByRole('heading', { name: title }).waitFor();
  expect(await tab.getByRole('navigation').isVisible()).toBe(false);
  expect(await tab.getByRole('button', { name: 'Afdrukken' }).isVisible()).toBe(false);
  await inTab(page).evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await tab.getByRole('heading', { name: 'Signalen op school' }).count()).toBe(0);
});

test('says so when the protocol can’t be had, and tries again', async () => {
  const { page } = await newPage();
  await page.route('**/api/protocol', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.goto(`${bot.url}/dev?als=${docent}`);
  const tab = tabOf(page);
  await tab.getByRole('tab', { name: 'Protocol' }).click();
  await tab.getByRole('heading', { name: 'Het protocol kan niet worden getoond' }).waitFor();
  await page.unroute('**/api/protocol');
  await tab.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await tab.getByText('Eerst: de mentor.').waitFor();
});

test.each([
  ['Overzicht', 'licht', 'phone'],
  ['Herkennen', 'donker', 'desk'],
  ['Stappen', 'licht', 'phone'],
  ['Afspraken', 'contrast', 'desk'],
  ['Opzoeken', 'contrast', 'phone'],
  ['Wie is wie', 'donker', 'phone'],
  ['Versies', 'licht', 'desk'],
] as const)(
  'axe finds nothing on %s in the theme %s at the size of a %s, and nothing scrolls sideways',
  async (name, theme, size) => {
    const { page, tab } = await open({ theme, size: sizes[size] });
    await section(tab, name);
    await tab.getByRole('tab', { name, exact: true, selected: true }).waitFor();
    if (name === 'Stappen') await tab.getByRole('button', { name: 'Gesprek met de gepeste' }).click();
    if (name === 'Opzoeken') await tab.getByRole('button', { name: 'Naaktfoto’s en filmpjes' }).click();
    if (name === 'Versies') await tab.getByText(/is nieuw/).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await faultsOf(page)).toStrictEqual([]);
    await shot(page, `protocol-${name}-${theme}-${size}`);
  },
);
