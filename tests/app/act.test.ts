import { randomUUID } from 'node:crypto';
import { viewOf } from '../../src/api/caseView.ts';
import { act } from '../../src/app/act.ts';
import { load } from '../../src/app/load.ts';
import { listCases, readCase } from '../../src/app/reads.ts';
import { keepReleased } from '../../src/app/release.ts';
import { submitReport } from '../../src/app/reports.ts';
import { sceneFor } from '../../src/app/wouldBe.ts';
import type { Who, World } from '../../src/app/world.ts';
import type { School } from '../../src/domain/school.ts';
import { readProtocols } from '../../src/storage/protocolFiles.ts';
import { testStore } from '../support/azurite.ts';
import { at, person, report, school } from '../support/world.ts';

let world: World;
const who = (id: string): Who => ({ partition: 'test', person: school.persons.find((p) => p.id === id)! });
const form = () => ({ day: '2026-10-05', nonce: randomUUID() });

beforeAll(async () => {
  const store = await testStore();
  await store.saveSchool(school);
  world = {
    store,
    clock: { now: () => at('2026-10-05T08:20') },
    ids: { next: randomUUID },
    released: readProtocols('protocols'),
    spreadMs: 0,
  };
  await keepReleased(world, 'test');
});

/** The same school, in which this member of staff is family of a pupil. */
const withFamily = (id: string, pupil: string): School => ({
  ...school,
  persons: school.persons.map((p) => (p.id === id ? { ...p, family: [pupil] } : p)),
});
const family = (id: string, pupil: string): Who => ({
  partition: 'test',
  person: withFamily(id, pupil).persons.find((p) => p.id === id)!,
});

/** A fresh case about a pupil, by its id. */
async function caseAbout(pupil: string): Promise<string> {
  const given = await submitReport(world, who(person.docent), report({ about: [{ pupil }] }), form());
  const rows = await listCases(world, who(person.coordinator));
  return rows.find((row) => row.number === given.receipts[0]!.number)!.case;
}
const correct = (from: string, to: string) =>
  ({ type: 'correctPupil', from: { pupil: from }, to: { pupil: to } }) as const;

describe('P14: a case about the wrong pupil', () => {
  it('moves to the right one: mentor, list, history; nothing leads from the wrong pupil to it', async () => {
    const id = await caseAbout('p-fenna');
    await act(world, who(person.mentor), id, correct('p-fenna', 'p-ties'), form());
    const { state } = await load(world, 'test', id);
    expect(state).toMatchObject({ group: '3A', lead: { function: 'mentor', person: person.otherMentor } });
    expect(await world.store.casesOf('test', 'p-fenna')).toStrictEqual([]);
    expect(await world.store.openCasesOf('test', 'p-ties')).toStrictEqual([id]);
    await expect(readCase(world, who(person.mentor), id)).rejects.toMatchObject({ code: 'not-found' });
    const view = viewOf(await sceneFor(world, who(person.otherMentor), id));
    expect(JSON.stringify(view)).not.toContain('Fenna');
    expect(view.chronology.map((e) => e.text)).toContain('De verkeerde leerling is vervangen door de goede');
  });

  it('takes only pupils whom the school knows, or a name that was typed', async () => {
    const id = await caseAbout('p-noor');
    const wrong = act(world, who(person.mentor), id, correct('p-noor', 'p-nobody'), form());
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid',
      message: 'Kies een leerling uit de lijst.',
    });
    const typed = { ...correct('p-noor', ''), to: { name: 'Nova Nieuw' } };
    await act(world, who(person.mentor), id, typed, form());
    expect((await load(world, 'test', id)).state.participants[0]!.who).toStrictEqual({ name: 'Nova Nieuw' });
  });

  it('is not for somebody who only reported', async () => {
    const id = await caseAbout('p-zoe');
    const tried = act(world, who(person.docent), id, correct('p-zoe', 'p-bram'), form());
    await expect(tried).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('P13: family of a pupil in a case', () => {
  afterEach(() => world.store.saveSchool(school));

  it('is not in charge of it and does not see it, whatever the function; a colleague above is', async () => {
    await world.store.saveSchool(withFamily(person.mentor, 'p-fenna'));
    const id = await caseAbout('p-fenna');
    const { state } = await load(world, 'test', id);
    expect(state.lead).toMatchObject({ person: person.leerlingencoordinator });
    await expect(readCase(world, family(person.mentor, 'p-fenna'), id)).rejects.toMatchObject({
      code: 'not-found',
    });
    const rows = await listCases(world, family(person.mentor, 'p-fenna'));
    expect(rows.map((row) => row.case)).not.toContain(id);
  });

  it('steps back when the pupil turns out to be in it later, the coordinator included', async () => {
    const id = await caseAbout('p-bram');
    await world.store.saveSchool(withFamily(person.coordinator, 'p-noor'));
    const noor = { type: 'giveRole', who: { pupil: 'p-noor' }, role: 'pester' } as const;
    await act(world, who(person.mentor), id, noor, form());
    const tried = act(world, family(person.coordinator, 'p-noor'), id, { type: 'note', text: 'Hoi' }, form());
    await expect(tried).rejects.toMatchObject({ code: 'not-found' });
    await world.store.saveSchool(withFamily(person.mentor, 'p-ties'));
    const ties = { ...noor, who: { pupil: 'p-ties' } };
    await act(world, who(person.coordinator), id, ties, form());
    expect((await load(world, 'test', id)).state).toMatchObject({
      barred: [person.mentor],
      lead: { person: person.leerlingencoordinator },
    });
  });
});
