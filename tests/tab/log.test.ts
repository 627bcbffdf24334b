import { randomUUID } from 'node:crypto';
import { readCase } from '../../src/app/reads.ts';
import { submitReport } from '../../src/app/reports.ts';
import { ADMINISTRATOR } from '../../src/domain/access.ts';
import { faultsOf } from '../support/axe.ts';
import type { Bot } from '../support/bot.ts';
import { chatOf, startBot } from '../support/bot.ts';
import { newPage } from '../support/browser.ts';
import { textIn } from '../support/connector.ts';
import { shot } from '../support/shots.ts';
import { scrollsSideways, tabOf } from '../support/tabFixture.ts';
import { person, report, school } from '../support/world.ts';

const admin = { id: 'beheer', name: 'Bea Beheer', posts: [{ function: ADMINISTRATOR }] };
let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ tab: true, school: { ...school, persons: [...school.persons, admin] } });
  const { world } = bot.service;
  const who = async (id: string) => (await bot.store.findPerson('tenant', id))!;
  await submitReport(world, await who(person.docent), report(), { day: '2026-10-05', nonce: 'een' });
  const [row] = await bot.cases();
  await readCase(world, await who(person.coordinator), row!.case);
  await bot.store.saveSettings(
    bot.partition,
    (s) => ({ ...s, briefingAt: '08:30' }),
    { id: 'log', at: '2026-10-05T06:30:00.000Z', by: admin.id, what: 'De dagopening begint om 08.30.' },
    { day: '2026-10-05', nonce: 'twee' },
  );
  bot.clock.set('2026-10-06T08:05');
  await bot.settled();
  await bot.settled();
}, 60_000);
afterAll(() => bot.stop());

const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };
async function open(as: string = person.coordinator, { theme = 'licht', size = sizes.desk } = {}) {
  const { page, faults } = await newPage(size);
  await page.goto(`${bot.url}/dev?als=${as}&thema=${theme}`);
  const tab = tabOf(page);
  await tab.getByRole('tab', { name: 'Logboek' }).click();
  await tab.getByRole('heading', { name: 'Logboek', level: 1 }).waitFor();
  return { page, tab, faults };
}

test('tells who saw and changed what, and is asked by person, kind, case and period', async () => {
  const { page, tab, faults } = await open();
  const found = (count: string) => tab.getByText(`${count} in deze periode`).waitFor();
  await found('3 regels');
  await tab.getByText('Bekeek de zaak.').waitFor();
  await tab.getByLabel('Wie', { exact: true }).selectOption({ label: 'Dirk Docent' });
  await found('1 regel');
  await tab.getByText('Meldde; de zaak is geopend.').waitFor();
  await tab.getByLabel('Wie', { exact: true }).selectOption('');
  await tab.getByLabel('Wat', { exact: true }).selectOption('ingesteld');
  await tab.getByText('De dagopening begint om 08.30.').waitFor();
  await found('1 regel');
  await tab.getByLabel('Wat', { exact: true }).selectOption('');
  await tab.getByLabel('Nummer van een zaak').fill('2026-0001');
  await tab.getByLabel('Nummer van een zaak').press('Enter');
  await found('2 regels');
  expect(await tab.locator('html').evaluate(() => location.hash)).toBe('#/logboek?zaak=2026-0001');
  await tab.getByLabel('Nummer van een zaak').fill('9999');
  await tab.getByLabel('Nummer van een zaak').press('Enter');
  await tab.getByText('Er is geen zaak met dit nummer.').waitFor();
  await tab.getByLabel('Nummer van een zaak').fill('');
  await tab.getByLabel('Nummer van een zaak').press('Enter');
  await tab.getByLabel('Vanaf').fill('2026-10-06');
  await tab.getByText('Hier gebeurde niets.').waitFor();
  expect(await tab.locator('body').innerText()).not.toContain('Fenna');
  expect(faults).toEqual([]);
  await page.close();
});

test('shows what the watchdog found, and leads to the case', async () => {
  const { tab } = await open();
  const watchdog = tab.getByRole('region', { name: 'Dagelijkse controle' });
  await watchdog.getByText('heeft Meldpunt nog niet geopend in Teams').waitFor();
  await watchdog.getByText('Laatst gekeken op dinsdag 6 oktober 2026 om 08:05').waitFor();
  await watchdog.getByRole('link', { name: 'Zaak 2026-0001' }).click();
  await tab.getByRole('heading', { name: 'Zaak 2026-0001' }).waitFor();
});

test('what did not arrive is sent again with one button, once', async () => {
  await bot.say('hallo', { as: person.otherMentor });
  const now = '2026-10-06T06:05:00.000Z';
  const [row] = await bot.cases();
  const message = { to: { person: person.otherMentor }, case: row!.case, say: 'relieved' } as const;
  const job = {
    id: randomUUID(),
    lane: 'dood',
    seq: '1',
    runAt: now,
    work: { kind: 'message' as const, message },
  };
  await bot.store.commit(bot.partition, { jobs: [job] });
  const planned = (await bot.store.jobs(bot.partition, now)).find((j) => j.id === job.id)!;
  await bot.store.commit(bot.partition, { bury: { job: planned, reason: 'Teams weigert.', at: now } });
  const { page, tab } = await open();
  const list = tab.getByRole('region', { name: 'Niet aangekomen' });
  await list.getByText('Aan Omar Mentor, zaak 2026-0001').waitFor();
  await shot(page, 'log-niet-aangekomen', undefined, true);
  bot.connector.sent.length = 0;
  await list.getByRole('button', { name: 'Stuur opnieuw aan Omar Mentor' }).dblclick();
  await tab.getByText('Het bericht gaat opnieuw weg.').waitFor();
  await list.waitFor({ state: 'detached' });
  await bot.settled();
  expect(bot.connector.to(chatOf(person.otherMentor)).map((sent) => textIn(sent.body))).toHaveLength(1);
});

test('an administrator sees what was set up and nothing of cases; others find no way to it', async () => {
  const { tab } = await open(admin.id);
  await tab.getByText('De dagopening begint om 08.30.').waitFor();
  expect(await tab.locator('body').innerText()).not.toMatch(/2026-0001|Bekeek|Dagelijkse controle/);
  for (const who of [person.mentor, person.docent, person.directeur]) {
    const { page } = await newPage();
    await page.goto(`${bot.url}/dev?als=${who}`);
    await tabOf(page).getByRole('tab', { name: 'Mijn taken' }).waitFor();
    expect(await tabOf(page).getByRole('tab', { name: 'Logboek' }).count()).toBe(0);
    await tabOf(page)
      .locator('html')
      .evaluate(() => void (window.location.hash = '#/logboek'));
    await tabOf(page).getByText('Het logboek is voor de coördinator').waitFor();
    await page.close();
  }
});

test.each([
  ['licht', 'phone'],
  ['licht', 'desk'],
  ['donker', 'desk'],
  ['contrast', 'phone'],
] as const)('in the theme %s the log fits a %s, and axe finds nothing', async (theme, size) => {
  const { page, tab } = await open(person.coordinator, { theme, size: sizes[size] });
  await tab.getByText('in deze periode').waitFor();
  await tab.getByRole('region', { name: 'Dagelijkse controle' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
  await shot(page, `log-${size}-${theme}`, undefined, true);
});
