import { randomUUID } from 'node:crypto';
import { submitReport } from '../../src/app/reports.ts';
import { samples } from '../../src/dev/gallery/samples.ts';
import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, sentBy, startBot } from '../support/bot.ts';
import type { Card } from '../support/connector.ts';
import { button, cardOf, textIn } from '../support/connector.ts';
import { person, report, school } from '../support/world.ts';

const { mentor, otherMentor, docent, coordinator } = person;
let bot: Bot;
let caseId: string;
beforeEach(async () => {
  bot = await startBot();
  for (const as of [mentor, coordinator]) await bot.say('hallo', { as });
  await reported();
  caseId = (await bot.cases())[0]!.case;
});
afterEach(() => bot.stop());

/** A report by the docent, who has no function in the case. */
async function reported() {
  const who = { partition: bot.partition, person: school.persons.find((p) => p.id === docent)! };
  await submitReport(bot.service.world, who, report(), { day: '2026-10-05', nonce: randomUUID() });
  await bot.settled();
}
const events = async () => (await bot.store.load(bot.partition, caseId))!.events;
/** What has happened in the case of these types, without who and when. */
const happened = async (...types: string[]) => (await events()).filter((e) => types.includes(e.type));
const press = (data: Record<string, string>, as: string = mentor) => bot.press(data, { as });
const pressed = async (data: Record<string, string>, as: string = mentor) => cardIn(await press(data, as));
/** The newest card in somebody's chat. */
const newest = (as: string) =>
  cardOf(
    bot.connector
      .to(chatOf(as))
      .filter((sent) => sent.body.attachments)
      .at(-1),
  );
/** What a button brings below its card. */
async function below(data: Record<string, string>, as: string = mentor): Promise<Card> {
  const before = bot.connector.to(chatOf(as)).length;
  const { body } = await press(data, as);
  expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
  expect(bot.connector.to(chatOf(as))).toHaveLength(before + 1);
  return newest(as);
}
const stepMenu = (step: string, as: string = mentor) => below({ verb: 'step.more', case: caseId, step }, as);
const caseMenu = (as: string = mentor) => below({ verb: 'case.more', case: caseId }, as);
const form = async (menu: Card, title: string, as: string = mentor) => pressed(button(menu, title), as);
const titles = (menu: Card): string[] =>
  (JSON.stringify(menu).match(/"type":"Action\.(Execute|OpenUrl)","title":"[^"]*"/g) ?? []).map(
    (found) => /"title":"([^"]*)"/.exec(found)![1]!,
  );
/** Sends a form: what it was shown with, and what is typed over that. */
const filled = (card: Card, send: string, typed: Record<string, string>) => ({
  ...sentBy(card, send),
  ...typed,
});
const inputOn = (card: Card, id: string) =>
  (JSON.parse(JSON.stringify(card.body)) as { items?: Record<string, unknown>[] }[])
    .flatMap((element) => element.items ?? [])
    .find((element) => element.id === id);

describe('‘Iets anders …’ on the card of a step', () => {
  it('asks for no answers, and its menu comes below, so that what was typed stays', async () => {
    const card = newest(mentor);
    const more = card.actions!.find((a) => a.title === 'Iets anders …') as Record<string, unknown>;
    expect(more).toMatchObject({ associatedInputs: 'none', fallback: { associatedInputs: 'none' } });
    expect(textIn(await below(more.data as Record<string, string>))).toContain(
      '‘Melding bekijken’: uiterlijk',
    );
  });

  it('offers what fits the step: a talk can be noted and planned, and a choice that must be made not left out', async () => {
    const whole = ['Notitie', 'Overdragen', 'Hulp vragen', 'Wat kan er nog meer?', 'Bekijk de zaak'];
    expect(titles(await stepMenu('gesprek.1'))).toStrictEqual([
      ...['Later doen', 'Gesprek geweest', 'Overslaan', 'Gesprek plannen'],
      ...whole,
    ]);
    expect(titles(await stepMenu('veilig.1'))).toStrictEqual(['Later doen', 'Overslaan', ...whole]);
    expect(titles(await stepMenu('beoordelen.1'))).toStrictEqual(['Later doen', ...whole]);
  });

  it('K6: plans a talk on a school day within the window, under a subject without a name', async () => {
    bot.clock.set('2026-10-06T16:00');
    const link = (await stepMenu('gesprek.1')).body;
    const url = new URL(/"(https:\/\/teams[^"]*)"/.exec(JSON.stringify(link))![1]!);
    expect(Object.fromEntries(url.searchParams)).toStrictEqual({
      subject: 'Gesprek 2026-0001',
      startTime: '2026-10-07T14:00:00+02:00',
      endTime: '2026-10-07T14:30:00+02:00',
    });
  });

  it('says of a step that was done that it was', async () => {
    await press({ ...button(newest(mentor), 'Ik pak dit op') });
    expect(textIn(await stepMenu('beoordelen.1'))).toContain('‘Melding bekijken’ is afgerond.');
  });
});

