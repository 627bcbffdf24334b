import { randomUUID } from 'node:crypto';
import { act } from '../../src/app/act.ts';
import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import type { Who } from '../../src/app/world.ts';
import { limits } from '../../src/domain/limits.ts';
import { elements, faultsOf } from '../cards/checks.ts';
import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, sentBy, startBot } from '../support/bot.ts';
import type { Card } from '../support/connector.ts';
import { cardOf, textIn } from '../support/connector.ts';
import { person, report, school } from '../support/world.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

const form = () => ({ day: '2026-10-05', nonce: randomUUID() });
const who = (id: string): Who => ({
  partition: bot.partition,
  person: school.persons.find((p) => p.id === id)!,
});
/** A report of the docent, or of somebody else. */
async function reported(about = 'p-fenna', by: string = person.docent): Promise<string> {
  const told = report({ about: [{ pupil: about }], happened: '2026-10-02' });
  const { receipts } = await submitReport(bot.service.world, who(by), told, form());
  await bot.settled();
  return receipts[0]!.number;
}
const caseOf = async (number: string) => (await bot.cases()).find((row) => row.number === number)!.case;
async function done(number: string, step: string, outcome: string, answers = {}, by: string = person.mentor) {
  const input = { case: await caseOf(number), step, outcome, answers };
  await completeStep(bot.service.world, who(by), input, form());
  await bot.settled();
}
/** The case of the first report, handled from its first step to a close. */
const closed = (number: string) =>
  done(number, 'beoordelen.1', 'geen-pesten', { omdat: 'Ze speelden een spel.' });

const last = (as: string) => cardOf(bot.connector.to(chatOf(as)).at(-1));
/** Types it in the own chat: the card that comes. */
async function ask(text: string, as: string): Promise<Card> {
  await bot.say(text, { as });
  const card = last(as);
  expect(faultsOf(card as Parameters<typeof faultsOf>[0])).toStrictEqual([]);
  return card;
}
/** Presses a button of a list: what comes below it, or what refuses it. */
async function pressed(data: Record<string, unknown>, as: string): Promise<Card> {
  const answer = await bot.press(data, { as });
  // The list keeps its place.
  expect(answer.body.type).not.toBe('application/vnd.microsoft.card.adaptive');
  return last(as);
}

interface Row {
  text: string;
  under: string[];
  title?: string;
  data?: Record<string, string>;
}
const rowsOf = (card: Card): Row[] =>
  elements(card)
    .filter((e) => e.type === 'ColumnSet')
    .map((e) => {
      const texts = elements(e).filter((t) => t.type === 'TextBlock');
      const press = elements(e).find((a) => a.type === 'Action.Execute');
      const [text = '', ...under] = texts.map((t) => String(t.text));
      return { text, under, title: press?.title as string, data: press?.data as Record<string, string> };
    });
const rowOf = (card: Card, text: string): Row => rowsOf(card).find((row) => row.text.includes(text))!;
const headsOf = (card: Card) =>
  elements(card)
    .filter((e) => e.style === 'heading')
    .map((e) => e.text);

