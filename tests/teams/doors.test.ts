import type { School } from '../../src/domain/school.ts';
import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, openForm, sentBy, startBot } from '../support/bot.ts';
import type { Card } from '../support/connector.ts';
import { button, cardOf, textIn } from '../support/connector.ts';
import { faultsOf } from '../cards/checks.ts';
import { person, school as usual } from '../support/world.ts';

const school: School = {
  ...usual,
  persons: [
    ...usual.persons,
    { id: 'vera-id', name: 'Vera *Vertrouwen*', posts: [{ function: 'vertrouwenspersoon' }] },
    { id: 'evert-id', name: 'Evert Extern', posts: [{ function: 'externe-vertrouwenspersoon' }] },
  ],
};
let bot: Bot;
beforeEach(async () => {
  bot = await startBot({ school });
});
afterEach(() => bot.stop());

const own = (as = person.docent as string) => bot.connector.to(chatOf(as));
async function say(text: string): Promise<Card> {
  await bot.say(text, { as: person.docent });
  return cardOf(own().at(-1));
}
/** Presses a button as a client does: with everything that stands on the card, seen or not. */
async function press(card: Card, title: string, typed: Record<string, string> = {}): Promise<Card> {
  const next = cardIn(await bot.press({ ...sentBy(card, title), ...typed }, { as: person.docent }));
  expect(faultsOf(next as Parameters<typeof faultsOf>[0])).toStrictEqual([]);
  return next;
}
const titles = (card: Card) => card.actions?.map((action) => action.title);
const answers = { about: 'p-fenna', source: 'zelf', happened: '2026-10-05', safe: 'ja' };
/** All rows that are kept for this school. */
const kept = async () => [await bot.cases(), await bot.store.jobs(bot.partition, '9999')];

describe('P1: three doors', () => {
  it('each says what it means before its button, in one tap from what was typed', async () => {
    const doors = await say('melding tas afgepakt');
    expect(faultsOf(doors as Parameters<typeof faultsOf>[0])).toStrictEqual([]);
    const text = textIn(doors.body);
    const order = [
      'leest je melding. Je hoort van mij wie dat is.',
      'Melding maken',
      'Zie wie je meteen belt.',
      'Het kan niet wachten',
      'De mentor ziet dit niet en doet dus niets.',
      'Alleen naar de vertrouwenspersoon',
    ].map((words) => text.indexOf(words));
    expect(order).toStrictEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThanOrEqual(0);
    const form = await press(doors, 'Melding maken');
    expect(sentBy(form, 'Melding versturen').story).toBe('tas afgepakt');
  });

  it('what was typed goes along through the other doors and back', async () => {
    const card = await press(await say('melding tas afgepakt'), 'Alleen naar de vertrouwenspersoon');
    const urgent = await press(await press(card, 'Terug'), 'Het kan niet wachten');
    const page = await press(urgent, 'Geweld thuis (meldcode)');
    const form = await press(await press(page, 'Terug'), 'Toch ook melden');
    expect(sentBy(form, 'Melding versturen')).toMatchObject({ story: 'tas afgepakt', safe: 'nee' });
  });

  it('a door that is not there, or text of any length, is kindly answered', async () => {
    const unknown = await bot.press({ verb: 'report.door', door: 'kelder' }, { as: person.docent });
    expect(textIn(cardIn(unknown))).toContain('Deze kaart is niet meer geldig');
    const story = 'x'.repeat(90_000);
    const form = cardIn(
      await bot.press({ verb: 'report.door', door: 'melding', story, where: story }, { as: person.docent }),
    );
    expect(sentBy(form, 'Melding versturen').story).toHaveLength(4000);
  });
});

describe('P2: it can’t wait', () => {
  it.each([
    ['2026-10-04T12:00', 'eerstvolgend maandag 5 oktober om 08.00 uur'],
    ['2026-10-05T07:59', 'eerstvolgend maandag 5 oktober om 08.00 uur'],
    ['2026-10-05T16:30', 'eerstvolgend dinsdag 6 oktober om 08.00 uur'],
    ['2026-10-09T17:00', 'eerstvolgend maandag 19 oktober om 08.00 uur'],
    ['2026-10-05T08:00', 'pas gelezen als wie aan zet is in Teams kijkt'],
  ])('at %s: shows whom to call and honestly when a report is read', async (now, words) => {
    bot.clock.set(now);
    const text = textIn((await say('niet wachten')).body);
    expect(text).toContain('Bel **112**');
    expect(text).toContain('Conciërge: **0900-0000**');
    expect(text).toContain(words);
    expect(text.includes('Je melding wordt nu niet gelezen')).toBe(words.startsWith('eerstvolgend'));
  });

  it.each(['niet wachten', 'Kan niet wachten!', 'spoed', 'nood', 'het kan niet wachten'])(
    '%s: shows the same screen',
    async (text) => {
      expect(titles(await say(text))).toContain('Toch ook melden');
    },
  );

  it.each([
    ['Denkt aan zelfdoding', '0800-0113', true],
    ['Geweld thuis (meldcode)', '0800-2000', true],
    ['Seksueel misbruik door personeel', '0900-1113111', false],
    ['Een collega pest', 'Ga naar de directie', false],
  ])('%s: has a page of its own with the school’s numbers', async (title, words, report) => {
    const page = await press(await say('spoed'), title);
    expect(textIn(page.body)).toContain(words);
    expect(textIn(page.body)).toContain('Conciërge: **0900-0000**');
    expect(titles(page)?.includes('Toch ook melden')).toBe(report);
  });

  it('in a channel the numbers are said at once, also where there is no own chat', async () => {
    await bot.say('<at>Meldpunt</at> spoed', { as: person.docent, place: 'channel' });
    const said = String(bot.connector.sent.at(-1)!.body.text);
    expect(said).toContain('0900-0000');
    expect(said).toContain('typ daar **niet wachten**');
    await bot.say('hallo', { as: person.docent });
    await bot.say('<at>Meldpunt</at> spoed', { as: person.docent, place: 'channel' });
    expect(textIn(cardOf(own().at(-1)))).toContain('Het kan niet wachten');
  });
});

