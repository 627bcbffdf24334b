import { load } from '../../src/app/load.ts';
import { faultsOf } from '../cards/checks.ts';
import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, openForm, sentBy, startBot } from '../support/bot.ts';
import { button, cardOf, textIn } from '../support/connector.ts';
import { person, protocol } from '../support/world.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

const last = (who: string) => bot.connector.to(chatOf(who)).at(-1);
/** Opens the form and gives the data of its button, with the inputs filled in. */
async function filled(as: string, fields: Record<string, string> = {}) {
  return {
    ...button(await openForm(bot, as), 'Melding versturen'),
    about: 'p-fenna',
    story: 'Haar tas werd afgepakt.',
    source: 'zelf',
    happened: '2026-10-05',
    safe: 'ja',
    ...fields,
  };
}
const openJobs = async () =>
  (await bot.store.jobs(bot.partition, '9999')).filter((j) => j.work.kind === 'wake');

describe('reporting in the personal chat', () => {
  it.each(['melding', 'MELDING', ' Melding ', '<at>Meldpunt</at> melding'])(
    '%s gives the three doors',
    async (text) => {
      await bot.say(text, { as: person.docent });
      expect(textIn(cardOf(last(person.docent)))).toContain('Hoe wil je dit melden?');
    },
  );

  it('takes what stands after the word as the start of the story', async () => {
    const form = await openForm(bot, person.docent, 'tas afgepakt in 2B');
    expect(textIn(form)).toContain('Over wie maak je je zorgen?');
    expect(sentBy(form, 'Melding versturen').story).toBe('tas afgepakt in 2B');
  });

  it('A1 P17: is confirmed with number, who is in charge, what comes next and by when, and nothing that was typed', async () => {
    const response = await bot.press(await filled(person.docent), { as: person.docent });
    const text = textIn(cardIn(response));
    expect(text).toContain('2026-0001');
    expect(text).toContain('Mila Mentor (mentor)');
    expect(text).toContain('Melding bekijken, uiterlijk dinsdag 6 oktober');
    expect(text).not.toContain('tas');
    expect(text).not.toContain('Fenna');
  });

  it.each([
    ['the pupil is not safe', { safe: 'nee' }],
    ['words point to danger', { story: 'Hij had een mes bij zich.' }],
  ])('P2: a form that comes back says whom to call now where %s', async (_name, fields) => {
    const data = await filled(person.docent, { ...fields, source: '' });
    const card = cardIn(await bot.press(data, { as: person.docent }));
    const text = textIn(card);
    expect(text).toContain('Kies hoe je dit weet.');
    expect(text).toContain('Wacht niet op Teams. Bel nu:');
    expect(text).toContain('Is er gevaar? Bel **112**.');
    expect(text).toContain('Conciërge: **0900-0000**');
    expect(faultsOf(card as Parameters<typeof faultsOf>[0])).toStrictEqual([]);
    const calm = await bot.press({ ...data, safe: 'ja', story: 'Tas weg.' }, { as: person.docent });
    expect(textIn(cardIn(calm))).not.toContain('Bel nu');
  });

  it('takes a pupil by the words of the list, which come back on a form with a fault', async () => {
    const data = await filled(person.docent, {
      about: 'Fenna Fictief (2B)',
      who1: 'Ties Toneel (3A)',
      safe: '',
    });
    const back = cardIn(await bot.press(data, { as: person.docent }));
    expect(sentBy(back, 'Melding versturen')).toMatchObject({ about: 'Fenna Fictief (2B)' });
    await bot.press({ ...data, safe: 'ja' }, { as: person.docent });
    const { state } = await load(bot.service.world, bot.partition, (await bot.cases())[0]!.case);
    expect(state.participants.map(({ who }) => who)).toStrictEqual([
      { pupil: 'p-fenna' },
      { pupil: 'p-ties' },
    ]);
  });

  it('cannot be done twice: a second press, also with another activity id, gets the first result', async () => {
    const data = await filled(person.docent);
    const responses = await Promise.all([1, 2, 3, 4].map(() => bot.press(data, { as: person.docent })));
    expect(new Set(responses.map((r) => JSON.stringify(r.body)))).toHaveProperty('size', 1);
    expect(await bot.cases()).toHaveLength(1);
  });

  it('counts for the one who pressed only: somebody else gets no result of it', async () => {
    const data = await filled(person.docent);
    await bot.press(data, { as: person.docent });
    const other = await bot.press(data, { as: person.otherMentor });
    expect(textIn(cardIn(other))).toContain('2026-0002'); // a report of their own, linked silently
    expect(await bot.cases()).toHaveLength(1);
  });

  it('P6: a second report about the same pupil reads the same as a first', async () => {
    const first = cardIn(await bot.press(await filled(person.docent), { as: person.docent }));
    const second = cardIn(await bot.press(await filled(person.otherMentor), { as: person.otherMentor }));
    expect(JSON.stringify(second).replace('2026-0002', '2026-0001')).toBe(JSON.stringify(first));
    expect((await bot.cases())[0]).toMatchObject({ number: '2026-0001', reports: 2 });
  });

  it('P2: a pupil who is not safe shows whom to call now', async () => {
    const text = textIn(
      cardIn(await bot.press(await filled(person.docent, { safe: 'nee' }), { as: person.docent })),
    );
    expect(text).toContain('112');
    expect(text).toContain('0900-0000');
  });

  it.each([
    ['nobody chosen', { about: '' }, 'Kies over wie je je zorgen maakt'],
    ['a pupil that the school does not know', { about: 'p-nobody' }, 'Kies een leerling uit de lijst'],
    ['a story that is too long', { story: 'x'.repeat(4001) }, 'hooguit 4000 tekens'],
    ['an answer that was never a choice', { source: 'roddel' }, 'Kies hoe je dit weet'],
    ['no date', { happened: 'gisteren' }, 'Kies wanneer het was'],
    ['a day to come', { happened: '2026-10-06' }, 'Kies vandaag of een dag daarvoor'],
  ])('%s: says what to mend and keeps what was typed', async (_name, fields, message) => {
    const card = cardIn(
      await bot.press(await filled(person.docent, { story: 'Dit blijft staan', ...fields }), {
        as: person.docent,
      }),
    );
    expect(textIn(card)).toContain(message);
    if (!('story' in fields)) expect(textIn(card)).toContain('Dit blijft staan');
    expect(await bot.cases()).toHaveLength(0);
  });

  it('a typed name that is a pupil’s becomes that pupil; any other goes to the coordinator', async () => {
    await bot.press(await filled(person.docent, { about: '', aboutName: ' zoë  zomaar ' }), {
      as: person.docent,
    });
    const stranger = cardIn(
      await bot.press(await filled(person.docent, { about: '', aboutName: 'Iemand Anders' }), {
        as: person.docent,
      }),
    );
    expect(textIn(stranger)).toContain('Ans Antipest (antipestcoördinator)');
    const rows = await bot.cases();
    expect(rows.map((r) => [r.number, r.group])).toStrictEqual(
      expect.arrayContaining([
        ['2026-0001', '2B'],
        ['2026-0002', undefined],
      ]),
    );
  });

  it('K4: a report that goes beyond the team goes to the leerlingencoördinator', async () => {
    const text = textIn(
      cardIn(
        await bot.press(await filled(person.docent, { who1: 'p-ties', part1: 'deed' }), {
          as: person.docent,
        }),
      ),
    );
    expect(text).toContain('Lot Coördinator (leerlingencoördinator)');
  });

  it('one report about two pupils opens a case for each, in one go', async () => {
    const text = textIn(
      cardIn(await bot.press(await filled(person.docent, { about2: 'p-bram' }), { as: person.docent })),
    );
    expect(text).toContain('2026-0001');
    expect(text).toContain('2026-0002');
    expect(await bot.cases()).toHaveLength(2);
  });

  it('works through Action.Submit as well, where the form is replaced by the confirmation', async () => {
    const data = await filled(person.docent);
    await bot.say('', { as: person.docent }, { text: undefined, value: data, replyToId: 'form-1' });
    const replaced = bot.connector.sent.find((s) => s.method === 'PUT');
    expect(replaced?.path).toContain('form-1');
    expect(textIn(cardOf(replaced))).toContain('2026-0001');
  });
});

