/** Who is away, left the staff or may have nothing to do with a case: what was for them reaches somebody (P13, P15). */
import { randomUUID } from 'node:crypto';
import { act } from '../../src/app/act.ts';
import { load } from '../../src/app/load.ts';
import { readCase } from '../../src/app/reads.ts';
import { completeStep } from '../../src/app/steps.ts';
import { tasksOf } from '../../src/app/tasks.ts';
import type { Who } from '../../src/app/world.ts';
import type { Message } from '../../src/domain/messages.ts';
import type { Person } from '../../src/domain/school.ts';
import type { Bot } from '../support/bot.ts';
import { chatOf, openForm, startBot } from '../support/bot.ts';
import { button, textIn } from '../support/connector.ts';
import { person, school } from '../support/world.ts';

const { coordinator, docent, mentor, otherMentor } = person;
/** Beside the one who stands in, a second docent: a function held by all opens nothing to them. */
const fellow: Person = { id: 'docent-2', name: 'Dunya Docent', posts: [{ function: 'docent' }] };
const NOW = '2026-10-05';

let bot: Bot;
let caseId: string;
beforeEach(async () => {
  bot = await startBot({ school: { ...school, persons: [...school.persons, fellow] } });
  for (const as of [mentor, coordinator, otherMentor, fellow.id]) await bot.say('hallo', { as });
  const data = button(await openForm(bot, docent), 'Melding versturen');
  const told = { about: 'p-fenna', story: 'x', source: 'zelf', happened: NOW, safe: 'ja' };
  await bot.press({ ...data, ...told }, { as: docent });
  await bot.settled();
  caseId = (await bot.cases())[0]!.case;
});
afterEach(() => bot.stop());

async function who(id: string): Promise<Who> {
  const staff = (await bot.store.school(bot.partition)).persons;
  return { partition: bot.partition, person: staff.find((p) => p.id === id)! };
}
const form = () => ({ day: NOW, nonce: randomUUID() });
async function staff(change: (persons: Person[]) => Person[]) {
  const now = await bot.store.school(bot.partition);
  await bot.store.saveSchool({ ...now, persons: change(now.persons) });
}
const away = (id: string, substitute?: string) =>
  staff((all) => all.map((p) => (p.id === id ? { ...p, away: { until: '2026-10-09', substitute } } : p)));
const leaves = (id: string) => staff((all) => all.filter((p) => p.id !== id));
/** Puts a message in the queue as a command would have; the case is as it is. */
async function sends(message: Omit<Message, 'case'>, to: string) {
  const job = { id: randomUUID(), lane: `${caseId}>${to}`, seq: '9', runAt: `${NOW}T06:20:00.000Z` };
  const work = { kind: 'message' as const, message: { ...message, case: caseId } as Message };
  await bot.store.commit(bot.partition, { jobs: [{ ...job, work }] });
  await bot.settled();
  await bot.settled();
}
const textsTo = (id: string) => bot.connector.to(chatOf(id)).map((s) => textIn(s.body));
const asked = async (id: string) =>
  (await tasksOf(bot.service.world, await who(id))).map((t) => (t.what === 'step' ? t.step.key : t.what));
const done = { step: 'veilig.1', outcome: 'gedaan', answers: { vandaag: 'Toezicht.' } };
const finishes = async (id: string) =>
  completeStep(bot.service.world, await who(id), { case: caseId, ...done }, form());
const state = async () => (await load(bot.service.world, bot.partition, caseId)).state;
const mayRead = async (id: string) => {
  try {
    await readCase(bot.service.world, await who(id), caseId);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'not-found' });
    return false;
  }
};

describe('P15: a substitute who does a step', () => {
  it('is named as such, and sees the case only while the other is away', async () => {
    await away(mentor, otherMentor);
    await finishes(otherMentor);
    expect((await state()).steps['veilig.1']!.doneBy).toMatchObject({
      person: otherMentor,
      instead: { person: mentor, function: 'mentor' },
    });
    expect(await mayRead(otherMentor)).toBe(true);
    await staff((all) => all.map((p) => ({ ...p, away: undefined })));
    expect(await mayRead(otherMentor)).toBe(false);
    expect(await mayRead(mentor)).toBe(true);
  });

  it('is asked for the note of it, and so is the other once back', async () => {
    await away(mentor, otherMentor);
    await finishes(otherMentor);
    await bot.settled();
    expect(await asked(otherMentor)).toContain('register');
    expect(textsTo(otherMentor).join()).toContain('Je krijgt dit omdat Mila Mentor er niet is.');
    await staff((all) => all.map((p) => ({ ...p, away: undefined })));
    expect(await asked(mentor)).toContain('register');
    expect(await asked(otherMentor)).not.toContain('register');
  });
});

