import { randomUUID } from 'node:crypto';
import { submitReport } from '../../src/app/reports.ts';
import type { Card } from '../../src/cards/template.ts';
import { faultsOf, inputsOf } from '../cards/checks.ts';
import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, sentBy, startBot } from '../support/bot.ts';
import { cardOf, textIn } from '../support/connector.ts';
import { person, report, school } from '../support/world.ts';

/** A Monday, in the morning. */
const TODAY = '2026-10-05';
let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
  for (const as of [person.mentor, person.coordinator, person.otherMentor]) await bot.say('hallo', { as });
}, 30_000);
afterAll(() => bot.stop());

const lastCard = (who: string) =>
  cardOf(bot.connector.to(chatOf(who)).at(-1)) as Card & ReturnType<typeof cardOf>;
async function said(text: string, as: string) {
  await bot.say(text, { as });
  return lastCard(as);
}
const awayOf = async (who: string) =>
  (await bot.store.school(bot.partition)).persons.find((p) => p.id === who)!.away;
const valuesOn = (card: Card) =>
  Object.fromEntries(inputsOf(card).map((i) => [String(i.id), (i.value as string | undefined) ?? '']));

describe('P15: afwezig', () => {
  it('with a day and a substitute is settled at once; `tot` a day is back on it', async () => {
    const text = textIn(await said('afwezig tot 12 oktober, Omar neemt waar', person.mentor));
    expect(text).toContain('Je bent afwezig tot en met zondag 11 oktober.');
    expect(text).toContain('Terug op maandag 19 oktober.');
    expect(text).toContain('Omar Mentor neemt waar');
    expect(await awayOf(person.mentor)).toStrictEqual({
      from: TODAY,
      until: '2026-10-11',
      substitute: person.otherMentor,
    });
    const [entry] = await bot.store.logOf(bot.partition);
    expect(entry).toMatchObject({ by: person.mentor, what: 'Een collega is afwezig gemeld.' });
  });

  it('with `tot en met`, or a date in figures, is meant as it is said', async () => {
    await said('Afwezig tot en met 12-10', person.mentor);
    expect(await awayOf(person.mentor)).toStrictEqual({ from: TODAY, until: '2026-10-12' });
  });

  it.each([
    ['vrijdag', 'Je bent afwezig op vrijdag 9 oktober.', '2026-10-09', '2026-10-09'],
    ['morgen', 'Je bent afwezig op dinsdag 6 oktober.', '2026-10-06', '2026-10-06'],
    ['vandaag', 'Je bent vandaag afwezig.', TODAY, TODAY],
    [
      'volgende week',
      'Je bent afwezig van maandag 12 oktober tot en met zondag 18 oktober.',
      '2026-10-12',
      '2026-10-18',
    ],
    [
      'van 3 tot en met 7 december',
      'Je bent afwezig van donderdag 3 december tot en met maandag 7 december.',
      '2026-12-03',
      '2026-12-07',
    ],
  ])('%s: is from that day on, and the card says which days', async (text, says, from, until) => {
    await said('weer aanwezig', person.mentor);
    const card = await said(`afwezig ${text}`, person.mentor);
    expect(textIn(card)).toContain(says);
    expect(await awayOf(person.mentor)).toStrictEqual({ from, until });
  });

  it('in the future is somebody’s own from that day on: until then the tasks are theirs, and the substitute sees nothing', async () => {
    await said('weer aanwezig', person.mentor);
    const planned = async () =>
      (await bot.store.jobs(bot.partition, '9999')).flatMap(({ work }) =>
        work.kind === 'digest' && work.person === person.otherMentor ? work.date : [],
      );
    const before = await planned();
    await said('afwezig Mila Mentor van vrijdag tot 20 oktober, Omar neemt waar', person.coordinator);
    expect(await awayOf(person.mentor)).toStrictEqual({
      from: '2026-10-09',
      until: '2026-10-19',
      substitute: person.otherMentor,
    });
    const { receipts } = await submitReport(
      bot.service.world,
      { partition: bot.partition, person: school.persons[0]! },
      report(),
      { day: TODAY, nonce: randomUUID() },
    );
    const number = receipts[0]!.number;
    await bot.settled();
    expect(textIn(await said(`zaak ${number}`, person.otherMentor))).toContain('Deze zaak is er niet');
    expect(textIn(await said('taken', person.otherMentor))).not.toContain('Fenna');
    expect(textIn(await said('taken', person.mentor))).toContain('Fenna');
    expect(await planned()).toStrictEqual([...before, '2026-10-09']);
    bot.clock.set('2026-10-09T07:50');
    await bot.settled();
    expect(textIn(lastCard(person.otherMentor))).toContain('Fenna');
    expect(textIn(await said(`zaak ${number}`, person.otherMentor))).toContain(number);
    bot.clock.set(`${TODAY}T09:00`);
    await said('weer aanwezig Mila Mentor', person.coordinator);
  });

  it('is one period: another one that leaves days at work between is refused, one that touches it is joined', async () => {
    await said('weer aanwezig', person.mentor);
    await said('afwezig tot woensdag', person.mentor);
    const refused = await said('afwezig vrijdag', person.mentor);
    expect(textIn(refused)).toContain(
      'Er staat al een afwezigheid: maandag 5 oktober tot en met dinsdag 6 oktober.',
    );
    expect(valuesOn(refused)).toMatchObject({ from: '2026-10-09', back: '2026-10-10' });
    expect(await awayOf(person.mentor)).toStrictEqual({ from: TODAY, until: '2026-10-06' });
    await said('afwezig van woensdag tot en met vrijdag', person.mentor);
    expect(await awayOf(person.mentor)).toStrictEqual({ from: TODAY, until: '2026-10-09' });
    await said('afwezig woensdag', person.mentor);
    expect(await awayOf(person.mentor)).toStrictEqual({ from: TODAY, until: '2026-10-09' });
    await said('afwezig tot vrijdag', person.mentor);
    expect(await awayOf(person.mentor)).toStrictEqual({ from: TODAY, until: '2026-10-08' });
    await said('weer aanwezig', person.mentor);
    await said('afwezig vrijdag', person.mentor);
    // A vacation lies between, in which nobody works.
    await said('afwezig van 19 oktober tot 22 oktober', person.mentor);
    expect(await awayOf(person.mentor)).toStrictEqual({ from: '2026-10-09', until: '2026-10-21' });
    await said('afwezig van 19 oktober tot 21 oktober', person.mentor);
    expect(await awayOf(person.mentor)).toStrictEqual({ from: '2026-10-19', until: '2026-10-20' });
    await said('weer aanwezig', person.mentor);
  });

  it('alone shows the form, with what is settled filled in', async () => {
    await said('afwezig tot 13 oktober, Omar neemt waar', person.mentor);
    const form = await said('afwezig', person.mentor);
    expect(faultsOf(form)).toStrictEqual([]);
    expect(valuesOn(form)).toStrictEqual({
      from: TODAY,
      back: '2026-10-13',
      substitute: person.otherMentor,
    });
    const answer = cardIn(
      await bot.press(
        { ...sentBy(form, 'Bewaren'), back: '2026-10-20', substitute: '' },
        { as: person.mentor },
      ),
    );
    expect(textIn(answer)).toContain('Er is geen waarnemer gekozen.');
    expect(faultsOf(answer as Card)).toStrictEqual([]);
    expect(await awayOf(person.mentor)).toStrictEqual({ from: TODAY, until: '2026-10-19' });
  });

  it('for more than four weeks is asked back once; sent with its form it is kept, with the year', async () => {
    await said('weer aanwezig', person.mentor);
    await said('afwezig tot 3 november', person.mentor);
    expect(await awayOf(person.mentor)).toBeUndefined();
    const form = await said('afwezig tot 3 mei', person.mentor);
    const answer = textIn(cardIn(await bot.press(sentBy(form, 'Bewaren'), { as: person.mentor })));
    expect(answer).toContain('Je bent afwezig tot en met zondag 2 mei 2027.');
    expect(await awayOf(person.mentor)).toStrictEqual({ from: TODAY, until: '2027-05-02' });
    await said('weer aanwezig', person.mentor);
    await said('afwezig tot 2 november', person.mentor);
    expect(await awayOf(person.mentor)).toStrictEqual({ from: TODAY, until: '2026-11-01' });
    await said('weer aanwezig', person.mentor);
  });

  it('counts once: a form that comes again, later, changes nothing', async () => {
    const form = sentBy(await said('afwezig', person.mentor), 'Bewaren');
    const send = () => bot.press({ ...form, back: '2026-10-21' }, { as: person.mentor });
    await send();
    await said('weer aanwezig', person.mentor);
    expect(textIn(cardIn(await send()))).toContain('Welkom terug');
    expect(await awayOf(person.mentor)).toBeUndefined();
  });

  it.each([
    ['tot ooit', 'Welke dagen bedoel je?', { from: TODAY, back: '' }],
    ['vanaf vrijdag', 'Tot wanneer?', { from: '2026-10-09', back: '' }],
    ['volgende maand', 'Ik begrijp ‘volgende maand’ niet.', { from: TODAY, back: '' }],
    ['morgen vanaf 12 uur', 'Ik begrijp ‘vanaf 12 uur’ niet.', { from: '2026-10-06', back: '2026-10-07' }],
    ['tot 12 oktober, Mentor neemt waar', 'Ik begrijp ‘Mentor’ niet.', { back: '2026-10-12' }],
    ['van 12 oktober tot 12 oktober', 'komt na de eerste dag', { from: '2026-10-12', back: '2026-10-12' }],
    ['tot 5 oktober', 'Kies een dag na vandaag', { back: '2026-10-05' }],
    [
      'tot 3 mei, Omar neemt waar',
      'Dit is lang: van maandag 5 oktober 2026 tot en met zondag 2 mei 2027.',
      { from: TODAY, back: '2027-05-03', substitute: person.otherMentor },
    ],
    ['tot 12 oktober, Mila neemt waar', 'die kan waarnemen', { back: '2026-10-12' }],
  ])(
    'what is not clear, %s, comes back as the form with what was understood',
    async (text, error, values) => {
      const form = await said(`afwezig ${text}`, person.mentor);
      expect(textIn(form)).toContain(error);
      expect(valuesOn(form)).toMatchObject(values);
      expect(faultsOf(form)).toStrictEqual([]);
      expect(await awayOf(person.mentor)).toBeUndefined();
    },
  );

  it('of a colleague is for the coordinator only', async () => {
    expect(textIn(await said('afwezig Omar Mentor tot 12 oktober', person.mentor))).toContain(
      'doet de coördinator',
    );
    expect(await awayOf(person.otherMentor)).toBeUndefined();
    const forged = { ...sentBy(await said('afwezig', person.mentor), 'Bewaren'), who: person.otherMentor };
    const answer = await bot.press({ ...forged, back: '2026-10-12' }, { as: person.mentor });
    expect(textIn(cardIn(answer))).toContain('Een collega afwezig melden doet de coördinator.');
    expect(await awayOf(person.otherMentor)).toBeUndefined();
    const settled = await said('afwezig Omar Mentor tot 12 oktober, Mila neemt waar', person.coordinator);
    expect(textIn(settled)).toContain('Omar Mentor is afwezig tot en met zondag 11 oktober.');
    expect(await awayOf(person.otherMentor)).toStrictEqual({
      from: TODAY,
      until: '2026-10-11',
      substitute: person.mentor,
    });
    expect(textIn(await said('weer aanwezig Omar Mentor', person.mentor))).toContain(
      'doet de coördinator, of die collega zelf',
    );
    expect(textIn(await said('weer aanwezig Omar Mentor', person.coordinator))).toContain(
      'Omar Mentor is er weer',
    );
    expect(await awayOf(person.otherMentor)).toBeUndefined();
  });

  it('asks the coordinator who is away, and takes nobody as substitute who is away too', async () => {
    const form = await said('afwezig', person.coordinator);
    expect(faultsOf(form)).toStrictEqual([]);
    expect(valuesOn(form)).toMatchObject({ who: person.coordinator });
    await said('afwezig tot 12 oktober', person.mentor);
    const answer = await bot.press(
      { ...sentBy(form, 'Bewaren'), who: person.otherMentor, back: '2026-10-12', substitute: person.mentor },
      { as: person.coordinator },
    );
    expect(textIn(cardIn(answer))).toContain('Mila Mentor is dan zelf ook afwezig.');
    await said('weer aanwezig', person.mentor);
  });

  it('takes no id that is no colleague, and no day beyond a year', async () => {
    const form = sentBy(await said('afwezig', person.mentor), 'Bewaren');
    const sent = async (over: object) =>
      textIn(cardIn(await bot.press({ ...form, ...over }, { as: person.mentor })));
    expect(await sent({ back: '2026-10-12', substitute: 'onbekend' })).toContain('die kan waarnemen');
    expect(await sent({ back: '2028-10-12' })).toContain('binnen een jaar');
    expect(await sent({ back: '' })).toContain('Kies een dag');
    expect(await sent({ back: 'morgen' })).toContain('niet meer geldig');
    expect(await awayOf(person.mentor)).toBeUndefined();
  });

  it('in a channel answers in the own chat', async () => {
    await bot.say('afwezig tot 12 oktober', { as: person.mentor, place: 'channel' });
    expect(textIn(lastCard(person.mentor))).toContain('Je bent afwezig');
    const channel = bot.connector.sent.filter((s) => s.conversation.startsWith('19:kern'));
    expect(textIn(channel.map((s) => s.body))).not.toContain('zondag');
    await said('weer aanwezig', person.mentor);
  });

  it('two who are marked absent at once are both', async () => {
    await Promise.all([
      bot.say('afwezig tot 12 oktober', { as: person.mentor }),
      bot.say('afwezig tot 13 oktober', { as: person.otherMentor }),
    ]);
    expect(await awayOf(person.mentor)).toStrictEqual({ from: TODAY, until: '2026-10-11' });
    expect(await awayOf(person.otherMentor)).toStrictEqual({ from: TODAY, until: '2026-10-12' });
  });
});
