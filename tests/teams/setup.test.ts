import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, startBot } from '../support/bot.ts';
import type { Card } from '../support/connector.ts';
import { button, cardOf, textIn } from '../support/connector.ts';
import { faultsOf } from '../cards/checks.ts';
import { person, school as usual } from '../support/world.ts';

const administrator = 'ict-1';
const colleague = 'docent-2';
const school = {
  ...usual,
  persons: [
    ...usual.persons,
    { id: administrator, name: 'Bea Beheer', posts: [{ function: 'beheerder' }] },
    { id: colleague, name: 'Dik Docent', posts: [{ function: 'docent' }] },
  ],
};
const KERN = { teamId: 'kern-team', channelId: '19:kern@thread', tenantId: 'tenant' };

let bot: Bot;
beforeEach(async () => {
  bot = await startBot({ school });
  for (const who of [person.coordinator, person.mentor, administrator]) await bot.say('hallo', { as: who });
});
afterEach(() => bot.stop());

const inChannel = () => bot.connector.sent.filter((s) => s.conversation.startsWith('19:kern'));
const last = (who: string) => bot.connector.to(chatOf(who)).at(-1);
const settings = async () => (await bot.store.school(bot.partition)).settings;
const log = () => bot.store.logOf(bot.partition);
const said = (response: { body: { value?: unknown } }) => textIn(response.body.value);

async function asks(text: string, as: string): Promise<Card> {
  await bot.say(text, { as });
  const card = cardOf(last(as));
  expect(faultsOf(card as never)).toEqual([]);
  return card;
}
async function channelCard(as: string = person.coordinator): Promise<Card> {
  await bot.say('<at>Meldpunt</at> instellen', { as, place: 'channel' });
  const card = cardOf(inChannel().at(-1));
  expect(faultsOf(card as never)).toEqual([]);
  return card;
}
/** A colleague reports about Fenna, and what follows is sent. */
async function reports(): Promise<void> {
  const doors = await asks('melding', person.docent);
  const form = cardIn(await bot.press(button(doors, 'Melding maken'), { as: person.docent }));
  await bot.press(
    {
      ...button(form, 'Melding versturen'),
      ...{ about: 'p-fenna', story: 'x', source: 'zelf', happened: '2026-10-05', safe: 'ja' },
    },
    { as: person.docent },
  );
  await bot.settled();
}
const pressHere = (data: Record<string, unknown>, as: string) => bot.press(data, { as, place: 'channel' });

describe('instellen, in the own chat', () => {
  it.each([person.coordinator, administrator])('%s: shows what is set and what is missing', async (as) => {
    const text = textIn(await asks('instellen', as));
    expect(text).toContain('Kanaal van de coördinator\ngekozen');
    expect(text).toContain('Dagopening van onderbouw\nnog niet gekozen');
    expect(text).toContain('08.20');
    expect(text).toContain('0900-0000');
    expect(text).toContain('Dit ontbreekt nog: het kanaal voor de dagopening van onderbouw, het kanaal');
    expect(text).toContain('@Meldpunt instellen');
  });

  it.each([person.mentor, person.docent, person.leerlingencoordinator, person.directeur])(
    '%s: is told who does this, and sees nothing of it',
    async (as) => {
      for (const text of ['instellen', 'instellingen', 'instellen noodnummers', 'instellen tijd']) {
        await bot.say(text, { as });
        expect(last(as)!.body.text).toContain('Instellen doet de coördinator of een beheerder.');
        expect(last(as)!.body.attachments).toBeUndefined();
      }
    },
  );

  it('P16: somebody who is not on the staff gets the one friendly text', async () => {
    await bot.say('instellen', { as: 'a-pupil' });
    expect(bot.connector.to(chatOf('a-pupil')).map((s) => s.body.text)).toEqual([
      expect.stringContaining('Kindertelefoon'),
    ]);
  });

  it('A4: an administrator sees no case, also not one that is open', async () => {
    await reports();
    expect((await bot.get('/api/cases', person.coordinator)).body).toMatchObject({ cases: [{}] });
    expect((await bot.get('/api/cases', administrator)).body).toMatchObject({ cases: [] });
    expect(textIn(bot.connector.to(chatOf(administrator)).map((s) => s.body))).not.toContain('2026-0001');
  });

  it('in a group chat: goes to the own chat', async () => {
    await bot.say('<at>Meldpunt</at> instellen', { as: person.coordinator, place: 'groupChat' });
    expect(textIn(last(person.coordinator)!.body)).toContain('Zo is Meldpunt ingesteld');
    expect(bot.connector.to('19:group').map((s) => s.body.text)).toEqual([
      'Ik heb je het antwoord in je eigen chat met mij gestuurd. Zo leest niemand anders mee.',
    ]);
  });
});

