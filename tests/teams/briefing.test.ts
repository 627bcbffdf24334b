import { makeLog } from '../../src/log.ts';
import { startService } from '../../src/service.ts';
import type { Service } from '../../src/service.ts';
import { developmentIdentity } from '../../src/dev/identity.ts';
import { developmentLinks } from '../../src/teams/links.ts';
import type { Card } from '../../src/cards/template.ts';
import * as checks from '../cards/checks.ts';
import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, sentBy, startBot } from '../support/bot.ts';
import { button, cardOf, textIn } from '../support/connector.ts';
import type { Sent } from '../support/connector.ts';
import { person } from '../support/world.ts';

const KERN = '19:kern@thread';
const TODAY = '2026-10-05';
const NOTED = 'Genoteerd. Ik heb je een bevestiging in je eigen chat gestuurd.';
const channel = { place: 'channel' } as const;

let bot: Bot;
let more: Service | undefined;
beforeEach(async () => {
  bot = await startBot({ start: `${TODAY}T07:30` });
  await setUp();
});
afterEach(async () => {
  await more?.stop();
  more = undefined;
  await bot.stop();
});

/** Gives the kernteam its channel, and the school other settings where a test needs them. */
async function setUp(settings: object = {}) {
  const school = await bot.store.school(bot.partition);
  const kern = { teamId: 'kern-team', channelId: KERN, tenantId: 'tenant', serviceUrl: bot.connector.url };
  await bot.store.saveSchool({
    ...school,
    settings: { ...school.settings, teamChannels: { onderbouw: kern }, ...settings },
  });
}
const faultsOf = (card: object) => checks.faultsOf(card as Card);
const clock = async (local: string) => {
  bot.clock.set(local);
  await bot.settled();
};
const inKern = () => bot.connector.sent.filter((s) => s.conversation.startsWith(KERN));
const posted = () => inKern().filter((s) => s.method === 'POST');
const own = (who: string) => bot.connector.to(chatOf(who));
const noted = (fields: object = {}) => ({
  ...button(cardOf(posted().find((s) => s.body.attachments)), 'Noteren'),
  story: 'Haar tas werd afgepakt.',
  about: 'Fenna Fictief',
  safe: 'ja',
  toldBy: '',
  ...fields,
});
const note = (fields: object, as: string) => bot.press(noted(fields), { as, ...channel });
const texts = (sent: Sent[]) => textIn(sent.map((s) => s.body));

/** Posts the card, and gives these people a chat of their own. */
async function open(...people: string[]) {
  for (const as of people) await bot.say('hallo', { as });
  await clock(`${TODAY}T08:20`);
}

/** Another process on the same store, with nothing in its memory. */
async function another(): Promise<Service> {
  return startService({
    store: bot.store,
    released: bot.service.world.released,
    clock: bot.service.world.clock,
    auth: { appId: '', options: {} },
    botId: 'bot',
    tokens: (await developmentIdentity('tenant')).rules,
    links: developmentLinks('http://127.0.0.1'),
    host: '127.0.0.1',
    port: 0,
    pollMs: 3_600_000,
    leaseMs: 60_000,
    dev: true,
    log: makeLog('debug', { write: (line) => void bot.log.push(line) }),
  });
}

