import { randomUUID } from 'node:crypto';
import { act } from '../../src/app/act.ts';
import { load } from '../../src/app/load.ts';
import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import { limits } from '../../src/domain/limits.ts';
import type { School } from '../../src/domain/school.ts';
import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, sentBy, startBot } from '../support/bot.ts';
import type { Card } from '../support/connector.ts';
import { button, cardOf, textIn } from '../support/connector.ts';
import { faultsOf, inputsOf } from '../cards/checks.ts';
import { person, report, school as usual } from '../support/world.ts';

const { mentor, otherMentor, leerlingencoordinator: llc, coordinator, directeur, docent } = person;
const today = '2026-10-05';
const kern = 'kern-1';
const away = 'ver-1';
const school: School = {
  ...usual,
  persons: [
    { id: 'aaa', name: 'Aad Ambulant', posts: [{ function: 'beheerder' }] },
    ...usual.persons,
    { id: kern, name: 'Kees *Kern*', posts: [{ function: 'kernteamlid', team: 'onderbouw' }] },
    { id: away, name: 'Aafje Familie', posts: [{ function: 'docent' }], family: ['p-fenna'] },
  ],
};

let bot: Bot;
let caseId: string;
beforeEach(async () => {
  bot = await startBot({ school });
  for (const who of [mentor, otherMentor, llc, coordinator, directeur, docent])
    await bot.say('hallo', { as: who });
  await submitReport(bot.service.world, whoIs(docent), report(), form());
  await bot.settled();
  caseId = (await bot.cases())[0]!.case;
});
afterEach(() => bot.stop());

const form = () => ({ day: today, nonce: randomUUID() });
const whoIs = (id: string) => ({
  partition: bot.partition,
  person: school.persons.find((p) => p.id === id)!,
});
const state = async () => (await load(bot.service.world, bot.partition, caseId)).state;
const events = async () => (await bot.store.load(bot.partition, caseId))!.events;
const cardsOf = (who: string) =>
  bot.connector.to(chatOf(who)).flatMap((sent) => (sent.body.attachments ? [cardOf(sent)] : []));
/** The newest card in somebody's chat on which this stands. */
function cardWith(who: string, text: string): Card {
  const card = cardsOf(who).findLast((c) => textIn(c).includes(text));
  if (!card) throw new Error(`${who} has no card with "${text}"`);
  expect(faultsOf(card as never)).toStrictEqual([]);
  return card;
}
/** Presses, and gives the card that comes in the place of the pressed one. */
async function press(data: Record<string, unknown>, as: string): Promise<string> {
  const card = cardIn(await bot.press(data, { as }));
  expect(faultsOf(card as never)).toStrictEqual([]);
  await bot.settled();
  return textIn(card);
}
/** Opens a form, which comes below the card that was pressed. */
async function opens(verb: string, as: string, title: string): Promise<Card> {
  await bot.press({ verb, case: caseId }, { as });
  return cardWith(as, title);
}
const choices = (card: Card) =>
  (inputsOf(card as never)[0] as { choices: { title: string; value: string }[] }).choices;

const handOverForm = (as: string) => opens('case.handover', as, 'Zaak overdragen');
/** The mentor asks somebody to take the case over. */
async function handsOver(to: string, as: string = mentor, word = ''): Promise<string> {
  return press({ ...button(await handOverForm(as), 'Vragen'), to, word }, as);
}
const answerOf = (who: string, title: string) => button(cardWith(who, 'Wil je een zaak overnemen?'), title);

