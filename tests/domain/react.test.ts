import { accessOf, can } from '../../src/domain/access.ts';
import type { CaseState, Event } from '../../src/domain/case.ts';
import { SYSTEM } from '../../src/domain/case.ts';
import { fold } from '../../src/domain/evolve.ts';
import { react } from '../../src/domain/react.ts';
import { nextWake } from '../../src/domain/reminders.ts';
import type { Person, School } from '../../src/domain/school.ts';
import {
  at,
  calendar,
  complete,
  history,
  mentor,
  openCase,
  person,
  protocol,
  report,
  school,
  wake,
  when,
} from '../support/world.ts';

/** What a command leads to, in short: who hears what, and when the case wakes. */
function outcome(given: Event[], command: Parameters<typeof when>[1]) {
  const events = when(given, command);
  const state = fold([...given, ...events])!;
  const jobs = react(events, { state, protocol, calendar, school, now: command.at });
  const says = jobs.flatMap(({ work }) =>
    work.kind === 'message'
      ? [
          `${work.message.say} → ${'person' in work.message.to ? work.message.to.person : `#${work.message.to.channel}`}`,
        ]
      : [],
  );
  return { says, wakes: jobs.filter((j) => j.work.kind === 'wake'), state, all: [...given, ...events] };
}
const opened = () => history(openCase());

describe('what follows from events', () => {
  it('K1: a report reaches the mentor and the coordinator’s channel', () => {
    expect(outcome([], openCase()).says).toStrictEqual(['opened → #coordinator', `step → ${person.mentor}`]);
  });

  it('P2: a pupil who is not safe now reaches lead and coordinator at once, at night too', () => {
    const night = openCase({ at: at('2026-10-03T23:30'), report: report({ safe: 'nee' }) });
    const events = history(night);
    const jobs = react(events, { state: fold(events)!, protocol, calendar, school, now: night.at });
    const urgent = jobs.filter((j) => j.work.kind === 'message' && j.work.message.say === 'unsafe');
    expect(urgent.map((j) => [j.runAt, j.lane])).toStrictEqual([
      [night.at, `case-1>${person.mentor}`],
      [night.at, `case-1>${person.coordinator}`],
    ]);
  });

  it('K1: the reporter hears that the report was taken up, and a linked report’s reporter when that one was looked at', () => {
    expect(outcome(opened(), complete('2026-10-05T10:00', 'beoordelen.1', 'oppakken')).says).toStrictEqual([
      `taken-up → ${person.docent}`,
      `step → ${person.mentor}`,
      `step → ${person.mentor}`,
    ]);
    const linked = when(opened(), {
      type: 'linkReport',
      at: at('2026-10-05T09:00'),
      by: { person: person.otherMentor, function: 'mentor' },
      number: '2026-0002',
      report: report(),
      about: { pupil: 'p-fenna' },
    });
    const given = [...opened(), ...linked];
    expect(
      outcome(given, complete('2026-10-05T11:00', 'extra-melding.1.2026-0002', 'hoort-erbij')).says,
    ).toStrictEqual([`taken-up → ${person.otherMentor}`]);
  });

  it('keeps a step whose window is still to come for the day it starts', () => {
    const talk = { datum: '2026-10-05', veilig: 4, wil: 'Rust', steungroep: ['p-bram'] };
    const given = history(
      openCase(),
      complete('2026-10-05T10:00', 'beoordelen.1', 'oppakken'),
      complete('2026-10-05T11:00', 'gesprek.1', 'gedaan', talk),
    );
    const met = outcome(
      given,
      complete('2026-10-06T11:00', 'bijeenkomst.1', 'gedaan', { datum: '2026-10-06', ideeen: 'Samen eten' }),
    );
    // K8; K9 and K10 come when their windows start
    expect(met.says.filter((s) => s.startsWith('step'))).toStrictEqual([`step → ${person.mentor}`]);
    const start = outcome(met.all, wake('2026-10-19T07:45'));
    expect(start.says).toContain(`reminder → ${person.mentor}`);
  });

  it('A3: escalation goes to the coordinator and the channel, then to the directeur alone', () => {
    const given = [...opened()];
    const first = outcome(given, wake('2026-10-08T12:00'));
    const escalated = (says: string[]) => [...new Set(says.filter((s) => s.startsWith('escalation')))];
    expect(escalated(first.says)).toStrictEqual([
      'escalation → #coordinator',
      `escalation → ${person.coordinator}`,
    ]);
    expect(escalated(outcome(first.all, wake('2026-10-21T12:00')).says)).toContain(
      `escalation → ${person.directeur}`,
    );
  });

  it('sends what is for a lead who is nobody to the coordinator', () => {
    const command = openCase({ holders: {} });
    expect(outcome([], command).says).toStrictEqual([
      'opened → #coordinator',
      `step → ${person.coordinator}`,
    ]);
  });
});

