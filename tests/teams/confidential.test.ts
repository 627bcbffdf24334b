/** The third door (P3): a message to one vertrouwenspersoon, end to end. */
import { randomUUID } from 'node:crypto';
import { confidentialPartition } from '../../src/app/confidential.ts';
import { submitReport } from '../../src/app/reports.ts';
import type { Person, School } from '../../src/domain/school.ts';
import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, sentBy, startBot } from '../support/bot.ts';
import type { Card } from '../support/connector.ts';
import { cardOf, textIn } from '../support/connector.ts';
import { elements, faultsOf } from '../cards/checks.ts';
import { person, report, school as usual } from '../support/world.ts';

const [vera, omar, evert] = ['vera-id', 'omar-id', 'evert-id'] as const;
const { docent, mentor, coordinator } = person;
const confidant = (id: string, name: string, fn = 'vertrouwenspersoon'): Person => ({
  id,
  name,
  posts: [{ function: fn }],
});
const school: School = {
  ...usual,
  persons: [
    ...usual.persons,
    confidant(vera, 'Vera Vertrouwen'),
    confidant(evert, 'Evert Extern', 'externe-vertrouwenspersoon'),
    confidant(omar, 'Omar Oor'),
  ],
};
const secret = 'Een collega maakt grapjes over hem.';
const filled = { to: vera as string, story: secret, safe: 'onbekend', approach: 'ja' };

let bot: Bot;
let lane: string;
beforeEach(async () => {
  bot = await startBot({ school });
  lane = confidentialPartition(bot.partition);
  for (const as of [vera, omar, evert]) await bot.say('hallo', { as });
});
afterEach(() => bot.stop());

const settle = async () => {
  await bot.settled();
  await bot.service.drained(lane);
};
const cards = (as: string): Card[] =>
  bot.connector
    .to(chatOf(as))
    .filter((sent) => sent.body.attachments)
    .map(cardOf);
const last = (as: string): Card => cards(as).at(-1)!;
const says = (as: string) => textIn(last(as));
async function press(as: string, card: Card, title: string, typed: Record<string, string> = {}) {
  const next = cardIn(await bot.press({ ...sentBy(card, title), ...typed }, { as }));
  expect(faultsOf(next as Parameters<typeof faultsOf>[0])).toStrictEqual([]);
  await settle();
  return next;
}
/** Presses what answers below the card. */
async function opens(as: string, card: Card, title: string, typed: Record<string, string> = {}) {
  await bot.press({ ...sentBy(card, title), ...typed }, { as });
  await settle();
  return last(as);
}
/** The same, of the only row on the last card that has such a button. */
async function opensRow(as: string, title: string) {
  const [row] = elements(last(as)).filter((e) => e.type === 'Action.Execute' && e.title === title);
  await bot.press(row!.data as Record<string, string>, { as });
  await settle();
  return last(as);
}
async function formOf(as: string, story = ''): Promise<Card> {
  await bot.say(`melding ${story}`.trim(), { as });
  const door = await press(as, last(as), 'Alleen naar de vertrouwenspersoon');
  return press(as, door, 'Bericht schrijven');
}
const write = async (as: string, typed: Record<string, string> = {}) =>
  press(as, await formOf(as), 'Versturen', { ...filled, ...typed });
const idOf = (card: Card, title: string) => sentBy(card, title).message!;
const events = async (id: string) => (await bot.store.confidential(lane, id))!.events.map((e) => e.type);

