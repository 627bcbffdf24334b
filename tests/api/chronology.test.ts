import { chronology } from '../../src/api/chronology.ts';
import type { Bare } from '../../src/domain/decide/context.ts';
import type { Event } from '../../src/domain/case.ts';
import { fold } from '../../src/domain/evolve.ts';
import { calendar, history, mentor, openCase, person, protocol, school } from '../support/world.ts';

const at = '2026-10-06T09:00:00.000Z';
const opening = history(openCase());
const due = { from: '2026-10-13', by: '2026-10-19', why: 'zomaar' };
const key = 'gesprek.1';
const llc = { function: 'leerlingencoordinator', person: person.leerlingencoordinator };
const [first] = opening as [Extract<Event, { type: 'CaseOpened' }>];

/** What each event says, and who did it. */
const said: [Bare, string][] = [
  [
    { type: 'ReportLinked', number: '2026-0002', about: first.about, report: first.report },
    'Nieuwe melding erbij (2026-0002)',
  ],
  [
    { type: 'LeadAssigned', lead: llc, because: 'Het speelt breder.' },
    'Aan zet: Lot Coördinator (leerlingencoördinator). Het speelt breder.',
  ],
  [{ type: 'RoleGiven', who: { pupil: 'p-bram' }, role: 'pester' }, 'Bram Bedacht: pester'],
  [{ type: 'RoleTaken', who: { pupil: 'p-bram' }, role: 'pester' }, 'Bram Bedacht: geen pester meer'],
  [
    { type: 'StepOpened', key: 'lid.1.p-noor', step: 'lid', round: 1, for: 'p-noor', due },
    'Stap ‘Nabespreking met een lid van de steungroep’ met Noor Nergens staat open, van dinsdag 13 oktober tot en met maandag 19 oktober: zomaar',
  ],
  [
    { type: 'DueMoved', key, due: { by: '2026-10-19', why: 'de kalender' } },
    'Nieuwe datum voor ‘Gesprek met de gepeste’: uiterlijk maandag 19 oktober, de kalender',
  ],
  [
    { type: 'DueMoved', key, due: { by: '2026-10-19', why: 'uitgesteld' }, because: 'De leerling is ziek.' },
    'Nieuwe datum voor ‘Gesprek met de gepeste’: uiterlijk maandag 19 oktober. De leerling is ziek.',
  ],
  [{ type: 'DueMoved', key }, '‘Gesprek met de gepeste’ heeft nu geen datum'],
  [
    { type: 'TalkNoted', key, on: '2026-10-06', line: 'Het ging goed.' },
    '‘Gesprek met de gepeste’ was op dinsdag 6 oktober: Het ging goed.',
  ],
  [
    { type: 'ParentsInformed', key, contact: { of: 'p-fenna', how: 'phone', reached: true } },
    'Ouders van Fenna Fictief: ingelicht (telefoon)',
  ],
  [
    { type: 'ParentsInformed', key, contact: { of: 'p-fenna', how: 'letter', reached: false } },
    'Ouders van Fenna Fictief: niet bereikt (brief)',
  ],
  [
    {
      type: 'ParentsInformed',
      key,
      contact: { of: 'naam:Kim', how: 'phone', reached: false, because: 'geen nummer' },
    },
    'Ouders van Kim: niet gebeld: geen nummer',
  ],
  [
    { type: 'StepCompleted', key, outcome: 'gedaan', answers: { wil: 'Rust' }, on: '2026-10-06' },
    '‘Gesprek met de gepeste’: Gesprek gevoerd',
  ],
  [
    { type: 'StepReopened', key, due: { by: '2026-10-07', why: 'x' }, because: 'Er kwam iets bij.' },
    '‘Gesprek met de gepeste’ staat weer open, uiterlijk woensdag 7 oktober. Er kwam iets bij.',
  ],
  [
    { type: 'StepSkipped', key, step: 'gesprek', round: 1, because: 'De leerling is weg.' },
    '‘Gesprek met de gepeste’ overgeslagen: De leerling is weg.',
  ],
  [
    { type: 'StepLapsed', key: 'veilig.1', because: 'Er is een nieuwe ronde begonnen.' },
    '‘Vandaag veilig’ is niet meer nodig. Er is een nieuwe ronde begonnen.',
  ],
  [{ type: 'RoundStarted', round: 2 }, 'Ronde 2 begint'],
  [
    { type: 'RegistrationAsked', key, pupil: 'p-fenna', doer: 'mentor', heading: 'Logboek' },
    'Te noteren in Somtoday bij Fenna Fictief: Logboek (door de mentor)',
  ],
  [
    { type: 'Registered', key, pupil: 'p-fenna' },
    'Genoteerd in Somtoday bij Fenna Fictief, na ‘Gesprek met de gepeste’',
  ],
  [
    { type: 'Suggested', suggestion: 'pester-elders', about: 'p-bram' },
    'Bram Bedacht: Een pester in deze zaak is ook pester in een andere zaak. Kijk samen wat dat betekent.',
  ],
  [{ type: 'Suggested', suggestion: 'weg' }, 'Weg'],
  [
    { type: 'PersonBarred', person: person.otherMentor, because: 'Een ouder noemt hem.' },
    'Omar Mentor mag deze zaak niet zien. Een ouder noemt hem.',
  ],
  [
    { type: 'PersonAllowed', person: person.otherMentor, because: 'Het ging over een ander.' },
    'Omar Mentor mag deze zaak weer zien. Het ging over een ander.',
  ],
  [
    { type: 'HandoverProposed', to: llc },
    'Gevraagd om de zaak over te nemen: Lot Coördinator (leerlingencoördinator)',
  ],
  [{ type: 'HandoverAnswered', asked: 'mentor-2b', accept: true }, 'Neemt de zaak over'],
  [
    { type: 'HandoverAnswered', asked: 'mentor-2b', accept: false, because: 'Geen tijd.' },
    'Neemt de zaak niet over. Geen tijd.',
  ],
  [
    { type: 'HelperInvited', helper: { function: 'mentor', person: person.otherMentor } },
    'Gevraagd om mee te helpen: Omar Mentor (mentor)',
  ],
  [{ type: 'NoteAdded', text: 'Belde net.' }, 'Notitie'],
  [{ type: 'AgreementMade', what: 'Fenna zit vooraan.' }, 'Afspraak: Fenna zit vooraan.'],
  [{ type: 'Reminded', key: 'veilig.1', rung: 1 }, 'Herinnering aan ‘Vandaag veilig’'],
  [
    { type: 'Escalated', key: 'veilig.1', rung: 3, to: 'directeur' },
    '‘Vandaag veilig’ wacht nog; de directeur weet het',
  ],
  [
    { type: 'WaitStarted', until: '2026-10-19T05:45:00.000Z' },
    'Er is geen stap met een datum. Meldpunt vraagt het weer op maandag 19 oktober',
  ],
  [
    { type: 'VersionMoved', protocol: { id: 'kiim', version: 3, hash: 'x' } },
    'De zaak loopt nu op versie 3 van het protocol',
  ],
  [{ type: 'CaseClosed', outcome: 'verbeterd', step: key }, 'Zaak gesloten'],
  [{ type: 'CaseReopened', because: 'Het begon weer.' }, 'Zaak weer geopend. Het begon weer.'],
];
const events = [...opening, ...said.map(([bare]): Event => ({ v: 1, at, by: mentor, ...bare }))];
const tell = (of: Event[], by = protocol) =>
  chronology(of, { state: fold(of)!, protocol: by, school, calendar });
