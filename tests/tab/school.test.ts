import { submitReport } from '../../src/app/reports.ts';
import { ADMINISTRATOR } from '../../src/domain/access.ts';
import { faultsOf } from '../support/axe.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { newPage } from '../support/browser.ts';
import { shot } from '../support/shots.ts';
import { scrollsSideways, tabOf } from '../support/tabFixture.ts';
import { person, report, school } from '../support/world.ts';

const long = {
  id: 'lang',
  name: 'Wilhelmina Johanna van den Nieuwenhuijzen-Oosterwijk-Bruynvandermeulenbroekhuizen',
  posts: [{ function: 'mentor', group: '3A' }],
  days: [1, 2, 4],
  away: { until: '2026-10-09', substitute: person.mentor },
};
const admin = { id: 'beheer', name: 'Bea Beheer', posts: [{ function: ADMINISTRATOR }] };

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ tab: true, school: { ...school, persons: [...school.persons, long, admin] } });
  const docent = (await bot.store.findPerson('tenant', person.docent))!;
  await submitReport(bot.service.world, docent, report(), { day: '2026-10-05', nonce: 'een' });
  await bot.settled();
}, 60_000);
afterAll(() => bot.stop());

const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };
async function open(
  section = '',
  as: string = person.coordinator,
  { theme = 'licht', size = sizes.desk } = {},
) {
  const { page, faults } = await newPage(size);
  await page.goto(`${bot.url}/dev?als=${as}&thema=${theme}`);
  const tab = tabOf(page);
  await tab.getByRole('tab', { name: 'School' }).click();
  if (section) await go(page, `#/school/${section}`);
  return { page, tab, faults };
}
const go = (page: Awaited<ReturnType<typeof newPage>>['page'], hash: string) =>
  tabOf(page)
    .locator('html')
    .evaluate((_, to) => void (window.location.hash = to), hash);
const kept = () => bot.store.school(bot.partition);

test('P15: a colleague is added, changed and removed, each told on the page, with the focus on its title', async () => {
  const { tab, faults } = await open();
  await tab.getByRole('heading', { name: 'Mensen', level: 1 }).waitFor();
  await tab.getByRole('link', { name: 'Medewerker toevoegen' }).click();
  await tab.getByLabel('Id in Microsoft Entra').fill('nora');
  await tab.getByLabel('Naam').fill('Nora Nieuw');
  await tab.getByRole('button', { name: 'Functie toevoegen' }).click();
  await tab.getByLabel('Functie 1', { exact: true }).selectOption('mentor');
  await tab.getByLabel('Voor', { exact: true }).selectOption('groep:3A');
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('Nora Nieuw is toegevoegd.').waitFor();
  const title = tab.getByRole('heading', { name: 'Mensen', level: 1 });
  expect(await title.evaluate((el) => el === document.activeElement)).toBe(true);
  await tab.getByRole('link', { name: 'Nora Nieuw' }).click();
  await tab.getByLabel('Elke schooldag').uncheck();
  await tab.getByLabel('maandag').uncheck();
  await tab.getByLabel('Is (binnenkort) afwezig').check();
  await tab.getByLabel('Tot en met').fill('2026-10-09');
  await tab.getByLabel('Wie neemt waar?').selectOption({ label: 'Omar Mentor' });
  await tab.getByRole('combobox', { name: 'Familie van een leerling' }).pressSequentially('ties');
  await tab.getByRole('option', { name: 'Ties Toneel (3A)' }).click();
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('De gegevens van Nora Nieuw zijn bewaard.').waitFor();
  expect((await kept()).persons.find((p) => p.id === 'nora')).toStrictEqual({
    id: 'nora',
    name: 'Nora Nieuw',
    posts: [{ function: 'mentor', group: '3A' }],
    days: [2, 3, 4, 5],
    away: { from: '2026-10-05', until: '2026-10-09', substitute: person.otherMentor },
    family: ['p-ties'],
  });
  await tab.getByRole('link', { name: 'Nora Nieuw' }).click();
  await tab.getByRole('button', { name: 'Weghalen bij de medewerkers' }).click();
  await tab.getByText('Nora Nieuw is van geen enkele open zaak aan zet.').waitFor();
  await tab.getByRole('button', { name: 'Haal Nora Nieuw weg' }).click();
  await tab.getByText('Nora Nieuw is weggehaald.').waitFor();
  expect((await kept()).persons.some((p) => p.id === 'nora')).toBe(false);
  expect(faults).toEqual([]);
});

test('whoever leaves is named what they are in charge of; the last coordinator can’t', async () => {
  const { tab } = await open();
  await tab.getByRole('link', { name: 'Mila Mentor' }).click();
  await tab.getByRole('button', { name: 'Weghalen bij de medewerkers' }).click();
  await tab.getByText('Mila Mentor is aan zet in één open zaak.').waitFor();
  await tab.getByRole('link', { name: 'Zaak 2026-0001' }).waitFor();
  await tab.getByRole('button', { name: 'Toch niet' }).click();
  await tab.getByRole('link', { name: 'Alle medewerkers' }).click();
  await tab.getByRole('link', { name: 'Ans Antipest' }).click();
  await tab.getByRole('button', { name: 'Weghalen bij de medewerkers' }).click();
  await tab.getByRole('button', { name: 'Haal Ans Antipest weg' }).click();
  await tab.getByText('Er moet altijd iemand antipestcoördinator zijn.').waitFor();
});