describe('the card of the dagopening', () => {
  it('K1: is posted at the school’s time in the channel of the kernteam, with the points and a form, and closes with a count', async () => {
    await bot.say('hallo', { as: person.mentor });
    await clock(`${TODAY}T08:10`);
    expect(inKern()).toHaveLength(0);
    await clock(`${TODAY}T08:20`);
    expect(posted()).toHaveLength(1);
    const card = cardOf(posted()[0]);
    expect(faultsOf(card)).toStrictEqual([]);
    expect(textIn(card)).toContain('Dagopening maandag 5 oktober');
    expect(textIn(card)).toContain('Er zijn nu geen aandachtspunten.');
    expect(posted()[0]!.body.summary).toBe('Dagopening');
    await note({}, person.mentor);
    await note({ story: 'Hij zat alleen.', about: 'Bram Bedacht' }, person.docent);
    await clock(`${TODAY}T08:49`);
    expect(inKern()).toHaveLength(1);
    await clock(`${TODAY}T08:50`);
    expect(inKern()).toHaveLength(2);
    const closing = inKern()[1]!;
    expect(closing.method).toBe('PUT');
    expect(closing.path).toBe(
      `/v3/conversations/${posted()[0]!.conversation}/activities/${posted()[0]!.conversation.split('=')[1]}`,
    );
    const closed = cardOf(closing);
    expect(faultsOf(closed)).toStrictEqual([]);
    expect(textIn(closed)).toContain('Er zijn 2 signalen genoteerd.');
    expect(JSON.stringify(closed)).not.toContain('Input.');
    expect(closed.actions).toStrictEqual([]);
    await clock(`${TODAY}T12:00`);
    expect(inKern()).toHaveLength(2);
    expect(await bot.store.deadJobs(bot.partition)).toStrictEqual([]);
  });

  it('comes once, also with two services on one store and after a restart', async () => {
    more = await another();
    bot.clock.set(`${TODAY}T08:10`);
    await Promise.all([bot.settled(), more.drained(bot.partition)]);
    bot.clock.set(`${TODAY}T08:20`);
    await Promise.all([bot.settled(), more.drained(bot.partition)]);
    expect(posted()).toHaveLength(1);
    await more.stop();
    more = await another();
    bot.clock.set(`${TODAY}T08:30`);
    await more.drained(bot.partition);
    await clock(`${TODAY}T08:55`);
    await more.drained(bot.partition);
    expect(inKern().map((s) => s.method)).toStrictEqual(['POST', 'PUT']);
  });

  it('comes when the service starts while it is on, and not when it is over', async () => {
    await clock(`${TODAY}T08:45`);
    expect(posted()).toHaveLength(1);
    await clock(`${TODAY}T08:50`);
    expect(textIn(cardOf(inKern()[1]))).toContain('Er zijn geen signalen genoteerd.');
    await clock('2026-10-06T08:50');
    expect(inKern()).toHaveLength(2);
  });

  it('comes on every school day, and not in a weekend or vacation', async () => {
    for (const day of ['2026-10-09', '2026-10-10', '2026-10-12', '2026-10-16', '2026-10-19'])
      for (const time of ['08:10', '08:20', '08:51']) await clock(`${day}T${time}`);
    expect(posted().map((s) => textIn(s.body).match(/Dagopening (.*)/)?.[1])).toStrictEqual([
      'vrijdag 9 oktober',
      'maandag 19 oktober',
    ]);
  });

  it('comes later when the school chose a later time after it was planned', async () => {
    await clock(`${TODAY}T08:10`);
    await setUp({ briefingAt: '09:00' });
    await clock(`${TODAY}T08:30`);
    expect(inKern()).toHaveLength(0);
    await clock(`${TODAY}T09:00`);
    expect(posted()).toHaveLength(1);
    await clock(`${TODAY}T09:29`);
    expect(inKern()).toHaveLength(1);
    await clock(`${TODAY}T09:30`);
    expect(inKern()).toHaveLength(2);
  });

  it('is not posted late: what could not be sent until it was over is dropped', async () => {
    bot.connector.fail = (_method, path) => (path === '/v3/conversations' ? { status: 429 } : undefined);
    await clock(`${TODAY}T08:20`);
    bot.connector.fail = undefined;
    await clock(`${TODAY}T08:51`);
    expect(inKern()).toHaveLength(0);
    expect(JSON.stringify(await bot.store.jobs(bot.partition, '9999'))).not.toContain('briefing');
  });

  it('P16: is not posted where a guest reads along; the coordinators are told why, in their own chats', async () => {
    bot.connector.members.push({ id: '29:gast', name: 'Gast', aadObjectId: 'gast', userRole: 'guest' });
    await clock(`${TODAY}T08:20`);
    expect(inKern()).toHaveLength(0);
    await bot.say('hallo', { as: person.coordinator });
    await bot.settled();
    expect(texts(own(person.coordinator))).toContain('De dagopening van kernteam onderbouw staat er niet');
    expect(texts(own(person.coordinator))).toContain('mensen mee die niet bij de medewerkers staan');
    await clock(`${TODAY}T08:51`);
    expect(inKern()).toHaveLength(0);
    const list = await bot.get('/api/cases', person.coordinator);
    expect(list.body).toMatchObject({ undelivered: [{ to: 'het kanaal' }] });
  });

  it('P16: a coordinator whom Teams refuses is tried once: it is kept as undelivered, and another one hears it', async () => {
    const school = await bot.store.school(bot.partition);
    const second = { id: 'bo', name: 'Bo Antipest', posts: [{ function: 'antipestcoordinator' }] };
    await bot.store.saveSchool({ ...school, persons: [...school.persons, second] });
    bot.connector.members.push({ id: '29:gast', name: 'Gast', aadObjectId: 'gast', userRole: 'guest' });
    for (const as of [person.coordinator, second.id]) await bot.say('hallo', { as });
    bot.connector.fail = (_method, path) =>
      path.includes(chatOf(person.coordinator)) ? { status: 403 } : undefined;
    await clock(`${TODAY}T08:20`);
    const waiting = await bot.store.jobs(bot.partition, '9999');
    expect(waiting.filter(({ work }) => work.kind === 'briefing-refused')).toStrictEqual([]);
    expect(texts(own(second.id))).toContain('De dagopening van kernteam onderbouw staat er niet');
    const { undelivered } = (await bot.get('/api/cases', second.id)).body as {
      undelivered: { to: string; reason: string }[];
    };
    expect(undelivered).toContainEqual(
      expect.objectContaining({ to: 'Ans Antipest', reason: 'Teams weigert het bericht (403).' }),
    );
  });
});

