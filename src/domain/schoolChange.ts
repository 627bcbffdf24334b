/** One change of the school itself, as its coordinator or administrator makes it, and the parts it leaves. Pure. */
import { z } from 'zod/v4';
import { ADMINISTRATOR } from './access.ts';
import { DomainError, unreachable } from './errors.ts';
import { limits } from './limits.ts';
import { NormSettings } from './norms.ts';
import type { Protocol } from './protocol.ts';
import { Group, Person, Pupil, Settings, personOf, pupilOf } from './school.ts';
import type { School } from './school.ts';
import { closedDays } from './schoolChangeCalendar.ts';
import { PHONE, readTime } from './settings.ts';
import type { Emergency } from './settings.ts';
import { groupChanged, groupGone, groupWithMentors } from './schoolChangeGroups.ts';
import { mustLeaveOwn } from './schoolChangeOwn.ts';
import { personChanged, personGone } from './schoolChangePersons.ts';

/** Parts as they become, and the ids of those that go. */
export interface SchoolParts {
  settings?: Settings;
  persons?: Person[];
  groups?: Group[];
  pupils?: Pupil[];
  gone?: { persons?: string[]; groups?: string[]; pupils?: string[] };
}

const id = Person.shape.id;
const Calendar = Settings.shape.calendar.shape;
/** `isNew`: it must not be there yet. */
export const SchoolChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), isNew: z.boolean(), person: Person }),
  z.object({ kind: z.literal('person-gone'), id }),
  z.object({ kind: z.literal('group'), isNew: z.boolean(), group: Group, mentors: z.array(id) }),
  z.object({ kind: z.literal('group-gone'), id }),
  z.object({ kind: z.literal('pupil'), isNew: z.boolean(), pupil: Pupil }),
  z.object({ kind: z.literal('pupil-gone'), id }),
  z.object({ kind: z.literal('calendar'), closed: Calendar.closed.unwrap() }),
  z.object({
    kind: z.literal('channel-off'),
    use: z.union([z.literal('coordinator'), z.object({ team: id })]),
  }),
  z.object({ kind: z.literal('briefing-at'), at: z.string() }),
  z.object({ kind: z.literal('emergency'), numbers: Settings.shape.emergency.unwrap() }),
  z.object({ kind: z.literal('norms'), norms: NormSettings }),
  z.object({ kind: z.literal('initials'), initials: z.boolean() }),
  z.object({ kind: z.literal('protocol'), id }),
]);
export type SchoolChange = z.infer<typeof SchoolChange>;

/** What a change is decided on. */
export interface SchoolScene {
  school: School;
  /** The protocol with which new cases open once the change is made. */
  protocol: Protocol;
  /** YYYY-MM-DD */
  today: string;
  /** The id of who makes it. */
  by: string;
  /** Pupils of the register in open cases: these never vanish. */
  inCases: ReadonlySet<string>;
}

/** The part that a change replaces, as it is now; undefined where it is not there. A newer one must not be overwritten. */
export function partOf(school: School, change: SchoolChange, protocol: Protocol): unknown {
  const { settings } = school;
  switch (change.kind) {
    case 'person':
      return personOf(school, change.person.id);
    case 'person-gone':
      return personOf(school, change.id);
    case 'group':
      return groupWithMentors(school, change.group.id, protocol);
    case 'group-gone':
      return groupWithMentors(school, change.id, protocol);
    case 'pupil':
      return pupilOf(school, change.pupil.id);
    case 'pupil-gone':
      return pupilOf(school, change.id);
    case 'calendar':
      return settings.calendar;
    case 'channel-off':
      return change.use === 'coordinator'
        ? settings.coordinatorChannel
        : settings.teamChannels[change.use.team];
    case 'briefing-at':
      return settings.briefingAt;
    case 'emergency':
      return settings.emergency;
    case 'norms':
      return settings.norms;
    case 'initials':
      return settings.initials;
    case 'protocol':
      return settings.protocol;
    default:
      return unreachable(change);
  }
}

/**
 * The parts that a change writes.
 * @throws DomainError with the field that is wrong
 */
