import type { Card } from '../../src/cards/template.ts';
import type { Person, School } from '../../src/domain/school.ts';
import { elements, faultsOf } from '../cards/checks.ts';
import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, openForm, startBot } from '../support/bot.ts';
import { button, cardOf, textIn } from '../support/connector.ts';
import { at, person, school } from '../support/world.ts';

/** A Friday, after school. */
const FRIDAY = '2026-10-02T15:00';
const MONDAY = '2026-10-05T07:45';
const TUESDAY = '2026-10-06T07:45';
const WEDNESDAY = '2026-10-07T07:45';
const duo: Person = {
  // After the mentor, who is first in line.
  id: 'tweede-2b',
  name: 'Dien Duo',
  posts: [{ function: 'mentor', group: '2B' }],
  family: [],
};

let bot: Bot;
async function start(own: Partial<School> = {}, chats: string[] = [person.mentor, person.coordinator]) {
  bot = await startBot({ school: { ...school, ...own }, start: FRIDAY });
  for (const as of chats) await bot.say('hallo', { as });
}
afterEach(() => bot.stop());

async function report(about = 'p-fenna') {
  const form = button(await openForm(bot, person.docent), 'Melding versturen');
  const told = { about, story: 'x', source: 'zelf', happened: '2026-10-02', safe: 'ja' };
  await bot.press({ ...form, ...told }, { as: person.docent });
  await bot.settled();
}
/** What a person gets when the clock comes to this moment. */
async function heard(local: string, who: string) {
  const known = bot.connector.to(chatOf(who)).length;
  bot.clock.set(local);
  await bot.settled();
  return bot.connector.to(chatOf(who)).slice(known);
}
const cardsFor = (who: string) =>
  bot.connector.to(chatOf(who)).flatMap((sent) => (sent.body.attachments ? [cardOf(sent)] : []));
const textsFor = (who: string) => textIn(cardsFor(who));
/** The data of the first such button in a list. */
const rowButton = (card: object, title: string) =>
  elements(card).find((e) => e.type === 'Action.Execute' && e.title === title)!.data as Record<
    string,
    string
  >;
/** Finishes a step as the mentor, by the newest card on which its button stands. */
async function finish(title: string, fields: Record<string, string> = {}) {
  const card = cardsFor(person.mentor).findLast((c) => c.actions?.some((a) => a.title === title));
  await bot.press({ ...button(card!, title), ...fields }, { as: person.mentor });
  await bot.settled();
}
async function staff(change: (persons: Person[]) => Person[]) {
  const saved = await bot.store.school(bot.partition);
  await bot.store.saveSchool({ ...saved, persons: change(saved.persons) });
}

const began = (date: string) => `begon vanaf de kaart van de ochtend aan een taak, van ${date}`;