describe('P2: words that point to danger to life', () => {
  const story = 'Ze zei dat ze dood wil.\nTweede regel.';
  it('show whom to call before the report is sent, once, and lose nothing', async () => {
    const form = await openForm(bot, person.docent);
    const typed = { ...answers, story, where: 'plein', who1: 'p-bram', part1: 'zag', behaviours: 'online' };
    const warning = await press(form, 'Melding versturen', typed);
    expect(textIn(warning.body)).toContain('Bel **112**');
    expect(textIn(warning.body)).toContain('0800-0113');
    expect(textIn(warning.body)).toContain('Je melding is nog niet verstuurd.');
    expect(await bot.cases()).toHaveLength(0);

    const back = await press(warning, 'Terug naar het formulier');
    // A pupil stands on the form by name, also where an older card sent an id.
    expect(sentBy(back, 'Melding versturen')).toMatchObject({
      ...typed,
      about: 'Fenna Fictief (2B)',
      who1: 'Bram Bedacht (2B)',
    });

    const receipt = await press(back, 'Melding versturen');
    expect(textIn(receipt)).toContain('2026-0001');
    const stored = await bot.store.load(bot.partition, (await bot.cases())[0]!.case);
    expect(stored?.events[0]).toMatchObject({ report: { story, where: 'plein', behaviours: ['online'] } });
  });

  it('a report sent from the warning counts once, however often it is pressed', async () => {
    const warning = await press(await openForm(bot, person.docent), 'Melding versturen', {
      ...answers,
      story,
    });
    const send = 'Gebeld of niet nodig: versturen';
    const first = await press(warning, send);
    expect(await press(warning, send)).toStrictEqual(first);
    expect(await bot.cases()).toHaveLength(1);
  });

  it('are asked about once: a form that comes back with a mistake does not ask again', async () => {
    const warning = await press(await openForm(bot, person.docent), 'Melding versturen', {
      ...answers,
      story,
    });
    const back = await press(warning, 'Terug naar het formulier');
    const wrong = await press(back, 'Melding versturen', { source: '' });
    expect(textIn(wrong)).toContain('Kies hoe je dit weet.');
    expect(textIn(await press(wrong, 'Melding versturen', { source: 'zelf' }))).toContain('2026-0001');
  });

  it('the longest report fits the warning', async () => {
    const longest = { story: `mes ${'é'.repeat(3996)}`, doneSoFar: 'é'.repeat(2000), where: 'é'.repeat(200) };
    const form = await openForm(bot, person.docent);
    const warning = await press(form, 'Melding versturen', { ...answers, ...longest });
    expect(sentBy(warning, 'Terug naar het formulier')).toMatchObject(longest);
  });
});

describe('P3: only the vertrouwenspersoon', () => {
  it('says what it means, names them with a chat of their own, and keeps nothing yet', async () => {
    const doors = await say('melding tas afgepakt');
    await bot.settled();
    const before = await kept();
    const card = await press(doors, 'Alleen naar de vertrouwenspersoon');
    const text = textIn(card.body);
    expect(text).toContain('De mentor ziet dit niet en doet dus niets.');
    expect(text).toContain('Vera \\*Vertrouwen\\***, interne vertrouwenspersoon');
    expect(text).toContain('Evert Extern**, externe vertrouwenspersoon');
    expect(text).toContain('https://teams.microsoft.com/l/chat/0/0?users=vera-id');
    expect(text).not.toContain('Mila Mentor');
    expect(text).not.toContain('report.submit');
    expect(await kept()).toStrictEqual(before);
    expect(bot.log.join('')).not.toContain('tas afgepakt');
  });

  it('a school that named none says whom to ask', async () => {
    const other = await startBot({ school: usual });
    const data = { verb: 'report.door', door: 'vertrouwenspersoon' };
    const card = cardIn(await other.press(data, { as: person.docent }));
    expect(textIn(card)).toContain('Vraag de schoolleiding wie het is, en ga er zelf naartoe.');
    await other.stop();
  });

  it('somebody who is not on the staff hears no names', async () => {
    const { body } = await bot.press({ verb: 'report.door', door: 'vertrouwenspersoon' }, { as: 'a-pupil' });
    expect(JSON.stringify(body)).not.toContain('Vera');
  });
});

it('the doors work through Action.Submit as well', async () => {
  const doors = await say('melding tas');
  const data = { ...button(doors, 'Melding maken'), story: 'tas' };
  await bot.say('', { as: person.docent }, { text: undefined, value: data, replyToId: 'doors-1' });
  const replaced = bot.connector.sent.find((s) => s.method === 'PUT');
  expect(replaced?.path).toContain('doors-1');
  expect(sentBy(cardOf(replaced), 'Melding versturen').story).toBe('tas');
});
