/** Every form counts once: pressed again, delivered twice by Teams, or sixteen seconds late. */
import { randomUUID } from 'node:crypto';
import type { Act } from '../../src/app/act.ts';
import { act } from '../../src/app/act.ts';
import { actOnConfidential, confidentialPartition, sendConfidential } from '../../src/app/confidential.ts';
import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import { verbs } from '../../src/teams/verbs/registry.ts';
import type { Bot } from '../support/bot.ts';
import { startBot } from '../support/bot.ts';
import { person, report, school as usual } from '../support/world.ts';

const { mentor, coordinator, docent, otherMentor, leerlingencoordinator: llc } = person;
const today = '2026-10-05';
const [vera, veerle] = ['vera-id', 'veerle-id'];
const posts = [{ function: 'vertrouwenspersoon' }];
const school = {
  ...usual,
  persons: [
    ...usual.persons,
    { id: vera, name: 'Vera Vertrouwen', posts },
    { id: veerle, name: 'Veerle Vertrouwen', posts },
  ],
};
let bot: Bot;
let caseId: string;
beforeEach(async () => {
  bot = await startBot({ school });
  await submitReport(bot.service.world, who(docent), report(), form());
  await bot.settled();
  caseId = (await bot.cases())[0]!.case;
});
afterEach(() => bot.stop());

const who = (id: string) => ({
  partition: bot.partition,
  person: school.persons.find((p) => p.id === id)!,
});
const form = () => ({ day: today, nonce: randomUUID() });
const does = (wanted: Act, as = mentor) => act(bot.service.world, who(as), caseId, wanted, form());
const completes = (step: string, outcome: string, answers = {}) =>
  completeStep(
    bot.service.world,
    who(mentor),
    { case: caseId, step, outcome, answers, contacts: [{ of: 'p-fenna', how: 'phone', reached: true }] },
    form(),
  );
const told = { about: 'p-fenna', story: 'Zag iets.', source: 'zelf', happened: today, safe: 'ja' };
const because = 'Omdat het nu zo is.';
const noted = { team: 'onderbouw', story: 'Alleen bij het hek.', about: 'Noor Nergens', safe: 'ja' };

const letter = { story: 'Hoorde iets.', safe: 'ja', approach: 'ja' } as const;
/** A confidential message of the docent (P3), after what was done with it. */
async function message(...done: [string, Parameters<typeof actOnConfidential>[3]][]): Promise<void> {
  const { world } = bot.service;
  for (const as of [docent, vera]) await bot.say('hallo', { as });
  await sendConfidential(world, who(docent), { to: vera, letter }, form());
  for (const [as, wanted] of done) await actOnConfidential(world, who(as), await messageId(), wanted);
  await settled();
}
const messageId = async () =>
  (await bot.store.confidentialsOf(confidentialPartition(bot.partition), vera))[0]!.id;
async function settled(): Promise<void> {
  await bot.settled();
  await bot.service.drained(confidentialPartition(bot.partition));
}
/** The same, unread for a school day: the reporter is asked to choose somebody else. */
async function unread(): Promise<void> {
  await message();
  bot.clock.set('2026-10-06T08:21');
  await settled();
  bot.clock.set('2026-10-05T08:20');
}

interface Form {
  as?: string;
  place?: 'channel';
  /** What happens before the form can be sent. */
  given?: () => Promise<unknown>;
  /** What is typed, beside the ids. */
  typed: () => Record<string, string> | Promise<Record<string, string>>;
}