describe('P3, K19: the third door', () => {
  it('says what it means and who is away before anything is written, and takes along what was typed', async () => {
    const persons = school.persons.map((p) =>
      p.id === omar ? { ...p, away: { until: '2026-10-08', substitute: mentor } } : p,
    );
    const saved = await bot.store.school(bot.partition);
    await bot.store.saveSchool({ ...saved, persons });
    await bot.say('melding Iemand lachte hem uit.', { as: docent });
    const door = await press(docent, last(docent), 'Alleen naar de vertrouwenspersoon');
    const text = textIn(door.body);
    expect(text).toContain('**De mentor ziet dit niet en doet dus niets.**');
    expect(text).toContain(
      'Omar Oor**, interne vertrouwenspersoon. Is afwezig tot en met donderdag 8 oktober',
    );
    expect(text).toContain('een vervanger leest je bericht niet');
    const form = await press(docent, door, 'Bericht schrijven');
    expect(sentBy(form, 'Versturen').story).toBe('Iemand lachte hem uit.');
    expect(textIn(form)).toContain(
      'Omar Oor, interne vertrouwenspersoon (is afwezig tot en met donderdag 8 oktober)',
    );
  });

  it('where there is nobody to write to it says what to do instead', async () => {
    await bot.store.saveSchool({ ...(await bot.store.school(bot.partition)), persons: usual.persons });
    const data = { verb: 'report.door', door: 'vertrouwenspersoon', story: 'Zag iets.' };
    const card = cardIn(await bot.press(data, { as: docent }));
    expect(textIn(card.body)).toContain('Vraag de schoolleiding wie het is, en ga er zelf naartoe.');
    const form = await press(docent, card, 'Gewone melding maken');
    expect(sentBy(form, 'Melding versturen').story).toBe('Zag iets.');
  });

  it('a school whose protocol knows no vertrouwenspersoon has one of its own', async () => {
    await bot.stop();
    bot = await startBot({ school: { ...school, settings: { ...school.settings, protocol: 'mijnplein' } } });
    const card = await press(docent, await formOf(docent), 'Versturen', filled);
    expect(textIn(card)).toContain('Vera Vertrouwen');
  });

  it('a pupil who is not safe now: shows whom to call before it is sent, and again after it', async () => {
    const warning = await write(docent, { safe: 'nee' });
    expect(textIn(warning)).toContain('Bel **112**');
    expect(textIn(warning)).toContain('Conciërge: **0900-0000**');
    expect(await bot.store.confidentialsOf(lane, vera)).toStrictEqual([]);
    const sent = await press(docent, warning, 'Gebeld of niet nodig: versturen');
    expect(textIn(sent)).toContain('De leerling is nu niet veilig.');
    expect(says(vera)).toContain('Lees het nu: de leerling is nu niet veilig.');
  });

  it('words that point to danger to life show the same screen, and nothing is lost on the way back', async () => {
    const typed = { story: 'Hij zei dat hij dood wil.', aboutName: 'Ties', contact: 'lokaal 12' };
    const warning = await write(docent, typed);
    expect(textIn(warning)).toContain('woorden die op levensgevaar kunnen wijzen');
    const form = await press(docent, warning, 'Terug naar het formulier');
    expect(sentBy(form, 'Versturen')).toMatchObject({ ...filled, ...typed });
    expect(textIn(await press(docent, form, 'Versturen'))).toContain('Je bericht is verstuurd');
  });

  it('what was left open comes back filled in, with what to mend', async () => {
    const form = await write(docent, { approach: '' });
    expect(textIn(form)).toContain('Kies of de vertrouwenspersoon je mag aanspreken.');
    expect(sentBy(form, 'Versturen')).toMatchObject({ to: vera, story: secret });
    for (const to of [mentor, docent, 'niemand', ''])
      expect(textIn(await press(docent, form, 'Versturen', { approach: 'ja', to }))).toContain(
        'Kies aan wie je schrijft.',
      );
    expect(await bot.store.jobs(lane, '9999')).toStrictEqual([]);
  });

  it('P13: whom the text names, or whose family it is about, can’t be chosen', async () => {
    const named = await write(docent, { story: 'Vera Vertrouwen doet er zelf aan mee.' });
    expect(textIn(named)).toContain('Kies iemand anders: Vera Vertrouwen heeft zelf');
    const saved = await bot.store.school(bot.partition);
    const persons = saved.persons.map((p) => (p.id === vera ? { ...p, family: ['p-ties'] } : p));
    await bot.store.saveSchool({ ...saved, persons });
    expect(textIn(await write(docent, { aboutName: 'ties' }))).toContain('Kies iemand anders');
    expect(textIn(await write(docent, { aboutName: 'ties', to: omar }))).toContain('Je bericht is verstuurd');
  });
});

