import type { Due } from '../../src/domain/calendar.ts';
import { byUrgency, urgencyOf } from '../../src/domain/urgency.ts';
import { calendar } from '../support/world.ts';

/** A Thursday before the vacation of 10 to 18 October. */
const today = '2026-10-08';
const due = (by: string, more: Partial<Due> = {}): Due => ({ by, why: 'x', ...more });

test.each([
  ['its day has passed', due('2026-10-07'), 'late'],
  ['its day is today', due('2026-10-08'), 'today'],
  ['its window runs', due('2026-10-09', { from: '2026-10-06' }), 'dated'],
  ['its window begins today', due('2026-10-09', { from: '2026-10-08' }), 'dated'],
  ['its window is still to come', due('2026-10-21', { from: '2026-10-19' }), 'later'],
  ['it waits for another step, also when its day has passed', due('2026-10-01', { waits: true }), 'later'],
  ['it has no date', undefined, 'undated'],
] as const)('A3: a step: %s', (_, of, urgency) => {
  expect(urgencyOf(of, today, calendar)).toBe(urgency);
});

test('A3: as for reminders, a step is late once its last school day has passed', () => {
  // The window ends in the vacation; its last school day is Friday 9 October.
  const ends = due('2026-10-14', { from: '2026-10-06' });
  expect(urgencyOf(ends, '2026-10-09', calendar)).toBe('dated');
  expect(urgencyOf(ends, '2026-10-12', calendar)).toBe('late');
});

test('A3: most urgent first, by date among equals; what begins first among what is still to come', () => {
  const all = [
    due('2026-10-30', { from: '2026-10-19' }),
    due('2026-10-28', { from: '2026-10-20' }),
    due('2026-10-01', { waits: true }),
    undefined,
    due('2026-10-20'),
    due('2026-10-09'),
    due('2026-10-08'),
    due('2026-10-06'),
    due('2026-10-05'),
  ].map((of) => ({ due: of, urgency: urgencyOf(of, today, calendar) }));
  const sorted = [...all].sort(byUrgency).map((one) => one.due?.by ?? 'geen');
  expect(sorted).toStrictEqual([
    '2026-10-05',
    '2026-10-06',
    '2026-10-08',
    '2026-10-09',
    '2026-10-20',
    'geen',
    '2026-10-30',
    '2026-10-28',
    '2026-10-01',
  ]);
});
