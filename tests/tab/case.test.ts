import type { FrameLocator, Locator } from 'playwright-core';
import type { CaseView } from '../../src/api/contract/case.ts';
import { lines, LONG_NAME, view } from '../support/tabAnswers.ts';
import { goTo, hasFocus, openTab, startTab } from '../support/tabFixture.ts';
import type { TabServer } from '../support/tabFixture.ts';

type Step = CaseView['openSteps'][number];

let tab: TabServer;
beforeEach(async () => {
  tab = await startTab();
}, 60_000);
afterEach(() => tab.stop());

async function open(zaak?: string) {
  const { page, faults, tab: frame } = await openTab(tab.url, zaak === undefined ? {} : { more: { zaak } });
  return { page, faults, frame };
}
/** Back or forward in what the tab showed. */
const go = (frame: FrameLocator, steps: number) =>
  frame.locator('html').evaluate((_, by) => history.go(by), steps);
/** Another case in the page that is there. */
const goToCase = (frame: FrameLocator, id: string) => goTo(frame, `#/zaak/${encodeURIComponent(id)}`);
const title = (frame: FrameLocator) => frame.getByRole('heading', { level: 1, name: 'Zaak 2026-014' });
const flat = async (of: Locator) => (await of.innerText()).replace(/\s+/g, ' ').trim();

test('a click anywhere on a row opens the case, and back leads to the list at the same place', async () => {
  tab.answers.list.cases = [
    ...lines,
    ...Array.from({ length: 40 }, (_, i) => ({ ...lines[1]!, id: `meer-${i}`, number: `2026-1${10 + i}` })),
  ];
  tab.answers.views = [{ ...view, id: 'meer-30' }];
  const { frame, faults } = await open();
  const link = frame.getByRole('link', { name: '2026-140' });
  await link.scrollIntoViewIfNeeded();
  const scroll = () => frame.locator('html').evaluate((html) => html.scrollTop);
  const place = await scroll();
  expect(place).toBeGreaterThan(100);
  await frame.getByRole('row').filter({ has: link }).getByText('Geen stap open').click({ force: true });
  await title(frame).waitFor();
  expect(await scroll()).toBe(0);

  await go(frame, -1);
  await link.waitFor();
  expect(await scroll()).toBe(place);
  expect(await hasFocus(link)).toBe(true);
  await go(frame, 1);
  await title(frame).waitFor();
  expect(faults).toEqual([]);
});

test('a link in the chat opens its case, and from there the list is one step back', async () => {
  const { frame } = await open('zaak-a');
  await title(frame).waitFor();
  expect(tab.asked.filter((a) => a.path === '/api/cases')).toEqual([]);
  await go(frame, -1);
  await frame.getByRole('heading', { name: 'Open zaken' }).waitFor();
  await go(frame, 1);
  await frame.getByRole('link', { name: 'Alle open zaken' }).click();
  await frame.getByRole('table').waitFor();
});

test('a link to a case can be shared, tells its number only and opens the case', async () => {
  const { page, frame } = await open('zaak-a');
  await frame.getByRole('button', { name: 'Deel de link' }).click();
  const shown = page.getByText('Teams toont nu een link naar Zaak 2026-014: ');
  const [link] = /http\S+$/.exec(await shown.innerText())!;
  expect(link).toBe(`${tab.url}/dev?zaak=zaak-a`);
});