describe('P3: the life of a message', () => {
  it('goes to the one who was chosen; the toast says no more than that there is a task', async () => {
    const receipt = await write(docent);
    const number = /V-[0-9A-F]{6}/.exec(textIn(receipt))![0];
    expect(textIn(receipt)).not.toContain(secret);
    const sent = bot.connector.to(chatOf(vera)).at(-1)!;
    expect(sent.body.summary).toBe('Je hebt 1 taak');
    expect(says(vera)).toContain(number);
    expect(JSON.stringify(sent.body)).not.toMatch(/collega maakt|Dirk/);
    expect(await bot.cases()).toStrictEqual([]);
    expect((await bot.store.counter(bot.partition, 2026)).next).toBe(1);
  });

  it('P12: read, noted and closed: the reporter hears that it is read and closed, and no more', async () => {
    await write(docent);
    const message = await opens(vera, last(vera), 'Lezen');
    expect(textIn(message)).toContain(secret);
    expect(textIn(message)).toContain('Dirk Docent');
    expect(says(docent)).toContain('is gelezen door Vera Vertrouwen');
    expect(await bot.store.readsOf(lane, idOf(message, 'Afronden'))).toHaveLength(1);

    const noted = await press(vera, message, 'Notitie bewaren', { text: 'Woensdag gesproken.' });
    expect(textIn(noted)).toContain('Woensdag gesproken.');
    const wrong = await press(vera, noted, 'Afronden');
    expect(textIn(wrong)).toContain('Kies hoe het is afgerond.');
    const closed = await press(vera, wrong, 'Afronden', { as: 'besproken' });
    expect(textIn(closed)).not.toContain(secret);
    expect(says(docent)).toContain('is afgerond.');
    expect(JSON.stringify(bot.connector.to(chatOf(docent)))).not.toContain('Woensdag');
    // What is left is of before it was closed, and leads to nothing.
    bot.clock.set('2026-10-06T08:21');
    await settle();
    expect(await bot.store.jobs(lane, '9999')).toStrictEqual([]);
    for (const sent of bot.connector.to(chatOf(docent)))
      expect(['Je hebt 1 bericht', 'Meldpunt']).toContain(sent.body.summary);
  });

  it('`taken` and `vertrouwelijk` show it to the one it is with, until it is closed and the school year is over', async () => {
    await write(docent);
    await bot.say('taken', { as: vera });
    expect(says(vera)).toContain('Je hebt 1 taak');
    const message = await opensRow(vera, 'Lezen');
    await bot.say('taken', { as: vera });
    expect(says(vera)).toContain('gelezen en nog niet afgerond');
    await press(vera, message, 'Afronden', { as: 'anders' });
    await bot.say('taken', { as: vera });
    expect(says(vera)).toContain('Je hebt nu geen taken');
    await bot.say('vertrouwelijk', { as: vera });
    expect(textIn(await opensRow(vera, 'Bekijken'))).toContain(
      'Afgerond op maandag 5 oktober: niets meer nodig',
    );
    bot.clock.set('2027-08-30T09:00');
    await bot.say('vertrouwelijk', { as: vera });
    expect(says(vera)).toContain('Je hebt geen vertrouwelijke berichten');
  });

  it('with the writer’s own yes, kept with it, it becomes a report of the vertrouwenspersoon; else it can’t', async () => {
    await write(docent, { aboutName: 'Ties Toneel' });
    const message = await opens(vera, last(vera), 'Lezen');
    const id = idOf(message, 'Afronden');
    const forward = { verb: 'confidential.forward', message: id };
    expect(textIn(cardIn(await bot.press(forward, { as: vera })))).toContain('nog geen ja op gezegd');
    expect(textIn(await press(vera, message, 'Afronden', { as: 'melding' }))).toContain('nog geen ja gezegd');

    await press(vera, message, 'Vraag of het een melding mag zijn');
    await press(docent, last(docent), 'Ja, zonder mijn naam');
    expect(says(vera)).toContain('zonder naam');
    const again = await opens(vera, last(vera), 'Bericht openen');
    const form = await opens(vera, again, 'Als gewone melding doorgeven');
    const typed = sentBy(form, 'Melding versturen');
    expect(typed).toMatchObject({ story: secret, aboutName: 'Ties Toneel', toldBy: '' });
    expect(JSON.stringify(form)).not.toMatch(/Dirk|docent-1|V-[0-9A-F]{6}/);
    await press(vera, form, 'Melding versturen', { safe: 'ja' });
    const [row] = await bot.cases();
    expect(row).toMatchObject({ number: '2026-0001', access: { reporters: [vera] } });
    await press(vera, again, 'Afronden', { as: 'melding' });
    expect((await bot.store.confidential(lane, id))!.events).toMatchObject([
      { type: 'Written' },
      { type: 'Read' },
      { type: 'ConsentAsked', by: vera },
      { type: 'ConsentGiven', by: docent, consent: 'zonder-naam' },
      { type: 'Closed', as: 'melding' },
    ]);
  });

  it('names the writer in that report only where they said so, and a no stays a no', async () => {
    await write(docent);
    const message = await opens(vera, last(vera), 'Lezen');
    await press(vera, message, 'Vraag of het een melding mag zijn');
    const question = last(docent);
    await press(docent, question, 'Nee');
    expect(textIn(await press(docent, question, 'Ja, met mijn naam'))).toContain('Het blijft tussen jullie.');
    const refused = await opens(vera, last(vera), 'Bericht openen');
    expect(JSON.stringify(refused)).not.toContain('confidential.forward');
    await press(vera, refused, 'Vraag of het een melding mag zijn');
    await press(docent, last(docent), 'Ja, met mijn naam');
    const form = await opens(
      vera,
      await opens(vera, last(vera), 'Bericht openen'),
      'Als gewone melding doorgeven',
    );
    expect(sentBy(form, 'Melding versturen').toldBy).toBe('Dirk Docent');
  });
});