describe('the time of the dagopening', () => {
  it('is saved, with a line in the log of who changed it', async () => {
    const form = button(await asks('instellen tijd', administrator), 'Bewaren');
    const card = cardIn(await bot.press({ ...form, typed: '08:45' }, { as: administrator }));
    expect(textIn(card)).toContain('✓ Bewaard');
    expect(textIn(card)).toContain('08.45');
    expect((await settings()).briefingAt).toBe('08:45');
    expect(await log()).toEqual([
      {
        id: expect.any(String) as string,
        at: '2026-10-05T06:20:00.000Z',
        by: administrator,
        what: 'De dagopening begint om 08.45.',
      },
    ]);
  });

  it.each(['', '25:00', '8 uur', '<b>'])('‘%s’ is no time: the form comes back', async (typed) => {
    const form = button(await asks('instellen tijd', person.coordinator), 'Bewaren');
    const card = cardIn(await bot.press({ ...form, typed }, { as: person.coordinator }));
    expect(textIn(card)).toContain('Kies een tijd, zoals 08.20.');
    expect(faultsOf(card as never)).toEqual([]);
    expect((await settings()).briefingAt).toBe('08:20');
    expect(await log()).toEqual([]);
    // The same form can still be sent.
    await bot.press({ ...button(card, 'Bewaren'), typed: '08:30' }, { as: person.coordinator });
    expect((await settings()).briefingAt).toBe('08:30');
  });

  it('a form that comes again after another one changes nothing', async () => {
    const first = button(await asks('instellen tijd', person.coordinator), 'Bewaren');
    const second = button(await asks('instellen tijd', person.coordinator), 'Bewaren');
    const send = (data: object, typed: string) => bot.press({ ...data, typed }, { as: person.coordinator });
    await send(first, '08:30');
    await send(second, '08:40');
    expect(textIn(cardIn(await send(first, '08:30')))).toContain('08.40');
    expect((await settings()).briefingAt).toBe('08:40');
    expect(await log()).toHaveLength(2);
  });

  it('a mentor who presses somebody else’s form changes nothing', async () => {
    for (const [text, typed] of [
      ['instellen tijd', '09:00'],
      ['instellen noodnummers', 'Ik: 0612345678'],
    ]) {
      const form = button(await asks(text!, person.coordinator), 'Bewaren');
      const before = await settings();
      const card = cardIn(await bot.press({ ...form, typed }, { as: person.mentor }));
      expect(textIn(card)).toContain('Instellen doet de coördinator of een beheerder.');
      expect(await settings()).toEqual(before);
    }
    expect(await log()).toEqual([]);
  });
});