describe('P17: one card a morning', () => {
  it('tells of all that is late or due in all cases, without a name in the toast', async () => {
    await start();
    await report('p-fenna');
    await report('p-bram');
    const sent = await heard(MONDAY, person.mentor);
    expect(sent).toHaveLength(1);
    expect(sent[0]!.body.summary).toBe('Je hebt 6 taken');
    const card = cardOf(sent[0]);
    expect(faultsOf(card as Card)).toStrictEqual([]);
    const text = textIn(card);
    expect(text.indexOf('Te laat. Lukt het?')).toBeLessThan(text.indexOf('Melding bekijken'));
    for (const name of ['Fenna Fictief', 'Bram Bedacht']) expect(text).toContain(name);
  });

  it('has a button for each task that opens its card below, and one to all tasks', async () => {
    await start();
    await report();
    const card = cardOf((await heard(MONDAY, person.mentor))[0]);
    await bot.press(rowButton(card, 'Doen'), { as: person.mentor });
    expect(textIn(cardsFor(person.mentor).at(-1))).toContain('Wat doen we vandaag?');
    expect(button(card, 'Alle taken')).toMatchObject({ verb: 'command', text: 'taken' });
  });

  it('is the step’s own card when there is one thing to do', async () => {
    await start();
    await report();
    await finish('Ik pak dit op');
    await heard(MONDAY, person.mentor);
    await finish('Afgesproken', { q_vandaag: 'Toezicht.' });
    // The talk was due in two school days.
    const sent = await heard(TUESDAY, person.mentor);
    expect(sent).toHaveLength(1);
    expect(sent[0]!.body.summary).toBe('Herinnering: je hebt 1 taak');
    const card = cardOf(sent[0]);
    expect(textIn(card)).toContain('Wie komen in de steungroep?');
    const log = async () => (await bot.store.logOf(bot.partition)).map(({ what }) => what);
    expect(await log()).toStrictEqual([]);
    await bot.press(button(card, 'Iets anders …'), { as: person.mentor });
    expect(await log()).toStrictEqual(['zag de kaart van de ochtend van 2026-10-06']);
    const done = await bot.press(
      { ...button(card, 'Gesprek gevoerd'), q_veilig: '5' },
      { as: person.mentor },
    );
    expect(textIn(cardIn(done))).toContain('✓ Gesprek met de gepeste');
    expect(await log()).toContain(began('2026-10-06'));
  });

  it('says nothing when nothing is left to say, and nothing on a morning without a reminder', async () => {
    await start();
    await report();
    await heard(MONDAY, person.mentor);
    await finish('Nu geen pesten', { q_omdat: 'Misverstand' });
    expect(await heard(TUESDAY, person.mentor)).toStrictEqual([]);
    const id = 'los';
    const work = { kind: 'digest' as const, person: person.mentor, date: '2026-10-06' };
    await bot.store.commit(bot.partition, {
      jobs: [{ id, lane: id, seq: '1', runAt: at(TUESDAY), work }],
    });
    expect(await heard('2026-10-06T09:00', person.mentor)).toStrictEqual([]);
    expect(
      (await bot.store.jobs(bot.partition, '9999')).filter((j) => j.work.kind === 'digest'),
    ).toStrictEqual([]);
  });

  it('is noted as seen and as acted on, once, when a button of it is pressed', async () => {
    await start();
    await report();
    const card = cardOf((await heard(MONDAY, person.mentor))[0]);
    const log = async () => (await bot.store.logOf(bot.partition)).map(({ by, what }) => ({ by, what }));
    expect(await log()).toStrictEqual([]);
    const seen = { by: person.mentor, what: 'zag de kaart van de ochtend van 2026-10-05' };
    for (let i = 0; i < 2; i++) await bot.press(button(card, 'Alle taken'), { as: person.mentor });
    expect(await log()).toStrictEqual([seen]);
    for (let i = 0; i < 2; i++) await bot.press(rowButton(card, 'Doen'), { as: person.mentor });
    const acted = { ...seen, what: began('2026-10-05') };
    expect(await log()).toHaveLength(2);
    expect(await log()).toContainEqual(acted);
  });

  it('counts what has no room on it', async () => {
    const pupils = Array.from({ length: 8 }, (_, n) => ({
      id: `kind-${n}`,
      name: `Kind Nummer${n}`,
      group: '2B',
    }));
    await start({ pupils: [...school.pupils, ...pupils] });
    for (const { id } of pupils) await report(id);
    const sent = await heard(MONDAY, person.mentor);
    expect(sent.map((s) => s.body.summary)).toStrictEqual(['Je hebt 24 taken']);
    expect(textIn(cardOf(sent[0]))).toContain('En nog 12: druk op ‘Alle taken’.');
    expect(faultsOf(cardOf(sent[0]) as Card)).toStrictEqual([]);
  }, 60_000);

  it('comes in the morning after when it could not be sent in school hours', async () => {
    await start();
    await report();
    bot.connector.fail = (_method, path) =>
      path.includes(chatOf(person.mentor)) ? { status: 429 } : undefined;
    expect(await heard(MONDAY, person.mentor)).toStrictEqual([]);
    bot.connector.fail = undefined;
    expect(await heard('2026-10-05T19:00', person.mentor)).toStrictEqual([]);
    expect(await heard(TUESDAY, person.mentor)).toHaveLength(1);
  });
});

describe('P18: what stays undone comes to others with tact', () => {
  it('on one card, with who is in charge, and in the channel without a name', async () => {
    await start();
    await report();
    bot.clock.set(MONDAY);
    await bot.settled();
    const sent = await heard(WEDNESDAY, person.coordinator);
    expect(sent).toHaveLength(1);
    expect(sent[0]!.body.summary).toBe('Er blijven 2 stappen liggen');
    const card = cardOf(sent[0]);
    expect(faultsOf(card as Card)).toStrictEqual([]);
    expect(textIn(card)).toContain('Vraag of het lukt.');
    expect(textIn(card)).toContain('Mila Mentor is aan zet.');
    expect(rowButton(card, 'Bekijken').verb).toBe('case.open');
    const posts = bot.connector.sent.filter((s) => s.conversation.startsWith('19:zorg'));
    expect(textIn(posts.map((s) => s.body))).toContain('wacht nog. De mentor is aan zet.');
    expect(textIn(posts.map((s) => s.body))).not.toContain('Mila');
  });
});