/** How each form is filled in so that something comes of it. A new verb does not pass until it stands here or below. */
const forms: Record<string, Form> = {
  'report.submit': { as: docent, typed: () => told },
  'step.submit': { typed: () => ({ step: 'beoordelen.1', outcome: 'oppakken' }) },
  'step.later': { typed: () => ({ step: 'gesprek.1', to: '2026-10-08', because }) },
  'step.talk': { typed: () => ({ step: 'gesprek.1', on: today, line: 'Rustig.' }) },
  'step.skip': { typed: () => ({ step: 'veilig.1', because }) },
  'step.reopen': {
    given: () => does({ type: 'skipStep', step: 'veilig.1', because }),
    typed: () => ({ step: 'veilig.1', because }),
  },
  'case.note': { typed: () => ({ text: 'Belde net.' }) },
  'case.agree': { typed: () => ({ text: 'We kijken mee.' }) },
  'case.role': { typed: () => ({ who: 'p-bram', role: 'omstander' }) },
  'case.apart': { typed: () => ({ who: 'p-bram' }) },
  'case.correct': { typed: () => ({ who: 'p-fenna', right: 'p-noor' }) },
  'case.bar': { as: coordinator, typed: () => ({ person: docent, because }) },
  'case.unbar': {
    as: coordinator,
    given: () => does({ type: 'bar', person: docent, because }),
    typed: () => ({ person: docent, because }),
  },
  'case.reopen': {
    as: coordinator,
    given: () => completes('beoordelen.1', 'geen-pesten', { omdat: because }),
    typed: () => ({ because }),
  },
  'case.handover.send': { typed: () => ({ to: llc, lead: mentor, asked: '' }) },
  'case.handover.answer': {
    as: llc,
    given: () => does({ type: 'handOver', to: llc }),
    typed: () => ({ accept: 'ja' }),
  },
  'case.help.send': { typed: () => ({ to: otherMentor, lead: mentor, asked: '' }) },
  'case.takeover.send': { as: llc, typed: () => ({ lead: mentor, asked: '', because }) },
  'register.done': {
    given: () => completes('gesprek.1', 'gedaan', { veilig: 5 }),
    typed: async () => {
      const { registrations } = (await bot.cases())[0]!;
      expect(registrations).not.toStrictEqual([]);
      return { step: 'gesprek.1', pupil: 'p-fenna' };
    },
  },
  'year.turn': {
    as: coordinator,
    given: async () => {
      const saved = await bot.store.school(bot.partition);
      const pupils = saved.pupils.map((p) => (p.id === 'p-fenna' ? { ...p, group: '3A' } : p));
      await bot.store.saveSchool({ ...saved, pupils });
    },
    typed: () => ({}),
  },
  'settings.briefing': { as: coordinator, typed: () => ({ typed: '08:25' }) },
  'settings.emergency': { as: coordinator, typed: () => ({ typed: 'Conciërge: 010-000 00 00' }) },
  'settings.channel': { as: coordinator, place: 'channel', typed: () => ({ use: 'team:onderbouw' }) },
  'away.set': { typed: () => ({ back: '2026-10-09', substitute: otherMentor }) },
  'alert.share': { typed: () => ({ text: 'Let op bij het hek.', teams: 'onderbouw' }) },
  'briefing.note': { as: docent, place: 'channel', typed: () => noted },
  'confidential.send': {
    as: docent,
    typed: () => ({ to: vera, story: 'Hoorde iets.', safe: 'ja', approach: 'ja' }),
  },
  'confidential.read': { as: vera, given: message, typed: async () => ({ message: await messageId() }) },
  'confidential.note': {
    as: vera,
    given: () => message([vera, { type: 'read' }]),
    typed: async () => ({ message: await messageId(), text: 'Gesproken.' }),
  },
  'confidential.ask': {
    as: vera,
    given: () => message([vera, { type: 'read' }]),
    typed: async () => ({ message: await messageId() }),
  },
  'confidential.consent': {
    as: docent,
    given: () => message([vera, { type: 'read' }], [vera, { type: 'askConsent' }]),
    typed: async () => ({ message: await messageId(), consent: 'nee' }),
  },
  'confidential.close': {
    as: vera,
    given: () => message([vera, { type: 'read' }]),
    typed: async () => ({ message: await messageId(), as: 'besproken' }),
  },
  'confidential.keep': { as: docent, given: unread, typed: async () => ({ message: await messageId() }) },
  'confidential.choose': {
    as: docent,
    given: unread,
    typed: async () => ({ message: await messageId(), to: veerle }),
  },
};
/** They send nothing: what they open can be opened again. */
const opens = [
  ...['report.door', 'step.open', 'case.open', 'handover.open', 'register.open', 'step.begin', 'step.more'],
  ...[
    'case.more',
    'act.form',
    'case.handover',
    'case.help',
    'case.takeover',
    'confidential.form',
    'confidential.forward',
  ],
];

test('every button is known here: as a form, or as one that only opens something', () => {
  // Withdrawing a point twice is tested with the points.
  expect([...Object.keys(forms), ...opens, 'alert.withdraw'].sort()).toStrictEqual(Object.keys(verbs).sort());
});

/** All that the school holds, without what only time or looking changes. */
async function everything(): Promise<unknown> {
  const lane = confidentialPartition(bot.partition);
  const messages = (
    await Promise.all([vera, veerle].map((id) => bot.store.confidentialsOf(lane, id)))
  ).flat();
  const letters = await Promise.all(messages.map(({ id }) => bot.store.confidential(lane, id)));
  const [rows, school, log, alerts] = await Promise.all([
    bot.cases(),
    bot.store.school(bot.partition),
    bot.store.logOf(bot.partition),
    bot.store.alerts(bot.partition, today),
  ]);
  const histories = await Promise.all(
    [caseId, ...rows.map((row) => row.case)].map((id) => bot.store.load(bot.partition, id)),
  );
  return { rows, school, log, alerts, histories: histories.map((stored) => stored?.events), letters };
}

test.each(Object.entries(forms))(
  '%s: pressed again, delivered twice and sixteen seconds late it counts once, and is answered kindly',
  async (verb, { as = mentor, place, given, typed }) => {
    await given?.();
    const before = await everything();
    const data = { verb, case: caseId, nonce: randomUUID(), day: today, ...(await typed()) };
    const from = { as, place, activity: randomUUID() };
    const first = await bot.press(data, from);
    await settled();
    const after = await everything();
    expect(after).not.toStrictEqual(before);

    const sent = bot.connector.sent.length;
    const pressedAgain = { as, place };
    const again = [
      await bot.press(data, from),
      ...(await Promise.all([1, 2].map(() => bot.press(data, pressedAgain)))),
    ];
    bot.clock.set('2026-10-05T06:20:16.000Z');
    again.push(await bot.press(data, from));
    await settled();
    expect(await everything()).toStrictEqual(after);
    for (const { status, body } of [first, ...again]) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/ging iets mis|niet meer geldig|Error/);
    }
    // Nobody hears of it again; a channel's card may be drawn once more.
    const later = bot.connector.sent.slice(sent).filter((s) => s.method === 'POST');
    expect(later.filter((s) => s.conversation !== `chat-${as}`)).toStrictEqual([]);
  },
);
