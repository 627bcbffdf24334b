import { randomUUID } from 'node:crypto';
import { load } from '../../src/app/load.ts';
import { submitReport } from '../../src/app/reports.ts';
import type { School } from '../../src/domain/school.ts';
import type { Card as Sent } from '../../src/cards/template.ts';
import { faultsOf } from '../cards/checks.ts';
import type { Bot } from '../support/bot.ts';
import { cardIn, chatOf, sentBy, startBot } from '../support/bot.ts';
import { button, cardOf, textIn } from '../support/connector.ts';
import { person, report, school } from '../support/world.ts';

const { mentor, otherMentor, coordinator, docent } = person;
/** The first school day after 1 August, and the day before the summer on which nothing may happen yet. */
const FIRST = '2027-08-02T08:00';
const BEFORE = '2027-07-30T08:00';

let bot: Bot;
let caseId: string;
beforeEach(async () => {
  bot = await startBot();
  for (const as of [mentor, otherMentor, coordinator, docent]) await bot.say('hallo', { as });
  await reported('p-fenna');
  caseId = (await bot.cases())[0]!.case;
});
afterEach(() => bot.stop());

const who = (id: string) => ({
  partition: bot.partition,
  person: school.persons.find((p) => p.id === id)!,
});
async function reported(pupil: string) {
  const told = report({ about: [{ pupil }] });
  await submitReport(bot.service.world, who(docent), told, { day: '2026-10-05', nonce: randomUUID() });
  await bot.settled();
}
const state = async () => (await load(bot.service.world, bot.partition, caseId)).state;
async function change(make: (school: School) => Partial<School>) {
  const saved = await bot.store.school(bot.partition);
  await bot.store.saveSchool({ ...saved, ...make(saved) });
}
/** The register of the new school year: Fenna moves on to 3A. */
const newGroups = () =>
  change(({ pupils }) => ({
    pupils: pupils.map((p) => (p.id === 'p-fenna' ? { ...p, group: '3A' } : p)),
  }));
async function at(local: string) {
  bot.clock.set(local);
  await bot.settled();
}
const cards = (as: string) =>
  bot.connector.to(chatOf(as)).flatMap((sent) => (sent.body.attachments ? [cardOf(sent)] : []));
const cardWith = (as: string, text: string) => cards(as).filter((c) => textIn(c).includes(text));
const questions = (as: string) => cardWith(as, 'Wil je een zaak overnemen?');
async function ask(text: string, as: string) {
  await bot.say(text, { as });
  const card = cards(as).at(-1)!;
  expect(faultsOf(card as Sent)).toStrictEqual([]);
  return card;
}
const answer = async (title: string, as: string = otherMentor) => {
  const said = cardIn(await bot.press(button(questions(as).at(-1)!, title), { as }));
  await bot.settled();
  return textIn(said);
};

