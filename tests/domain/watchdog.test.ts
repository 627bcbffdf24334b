import { fold } from '../../src/domain/evolve.ts';
import { overdue, problemsOf, wakes } from '../../src/domain/watchdog.ts';
import { at, calendar, history, openCase, person, protocol, school } from '../support/world.ts';

const state = fold(history(openCase()))!;
const scene = { state, protocol, school, calendar };
const now = at('2026-10-05T08:30');
const all = () => true;

test('a case with a next date and somebody reachable in charge is in order', () => {
  expect(problemsOf(scene, now, all)).toStrictEqual([]);
});

test('a case without a date is in order only while it waits on purpose', () => {
  const still = { ...state, steps: {} };
  expect(problemsOf({ ...scene, state: still }, now, all)).toStrictEqual(['no-date']);
  const until = (waitsUntil: string) => problemsOf({ ...scene, state: { ...still, waitsUntil } }, now, all);
  expect(until(at('2026-10-06T07:45'))).toStrictEqual([]);
  expect(until(at('2026-10-05T07:45'))).toStrictEqual(['no-date']);
});

test('who is in charge is there, on the staff and can be told', () => {
  const led = (lead: typeof state.lead) => problemsOf({ ...scene, state: { ...state, lead } }, now, all);
  expect(led({ function: 'mentor' })).toStrictEqual(['nobody']);
  expect(led({ function: 'mentor', person: 'weg' })).toStrictEqual(['left']);
  expect(problemsOf(scene, now, (id) => id !== person.mentor)).toStrictEqual(['no-chat']);
});

test('P15: who is absent is in order while somebody stands in who may see the case', () => {
  const away = (substitute?: string) => ({
    ...school,
    persons: school.persons.map((p) =>
      p.id === person.mentor ? { ...p, away: { until: '2026-10-09', substitute } } : p,
    ),
  });
  expect(problemsOf({ ...scene, school: away() }, now, all)).toStrictEqual(['away']);
  expect(problemsOf({ ...scene, school: away(person.otherMentor) }, now, all)).toStrictEqual([]);
});

test('a case is woken by the wake of its version, or of a later one, in the queue', () => {
  const wake = (version: number, id = state.id) => ({ work: { kind: 'wake' as const, case: id, version } });
  expect(wakes([wake(state.version)], state)).toBe(true);
  expect(wakes([wake(state.version + 1)], state)).toBe(true);
  expect(wakes([wake(state.version - 1), wake(state.version, 'ander')], state)).toBe(false);
  expect(wakes([{ work: { kind: 'review', case: state.id } }], state)).toBe(false);
});

test('a job is overdue when its first time is more than an hour ago', () => {
  const jobs = [at('2026-10-05T07:29'), at('2026-10-05T07:30'), at('2026-10-06T07:00')].map((since) => ({
    since,
  }));
  expect(overdue(jobs, now)).toStrictEqual([jobs[0]]);
});
