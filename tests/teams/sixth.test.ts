/** A protocol that the program has never seen, with steps that none of the five has, in chat and API: no TypeScript was needed for it. */
import { CalendarData } from '../../src/domain/calendar.ts';
import type { School } from '../../src/domain/school.ts';
import { cardIn, chatOf, openForm, startBot } from '../support/bot.ts';
import type { Bot } from '../support/bot.ts';
import { button, cardOf, textIn } from '../support/connector.ts';
import { school as usual } from '../support/world.ts';

const school: School = {
  ...usual,
  settings: { ...usual.settings, protocol: 'zesde', calendar: CalendarData.parse({}) },
  persons: [
    { id: 'coach', name: 'Coby Coach', posts: [{ function: 'coach', group: '2B' }] },
    { id: 'zorg', name: 'Zeger Zorg', posts: [{ function: 'zorg' }] },
    { id: 'rector', name: 'Ria Rector', posts: [{ function: 'rector' }] },
    { id: 'jo', name: 'Jo Jongerenwerk', posts: [{ function: 'jongerenwerker' }] },
  ],
};

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ school, protocols: 'tests/support/zesde' });
  for (const { id } of school.persons) await bot.say('hallo', { as: id });
});
afterAll(() => bot.stop());

/** The newest card of somebody on which a text stands. */
const cardWith = (who: string, text: string) =>
  bot.connector
    .to(chatOf(who))
    .flatMap((sent) => (sent.body.attachments ? [cardOf(sent)] : []))
    .filter((card) => textIn(card).includes(text))
    .at(-1)!;
async function press(who: string, onCard: string, title: string, filled: Record<string, string> = {}) {
  const answer = await bot.press({ ...button(cardWith(who, onCard), title), ...filled }, { as: who });
  await bot.settled();
  return textIn(cardIn(answer));
}

test('a sixth protocol runs from its file alone: choices open steps, each by its function, with parents, to the end', async () => {
  const form = await openForm(bot, 'zorg');
  const report = {
    about: 'p-fenna',
    story: 'Uit de app gezet.',
    source: 'zelf',
    happened: '2026-10-05',
    safe: 'ja',
  };
  await bot.press({ ...button(form, 'Melding versturen'), ...report }, { as: 'zorg' });
  await bot.settled();

  const tea = { q_hulp: 'wandeling,appregels', 'q_met-wie': 'p-noor,p-zoe', q_veilig: '4' };
  expect(await press('coach', 'Theemoment met de leerling', 'We gaan verder', tea)).toContain(
    'Wandeling met de ander',
  );
  const walk = await press('jo', 'Wandeling met de ander', 'Gelopen en gepraat');
  expect(walk).toContain('Leg eerst vast hoe je de ouders');
  const called = { 'ouders_p-fenna': 'phone' };
  expect(await press('jo', 'Wandeling met de ander', 'Gelopen en gepraat', called)).toContain('✓ Wandeling');
  const rules = { q_regels: 'We zetten niemand uit de groep\nWe zeggen het als het misgaat' };
  expect(await press('coach', 'Regels in de groepsapp', 'Regels gemaakt', rules)).toContain('✓ Regels');

  const [row] = await bot.cases();
  const seen = await bot.get(`/api/cases/${row!.case}`, 'zorg');
  expect(seen.body).toMatchObject({
    protocol: 'Afspraak met de brugklas',
    lead: { function: 'klassencoach', name: 'Coby Coach' },
    agreements: [{ what: 'We zetten niemand uit de groep' }, { what: 'We zeggen het als het misgaat' }],
    openSteps: [
      { title: 'Even vragen aan een maatje', for: 'Noor Nergens' },
      { title: 'Even vragen aan een maatje', for: 'Zoë Zomaar' },
      { title: 'Kampvuurgesprek met de klas' },
    ],
  });
  expect((await bot.get(`/api/cases/${row!.case}`, 'rector')).status).toBe(404);

  await press('coach', 'Kampvuurgesprek met de klas', 'Het gaat niet goed');
  expect(await press('rector', 'De rector kiest', 'Ik neem het over')).toContain('✓ De rector kiest');
  const after = await bot.get(`/api/cases/${row!.case}`, 'rector');
  expect(after.body).toMatchObject({ lead: { function: 'rector', name: 'Ria Rector' } });
});
