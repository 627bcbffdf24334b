/** The form of a report (P4), and what comes back from it. */
import { z } from 'zod/v4';
import { Report } from '../domain/case.ts';
import type { PupilRef } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { Person, Pupil, School } from '../domain/school.ts';
import { teamOf } from '../domain/school.ts';
import { submitted } from './submitted.ts';
import type { Card } from './template.ts';
import { buttonsOf, defineCard, plainText } from './template.ts';

const expand = defineCard('report');

const unsure = [
  { title: 'Ja', value: 'ja' },
  { title: 'Nee', value: 'nee' },
  { title: 'Weet ik niet', value: 'onbekend' },
];
const sources = [
  { title: 'Zelf gezien', value: 'zelf' },
  { title: 'Van een leerling', value: 'leerling' },
  { title: 'Van een ouder', value: 'ouder' },
  { title: 'Van een collega', value: 'collega' },
  { title: 'Online gezien', value: 'online' },
];
const parts = [
  { title: 'Deed mogelijk iets', value: 'deed' },
  { title: 'Deed mee', value: 'deed-mee' },
  { title: 'Zag het', value: 'zag' },
  { title: 'Weet ik niet', value: 'onbekend' },
];
/** What makes it bullying (K2), and whether it plays beyond the team (K4); each may be left open. */
const threes = [
  { id: 'often', label: 'Gebeurt dit vaker?' },
  { id: 'onPurpose', label: 'Is het met opzet?' },
  { id: 'unequal', label: 'Is de ander sterker, of zijn ze met meer?' },
  { id: 'beyond', label: 'Speelt het ook buiten de klas of het kernteam?' },
] as const;

/** The inputs that are always on the form; a template shows a field that is missing as its own name. */
const FIELDS = [
  'about',
  'aboutName',
  'about2',
  'story',
  'source',
  'happened',
  'safe',
  'pupilKnows',
  'doneSoFar',
  'where',
  'behaviours',
  'toldBy',
];

/** What is filled in on the form, by field; all text, as Teams sends it. */
export type ReportFields = Record<string, string>;

export interface ReportForm {
  school: School;
  protocol: Protocol;
  /** For whom: the own groups come first in the list of pupils. */
  person: Person;
  /** YYYY-MM-DD */
  today: string;
  nonce: string;
  /** What was typed before, or comes along with `melding …`. */
  fields?: ReportFields;
  error?: string;
}

export function reportForm({
  school,
  protocol,
  person,
  today,
  nonce,
  fields = {},
  error = '',
}: ReportForm): Card {
  const value = (id: string) => fields[id] ?? '';
  return expand({
    error,
    today,
    limits,
    values: Object.fromEntries(FIELDS.map((id) => [id, value(id) || (id === 'happened' ? today : '')])),
    pupils: choicesFor(person, school, fields),
    sources,
    unsure,
    parts,
    behaviours: protocol.report.behaviours.map((b) => ({ title: `${b.label}: ${b.hint}`, value: b.id })),
    definition: protocol.report.definition,
    signalsSchool: bullets(protocol.report.signals.school),
    signalsHome: bullets(protocol.report.signals.home),
    showMore: ['about2', 'who1', 'who2', 'where', 'behaviours', 'toldBy'].some((id) => value(id) !== ''),
    involved: [1, 2].map((n) => ({
      id: `who${n}`,
      label: n === 1 ? 'Wie was erbij?' : 'Wie nog meer?',
      value: value(`who${n}`),
      part: `part${n}`,
      partValue: value(`part${n}`),
    })),
    threes: threes.map((q) => ({ ...q, value: value(q.id) })),
    actions: buttonsOf([
      { title: 'Melding versturen', style: 'positive', data: { verb: 'report.submit', nonce, day: today } },
    ]),
  });
}

const bullets = (lines: string[]) => lines.map((line) => `- ${line}`).join('\n');

/** Bytes of the form without pupils and without what was typed. */
const FORM_BYTES = 10_500;
/** How often the list of pupils stands on the form. */
const PICKERS = 4;