test('a stale save is told and what was typed stays', async () => {
  const { tab } = await open('noodnummers');
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
  await expect(waitFor(() => tab.getByLabel('Telefoonnummer').inputValue(), '06 22222222')).resolves.toBe(
    true,
  );
  await tab.getByLabel('Telefoonnummer').fill('bel maar');
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('dit is geen telefoonnummer').first().waitFor();
  await tab.getByLabel('Telefoonnummer').fill('06 33333333');
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('De noodnummers zijn bewaard.').waitFor();
  expect((await kept()).settings.emergency).toStrictEqual([{ who: 'Conciërge', phone: '06 33333333' }]);
});

/** Looks until it reads so. */
async function waitFor(look: () => Promise<string>, wanted: string): Promise<boolean> {
  for (let i = 0; i < 50; i++) {
    if ((await look()) === wanted) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

test('a study day tells which dates move', async () => {
  const { page, tab } = await open('dagen');
  await tab.getByRole('button', { name: 'Vakantie of studiedag toevoegen' }).click();
  const added = tab.getByRole('group', { name: 'Periode 2' });
  await added.getByLabel('Naam').fill('studiedag');
  const day = tab.getByRole('group', { name: 'studiedag' });
  await day.getByLabel('Eerste dag').fill('2026-10-06');
  await day.getByLabel('Laatste dag').fill('2026-10-06');
  await tab.getByRole('button', { name: 'Bewaren' }).click();
  await tab.getByText('Melding bekijken: di 6 okt → wo 7 okt').waitFor();
  await shot(page, 'school-dagen-bewaard');
});

test('groups, channels, dagopening, norms, privacy and protocol are set', async () => {
  const { page, tab, faults } = await open('groepen');
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
  await tab.getByRole('switch').check();
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
  expect(faults).toEqual([]);
  await page.close();
});

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
  const choose = (text: string) =>
    tab
      .getByLabel('Bestand')
      .setInputFiles({ name: 'l.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('naam;klas\nA;9Z\n;2B\n');
  await tab.getByText('Regel 2: groep 9Z is er niet.').waitFor();
  await shot(page, 'school-inlezen-fouten');
  await choose('nummer;naam;klas\np-bram;Bram Bedacht;3A\n104;Daan Dicht;2B\np-ties;Ties Toneel;3A\n');
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

test('an administrator sets up too; others find no way to it', async () => {
  const { tab } = await open('', admin.id);
  await tab.getByRole('heading', { name: 'Mensen', level: 1 }).waitFor();
  for (const who of [person.mentor, person.docent, person.directeur]) {
    const { page } = await newPage();
    await page.goto(`${bot.url}/dev?als=${who}`);
    await tabOf(page).getByRole('tab', { name: 'Mijn taken' }).waitFor();
    expect(
      await tabOf(page)
        .getByRole('tab', { name: /School|Logboek/ })
        .count(),
    ).toBe(0);
    await go(page, '#/school/personen');
    await tabOf(page).getByText('Instellen doet een ander').waitFor();
    await page.close();
  }
});

test('what can’t be loaded says so and can be tried again', async () => {
  const { page } = await newPage();
  await page.route('**/api/school', (route) =>
    route.fulfill({ status: 500, json: { code: 'failed', message: 'Er ging iets mis.' } }),
  );
  await page.goto(`${bot.url}/dev?als=${person.coordinator}`);
  await tabOf(page).getByRole('tab', { name: 'School' }).click();
  await tabOf(page).getByText('De school kan niet worden getoond').waitFor();
  await page.unroute('**/api/school');
  await tabOf(page).getByRole('button', { name: 'Probeer opnieuw' }).click();
  await tabOf(page).getByRole('heading', { name: 'Mensen', level: 1 }).waitFor();
});

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
/** Those with every kind of input: what differs by theme is colour. */
const rich = ['personen?wie=lang', 'leerlingen', 'dagen', 'afspraken'];
test.each([
  ['licht', 'phone', Object.keys(places)],
  ['licht', 'desk', rich],
  ['donker', 'desk', rich],
  ['contrast', 'desk', rich],
] as const)(
  'in the theme %s every part fits a %s, and axe finds nothing',
  async (theme, size, shown) => {
    const { page, tab } = await open('', person.coordinator, { theme, size: sizes[size] });
    for (const place of shown) {
      await go(page, `#/school/${place}`);
      await tab.getByRole('heading', { name: places[place as keyof typeof places], level: 1 }).waitFor();
      if (place === 'leerlingen') await tab.getByRole('list', { name: 'Leerlingen' }).waitFor();
      expect([place, await scrollsSideways(page)]).toStrictEqual([place, false]);
      expect([place, ...(await faultsOf(page, theme))]).toStrictEqual([place]);
      await shot(page, `school-${place.replace(/\W/g, '-')}-${size}-${theme}`, undefined, true);
    }
  },
  60_000,
);