describe('later', () => {
  it('P17: moves the date within the bound that the form shows, with the reason, and says by when it is due now', async () => {
    const card = await form(await stepMenu('gesprek.1'), 'Later doen');
    expect(textIn(card)).toContain('Uitstellen mag tot en met **woensdag 28 oktober**.');
    expect(inputOn(card, 'to')).toMatchObject({ type: 'Input.Date', max: '2026-10-28' });
    const typed = { to: '2026-10-20', because: 'Ze is ziek.' };
    const done = textIn(await pressed(filled(card, 'Uitstellen', typed)));
    expect(done).toContain('Doe het nu uiterlijk dinsdag 20 oktober.');
    expect(done).not.toContain('ziek');
    expect(await happened('DueMoved')).toMatchObject([
      { key: 'gesprek.1', due: { by: '2026-10-20' }, because: 'Ze is ziek.', by: { person: mentor } },
    ]);
  });

  it.each([
    ['too late a day', { to: '2026-10-29' }, 'uiterlijk woensdag 28 oktober'],
    ['today', { to: '2026-10-05' }, 'Kies een dag na vandaag'],
    ['no day', { to: '' }, 'Kies een dag na vandaag'],
    ['a day without school', { to: '2026-10-12' }, 'maandag 12 oktober is geen schooldag'],
    ['no reason', { to: '2026-10-20', because: ' ' }, 'Vertel waarom je deze stap uitstelt.'],
  ])('%s: comes back as it was filled in, with what to mend', async (_name, typed, message) => {
    const card = await form(await stepMenu('gesprek.1'), 'Later doen');
    const sent = filled(card, 'Uitstellen', { because: 'Ze is ziek.', ...typed });
    const again = await pressed(sent);
    expect(textIn(again)).toContain(message);
    expect(sentBy(again, 'Uitstellen')).toStrictEqual(sent);
    expect(await happened('DueMoved')).toStrictEqual([]);
  });

  it('is not offered any more past the bound, nor taken from a form of before', async () => {
    const card = await form(await stepMenu('gesprek.1'), 'Later doen');
    bot.clock.set('2026-10-28T09:00');
    expect(titles(await stepMenu('gesprek.1'))).not.toContain('Later doen');
    const typed = { to: '2026-10-29', because: 'Ze is ziek.' };
    expect(textIn(await pressed(filled(card, 'Uitstellen', typed)))).toContain(
      'kun je niet (verder) uitstellen',
    );
    expect(await happened('DueMoved')).toStrictEqual([]);
  });
});

describe('P19: briefly first', () => {
  it('notes the day and one line; the rest is due later, on the same card', async () => {
    const card = await form(await stepMenu('gesprek.1'), 'Gesprek geweest');
    expect(inputOn(card, 'on')).toMatchObject({ value: '2026-10-05', max: '2026-10-05' });
    const done = textIn(await pressed(filled(card, 'Vastleggen', { line: 'Ze vertelde veel.' })));
    expect(done).toContain('Vul de rest uiterlijk woensdag 7 oktober in.');
    expect(await happened('TalkNoted')).toMatchObject([
      { key: 'gesprek.1', on: '2026-10-05', line: 'Ze vertelde veel.' },
    ]);
    expect(titles(await stepMenu('gesprek.1'))).not.toContain('Gesprek geweest');
  });

  it.each([
    ['a day to come', { on: '2026-10-06', line: 'Goed.' }, 'Deze dag moet nog komen.'],
    ['no day', { on: '', line: 'Goed.' }, 'Kies de dag van het gesprek.'],
    ['no line', { line: '' }, 'Schrijf in één regel op hoe het ging.'],
    ['too long a line', { line: 'x'.repeat(201) }, 'Dit is te lang: maximaal 200 tekens.'],
  ])('%s: comes back with what to mend', async (_name, typed, message) => {
    const card = await form(await stepMenu('gesprek.1'), 'Gesprek geweest');
    expect(textIn(await pressed(filled(card, 'Vastleggen', typed)))).toContain(message);
    expect(await happened('TalkNoted')).toStrictEqual([]);
  });
});

