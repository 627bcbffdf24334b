import { randomUUID } from 'node:crypto';
import { act } from '../../src/app/act.ts';
import { findCase } from '../../src/app/lookup.ts';
import { keepReleased } from '../../src/app/release.ts';
import { submitReport } from '../../src/app/reports.ts';
import { completeStep } from '../../src/app/steps.ts';
import { tasksOf } from '../../src/app/tasks.ts';
import type { Who, World } from '../../src/app/world.ts';
import { openYear } from '../../src/app/year.ts';
import type { Report } from '../../src/domain/case.ts';
import type { School } from '../../src/domain/school.ts';
import { readProtocols } from '../../src/storage/protocolFiles.ts';
import { testStore } from '../support/azurite.ts';
import { counting } from '../support/counting.ts';
import { at, person, report, school } from '../support/world.ts';

const { policy, counts, reset } = counting();
let world: World;
let partition: string;
let now: string;

/** A school of its own for each test, with a pair of coordinators. */
beforeEach(async () => {
  partition = `school-${randomUUID()}`;
  now = at('2026-10-05T08:20');
  const store = await testStore(policy);
  const second = { id: 'apc-2', name: 'Bo Antipest', posts: [{ function: 'antipestcoordinator' }] };
  const own: School = {
    ...school,
    settings: { ...school.settings, id: partition, tenantId: partition },
    persons: [...school.persons, second],
  };
  await store.saveSchool(own);
  world = {
    store,
    clock: { now: () => now },
    ids: { next: randomUUID },
    released: readProtocols('protocols'),
    spreadMs: 0,
  };
  await keepReleased(world, partition);
});

async function who(id: string): Promise<Who> {
  const found = (await world.store.school(partition)).persons.find((p) => p.id === id);
  return { partition, person: found! };
}
const form = () => ({ day: '2026-10-05', nonce: randomUUID() });
async function reported(change: Partial<Report> = {}): Promise<string> {
  const given = await submitReport(world, await who(person.docent), report(change), form());
  const { number } = given.receipts[0]!;
  return (await world.store.openList(partition)).find((row) => row.number === number)!.case;
}
/** What somebody is asked, in words. */
const asked = async (id: string) =>
  (await tasksOf(world, await who(id))).map((task) =>
    task.what === 'step' ? task.step.title : task.what === 'register' ? `lvs ${task.step}` : task.what,
  );

test('A4: what somebody is asked costs one list, however many cases there are', async () => {
  for (const pupil of ['p-fenna', 'p-bram', 'p-ties']) await reported({ about: [{ pupil }] });
  await tasksOf(world, await who(person.mentor));
  const mentor = await who(person.mentor);
  reset();
  await tasksOf(world, mentor);
  // The school is in memory: one row tells whether it changed.
  expect(counts).toMatchObject({ requests: 2, queries: 1, rows: 3 });
});

describe('when the one in charge left the school', () => {
  const all = ['Vandaag veilig', 'Melding bekijken', 'Gesprek met de gepeste'];
  const mentorLeaves = async () => {
    const before = await world.store.school(partition);
    const persons = before.persons.filter((p) => p.id !== person.mentor);
    await world.store.saveSchool({ ...before, persons });
  };

  it('A3: a case asks every coordinator', async () => {
    await reported();
    expect(await asked(person.coordinator)).toStrictEqual([]);
    await mentorLeaves();
    expect(await asked(person.coordinator)).toStrictEqual(all);
    expect(await asked('apc-2')).toStrictEqual(all);
    expect(await asked(person.directeur)).toStrictEqual([]);
  });

  it('P13: but nobody to whom it is closed', async () => {
    const id = await reported();
    await mentorLeaves();
    const bar = { type: 'bar', person: 'apc-2', because: 'Het is familie.' } as const;
    await act(world, await who(person.coordinator), id, bar, form());
    expect(await asked('apc-2')).toStrictEqual([]);
    expect(await asked(person.coordinator)).toStrictEqual(all);
  });
});

test('K21: the steps of the school year are asked of who holds their function, for whatever group', async () => {
  now = at('2026-09-01T08:20');
  await openYear(world, partition);
  expect(await asked(person.coordinator)).toContain('Ouderavonden');
  expect(await asked('apc-2')).toContain('Ouderavonden');
  expect(await asked(person.mentor)).not.toContain('Ouderavonden');
});

test('K17: what is to be entered in the pupil tracking system is asked until it was', async () => {
  const id = await reported();
  const done = { case: id, step: 'veilig.1', outcome: 'gedaan', answers: { vandaag: 'Toezicht.' } };
  const mentor = await who(person.mentor);
  await completeStep(world, mentor, done, form());
  expect(await asked(person.mentor)).toContain('lvs veilig.1');
  const note = { step: 'veilig.1', pupil: 'p-fenna', doer: 'mentor', person: person.mentor };
  await act(world, mentor, id, { type: 'register', ...note }, form());
  expect(await asked(person.mentor)).not.toContain('lvs veilig.1');
});

test('A4 P3: to look for a number costs the same for a case of others, open or closed, and for none', async () => {
  const open = await reported();
  const closed = await reported({ about: [{ pupil: 'p-bram' }] });
  const ended = { case: closed, step: 'beoordelen.1', outcome: 'geen-pesten', answers: { omdat: 'Nee.' } };
  await completeStep(world, await who(person.mentor), ended, form());
  const cost = async (id: string, number: string) => {
    const as = await who(id);
    reset();
    const found = await findCase(world, as, number);
    return { found, ...counts };
  };
  const none = await cost(person.docent, '2026-0999');
  expect(none.found).toBeUndefined();
  for (const other of [person.docent, person.otherMentor, person.directeur])
    for (const number of ['2026-0001', '2026-0002']) expect(await cost(other, number)).toStrictEqual(none);
  expect((await cost(person.mentor, '2026-0001')).found).toBe(open);
  expect((await cost(person.mentor, '2')).found).toBe(closed);
  expect((await cost(person.coordinator, '2026-0002')).found).toBe(closed);
});

test.each(['', 'Fenna', '20260001', '2026-', '2026-0001-1', '-1'])(
  '"%s" is no number of a case',
  async (typed) => {
    const docent = await who(person.docent);
    await expect(findCase(world, docent, typed)).rejects.toMatchObject({ code: 'invalid' });
  },
);