describe('a note on the card', () => {
  it('is a report: confirmed in the own chat, and the card in the channel stays as it is', async () => {
    await open(person.docent, person.mentor);
    const answer = await note({}, person.docent);
    expect(answer.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: NOTED });
    await bot.settled();
    expect(texts(own(person.docent))).toContain('2026-0001');
    expect(texts(own(person.docent))).toContain('Mila Mentor (mentor)');
    expect(inKern()).toHaveLength(1);
    const [row] = await bot.cases();
    const { events } = (await bot.store.load(bot.partition, row!.case))!;
    expect(events[0]).toMatchObject({
      about: { pupil: 'p-fenna' },
      report: { story: 'Haar tas werd afgepakt.', source: 'zelf', happened: TODAY, safe: 'ja' },
    });
  });

  it('P20: forty people note at once, each gets an own number and nobody’s card is replaced', async () => {
    await open(person.docent, person.mentor);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        note({ story: `Signaal ${n}`, about: `Kind ${n}` }, n % 2 ? person.docent : person.mentor),
      ),
    );
    expect(answers.map((a) => a.body.value)).toStrictEqual(answers.map(() => NOTED));
    const numbers = new Set((await bot.cases()).map((row) => row.number));
    expect(numbers.size).toBe(40);
    await clock(`${TODAY}T08:50`);
    expect(inKern()).toHaveLength(2);
    expect(textIn(cardOf(inKern()[1]))).toContain('Er zijn 40 signalen genoteerd.');
  }, 60_000);

  it('counts once however often the same person sends the same; other content and other people count', async () => {
    await open(person.docent, person.mentor);
    await Promise.all([note({}, person.docent), note({}, person.docent)]);
    const again = await note({ story: ' Haar tas werd afgepakt. ' }, person.docent);
    expect(again.body.value).toBe('Dit had je al genoteerd, met nummer 2026-0001. Het telt één keer.');
    await note({ about: 'Bram Bedacht' }, person.docent);
    await note({ safe: 'nee' }, person.docent);
    await note({}, person.mentor);
    await clock(`${TODAY}T08:50`);
    expect(textIn(cardOf(inKern()[1]))).toContain('Er zijn 4 signalen genoteerd.');
  });

  it('P20: can be made on behalf of a colleague', async () => {
    await open(person.docent);
    await note({ toldBy: 'Karin Kantine' }, person.docent);
    const [row] = await bot.cases();
    const { events } = (await bot.store.load(bot.partition, row!.case))!;
    expect(events[0]).toMatchObject({ report: { source: 'collega', toldBy: 'Karin Kantine' } });
  });

  it('P6: about a pupil with an open case is linked, and answered like any other', async () => {
    await open(person.docent, person.mentor, person.otherMentor);
    await note({}, person.docent);
    const [row] = await bot.cases();
    await bot.settled();
    const before = own(person.otherMentor).length;
    const answer = await note({ story: 'Weer gezien.' }, person.otherMentor);
    expect(answer.body.value).toBe(NOTED);
    expect(await bot.cases()).toHaveLength(1);
    const { events } = (await bot.store.load(bot.partition, row!.case))!;
    expect(events.map((e) => e.type)).toContain('ReportLinked');
    const shape = (sent: Sent | undefined) => textIn(cardOf(sent)).replace(/2026-000\d/g, 'nummer');
    const receiptOf = (who: string, from = 0) =>
      own(who)
        .slice(from)
        .find((s) => textIn(s.body).includes('je melding is binnen'));
    expect(shape(receiptOf(person.otherMentor, before))).toBe(shape(receiptOf(person.docent)));
    expect(inKern()).toHaveLength(1);
  });

  it('P2: about a pupil who is not safe shows whom to call, in the own chat, or at once where there is none', async () => {
    await open(person.docent);
    const answer = await note({ safe: 'nee' }, person.docent);
    expect(answer.body.value).toContain('Kijk nu in je eigen chat');
    expect(texts(own(person.docent))).toContain('Conciërge: **0900-0000**');
    const without = await note({ safe: 'nee' }, person.otherMentor);
    expect(without.body.value).toContain('Conciërge: 0900-0000');
    expect(without.body.value).toContain('Genoteerd, met nummer 2026-0002');
    const again = await note({ safe: 'nee' }, person.docent);
    expect(again.body.value).toContain('Dit had je al genoteerd');
    expect(again.body.value).toContain('bij gevaar 112, Conciërge: 0900-0000.');
  });

  it('P2: whose words point to danger to life shows whom to call as well', async () => {
    await open(person.docent);
    const answer = await note({ story: 'Hij zei dat hij dood wil.' }, person.docent);
    expect(answer.body.value).toContain('Kijk nu in je eigen chat');
    expect(texts(own(person.docent))).toContain('112');
  });

  it('P2: that is not complete, about a pupil who is not safe, says whom to call all the same', async () => {
    await open(person.docent);
    const answer = await note({ safe: 'nee', about: '' }, person.docent);
    expect(answer.body.value).toContain('Typ de voornaam en achternaam van de leerling.');
    expect(answer.body.value).toContain('Wacht niet op Teams, bel nu: bij gevaar 112, Conciërge: 0900-0000.');
  });

  it('without a chat of one’s own is kept, and says how to see it', async () => {
    await open();
    const answer = await note({}, person.docent);
    expect(answer.body.value).toContain('Genoteerd, met nummer 2026-0001');
    expect(answer.body.value).toContain('open de app Meldpunt');
    expect(await bot.cases()).toHaveLength(1);
  });

  it('is kept, and says so, when the confirmation can’t be sent', async () => {
    await open(person.docent);
    bot.connector.fail = (_method, path) =>
      path.includes(chatOf(person.docent)) ? { status: 403 } : undefined;
    const answer = await note({}, person.docent);
    expect(answer.body.value).toContain('Genoteerd, met nummer 2026-0001');
    expect(await bot.cases()).toHaveLength(1);
  });

  it.each([
    ['without a story', { story: '  ' }, 'Vertel wat je zag of hoorde'],
    ['without a name', { about: '' }, 'Typ de voornaam en achternaam'],
    ['without whether the pupil is safe', { safe: '' }, 'Kies of de leerling nu veilig is'],
    ['that is too long', { story: 'x'.repeat(2_001) }, 'in hooguit 2000 tekens'],
    ['on a card of an earlier day', { day: '2026-10-02' }, 'Deze dagopening is voorbij'],
    ['on no day', { day: 'ooit' }, 'Deze kaart is niet meer geldig'],
    ['for a kernteam that is not there', { team: 'geen-team' }, 'Deze dagopening is voorbij'],
    ['for no kernteam', { team: {} }, 'Deze kaart is niet meer geldig'],
  ])('%s is answered with a text, and nothing changes', async (_what, fields, says) => {
    await open(person.docent);
    const sent = bot.connector.sent.length;
    const answer = await note(fields, person.docent);
    expect(answer.body).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringContaining(says),
    });
    expect(await bot.cases()).toStrictEqual([]);
    expect(bot.connector.sent).toHaveLength(sent);
  });

  it('P16: of somebody who is not on the staff is refused', async () => {
    await open();
    const answer = await note({}, 'gast');
    expect(answer.body.value).toContain('Kindertelefoon');
    expect(await bot.cases()).toStrictEqual([]);
  });

  it('P17: brings no pupil’s name to a channel, a toast or the log, whatever is typed where', async () => {
    await open(person.docent);
    const { pupils } = await bot.store.school(bot.partition);
    const all = pupils.map((p) => p.name).join(', ');
    for (const { name } of pupils) {
      await note({ about: name, story: `Gezien: ${all}`, toldBy: all, safe: 'nee' }, person.docent);
      // The fallback of the button brings a message instead of an invoke.
      const value = noted({ about: name, story: `Ook: ${all}` });
      await bot.say(
        '',
        { as: person.otherMentor, ...channel },
        { text: undefined, value, replyToId: 'card' },
      );
      await bot.say(`aandachtspunt ${name}`, { as: person.mentor, ...channel });
      await bot.say(`dagopening ${name}`, { as: person.mentor, ...channel });
    }
    await clock(`${TODAY}T08:50`);
    expect(await bot.cases()).toHaveLength(pupils.length);
    const channels = texts(bot.connector.sent.filter((s) => s.conversation.startsWith('19:')));
    expect(channels).toContain('Er zijn 10 signalen genoteerd.');
    const toasts = bot.connector.sent.map((s) => `${s.body.summary ?? ''} ${s.body.text ?? ''}`).join('\n');
    for (const word of pupils.flatMap((p) => p.name.split(' '))) {
      expect(channels).not.toContain(word);
      expect(toasts).not.toContain(word);
      expect(bot.log.join('')).not.toContain(word);
    }
  }, 60_000);
});