describe('K5: handing a case over', () => {
  it('chooses from colleagues, the likely ones first; Teams adds everybody it knows', async () => {
    const card = await handOverForm(mentor);
    expect(choices(card).map((c) => c.title)).toStrictEqual([
      'Lot Coördinator (leerlingencoördinator onderbouw)',
      'Ans Antipest (antipestcoördinator)',
      'Kees *Kern* (lid van het onderwijskernteam onderbouw)',
      'Dirk Docent (vakdocent of andere medewerker)',
      'Dora Directeur (directeur)',
      'Omar Mentor (mentor 3A)',
    ]);
    expect(inputsOf(card as never)[0]).toMatchObject({
      style: 'filtered',
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    });
  });

  it('stays within the size of a card at the largest school, with the longest names', async () => {
    const posts = ['docent', 'mentor', 'kernteamlid'].map((fn) => ({ function: fn, group: '2B' }));
    const name =
      'Wilhelmina Johanna van den Nieuwenhuijzen-Oosterwijk tot Zuthem en Nijenhuis, vrouwe van Wijhe';
    const many = Array.from({ length: 300 }, (_, i) => ({ id: randomUUID(), name: `${name} ${i}`, posts }));
    await bot.store.saveSchool({
      ...(await bot.store.school(bot.partition)),
      persons: [...school.persons, ...many],
    });
    expect(choices(await handOverForm(mentor))).toHaveLength(limits.choices);
  });

  it('is an offer: the lead stays the lead until the other accepts, and both see who is in charge', async () => {
    const asked = await handsOver(llc, mentor, 'Ik ben morgen vrij.');
    expect(asked).toContain('ik vraag Lot Coördinator om het over te nemen.');
    expect(asked).toContain('blijft Mila Mentor (mentor) aan zet');
    expect(await state()).toMatchObject({
      lead: { person: mentor },
      handover: { person: llc },
      notes: [{ text: 'Bij het overdragen: Ik ben morgen vrij.' }],
    });
    expect(textIn(cardWith(llc, 'Wil je een zaak overnemen?'))).toContain(
      'Mila Mentor vraagt of jij het overneemt als leerlingencoördinator.',
    );
    expect(await press(answerOf(llc, 'Ik neem het over'), llc)).toContain('Je bent nu aan zet');
    expect((await state()).lead).toMatchObject({ person: llc, function: 'leerlingencoordinator' });
    expect(textIn(cardWith(mentor, 'Je collega neemt de zaak over'))).toContain(
      'Vanaf nu is Lot Coördinator (leerlingencoördinator) aan zet.',
    );
  });

  it('is declined with a reason; the lead hears it, and the other sees the case no more', async () => {
    await handsOver(otherMentor);
    const data = { ...answerOf(otherMentor, 'Liever niet'), because: 'Ik ken hem te goed.' };
    expect(await press(data, otherMentor)).toContain('Mila Mentor (mentor) blijft aan zet.');
    expect((await state()).handover).toBeUndefined();
    expect((await events()).at(-1)).toMatchObject({ accept: false, because: 'Ik ken hem te goed.' });
    expect(textIn(cardWith(mentor, 'neemt de zaak niet over'))).toContain('Mila Mentor blijft aan zet.');
    const other = { ...answerOf(otherMentor, 'Ik neem het over'), nonce: randomUUID() };
    const late = await press(other, otherMentor);
    expect(late).toContain('Deze vraag staat niet (meer) voor jou open.');
    expect(late).not.toContain('2026-0001');
    expect((await state()).lead.person).toBe(mentor);
  });

  it('once answered it stays answered, whichever button of the card is pressed next', async () => {
    await handsOver(otherMentor);
    await press(answerOf(otherMentor, 'Ik neem het over'), otherMentor);
    const before = await events();
    const again = await press(answerOf(otherMentor, 'Liever niet'), otherMentor);
    expect(again).toContain('Je bent nu aan zet');
    expect(await events()).toStrictEqual(before);
  });

  it('asks a colleague once, says so, and lets another be asked instead', async () => {
    await handsOver(otherMentor);
    const twice = await handsOver(otherMentor);
    expect(twice).toContain('Deze collega is al gevraagd.');
    expect(twice).toContain('Nu is Mila Mentor (mentor) aan zet.');
    expect(textIn(await handOverForm(mentor))).toContain(
      'Omar Mentor is al gevraagd. Vraag je nu iemand anders, dan vervalt die vraag.',
    );
    await handsOver(llc);
    const before = await events();
    const late = await press(answerOf(otherMentor, 'Ik neem het over'), otherMentor);
    expect(late).toContain('Deze vraag staat niet (meer) voor jou open.');
    expect(await events()).toStrictEqual(before);
    expect((await state()).handover).toMatchObject({ person: llc });
  });

  it('is answered by nobody but who was asked', async () => {
    await handsOver(llc);
    const data = answerOf(llc, 'Ik neem het over');
    const before = await events();
    const seen = await press(data, coordinator);
    expect(seen).toContain('Lot Coördinator is gevraagd om het over te nemen');
    expect(await press(data, docent)).not.toContain('Lot');
    expect(await events()).toStrictEqual(before);
  });

  it('goes to staff of this school with a function in it, and not to who may not see the case', async () => {
    for (const [to, why] of [
      ['some-pupil', 'Kies een collega uit de lijst.'],
      ['', 'Kies een collega uit de lijst.'],
      ['aaa', 'Aad Ambulant heeft geen functie in dit protocol.'],
      [mentor, 'Dat ben je zelf. Kies een collega.'],
      [away, 'Deze collega kan bij deze zaak niets doen. Kies iemand anders.'],
    ] as const) {
      const back = await handsOver(to, mentor, 'Graag snel.');
      expect(back).toContain(why);
      expect(back).toContain('Graag snel.');
    }
    expect((await state()).handover).toBeUndefined();
    expect((await state()).notes).toStrictEqual([]);
  });

  it('counts once, however often the form comes', async () => {
    const data = { ...button(await handOverForm(mentor), 'Vragen'), to: llc, word: 'Kun jij?' };
    const first = await press(data, mentor);
    const before = await events();
    expect(await press(data, mentor)).toBe(first);
    expect(await events()).toStrictEqual(before);
  });

  it('by two at once: one is asked, and the other hears who', async () => {
    const [own, other] = [await handOverForm(mentor), await handOverForm(coordinator)];
    const said = await Promise.all([
      press({ ...button(own, 'Vragen'), to: otherMentor }, mentor),
      press({ ...button(other, 'Vragen'), to: llc }, coordinator),
    ]);
    expect(said.filter((text) => text.includes('✓ Gevraagd'))).toHaveLength(1);
    const [lost] = said.filter((text) => !text.includes('✓ Gevraagd'));
    const asked = (await state()).handover!.person;
    expect(lost).toContain('Iemand anders was je net voor.');
    expect(lost).toContain(`${asked === llc ? 'Lot Coördinator' : 'Omar Mentor'} is gevraagd`);
  });

  it('is not for who only reported', async () => {
    const refused = await press({ verb: 'case.handover', case: caseId }, docent);
    expect(refused).toContain('Deze zaak is er niet, of je mag hem niet zien.');
  });
});