describe('another in charge (K5)', () => {
  const llc = { person: person.leerlingencoordinator, function: 'leerlingencoordinator' };
  const taken = { type: 'takeOver', at: at('2026-10-06T09:00'), by: llc } as const;

  it('who was in charge hears it, and who takes over needs no telling', () => {
    expect(outcome(opened(), taken).says).toStrictEqual([`relieved → ${person.mentor}`]);
  });

  it('a hand-over that is accepted is told to who asked for it, once', () => {
    const offer = { type: 'handOver', at: at('2026-10-06T09:00'), by: mentor, to: llc } as const;
    const { all } = outcome(opened(), offer);
    const accept = { type: 'answerHandOver', at: at('2026-10-06T10:00'), by: llc, accept: true } as const;
    expect(outcome(all, accept).says).toStrictEqual([`handover-answered → ${person.mentor}`]);
  });
});

describe('P15: what is for somebody who is not there', () => {
  const today = '2026-10-06';
  const now = at(`${today}T10:00`);
  const state = fold(opened())!;
  const away = { until: '2026-10-09' };
  const schoolWith = (over: Partial<Person>, ...others: Person[]): School => ({
    ...school,
    persons: [...school.persons.map((p) => (p.id === person.mentor ? { ...p, ...over } : p)), ...others],
  });
  const gone: School = { ...school, persons: school.persons.filter((p) => p.id !== person.mentor) };
  const byOther = {
    v: 1,
    at: now,
    by: { person: person.coordinator, function: 'antipestcoordinator' },
  } as const;
  const bySystem = { ...byOther, by: SYSTEM };
  const until = at('2026-10-13T07:45');
  const lead = state.lead;
  const asked = { key: 'gesprek.1', pupil: 'p-fenna', doer: 'mentor', person: person.mentor, heading: 'Log' };
  const k12 = protocol.suggestions.find((s) => s.to.includes('lead'))!.id;
  const events: Record<string, Event> = {
    waiting: { ...bySystem, type: 'WaitStarted', until },
    lead: { ...byOther, type: 'LeadAssigned', lead, because: 'Zo.' },
    register: { ...bySystem, type: 'RegistrationAsked', ...asked },
    suggestion: { ...bySystem, type: 'Suggested', suggestion: k12 },
  };
  const heard = (event: Event, staff: School, of: CaseState = state) =>
    react([event], {
      state: { ...of, registrations: [asked] },
      protocol,
      calendar,
      school: staff,
      now,
    }).flatMap(({ work }) =>
      work.kind === 'message' && 'person' in work.message.to && 'instead' in work.message
        ? [`${work.message.to.person} for ${work.message.instead}`]
        : work.kind === 'message' && 'person' in work.message.to
          ? [work.message.to.person]
          : [],
    );
  const more = (say: string) => (say === 'suggestion' ? [person.coordinator] : []);

  it.each(Object.entries(events))('%s: reaches whoever works today alone', (say, event) => {
    expect(heard(event, school)).toStrictEqual([...more(say), person.mentor]);
  });

  it.each(Object.entries(events))('%s: reaches their substitute too', (say, event) => {
    const staff = schoolWith({ away: { ...away, substitute: person.otherMentor } });
    expect(heard(event, staff)).toStrictEqual([
      ...more(say),
      person.mentor,
      `${person.otherMentor} for ${person.mentor}`,
    ]);
  });

  it.each(Object.entries(events))('%s: or their duo', (say, event) => {
    const duo = { id: 'duo', name: 'Dien Duo', posts: [{ function: 'mentor', group: '2B' }] };
    expect(heard(event, schoolWith({ days: [1] }, duo))).toStrictEqual([
      ...more(say),
      person.mentor,
      `duo for ${person.mentor}`,
    ]);
  });

  it.each(Object.entries(events))('%s: with nobody, waits for the next working day', (say, event) => {
    expect(heard(event, schoolWith({ days: [1] }))).toStrictEqual([...more(say), person.mentor]);
  });

  it.each(Object.entries(events))('%s: or reaches the coordinators, where it is long', (say, event) => {
    const coordinator = `${person.coordinator} for ${person.mentor}`;
    const both = say === 'suggestion' ? [person.coordinator, person.mentor] : [person.mentor, coordinator];
    expect(heard(event, schoolWith({ away }))).toStrictEqual(both);
    expect(heard(event, gone)).toStrictEqual(say === 'suggestion' ? [person.coordinator] : [coordinator]);
  });

  it('a case that nobody leads is put to the coordinators', () => {
    const nobody = { ...state, lead: { function: 'antipestcoordinator' } };
    expect(
      heard({ ...byOther, type: 'LeadAssigned', lead: nobody.lead, because: '' }, school, nobody),
    ).toStrictEqual([person.coordinator]);
  });

  it('an escalation that nobody may hear is kept for who looks after the app', () => {
    const barred = { ...state, barred: [person.coordinator] };
    const late: Event = {
      ...bySystem,
      type: 'Escalated',
      key: 'gesprek.1',
      rung: 3,
      to: 'antipestcoordinator',
    };
    expect(heard(late, school, barred)).toStrictEqual([SYSTEM.person]);
  });
});

