import { accessOf, actingAs, can, mayIssue, standsInFor } from '../../src/domain/access.ts';
import type { CaseState, Command } from '../../src/domain/case.ts';
import { openSteps } from '../../src/domain/case.ts';
import { decide } from '../../src/domain/decide/decide.ts';
import { fold } from '../../src/domain/evolve.ts';
import { yearProtocol } from '../../src/domain/protocol.ts';
import type { Person, School } from '../../src/domain/school.ts';
import {
  at,
  calendar,
  history,
  kiim,
  openCase,
  person,
  protocol,
  school as usual,
} from '../support/world.ts';

/** Beside the usual staff: the mentor's duo, a helper, who is asked to take the case over, family, who is barred, others. */
const more: Person[] = [
  { id: 'duo', name: 'Dien Duo', posts: [{ function: 'docent' }, { function: 'mentor', group: '2B' }] },
  { id: 'helper', name: 'Hans Hulp', posts: [{ function: 'docent' }] },
  { id: 'asked', name: 'Gea Gevraagd', posts: [{ function: 'docent' }] },
  {
    id: 'family',
    name: 'Fons Familie',
    posts: [{ function: 'mentor', group: '2B' }, { function: 'antipestcoordinator' }],
    family: ['p-fenna'],
  },
  { id: 'barred', name: 'Bo Buiten', posts: [{ function: 'mentor', group: '2B' }] },
  {
    id: 'llc-boven',
    name: 'Lia Ver',
    posts: [{ function: 'leerlingencoordinator', team: 'bovenbouw' }],
  },
  { id: 'kern', name: 'Kees Kern', posts: [{ function: 'kernteamlid', team: 'onderbouw' }] },
  { id: 'kern-2', name: 'Kim Kern', posts: [{ function: 'kernteamlid', team: 'onderbouw' }] },
];
const school: School = { ...usual, persons: [...usual.persons, ...more] };
const names = Object.fromEntries(school.persons.map((p) => [p.id, p]));

const base: CaseState = {
  ...fold(history(openCase()))!,
  helpers: [{ function: 'docent', person: 'helper' }],
  handover: { function: 'docent', person: 'asked', asked: person.mentor },
  barred: ['barred'],
};

const { mentor, leerlingencoordinator: llc, coordinator, directeur, docent } = person;
/** Those who do a step that is the lead's, and that a leerlingencoördinator may do too. */
const doers = ['duo', 'helper', llc, coordinator, mentor];
const leaders = ['duo', 'helper', llc, coordinator, mentor];
const seers = ['asked', 'duo', 'helper', llc, coordinator, mentor];
const nobody: string[] = [];

const by = { person: '', function: '' };
const common = { at: at('2026-10-05T10:00'), by };
const step = 'veilig.1';
const who = { pupil: 'p-bram' };
const somebody = { function: 'docent', person: docent };
/** Each command, and the ids of everybody who may issue it. A new kind of command does not compile until it stands here. */
const table: {
  [T in Command['type']]: [Omit<Extract<Command, { type: T }>, 'at' | 'by' | 'type'>, string[]];
} = {
  openCase: [openCase(), school.persons.map((p) => p.id).filter((id) => !['family', 'barred'].includes(id))],
  linkReport: [
    { number: '', report: openCase().report, about: who },
    school.persons.map((p) => p.id).filter((id) => !['family', 'barred'].includes(id)),
  ],
  completeStep: [{ step, outcome: 'gedaan', answers: {} }, doers],
  skipStep: [{ step, because: '' }, doers],
  postponeStep: [{ step, to: '', because: '' }, doers],
  reopenStep: [{ step }, doers],
  noteTalk: [{ step, on: '', line: '' }, doers],
  informParents: [{ step, contact: { of: 'p-fenna', how: 'phone', reached: true } }, doers],
  register: [{ step, pupil: 'p-fenna', doer: 'docent' }, doers],
  giveRole: [{ who, role: 'pester' }, leaders],
  takeRole: [{ who, role: 'pester' }, leaders],
  correctPupil: [{ from: who, to: who }, leaders],
  agree: [{ what: '' }, leaders],
  adviseApart: [{ who }, leaders],
  invite: [{ helper: somebody }, leaders],
  handOver: [{ to: somebody }, leaders],
  note: [{ text: '' }, seers],
  bar: [{ person: docent, because: '' }, ['duo', coordinator, mentor]],
  unbar: [{ person: 'barred', because: '' }, [coordinator]],
  takeOver: [{}, [llc, coordinator]],
  reopenCase: [{}, ['duo', llc, coordinator, mentor]],
  answerHandOver: [{ accept: true }, ['asked']],
  openYear: [{ case: '', number: '', protocol: kiim.ref, figure: '', schoolYear: 2026 }, [coordinator]],
  turnYear: [{}, [coordinator]],
  moveVersion: [{ protocol: kiim.ref }, [coordinator]],
  wake: [{}, nobody],
  review: [{}, nobody],
};