describe('K5: asking for help', () => {
  const asksHelp = async (to: string, as: string = mentor) =>
    press({ ...button(await opens('case.help', as, 'Hulp vragen'), 'Vragen'), to }, as);

  it('lets a colleague see the case and do its steps; the lead stays in charge', async () => {
    expect(await asksHelp(otherMentor)).toContain('Aan zet blijft Mila Mentor (mentor).');
    const invited = cardWith(otherMentor, 'gevraagd om mee te helpen');
    await bot.press(button(invited, 'Wat kan ik doen?'), { as: otherMentor });
    expect(textIn(cardWith(otherMentor, 'Te doen'))).toContain('Melding bekijken');
    const step = { case: caseId, step: 'beoordelen.1', outcome: 'oppakken' };
    const done = await press({ verb: 'step.submit', ...step, nonce: randomUUID(), day: today }, otherMentor);
    expect(done).toContain('Ik pak dit op');
    const { steps, lead } = await state();
    expect(steps['beoordelen.1']).toMatchObject({ status: 'done', doneBy: { person: otherMentor } });
    // The reporter hears who did it, not who is in charge (K1).
    expect(textIn(cardsOf(docent))).toContain('is opgepakt door Omar Mentor');
    expect(lead.person).toBe(mentor);
  });

  it('a second time changes nothing, and a colleague who helps is not in the list', async () => {
    await asksHelp(otherMentor);
    const before = await events();
    expect(await asksHelp(otherMentor)).toContain('Deze collega helpt al mee.');
    expect(await events()).toStrictEqual(before);
    const again = await opens('case.help', mentor, 'Nu helpen al mee: Omar Mentor.');
    expect(choices(again).map((c) => c.value)).not.toContain(otherMentor);
    expect(await asksHelp(mentor, coordinator)).toContain('Deze collega is al aan zet.');
  });

  it('knows a colleague by the function that fits a case, not by the first of several', async () => {
    const posts = [{ function: 'docent' }, { function: 'leerlingencoordinator', team: 'onderbouw' }];
    const persons = school.persons.map((p) => (p.id === llc ? { ...p, posts } : p));
    await bot.store.saveSchool({ ...(await bot.store.school(bot.partition)), persons });
    await asksHelp(llc);
    expect((await state()).helpers).toStrictEqual([{ person: llc, function: 'leerlingencoordinator' }]);
  });

  it('shows the name of a colleague as it is written, not as Markdown', async () => {
    expect(await asksHelp(kern)).toContain('Kees \\*Kern\\*');
  });
});

