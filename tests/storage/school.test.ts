import { Protocol } from '../../src/domain/protocol.ts';
import type { Store } from '../../src/app/ports/store.ts';
import { testStore } from '../support/azurite.ts';
import { counting } from '../support/counting.ts';
import { NOW, fresh, jobOf, lossy, schoolOf } from './samples.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});

test('a school is saved and read back', async () => {
  const school = schoolOf(fresh());
  await store.saveSchool(school);
  expect(await store.school(school.settings.id)).toEqual(school);
  expect(await store.school(`${school.settings.id}!v`)).toEqual(school);
  expect(await store.schools()).toContain(school.settings.id);
});

test('a school of 300 pupils, of whom most leave, is saved in batches', async () => {
  const pupils = Array.from({ length: 300 }, (_, i) => ({
    id: `leerling-${String(i).padStart(3, '0')}`,
    name: `Leerling ${i}`,
    group: '1a',
  }));
  const school = schoolOf(fresh(), { pupils });
  await store.saveSchool(school);
  expect((await store.school(school.settings.id)).pupils).toEqual(pupils);
  await store.saveSchool({ ...school, pupils: pupils.slice(250), groups: [] });
  expect(await (await testStore()).school(school.settings.id)).toEqual({
    ...school,
    pupils: pupils.slice(250),
    groups: [],
  });
});

test('a school that did not change costs one row, and a change elsewhere is seen at once', async () => {
  const { policy, counts, reset } = counting();
  const reader = await testStore(policy);
  const school = schoolOf(fresh());
  await store.saveSchool(school);
  await reader.school(school.settings.id);
  reset();
  await reader.school(school.settings.id);
  expect(counts).toEqual({ requests: 1, transactions: 0, queries: 0, rows: 0 });
  const renamed = { ...school, settings: { ...school.settings, name: 'De Haven' } };
  await store.saveSchool(renamed);
  expect(await reader.school(school.settings.id)).toEqual(renamed);
});

test('a school that is not there is not found', async () => {
  await expect(store.school(fresh())).rejects.toMatchObject({ code: 'not-found' });
});

test('staff are found by tenant and id until they leave', async () => {
  const school = schoolOf(fresh());
  const { id, tenantId } = school.settings;
  await store.saveSchool(school);
  expect(await store.findPerson(tenantId, 'juf')).toEqual({ partition: id, person: school.persons[0] });
  expect(await store.findPerson('another-tenant', 'juf')).toBeUndefined();
  await store.saveSchool({ ...school, persons: school.persons.slice(1) });
  expect(await store.findPerson(tenantId, 'juf')).toBeUndefined();
  expect(await store.findPerson(tenantId, 'meester')).toBeDefined();
});

test('who goes to another school of the same tenant is found there', async () => {
  const one = schoolOf(fresh());
  const two = schoolOf(fresh(), { persons: one.persons.slice(0, 1) });
  two.settings.tenantId = one.settings.tenantId;
  await store.saveSchool(one);
  await store.saveSchool(two);
  await store.saveSchool({ ...one, persons: one.persons.slice(1) });
  expect((await store.findPerson(one.settings.tenantId, 'juf'))?.partition).toBe(two.settings.id);
});

test('a protocol longer than one property is kept whole, and read from the store once', async () => {
  const p = fresh();
  const ref = { id: 'pesten', version: 2, hash: 'abc' };
  const protocol = Protocol.parse({
    id: 'pesten',
    version: 2,
    title: '🙂'.repeat(40_001),
    lvs: 'Magister',
    functions: { mentor: { title: 'mentor' } },
    coordinator: 'mentor',
    lead: [{ function: 'mentor' }],
    report: {
      definition: 'Pesten is …',
      behaviours: [{ id: 'slaan', label: 'Slaan', hint: 'x' }],
      signals: { school: [], home: [] },
    },
    reminders: { again: 2, escalate: [{ after: 2, to: 'mentor' }] },
    steps: [
      {
        id: 'gesprek',
        title: 'Gesprek',
        why: 'x',
        opens: 'report',
        outcomes: [{ id: 'klaar', label: 'Klaar' }],
      },
    ],
  });
  await store.keepProtocol(p, ref, protocol);
  await (await testStore()).keepProtocol(p, ref, protocol);
  const { policy, counts, reset } = counting();
  const reader = await testStore(policy);
  // Not toEqual: a failure would print it all.
  expect(JSON.stringify(await reader.protocol(p, ref)) === JSON.stringify(protocol)).toBe(true);
  reset();
  await reader.protocol(p, ref);
  expect(counts.requests).toBe(0);
  expect(await reader.protocolHashes(p, 'pesten', 2)).toEqual(['abc']);
  expect(await reader.protocolHashes(p, 'pesten', 1)).toEqual([]);
  await expect(reader.protocol(p, { ...ref, hash: 'def' })).rejects.toThrow('was never kept');
});