const told = tell(events);

test('every event of a case is told in words, with who did it', () => {
  expect(told.slice(opening.length).map((e) => e.text)).toStrictEqual(said.map(([, text]) => text));
  expect(told.at(-1)).toMatchObject({ at, who: 'Mila Mentor (mentor)', kind: 'reopened' });
  expect(JSON.stringify(told)).not.toContain('undefined');
});

test('P15: what somebody did for a colleague who was away says so', () => {
  const [taken] = history(openCase()).filter((e) => e.type === 'StepOpened');
  const by = { person: person.otherMentor, function: 'mentor', instead: mentor };
  const done: Event = {
    ...{ v: 1, at, by, type: 'StepCompleted', key: taken!.key, outcome: 'oppakken' },
    ...{ answers: {}, on: '2026-10-06' },
  };
  expect(tell([...opening, done]).at(-1)?.who).toBe(
    'Omar Mentor (mentor), voor Mila Mentor (mentor), die er niet was',
  );
});

test('answers and notes stand under what they belong to', () => {
  expect(told.find((e) => e.text.endsWith('Gesprek gevoerd'))?.facts).toStrictEqual([
    { label: 'Wat wil de leerling?', value: 'Rust' },
  ]);
  expect(told.find((e) => e.text === 'Notitie')?.facts).toStrictEqual([
    { label: 'Wat', value: 'Belde net.' },
  ]);
});

test('P7: earlier reports about the pupil are told by their dates', () => {
  const again = history(openCase({ signals: ['2026-09-14'] }));
  expect(tell(again)[0]?.facts).toContainEqual({
    label: 'Eerder gemeld',
    value: 'maandag 14 september',
  });
});

test('A6: what happened to steps that the protocol now lacks is still told, with what was answered', () => {
  const other = { ...protocol, steps: protocol.steps.filter((s) => s.id !== 'gesprek') };
  const old = tell(events, other);
  expect(old).toHaveLength(events.length);
  const done = old[events.findIndex((e) => e.type === 'StepCompleted')];
  expect(done).toMatchObject({
    text: 'Een stap van een eerdere versie: gedaan',
    facts: [{ label: 'wil', value: 'Rust' }],
  });
});

test('K21: the case of a school year begins with its year', () => {
  const { case: id, number, protocol: ref, figure } = first;
  const year: Event = {
    ...{ v: 1, at, by: mentor, type: 'YearOpened', schoolYear: 2026 },
    ...{ case: id, number, protocol: ref, figure },
  };
  expect(tell([year])[0]?.text).toBe('Schooljaar 2026-2027 begint');
});