describe('K5: taking a case over', () => {
  const form = (as: string) => opens('case.takeover', as, 'Zaak overnemen');
  const takes = async (as: string, because = 'De mentor is ziek.') =>
    press({ ...button(await form(as), 'Ik neem het over'), because }, as);

  it('is for a leerlingencoördinator, with a reason', async () => {
    expect(await takes(llc, ' ')).toContain('Vertel kort waarom je het overneemt.');
    expect(await takes(llc)).toContain('Je bent nu aan zet');
    expect((await state()).lead).toStrictEqual({ function: 'leerlingencoordinator', person: llc });
    expect((await events()).at(-1)).toMatchObject({ type: 'LeadAssigned', because: 'De mentor is ziek.' });
  });

  it('is refused to a colleague who only helps, and to who has nothing to do with the case', async () => {
    await act(
      bot.service.world,
      whoIs(mentor),
      caseId,
      { type: 'invite', to: otherMentor },
      {
        day: today,
        nonce: randomUUID(),
      },
    );
    const before = await events();
    const sent = { case: caseId, lead: mentor, asked: '', because: 'Zo.', nonce: randomUUID(), day: today };
    for (const verb of ['case.takeover', 'case.takeover.send']) {
      expect(await press({ ...sent, verb }, otherMentor)).not.toContain('✓');
      expect(await press({ ...sent, verb }, docent)).toContain('Deze zaak is er niet');
    }
    expect(await press({ ...sent, verb: 'case.takeover.send', nonce: randomUUID() }, otherMentor)).toContain(
      'Nu is Mila Mentor (mentor) aan zet.',
    );
    expect(await events()).toStrictEqual(before);
  });

  it('by two at once: one is in charge, and the other hears who', async () => {
    const [one, two] = [await form(llc), await form(coordinator)];
    const because = 'Het lukt niet.';
    const said = await Promise.all([
      press({ ...button(one, 'Ik neem het over'), because }, llc),
      press({ ...button(two, 'Ik neem het over'), because }, coordinator),
    ]);
    const [lost, ...none] = said.filter((text) => !text.includes('Je bent nu aan zet'));
    expect(none).toStrictEqual([]);
    const { lead } = await state();
    expect(lost).toContain('Iemand anders was je net voor.');
    expect(lost).toContain(`Nu is ${lead.person === llc ? 'Lot Coördinator' : 'Ans Antipest'}`);
    expect((await events()).filter((e) => e.type === 'LeadAssigned')).toHaveLength(2);
  });

  it('while the case is being handed over: who comes second hears of it', async () => {
    await handsOver(otherMentor);
    const taking = button(await form(llc), 'Ik neem het over');
    const [accepted, taken] = await Promise.all([
      press(answerOf(otherMentor, 'Ik neem het over'), otherMentor),
      press({ ...taking, because: 'Beter zo.' }, llc),
    ]);
    const { lead } = await state();
    const first = lead.person === llc;
    expect([accepted.includes('✓'), taken.includes('✓')]).toStrictEqual([!first, first]);
    expect(first ? accepted : taken).toMatch(/staat niet \(meer\) voor jou open|was je net voor/);
  });

  it('P18: a step that stays undone is told in private, with a way to take over for who may', async () => {
    for (const day of ['06T15:00', '07T10:00', '08T10:00', '09T10:00', '19T10:00', '20T10:00']) {
      bot.clock.set(`2026-10-${day}`);
      await bot.settled();
    }
    const told = cardWith(coordinator, 'Een stap blijft liggen');
    expect(textIn(told)).toContain('Vraag of het lukt, of neem het over.');
    await bot.press(button(told, 'Ik neem het over'), { as: coordinator });
    const data = button(cardWith(coordinator, 'Zaak overnemen'), 'Ik neem het over');
    await press({ ...data, because: 'De mentor is ziek.' }, coordinator);
    expect((await state()).lead).toStrictEqual({ function: 'antipestcoordinator', person: coordinator });
    const higher = cardWith(directeur, 'Een stap blijft liggen');
    expect(textIn(higher)).not.toContain('neem het over');
    expect(JSON.stringify(higher)).not.toContain('case.takeover');
  });
});