describe('taken', () => {
  it('K1: the mentor gets what is to be done, most urgent first, each with a button that brings its card', async () => {
    await reported();
    const card = await ask('taken', person.mentor);
    expect(headsOf(card)).toStrictEqual(['Je hebt 3 taken', 'Vandaag', 'Daarna']);
    expect(rowsOf(card).map((r) => [r.text, r.title])).toStrictEqual([
      ['Vandaag veilig', 'Doen'],
      ['Melding bekijken', 'Doen'],
      ['Gesprek met de gepeste', 'Doen'],
    ]);
    expect(rowOf(card, 'Melding bekijken').under).toStrictEqual([
      'Zaak 2026-0001 · Fenna Fictief (2B)',
      'Uiterlijk dinsdag 6 oktober',
    ]);
    const step = await pressed(rowOf(card, 'Melding bekijken').data!, person.mentor);
    expect(textIn(step)).toContain('Ik pak dit op');
    const sent = { ...sentBy(step, 'Ik pak dit op') };
    expect(textIn(cardIn(await bot.press(sent, { as: person.mentor })))).toContain('✓ Melding bekijken');
  });

  it('A3: what is late stands on top, and its card says so; what can not be done yet stands below', async () => {
    const number = await reported();
    await done(number, 'beoordelen.1', 'oppakken');
    await done(number, 'gesprek.1', 'gedaan', {
      datum: '2026-10-05',
      veilig: 4,
      wil: 'Rust.',
      steungroep: ['p-noor'],
      vervolg: '2026-10-19',
    });
    bot.clock.set('2026-10-08T09:00');
    const card = await ask('wat moet ik doen?', person.mentor);
    // The note after the talk and what waits for its day are not counted.
    expect(headsOf(card).slice(0, 2)).toStrictEqual(['Je hebt 2 taken', 'Te laat. Lukt het?']);
    expect(rowsOf(card)[0]!.text).toBe('Vandaag veilig');
    expect(rowsOf(card)[0]!.under[1]).toBe('Te laat: kon tot en met maandag 5 oktober');
    expect(headsOf(card).at(-1)).toBe('Nog niet aan de beurt');
    expect(rowsOf(card).at(-1)).toMatchObject({ title: 'Bekijken' });
    const step = await pressed(rowsOf(card)[0]!.data!, person.mentor);
    expect(textIn(step)).toContain('Deze stap had al klaar moeten zijn.');
  });

  it('A4: is empty, with a way forward, for everybody who is asked nothing', async () => {
    await reported();
    // A mentor and the coordinator have what the school year asks.
    for (const other of [person.docent, person.directeur]) {
      const text = textIn(await ask('mijn taken', other));
      expect(text).toContain('Je hebt nu geen taken');
      expect(text).toContain('Melding maken');
      expect(text).not.toContain('2026-0001');
    }
  });

  it('K5 K17: has the question to take a case over, and what to enter in the pupil tracking system', async () => {
    const number = await reported();
    await done(number, 'veilig.1', 'gedaan', { vandaag: 'Toezicht.' });
    const id = await caseOf(number);
    const tasks = await ask('taken', person.mentor);
    expect(headsOf(tasks)).toStrictEqual(['Je hebt 2 taken', 'Daarna', 'Registreren']);
    const lvs = rowOf(tasks, 'Nog in Somtoday zetten: 1 stap');
    const note = textIn(await pressed(lvs.data!, person.mentor));
    expect(note).toContain('Vandaag veilig: Logboek bij Fenna Fictief');
    expect(note).toContain('Staat erin');

    const to = person.leerlingencoordinator;
    await act(bot.service.world, who(person.mentor), id, { type: 'handOver', to }, form());
    await bot.settled();
    const question = rowOf(await ask('taken', to), 'Wil je deze zaak overnemen?');
    expect(textIn(await pressed(question.data!, to))).toContain('Ik neem het over');
    // The same button in the hands of somebody else in the case.
    expect(textIn(await pressed(question.data!, person.mentor))).toContain('niet (meer) voor jou open');
  });

  it('K17: notes for the pupil tracking system are one row a case, and one card to tick them', async () => {
    const number = await reported();
    await done(number, 'beoordelen.1', 'oppakken');
    await done(number, 'veilig.1', 'gedaan', { vandaag: 'Toezicht.' });
    await done(number, 'gesprek.1', 'gedaan', { datum: '2026-10-05', veilig: 4 });
    const other = await reported('p-bram');
    await done(other, 'veilig.1', 'gedaan', { vandaag: 'Toezicht.' });
    const card = await ask('taken', person.mentor);
    const notes = () => rowsOf(last(person.mentor)).filter((row) => row.text.startsWith('Nog in Somtoday'));
    expect(notes().map((row) => [row.text, ...row.under])).toStrictEqual([
      ['Nog in Somtoday zetten: 2 stappen', `Zaak ${number} · Fenna Fictief (2B)`],
      ['Nog in Somtoday zetten: 1 stap', `Zaak ${other} · Bram Bedacht (2B)`],
    ]);
    const form = await pressed(rowOf(card, 'zetten: 2 stappen').data!, person.mentor);
    expect(faultsOf(form as Parameters<typeof faultsOf>[0])).toStrictEqual([]);
    await bot.press(sentBy(form, 'Alles staat erin'), { as: person.mentor });
    await ask('taken', person.mentor);
    expect(notes().map((row) => row.text)).toStrictEqual(['Nog in Somtoday zetten: 1 stap']);
    // The case's own card says the same.
    const own = rowOf(await ask(`zaak ${other}`, person.mentor), 'Nog in Somtoday zetten: 1 stap');
    expect(textIn(await pressed(own.data!, person.mentor))).toContain('Logboek bij Bram Bedacht');
  });

  it('P17: counts as many tasks as the card of the morning', async () => {
    bot.clock.set('2026-10-02T15:00');
    await bot.say('hallo', { as: person.mentor });
    const number = await reported();
    await reported('p-bram');
    await done(number, 'veilig.1', 'gedaan', { vandaag: 'Toezicht.' });
    bot.clock.set('2026-10-05T07:45');
    await bot.settled();
    const morning = bot.connector.to(chatOf(person.mentor)).at(-1)!;
    const card = await ask('taken', person.mentor);
    expect(headsOf(card)[0]).toBe('Je hebt 5 taken');
    expect(morning.body.summary).toBe('Je hebt 5 taken');
    const heads = headsOf(cardOf(morning)).slice(1);
    expect(heads).toStrictEqual(headsOf(card).filter((head) => heads.includes(head)));
    expect(textIn(cardOf(morning))).toContain('En nog 2: druk op ‘Alle taken’.');
  });

  it('K5: a step that somebody did since the list was made shows what became of it', async () => {
    const number = await reported();
    const row = rowOf(await ask('taken', person.mentor), 'Melding bekijken');
    await done(number, 'beoordelen.1', 'oppakken', {}, person.leerlingencoordinator);
    const text = textIn(await pressed(row.data!, person.mentor));
    expect(text).toContain('Lot Coördinator heeft deze stap afgerond');
    expect(text).not.toContain('niet bewaard');
  });

  it('A4: a step that is not there, or in somebody else’s case, is refused', async () => {
    const number = await reported();
    const id = await caseOf(number);
    const gone = { verb: 'step.open', case: id, step: 'onbekend.1' };
    expect(textIn(await pressed(gone, person.mentor))).toContain('Deze stap is er niet (meer).');
    const foreign = { verb: 'step.open', case: id, step: 'beoordelen.1' };
    expect(textIn(await pressed(foreign, person.otherMentor))).toContain('er niet, of je mag hem niet zien');
  });
});