describe('from report to mentor and channel', () => {
  it('K1: the mentor gets the first step’s card, can do it there, and the reporter hears it', async () => {
    await bot.say('hallo', { as: person.mentor });
    await bot.press(await filled(person.docent), { as: person.docent });
    await bot.settled();
    const card = cardOf(last(person.mentor));
    expect(textIn(card)).toContain('Melding bekijken');
    expect(textIn(card)).toContain('Fenna Fictief (2B)');
    expect(textIn(card)).toContain('Haar tas werd afgepakt.');
    const done = await bot.press(button(card, 'Ik pak dit op'), { as: person.mentor });
    expect(textIn(cardIn(done))).toContain('Gesprek met de gepeste');
    expect(textIn(cardIn(done))).not.toContain('tas');
    await bot.settled();
    expect(textIn(cardOf(last(person.docent)))).toContain('2026-0001** is opgepakt door Mila Mentor');
    expect(textIn(cardOf(last(person.mentor)))).toContain('Wie komen in de steungroep?');
  });

  it('a step that somebody else did first is told, and by whom', async () => {
    await bot.say('hallo', { as: person.mentor });
    await bot.press(await filled(person.docent), { as: person.docent });
    await bot.settled();
    const data = button(cardOf(last(person.mentor)), 'Ik pak dit op');
    await bot.press(data, { as: person.mentor });
    const late = await bot.press(
      { ...data, nonce: '6d9bd3d5-5b0e-4a41-9d5c-5c5c0f0c8a11' },
      { as: person.coordinator },
    );
    expect(textIn(cardIn(late))).toContain(
      'Mila Mentor heeft deze stap afgerond op maandag 5 oktober: Ik pak dit op.',
    );
  });

  it('keeps an answer that is missing on the card with the others that were typed', async () => {
    await bot.say('hallo', { as: person.mentor });
    await bot.press(await filled(person.docent), { as: person.docent });
    await bot.settled();
    const data = button(cardOf(last(person.mentor)), 'Nu geen pesten');
    const again = textIn(cardIn(await bot.press({ ...data, q_tot: '2026-10-09' }, { as: person.mentor })));
    expect(again).toContain('Vul nog in: Waarom?');
    expect(again).toContain('2026-10-09');
  });

  it('the channel gets one thread a case, with number, function and a link, and no name', async () => {
    await bot.press(await filled(person.docent), { as: person.docent });
    await bot.settled();
    await bot.press(await filled(person.otherMentor), { as: person.otherMentor });
    await bot.settled();
    const posts = bot.connector.sent.filter((s) => s.conversation.startsWith('19:zorg'));
    expect(posts).toHaveLength(2);
    expect(new Set(posts.map((p) => p.conversation)).size).toBe(1);
    const text = textIn(posts.map((p) => p.body));
    expect(text).toContain('Zaak 2026-0001 is geopend');
    expect(text).toContain('/dev?zaak=');
    expect(text).not.toMatch(/Fenna|Mila|tas/);
  });

  it.each([
    ['a guest', { id: 'x', aadObjectId: person.docent, userRole: 'guest' }],
    ['a pupil', { id: 'x', aadObjectId: 'somebody-else', userRole: 'user' }],
  ])('P16: nothing is posted where %s reads along; the coordinator hears why', async (_name, member) => {
    await bot.say('hallo', { as: person.coordinator });
    bot.connector.members.push(member);
    await bot.press(await filled(person.docent), { as: person.docent });
    await bot.settled();
    expect(bot.connector.sent.filter((s) => s.conversation.startsWith('19:zorg'))).toHaveLength(0);
    expect(textIn(cardOf(last(person.coordinator)))).toContain('lezen mensen mee');
  });

  it('whoever has no chat yet gets the messages when they open one', async () => {
    await bot.press(await filled(person.docent), { as: person.docent });
    await bot.settled();
    expect(bot.connector.to(chatOf(person.mentor))).toHaveLength(0);
    await bot.say('hallo', { as: person.mentor });
    await bot.settled();
    const texts = bot.connector.to(chatOf(person.mentor)).map((sent) => textIn(sent.body));
    expect(texts.filter((text) => text.includes('Melding bekijken'))).toHaveLength(1);
  });

  it('every open case has exactly one wake of its current version', async () => {
    await bot.say('hallo', { as: person.mentor });
    await bot.press(await filled(person.docent), { as: person.docent });
    await bot.press(await filled(person.docent, { about: 'p-bram' }), { as: person.docent });
    await bot.settled();
    await bot.press(button(cardOf(last(person.mentor)), 'Ik pak dit op'), { as: person.mentor });
    for (const row of await bot.cases()) {
      const stored = await bot.store.load(bot.partition, row.case);
      const current = (await openJobs()).filter(
        (j) => j.work.kind === 'wake' && j.work.case === row.case && j.work.version === stored!.events.length,
      );
      expect(current).toHaveLength(1);
    }
  });
});