describe('P21: the turn of the year', () => {
  it('asks the mentor of the new group on the first school day, and the old one stays in charge until then', async () => {
    await at(BEFORE);
    await newGroups();
    expect(questions(otherMentor)).toStrictEqual([]);
    await at(FIRST);
    expect(questions(otherMentor)).toHaveLength(1);
    expect(textIn(questions(otherMentor)[0])).toContain(
      'Nu is Mila Mentor (mentor) aan zet. Het is een nieuw schooljaar: neem jij het over als mentor?',
    );
    expect(await state()).toMatchObject({ group: '3A', lead: { person: mentor } });
    expect(await answer('Ik neem het over')).toContain('Je bent nu aan zet');
    expect((await state()).lead).toStrictEqual({ function: 'mentor', person: otherMentor });
    expect(cardWith(mentor, 'Je bent niet meer aan zet')).toHaveLength(1);
  });

  it('who declines is not asked again; who stays in charge and the coordinator hear it', async () => {
    await newGroups();
    await at(FIRST);
    await answer('Liever niet');
    for (const as of [mentor, coordinator]) expect(cardWith(as, 'neemt de zaak niet over')).toHaveLength(1);
    for (const day of ['03', '04', '09', '16']) await at(`2027-08-${day}T08:00`);
    expect(questions(otherMentor)).toHaveLength(1);
    expect((await state()).lead.person).toBe(mentor);
  });

  it('asks nobody where who is in charge is the right one, and waits for the new groups', async () => {
    await at(FIRST);
    expect(questions(otherMentor)).toStrictEqual([]);
    await newGroups();
    await at('2027-08-10T08:00');
    await at('2027-08-17T08:00');
    expect(questions(otherMentor)).toHaveLength(1);
  });

  it('of a mentor who left the school the coordinator takes the place until then', async () => {
    await newGroups();
    await change(({ persons }) => ({ persons: persons.filter((p) => p.id !== mentor) }));
    await at(FIRST);
    expect(questions(otherMentor)).toHaveLength(1);
    expect(textIn(await ask('taken', coordinator))).toContain('Zaak 2026-0001');
    await answer('Ik neem het over');
    expect((await state()).lead.person).toBe(otherMentor);
  });

  it('is started by the coordinator when they like, and by nobody else', async () => {
    expect(textIn(await ask('nieuw schooljaar', coordinator))).toContain('Er is niets over te dragen');
    await newGroups();
    const card = await ask('nieuw schooljaar', coordinator);
    expect(textIn(card)).toContain('Van Mila Mentor naar Omar Mentor');
    const data = sentBy(card, 'Vraag het hun');
    for (const as of [mentor, docent]) {
      expect(textIn(await ask('nieuw schooljaar', as))).toContain('alleen de coördinator');
      expect(textIn(cardIn(await bot.press(data, { as })))).toContain('alleen de coördinator');
    }
    expect(textIn(cardIn(await bot.press(data, { as: coordinator })))).toContain('Bij 1 zaak vraag ik');
    await bot.settled();
    expect(textIn(questions(otherMentor)[0])).toContain(
      'Ans Antipest vraagt of jij het overneemt als mentor.',
    );
    expect(textIn(await ask('nieuw schooljaar', coordinator))).toContain('Er is niets over te dragen');
  });
});

describe('P21: niet samen plaatsen', () => {
  async function advise(typed: Record<string, string>) {
    const sent = { verb: 'case.apart', case: caseId, nonce: randomUUID(), day: '2026-10-05', ...typed };
    return textIn(cardIn(await bot.press(sent, { as: mentor })));
  }

  it('is noted in a case, and read by the coordinator only, who is noted as having looked', async () => {
    expect(textIn(await ask('groepsindeling', coordinator))).toContain('Er staat niets');
    expect(await advise({ who: 'p-fenna' })).toContain('Over deze leerling gaat de zaak.');
    expect(await advise({})).toContain('Kies met welke leerling beter niet');
    expect(await advise({ who: 'p-bram', because: 'Rust voor *allebei*.' })).toContain('✓ Het staat klaar');
    await advise({ name: 'Een Buurjongen' });
    expect(await advise({ who: 'p-bram' })).toContain('Dit staat al klaar');
    const before = (await bot.store.readsOf(bot.partition, caseId)).length;
    const text = textIn(await ask('groepsindeling', coordinator));
    expect(text).toContain('Fenna Fictief (2B) niet met Bram Bedacht (2B)');
    expect(text).toContain('Rust voor \\*allebei\\*.');
    expect(text).toContain('Fenna Fictief (2B) niet met Een Buurjongen');
    expect((await bot.store.readsOf(bot.partition, caseId)).slice(before)).toMatchObject([
      { person: coordinator },
    ]);
    for (const as of [mentor, docent]) expect(textIn(await ask('groepsindeling', as))).not.toContain('Bram');
  });

  it('stays on the list when the case is closed, into the next school year', async () => {
    await advise({ who: 'p-bram' });
    const closing = { step: 'beoordelen.1', outcome: 'geen-pesten', q_omdat: 'Ze speelden.' };
    const sent = { verb: 'step.submit', case: caseId, nonce: randomUUID(), day: '2026-10-05', ...closing };
    await bot.press(sent, { as: mentor });
    expect(await bot.cases()).toStrictEqual([]);
    await at('2027-08-20T09:00');
    expect(textIn(await ask('groepsindeling', coordinator))).toContain('niet met Bram Bedacht');
  });

  it('P13: closes the case to family of the other pupil', async () => {
    await change(({ persons }) => ({
      persons: persons.map((p) => (p.id === coordinator ? { ...p, family: ['p-bram'] } : p)),
    }));
    await advise({ who: 'p-bram' });
    expect(textIn(await ask('zaak 1', coordinator))).toContain('je mag hem niet zien');
  });
});