const allowed = (command: Command, state: CaseState = base) =>
  school.persons.filter((p) => mayIssue(p, command, { state, protocol, school })).map((p) => p.id);
const seeing = (state: CaseState) =>
  school.persons.filter((p) => can(p, 'view', protocol, school, accessOf(state, protocol))).map((p) => p.id);

describe('A4: who may do what in a case', () => {
  it.each(Object.entries(table))('%s', (type, [command, expected]) => {
    expect(allowed({ ...command, ...common, type } as Command).sort()).toStrictEqual([...expected].sort());
  });

  it('may see it as well, all but family and who was kept out of it (P13)', () => {
    expect(seeing(base).sort()).toStrictEqual([...seers].sort());
  });

  it('hears in a step that got late, and may then do it', () => {
    const late = { ...base.steps[step]!, escalatedTo: ['directeur'] };
    const state = { ...base, steps: { ...base.steps, [step]: late } };
    expect(allowed({ ...common, type: 'skipStep', step, because: '' }, state)).toContain(directeur);
    expect(seeing(state)).toContain(directeur);
  });
});

describe('P13: to whom a case is closed', () => {
  const second: Person = { ...names[coordinator]!, id: 'apc-2' };
  const two = { ...school, persons: [...school.persons, second] };
  const bar = (who: string): Command => ({ ...common, type: 'bar', person: who, because: '' });
  const barring = (who: string) =>
    two.persons.filter((p) => mayIssue(p, bar(who), { state: base, protocol, school: two })).map((p) => p.id);

  it('is no coordinator, unless another coordinator says so', () => {
    expect(barring(coordinator)).toStrictEqual(['apc-2']);
    expect(barring('apc-2')).toStrictEqual([coordinator]);
  });

  it('is nobody by their own doing', () => {
    expect(barring(mentor)).toStrictEqual([coordinator, 'duo', 'apc-2']);
  });

  it('is opened again by a coordinator: not for family, nor by whoever it is closed to', () => {
    const state = { ...base, barred: ['barred', 'family', coordinator] };
    const unbarring = (who: string) =>
      two.persons
        .filter((p) =>
          mayIssue(
            p,
            { ...common, type: 'unbar', person: who, because: '' },
            { state, protocol, school: two },
          ),
        )
        .map((p) => p.id);
    expect(unbarring('barred')).toStrictEqual(['apc-2']);
    expect(unbarring(coordinator)).toStrictEqual(['apc-2']);
    expect(unbarring('family')).toStrictEqual([]);
    expect(unbarring('somebody who left')).toStrictEqual([]);
  });
});

describe('K17: what a person enters in the pupil tracking system', () => {
  const asked = { key: step, pupil: 'p-fenna', doer: 'docent', heading: 'Logboek' };
  const ofPerson: CaseState = { ...base, steps: {}, registrations: [{ ...asked, person: 'asked' }] };
  const state: CaseState = { ...ofPerson, handover: undefined };
  const { pupil, doer } = asked;
  const register: Command = {
    ...common,
    type: 'register',
    step: 'beoordelen.1',
    pupil,
    doer,
    person: 'asked',
  };

  it('opens the case to that person, not to all who hold the same function', () => {
    expect(seeing(state)).toContain('asked');
    expect(seeing(state)).not.toContain(docent);
    const here = { ...state, registrations: [{ ...asked, key: 'beoordelen.1', person: 'asked' }] };
    expect(allowed(register, here)).toContain('asked');
    expect(allowed(register, here)).not.toContain(docent);
  });

  it('opens it until it was entered', () => {
    const done = { ...state, registrations: [{ ...asked, person: 'asked', at: at('2026-10-06T10:00') }] };
    expect(seeing(done)).not.toContain('asked');
  });

  it('opens it to the substitute of that person', () => {
    const away = { until: '2026-10-06', substitute: docent };
    const persons = school.persons.map((p) => (p.id === 'asked' ? { ...p, away } : p));
    const sees = (today: string) =>
      can(names[docent]!, 'view', protocol, { ...school, persons }, accessOf(state, protocol), today);
    expect([sees('2026-10-06'), sees('2026-10-07')]).toStrictEqual([true, false]);
  });

  it('of an older history is asked of a function', () => {
    expect(seeing({ ...state, registrations: [asked] })).toContain(docent);
  });
});

