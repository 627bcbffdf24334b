import type { CaseState, StepState } from '../../src/domain/case.ts';
import { conformanceOf, daysLate } from '../../src/domain/conformance.ts';
import { fold } from '../../src/domain/evolve.ts';
import { calendar, history, openCase } from '../support/world.ts';

const due = { by: '2026-10-07', why: 'x' };
const today = '2026-10-09';
const step = (more: Partial<StepState>): StepState => ({
  ...{ key: 'gesprek.1', step: 'gesprek', round: 1, openedAt: '2026-10-05T06:20:00.000Z' },
  ...{ status: 'open', rung: 0, escalatedTo: [], due },
  ...more,
});
const of = (...steps: StepState[]) => {
  const state: CaseState = {
    ...fold(history(openCase()))!,
    steps: Object.fromEntries(steps.map((s) => [s.key, s])),
  };
  return conformanceOf(state, today, calendar);
};

test.each<[string, Partial<StepState>, object]>([
  [
    'done on its last day',
    { status: 'done', on: '2026-10-07' },
    { became: 'in-time', lateBy: 0, on: '2026-10-07' },
  ],
  ['done a day later', { status: 'done', on: '2026-10-08' }, { became: 'late', lateBy: 1 }],
  [
    'done without a date',
    { status: 'done', on: '2026-10-30', due: undefined },
    { became: 'undated', lateBy: 0 },
  ],
  ['open and past its date', {}, { became: 'late', lateBy: 2, on: undefined }],
  ['open and in time', { due: { by: '2026-10-09', why: 'x' } }, { became: 'open', lateBy: 0 }],
  ['waiting for another', { due: { ...due, waits: true } }, { became: 'waits', lateBy: 0 }],
  [
    'left out',
    { status: 'skipped', endedAt: '2026-10-08T10:00:00.000Z', because: 'Is al gedaan.' },
    { became: 'skipped', because: 'Is al gedaan.', on: '2026-10-08', lateBy: 0 },
  ],
  ['overtaken', { status: 'lapsed', because: 'Er is een nieuwe ronde.' }, { became: 'lapsed', lateBy: 0 }],
  ['overtaken by the closing', { status: 'dropped' }, { became: 'dropped', lateBy: 0 }],
])('a step that is %s', (_, change, told) => {
  expect(of(step(change))).toMatchObject([told]);
});

test('the day on which it took place counts, not the day on which that was recorded', () => {
  const noted = step({ status: 'done', on: '2026-10-07', endedAt: '2026-10-09T10:00:00.000Z' });
  expect(of(noted)).toMatchObject([{ became: 'in-time' }]);
});

test('steps stand in the order in which they came', () => {
  const later = step({ key: 'b.1', openedAt: '2026-10-06T06:20:00.000Z' });
  expect(of(later, step({})).map((row) => row.key)).toEqual(['gesprek.1', 'b.1']);
});

test('lateness counts school days: a weekend and a vacation are none', () => {
  expect(daysLate({ by: '2026-10-09', why: 'x' }, '2026-10-10', calendar)).toBe(1);
  expect(daysLate({ by: '2026-10-09', why: 'x' }, '2026-10-19', calendar)).toBe(1);
  expect(daysLate({ by: '2026-10-09', why: 'x' }, '2026-10-21', calendar)).toBe(3);
  expect(daysLate(undefined, '2026-10-21', calendar)).toBe(0);
});