describe('aandachtspunt', () => {
  const formOf = (who: string) => cardOf(own(who).at(-1));
  async function share(text: string, fields: object = {}, as: string = person.mentor) {
    await bot.say(`aandachtspunt ${text}`, { as });
    const cards = own(as).map((s) => s.body.attachments?.[0]?.content);
    const form = cards.filter((card) => textIn(card).includes('Aandachtspunt delen')).at(-1)!;
    return bot.press({ ...sentBy(form, 'Delen'), ...fields }, { as });
  }

  it('P20: stands on the card of the kernteam for five school days, and then no more', async () => {
    const answer = await share('Let op bij de fietsenstalling, 2B');
    expect(textIn(cardIn(answer))).toContain('maandag 19 oktober');
    expect(textIn(cardIn(answer))).toContain('onderbouw');
    expect(faultsOf(cardIn(answer))).toStrictEqual([]);
    const shown: string[] = [];
    for (const day of ['2026-10-05', '2026-10-09', '2026-10-19', '2026-10-20']) {
      await clock(`${day}T08:20`);
      await clock(`${day}T08:51`);
      if (textIn(posted().at(-1)?.body).includes('fietsenstalling')) shown.push(day);
    }
    expect(posted()).toHaveLength(4);
    expect(shown).toStrictEqual(['2026-10-05', '2026-10-09', '2026-10-19']);
  });

  it('is shown to the kernteams that were chosen only', async () => {
    await share('Let op bij het hek', { teams: 'bovenbouw' });
    await clock(`${TODAY}T08:20`);
    expect(texts(posted())).not.toContain('het hek');
    await bot.say('dagopening', { as: person.otherMentor });
    expect(texts(own(person.otherMentor))).toContain('het hek');
  });

  it.each([
    [
      'that names a pupil',
      { text: 'Let op Fenna bij het hek' },
      'een naam in je tekst die ook een leerling heeft: Fenna',
    ],
    [
      'that names a pupil by the surname',
      { text: 'Let op Fictief bij het hek' },
      'ook een leerling heeft: Fictief. Het hele team leest dit, dus noem alleen de plek of het moment. Bedoel je geen naam?',
    ],
    ['without a text', { text: ' ' }, 'Schrijf waar we op moeten letten.'],
    ['that is too long', { text: 'x'.repeat(151) }, 'maximaal 150 tekens'],
    ['for no kernteam', { teams: '' }, 'Kies voor welk kernteam'],
    ['for a kernteam that is not there', { teams: 'onderbouw,geen-team' }, 'Kies voor welk kernteam'],
  ])('P20: %s is refused kindly, with what was typed still there', async (_what, fields, says) => {
    const answer = cardIn(await share('Let op bij het hek', fields));
    expect(textIn(answer)).toContain(says);
    expect(faultsOf(answer)).toStrictEqual([]);
    expect(sentBy(answer, 'Delen')).toMatchObject(fields);
    expect(await bot.store.alerts(bot.partition, TODAY)).toStrictEqual([]);
  });

  it('a name of which a pupil came later is not shown any more', async () => {
    await share('Let op bij Sjors in de kantine');
    const school = await bot.store.school(bot.partition);
    const sjors = { id: 'p-sjors', name: 'Sjors Nieuw', group: '2B' };
    await bot.store.saveSchool({ ...school, pupils: [...school.pupils, sjors] });
    await clock(`${TODAY}T08:20`);
    expect(texts(posted())).not.toContain('Sjors');
  });

  it('is for mentors and coordinators: somebody else is told so, and a press changes nothing', async () => {
    await share('Let op bij het hek');
    await bot.say('aandachtspunt', { as: person.docent });
    expect(texts(own(person.docent))).toContain('doet de mentor of de coördinator');
    const nonce = '6d9bd3d5-5b0e-4a41-9d5c-5c5c0f0c8a11';
    const data = { verb: 'alert.share', nonce, day: TODAY, text: 'Let op het dak', teams: 'onderbouw' };
    const answer = await bot.press(data, { as: person.docent });
    expect(textIn(cardIn(answer))).toContain('doet de mentor of de coördinator');
    const [point, ...others] = await bot.store.alerts(bot.partition, TODAY);
    expect(others).toStrictEqual([]);
    const withdraw = { verb: 'alert.withdraw', nonce, day: TODAY, alert: point!.id };
    await bot.press(withdraw, { as: person.docent });
    await bot.press(withdraw, { as: person.otherMentor });
    expect(await bot.store.alerts(bot.partition, TODAY)).toStrictEqual([point]);
  });

  it('counts once, and is withdrawn by the coordinator or by who shared it', async () => {
    await bot.say('aandachtspunt Let op bij het hek', { as: person.mentor });
    const data = sentBy(formOf(person.mentor), 'Delen');
    await bot.press(data, { as: person.mentor });
    await bot.press(data, { as: person.mentor });
    const [point, ...others] = await bot.store.alerts(bot.partition, TODAY);
    expect(others).toStrictEqual([]);
    await bot.say('aandachtspunt', { as: person.coordinator });
    const list = formOf(person.coordinator);
    expect(faultsOf(list)).toStrictEqual([]);
    expect(textIn(list)).toContain(
      'Let op bij het hek (onderbouw, Mila Mentor, tot en met maandag 19 oktober)',
    );
    const press = { ...sentBy(list, 'Intrekken'), alert: point!.id };
    expect(textIn(cardIn(await bot.press(press, { as: person.coordinator })))).toContain('Ingetrokken');
    expect(await bot.store.alerts(bot.partition, TODAY)).toStrictEqual([]);
    expect(textIn(cardIn(await bot.press(press, { as: person.coordinator })))).toContain('Ingetrokken');
    await bot.say('aandachtspunt', { as: person.coordinator });
    expect(texts([own(person.coordinator).at(-1)!])).toContain('Aandachtspunt delen');
  });

  it('in a channel brings its form to the own chat', async () => {
    await bot.say('hallo', { as: person.mentor });
    await bot.say('aandachtspunt', { as: person.mentor, ...channel });
    expect(textIn(formOf(person.mentor))).toContain('Aandachtspunt delen');
    expect(texts(inKern())).toContain('in je eigen chat');
  });
});

