import { expiryOf, mayWithdraw, maySharePoints, pupilNamedIn } from '../../src/domain/alerts.ts';
import type { Alert } from '../../src/domain/alerts.ts';
import { calendar, person, protocol, school } from '../support/world.ts';

const pupils = [
  ...school.pupils,
  { id: 'p-anne', name: 'Anne-Fleur van Dam', group: '2B' },
  { id: 'p-j', name: 'J. Bloem', group: '2B' },
];

describe('P20: a point to be alert to names no child', () => {
  it.each([
    ['Let op Fenna in de pauze', 'p-fenna'],
    ['let op FENNA!', 'p-fenna'],
    ['Fenna Fictief zit alleen', 'p-fenna'],
    ['Zoe zit alleen', 'p-zoe'],
    ['Zoe\u0308 zit alleen', 'p-zoe'],
    ["Fenna's fiets", 'p-fenna'],
    ['Brams fiets', 'p-bram'],
    ['de groep van (noor)', 'p-noor'],
    ['anne-fleur', 'p-anne'],
    ['Anne Fleur bij de kluisjes', 'p-anne'],
    ['J Bloem bij de kluisjes', 'p-j'],
  ])('"%s" does', (text, pupil) => {
    expect(pupilNamedIn(text, pupils)?.id).toBe(pupil);
  });

  it.each([
    'Let op bij de fietsenstalling, 2B',
    'In de noorderhal na het zesde uur',
    'Bramen plukken bij het hek',
    'De j van jongensgang',
    'Anne is een collega',
    '',
  ])('"%s" does not', (text) => {
    expect(pupilNamedIn(text, pupils)).toBeUndefined();
  });
});

describe('a point to be alert to', () => {
  const alert: Alert = {
    id: 'a',
    text: 'Let op bij de fietsenstalling',
    team: 'onderbouw',
    by: person.mentor,
    from: '2026-10-05',
    until: '2026-10-19',
  };

  it('P20: expires after five school days, a vacation not counted', () => {
    expect(expiryOf('2026-09-28', calendar)).toBe('2026-10-05');
    expect(expiryOf('2026-10-05', calendar)).toBe('2026-10-19');
  });

  it('P20: is shared by who stands for a group or a kernteam, and by the coordinator', () => {
    const may = school.persons.filter((p) => maySharePoints(p, protocol)).map((p) => p.id);
    expect(may).toStrictEqual([
      person.mentor,
      person.otherMentor,
      person.leerlingencoordinator,
      person.coordinator,
    ]);
  });

  it('P20: is withdrawn by who shared it, or by the coordinator', () => {
    const may = school.persons.filter((p) => mayWithdraw(p, alert, protocol)).map((p) => p.id);
    expect(may).toStrictEqual([person.mentor, person.coordinator]);
  });
});