describe('K15: leaving out', () => {
  const skipping = async (as: string = mentor) => {
    const card = await form(await stepMenu('veilig.1', as), 'Overslaan', as);
    return filled(card, 'Overslaan', { because: 'Hij is thuis.' });
  };

  it('keeps the reason, which must be given; the step can be opened again', async () => {
    const sent = await skipping();
    expect(textIn(await pressed({ ...sent, because: '' }))).toContain(
      'Vertel waarom je deze stap overslaat.',
    );
    expect(textIn(await pressed(sent))).toContain('✓ Overgeslagen');
    expect(await happened('StepSkipped')).toMatchObject([{ key: 'veilig.1', because: 'Hij is thuis.' }]);
    const menu = await stepMenu('veilig.1');
    expect(textIn(menu)).toContain('‘Vandaag veilig’ is overgeslagen.');
    const again = await pressed(filled(await form(menu, 'Weer openen'), 'Weer openen', { because: '' }));
    expect(textIn(again)).toContain('Doe het uiterlijk dinsdag 6 oktober.');
    expect(await happened('StepReopened')).toMatchObject([{ key: 'veilig.1' }]);
  });

  it('pressed twice, at once and later, counts once and gives the same answer', async () => {
    const sent = await skipping();
    const answers = [...(await Promise.all([1, 2, 3].map(() => press(sent)))), await press(sent)];
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(textIn(answers[0])).toContain('✓ Overgeslagen');
    expect(await happened('StepSkipped')).toHaveLength(1);
  });

  it('of two people at once one wins; the other sees what became of the step', async () => {
    const both = [await skipping(), await skipping(coordinator)];
    const [first, second] = [await pressed(both[0]!), await pressed(both[1]!, coordinator)];
    expect(textIn(first)).toContain('✓ Overgeslagen');
    expect(textIn(second)).toContain('Mila Mentor heeft deze stap overgeslagen: Hij is thuis.');
    expect(
      textIn(await pressed({ verb: 'act.form', act: 'step.skip', case: caseId, step: 'veilig.1' })),
    ).toContain('Mila Mentor heeft deze stap overgeslagen');
    expect(await happened('StepSkipped')).toHaveLength(1);
  });

  it('is refused for a choice that must be made, whatever a client sends', async () => {
    const sent = { ...(await skipping()), step: 'beoordelen.1' };
    expect(textIn(await pressed(sent))).toContain('‘Melding bekijken’ kun je niet overslaan');
    expect(await happened('StepSkipped')).toStrictEqual([]);
  });
});

