/** The form of a report (P4), and what comes back from it. */
import { z } from 'zod/v4';
import { Report } from '../domain/case.ts';
import type { PupilRef } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import { nearestFirst } from '../domain/nearest.ts';
import type { Protocol } from '../domain/protocol.ts';
import { missing, parts, sources, threes, unsure } from '../domain/reportForm.ts';
import type { Person, School } from '../domain/school.ts';
import { toCall } from '../domain/urgent.ts';
import { pupilChoices, pupilChosen, PUPILS } from './pupils.ts';
import type { ReportFields } from './reportFields.ts';
import { fieldsOf, SHOWN } from './reportFields.ts';
import { submitted } from './submitted.ts';
import type { Card } from './template.ts';
import { buttonsOf, defineCard, plainText } from './template.ts';

const expand = defineCard('report');

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
  /** Under the title, instead of how long it takes. */
  intro?: string;
  /** The writer saw whom to call now (P2): the words are not asked about again. */
  warned?: boolean;
  /** The form comes back, and it says that a pupil is in danger: whom to call does not wait for it (P2). */
  urgent?: boolean;
}

export function reportForm({
  school,
  protocol,
  person,
  today,
  nonce,
  fields = {},
  error = '',
  intro = 'Het duurt ongeveer twee minuten. Je hoeft niets zeker te weten.',
  warned = false,
  urgent = false,
}: ReportForm): Card {
  const value = (id: string) =>
    LISTS.includes(id) ? chosenWords(fields[id] ?? '', school) : (fields[id] ?? '');
  const data = { verb: 'report.submit', nonce, day: today, ...(warned ? { warned: 'ja' } : {}) };
  const callNow = urgent ? ['**Wacht niet op Teams. Bel nu:**', ...emergencyLines(school)].join('\n\n') : '';
  const pupils = choicesFor(person, school, { ...fields, callNow });
  const card = expand({
    error,
    callNow,
    intro,
    dataset: PUPILS,
    today,
    limits,
    values: Object.fromEntries(SHOWN.map((id) => [id, value(id) || (id === 'happened' ? today : '')])),
    pupils,
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
    actions: buttonsOf([{ title: 'Melding versturen', style: 'positive', data }]),
  });
  return pupils.length === school.pupils.length ? withoutSearch(card) : card;
}

/**
 * A list that holds everybody: some clients show no list before somebody types where pupils can be searched.
 */
const withoutSearch = (card: Card): Card =>
  JSON.parse(JSON.stringify(card), (key, value: unknown) =>
    key === 'choices.data' ? undefined : value,
  ) as Card;

const bullets = (lines: string[]) => lines.map((line) => `- ${line}`).join('\n');

/** Bytes of the form without pupils and without what was typed. */
const FORM_BYTES = 10_500;
/** The lists of pupils on the form. */
const LISTS = ['about', 'about2', 'who1', 'who2'];

/** The nearest pupils, as many as the card can hold beside what was typed; whoever was chosen before stands in front. */
function choicesFor(person: Person, school: School, fields: ReportFields) {
  const chosen = new Set(LISTS.flatMap((id) => pupilChosen(fields[id] ?? '', school)?.id ?? []));
  const choices = pupilChoices(nearestFirst(person, school, chosen).slice(0, limits.choices), school);
  let room = (limits.cardBytes - FORM_BYTES - bytesOf(fields)) / LISTS.length;
  return choices.filter((choice) => (room -= bytesOf(choice) + 1) > 0);
}

/** What a list shows of who was chosen, also where an older card sent the id. */
const chosenWords = (value: string, school: School): string => {
  const pupil = pupilChosen(value, school);
  return pupil ? pupilChoices([pupil], school)[0]!.value : value;
};

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
    const found = pupilChosen(chosen, school);
    if (found) return [{ pupil: found.id }];
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

/** Whom to call when a pupil is not safe now (P2): danger to life first, then what the school entered. */
export const emergencyLines = (school: School): string[] => [
  'Is er gevaar? Bel **112**.',
  ...toCall(school).map((e) => `${plainText(e.who)}: **${plainText(e.phone)}**`),
];
