import type { FrameLocator } from 'playwright-core';
import { submitReport } from '../../src/app/reports.ts';
import { ADMINISTRATOR } from '../../src/domain/access.ts';
import { faultsOf } from '../support/axe.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { shot } from '../support/shots.ts';
import { goTo, hasFocus, openTab } from '../support/tabFixture.ts';
import { until } from '../support/until.ts';
import { person, report, school } from '../support/world.ts';

const long = {
  id: 'lang',
  name: 'Wilhelmina Johanna van den Nieuwenhuijzen-Oosterwijk-Bruynvandermeulenbroekhuizen',
  posts: [{ function: 'mentor', group: '3A' }],
  days: [1, 2, 4],
  away: { until: '2026-10-09', substitute: person.mentor },
  family: ['p-fenna'],
};
const admin = { id: 'beheer', name: 'Bea Beheer', posts: [{ function: ADMINISTRATOR }] };

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ tab: true, school: { ...school, persons: [...school.persons, long, admin] } });
  const docent = await bot.who(person.docent);
  await submitReport(bot.service.world, docent, report(), { day: '2026-10-05', nonce: 'een' });
  await bot.settled();
}, 60_000);
afterAll(() => bot.stop());

async function open(section: string, more: { as?: string; more?: Record<string, string> } = {}) {
  const opened = await openTab(bot.url, { as: person.coordinator, ...more });
  await opened.tab.getByRole('tab', { name: 'School' }).waitFor();
  await goTo(opened.tab, `#/school/${section}`);
  return opened;
}
const kept = () => bot.store.school(bot.partition);
const nora = '7d0e2c1a-5b1f-4c52-9f0e-3f6a1b2c3d4e';

test('P13, P15: a colleague is chosen in Teams, changed and removed, each told with the focus on the title', async () => {
  const { page, tab, faults } = await open('personen', { more: { kiezer: '1' } });
  const save = tab.getByRole('button', { name: 'Bewaren' });
  await tab.getByRole('link', { name: 'Medewerker toevoegen' }).click();
  const pick = async (press: string, whom: string = person.mentor) => {
    await tab.getByRole('button', { name: 'Kies iemand in Teams' }).click();
    await page.getByRole('dialog', { name: 'Kies een medewerker' }).waitFor();
    await page.locator('#picked').selectOption(whom);
    await page.getByRole('button', { name: press }).click();
  };
  await pick('Annuleren');
  await tab.getByText('Nog niemand gekozen.').waitFor();
  await pick('Kies');
  await tab.getByText('Mila Mentor staat al bij de medewerkers.').waitFor();
  await expect(save.getAttribute('aria-disabled')).resolves.toBe('true');
  await shot(page, 'school-kiezer-bestaat');
  await pick('Laat het mislukken');
  await tab.getByText('Teams kan de lijst nu niet tonen.').waitFor();
  expect(await tab.getByLabel('Id in Microsoft Entra').inputValue()).toBe(person.mentor);
  expect(await faultsOf(page)).toStrictEqual([]);
  await shot(page, 'school-kiezer-mislukt');
  await pick('Kies', nora);
  await tab.getByText('Gekozen: Nora Nieuw').waitFor();
  expect(await tab.getByLabel('Naam').inputValue()).toBe('Nora Nieuw');
  await tab.getByRole('button', { name: 'Functie toevoegen' }).click();
  await tab.getByLabel('Functie 1', { exact: true }).selectOption('mentor');
  await tab.getByLabel('Voor', { exact: true }).selectOption('groep:3A');
  await save.click();
  await tab.getByText('Nora Nieuw is toegevoegd.').waitFor();
  const title = tab.getByRole('heading', { name: 'Mensen', level: 1 });
  expect(await hasFocus(title)).toBe(true);
  await tab.getByRole('link', { name: 'Nora Nieuw' }).click();
  await tab.getByLabel('Elke schooldag').uncheck();
  await tab.getByLabel('maandag').uncheck();
  await tab.getByLabel('Is (binnenkort) afwezig').check();
  await tab.getByLabel('Tot en met').fill('2026-10-09');
  await tab.getByLabel('Wie neemt waar?').selectOption({ label: 'Omar Mentor' });
  await tab.getByRole('combobox', { name: 'Familie van een leerling' }).pressSequentially('ties');
  await tab.getByRole('option', { name: 'Ties Toneel (3A)' }).click();
  await save.click();
  await tab.getByText('De gegevens van Nora Nieuw zijn bewaard.').waitFor();
  expect((await kept()).persons.find((p) => p.id === nora)).toStrictEqual({
    id: nora,
    name: 'Nora Nieuw',
    posts: [{ function: 'mentor', group: '3A' }],
    days: [2, 3, 4, 5],
    away: { from: '2026-10-05', until: '2026-10-09', substitute: person.otherMentor },
    family: ['p-ties'],
  });
  const leave = tab.getByRole('button', { name: 'Weghalen bij de medewerkers' });
  await tab.getByRole('link', { name: 'Nora Nieuw' }).click();
  await leave.click();
  await tab.getByText('Je ziet geen open zaak waarin Nora Nieuw aan zet is.').waitFor();
  await tab.getByRole('button', { name: 'Haal Nora Nieuw weg' }).click();
  await tab.getByText('Nora Nieuw is weggehaald.').waitFor();
  expect((await kept()).persons.some((p) => p.id === nora)).toBe(false);

  // Whoever leaves is named what they are in charge of; the last coordinator can't.
  await tab.getByRole('link', { name: 'Mila Mentor' }).click();
  await leave.click();
  await tab.getByText('Mila Mentor is aan zet in één open zaak.').waitFor();
  await tab.getByRole('link', { name: 'Zaak 2026-0001' }).waitFor();
  await tab.getByRole('button', { name: 'Toch niet' }).click();
  await tab.getByRole('link', { name: 'Alle medewerkers' }).click();
  await tab.getByRole('link', { name: 'Ans Antipest' }).click();
  await leave.click();
  await tab.getByRole('button', { name: 'Haal Ans Antipest weg' }).click();
  await tab.getByText('Er moet altijd iemand antipestcoördinator zijn.').waitFor();
  await tab.getByRole('link', { name: 'Alle medewerkers' }).click();
  await tab.getByText('Geen toegang tot zaak 2026-0001').waitFor();
  expect(faults).toEqual([]);
}, 60_000);