describe('the case', () => {
  it.each([
    ['Notitie', 'Bewaren', { type: 'NoteAdded', text: 'Belde de ouders.' }],
    ['Afspraak vastleggen', 'Vastleggen', { type: 'AgreementMade', what: 'Belde de ouders.' }],
  ])('%s: is kept once, and is not empty', async (title, send, event) => {
    const card = await form(await caseMenu(), title);
    expect(textIn(await pressed(filled(card, send, { text: ' ' })))).toMatch(/Schrijf (op|de afspraak)/);
    const sent = filled(card, send, { text: 'Belde de ouders.' });
    const answers = [await pressed(sent), await pressed(sent)];
    expect(textIn(answers[0])).toContain('Zaak 2026-0001');
    expect(answers[1]).toStrictEqual(answers[0]);
    expect(await happened(event.type)).toMatchObject([event]);
  });

  it('P5: gives any pupil a role: of the case and the group first, found by typing, or typed', async () => {
    const card = await form(await caseMenu(), 'Rol geven');
    expect(textIn(card)).toContain('Doe dit pas na de gesprekken');
    expect(textIn(card)).toContain('Fenna Fictief (nu: gepeste)');
    expect(inputOn(card, 'who')).toMatchObject({
      style: 'filtered',
      'choices.data': { type: 'Data.Query', dataset: 'leerlingen' },
      choices: [
        { value: 'Fenna Fictief (nu: gepeste)' },
        ...['Bram Bedacht (2B)', 'Noor Nergens (2B)', 'Zoë Zomaar (2B)', 'Ties Toneel (3A)'].map((value) => ({
          value,
        })),
      ],
    });
    const sent = filled(card, 'Vastleggen', { who: 'Bram Bedacht (2B)', role: 'pester' });
    for (const [wrong, message] of [
      [{ who: 'Niemand (2B)' }, 'Kies een leerling uit de lijst, of typ de naam.'],
      [{ who: '' }, 'Kies een leerling uit de lijst, of typ de naam.'],
      [{ role: '' }, 'Kies welke rol deze leerling heeft.'],
      // By words that stood on the card before, and by the id of an older card.
      [{ who: 'Fenna Fictief (nu: geen rol)', role: 'gepeste' }, 'Deze leerling heeft deze rol al.'],
      [{ who: 'p-fenna', role: 'gepeste' }, 'Deze leerling heeft deze rol al.'],
    ] as const)
      expect(textIn(await pressed({ ...sent, ...wrong }))).toContain(message);
    const done = textIn(await pressed(sent));
    expect(done).toContain('✓ De rol is vastgelegd');
    expect(done).not.toContain('Bram');
    expect(await happened('RoleGiven')).toMatchObject([{ who: { pupil: 'p-bram' }, role: 'pester' }]);
    for (const name of ['Ties toneel', 'Een Buurjongen'])
      await pressed({ ...sent, who: '', name, role: 'omstander', nonce: randomUUID() });
    expect((await happened('RoleGiven')).slice(1)).toMatchObject([
      { who: { pupil: 'p-ties' }, role: 'omstander' },
      { who: { name: 'Een Buurjongen' }, role: 'omstander' },
    ]);
  });

  it('a message that a case lies still leads to its menu', () => {
    const waiting = samples().find((s) => s.title === 'waiting')!.card as Card;
    expect(button(waiting, 'Wat kan ik doen?')).toMatchObject({ verb: 'case.more', case: 'voorbeeld' });
  });
});

describe('P9: a step that people begin themselves', () => {
  const closing = async (as: string, score: string) => {
    const card = await form(await caseMenu(as), 'Zaak sluiten', as);
    const typed = { q_uitleg: 'Het gaat goed.', q_veilig: score };
    return filled(card, 'Verbeterd, de rest kan wegblijven', typed);
  };

  it('closes the case, once, and it can be opened again with a reason', async () => {
    const sent = await closing(mentor, '8');
    const answers = await Promise.all([press(sent), press(sent)]);
    expect(textIn(answers[0])).toContain('Deze zaak is gesloten.');
    expect((await press(sent)).body).toStrictEqual(answers[0].body);
    expect(answers[1].body).toStrictEqual(answers[0].body);
    expect(await happened('CaseClosed')).toMatchObject([{ outcome: 'verbeterd', step: 'sluiten.1' }]);
    const menu = await caseMenu();
    expect(titles(menu)).not.toContain('Zaak sluiten');
    const card = await form(menu, 'Zaak weer openen');
    const none = await pressed(filled(card, 'Weer openen', { because: '' }));
    expect(textIn(none)).toContain('Vertel waarom deze zaak weer open moet.');
    const again = filled(card, 'Weer openen', { because: 'Het begon weer.' });
    expect(textIn(await pressed(again))).toContain('✓ De zaak is weer open');
    expect(await happened('CaseReopened')).toMatchObject([{ because: 'Het begon weer.' }]);
  });

  it('with a low score is refused, with what was typed, and left to whom the school names', async () => {
    const sent = await closing(mentor, '3');
    const again = await pressed(sent);
    expect(textIn(again)).toContain('kan nu alleen de directeur of de antipestcoördinator kiezen');
    expect(textIn(again)).toContain('Het gaat goed.');
    expect(sentBy(again, 'Verbeterd, de rest kan wegblijven')).toStrictEqual(sent);
    expect(await happened('CaseClosed', 'StepOpened')).not.toContainEqual(
      expect.objectContaining({ step: 'sluiten' }),
    );
    await press(await closing(coordinator, '3'), coordinator);
    expect(await happened('CaseClosed')).toHaveLength(1);
    // The other's form comes too late, and changes nothing.
    expect(textIn(await pressed({ ...sent, nonce: randomUUID(), q_veilig: '8' }))).toContain(
      'Deze zaak is al gesloten.',
    );
    expect(await happened('CaseClosed')).toHaveLength(1);
  });

  it('is offered where it fits only: punishment for cyberbullying where that is what it is about', async () => {
    expect(titles(await caseMenu())).toStrictEqual([
      ...['Zaak sluiten', 'Meer hulp vragen', 'Notitie', 'Afspraak vastleggen', 'Rol geven'],
      ...[
        'Niet samen plaatsen',
        'Verkeerde leerling',
        'Collega mag er niet bij',
        'Overdragen',
        'Hulp vragen',
        'Bekijk de zaak',
      ],
    ]);
    expect(titles(await caseMenu(coordinator))).toContain('Ik neem het over');
    const wrong = { verb: 'step.begin', case: caseId, step: 'cyber-straf' };
    expect(textIn(await pressed(wrong))).toContain('Deze stap kun je hier nu niet beginnen.');
  });
});

