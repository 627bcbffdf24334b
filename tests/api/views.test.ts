import { lineOf } from '../../src/api/views.ts';
import type { ListRow } from '../../src/app/ports/rows.ts';
import type { Due } from '../../src/domain/calendar.ts';
import { calendar, person, protocol, school } from '../support/world.ts';

const today = '2026-10-05';
const at = '2026-10-05T09:00:00.000Z';
const list = { protocol, school, calendar, today };
const mentor = school.persons.find((p) => p.id === person.mentor)!;
const row: ListRow = {
  case: 'c',
  number: '2026-0001',
  about: [],
  access: { functions: [], helped: [], reporters: [], pupils: [], barred: [] },
  lead: { function: 'mentor' },
  round: 1,
  reports: 1,
  openedAt: at,
  steps: [],
  registrations: [],
};
const dueOn = (due: Due, on = today) =>
  lineOf({ ...row, steps: [{ key: 'x.1', by: 'lead', title: 'X', due }] }, mentor, { ...list, today: on })
    .late;

test('a step that waits for another is not late in the list', () => {
  expect(dueOn({ by: '2026-10-01', why: 'x', waits: true })).toBe(false);
  expect(dueOn({ by: '2026-10-01', why: 'x' })).toBe(true);
});

test('what is due in a vacation is late in the list when it is in the chat: after the first school day', () => {
  const due = { by: '2026-10-14', why: 'x' };
  expect(dueOn(due, '2026-10-15')).toBe(false);
  expect(dueOn(due, '2026-10-19')).toBe(false);
  expect(dueOn(due, '2026-10-20')).toBe(true);
});