describe('the emergency contacts', () => {
  const save = async (typed: string) => {
    const form = button(await asks('instellen noodnummers', person.coordinator), 'Bewaren');
    return cardIn(await bot.press({ ...form, typed }, { as: person.coordinator }));
  };

  it('P2: are saved, one on a line, also with a colon in the name; the log holds no number', async () => {
    const card = await save(' Direct gevaar: politie: 112 \n\nConciërge: +31 (0)6-12 34 56 78\r\n');
    expect(textIn(card)).toContain('Direct gevaar: politie: 112');
    expect((await settings()).emergency).toEqual([
      { who: 'Direct gevaar: politie', phone: '112' },
      { who: 'Conciërge', phone: '+31 (0)6-12 34 56 78' },
    ]);
    expect((await log()).map((e) => e.what)).toEqual(['Er zijn nieuwe noodnummers: 2.']);
  });

  it.each([
    '(0570) 12 34 56',
    '0570-123456 toestel 12',
    '0570 123456, tst. 7',
    '+31 570 123456',
    '+31 (0)570 123456',
    '112',
    '113',
    '14 0570',
    '0800-0113',
  ])('‘%s’ is a telephone number', async (phone) => {
    await save(`Arts: ${phone}`);
    expect((await settings()).emergency).toEqual([{ who: 'Arts', phone }]);
  });

  it('each wrong line is named, what was typed comes back, and nothing is saved', async () => {
    const typed = 'Conciërge 06 12345678\nDirecteur: zie de muur\n: 112\nArts:\nWijkagent: 0900-8844';
    const card = await save(typed);
    const text = textIn(card);
    expect(text).toContain('Regel 1: zet een dubbele punt tussen de naam en het nummer.');
    expect(text).toContain('Regel 2: achter de dubbele punt staat geen telefoonnummer.');
    expect(text).toContain('Regel 3: zet voor de dubbele punt wie het is.');
    expect(text).toContain('Regel 4: zet achter de dubbele punt het nummer.');
    expect(text).not.toContain('Regel 5');
    expect(JSON.stringify(card)).toContain(JSON.stringify(typed).slice(1, -1));
    expect(faultsOf(card as never)).toEqual([]);
    expect((await settings()).emergency).toEqual(usual.settings.emergency);
  });

  it.each([
    ['nothing', ' \n ', 'Vul ten minste één noodnummer in.'],
    ['seven lines', 'Arts: 112\n'.repeat(7), 'Kies er hooguit 6.'],
    ['a long name', `${'x'.repeat(201)}: 112`, 'maak de naam korter'],
    ['a long number', `Arts: ${'1'.repeat(21)}`, 'geen telefoonnummer'],
    ['a number with much between', `Arts: 0570${' '.repeat(40)}12`, 'geen telefoonnummer'],
    ['a number that is too short', 'Arts: 12', 'geen telefoonnummer'],
    ['words behind a number', 'Arts: 0570 123456 bellen na vijf', 'geen telefoonnummer'],
  ])('%s is refused', async (_name, typed, says) => {
    expect(textIn(await save(typed))).toContain(says);
    expect((await settings()).emergency).toEqual(usual.settings.emergency);
  });

  it('two who save different things at once lose nothing of each other', async () => {
    const time = button(await asks('instellen tijd', person.coordinator), 'Bewaren');
    const numbers = button(await asks('instellen noodnummers', administrator), 'Bewaren');
    await Promise.all([
      bot.press({ ...time, typed: '08:45' }, { as: person.coordinator }),
      bot.press({ ...numbers, typed: 'Arts: 112' }, { as: administrator }),
    ]);
    expect(await settings()).toMatchObject({ briefingAt: '08:45', emergency: [{ who: 'Arts' }] });
    expect((await log()).map((e) => e.by).sort()).toEqual([person.coordinator, administrator].sort());
  });
});