describe('the next wake', () => {
  it('is exactly one for each version of a case; a closed one wakes for what is asked later (P9)', () => {
    const open = outcome([], openCase());
    expect(open.wakes).toHaveLength(1);
    expect(open.wakes[0]).toMatchObject({
      runAt: at('2026-10-06T07:45'),
      work: { kind: 'wake', case: 'case-1', version: open.state.version },
    });
    const closed = outcome(
      open.all,
      complete('2026-10-05T10:00', 'beoordelen.1', 'geen-pesten', { omdat: 'Misverstand' }),
    );
    expect(closed.wakes.map((w) => w.runAt)).toStrictEqual([at('2026-11-16T07:45')]);
    const asked = outcome(closed.all, complete('2026-11-16T10:00', 'nazorg.1', 'goed'));
    expect(asked.wakes).toHaveLength(0);
  });

  it('falls on a school morning, over weekends and vacations', () => {
    const friday = outcome([], openCase({ at: at('2026-10-09T15:00') }));
    expect(friday.wakes[0]!.runAt).toBe(at('2026-10-19T07:45'));
  });

  it('never falls in quiet hours when a moment was missed', () => {
    const state = fold(opened())!;
    expect(nextWake(state, protocol, calendar, at('2026-10-06T20:00'))).toBe(at('2026-10-07T07:45'));
    expect(nextWake(state, protocol, calendar, at('2026-10-06T10:00'))).toBe(at('2026-10-06T10:00'));
  });
});

describe('access (A4)', () => {
  const someone = (id: string) => school.persons.find((p) => p.id === id)!;
  const state = fold(history(openCase()))!;
  const access = accessOf(state, protocol);
  const sees = (id: string) => can(someone(id), 'view', protocol, school, access);

  it.each([
    [person.coordinator, true, 'the coordinator sees every open case'],
    [person.mentor, true, 'the lead'],
    [person.leerlingencoordinator, true, 'who may take the step over (K5)'],
    [person.docent, false, 'a reporter sees the own report, not the case'],
    [person.otherMentor, false, 'a mentor of another group'],
    [person.directeur, false, 'the directeur, before anything escalated'],
  ])('%s: %s (%s)', (...[id, expected]) => {
    expect(sees(id)).toBe(expected);
  });

  it('lets the directeur see a case that escalated to that function', () => {
    const escalated = fold([...history(openCase()), ...when(history(openCase()), wake('2026-10-20T12:00'))])!;
    expect(can(someone(person.directeur), 'view', protocol, school, accessOf(escalated, protocol))).toBe(
      true,
    );
  });

  it('lets a reporter see the own report only', () => {
    expect(can(someone(person.docent), 'view-report', protocol, school, access)).toBe(true);
    expect(can(someone(person.mentor), 'view-report', protocol, school, access)).toBe(false);
    expect(can(someone(person.mentor), 'view', protocol, school, undefined)).toBe(false);
  });

  it('keeps who did a step able to see it', () => {
    const other = { ...access, lead: undefined, functions: [], helped: [mentor.person] };
    expect(can(someone(person.mentor), 'view', protocol, school, other)).toBe(true);
  });
});