export function partsOf(change: SchoolChange, scene: SchoolScene): SchoolParts {
  const { school, protocol, inCases } = scene;
  const { settings } = school;
  mustLeaveOwn(change, scene);
  const set = (part: Partial<Settings>): SchoolParts => ({ settings: { ...settings, ...part } });
  switch (change.kind) {
    case 'person':
      return personChanged(change, scene);
    case 'person-gone':
      return personGone(change.id, scene);
    case 'group':
      return groupChanged(change, scene);
    case 'group-gone':
      return groupGone(change.id, school);
    case 'pupil':
      return pupilChanged(change, school);
    case 'pupil-gone':
      if (!pupilOf(school, change.id)) throw gone();
      if (inCases.has(change.id))
        throw new DomainError(
          'invalid',
          'Deze leerling hoort bij een open zaak, en blijft daarom in de lijst.',
        );
      return { gone: { pupils: [change.id] } };
    case 'calendar':
      return set({ calendar: { ...settings.calendar, closed: closedDays(change.closed, scene) } });
    case 'channel-off':
      return set(
        change.use === 'coordinator'
          ? { coordinatorChannel: undefined }
          : { teamChannels: without(settings.teamChannels, change.use.team) },
      );
    case 'briefing-at':
      return set({ briefingAt: readTime(change.at) });
    case 'emergency':
      return set({ emergency: emergencyOf(change.numbers) });
    case 'norms':
      return set({ norms: normsSet(change.norms, protocol) });
    case 'initials':
      return set({ initials: change.initials });
    case 'protocol':
      mustCoordinate(school.persons, protocol);
      return set({ protocol: change.id });
    default:
      return unreachable(change);
  }
}

/** The same school with these parts: what would follow from them can be reckoned before they are saved. */
export function withParts(school: School, { settings, gone = {}, ...parts }: SchoolParts): School {
  const merged = <T extends { id: string }>(before: T[], changed: T[] = [], left: string[] = []): T[] => [
    ...before.flatMap((one) => (left.includes(one.id) ? [] : (changed.find((c) => c.id === one.id) ?? one))),
    ...changed.filter((c) => before.every((one) => one.id !== c.id)),
  ];
  return {
    settings: settings ?? school.settings,
    persons: merged(school.persons, parts.persons, gone.persons),
    groups: merged(school.groups, parts.groups, gone.groups),
    pupils: merged(school.pupils, parts.pupils, gone.pupils),
  };
}

/** Whether open cases are reviewed: who is in charge, or a date, may follow from it. */
export const asksReview = ({ kind }: SchoolChange): boolean =>
  ['person', 'person-gone', 'group', 'group-gone', 'calendar', 'norms'].includes(kind);

/** A school always keeps somebody who sees every case and may set it up. @throws DomainError */
export function mustCoordinate(persons: readonly Person[], protocol: Protocol): void {
  const fn = protocol.coordinator;
  if (persons.some((p) => p.posts.some((post) => post.function === fn))) return;
  const title = protocol.functions[fn]!.title;
  throw new DomainError(
    'invalid',
    `Er moet altijd iemand ${title} zijn. Geef die functie eerst aan een ander.`,
    'posts',
  );
}

/** The functions that somebody at this school can hold. */
export const functionsFor = (protocol: Protocol): string[] => [
  ...Object.keys(protocol.functions),
  ADMINISTRATOR,
];

export const gone = () => new DomainError('not-found', 'Dit staat er niet (meer). Laad het scherm opnieuw.');
export const there = (what: string, field: string) =>
  new DomainError('already-done', `${what} staat er al.`, field);

function pupilChanged(
  { pupil, isNew }: Extract<SchoolChange, { kind: 'pupil' }>,
  { pupils, groups }: School,
): SchoolParts {
  const known = pupils.some((p) => p.id === pupil.id);
  if (isNew && known) throw there('Een leerling met dit nummer', 'id');
  if (!isNew && !known) throw gone();
  if (!groups.some((g) => g.id === pupil.group))
    throw new DomainError('invalid', 'Kies een groep uit de lijst.', 'group');
  return { pupils: [pupil] };
}

/** Whom to call (P2). @throws DomainError that names the line that is wrong: field `emergency.0` is the first */
function emergencyOf(numbers: Emergency[]): Emergency[] {
  const tidy = numbers.map(({ who, phone }) => ({ who: who.trim(), phone: phone.trim() }));
  if (tidy.length === 0 || tidy.length > limits.emergencyNumbers)
    throw new DomainError('invalid', `Vul één tot ${limits.emergencyNumbers} noodnummers in.`, 'emergency');
  tidy.forEach(({ who, phone }, i) => {
    const wrong = (text: string) => new DomainError('invalid', text, `emergency.${i}`);
    if (who === '' || who.length > limits.line) throw wrong('Vul in wie het is.');
    if (!PHONE.test(phone) || phone.length > limits.phone) throw wrong(`${who}: dit is geen telefoonnummer.`);
  });
  return tidy;
}

/** What differs from the protocol's own: the rest is left to it. @throws DomainError for a number that can't be */
function normsSet(norms: NormSettings, protocol: Protocol): NormSettings {
  const set = Object.entries(norms).flatMap(([name, value]) => {
    const norm = protocol.norms[name];
    if (!norm || value === norm.value) return [];
    if (value !== 'off' && norm.value === undefined)
      throw new DomainError('invalid', 'Deze afspraak heeft geen getal.', name);
    if (value !== 'off' && norm.unit === 'score' && value > limits.score)
      throw new DomainError('invalid', `Een cijfer is hooguit ${limits.score}.`, name);
    return [[name, value] as const];
  });
  return Object.fromEntries(set);
}

const without = <T>(record: Record<string, T>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