describe('what must be set right', () => {
  it('P14: the right pupil takes the place of the wrong one, chosen or typed', async () => {
    const wrong = await form(await caseMenu(), 'Verkeerde leerling');
    const sent = filled(wrong, 'Aanpassen', { who: 'p-fenna' });
    expect(textIn(await pressed(sent))).toContain('Kies wie het moet zijn, of typ de naam.');
    const done = await pressed({ ...sent, name: 'noor nergens' });
    expect(textIn(done)).toContain('De goede leerling staat nu in de zaak');
    expect(await happened('PupilCorrected')).toMatchObject([
      { from: { pupil: 'p-fenna' }, to: { pupil: 'p-noor' }, group: '2B' },
    ]);
  });

  it('P13: a colleague who is named in the case no longer sees it, and the next one is in charge', async () => {
    const bar = await form(await caseMenu(coordinator), 'Collega mag er niet bij', coordinator);
    const sent = filled(bar, 'Deze collega mag de zaak niet zien', {
      person: mentor,
      because: 'Een ouder noemt haar.',
    });
    expect(textIn(await pressed(sent, coordinator))).toContain('Deze collega kan de zaak niet meer zien');
    expect((await bot.cases())[0]!.lead.person).toBe(person.leerlingencoordinator);
    const tried = await below({ verb: 'case.open', case: caseId });
    expect(textIn(tried)).toContain('Deze zaak is er niet, of je mag hem niet zien.');
    const unbar = await form(await caseMenu(coordinator), 'Collega mag er weer bij', coordinator);
    expect(inputOn(unbar, 'person')!.choices).toStrictEqual([{ title: 'Mila Mentor', value: mentor }]);
    const again = filled(unbar, 'Deze collega mag de zaak weer zien', {
      person: mentor,
      because: 'Het ging over een ander.',
    });
    expect(textIn(await pressed(again, coordinator))).toContain('Deze collega kan de zaak weer zien');
    expect(textIn(await below({ verb: 'case.open', case: caseId }))).toContain('Fenna Fictief');
    expect(titles(await caseMenu(coordinator))).not.toContain('Collega mag er weer bij');
  });

  it('P13: whoever is in charge keeps neither a coordinator nor themselves out, and lets nobody in again', async () => {
    const bar = await form(await caseMenu(), 'Collega mag er niet bij');
    const offered = (inputOn(bar, 'person')!.choices as { value: string }[]).map((c) => c.value);
    expect(offered).toContain(docent);
    expect(offered).not.toContain(coordinator);
    expect(offered).not.toContain(mentor);
    const sent = filled(bar, 'Deze collega mag de zaak niet zien', { because: 'Zo.' });
    for (const who of [coordinator, mentor])
      expect(textIn(await pressed({ ...sent, person: who, nonce: randomUUID() }))).toContain(
        'Dit mag je in deze zaak niet doen.',
      );
    await pressed({ ...sent, person: docent });
    expect(titles(await caseMenu())).not.toContain('Collega mag er weer bij');
    expect(
      textIn(await pressed({ ...sent, verb: 'case.unbar', person: docent, nonce: randomUUID() })),
    ).toContain('Dit mag je in deze zaak niet doen.');
  });
});

