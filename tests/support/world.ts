/** A small fictional school, its protocol and calendar, for tests of the core. */
import { makeCalendar, CalendarData } from '../../src/domain/calendar.ts';
import type { CommandOf, Event, Report } from '../../src/domain/case.ts';
import { SYSTEM } from '../../src/domain/case.ts';
import { decide } from '../../src/domain/decide/decide.ts';
import { fold } from '../../src/domain/evolve.ts';
import type { School } from '../../src/domain/school.ts';
import { firstHolders } from '../../src/domain/school.ts';
import { protocolIn } from './protocols.ts';

export const kiim = protocolIn('protocols/kiim.yaml');
export const { protocol } = kiim;

export const person = {
  docent: 'docent-1',
  mentor: 'mentor-2b',
  otherMentor: 'mentor-3a',
  leerlingencoordinator: 'llc-onder',
  coordinator: 'apc',
  directeur: 'dir',
} as const;

export const school: School = {
  settings: {
    id: 'test',
    name: 'De Proef',
    tenantId: 'tenant',
    protocol: 'kiim',
    calendar: CalendarData.parse({
      closed: [{ from: '2026-10-10', to: '2026-10-18', name: 'herfstvakantie' }],
    }),
    emergency: [{ who: 'Conciërge', phone: '0900-0000' }],
    norms: {},
    teamChannels: {},
    briefingAt: '08:20',
    initials: false,
    coordinatorChannel: {
      teamId: 'team',
      channelId: '19:zorg@thread',
      tenantId: 'tenant',
      serviceUrl: 'http://127.0.0.1:1',
    },
  },
  persons: [
    { id: person.docent, name: 'Dirk Docent', posts: [{ function: 'docent' }] },
    { id: person.mentor, name: 'Mila Mentor', posts: [{ function: 'mentor', group: '2B' }] },
    { id: person.otherMentor, name: 'Omar Mentor', posts: [{ function: 'mentor', group: '3A' }] },
    {
      id: person.leerlingencoordinator,
      name: 'Lot Coördinator',
      posts: [{ function: 'leerlingencoordinator', team: 'onderbouw' }],
    },
    { id: person.coordinator, name: 'Ans Antipest', posts: [{ function: 'antipestcoordinator' }] },
    { id: person.directeur, name: 'Dora Directeur', posts: [{ function: 'directeur' }] },
  ],
  groups: [
    { id: '2B', team: 'onderbouw' },
    { id: '3A', team: 'bovenbouw' },
  ],
  pupils: [
    { id: 'p-fenna', name: 'Fenna Fictief', group: '2B' },
    { id: 'p-bram', name: 'Bram Bedacht', group: '2B' },
    { id: 'p-noor', name: 'Noor Nergens', group: '2B' },
    { id: 'p-zoe', name: 'Zoë Zomaar', group: '2B' },
    { id: 'p-ties', name: 'Ties Toneel', group: '3A' },
  ],
};

export const calendar = makeCalendar(school.settings.calendar);

/** An instant from a local Dutch time, such as `2026-10-05T08:20`. */
export function at(local: string): string {
  const summer = local < '2026-10-25T03' || local > '2027-03-28T02';
  return new Date(`${local}:00${summer ? '+02:00' : '+01:00'}`).toISOString();
}

export const report = (change: Partial<Report> = {}): Report => ({
  about: [{ pupil: 'p-fenna' }],
  story: 'In de pauze werd haar tas afgepakt.',
  source: 'zelf',
  happened: '2026-10-05',
  safe: 'ja',
  involved: [],
  behaviours: [],
  ...change,
});

export const openCase = (change: Partial<CommandOf<'openCase'>> = {}): CommandOf<'openCase'> => ({
  type: 'openCase',
  at: at('2026-10-05T08:20'),
  by: { person: person.docent, function: 'docent' },
  case: 'case-1',
  number: '2026-0001',
  report: report(),
  about: { pupil: 'p-fenna' },
  group: '2B',
  facts: { 'beyond-team': false },
  holders: firstHolders(school, protocol, '2B'),
  protocol: kiim.ref,
  figure: 'figure-1',
  ...change,
});

export const mentor = { person: person.mentor, function: 'mentor' };

export const complete = (
  when: string,
  step: string,
  outcome: string,
  answers: CommandOf<'completeStep'>['answers'] = {},
): CommandOf<'completeStep'> => ({
  type: 'completeStep',
  at: at(when),
  by: mentor,
  step,
  outcome,
  answers,
});
export const wake = (when: string): CommandOf<'wake'> => ({ type: 'wake', at: at(when), by: SYSTEM });

/** The events of commands one after another, each decided on what came before. */
export function history(...commands: Parameters<typeof decide>[0][]): Event[] {
  return commands.reduce<Event[]>(
    (events, command) => [...events, ...decide(command, fold(events), protocol, calendar)],
    [],
  );
}

/** given (a history) – when (a command) – then (exactly the new events). */
export const when = (given: Event[], command: Parameters<typeof decide>[0]): Event[] =>
  decide(command, fold(given), protocol, calendar);

/** Events without what every event of a command shares. */
export const bare = (events: Event[]) =>
  events.map((event) => omit(event, 'v', 'at', 'by') as DistributiveOmit<Event, 'v' | 'at' | 'by'>);

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
const omit = (value: object, ...names: string[]): unknown =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