describe('dagopening on demand', () => {
  it('shows the own kernteam’s in the own chat, and a note there is answered below it', async () => {
    bot.clock.set('2026-10-12T15:00');
    await bot.say('dagopening', { as: person.mentor });
    const card = cardOf(own(person.mentor).at(-1));
    expect(textIn(card)).toContain('Kernteam onderbouw');
    const data = {
      ...button(card, 'Noteren'),
      story: 'Op het plein.',
      about: 'Onbekend Kind',
      safe: 'onbekend',
    };
    const answer = await bot.press(data, { as: person.mentor });
    expect(answer.body.value).toBe('Kijk hieronder.');
    expect(texts(own(person.mentor))).toContain('2026-0001');
    expect(await bot.cases()).toHaveLength(1);
    expect(inKern()).toHaveLength(0);
  });

  it('asks which kernteam where somebody stands for none or more than one', async () => {
    await bot.say('dagopening', { as: person.docent });
    const asked = cardOf(own(person.docent).at(-1));
    expect(asked.actions?.map((a) => a.title)).toStrictEqual(['onderbouw', 'bovenbouw']);
    await bot.press(button(asked, 'bovenbouw'), { as: person.docent });
    expect(texts(own(person.docent))).toContain('Kernteam bovenbouw');
  });

  const asks = () => bot.say('dagopening', { as: person.docent, ...channel });
  const cards = () => posted().filter((s) => s.body.attachments);

  it('in the kernteam’s channel points to the card that stands there, while that is open', async () => {
    await open();
    await asks();
    await bot.settled();
    expect(cards()).toHaveLength(1);
    expect(texts(posted())).toContain('De dagopening van vandaag staat al in dit kanaal.');
  });

  it('before it begins is posted once, however many ask; it is the card of that day, and closes with it', async () => {
    bot.clock.set(`${TODAY}T08:00`);
    await Promise.all([asks(), asks(), asks()]);
    await bot.settled();
    expect(cards()).toHaveLength(1);
    await clock(`${TODAY}T08:10`);
    await clock(`${TODAY}T08:20`);
    expect(cards()).toHaveLength(1);
    await note({}, person.docent);
    await clock(`${TODAY}T08:50`);
    const closings = inKern().filter((s) => s.method === 'PUT');
    expect(closings.map((s) => s.conversation)).toStrictEqual([cards()[0]!.conversation]);
    expect(textIn(cardOf(closings[0]))).toContain('Er is 1 signaal genoteerd.');
    await clock(`${TODAY}T23:59`);
    expect(inKern().filter((s) => s.method === 'PUT')).toHaveLength(1);
  });

  it.each([
    ['after it was closed', TODAY],
    ['on a day without school', '2026-10-12'],
  ])('%s is posted again, once, and closes at the end of the day', async (_when, day) => {
    await open();
    await clock(`${TODAY}T08:50`);
    await clock(`${day}T15:00`);
    const before = cards().length;
    await asks();
    await bot.settled();
    await asks();
    await bot.settled();
    expect(cards()).toHaveLength(before + 1);
    expect(textIn(cardOf(cards().at(-1)))).toContain(day === TODAY ? 'maandag 5' : 'maandag 12');
    await clock(`${day}T23:58`);
    const closed = () =>
      inKern().filter((s) => s.method === 'PUT' && s.conversation === cards().at(-1)!.conversation);
    expect(closed()).toStrictEqual([]);
    await clock(`${day}T23:59`);
    expect(closed()).toHaveLength(1);
    expect(JSON.stringify(cardOf(closed()[0]))).not.toContain('Input.');
  });

  it('P16: shows nothing in a channel with guests, or in one of no kernteam', async () => {
    const guest = { id: '29:gast', name: 'Gast', aadObjectId: 'gast', userRole: 'guest' };
    bot.connector.members.push(guest);
    await bot.say('dagopening', { as: person.docent, ...channel });
    await bot.settled();
    expect(inKern().filter((s) => s.body.attachments)).toStrictEqual([]);
    expect(texts(inKern())).toContain('niet bij de medewerkers');
    bot.connector.members.pop();
    await setUp({ teamChannels: {} });
    await bot.say('dagopening', { as: person.docent, ...channel });
    expect(texts(inKern())).toContain('niet het kanaal van een kernteam');
    expect(inKern().filter((s) => s.body.attachments)).toStrictEqual([]);
  });

  it('in a group chat comes in the own chat', async () => {
    await bot.say('hallo', { as: person.mentor });
    await bot.say('dagopening', { as: person.mentor, place: 'groupChat' });
    expect(texts(own(person.mentor))).toContain('Kernteam onderbouw');
    expect(texts(bot.connector.to('19:group'))).not.toContain('Kernteam');
  });
});
