import type { LogEntry } from '../../src/app/ports/rows.ts';
import type { Store } from '../../src/app/ports/store.ts';
import { testStore } from '../support/azurite.ts';
import { NOW, after, fresh, lossy, schoolOf } from './samples.ts';

const wire = lossy();
let store: Store;
beforeAll(async () => {
  store = await testStore(wire.policy);
});

const entry = (id: string, over: Partial<LogEntry> = {}): LogEntry => ({
  id,
  at: NOW,
  by: 'juf',
  what: 'iets',
  ...over,
});
const form = (nonce: string) => ({ day: '2026-11-02', nonce });

async function opened() {
  const school = schoolOf(fresh());
  await store.saveSchool(school);
  return { p: school.settings.id, school };
}

test('a change of the settings is seen at once by another process, and who made it stands in the log', async () => {
  const { p, school } = await opened();
  const other = await testStore();
  await other.school(p);
  await store.saveSettings(p, (s) => ({ ...s, briefingAt: '08:45' }), entry('een'), form('een'));
  expect(await other.school(p)).toEqual({ ...school, settings: { ...school.settings, briefingAt: '08:45' } });
  expect(await other.logOf(p)).toEqual([entry('een')]);
});

test('ten who change the settings at once lose nothing of each other', async () => {
  const { p } = await opened();
  const numbers = Array.from({ length: 10 }, (_, i) => `06-${i}`);
  const done = await Promise.allSettled(
    numbers.map((phone) =>
      store.saveSettings(
        p,
        (s) => ({ ...s, emergency: [...s.emergency, { who: 'iemand', phone }] }),
        entry(phone),
        form(phone),
      ),
    ),
  );
  const kept = numbers.filter((_, i) => done[i]!.status === 'fulfilled');
  const { settings } = await store.school(p);
  expect(settings.emergency.map((e) => e.phone).sort()).toEqual(kept);
  expect((await store.logOf(p)).map((e) => e.id).sort()).toEqual(kept);
  expect(kept.length).toBeGreaterThanOrEqual(2);
});

test('a form that comes again changes nothing, also at the same time', async () => {
  const { p } = await opened();
  const add = (id: string) =>
    store.saveSettings(p, (s) => ({ ...s, name: `${s.name}!` }), entry(id), form('dezelfde'));
  await Promise.all([add('een'), add('twee'), add('drie')]);
  await add('vier');
  expect((await store.school(p)).settings.name).toBe('De Vaart!');
  expect(await store.logOf(p)).toHaveLength(1);
});

test('a change whose answer got lost is made once', async () => {
  const { p } = await opened();
  wire.lose(1);
  await store.saveSettings(p, (s) => ({ ...s, name: `${s.name}!` }), entry('een'), form('een'));
  expect(wire.lost()).toBe(1);
  expect((await store.school(p)).settings.name).toBe('De Vaart!');
  expect(await store.logOf(p)).toHaveLength(1);
});

test('the log is read newest first, from an instant on', async () => {
  const { p } = await opened();
  for (const [i, id] of ['oud', 'midden', 'nieuw'].entries())
    await store.saveSettings(p, (s) => s, entry(id, { at: after(i * 1000) }), form(id));
  expect((await store.logOf(p)).map((e) => e.id)).toEqual(['nieuw', 'midden', 'oud']);
  expect((await store.logOf(p, after(1000))).map((e) => e.id)).toEqual(['nieuw', 'midden']);
  expect(await store.logOf(p, after(2001))).toEqual([]);
});

test('a team is welcomed once, and each school for itself', async () => {
  const [p, q] = [fresh(), fresh()];
  expect(await store.welcome(p, '19:team')).toBe(true);
  expect(await store.welcome(p, '19:team')).toBe(false);
  expect(await store.welcome(q, '19:team')).toBe(true);
});

test('a school that is not there has no settings to change', async () => {
  await expect(store.saveSettings(fresh(), (s) => s, entry('een'), form('een'))).rejects.toMatchObject({
    code: 'not-found',
  });
});