describe('zaken', () => {
  it('A4: the coordinator sees every open case, grouped by how soon it asks something', async () => {
    await reported();
    bot.clock.set('2026-10-07T09:00');
    await reported('p-ties');
    const card = await ask('zaken', person.coordinator);
    expect(headsOf(card)).toStrictEqual(['2 open zaken', 'Te laat', 'Binnen een week']);
    expect(rowsOf(card)).toMatchObject([
      {
        text: 'Zaak 2026-0001 · Fenna Fictief (2B)',
        under: ['Nu: Vandaag veilig', 'Te laat: kon tot en met maandag 5 oktober', 'Aan zet: Mila Mentor'],
        title: 'Bekijken',
      },
      {
        text: 'Zaak 2026-0002 · Ties Toneel (3A)',
        under: ['Nu: Vandaag veilig', 'Vandaag', 'Aan zet: Omar Mentor'],
      },
    ]);
    expect(textIn(await ask('open zaken', person.otherMentor))).not.toContain('Fenna');
    const none = textIn(await ask('zaken', person.docent));
    expect(none).toContain('Je hebt nu geen open zaken');
    expect(none).toContain('Mijn meldingen');
  });

  it('counts what does not fit, and leads to the tab', async () => {
    const many = limits.listed + 2;
    for (let i = 0; i < many; i++) {
      const told = report({ about: [{ name: `Verzonnen ${i}` }] });
      await submitReport(bot.service.world, who(person.docent), told, form());
    }
    await bot.settled();
    const card = await ask('zaken', person.coordinator);
    expect(rowsOf(card)).toHaveLength(limits.listed);
    expect(textIn(card)).toContain('En nog 2. Die staan in het tabblad.');
    expect(card.actions?.at(-1)).toMatchObject({
      title: 'Zaken in het tabblad',
      url: 'http://127.0.0.1/dev',
    });
    // A typed name is in no list.
    expect(textIn(card)).not.toContain('Verzonnen');
  });
});

