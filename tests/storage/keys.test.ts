import type { Store } from '../../src/app/ports/store.ts';
import { dueBy, keys, part, partitionKey, under } from '../../src/storage/keys.ts';
import { testStore } from '../support/azurite.ts';
import { NOW, changeOf, fresh, linked } from './samples.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});

const odd = `a/b\\c#d?e!f%g'h"i{j}k l=m\u0000n\u007f&+;,<>🙂`;

test('a part of a key holds no character that a key may not hold', () => {
  expect(part(odd)).toMatch(/^[\p{L}\p{N}\-_.:@=]+$/u);
  expect(part('Zoë-1_2.3:4@5')).toBe('Zoë-1_2.3:4@5');
  expect(part('a!b')).not.toBe(part('a=21b'));
});

test('é is one letter however it was typed', () => {
  expect(part('Zoe\u0308')).toBe(part('Zo\u00eb'));
});

test('a range holds the rows under its name and no others', () => {
  const { from, below } = under('mine', 'jan');
  const holds = (key: string) => key >= from && key < below;
  expect(holds(keys.mine('jan', 'zaak'))).toBe(true);
  expect(['jan!x', 'jan-piet', 'jan1', 'ja'].some((person) => holds(keys.mine(person, 'zaak')))).toBe(false);
});

test('the range of due jobs ends with the instant itself', () => {
  const { from, below } = dueBy(NOW);
  const holds = (at: string) => keys.job(at, 'z') >= from && keys.job(at, 'z') < below;
  expect([
    holds('2026-11-02T09:00:00Z'),
    holds('2026-11-02T10:00:00+01:00'),
    holds('2026-11-02T09:00:00.001Z'),
  ]).toEqual([true, true, false]);
});

test('no school is called like the directory', () => {
  expect(partitionKey('$directory')).not.toBe('$directory');
  expect(partitionKey('de vaart!v')).toBe('de=20vaart!v');
});

test('names with odd characters are stored and found', async () => {
  const p = `${fresh()} '’t Kofschip'!v`;
  const change = changeOf(odd, [linked('een')], {
    pupils: [{ pupil: odd, roles: ['gepeste'] }],
    persons: [{ person: odd, roles: ['lead'] }],
  });
  const seen = { day: '2026-11-02', nonce: odd, result: odd };
  expect(
    await store.commit(p, { cases: [change], seen, thread: { case: odd, channel: odd, thread: odd } }),
  ).toEqual({ ok: true });
  expect((await store.load(p, odd))?.events).toHaveLength(1);
  expect(await store.openCasesOf(p, odd)).toEqual([odd]);
  expect(await store.seen(p, '2026-11-02', odd)).toEqual({ result: odd });
  expect(await store.thread(p, odd, odd)).toBe(odd);
});

test('a pupil whose name was typed with another é is the same pupil, and one with a ! is another', async () => {
  const p = fresh();
  const about = (pupil: string) => ({ pupils: [{ pupil, roles: ['gepeste' as const] }] });
  await store.commit(p, { cases: [changeOf('a', [linked('een')], about('naam:Zoe\u0308'))] });
  await store.commit(p, { cases: [changeOf('b', [linked('een')], about('naam:Zo\u00eb!b'))] });
  expect(await store.openCasesOf(p, 'naam:Zo\u00eb')).toEqual(['a']);
  expect(await store.openCasesOf(p, 'naam:Zo\u00eb!b')).toEqual(['b']);
});