describe('P15: somebody who can’t be reached', () => {
  const refuse = (who: string) => {
    bot.connector.fail = (_method, path) => (path.includes(chatOf(who)) ? { status: 403 } : undefined);
  };

  it('403: the duo gets the step in their place', async () => {
    await start({ persons: [...school.persons, duo] }, [person.mentor, duo.id, person.coordinator]);
    refuse(person.mentor);
    await report();
    await bot.settled();
    expect(textsFor(duo.id)).toContain('Je neemt waar voor Mila Mentor.');
    expect(textsFor(duo.id)).toContain('Ik pak dit op');
    expect(textsFor(person.coordinator)).not.toContain('kan geen berichten van mij krijgen');
  });

  it('403 of a morning’s card: the coordinator hears once how much it was, as there is no duo', async () => {
    await start();
    await report('p-fenna');
    await report('p-bram');
    refuse(person.mentor);
    bot.clock.set(MONDAY);
    await bot.settled();
    await bot.settled();
    const told = cardsFor(person.coordinator).filter((c) => textIn(c).includes('kan geen berichten van mij'));
    expect(told).toHaveLength(1);
    expect(textIn(told)).toContain('Mila Mentor kan geen berichten van mij krijgen');
    expect(textIn(told)).toContain('Het gaat om 4 taken.');
    expect(faultsOf(told[0] as Card)).toStrictEqual([]);
    expect(await bot.store.deadJobs(bot.partition)).toMatchObject([{ work: { kind: 'digest' } }]);
    const list = await bot.get('/api/cases', person.coordinator);
    expect(list.body).toMatchObject({ undelivered: [{ to: 'Mila Mentor' }] });
  });

  it('403 of a morning’s card: the duo gets it in their place, as one card', async () => {
    await start({ persons: [...school.persons, duo] }, [person.mentor, duo.id, person.coordinator]);
    await report('p-fenna');
    await report('p-bram');
    refuse(person.mentor);
    const sent = await heard(MONDAY, duo.id);
    const lists = sent.map((s) => s.body.summary).filter((summary) => summary?.endsWith('taken'));
    expect(lists).toStrictEqual(['Je hebt 4 taken']);
    const card = sent.find((s) => s.body.summary === 'Je hebt 4 taken');
    expect(textIn(cardOf(card))).toContain('Je neemt waar voor Mila Mentor.');
    expect(textsFor(person.coordinator)).not.toContain('kan geen berichten van mij krijgen');
  });

  it('no chat for more than a school day: the coordinator hears it, and not before', async () => {
    await start({}, [person.coordinator]);
    await report();
    await heard('2026-10-05T16:00', person.coordinator);
    expect(textsFor(person.coordinator)).not.toContain('nog niet geopend in Teams');
    await heard(TUESDAY, person.coordinator);
    expect(textsFor(person.coordinator)).toContain('Mila Mentor heeft mij nog niet geopend in Teams');
  });

  it('no chat, but opened within a school day: the card comes and nobody else hears of it', async () => {
    await start({}, [person.coordinator]);
    await report();
    bot.clock.set('2026-10-02T16:00');
    await bot.say('hallo', { as: person.mentor });
    await bot.settled();
    expect(textsFor(person.mentor)).toContain('Ik pak dit op');
    await heard(TUESDAY, person.coordinator);
    expect(textsFor(person.coordinator)).not.toContain('nog niet geopend in Teams');
  });

  it('no chat on several mornings: one card waits', async () => {
    await start({}, []);
    await report();
    for (const morning of [MONDAY, TUESDAY, WEDNESDAY]) await heard(morning, person.mentor);
    bot.clock.set('2026-10-07T10:00');
    await bot.say('hallo', { as: person.mentor });
    await bot.settled();
    const lists = bot.connector.to(chatOf(person.mentor)).map((s) => s.body.summary);
    expect(lists.filter((summary) => summary?.endsWith('taken'))).toStrictEqual(['Je hebt 3 taken']);
  });

  it('who left the staff and is in charge: the coordinator hears that nobody is', async () => {
    await start();
    await report();
    await staff((persons) => persons.filter((p) => p.id !== person.mentor));
    const sent = await heard(MONDAY, person.coordinator);
    expect(sent).toHaveLength(1);
    expect(textIn(cardOf(sent[0]))).toContain('Niemand is nu aan zet.');
    expect(await heard('2026-10-05T12:00', person.mentor)).toStrictEqual([]);
  });

  it('who left before the card of a step was sent: the same, at once', async () => {
    await start();
    await report();
    const waiting = {
      to: { person: 'weg' },
      case: (await bot.cases())[0]!.case,
      say: 'step',
      step: 'beoordelen.1',
    } as const;
    await bot.store.commit(bot.partition, {
      jobs: [
        {
          id: 'weg',
          lane: 'weg',
          seq: '1',
          runAt: '2026-10-02T12:00:00.000Z',
          work: { kind: 'message', message: waiting },
        },
      ],
    });
    await bot.settled();
    expect(textsFor(person.coordinator)).toContain('Wie aan zet was, werkt hier niet meer.');
  });
});