describe('A4: who looked', () => {
  const reads = async () => (await bot.store.readsOf(bot.partition, caseId)).map((r) => r.person);
  it.each([
    ['step.more', {}],
    ['case.more', {}],
    ['act.form', { act: 'step.skip' }],
    ['step.begin', { step: 'sluiten' }],
    ['case.handover', {}],
    ['case.help', {}],
  ])('%s shows the name of a pupil, and is noted once', async (verb, more) => {
    expect(await reads()).toStrictEqual([]);
    await press({ verb, case: caseId, step: 'veilig.1', ...more });
    expect(await reads()).toStrictEqual([mentor]);
  });

  it('case.takeover too', async () => {
    await press({ verb: 'case.takeover', case: caseId }, coordinator);
    expect(await reads()).toStrictEqual([coordinator]);
  });
});

describe('A4: who may not', () => {
  const acts = ['step.later', 'step.talk', 'step.skip', 'step.reopen'];
  const ofCase = [
    'case.note',
    'case.agree',
    'case.role',
    'case.apart',
    'case.correct',
    'case.bar',
    'case.unbar',
    'case.reopen',
  ];
  const typed = { to: '2026-10-20', on: '2026-10-05', because: 'x', line: 'x', text: 'x' };

  it('neither a reporter without a function nor another mentor gets to any of it', async () => {
    const before = await events();
    for (const verb of [...acts, ...ofCase, 'step.more', 'case.more', 'act.form', 'step.begin'])
      for (const as of [docent, otherMentor]) {
        const ids = { verb, case: caseId, step: 'gesprek.1', act: 'step.later', nonce: randomUUID() };
        const answer = textIn(await pressed({ ...ids, ...typed, day: '2026-10-05' }, as));
        expect([verb, as, answer]).toStrictEqual([
          verb,
          as,
          expect.stringContaining('Deze zaak is er niet, of je mag hem niet zien.'),
        ]);
      }
    expect(await events()).toStrictEqual(before);
  });

  it('whoever may see a case but not do a step is offered nothing of it, and refused', async () => {
    await reported();
    await reported();
    const step = 'derde-signaal.1';
    expect(titles(await stepMenu(step, coordinator))).toContain('Overslaan');
    expect(titles(await stepMenu(step))).toStrictEqual([
      ...['Notitie', 'Overdragen', 'Hulp vragen', 'Wat kan er nog meer?', 'Bekijk de zaak'],
    ]);
    const asked = { verb: 'act.form', act: 'step.skip', case: caseId, step };
    expect(textIn(await pressed(asked))).toContain('Dit kan hier nu niet (meer).');
    const sent = { verb: 'step.skip', case: caseId, step, nonce: randomUUID(), day: '2026-10-05' };
    expect(textIn(await pressed({ ...sent, because: 'Kan niet.' }))).toContain(
      'Dit mag je in deze zaak niet doen.',
    );
    expect(await happened('StepSkipped')).toStrictEqual([]);
  });

  it('a step that the case does not have, and data that no card of ours made, change nothing', async () => {
    const before = await events();
    const ids = { case: caseId, step: 'lid.1.p-bram', nonce: randomUUID(), day: '2026-10-05' };
    for (const verb of ['step.more', ...acts])
      expect(textIn(await pressed({ verb, ...ids, ...typed }))).toContain('Deze stap is er niet (meer).');
    const odd = { ...ids, ...typed, step: 'gesprek.1', to: '2026-10-1x' };
    expect(textIn(await pressed({ verb: 'step.later', ...odd }))).toContain('niet meer geldig');
    expect(await events()).toStrictEqual(before);
  });
});
