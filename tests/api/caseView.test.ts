import { CaseView } from '../../src/api/contract/case.ts';
import { viewOf } from '../../src/api/caseView.ts';
import type { Scene } from '../../src/app/wouldBe.ts';
import type { CaseState, Event } from '../../src/domain/case.ts';
import { fold } from '../../src/domain/evolve.ts';
import { Step } from '../../src/domain/protocol.ts';
import { calendar, history, mentor, openCase, person, protocol, school } from '../support/world.ts';

const today = '2026-10-05';
const at = '2026-10-05T09:00:00.000Z';
const events = history(openCase());
const state = fold(events)!;
const loaded = (change: Partial<CaseState> = {}, more: Partial<Scene> = {}): Scene => ({
  state: { ...state, ...change },
  events,
  guard: 'guard',
  protocol,
  school,
  calendar,
  today,
  person: school.persons.find((p) => p.id === person.coordinator)!,
  now: at,
  ...more,
});
const view = (change: Partial<CaseState> = {}, more: Partial<Scene> = {}) =>
  CaseView.parse(JSON.parse(JSON.stringify(viewOf(loaded(change, more)))));

const telling = Step.parse({
  id: 'proef',
  title: 'Proef',
  why: 'Om te proeven.',
  opens: 'hand',
  parents: { of: ['gepeste', 'pester'] },
  outcomes: [{ id: 'gedaan', label: 'Gedaan' }],
});
const open = {
  ...{ key: 'proef.1', step: 'proef', round: 1, openedAt: at, status: 'open' as const },
  ...{ rung: 0, escalatedTo: [] },
};

test('a step of somebody else says whose it is', () => {
  const docent = school.persons.find((p) => p.id === person.docent)!;
  const whose = (who: typeof docent) =>
    view({}, { person: who }).openSteps.map(({ mine, by }) => ({ mine, by }));
  const all = whose(docent);
  expect(all.length).toBeGreaterThan(1);
  expect(all[0]).toStrictEqual({ mine: false, by: { function: 'mentor', name: 'Mila Mentor' } });
  expect(whose(school.persons.find((p) => p.id === person.mentor)!)[0]).toEqual({ mine: true });
});

test('a case that just began shows nothing that is not there yet', () => {
  expect(view()).toMatchObject({
    helpers: [],
    agreements: [],
    parentContacts: [],
    registrations: [],
    lvs: 'Somtoday',
  });
  expect(view()).not.toHaveProperty('handover');
  expect(view()).not.toHaveProperty('waitsUntil');
});

test('a case shows agreements, contacts with parents, what is still to be noted, and who helps', () => {
  const contact = { key: 'gesprek.1', at, by: mentor, of: 'p-fenna' };
  const registration = { key: 'gesprek.1', doer: 'mentor', heading: 'Logboek' };
  const seen = view({
    agreements: [{ at, what: 'Fenna zit vooraan.' }],
    contacts: [
      { ...contact, how: 'talk', reached: true },
      { ...contact, how: 'phone', reached: false, because: 'thuis is het niet veilig' },
    ],
    registrations: [
      { ...registration, pupil: 'p-fenna' },
      { ...registration, pupil: 'p-bram', at },
    ],
    helpers: [{ function: 'mentor', person: person.otherMentor }],
    handover: {
      function: 'leerlingencoordinator',
      person: person.leerlingencoordinator,
      asked: person.mentor,
    },
  });
  expect(seen).toMatchObject({
    agreements: [{ at, what: 'Fenna zit vooraan.' }],
    parentContacts: [
      { at, who: 'Mila Mentor (mentor)', pupil: 'Fenna Fictief', text: 'ingelicht (gesprek)' },
      { text: 'niet gebeld: thuis is het niet veilig' },
    ],
    registrations: [{ heading: 'Logboek', pupil: 'Fenna Fictief', function: 'mentor' }],
    helpers: [{ function: 'mentor', name: 'Omar Mentor' }],
    handover: { function: 'leerlingencoördinator', name: 'Lot Coördinator' },
  });
});

test('M9: an open step names the pupils whose parents must still be told', () => {
  const scene = {
    steps: { 'proef.1': open },
    participants: [
      ...state.participants,
      { who: { pupil: 'p-bram' }, roles: ['pester' as const] },
      { who: { name: 'Kim Buiten' }, roles: ['pester' as const] },
    ],
    contacts: [
      { key: 'proef.1', at, by: mentor, of: 'p-fenna', how: 'phone' as const, reached: true },
      { key: 'proef.1', at, by: mentor, of: 'p-bram', how: 'phone' as const, reached: false },
    ],
  };
  const more = { protocol: { ...protocol, steps: [...protocol.steps, telling] } };
  expect(view(scene, more).openSteps).toMatchObject([
    { key: 'proef.1', norm: false, parents: [{ name: 'Bram Bedacht' }, { name: 'Kim Buiten' }] },
  ]);
});

test('A6: an open step that the protocol now lacks is shown as one of an earlier version', () => {
  expect(view({ steps: { 'weg.1': { ...open, key: 'weg.1', step: 'weg' } } }).openSteps).toMatchObject([
    { key: 'weg.1', title: 'Een stap van een eerdere versie', norm: false, parents: [] },
  ]);
});

test('a case that waits says until when, and only while it does', () => {
  const waits = { waitsUntil: '2026-10-19T05:45:00.000Z' };
  expect(view({ ...waits, steps: {} }).waitsUntil).toBe('2026-10-19');
  expect(view(waits)).not.toHaveProperty('waitsUntil');
  expect(view({ ...waits, steps: {}, status: 'closed' })).not.toHaveProperty('waitsUntil');
});

test('K21: the case of a school year is shown without a report, a group or pupils', () => {
  const { case: id, number, protocol: ref, figure } = events[0] as Extract<Event, { type: 'CaseOpened' }>;
  const opened: Event = {
    ...{ v: 1, at, by: mentor, type: 'YearOpened', schoolYear: 2026 },
    ...{ case: id, number, protocol: ref, figure },
  };
  const year = fold([opened])!;
  expect(view(year, { events: [opened] })).toMatchObject({
    schoolYear: 2026,
    participants: [],
    openSteps: [],
  });
});