describe('K17: the note of a colleague to whom the case was handed over', () => {
  beforeEach(async () => {
    const { world } = bot.service;
    await act(world, await who(mentor), caseId, { type: 'handOver', to: docent }, form());
    await act(world, await who(docent), caseId, { type: 'answerHandOver', accept: true }, form());
    await finishes(docent);
    await bot.settled();
  });

  it('is theirs: others of the same function hear nothing and see nothing', async () => {
    expect(await asked(docent)).toContain('register');
    expect(textsTo(docent).join()).toContain('Zet dit in');
    expect(await asked(fellow.id)).toStrictEqual([]);
    expect(await mayRead(fellow.id)).toBe(false);
    expect(textsTo(fellow.id).join()).not.toContain('Zet dit in');
  });

  it('is asked of who is in charge once they left', async () => {
    await act(bot.service.world, await who(coordinator), caseId, { type: 'takeOver' }, form());
    expect(await asked(coordinator)).not.toContain('register');
    await leaves(docent);
    expect(await asked(coordinator)).toContain('register');
  });
});

describe('P15: what was on its way to somebody who left', () => {
  const to = { person: mentor };
  it.each<[Omit<Message, 'case'> & { say: string }, string]>([
    [{ say: 'waiting', to }, 'zonder volgende stap'],
    [{ say: 'lead', to }, 'is nu aan zet'],
    [{ say: 'suggestion', suggestion: 'derde-signaal', to } as Message, 'Kijk hier even naar'],
    [{ say: 'register', step: 'veilig.1', function: 'mentor', to } as Message, 'Zet dit in'],
  ])('$say: reaches the coordinators', async (message, words) => {
    await finishes(mentor);
    await bot.settled();
    await leaves(mentor);
    const before = textsTo(coordinator).length;
    await sends(message, mentor);
    const [heard, ...more] = textsTo(coordinator).slice(before);
    expect(heard).toContain(words);
    expect(heard).toContain('Je krijgt dit omdat wie het moest weten hier niet meer werkt.');
    expect(more).toStrictEqual([]);
  });
});

describe('P13: where nobody who holds the function may hear of lateness', () => {
  const family = (id: string) =>
    staff((all) => all.map((p) => (p.id === id ? { ...p, family: ['p-fenna'] } : p)));

  it('the function above does, and may then do the step', async () => {
    await family(coordinator);
    await bot.say('hallo', { as: person.directeur });
    for (const day of ['06', '07', '08', '09']) {
      bot.clock.set(`2026-10-${day}T07:45`);
      await bot.settled();
      await bot.settled();
    }
    bot.clock.set('2026-10-09T07:55');
    await bot.settled();
    expect((await state()).steps['beoordelen.1']!.escalatedTo).toStrictEqual(['directeur']);
    expect(textsTo(person.directeur).join()).toContain('Een stap blijft liggen');
    expect(await mayRead(person.directeur)).toBe(true);
  });

  it('and where there is none, it is kept with its reason', async () => {
    await family(coordinator);
    await sends(
      {
        say: 'escalation',
        step: 'beoordelen.1',
        function: 'antipestcoordinator',
        to: { person: 'system' },
      } as Message,
      'system',
    );
    expect(await bot.store.deadJobs(bot.partition)).toMatchObject([
      { reason: 'Niemand mag of kan dit horen.', work: { message: { say: 'escalation' } } },
    ]);
  });

  it('an escalation on its way to who was barred since goes to a colleague of that function', async () => {
    const second: Person = { id: 'apc-2', name: 'Bo Antipest', posts: [{ function: 'antipestcoordinator' }] };
    await staff((all) => [...all, second]);
    await family(coordinator);
    await sends(
      {
        say: 'escalation',
        step: 'beoordelen.1',
        function: 'antipestcoordinator',
        to: { person: coordinator },
      } as Message,
      coordinator,
    );
    const slot = { date: NOW, kind: 'digest', where: second.id } as const;
    expect(await bot.store.commit(bot.partition, { slot })).toMatchObject({ why: 'taken' });
    expect(await bot.store.deadJobs(bot.partition)).toStrictEqual([]);
  });
});