const places = {
  personen: 'Mensen',
  'personen?wie=lang': long.name,
  groepen: 'Groepen en kernteams',
  'groepen?groep=3A': 'Groep 3A',
  leerlingen: 'Leerlingen',
  'leerlingen?inlezen=': 'Lijst inlezen',
  dagen: 'Vakanties en studiedagen',
  kanalen: 'Kanalen',
  dagopening: 'Dagopening',
  noodnummers: 'Noodnummers',
  afspraken: 'Afspraken van onze school',
  privacy: 'Privacy',
  protocol: 'Protocol',
};

const choose = (tab: FrameLocator, text: string) =>
  tab
    .locator('input[type=file]')
    .setInputFiles({ name: 'l.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('each part is set; a stale save is told and what was typed stays; a study day tells which dates move', async () => {
  const { page, tab, faults } = await open('noodnummers');
  await tab.getByLabel('Telefoonnummer').fill('06 11111111');
  await bot.store.saveSettings(
    bot.partition,
    (s) => ({ ...s, emergency: [{ who: 'Conciërge', phone: '06 22222222' }] }),
    { id: 'ander', at: '2026-10-05T06:30:00.000Z', by: 'beheer', what: 'x' },
    { day: '2026-10-05', nonce: 'ander' },
  );
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('Iemand anders heeft dit intussen veranderd').waitFor();
  expect(await tab.getByLabel('Telefoonnummer').inputValue()).toBe('06 11111111');
  await tab.getByRole('button', { name: 'Laat zien hoe het nu is' }).click();
  const typed = () => tab.getByLabel('Telefoonnummer').inputValue();
  await until('what was saved meanwhile is shown', async () => (await typed()) === '06 22222222');
  await tab.getByLabel('Telefoonnummer').fill('bel maar');
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('dit is geen telefoonnummer').first().waitFor();
  await tab.getByLabel('Telefoonnummer').fill('06 33333333');
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('De noodnummers zijn bewaard.').waitFor();
  expect((await kept()).settings.emergency).toStrictEqual([{ who: 'Conciërge', phone: '06 33333333' }]);
  await tab.getByRole('tab', { name: 'Vakanties en studiedagen' }).click();
  await tab.getByRole('button', { name: 'Vakantie of studiedag toevoegen' }).click();
  const added = tab.getByRole('group', { name: 'Periode 2' });
  await added.getByLabel('Naam').fill('studiedag');
  const day = tab.getByRole('group', { name: 'studiedag' });
  await day.getByLabel('Eerste dag').fill('2026-10-06');
  await day.getByLabel('Laatste dag').fill('2026-10-06');
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('Melding bekijken: di 6 okt → wo 7 okt').waitFor();
  await shot(page, 'school-dagen-bewaard');
  await tab.getByRole('tab', { name: 'Groepen en kernteams' }).click();
  await tab.getByRole('link', { name: '2B' }).click();
  await tab.getByRole('combobox', { name: 'Kernteam' }).fill('middenbouw');
  await tab.getByRole('combobox', { name: 'Wie is mentor?' }).pressSequentially('Omar');
  await tab.getByRole('option', { name: 'Omar Mentor' }).click();
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('Groep 2B is bewaard.').waitFor();
  await tab.getByRole('heading', { name: 'Kernteam middenbouw' }).waitFor();
  await tab.getByRole('tab', { name: 'Kanalen' }).click();
  await tab.getByRole('button', { name: 'kanaal niet meer gebruiken' }).click();
  await tab.getByText('Het kanaal wordt niet meer gebruikt.').waitFor();
  await tab.getByRole('tab', { name: 'Dagopening' }).click();
  await tab.getByLabel('Begint om').fill('08:40');
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('De tijd van de dagopening is bewaard.').waitFor();
  await tab.getByRole('tab', { name: 'Afspraken van onze school' }).click();
  await tab.getByRole('group', { name: 'Vandaag veilig als eerste stap' }).getByRole('switch').uncheck();
  const talk = tab.getByRole('group', { name: 'Gesprek met de gepeste na de melding' });
  await talk.getByRole('spinbutton').fill('4');
  await talk.getByRole('spinbutton').press('Tab');
  await talk.getByText('Onze school wijkt hiervan af').waitFor();
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('De afspraken zijn bewaard.').waitFor();
  await tab.getByRole('tab', { name: 'Privacy' }).click();
  await tab.getByRole('switch', { name: 'Initialen van de leerling' }).check();
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('De keuze is bewaard.').waitFor();
  await tab.getByRole('tab', { name: 'Protocol', exact: true }).nth(1).click();
  await tab.getByText('houden het protocol waarmee ze begonnen').waitFor();
  await tab.getByRole('radio', { name: /zevensprong/i }).check();
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('Nieuwe zaken volgen voortaan dit protocol.').waitFor();
  const { settings, groups, persons } = await kept();
  expect(settings).toMatchObject({
    briefingAt: '08:40',
    norms: { 'veilig-vandaag': 'off', 'gesprek-binnen': 4 },
    initials: true,
    protocol: 'zevensprong',
  });
  expect(settings.coordinatorChannel).toBeUndefined();
  expect(groups.find((g) => g.id === '2B')!.team).toBe('middenbouw');
  expect(persons.find((p) => p.id === person.otherMentor)!.posts).toHaveLength(2);
  await tab.getByRole('radio', { name: /kiim/i }).check();
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByRole('button', { name: 'Annuleren' }).waitFor({ state: 'detached' });
  // In development nobody is picked: the id is typed.
  await goTo(tab, '#/school/personen?wie=nieuw');
  await tab.getByLabel('Id in Microsoft Entra').fill(person.mentor);
  await tab.getByText('Mila Mentor staat al bij de medewerkers.').waitFor();
  expect(faults).toEqual([]);
}, 60_000);