describe('time in the running service (A2, A3)', () => {
  it('reminds the mentor on the due date, again when late, then tells coordinator and channel, over a weekend', async () => {
    await bot.say('hallo', { as: person.mentor });
    await bot.say('hallo', { as: person.coordinator });
    bot.clock.set('2026-10-02T15:00'); // a Friday
    await bot.press(await filled(person.docent, { happened: '2026-10-02' }), { as: person.docent });
    await bot.settled();
    const before = bot.connector.sent.length;
    bot.clock.set('2026-10-04T12:00'); // Sunday
    await bot.settled();
    expect(bot.connector.sent).toHaveLength(before);
    /** What a person hears when the clock comes to this moment. */
    const heard = async (local: string, who: string) => {
      const known = bot.connector.to(chatOf(who)).length;
      bot.clock.set(local);
      await bot.settled();
      return textIn(bot.connector.to(chatOf(who)).slice(known).map(cardOf));
    };
    // Two steps opened with the report: one card tells of both (P17).
    expect(await heard('2026-10-05T07:45', person.mentor)).toContain('Je hebt 3 taken');
    expect(await heard('2026-10-06T07:45', person.mentor)).toContain('Te laat. Lukt het?');
    expect(await heard('2026-10-07T07:45', person.coordinator)).toContain('Er blijven 2 stappen liggen');
    const post = bot.connector.sent.filter((s) => s.conversation.startsWith('19:zorg')).at(-1);
    expect(textIn(post?.body)).toContain('wacht nog. De mentor is aan zet.');
    expect(protocol.coordinator).toBe('antipestcoordinator');
  });
});