test('a conversation is kept by person', async () => {
  const p = fresh();
  const conversation = {
    person: 'juf',
    conversationId: 'a:1',
    serviceUrl: 'https://example.org/',
    tenantId: 't',
    botId: 'b',
  };
  expect(await store.conversation(p, 'juf')).toBeUndefined();
  await store.saveConversation(p, conversation);
  expect(await store.conversation(p, 'juf')).toEqual(conversation);
});

test('the clock of a development store can be months ahead', async () => {
  expect(await store.clockOffset()).toBe(0);
  await store.setClockOffset(90 * 86_400_000);
  expect(await store.clockOffset()).toBe(7_776_000_000);
});

const entry = (id: string) => ({ id, at: NOW, by: 'juf' });
const form = (nonce: string) => ({ day: '2026-11-02', nonce });

test('parts of a school change in one transaction with the log, the jobs and the result of the form', async () => {
  const school = schoolOf(fresh());
  const p = school.settings.id;
  await store.saveSchool(school);
  const make = () =>
    Promise.resolve({
      parts: {
        settings: { ...school.settings, initials: true },
        persons: [
          { ...school.persons[0]!, name: 'Juf de Boer' },
          { id: 'nieuw', name: 'Nieuw', posts: [] },
        ],
        groups: [{ id: '2a', team: 'onderbouw' }],
        pupils: [{ id: 'kim', name: 'Kim', group: '2a' }],
        gone: { persons: ['meester'], groups: ['1a'], pupils: ['sam'] },
      },
      what: 'Van alles.',
      jobs: [jobOf('een'), jobOf('twee')],
      result: { n: 7 },
    });
  expect(await store.changeSchool(p, make, entry('log-1'), form('f'))).toStrictEqual({ n: 7 });
  const other = await testStore();
  expect(await other.school(p)).toMatchObject({
    settings: { initials: true },
    persons: [{ id: 'juf', name: 'Juf de Boer' }, { id: 'nieuw' }],
    groups: [{ id: '2a' }],
    pupils: [{ id: 'kim' }],
  });
  expect(await other.logOf(p)).toStrictEqual([{ ...entry('log-1'), what: 'Van alles.' }]);
  expect((await other.jobs(p, NOW)).map((job) => job.id)).toStrictEqual(['een', 'twee']);
  expect(await other.findPerson(school.settings.tenantId, 'nieuw')).toMatchObject({ partition: p });
  expect(await other.findPerson(school.settings.tenantId, 'meester')).toBeUndefined();
  const never = () => Promise.reject(new Error('made again'));
  expect(await store.changeSchool(p, never, entry('log-2'), form('f'))).toStrictEqual({ n: 7 });
});

test('of ten who change a school at once each is decided on what the one before left', async () => {
  const school = schoolOf(fresh());
  const p = school.settings.id;
  await store.saveSchool(school);
  const done = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) =>
      store.changeSchool(
        p,
        (now) => {
          const pupils = [{ id: `n-${now.pupils.length}`, name: 'X', group: '1a' }];
          return Promise.resolve({ parts: { pupils }, jobs: [], result: null });
        },
        entry(`log-${i}`),
        form(`form-${i}`),
      ),
    ),
  );
  const landed = done.filter((d) => d.status === 'fulfilled').length;
  expect(landed).toBeGreaterThanOrEqual(2);
  expect((await store.school(p)).pupils).toHaveLength(1 + landed);
});

test('a change whose answer got lost is made once', async () => {
  const wire = lossy();
  const weak = await testStore(wire.policy);
  const school = schoolOf(fresh());
  const p = school.settings.id;
  await weak.saveSchool(school);
  let made = 0;
  const make = () => {
    made++;
    return Promise.resolve({ parts: { pupils: [] }, jobs: [jobOf(`taak-${made}`)], result: made });
  };
  wire.lose(1);
  expect(await weak.changeSchool(p, make, entry('log'), form('f'))).toBe(1);
  expect((await weak.jobs(p, NOW)).map((job) => job.id)).toStrictEqual(['taak-1']);
});

test('what the watchdog found last is kept, and a dead job is sent again by one of two who ask', async () => {
  const p = fresh();
  expect(await store.watch(p)).toBeUndefined();
  const watch = { date: '2026-11-02', at: NOW, cases: 2, wrong: [] };
  await store.commit(p, { watch });
  await store.commit(p, { watch: { ...watch, cases: 3 } });
  expect(await store.watch(p)).toStrictEqual({ ...watch, cases: 3 });

  await store.commit(p, { jobs: [jobOf('dood')] });
  const [job] = await store.jobs(p, NOW);
  await store.commit(p, { bury: { job: job!, reason: 'x', at: NOW } });
  const [dead] = await store.deadJobs(p);
  const revive = { dead: dead!, job: jobOf('dood', { work: dead!.work }) };
  const both = await Promise.all([store.commit(p, { revive }), store.commit(p, { revive })]);
  expect(both.filter((done) => done.ok)).toHaveLength(1);
  expect(both.find((done) => !done.ok)).toStrictEqual({ ok: false, why: 'conflict' });
  expect(await store.jobs(p, NOW)).toHaveLength(1);
  expect(await store.deadJobs(p)).toStrictEqual([]);
});