describe('zaak', () => {
  const texts = ['zaak 2026-0001', 'zaak 1', 'Zaak 0001', 'zaak 2026-1'];

  it('P6: by the number of a linked report is the case, open or closed; for who may not see it, it is no number', async () => {
    const number = await reported();
    const linked = await reported('p-fenna', person.otherMentor);
    const foreign = await ask('zaak 2026-0999', person.otherMentor);
    const both = async () => {
      expect(await ask(`zaak ${linked}`, person.otherMentor)).toStrictEqual(foreign);
      return textIn(await ask(`zaak ${linked}`, person.mentor));
    };
    expect(await both()).toContain(number);
    expect(await ask(`zaak ${linked}`, person.mentor)).toStrictEqual(
      await ask(`zaak ${number}`, person.mentor),
    );
    await closed(number);
    expect(await ask(`zaak ${linked}`, person.coordinator)).toStrictEqual(
      await ask(`zaak ${number}`, person.coordinator),
    );
    await both();
  });

  it('shows who is in charge, what is open and what was agreed, and notes who looked', async () => {
    const number = await reported();
    const id = await caseOf(number);
    const agreed = { type: 'agree', what: 'Fenna zit *vooraan*.' } as const;
    await act(bot.service.world, who(person.mentor), id, agreed, form());
    await bot.settled();
    for (const text of texts) {
      const card = await ask(text, person.mentor);
      expect(headsOf(card)).toStrictEqual(['Zaak 2026-0001 · Fenna Fictief (2B)', 'Te doen', 'Afspraken']);
      expect(textIn(card)).toContain('Mila Mentor (mentor), sinds maandag 5 oktober');
      expect(textIn(card)).toContain('Fenna zit \\*vooraan\\*.');
    }
    const reads = await bot.store.readsOf(bot.partition, id);
    expect(new Set(reads.map((r) => r.person))).toStrictEqual(new Set([person.mentor]));
    const step = rowOf(last(person.mentor), 'Melding bekijken');
    expect(textIn(await pressed(step.data!, person.mentor))).toContain('Ik pak dit op');
  });

  it('A4: the director may see a case that came to them and finds no button for what is not theirs', async () => {
    const number = await reported();
    const id = await caseOf(number);
    await act(bot.service.world, who(person.mentor), id, { type: 'handOver', to: person.directeur }, form());
    await bot.settled();
    const card = await ask(`zaak ${number}`, person.directeur);
    expect(rowOf(card, 'Wil je deze zaak overnemen?').title).toBe('Antwoorden');
    expect(rowOf(card, 'Melding bekijken').data).toBeUndefined();
    const foreign = { verb: 'step.open', case: id, step: 'beoordelen.1' };
    expect(textIn(await pressed(foreign, person.directeur))).toContain('Deze stap is voor iemand anders.');
  });

  it('A4 P3: somebody else’s number and a number that nobody has: byte for byte the same, open and closed', async () => {
    const number = await reported();
    const other = await reported('p-ties');
    await closed(number);
    for (const as of [person.docent, person.directeur, person.otherMentor]) {
      const foreign = JSON.stringify(await ask(`zaak ${number}`, as));
      expect(foreign).toContain('Deze zaak is er niet, of je mag hem niet zien.');
      expect(JSON.stringify(await ask('zaak 2026-0999', as))).toBe(foreign);
      for (const short of ['zaak 1', 'zaak 2', 'zaak 999'].slice(as === person.otherMentor ? 2 : 0))
        expect(JSON.stringify(await ask(short, as))).toBe(foreign);
      expect(JSON.stringify(await ask('zaak 2031-0001', as))).toBe(foreign);
      if (as !== person.otherMentor) expect(JSON.stringify(await ask(`zaak ${other}`, as))).toBe(foreign);
    }
  });

  it('a closed case is found by who may see it, also in a later school year', async () => {
    const number = await reported();
    await closed(number);
    expect(textIn(await ask('zaken', person.mentor))).toContain('Je hebt nu geen open zaken');
    bot.clock.set('2027-09-06T09:00');
    for (const as of [person.mentor, person.coordinator])
      expect(textIn(await ask('zaak 2026-0001', as))).toContain('Gesloten op maandag 5 oktober.');
    expect(textIn(await ask('zaak 1', person.mentor))).toContain('Deze zaak is er niet');
  });

  it('says what to type when it is no number, and gives the list without one', async () => {
    await reported();
    expect(textIn(await ask('zaak Fenna', person.mentor))).toContain('**zaak 2026-0014**');
    expect(textIn(await ask('zaak', person.mentor))).toContain('1 open zaak');
  });
});