/**
 * Pupils of the person's own groups, then of the own teams, then all others, as many as the card can hold beside what
 * was typed; whoever was chosen before stands in front. The name of anybody else can be typed.
 */
function choicesFor(person: Person, school: School, fields: ReportFields) {
  const groups = new Set(person.posts.flatMap((p) => p.group ?? []));
  const teams = new Set([
    ...person.posts.flatMap((p) => p.team ?? []),
    ...[...groups].flatMap((g) => teamOf(school, g) ?? []),
  ]);
  const chosen = new Set(['about', 'about2', 'who1', 'who2'].map((id) => fields[id]));
  const far = ({ id, group }: Pupil) =>
    chosen.has(id) ? 0 : groups.has(group) ? 1 : teams.has(teamOf(school, group) ?? '') ? 2 : 3;
  const choices = [...school.pupils]
    .sort((a, b) => far(a) - far(b) || a.group.localeCompare(b.group) || a.name.localeCompare(b.name, 'nl'))
    .slice(0, limits.choices)
    .map((p) => ({ title: `${p.name} (${p.group})`, value: p.id }));
  let room = (limits.cardBytes - FORM_BYTES - bytesOf(fields)) / PICKERS;
  return choices.filter((choice) => (room -= bytesOf(choice) + 1) > 0);
}

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

const text = z.string().max(limits.story + limits.text);
const Submitted = z.object({ ...submitted, fields: z.record(z.string(), text) });

/**
 * Reads what a reporter sent. Only ids of pupils come from the client; which pupils there are, the school knows.
 * @throws DomainError `invalid` with a message for the reporter
 */
export function readReport(data: Record<string, unknown>, school: School): Report {
  const { fields } = Submitted.parse({ ...data, fields: fieldsOf(data) });
  const filled = (id: string) => (fields[id]?.trim() ? fields[id].trim() : undefined);
  const pupil = (id: string): PupilRef[] => {
    const chosen = filled(id);
    if (!chosen) return [];
    if (school.pupils.some((p) => p.id === chosen)) return [{ pupil: chosen }];
    throw new DomainError('invalid', 'Kies een leerling uit de lijst, of typ de naam.', id);
  };
  const typed = filled('aboutName');
  const about = [...pupil('about'), ...pupil('about2'), ...(typed ? [{ name: typed }] : [])];
  const involved = [1, 2].flatMap((n) =>
    pupil(`who${n}`).map((who) => ({ who, part: filled(`part${n}`) ?? 'onbekend' })),
  );
  const parsed = Report.safeParse({
    about,
    involved,
    behaviours: filled('behaviours')?.split(',') ?? [],
    ...Object.fromEntries(
      [
        'story',
        'source',
        'happened',
        'safe',
        'pupilKnows',
        'doneSoFar',
        'where',
        'toldBy',
        ...threes.map((q) => q.id),
      ].map((id) => [id, filled(id)]),
    ),
  });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new DomainError('invalid', missing[String(issue.path[0])] ?? issue.message, String(issue.path[0]));
}

const missing: Record<string, string> = {
  about: 'Kies over wie je je zorgen maakt, of typ de naam.',
  story: `Vertel wat je zag of hoorde, in hooguit ${limits.story} tekens.`,
  source: 'Kies hoe je dit weet.',
  happened: 'Kies wanneer het was.',
  safe: 'Kies of de leerling nu veilig is: ja, nee of weet ik niet.',
};

/** The inputs of a submission, without what the button itself carried. */
export const fieldsOf = (data: Record<string, unknown>): ReportFields =>
  Object.fromEntries(
    Object.entries(data).flatMap(([id, v]) =>
      typeof v === 'string' && !['verb', 'nonce', 'day'].includes(id) ? [[id, v]] : [],
    ),
  );

/** Whom to call when a pupil is not safe now (P2): danger to life first, then what the school entered. */
export const emergencyLines = (school: School): string[] => [
  'Is er gevaar? Bel **112**.',
  ...school.settings.emergency.map((e) => `${plainText(e.who)}: **${plainText(e.phone)}**`),
];
