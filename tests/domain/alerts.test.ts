import { expiryOf, mayWithdraw, maySharePoints, pupilNamedIn } from '../../src/domain/alerts.ts';
import type { Alert } from '../../src/domain/alerts.ts';
import { calendar, person, protocol, school } from '../support/world.ts';

const pupils = [
  ...school.pupils,
  { id: 'p-anne', name: 'Anne-Fleur van Dam', group: '2B' },
  { id: 'p-j', name: 'J. Bloem', group: '2B' },
  { id: 'p-berg', name: 'Sem de Berg', group: '2B' },
  { id: 'p-bakker', name: 'Lotte Bakker', group: '2B' },
  { id: 'p-meer', name: 'Daan van der Meer', group: '2B' },
  { id: 'p-double', name: 'Ilse Jansen-de Vries', group: '2B' },
  { id: 'p-amrani', name: 'Yasmina el Amrani', group: '2B' },
  { id: 'p-hek', name: 'Joris van het Hek', group: '2B' },
  { id: 'p-ten', name: 'Puck ten Brink', group: '2B' },
  { id: 'p-oz', name: 'Aylin Öztürk', group: '2B' },
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
    ['Let op Bakker bij de kluisjes', 'p-bakker'],
    ['Bakkers fiets', 'p-bakker'],
    ["Bij Bakker's fiets", 'p-bakker'],
    ['Let op bij De Berg', 'p-berg'],
    ['Let op van der Meer', 'p-meer'],
    ['let op van der meer', 'p-meer'],
    ['De Meer-groep', 'p-meer'],
    ['Van Dam en zijn vrienden', 'p-anne'],
    ['Jansen zit alleen', 'p-double'],
    ['groep van De Vries', 'p-double'],
    ['Jansen-de Vries', 'p-double'],
    ['El Amrani bij de poort', 'p-amrani'],
    ['el amrani bij de poort', 'p-amrani'],
    ['ten brink zit alleen', 'p-ten'],
    ['Ozturk bij de poort', 'p-oz'],
    ['öztürk en meneer Öztürk, Öztürk dus', 'p-oz'],
  ])('"%s" does', (text, pupil) => {
    expect(pupilNamedIn(text, pupils)?.pupil.id).toBe(pupil);
  });

  it.each([
    'Let op bij de fietsenstalling, 2B',
    'In de noorderhal na het zesde uur',
    'Bramen plukken bij het hek',
    'De j van jongensgang',
    'Anne is een collega',
    'Let op achter de berg bij de fietsen',
    'Bij de bakker op de hoek in de pauze',
    'Let op bij het hek van het plein',
    'Bij de kant van het hek',
    'Op het meer wordt geschaatst, op de dam ook',
    'In de brink na het zesde uur',
    'Vraag meneer Bakker om hulp',
    'Mevrouw van der Meer loopt mee',
    'Dhr. de Vries staat bij de deur',
    'Kom van de Sportdag terug',
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
