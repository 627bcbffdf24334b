import { sendConfidential } from '../../src/app/confidential.ts';
import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import type { Answers } from '../../src/domain/case.ts';
import type { School } from '../../src/domain/school.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { faultsOf } from '../support/axe.ts';
import { shot } from '../support/shots.ts';
import { hasFocus, hashOf, openTab, scrollsSideways, sizes } from '../support/tabFixture.ts';
import { person, report, school as usual } from '../support/world.ts';

const vera = 'vera-id';
const school: School = {
  ...usual,
  persons: [
    ...usual.persons,
    { id: vera, name: 'Vera Vertrouwen', posts: [{ function: 'vertrouwenspersoon' }] },
  ],
};

let bot: Bot;
let nonce = 0;
const form = () => ({ day: '2026-10-05', nonce: `n-${nonce++}` });

beforeAll(async () => {
  bot = await startBot({ tab: true, school });
  const { world } = bot.service;
  const docent = await bot.who(person.docent);
  for (const pupil of ['p-fenna', 'p-bram', 'p-noor'])
    await submitReport(world, docent, report({ about: [{ pupil }] }), form());
  const ends = async (number: string, step: string, outcome: string, answers: Answers) => {
    const row = (await bot.cases()).find((found) => found.number === number)!;
    await completeStep(
      world,
      await bot.who(person.mentor),
      { case: row.case, step, outcome, answers },
      form(),
    );
  };
  await ends('2026-0001', 'beoordelen.1', 'oppakken', {});
  await ends('2026-0001', 'gesprek.1', 'gedaan', { veilig: 5 });
  await ends('2026-0002', 'beoordelen.1', 'geen-pesten', { omdat: 'Ruzie.' });
  const letter = {
    aboutName: 'Fenna Fictief',
    story: 'Zag iets geheims.',
    safe: 'ja',
    approach: 'ja',
  } as const;
  for (let i = 0; i < 2; i++) await sendConfidential(world, docent, { to: vera, letter }, form());
  bot.clock.set('2026-10-07T09:00');
}, 60_000);
afterAll(() => bot.stop());

test('A4: what can be done now is counted and stands on top as in the chat; what can wait stands below; each leads to its step', async () => {
  const { page, tab, faults } = await openTab(bot.url, { as: person.mentor });
  await tab.getByRole('tab', { name: 'Mijn taken (5)' }).click();
  await tab.getByRole('heading', { name: 'Mijn taken', level: 1 }).waitFor();
  await tab.getByText('5 taken, 3 te laat').waitFor();
  expect(await tab.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    'Te laat. Lukt het? (3)',
    'Vandaag (1)',
    'Daarna (1)',
    'Later',
    'Nog in Somtoday te zetten',
  ]);
  await shot(page, 'taken-licht-desk', undefined, true);
  expect(await faultsOf(page)).toEqual([]);
  const notes = tab.getByRole('region', { name: 'Nog in Somtoday te zetten' });
  const later = tab.getByRole('region', { name: 'Later' }).getByRole('listitem');
  expect(await later.innerText()).toContain('Wacht nog op een andere stap');
  expect(await notes.getByRole('listitem').innerText()).toContain('2B · 1 stap');
  expect(await tab.locator('body').innerText()).not.toContain('Fenna');
  await page.setViewportSize(sizes.phone);
  expect(await scrollsSideways(page)).toBe(false);
  await shot(page, 'taken-licht-phone', undefined, true);
  const first = tab.getByRole('listitem').filter({ hasText: 'Zaak 2026-0003' });
  await first.getByRole('link', { name: 'Melding bekijken' }).click();
  await tab.getByRole('heading', { name: 'Zaak 2026-0003' }).waitFor();
  expect(await hashOf(tab)).toMatch(/^#\/zaak\/.+\?stap=beoordelen\.1$/);
  await tab.locator('body').evaluate(() => history.back());
  await tab.getByRole('heading', { name: 'Mijn taken', level: 1 }).waitFor();
  expect(await notes.getByRole('link', { name: 'Zaak 2026-0001' }).getAttribute('href')).toMatch(
    /^#\/zaak\//,
  );
  expect(faults).toEqual([]);
});

test('P3: a vertrouwenspersoon sees that messages wait, nothing of what they say, and goes to the chat', async () => {
  const { page, tab, faults } = await openTab(bot.url, { as: vera });
  await tab.getByRole('tab', { name: 'Mijn taken (2)' }).click();
  await tab.getByText('2 vertrouwelijke berichten').waitFor();
  const text = await tab.locator('body').innerText();
  expect(text).toContain('Nog niet gelezen.');
  for (const secret of ['Fenna', 'geheims', 'Dirk', 'V-']) expect(text).not.toContain(secret);
  await shot(page, 'taken-vertrouwelijk');
  await tab.getByRole('button', { name: 'Open de chat met Meldpunt' }).click();
  // The page of development has no chat beside its tab.
  await tab.getByText('Open in Teams de app Meldpunt en kies daar de chat.').waitFor();
  await tab.getByRole('tab', { name: 'Zaken' }).click();
  await tab.getByRole('heading', { name: 'Open zaken' }).waitFor();
  expect(await tab.locator('body').innerText()).not.toContain('ertrouwelijk');
  expect(faults).toEqual([]);
});

test('somebody of whom nothing is asked, and who may see no closed case, reads so', async () => {
  const { tab } = await openTab(bot.url, { as: person.docent });
  await tab.getByRole('link', { name: 'Gesloten zaken' }).click();
  await tab.getByText('In dit schooljaar is nog geen zaak gesloten die jij mag zien.').waitFor();
  await tab.getByRole('tab', { name: 'Mijn taken' }).click();
  await tab.getByText('Je hebt nu geen taken.').waitFor();
});

test('the list is saved as it is filtered; closed cases show how they ended; a page that opens by a link has the focus', async () => {
  const { page, tab } = await openTab(bot.url, { as: person.coordinator });
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
  await tab.getByRole('link', { name: 'Gesloten zaken' }).click();
  const heading = tab.getByRole('heading', { name: 'Gesloten zaken' });
  await heading.waitFor();
  expect(await hasFocus(heading)).toBe(true);
  await tab.getByText('1 zaak gesloten in schooljaar 2026-2027').waitFor();
  await tab.getByRole('cell', { name: 'Nu geen pesten' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await tab.getByRole('link', { name: '2026-0002' }).click();
  await tab.getByRole('heading', { name: 'Zaak 2026-0002' }).waitFor();
});