describe('P15: a substitute', () => {
  it('gets the card of a step, sees the case and may do it only while the other is away', async () => {
    await start({}, [person.mentor, person.otherMentor]);
    const away = { until: '2026-10-05', substitute: person.otherMentor };
    await staff((persons) => persons.map((p) => (p.id === person.mentor ? { ...p, away } : p)));
    await report();
    const card = cardsFor(person.otherMentor).at(-1)!;
    expect(textIn(card)).toContain('Je neemt waar voor Mila Mentor.');
    const data = button(card, 'Ik pak dit op');
    const refused = await bot.press(data, { as: person.docent });
    expect(textIn(cardIn(refused))).toContain('je mag hem niet zien');
    bot.clock.set('2026-10-06T09:00');
    expect(textIn(cardIn(await bot.press(data, { as: person.otherMentor })))).toContain(
      'je mag hem niet zien',
    );
    bot.clock.set('2026-10-06T10:00');
    await staff((persons) =>
      persons.map((p) => (p.id === person.mentor ? { ...p, away: { ...away, until: '2026-10-06' } } : p)),
    );
    expect(textIn(cardIn(await bot.press(data, { as: person.otherMentor })))).toContain('✓ Melding bekijken');
  });

  it('gets the morning’s card, in which it says for whom; `taken` shows the same', async () => {
    await start({}, [person.mentor, person.otherMentor]);
    await report();
    const away = { until: '2026-10-09', substitute: person.otherMentor };
    await staff((persons) => persons.map((p) => (p.id === person.mentor ? { ...p, away } : p)));
    const sent = await heard(MONDAY, person.otherMentor);
    expect(sent.map((s) => s.body.summary)).toStrictEqual(['Je hebt 3 taken']);
    expect(textIn(cardOf(sent[0]))).toContain('Je neemt waar voor Mila Mentor.');
    expect(bot.connector.to(chatOf(person.mentor)).some((s) => s.body.summary === 'Je hebt 3 taken')).toBe(
      false,
    );
    await bot.say('taken', { as: person.otherMentor });
    expect(textIn(cardsFor(person.otherMentor).at(-1))).toContain('Fenna Fictief');
  });

  it('P13: is passed over when the case is closed to them', async () => {
    const family = (p: Person) => (p.id === person.otherMentor ? { ...p, family: ['p-fenna'] } : p);
    await start({ persons: school.persons.map(family) }, [person.otherMentor, person.coordinator]);
    const away = { until: '2026-10-09', substitute: person.otherMentor };
    await staff((persons) => persons.map((p) => (p.id === person.mentor ? { ...p, away } : p)));
    await report();
    await heard(MONDAY, person.coordinator);
    expect(textsFor(person.otherMentor)).not.toContain('Fenna');
    expect(textsFor(person.coordinator)).toContain('Mila Mentor is er niet, en niemand neemt waar.');
  });
});

describe('P15: a part-timer', () => {
  const works =
    (...days: number[]) =>
    (persons: Person[]) =>
      persons.map((p) => (p.id === person.mentor ? { ...p, days } : p));

  it('hears it on the next own day; the coordinator hears what is late by then', async () => {
    await start();
    await staff(works(2, 5));
    await report();
    expect(await heard(MONDAY, person.mentor)).toStrictEqual([]);
    expect(textsFor(person.coordinator)).toContain('Mila Mentor is er niet, en niemand neemt waar.');
    expect(await heard(TUESDAY, person.mentor)).toHaveLength(1);
  });

  it('has a duo who works that day, and so nobody else need hear it', async () => {
    await start({ persons: [...school.persons, duo] }, [person.mentor, duo.id, person.coordinator]);
    await staff(works(2, 5));
    await report();
    const [sent, ...more] = await heard(MONDAY, duo.id);
    expect(more).toStrictEqual([]);
    expect(textIn(cardOf(sent))).toContain('Je neemt waar voor Mila Mentor.');
    expect(textsFor(person.coordinator)).not.toContain('Mila');
    // Who has the day off has seen nothing yet, so hears it too.
    expect(await heard(TUESDAY, person.mentor)).toHaveLength(1);
  });
});