describe('K17: what was entered in the pupil tracking system', () => {
  /** The talk is done, about Fenna and Bram; the mentor is to enter both. */
  async function talked(...pesters: string[]) {
    const { world } = bot.service;
    for (const pupil of pesters)
      await act(
        world,
        whoIs(mentor),
        caseId,
        { type: 'giveRole', who: named(pupil), role: 'pester' },
        form(),
      );
    const step = { case: caseId, step: 'gesprek.1', outcome: 'gedaan', answers: { datum: today } };
    await completeStep(world, whoIs(mentor), step, form());
    await bot.settled();
    return cardWith(mentor, 'Zet dit in Somtoday');
  }
  const named = (pupil: string) => (pupil.startsWith('p-') ? { pupil } : { name: pupil });
  const left = async () => (await state()).registrations.filter((r) => !r.at).map((r) => r.pupil);

  const note = (pupil: string) => `${before(pupil)}/mentor/${mentor}`;
  /** As cards had it that did not say whose it is. */
  const before = (pupil: string) => `gesprek.1/${encodeURIComponent(pupil)}`;
  const ALL_DONE = '✓ Jij hoeft niets meer in Somtoday te zetten';

  it('is ticked one by one; the card shows what is left, and doing it twice is no trouble', async () => {
    const card = await talked('p-bram');
    expect(inputsOf(card as never)[0]).toMatchObject({
      label: 'Wat staat er nu in Somtoday?',
      choices: [
        { title: 'Gesprek met de gepeste: Logboek bij Fenna Fictief', value: note('p-fenna') },
        { title: 'Gesprek met de gepeste: Logboek bij Bram Bedacht', value: note('p-bram') },
      ],
    });
    const data = button(card, 'Staat erin');
    const rest = await press({ ...data, notes: note('p-fenna') }, mentor);
    expect(rest).toContain('Logboek bij Bram Bedacht');
    expect(rest).not.toContain('Logboek bij Fenna');
    expect(await left()).toStrictEqual(['p-bram']);
    const until = await events();
    const again = { ...data, notes: note('p-fenna') };
    expect(await press(again, mentor)).toContain('Bram Bedacht');
    expect(await press({ ...again, nonce: randomUUID() }, mentor)).toContain('Bram Bedacht');
    expect(await press({ ...data, notes: note('p-noor') }, mentor)).toContain('Bram Bedacht');
    expect(await press({ ...data, notes: '' }, mentor)).toContain('Kies wat erin staat.');
    expect(await events()).toStrictEqual(until);
    expect(await press({ ...data, notes: before('p-bram') }, mentor)).toContain(ALL_DONE);
  });

  it('is told for all at once, also for a pupil whose name was typed, with a comma in it', async () => {
    const card = await talked('Jan, van school af', 'p-bram');
    expect(await press(sentBy(card, 'Alles staat erin'), mentor)).toContain(ALL_DONE);
    expect(await left()).toStrictEqual([]);
    expect((await events()).filter((e) => e.type === 'Registered')).toHaveLength(3);
  });

  it('all at once is all that the card showed: what was asked since stays', async () => {
    const card = await talked('p-bram');
    const step = { case: caseId, step: 'veilig.1', outcome: 'gedaan', answers: { vandaag: 'Toezicht.' } };
    await completeStep(bot.service.world, whoIs(mentor), step, form());
    const ofCase = { ...sentBy(card, 'Alles staat erin'), step: undefined };
    expect(await press(ofCase, mentor)).toContain('Vandaag veilig: Logboek bij Fenna Fictief');
    expect(await left()).toStrictEqual(['p-fenna']);
  });

  it('by a card that was made per step, with its pupils, counts as well', async () => {
    const data = button(await talked('p-bram'), 'Staat erin');
    expect(await press({ ...data, pupil: 'p-fenna', doer: 'mentor' }, mentor)).toContain('Bram Bedacht');
    expect(await press({ ...data, pupil: 'p-fenna,p-bram' }, mentor)).toContain(ALL_DONE);
  });

  it('is one button where there is one pupil, and not for who has nothing to do with it', async () => {
    const card = await talked();
    expect(inputsOf(card as never)).toStrictEqual([]);
    const data = button(card, 'Staat erin');
    expect(await press(data, docent)).toContain('Deze zaak is er niet');
    expect(await left()).toStrictEqual(['p-fenna']);
    expect(await press(data, mentor)).toContain(ALL_DONE);
  });

  it('A4: shows and takes only what the reader may enter', async () => {
    const data = button(await talked(), 'Staat erin');
    const { world } = bot.service;
    // Whoever is asked to take the case over sees it, and has nothing to enter.
    await act(world, whoIs(mentor), caseId, { type: 'handOver', to: directeur }, form());
    const text = await press(data, directeur);
    expect(text).toContain(ALL_DONE);
    expect(text).not.toContain('Logboek');
    expect(await left()).toStrictEqual(['p-fenna']);
  });

  it('by two at once counts once, and both see that it is done', async () => {
    const data = button(await talked(), 'Staat erin');
    const said = await Promise.all([press(data, mentor), press(data, coordinator)]);
    for (const text of said) expect(text).toContain(ALL_DONE);
    expect((await events()).filter((e) => e.type === 'Registered')).toHaveLength(1);
  });
});