test('pupils are found, changed and imported with a report of what changes', async () => {
  const { page, tab, faults } = await open('leerlingen');
  await tab.getByText('Bram Bedacht').waitFor();
  await tab.getByLabel('Zoek op naam').fill('zoe');
  await tab.getByRole('button', { name: 'Bram Bedacht veranderen' }).waitFor({ state: 'detached' });
  expect(page.url() + (await tab.locator('html').evaluate(() => location.href))).not.toMatch(/zoe/i);
  await tab.getByRole('button', { name: 'Zoë Zomaar veranderen' }).click();
  await tab.getByRole('dialog').getByLabel('Groep').selectOption('3A');
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('De leerling is bewaard.').waitFor();
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
  await tab.getByText('· 3A').waitFor();
  await tab.getByRole('link', { name: 'Lijst inlezen' }).click();
  await choose(tab, 'naam;klas\nA;9Z\n;2B\n');
  await tab.getByText('Regel 2: groep 9Z is er niet.').waitFor();
  await shot(page, 'school-inlezen-fouten');
  await choose(tab, 'nummer;naam;klas\np-bram;Bram Bedacht;3A\n104;Daan Dicht;2B\np-ties;Ties Toneel;3A\n');
  await tab
    .getByText('1 nieuw, 1 met een andere groep of naam, 2 niet in het bestand, 1 blijven gelijk.')
    .waitFor();
  await tab.getByRole('button', { name: /Andere groep of naam/ }).click();
  await tab.getByText('Bram Bedacht: van 2B naar 3A').waitFor();
  await tab.getByRole('button', { name: /maar in een open zaak/ }).click();
  await tab.getByText('Fenna Fictief (2B)').waitFor();
  await tab.getByLabel('Haal de 2 leerlingen').check();
  await shot(page, 'school-inlezen');
  await tab.getByRole('button', { name: 'Neem de lijst over' }).click();
  await tab.getByText('De lijst is ingelezen: 1 nieuw, 1 veranderd, 2 uit de lijst gehaald.').waitFor();
  expect((await kept()).pupils.map((p) => p.id).sort()).toStrictEqual(['104', 'p-bram', 'p-fenna', 'p-ties']);
  expect(faults).toEqual([]);
});