test('everything can be done with the keyboard alone', async () => {
  const { page, frame } = await open();
  await frame.getByRole('link', { name: '2026-014' }).waitFor();
  const focused = () => frame.locator(':focus');
  await page.locator('#theme').focus();
  await page.keyboard.press('Tab');
  while ((await focused().innerText()) !== '2026-014') await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await title(frame).waitFor();
  expect(await focused().innerText()).toBe('Zaak 2026-014');

  const next = async (name: string) => {
    await page.keyboard.press('Tab');
    expect((await focused().innerText()).trim()).toBe(name);
  };
  await next('Wat wil je doen?');
  await next('Deel de link');
  await next('Zo doe je dit');
  await page.keyboard.press('Enter');
  await frame.getByText('Vraag eerst hoe het nu gaat.').waitFor();
  await next('Doen');
  await next('Iets anders');
  await next('Verloop');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await frame.getByRole('radio', { name: 'Gesprekken', checked: true }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await frame.getByRole('switch', { name: 'Oudste eerst', checked: true }).waitFor();
  await frame.getByRole('link', { name: 'Alle open zaken' }).focus();
  await page.keyboard.press('Enter');
  await frame.getByRole('table').waitFor();
});

test('the case page shows what is open with why and when, who takes part, what was agreed and what happened', async () => {
  const { frame, faults } = await open('zaak-a');
  await title(frame).waitFor();
  await frame.getByText('1HV2 · ronde 2 · Antipestprotocol KiiM').waitFor();
  await frame.getByText(`Aan zet: ${LONG_NAME} (mentor)`).first().waitFor();
  await frame.getByText('Gevraagd om over te nemen: Lot Visser (leerlingencoördinator)').waitFor();
  await frame.getByText('Helpt mee: Mila de Boer (mentor)').waitFor();
  const part = async (name: string) => flat(frame.getByRole('region', { name }));
  expect(await part('Open stappen')).toBe(
    'Open stappen ' +
      'Evalueer met de steungroep te laat ' +
      'Van ma 16 nov tot en met vr 20 nov: 2 weken na het eerste gesprek; de studiedag telt niet mee ' +
      'afspraak van onze school Zo hoor je of het pesten echt is gestopt. Zo doe je dit Doen Iets anders ' +
      'Praat na met Noor Uiterlijk vr 27 nov: een week na de evaluatie De gepeste leerling merkt dat er iets gebeurt. ' +
      'Nog inlichten: de ouders van Noor Bakker',
  );
  expect(await part('Betrokkenen')).toBe(
    `Betrokkenen Noor Bakker · 1HV2 gepeste Daan Willems · 1HV2 betrokken, meeloper ${LONG_NAME} omstander`,
  );
  expect(await part('Afspraken')).toBe(
    'Afspraken Daan en Sem gebruiken de bijnaam niet meer. di 3 nov ' +
      'Noor zit in de pauze bij de conciërge als ze dat wil. do 19 nov',
  );
  expect(await part('Contact met ouders')).toBe(
    'Contact met ouders Noor Bakker: ingelicht (telefoon) di 3 nov · Mila de Boer (mentor) ' +
      `${LONG_NAME}: niet gebeld: de leerling is 18 en wil het niet wo 4 nov · Mila de Boer (mentor)`,
  );
  expect(await part('Nog te noteren in Somtoday')).toBe(
    'Nog te noteren in Somtoday Noor Bakker: Logboek Na ‘Praat met de leerling’ · door de mentor De notitie Staat erin',
  );

  // How a step is done is folded until it is asked for.
  const how = frame.getByText('Vraag wat de groep heeft gedaan.');
  expect(await how.count()).toBe(0);
  await frame.getByRole('button', { name: 'Zo doe je dit' }).click();
  await how.waitFor();

  const region = frame.getByRole('region', { name: 'Wat er gebeurde' });
  const days = region.getByRole('heading', { level: 3 });
  const inOrder = [
    'maandag 23 november 2026',
    'donderdag 19 november 2026',
    'dinsdag 3 november 2026',
    'maandag 2 november 2026',
  ];
  expect(await days.allInnerTexts()).toEqual(inOrder);
  expect(await flat(region.getByRole('listitem').last())).toBe(
    'Melding 2026-014: zaak geopend 08:20 · Jasper Hoekstra (vakdocent of andere medewerker) ' +
      'Wat gezien of gehoord In de kantine lachten drie leerlingen Noor uit. Zij liep weg. ' +
      'Hoe Met woorden, Buitensluiten',
  );
  await region.getByText('Oudste eerst').click();
  expect(await days.allInnerTexts()).toEqual(inOrder.toReversed());
  expect(await flat(region.getByRole('listitem').first())).toContain('zaak geopend');
  expect(faults).toEqual([]);
});

test('a case that is empty, waits, is of a school year, is closed or is long looks so', async () => {
  const none = { handover: undefined, helpers: [], agreements: [], parentContacts: [], registrations: [] };
  const year = { schoolYear: 2026, number: '2026-2027', group: undefined, round: 1, participants: [] };
  const closed = { status: 'closed' as const, openSteps: [], acts: ['case.reopen' as const] };
  const by = { function: 'mentor', name: 'Mila de Boer' };
  const [late, next] = view.openSteps as [Step, Step];
  const many = Array.from({ length: 5 }, (_, i) => ({ ...next, key: `s.${i}`, title: `Stap ${i}`, by }));
  tab.answers.views = [
    { ...view, ...none, id: 'leeg' },
    { ...view, openSteps: [], waitsUntil: '2026-11-30', id: 'wacht' },
    { ...view, ...year, id: 'jaar' },
    { ...view, ...closed, id: 'dicht' },
    { ...view, openSteps: [...many, { ...late, key: 'laat.1' }], id: 'lang' },
  ];
  const { frame, faults } = await open('leeg');
  await title(frame).waitFor();
  const words = () => frame.locator('main').innerText();
  const empty = await words();
  for (const word of ['Afspraken', 'Contact met', 'Nog te noteren', 'Helpt mee', 'Gevraagd om', 'weer op'])
    expect(empty).not.toContain(word);

  await goToCase(frame, 'wacht');
  await frame.getByText('Geen stap heeft een datum. Meldpunt vraagt het weer op ma 30 nov.').waitFor();

  // K21: without a round and without pupils.
  await goToCase(frame, 'jaar');
  await frame.getByRole('heading', { level: 1, name: 'Schooljaar 2026-2027' }).waitFor();
  expect(await words()).not.toMatch(/ronde|Betrokkenen/);

  await goToCase(frame, 'dicht');
  await frame.getByText('Deze zaak is gesloten.').waitFor();
  await frame.getByText('Open de zaak dan weer bij ‘Wat wil je doen?’').waitFor();
  expect(await frame.getByText('Aan zet: ').count()).toBe(1); // in the chronology only

  // Of many steps the first three and the late ones are told in full.
  await goToCase(frame, 'lang');
  const steps = frame.getByRole('region', { name: 'Open stappen (6)' });
  await steps.waitFor();
  expect((await flat(steps)).match(/merkt dat er iets gebeurt/g)).toHaveLength(3);
  expect(await flat(steps)).toContain(
    'Stap 4 met Noor Uiterlijk vr 27 nov Aan zet: Mila de Boer (mentor) Meer Evalueer met de steungroep te laat',
  );
  await steps.getByRole('button', { name: 'Meer over Stap 4' }).click();
  expect((await flat(steps)).match(/merkt dat er iets gebeurt/g)).toHaveLength(4);
  expect(await frame.locator(':focus').innerText()).toContain('Stap 4');
  expect(faults).toEqual([]);
});

test('a case that is not there and one that is not for you are told in the same words, without the id; a failure offers to try again', async () => {
  const { frame } = await open('geheim-1');
  const nothing = frame.getByRole('heading', { name: 'Geen zaak gevonden' });
  await nothing.waitFor();
  const words = await frame.locator('main').innerText();
  expect(words).toContain('Deze zaak is er niet, of je mag hem niet zien.');
  expect(words).not.toContain('geheim');
  for (const odd of ['../x%2F?#', '%E0%A4%A']) {
    await goToCase(frame, 'zaak-a');
    await title(frame).waitFor();
    await goToCase(frame, odd);
    await nothing.waitFor();
    expect(await frame.locator('main').innerText()).toBe(words);
  }
  tab.answers.failure = { status: 503, code: 'failed', message: 'Er ging iets mis.' };
  await goToCase(frame, 'zaak-a');
  await frame.getByRole('alert').getByText('Er ging iets mis.').waitFor();
  delete tab.answers.failure;
  await frame.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await title(frame).waitFor();

  // A link from the chat to an odd one is no other case either.
  const other = await open('..');
  await other.frame.getByRole('heading', { name: 'Geen zaak gevonden' }).waitFor();
});