describe('P3: when it is not read', () => {
  it('the reporter is asked after one school day, and chooses somebody else', async () => {
    await write(docent);
    const before = cards(docent).length;
    bot.clock.set('2026-10-06T08:19');
    await settle();
    expect(cards(docent)).toHaveLength(before);
    bot.clock.set('2026-10-06T08:21');
    await settle();
    expect(says(docent)).toContain('Vera Vertrouwen heeft het nog niet gelezen.');
    expect(says(docent)).toContain('Kies je niets? Dan gaat het woensdag 7 oktober naar Omar Oor.');
    const old = cards(vera).at(-1)!;
    const passed = await press(docent, last(docent), 'Stuur het hierheen', { to: evert });
    expect(textIn(passed)).toContain('is nu bij Evert Extern');
    expect(says(evert)).toContain('Je hebt een vertrouwelijk bericht');
    // Who had it first finds nothing any more.
    expect(textIn(await press(vera, old, 'Lezen').catch((e: Error) => e.message))).toContain(
      'niet (meer) voor jou',
    );
    expect(await bot.store.confidentialsOf(lane, vera)).toStrictEqual([]);
    expect(textIn(await opens(evert, last(evert), 'Lezen'))).toContain(secret);
  });

  it('goes to the next vertrouwenspersoon a school day later, over a weekend and a vacation, and never to a channel', async () => {
    bot.clock.set('2026-10-08T18:00');
    await write(docent);
    // Thursday evening counts from Friday morning; then there is a week without school.
    for (const [when, asked] of [
      ['2026-10-09T16:00', false],
      ['2026-10-12T09:00', false],
      ['2026-10-19T07:46', true],
    ] as const) {
      bot.clock.set(when);
      await settle();
      expect([when, says(docent).includes('nog niet gelezen')]).toStrictEqual([when, asked]);
    }
    bot.clock.set('2026-10-20T07:47');
    await settle();
    expect(says(docent)).toContain('is nu bij Omar Oor');
    expect(says(omar)).toContain('Je hebt een vertrouwelijk bericht');
    expect(bot.connector.sent.filter((s) => s.conversation.startsWith('19:'))).toStrictEqual([]);
    // Unread there as well: the one outside school comes last, and then it is brought to mind.
    for (const day of ['2026-10-21', '2026-10-22', '2026-10-23', '2026-10-26']) {
      bot.clock.set(`${day}T07:55`);
      await settle();
    }
    expect(says(docent)).toContain('Kies je niets? Dan blijft het waar het is.');
    const [row] = await bot.store.confidentialsOf(lane, evert);
    expect(await events(row!.id)).toStrictEqual([
      ...['Written', 'ChoiceAsked', 'Passed', 'ChoiceAsked', 'Passed', 'ChoiceAsked', 'Reminded'],
    ]);
  });

  it('with nobody else to go to the reporter hears what to do, and who it is with is reminded', async () => {
    const saved = await bot.store.school(bot.partition);
    await bot.store.saveSchool({
      ...saved,
      persons: saved.persons.filter((p) => p.id !== omar && p.id !== evert),
    });
    await write(docent);
    for (const [when, as, words] of [
      ['2026-10-06T08:21', docent, 'Er is in Meldpunt geen andere vertrouwenspersoon.'],
      ['2026-10-07T07:46', vera, 'wacht nog op je'],
    ] as const) {
      bot.clock.set(when);
      await settle();
      expect(says(as)).toContain(words);
    }
    // Somebody becomes one: the reporter hears who it is before it goes there.
    await bot.store.saveSchool(saved);
    bot.clock.set('2026-10-08T07:46');
    await settle();
    expect(says(docent)).toContain('Dan gaat het vrijdag 9 oktober naar Omar Oor.');
  });

  it('the reporter can leave it with the one who was chosen, who is then reminded every school day', async () => {
    await write(docent);
    bot.clock.set('2026-10-06T08:21');
    await settle();
    await press(docent, last(docent), 'Laat het bij Vera');
    for (const day of ['07', '08']) {
      bot.clock.set(`2026-10-${day}T07:46`);
      await settle();
      expect(says(vera)).toContain('wacht nog op je');
      expect(bot.connector.to(chatOf(vera)).at(-1)!.body.summary).toBe('Je hebt 1 taak');
    }
    expect(says(docent)).not.toContain('is nu bij');
    await opens(vera, last(vera), 'Lezen');
    const asked = cards(docent).find((card) => textIn(card).includes('Kies je niets?'))!;
    expect(textIn(await press(docent, asked, 'Stuur het hierheen', { to: omar }))).toContain(
      'Je hoeft niets te kiezen.',
    );
  });

  it('refused by Teams, without a chat, or gone from school: the reporter is asked at once', async () => {
    bot.connector.fail = (_method, path) => (path.includes(chatOf(vera)) ? { status: 403 } : undefined);
    await write(docent);
    expect(says(docent)).toContain('Vera Vertrouwen kan nu geen berichten van mij krijgen.');
    expect(await bot.store.deadJobs(lane)).toHaveLength(1);
    expect(await bot.store.deadJobs(bot.partition)).toStrictEqual([]);
    expect(JSON.stringify(await bot.get('/api/cases', coordinator))).not.toContain('403');
    bot.connector.fail = undefined;
    await press(docent, last(docent), 'Stuur het hierheen', { to: omar });
    await opens(omar, last(omar), 'Lezen');

    // Read by somebody who then leaves: the next morning it is asked, and nobody is left with it.
    const saved = await bot.store.school(bot.partition);
    await bot.store.saveSchool({ ...saved, persons: saved.persons.filter((p) => p.id !== omar) });
    bot.clock.set('2026-10-06T07:46');
    await settle();
    expect(says(docent)).toContain('kan geen berichten meer krijgen als vertrouwenspersoon');
    expect(JSON.stringify(last(docent))).not.toContain('Laat het bij');
  });

  it('with a vertrouwenspersoon who never opened a chat the reporter is asked at once too', async () => {
    const saved = await bot.store.school(bot.partition);
    await bot.store.saveSchool({ ...saved, persons: [...saved.persons, confidant('stil-id', 'Stien Stil')] });
    await write(docent, { to: 'stil-id' });
    expect(says(docent)).toContain('Stien Stil kan nu geen berichten van mij krijgen.');
  });

  it('always has one wake of its current version while it is open', async () => {
    await write(docent);
    const wakes = async () =>
      (await bot.store.jobs(lane, '9999')).flatMap(({ work }) =>
        work.kind === 'confidential-wake' ? [work.version] : [],
      );
    expect((await wakes()).at(-1)).toBe(1);
    for (const when of ['2026-10-06T08:21', '2026-10-07T08:22', '2026-10-08T08:23']) {
      bot.clock.set(when);
      await settle();
      const [row] = (await Promise.all([vera, omar].map((p) => bot.store.confidentialsOf(lane, p)))).flat();
      const version = (await bot.store.confidential(lane, row!.id))!.events.length;
      expect((await wakes()).filter((v) => v === version)).toHaveLength(1);
    }
  });
});

