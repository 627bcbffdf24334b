import type { ListRow } from '../../src/app/ports/rows.ts';
import { tasksIn } from '../../src/app/tasks.ts';
import { accessOf, can, mayIssue } from '../../src/domain/access.ts';
import type { CaseState, Lead, StepState } from '../../src/domain/case.ts';
import { fold } from '../../src/domain/evolve.ts';
import type { Protocol, Step } from '../../src/domain/protocol.ts';
import type { Person } from '../../src/domain/school.ts';
import { readProtocols } from '../../src/storage/protocolFiles.ts';
import { at, calendar, history, openCase, school } from '../support/world.ts';

type Registration = CaseState['registrations'][number];

const [today, key] = ['2026-10-06', 'stap.1'];
const open = fold(history(openCase()))!;
const protocols = [...readProtocols('protocols').values()].map(({ protocol }) => protocol);
const registers = protocols.flatMap((protocol) =>
  protocol.steps.flatMap((step) => step.registers.map((note) => ({ protocol, step, note }))),
);

/** Whose list asks for a note after a step, and who may say that it is entered. */
function whose(note: Registration, step: Step, protocol: Protocol, persons: Person[], lead: Lead) {
  const done: StepState = { ...Object.values(open.steps)[0]!, key, step: step.id, status: 'done' };
  const registrations = [note];
  const state: CaseState = { ...open, lead, reports: [], steps: { [key]: done }, registrations };
  const here = { ...school, persons };
  const access = accessOf(state, protocol);
  const { number, group, round, openedAt } = open;
  const row: ListRow = {
    ...{ case: open.id, number, group, round, openedAt, lead, access, about: [], reports: 0, steps: [] },
    registrations: [{ step: key, doer: note.doer, person: note.person }],
  };
  const reading = { protocol, school: here, calendar, today };
  const asks = persons
    .filter((p) => can(p, 'view', protocol, here, access, today))
    .filter((p) => tasksIn(row, p, reading).length > 0);
  const command = { type: 'register' as const, ...note, step: key, at: at(`${today}T10:00`) };
  const may = (p: Person) =>
    mayIssue(p, { ...command, by: { person: p.id, function: '' } }, { state, protocol, school: here, today });
  return { asks, refused: asks.filter((p) => !may(p)) };
}

test('K17: a note is always asked of somebody, and only of who may say that it is entered', () => {
  expect(registers.length).toBeGreaterThan(40);
  const wrong: unknown[] = [];
  for (const { protocol, step, note } of registers) {
    const all = [...Object.keys(protocol.functions), protocol.coordinator].map((fn, i): Person => ({
      id: `${fn}-${i}`,
      name: fn,
      posts: [{ function: fn, group: '2B' }],
    }));
    const holder = (fn: string) => all.find(({ name }) => name === fn)!;
    const led = protocol.lead[0]!.function;
    const leads = [holder(led).id, 'gone', undefined].map((id): Lead => ({ function: led, person: id }));
    const doers = ['lead', 'doer'].includes(note.by) ? [led, protocol.coordinator, step.by] : [note.by];
    for (const doer of doers.filter((fn) => fn !== 'lead')) {
      const as = (change: Partial<Person>) => all.map((p) => (p.name === doer ? { ...p, ...change } : p));
      const staffs = {
        complete: all,
        'nobody holds it': all.filter((p) => p.name !== doer || doer === protocol.coordinator),
        'away, with a substitute': as({ away: { until: today, substitute: all.at(-1)!.id } }),
        'a duo, one of whom works': [...as({ days: [1] }), { ...holder(doer), id: 'duo' }],
      };
      for (const only of [undefined, holder(doer).id, 'gone'])
        for (const [staff, persons] of Object.entries(staffs))
          for (const lead of leads) {
            const asked = { key, pupil: 'p-fenna', doer, person: only, heading: note.heading };
            const { asks, refused } = whose(asked, step, protocol, persons, lead);
            if (asks.length === 0 || refused.length > 0)
              wrong.push({ protocol: protocol.id, step: step.id, doer, only, staff, lead, refused });
          }
    }
  }
  expect(wrong).toStrictEqual([]);
});