describe('mijn meldingen', () => {
  const said = async (as: string = person.docent) => textIn(await ask('mijn meldingen', as));

  it('K1 P12: says of each report only whether it was taken up or closed', async () => {
    const number = await reported();
    expect(await said()).toMatch(/2026-0001: nog niet bekeken[^]*Gemeld op maandag 5 oktober/);
    await done(number, 'beoordelen.1', 'oppakken');
    expect(await said()).toContain('2026-0001: opgepakt');
    await done(number, 'veilig.1', 'gedaan', { vandaag: 'Toezicht.' });
    for (const word of ['Fenna', 'Mila', '2B', 'veilig', 'tas']) expect(await said()).not.toContain(word);
  });

  it('P6: a report that was linked reads as one of its own: taken up by its own step only', async () => {
    const first = await reported();
    await done(first, 'beoordelen.1', 'oppakken');
    await reported('p-fenna', person.otherMentor);
    const text = await said(person.otherMentor);
    expect(text).toContain('2026-0002');
    expect(text).toContain('nog niet bekeken');
    expect(text).not.toContain('2026-0001');
    await done(first, 'extra-melding.1.2026-0002', 'hoort-erbij');
    expect(await said(person.otherMentor)).toContain('opgepakt');
    expect(await said(person.otherMentor)).not.toContain('2026-0001');
  });

  it('P12: is closed when the case is, and empty for who reported nothing', async () => {
    await closed(await reported());
    expect(await said()).toContain('2026-0001: afgerond');
    expect(await said(person.mentor)).toContain('Je hebt nog geen meldingen gedaan');
  });
});

describe('in a channel or a group chat', () => {
  it.each(['channel', 'groupChat'] as const)(
    'A4: %s: nothing of a case is shown there; it comes in the own chat',
    async (place) => {
      const number = await reported();
      const texts = ['taken', 'zaken', `zaak ${number}`, 'mijn meldingen'];
      for (const text of texts) await bot.say(`<at>Meldpunt</at> ${text}`, { as: person.directeur, place });
      const shared = () =>
        bot.connector.sent.filter((s) => /19:(kern|group)/.test(s.conversation)).map((s) => s.body.text);
      expect(shared()).toHaveLength(texts.length);
      expect(shared()[0]).toContain('Open de app Meldpunt en typ daar **taken**');
      await bot.say('hallo', { as: person.mentor });
      for (const text of texts) {
        await bot.say(`<at>Meldpunt</at> ${text}`, { as: person.mentor, place });
        expect(shared().at(-1)).toContain('in je eigen chat met mij gestuurd');
      }
      const own = textIn(bot.connector.to(chatOf(person.mentor)).map((s) => s.body));
      expect(own).toContain('Je hebt 3 taken');
      expect(own).toContain('Fenna Fictief');
      expect(textIn(shared())).not.toContain('Fenna');
      expect(
        bot.connector.sent.filter((s) => /19:(kern|group)/.test(s.conversation) && s.body.attachments),
      ).toHaveLength(0);
    },
  );
});
