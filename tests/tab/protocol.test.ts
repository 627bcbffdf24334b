import type { FrameLocator, Page } from 'playwright-core';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { shot } from '../support/shots.ts';
import { goTo, hashOf, inTab, openTab, sizes } from '../support/tabFixture.ts';
import { person, protocol } from '../support/world.ts';

const { docent } = person;

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ tab: true });
  const older = { ...protocol, version: 1, steps: protocol.steps.filter(({ id }) => id !== 'veilig') };
  await bot.store.keepProtocol(bot.partition, { id: 'kiim', version: 1, hash: 'oud' }, older);
}, 60_000);
afterAll(() => bot.stop());

const section = (tab: FrameLocator, name: string) => tab.getByRole('tab', { name, exact: true }).click();
const focused = (page: Page) => inTab(page).evaluate(() => document.activeElement?.textContent);

test('K22, K20, A6: a teacher reads the steps, finds a word and compares versions; on paper all of it is unfolded', async () => {
  const { page, tab, faults } = await openTab(bot.url, { as: docent });
  await tab.getByRole('tab', { name: 'Protocol' }).click();
  await tab.getByText('Eerst: de mentor.').waitFor();
  await tab.getByText('De volgende evaluatie van dit protocol is uiterlijk 21 juni 2027.').waitFor();
  await shot(page, 'protocol');

  // The drawing leads to each of the steps in words, and the address holds the place.
  await section(tab, 'Stappen');
  const drawing = tab.getByRole('group', { name: /^De stappen als tekening/ });
  expect(await drawing.getByRole('link', { name: 'Afspraken over straf' }).count()).toBe(0);
  await shot(page, 'protocol-stappen');
  await tab.getByRole('switch', { name: /^Ook de stappen die er alleen soms zijn/ }).click();
  await drawing.getByRole('link', { name: 'Afspraken over straf' }).waitFor();
  await drawing.getByRole('link', { name: 'Gesprek met de gepeste', exact: true }).focus();
  await page.keyboard.press('Enter');
  await tab.getByText('Wie aan zet is; ook mentor of leerlingencoördinator.').waitFor();
  expect(await hashOf(tab)).toBe('#/protocol/stappen?bij=gesprek');
  expect(await focused(page)).toBe('Gesprek met de gepeste');
  expect(await tab.getByText('afspraak van onze school').count()).toBeGreaterThan(0);
  await inTab(page).evaluate(() => window.history.back());
  await inTab(page).waitForFunction(() => location.hash === '#/protocol/stappen');

  // A word is found wherever it stands, also by another name, and leads there.
  const search = tab.getByRole('searchbox', { name: 'Zoek in het protocol' });
  await search.fill('hoofdpijn');
  await tab.getByRole('link', { name: 'Signalen thuis' }).waitFor();
  expect(await tab.getByRole('status').first().textContent()).toMatch(/^\d plekken gevonden$/);
  await search.fill('naaktfoto');
  await tab.getByRole('link', { name: 'Naaktfoto’s en filmpjes' }).click();
  await tab.getByText('Bekijk, kopieer, bewaar of verstuur het beeld nooit zelf.').waitFor();
  expect(await hashOf(tab)).toBe('#/protocol/opzoeken?bij=naaktfoto');
  await search.fill('xyzzy');
  await tab.getByText('Niets gevonden. Probeer een ander of korter woord.').waitFor();
  await search.fill('');

  // What two versions differ in is told in words, and the choice stands in the address.
  await section(tab, 'Versies');
  await tab.getByText('geldt nu').waitFor();
  await tab.getByText(/^Stap ‘Vandaag veilig’.* is nieuw/).waitFor();
  await tab.getByLabel('Van', { exact: true }).selectOption({ label: `Versie ${protocol.version}` });
  await tab.getByText('Deze twee zijn hetzelfde.').waitFor();
  expect(await hashOf(tab)).toBe(`#/protocol/versies?van=${protocol.version}`);

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
  expect(faults).toStrictEqual([]);
}, 30_000);

test('tries again when it can’t be had; on a phone what is chosen is in sight', async () => {
  const { page, tab, faults } = await openTab(bot.url, { as: docent, size: sizes.phone });
  await page.route('**/api/protocol', (route) => route.fulfill({ status: 500, body: '{}' }));
  await tab.getByRole('tab', { name: 'Protocol' }).click();
  await tab.getByRole('heading', { name: 'Het protocol kan niet worden getoond' }).waitFor();
  await page.unroute('**/api/protocol');
  await tab.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await tab.getByText('Eerst: de mentor.').waitFor();
  // Of both rows that are swiped through the chosen one is in sight, also after a link or "back".
  await goTo(tab, '#/protocol/wie');
  await tab.getByText('Mila Mentor').waitFor();
  for (const name of ['Protocol', 'Wie is wie']) {
    const { x, width } = (await tab.getByRole('tab', { name, exact: true }).boundingBox())!;
    expect([name, x >= 0, x + width <= sizes.phone.width]).toStrictEqual([name, true, true]);
  }
  expect(faults).toStrictEqual([]);
}, 30_000);
