import { fold } from '../../src/domain/evolve.ts';
import { react } from '../../src/domain/react.ts';
import type { School } from '../../src/domain/school.ts';
import { calendar, proef, reported } from '../support/proef.ts';
import type { Case } from '../support/proef.ts';
import { school as usual } from '../support/world.ts';

const school: School = {
  ...usual,
  groups: [
    { id: '2B', team: 'onder' },
    { id: '3A', team: 'boven' },
  ],
  pupils: ['A', 'B'].map((id) => ({ id, name: id, group: id === 'A' ? '2B' : '3A' })),
  persons: [
    { id: 'mila', name: 'Mila', posts: [{ function: 'mentor', group: '2B' }] },
    { id: 'omar', name: 'Omar', posts: [{ function: 'mentor', group: '3A' }] },
    { id: 'lot', name: 'Lot', posts: [{ function: 'leerlingencoordinator', team: 'onder' }] },
    { id: 'cor', name: 'Cor', posts: [{ function: 'coordinator' }] },
    { id: 'dora', name: 'Dora', posts: [{ function: 'directeur' }] },
  ],
};

/** Who hears what from the last command of a case. */
function heard(zaak: Case, from: number): string[] {
  const events = zaak.events.slice(from);
  const state = fold(zaak.events)!;
  const jobs = react(events, { state, protocol: proef, calendar, school, now: events.at(-1)!.at });
  return jobs.flatMap(({ work }) =>
    work.kind === 'message'
      ? [`${work.message.say} → ${'person' in work.message.to ? work.message.to.person : '#kanaal'}`]
      : [],
  );
}
const after = (zaak: Case, run: (zaak: Case) => unknown) => {
  const from = zaak.events.length;
  run(zaak);
  return heard(zaak, from);
};
const zaak = () => reported({ group: '2B' });

describe('who hears what', () => {
  it('K4: the mentor of the pester hears it where that is another mentor, and the team of the group', () => {
    const open = zaak();
    open.does('2026-10-05T09:00', { type: 'giveRole', who: { pupil: 'B' }, role: 'pester' });
    const told = after(open, (z) => z.completes('2026-10-06T11:00', 'gesprek.1')).filter((s) =>
      s.startsWith('tell'),
    );
    expect(told).toStrictEqual(['tell → omar', 'tell → mila', 'tell → lot']);
  });

  it('K17: whoever did the step is asked to note it, once for all pupils', () => {
    const says = after(zaak(), (z) =>
      z.completes('2026-10-06T11:00', 'gesprek.1', 'gedaan', { answers: { daders: ['B'] } }),
    );
    expect(says.filter((s) => s.startsWith('register'))).toStrictEqual(['register → mila']);
  });

  it('a handover is asked of the other, answered to the lead, and told to who is in charge now', () => {
    const open = zaak();
    const lot = { person: 'lot', function: 'leerlingencoordinator' };
    expect(after(open, (z) => z.does('2026-10-06T09:00', { type: 'handOver', to: lot }))).toStrictEqual([
      'handover → lot',
    ]);
    const accept = { type: 'answerHandOver' as const, accept: true };
    expect(after(open, (z) => z.does('2026-10-06T10:00', accept, lot))).toStrictEqual([
      'handover-answered → mila',
    ]);
  });

  it('one card at a time: what opens with the report waits for the first step', () => {
    const open = zaak();
    expect(heard(open, 0)).toStrictEqual(['opened → #kanaal', 'step → mila']);
    expect(after(open, (z) => z.completes('2026-10-05T10:00', 'bekijken.1', 'oppakken'))).toStrictEqual([
      'taken-up → dirk',
      'step → mila',
    ]);
  });

  it('K1: a first step that was overtaken by the talk counts as taken up', () => {
    expect(after(zaak(), (z) => z.completes('2026-10-06T11:00', 'gesprek.1'))).toContain('taken-up → dirk');
  });

  it('a case that waits is put to its lead when the wait ends, not before', () => {
    const open = zaak();
    const skip = (step: string) => ({ type: 'skipStep' as const, step, because: 'x' });
    open.completes('2026-10-06T11:00', 'gesprek.1');
    for (const step of ['bijeenkomst.1', 'terugblik.1']) open.does('2026-10-06T12:00', skip(step));
    open.completes('2026-10-06T13:00', 'besluit.1', 'volgen');
    expect(after(open, (z) => z.does('2026-10-06T14:00', skip('volgen.1')))).not.toContain('waiting → mila');
    expect(after(open, (z) => z.wakes('2026-10-19T07:45'))).toContain('waiting → mila');
  });

  it('A5: the channel hears that a case was closed, and that it was opened again', () => {
    const open = zaak();
    expect(after(open, (z) => z.completes('2026-10-06T11:00', 'sluiten', 'klaar'))).toContain(
      'closed → #kanaal',
    );
    expect(after(open, (z) => z.does('2026-10-07T11:00', { type: 'reopenCase' }))).toContain(
      'reopened → #kanaal',
    );
  });
});