describe('what the system noticed across cases', () => {
  it('P7: a third signal is put to the coordinator, with the step in which to decide', async () => {
    for (let i = 0; i < 2; i++)
      await submitReport(bot.service.world, whoIs(docent), report({ story: `Weer. ${i}` }), form());
    await bot.settled();
    const card = cardWith(coordinator, 'Kijk hier even naar');
    const { case: of, step, verb } = button(card, 'Derde melding over deze leerling');
    expect([verb, of]).toStrictEqual(['step.open', caseId]);
    expect((await state()).steps[step!]).toMatchObject({ step: 'derde-signaal', status: 'open' });
    expect(textIn(card)).toContain('Bekijk de zaak');
  });

  it('K12: a pester of another case too, named on the button for those who may do the step', async () => {
    const { world } = bot.service;
    const other = report({ about: [{ pupil: 'p-noor' }] });
    await submitReport(world, whoIs(docent), other, form());
    const both = (await bot.cases()).map((row) => row.case);
    for (const of of both) {
      const role = { type: 'giveRole', who: { pupil: 'p-bram' }, role: 'pester' } as const;
      await act(world, whoIs(mentor), of, role, form());
    }
    await bot.settled();
    const card = cardWith(coordinator, 'Kijk hier even naar');
    expect(button(card, 'Bram Bedacht: Pester in meer zaken').verb).toBe('step.open');
  });
});