describe('instellen, in a channel', () => {
  it('names no person and no case, and has a button for each use', async () => {
    const card = await channelCard();
    expect(card.actions?.map((a) => a.title)).toEqual([
      'Kanaal van de coördinator',
      'Dagopening onderbouw',
      'Dagopening bovenbouw',
    ]);
    for (const { name } of [...school.persons, ...school.pupils]) expect(textIn(card)).not.toContain(name);
    expect(inChannel()).toHaveLength(1);
  });

  it('a press makes this the channel of the coordinator; the card says so to everybody', async () => {
    const data = button(await channelCard(), 'Kanaal van de coördinator');
    const answer = await pressHere(data, person.coordinator);
    expect((await settings()).coordinatorChannel).toEqual({ ...KERN, serviceUrl: bot.connector.url });
    const update = bot.connector.sent.at(-1)!;
    expect([update.method, update.path]).toEqual([
      'PUT',
      '/v3/conversations/19:kern@thread;messageid=1/activities/card-1',
    ]);
    expect(textIn(cardOf(update))).toContain('✓ Dit kanaal is nu het kanaal van de coördinator.');
    expect(cardIn(answer)).toEqual(cardOf(update));
    expect(await log()).toMatchObject([
      { by: person.coordinator, what: 'Er is een kanaal gekozen voor de coördinator.' },
    ]);
  });

  it('K1: a press makes this the channel of a kernteam; it can be taken back', async () => {
    const data = button(await channelCard(administrator), 'Dagopening onderbouw');
    await pressHere(data, administrator);
    expect((await settings()).teamChannels).toEqual({
      onderbouw: { ...KERN, serviceUrl: bot.connector.url },
    });
    const card = await channelCard();
    expect(textIn(card)).toContain('Dit kanaal is nu het kanaal voor de dagopening van kernteam onderbouw.');
    const back = await pressHere(button(card, 'Niet meer gebruiken'), person.coordinator);
    expect(textIn(cardIn(back))).toContain('✓ Dit kanaal gebruik ik niet meer.');
    expect((await settings()).teamChannels).toEqual({});
    expect((await settings()).coordinatorChannel).toBeDefined();
  });

  it('the press of the older button, Action.Submit, does the same', async () => {
    const value = button(await channelCard(), 'Kanaal van de coördinator');
    await bot.say('', { as: person.coordinator, place: 'channel' }, { value, replyToId: 'card-1' });
    expect((await settings()).coordinatorChannel?.channelId).toBe(KERN.channelId);
    expect(bot.connector.sent.at(-1)!.method).toBe('PUT');
  });

  it.each([person.mentor, person.docent, person.directeur])(
    '%s who presses it is told why not; the card stays for the others and nothing changes',
    async (as) => {
      const data = button(await channelCard(), 'Kanaal van de coördinator');
      const before = await settings();
      const sent = bot.connector.sent.length;
      expect(said(await pressHere(data, as))).toContain('Instellen doet de coördinator of een beheerder.');
      expect(bot.connector.sent).toHaveLength(sent);
      expect(await settings()).toEqual(before);
    },
  );

  it('P16: a stranger who presses it gets the one friendly text, and nothing changes', async () => {
    const data = button(await channelCard(), 'Kanaal van de coördinator');
    const before = await settings();
    expect(said(await pressHere(data, 'a-pupil'))).toContain('Kindertelefoon');
    expect(await settings()).toEqual(before);
  });

  it('a mentor who asks for it gets no card', async () => {
    await bot.say('<at>Meldpunt</at> instellen', { as: person.mentor, place: 'channel' });
    expect(inChannel().map((s) => s.body.text)).toEqual([expect.stringContaining('Instellen doet')]);
  });

  it('no other button works in a channel', async () => {
    const form = button(await asks('instellen tijd', person.coordinator), 'Bewaren');
    await pressHere({ ...form, typed: '09:00' }, person.coordinator);
    expect((await settings()).briefingAt).toBe('08:20');
    expect(textIn(inChannel().at(-1)!.body)).toContain('Dit kan alleen in je eigen chat met mij');
  });

  it('a channel cannot be chosen from the own chat, nor for a kernteam that is not there', async () => {
    const data = button(await channelCard(), 'Dagopening onderbouw');
    const own = cardIn(await bot.press(data, { as: person.coordinator }));
    expect(textIn(own)).toContain('Een kanaal kies je in het kanaal zelf');
    const made = await pressHere({ ...data, use: 'team:__proto__' }, person.coordinator);
    expect(said(made)).toContain('Dit kernteam is er niet (meer).');
    const broken = await pressHere({ ...data, nonce: 'x' }, person.coordinator);
    expect(said(broken)).toBe('Deze kaart is niet meer geldig.');
    expect((await settings()).teamChannels).toEqual({});
  });

  describe('P16: where others than staff read along', () => {
    const strangers = [
      { id: '1', name: 'Gijs Gast', aadObjectId: person.docent, userRole: 'guest' },
      { id: '2', name: 'Lia Leerling', aadObjectId: 'a-pupil', userRole: 'user' },
    ];

    it('it is refused; who they are is told in the own chat only; after mending it works', async () => {
      const data = button(await channelCard(), 'Kanaal van de coördinator');
      const before = await settings();
      bot.connector.members.push(...strangers);
      const answer = said(await pressHere(data, person.coordinator));
      expect(answer).toContain('Dit kanaal kan ik niet gebruiken');
      expect(answer).toContain('In je eigen chat met mij lees je wie.');
      expect(await settings()).toEqual(before);
      const own = textIn(cardOf(last(person.coordinator)));
      expect(own).toContain('Gijs Gast (gast)');
      expect(own).toContain('Lia Leerling');
      expect(textIn([answer, inChannel().map((s) => s.body)])).not.toMatch(/Gijs|Lia/);
      expect(bot.log.join('')).not.toMatch(/Gijs|Lia/);
      bot.connector.members.splice(-2);
      await pressHere(data, person.coordinator);
      expect((await settings()).coordinatorChannel?.channelId).toBe(KERN.channelId);
    });

    it('who has no own chat yet is told how to hear who they are', async () => {
      const now = await bot.store.school(bot.partition);
      const posts = [{ function: 'beheerder' }];
      const persons = now.persons.map((p) => (p.id === colleague ? { ...p, posts } : p));
      await bot.store.saveSchool({ ...now, persons });
      const data = button(await channelCard(colleague), 'Kanaal van de coördinator');
      bot.connector.members.push(...strangers);
      const sent = bot.connector.sent.length;
      expect(said(await pressHere(data, colleague))).toContain('Open de app Meldpunt, typ daar ‘hallo’');
      expect(bot.connector.sent).toHaveLength(sent);
    });

    it('asked for there, says in the own chat who they are; a channel in use can be given up from that card', async () => {
      const given = async () => {
        await bot.say('instellen', { as: person.coordinator, place: 'channel' });
        return cardOf(last(person.coordinator));
      };
      const posted = inChannel().length;
      bot.connector.members.push(...strangers);
      expect((await given()).actions).toEqual([]);
      expect(inChannel()).toHaveLength(posted);
      bot.connector.members.splice(-2);
      await pressHere(button(await channelCard(), 'Kanaal van de coördinator'), person.coordinator);
      bot.connector.members.push(...strangers);
      const card = await given();
      expect(faultsOf(card as never)).toEqual([]);
      expect(textIn(card)).toContain('Gijs Gast (gast)');
      const data = button(card, 'Dit kanaal niet meer gebruiken');
      await bot.press(data, { as: person.mentor });
      const other = cardIn(await bot.press({ ...data, channel: '19:ander' }, { as: person.coordinator }));
      expect(textIn(other)).toContain('Een kanaal kies je in het kanaal zelf');
      expect((await settings()).coordinatorChannel).toBeDefined();
      const done = cardIn(await bot.press(data, { as: person.coordinator }));
      expect(textIn(done)).toContain('Dit kanaal gebruik ik niet meer.');
      expect((await settings()).coordinatorChannel).toBeUndefined();
    });
  });
});