describe('P15: a substitute', () => {
  const today = '2026-10-06';
  const away = { until: today, substitute: docent };
  const schoolWithout = (id: string): School => ({
    ...school,
    persons: school.persons.map((p) => (p.id === id ? { ...p, away } : p)),
  });
  const skip: Command = { ...common, type: 'skipStep', step, because: 'x' };
  const seesOn = (date: string, state: CaseState, of: School) =>
    can(names[docent]!, 'view', protocol, of, accessOf(state, protocol), date);

  it('acts for the one who is away; who may do it in their own right does not', () => {
    const scene = { state: base, protocol, school: schoolWithout(mentor), today };
    const insteadOf = (id: string) => standsInFor(names[id]!, skip, scene);
    expect(insteadOf(docent)).toStrictEqual({ person: mentor, function: 'mentor' });
    expect(insteadOf(coordinator)).toBeUndefined();
    expect(insteadOf('helper')).toBeUndefined();
    expect(standsInFor(names[docent]!, skip, { ...scene, today: '2026-10-07' })).toBeUndefined();
  });

  it('who did a step sees the case only while they stand in; in their own right, for good', () => {
    const by = { person: docent, function: 'docent' };
    const done = (actor: CaseState['reports'][number]['by']): CaseState => ({
      ...base,
      steps: { [step]: { ...base.steps[step]!, status: 'done', doneBy: actor } },
    });
    const instead = done({ ...by, instead: { person: mentor, function: 'mentor' } });
    const sees = (date: string) => seesOn(date, instead, schoolWithout(mentor));
    expect([sees(today), sees('2026-10-07')]).toStrictEqual([true, false]);
    expect(seesOn('2026-10-07', done(by), schoolWithout(mentor))).toBe(true);
  });

  it('sees the case of a school year, and does its steps, as the colleague who is away may', () => {
    const year = fold(
      decide(
        {
          ...common,
          at: at('2026-09-01T08:00'),
          type: 'openYear',
          case: 'jaar',
          number: '2026',
          protocol: kiim.ref,
          figure: '',
          schoolYear: 2026,
        },
        undefined,
        yearProtocol(protocol),
        calendar,
      ),
    )!;
    const [first] = openSteps(year).filter(
      (s) => yearProtocol(protocol).steps.find((d) => d.id === s.step)?.by === 'antipestcoordinator',
    );
    const access = accessOf(year, yearProtocol(protocol));
    const sees = (date: string) =>
      can(names[docent]!, 'view', protocol, schoolWithout(coordinator), access, date);
    expect([sees(today), sees('2026-10-07')]).toStrictEqual([true, false]);
    const command: Command = { ...common, type: 'noteTalk', step: first!.key, on: '', line: '' };
    const scene = { state: year, protocol: yearProtocol(protocol), school: schoolWithout(coordinator) };
    expect(mayIssue(names[docent]!, command, { ...scene, today })).toBe(true);
    expect(mayIssue(names[docent]!, command, scene)).toBe(false);
  });
});

describe('P15: a duo', () => {
  const skip: Command = { ...common, type: 'skipStep', step, because: '' };
  const ledBy = (fn: string, id: string | undefined): CaseState => ({
    ...base,
    lead: { function: fn, person: id },
    // Opened by the report, these name the leerlingencoördinator themselves.
    steps: {},
  });

  it('acts in the function of the lead, whatever their first post', () => {
    expect(actingAs(names.duo!, base, protocol, step)).toBe('mentor');
    expect(actingAs(names.duo!, undefined, protocol)).toBe('docent');
  });

  it('is either of two for a team as well as for a group', () => {
    const second = { ...names['llc-boven']!, id: 'llc-2', posts: names[llc]!.posts };
    const two = { ...school, persons: [...school.persons, second] };
    const state = ledBy('leerlingencoordinator', llc);
    expect(can(second, 'view', protocol, two, accessOf(state, protocol))).toBe(true);
    expect(can(names['llc-boven']!, 'view', protocol, two, accessOf(state, protocol))).toBe(false);
  });

  it('has nothing to do with a case that went to somebody else, or that nobody leads', () => {
    for (const state of [
      ledBy('leerlingencoordinator', llc),
      ledBy('mentor', person.otherMentor),
      ledBy('mentor', undefined),
    ]) {
      expect(seeing(state)).not.toContain('duo');
      expect(allowed(skip, { ...state, steps: base.steps })).not.toContain('duo');
    }
  });

  it('is not everybody of a kernteam, when the case went to one of them', () => {
    const state = ledBy('kernteamlid', 'kern');
    expect(seeing(state)).toContain('kern');
    expect(seeing(state)).not.toContain('kern-2');
    expect(allowed(skip, { ...state, steps: base.steps })).not.toContain('kern-2');
  });
});
