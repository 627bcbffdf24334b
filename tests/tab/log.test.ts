import { randomUUID } from 'node:crypto';
import { readCase } from '../../src/app/reads.ts';
import { submitReport } from '../../src/app/reports.ts';
import { ADMINISTRATOR } from '../../src/domain/access.ts';
import { faultsOf } from '../support/axe.ts';
import type { Bot } from '../support/bot.ts';
import { chatOf, startBot } from '../support/bot.ts';
import { textIn } from '../support/connector.ts';
import { shot } from '../support/shots.ts';
import { goTo, hashOf, openTab, scrollsSideways, sizes } from '../support/tabFixture.ts';
import { person, report, school } from '../support/world.ts';

const admin = { id: 'beheer', name: 'Bea Beheer', posts: [{ function: ADMINISTRATOR }] };
let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ tab: true, school: { ...school, persons: [...school.persons, admin] } });
  const { world } = bot.service;
  await submitReport(world, await bot.who(person.docent), report(), { day: '2026-10-05', nonce: 'een' });
  const [row] = await bot.cases();
  await readCase(world, await bot.who(person.coordinator), row!.case);
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

/** A message that gave up. */
async function undelivered() {
  await bot.say('hallo', { as: person.otherMentor });
  const now = '2026-10-06T06:05:00.000Z';
  const [row] = await bot.cases();
  const message = { to: { person: person.otherMentor }, case: row!.case, say: 'relieved' } as const;
  const work = { kind: 'message' as const, message };
  const job = { id: randomUUID(), lane: 'dood', seq: '1', runAt: now, work };
  await bot.store.commit(bot.partition, { jobs: [job] });
  const planned = (await bot.store.jobs(bot.partition, now)).find((j) => j.id === job.id)!;
  await bot.store.commit(bot.partition, { bury: { job: planned, reason: 'Teams weigert.', at: now } });
}

test('the coordinator finds who saw and changed what, sends again what did not arrive, and follows the watchdog', async () => {
  await undelivered();
  const { page, tab, faults } = await openTab(bot.url, { as: person.coordinator });
  await tab.getByRole('tab', { name: 'Logboek' }).click();
  await tab.getByRole('heading', { name: 'Logboek', level: 1 }).waitFor();
  const found = (count: string) => tab.getByText(`${count} in deze periode`).waitFor();
  const number = tab.getByLabel('Nummer van een zaak');
  const ask = async (text: string) => {
    await number.fill(text);
    await number.press('Enter');
  };
  await found('3 regels');
  await tab.getByText('Bekeek de zaak.').waitFor();

  const list = tab.getByRole('region', { name: 'Niet aangekomen' });
  await list.getByText('Aan Omar Mentor, zaak 2026-0001').waitFor();
  await shot(page, 'log-niet-aangekomen', undefined, true);
  expect(await faultsOf(page)).toEqual([]);
  bot.connector.sent.length = 0;
  await list.getByRole('button', { name: 'Stuur opnieuw aan Omar Mentor' }).dblclick();
  await tab.getByText('Het bericht gaat opnieuw weg.').waitFor();
  await list.waitFor({ state: 'detached' });
  await bot.settled();
  expect(bot.connector.to(chatOf(person.otherMentor)).map((sent) => textIn(sent.body))).toHaveLength(1);

  await tab.getByLabel('Wie', { exact: true }).selectOption({ label: 'Dirk Docent' });
  await found('1 regel');
  await tab.getByText('Meldde; de zaak is geopend.').waitFor();
  await tab.getByLabel('Wie', { exact: true }).selectOption('');
  await tab.getByLabel('Wat', { exact: true }).selectOption('ingesteld');
  await tab.getByText('De dagopening begint om 08.30.').waitFor();
  await found('2 regels');
  await tab.getByRole('button', { name: 'Wis filters' }).click();
  await ask('2026-0001');
  await found('2 regels');
  expect(await hashOf(tab)).toBe('#/logboek?zaak=2026-0001');
  await ask('9999');
  await tab.getByText('Er is geen zaak met dit nummer.').waitFor();
  expect(await number.getAttribute('aria-invalid')).toBe('true');
  await tab.getByRole('button', { name: 'Wis filters' }).click();
  expect([await number.inputValue(), await hashOf(tab)]).toStrictEqual(['', '#/logboek']);
  await tab.getByLabel('Tot en met').fill('2026-10-04');
  await tab.getByText('Hier gebeurde niets.').waitFor();
  expect(await tab.locator('body').innerText()).not.toContain('Fenna');

  const watchdog = tab.getByRole('region', { name: 'Dagelijkse controle' });
  await watchdog.getByText('heeft Meldpunt nog niet geopend in Teams').waitFor();
  await watchdog.getByText('Laatst gekeken op dinsdag 6 oktober 2026 om 08:05').waitFor();
  await page.setViewportSize(sizes.phone);
  expect(await scrollsSideways(page)).toBe(false);
  await shot(page, 'log-phone', undefined, true);
  await watchdog.getByRole('link', { name: 'Zaak 2026-0001' }).click();
  await tab.getByRole('heading', { name: 'Zaak 2026-0001' }).waitFor();
  expect(faults).toEqual([]);
}, 30_000);

test('an administrator sees what was set up and nothing of cases; a mentor finds no way to it', async () => {
  const { tab } = await openTab(bot.url, { as: admin.id });
  await tab.getByRole('tab', { name: 'Logboek' }).click();
  await tab.getByText('De dagopening begint om 08.30.').waitFor();
  expect(await tab.locator('body').innerText()).not.toMatch(/2026-0001|Bekeek|Dagelijkse controle/);
  const other = await openTab(bot.url, { as: person.mentor });
  await other.tab.getByRole('tab', { name: 'Mijn taken' }).waitFor();
  expect(await other.tab.getByRole('tab', { name: 'Logboek' }).count()).toBe(0);
  await goTo(other.tab, '#/logboek');
  await other.tab.getByText('Het logboek is voor de coördinator').waitFor();
});