describe('P16: the coordinator’s channel, when it changed or can’t be used', () => {
  const posts = (channel: string) => bot.connector.sent.filter((s) => s.conversation.startsWith(channel));

  it('what comes after a change goes to the new channel, also of a case that had its thread in the old one', async () => {
    await reports();
    expect(posts('19:zorg')).toHaveLength(1);
    await pressHere(button(await channelCard(), 'Kanaal van de coördinator'), person.coordinator);
    const before = inChannel().length;
    await reports();
    await reports();
    const fresh = inChannel().slice(before);
    expect(posts('19:zorg')).toHaveLength(1);
    expect(fresh).toHaveLength(2);
    expect(new Set(fresh.map((s) => s.conversation)).size).toBe(1);
  });

  it('the coordinator is told how to mend it, with and without a channel', async () => {
    bot.connector.members.push({ id: '2', name: 'Lia Leerling', aadObjectId: 'a-pupil', userRole: 'user' });
    await reports();
    const refused = textIn(cardOf(last(person.coordinator)));
    expect(refused).toContain('In dit kanaal lezen mensen mee');
    expect(refused).toContain('Haal hen uit het team, of kies een ander kanaal.');
    expect(refused).toContain('@Meldpunt instellen');
    bot.connector.members.pop();
    await pressHere(button(await channelCard(), 'Kanaal van de coördinator'), person.coordinator);
    await pressHere(button(await channelCard(), 'Niet meer gebruiken'), person.coordinator);
    await reports();
    const none = textIn(cardOf(last(person.coordinator)));
    expect(none).toContain('Er is nog geen kanaal voor de coördinator ingesteld.');
    expect(none).toContain('@Meldpunt instellen');
    expect(none).not.toContain('Haal hen uit het team');
  });
});

