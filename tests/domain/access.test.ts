import { accessOf, actingAs, can, mayIssue } from '../../src/domain/access.ts';
import type { CaseState, Command } from '../../src/domain/case.ts';
import { fold } from '../../src/domain/evolve.ts';
import type { Person, School } from '../../src/domain/school.ts';
import { at, history, kiim, openCase, person, protocol, school as usual } from '../support/world.ts';

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
  register: [{ step, pupil: 'p-fenna' }, doers],
  giveRole: [{ who, role: 'pester' }, leaders],
  takeRole: [{ who, role: 'pester' }, leaders],
  correctPupil: [{ from: who, to: who }, leaders],
  agree: [{ what: '' }, leaders],
  invite: [{ helper: somebody }, leaders],
  handOver: [{ to: somebody }, leaders],
  note: [{ text: '' }, seers],
  bar: [{ person: docent, because: '' }, ['duo', coordinator, mentor]],
  takeOver: [{}, [llc, coordinator]],
  reopenCase: [{}, ['duo', llc, coordinator, mentor]],
  answerHandOver: [{ accept: true }, ['asked']],
  openYear: [{ case: '', number: '', protocol: kiim.ref, figure: '', schoolYear: 2026 }, [coordinator]],
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