test('A4: an administrator sets up all ten parts, and sees no case, no figures of cases, no name in a case', async () => {
  const { page, tab, faults } = await open('personen', { as: admin.id });
  const [row] = await bot.cases();
  const title = (name: string) => tab.getByRole('heading', { name, level: 1 }).waitFor();
  for (const [place, name] of Object.entries(places)) {
    await goTo(tab, `#/school/${place}`);
    await title(name);
  }
  await goTo(tab, '#/school/leerlingen');
  await tab.getByText('Fenna Fictief').waitFor();
  expect(await tab.getByText('in een open zaak').count()).toBe(0);
  await tab.getByRole('button', { name: 'Fenna Fictief veranderen' }).click();
  await tab.getByText('Uit de lijst halen doet de antipestcoördinator.').waitFor();
  await tab.getByRole('button', { name: 'Annuleren' }).click();
  await tab.getByRole('link', { name: 'Lijst inlezen' }).click();
  await choose(tab, 'naam;klas\nDaan Dicht;2B\n');
  await tab.getByText('Weghalen doet de antipestcoördinator').waitFor();
  expect(await tab.getByText('in een open zaak').count()).toBe(0);
  await goTo(tab, `#/school/personen?wie=${person.mentor}`);
  await tab.getByRole('button', { name: 'Weghalen bij de medewerkers' }).click();
  await tab.getByText('Mila Mentor is nog ergens aan zet, en jij mag niet zien waar.').waitFor();
  await tab.getByRole('navigation', { name: 'Meldpunt' }).getByRole('tab', { name: 'Zaken' }).click();
  await tab.getByText('Er zijn geen open zaken die jij mag zien.').waitFor();
  await goTo(tab, `#/zaak/${row!.case}`);
  await tab.getByText('Geen zaak gevonden').waitFor();
  await goTo(tab, '#/jaar');
  const refused = page.waitForResponse((answer) => answer.url().includes('/api/year/figures'));
  await title('Jaar');
  expect((await refused).status()).toBe(403);
  expect(await tab.getByRole('heading', { name: 'Cijfers' }).count()).toBe(0);
  await goTo(tab, '#/logboek');
  await tab.getByText('Wat er in zaken gebeurt, ziet alleen de coördinator.').waitFor();
  expect(await tab.getByText(row!.number).count()).toBe(0);
  expect(faults).toEqual([]);
}, 60_000);

test('what can’t be loaded says so and can be tried again', async () => {
  const { page, tab } = await openTab(bot.url, { as: person.coordinator });
  await page.route('**/api/school', (route) =>
    route.fulfill({ status: 500, json: { code: 'failed', message: 'Er ging iets mis.' } }),
  );
  await tab.getByRole('tab', { name: 'School' }).click();
  await tab.getByText('De school kan niet worden getoond').waitFor();
  await page.unroute('**/api/school');
  await tab.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await tab.getByRole('heading', { name: 'Mensen', level: 1 }).waitFor();
});