describe('wie is wie', () => {
  it('shows to any of the staff who holds what, per group and kernteam, and where nobody does', async () => {
    const text = textIn(await asks('wie is wie', person.docent));
    expect(text).toContain('**Mentor**\n\n- 2B: Mila Mentor\n- 3A: Omar Mentor');
    expect(text).toContain('- onderbouw: Lot Coördinator');
    expect(text).toContain('- Dirk Docent, Dik Docent');
    expect(text).toContain('**Beheerder**\n\n- Bea Beheer');
    expect(text).toContain('Voor kernteam bovenbouw is er geen leerlingencoördinator.');
    expect(text).toContain('Niemand is ICT-coördinator.');
    expect(text).toContain('Zeg het tegen de coördinator.');
  });

  it('names a group without a mentor, and tells the coordinator how to change it', async () => {
    const persons = school.persons.filter((p) => p.id !== person.otherMentor);
    const now = await bot.store.school(bot.partition);
    await bot.store.saveSchool({ ...now, persons });
    const text = textIn(await asks('Wie is wie?', person.coordinator));
    expect(text).toContain('Voor 3A is er geen mentor.');
    expect(text).toContain('Pas het aan in het tabblad, bij School.');
  });

  it('in a channel: goes to the own chat', async () => {
    await bot.say('<at>Meldpunt</at> wie is wie', { as: person.mentor, place: 'channel' });
    expect(textIn(last(person.mentor)!.body)).toContain('Mila Mentor');
    expect(textIn(inChannel().map((s) => s.body))).not.toContain('Mila');
  });

  it('counts where many hold a function, and stays a card that Teams takes', async () => {
    const now = await bot.store.school(bot.partition);
    const groups = Array.from({ length: 60 }, (_, i) => ({ id: `groep ${i}`, team: `kernteam ${i % 12}` }));
    const persons = Array.from({ length: 200 }, (_, i) => ({
      id: `p${i}`,
      name: `Wilhelmina Johanna van den Nieuwenhuijzen ${i}`,
      posts: [{ function: 'docent' }, ...(i < 40 ? [{ function: 'mentor', group: `groep ${i}` }] : [])],
    }));
    await bot.store.saveSchool({ ...now, groups, persons: [...now.persons, ...persons], pupils: [] });
    const text = textIn(await asks('wie is wie', person.coordinator));
    expect(text).toContain('- 202 collega’s');
    expect(text).toMatch(/Voor groep 40, groep 41, .*groep 51 en nog 8 is er geen mentor\./);
    expect(text).toMatch(/Voor kernteam kernteam 0, .* en kernteam 9 is er geen leerlingencoördinator\./);
    await channelCard();
    await asks('instellen', person.coordinator);
  });
});

describe('installed in a team', () => {
  const added = (as: string, teamId = 'kern-team') =>
    bot.say(
      '',
      { as, place: 'channel' },
      {
        type: 'installationUpdate',
        action: 'add',
        conversation: {
          id: '19:kern@thread',
          conversationType: 'channel',
          isGroup: true,
          tenantId: 'tenant',
        },
        channelData: { tenant: { id: 'tenant' }, team: { id: teamId } },
      },
    );

  it('says once what to do next, whatever comes again', async () => {
    await added(person.docent);
    await added(person.coordinator);
    expect(inChannel()).toHaveLength(1);
    const card = cardOf(inChannel()[0]);
    expect(faultsOf(card as never)).toEqual([]);
    expect(textIn(card)).toContain('De coördinator typt daar: **@Meldpunt instellen**.');
    await added(person.docent, 'another-team');
    expect(inChannel()).toHaveLength(2);
  });

  it('P16: by a stranger: the one friendly text', async () => {
    await added('a-pupil');
    expect(inChannel().map((s) => s.body.text)).toEqual([expect.stringContaining('Kindertelefoon')]);
  });

  it('P16: says nothing in a team with pupils; who installed it is told in the own chat', async () => {
    bot.connector.members.push({ id: '2', name: 'Lia Leerling', aadObjectId: 'a-pupil', userRole: 'user' });
    await added(person.coordinator);
    expect(inChannel()).toHaveLength(0);
    expect(textIn(cardOf(last(person.coordinator)))).toContain('Lia Leerling');
  });

  it('removed from a team: says nothing', async () => {
    await bot.say(
      '',
      { as: person.docent, place: 'channel' },
      { type: 'installationUpdate', action: 'remove' },
    );
    expect(inChannel()).toHaveLength(0);
  });
});