describe('A4, K19: somebody else', () => {
  const NOT_THEIRS = 'Dit bericht is er niet, of het is niet (meer) voor jou.';
  const verbs = ['read', 'note', 'ask', 'forward', 'close', 'choose', 'keep', 'consent'];

  it.each(verbs)(
    'presses confidential.%s: kindly refused as for one that is not there, noted in its own log only',
    async (verb) => {
      await write(docent);
      const [row] = await bot.store.confidentialsOf(lane, vera);
      const typed = { text: 'Tekst.', as: 'anders', to: omar, consent: 'nee' };
      const readers = ['read', 'note', 'ask', 'forward', 'close'];
      const outsiders = [coordinator, mentor, omar, readers.includes(verb) ? docent : vera];
      const log = await bot.store.logOf(bot.partition);
      for (const as of outsiders) {
        const sent = bot.connector.sent.length;
        const answers = await Promise.all(
          [row!.id, randomUUID()].map(async (message) => {
            const data = {
              verb: `confidential.${verb}`,
              message,
              nonce: randomUUID(),
              day: '2026-10-05',
              ...typed,
            };
            return JSON.stringify(cardIn(await bot.press(data, { as })));
          }),
        );
        await settle();
        expect(answers[0]).toBe(answers[1]);
        expect(answers[0]).toContain(NOT_THEIRS);
        expect(bot.connector.sent).toHaveLength(sent);
      }
      expect(await events(row!.id)).toStrictEqual(['Written']);
      expect(await bot.store.logOf(bot.partition)).toStrictEqual(log);
      expect((await bot.store.logOf(lane)).filter((entry) => entry.what.includes(row!.id))).toHaveLength(
        outsiders.length,
      );
    },
  );

  it('a form that was handled shows nothing of another message, also with its id in it', async () => {
    await write(docent);
    await write(mentor, { to: omar });
    const mine = await opens(vera, last(vera), 'Lezen');
    const data = { ...sentBy(mine, 'Notitie bewaren'), text: 'Gesproken.' };
    expect(textIn(cardIn(await bot.press(data, { as: vera })))).toContain('Gesproken.');
    const [theirs] = await bot.store.confidentialsOf(lane, omar);
    const forged = cardIn(await bot.press({ ...data, message: theirs!.id }, { as: vera }));
    expect(textIn(forged)).toContain(NOT_THEIRS);
    const forwarded = await bot.press({ verb: 'confidential.forward', message: theirs!.id }, { as: vera });
    expect(textIn(cardIn(forwarded))).toContain(NOT_THEIRS);
    expect(await events(theirs!.id)).toStrictEqual(['Written']);
  });

  it('in a channel its buttons do nothing, and `vertrouwelijk` shows nothing there', async () => {
    await write(docent);
    const data = sentBy(last(vera), 'Lezen');
    await bot.press(data, { as: vera, place: 'channel' });
    await bot.say('<at>Meldpunt</at> vertrouwelijk', { as: vera, place: 'channel' });
    await settle();
    const inChannel = bot.connector.sent.filter((s) => s.conversation.startsWith('19:'));
    expect(JSON.stringify(inChannel)).not.toMatch(/V-[0-9A-F]{6}|collega maakt/);
    expect(await events((await bot.store.confidentialsOf(lane, vera))[0]!.id)).toStrictEqual(['Written']);
  });
});

test('P6: the same form counts once, pressed again, at once and after it was read', async () => {
  const data = { ...sentBy(await formOf(docent), 'Versturen'), ...filled };
  const answers = await Promise.all([1, 2, 3].map(() => bot.press(data, { as: docent })));
  await settle();
  expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1);
  expect(await bot.store.confidentialsOf(lane, vera)).toHaveLength(1);
  expect(cards(vera).filter((card) => textIn(card).includes('vertrouwelijk bericht'))).toHaveLength(1);
});

test('P6: a normal report beside it is the first of its series, and finds no other case or signal', async () => {
  for (let i = 0; i < 3; i++) await write(docent, { aboutName: 'Fenna Fictief' });
  const who = { partition: bot.partition, person: school.persons.find((p) => p.id === mentor)! };
  const { receipts } = await submitReport(bot.service.world, who, report(), {
    day: '2026-10-05',
    nonce: randomUUID(),
  });
  expect(receipts[0]!.number).toBe('2026-0001');
  expect(await bot.store.casesOf(bot.partition, 'p-fenna')).toHaveLength(1);
});
