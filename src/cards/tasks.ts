/** `taken` and `mijn meldingen`: what somebody is asked to do, and what became of the own reports. */
import type { Calendar, Due } from '../domain/calendar.ts';
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import type { Urgency } from '../domain/urgency.ts';
import { headsOfTasks, isTaskNow, notesByCase } from '../domain/urgency.ts';
import { commandButton } from './knowledge.ts';
import type { Listed, Row } from './list.ts';
import { dueWords, listCard, listedWords, notesRow } from './list.ts';
import type { Card, Link } from './template.ts';

type InCase = { in: Listed; urgency: Urgency } & (
  | { what: 'step'; step: { key: string; title: string; for?: string }; due?: Due }
  | { what: 'handover' }
  | { what: 'register'; step: string; doer: string }
);
type Task = InCase | { what: 'confidential'; message: Message; urgency: Urgency };
/** A confidential message, as far as its list tells of it (P3). */
interface Message {
  id: string;
  number: string;
  readAt?: string;
  closedAt?: string;
}

/** What a confidential message asks of who reads it: to be read today, and then to be closed. */
export const confidentialTask = (message: Message): Task[] =>
  message.closedAt === undefined
    ? [{ what: 'confidential', message, urgency: message.readAt ? 'undated' : 'today' }]
    : [];

const REPORT = commandButton('Melding maken', 'melding');
const REPORTS = commandButton('Mijn meldingen', 'mijn meldingen');
const CASES = commandButton('Open zaken', 'zaken');

/** How many tasks somebody has, as every card says it. */
export const countWords = (tasks: number): string =>
  tasks === 0 ? 'Je hebt nu geen taken' : tasks === 1 ? 'Je hebt 1 taak' : `Je hebt ${tasks} taken`;

/**
 * What can be done now is counted. What waits for its day stands below it, and so do the notes for the pupil tracking
 * system: a row for each case.
 * @param tasks most urgent first
 * @param link to the list of cases
 */
export function tasksCard(
  tasks: readonly Task[],
  {
    school,
    calendar,
    protocol,
    link,
  }: { school: School; calendar: Calendar; protocol: Protocol; link: Link },
): Card {
  if (tasks.length === 0)
    return listCard({
      title: 'Je hebt nu geen taken',
      lines: ['Vraagt een zaak iets van je, dan hoor je dat van mij.'],
      buttons: [REPORT, REPORTS],
    });
  const now = tasks.filter(isTaskNow);
  const later = tasks.filter((task) => task.urgency === 'later');
  const notes = notesByCase(tasks);
  let room: number = limits.listed;
  const capped = (rows: readonly Row[]): Row[] => {
    const shown = rows.slice(0, room);
    room -= shown.length;
    return shown;
  };
  const rowsOf = (some: readonly Task[]) => some.flatMap((task) => rowOf(task, school, calendar) ?? []);
  const heads = headsOfTasks.map(({ title, late, urgencies }) => ({
    title,
    late,
    rows: capped(rowsOf(now.filter((t) => urgencies.includes(t.urgency)))),
  }));
  const lists = [
    ...heads,
    {
      title: 'Registreren',
      rows: capped(
        notes.map(({ in: of, steps }) => ({
          ...notesRow(of.case, steps.length, protocol),
          under: [listedWords(of, school)],
        })),
      ),
    },
    { title: 'Nog niet aan de beurt', rows: capped(rowsOf(later)) },
  ];
  const more = now.length + later.length + notes.length - lists.flatMap(({ rows }) => rows).length;
  return listCard({
    title: countWords(now.length),
    sections: lists,
    subtle: more > 0 ? [`En daarna nog ${more}. Die komen vanzelf als je deze hebt gedaan.`] : [],
    buttons: [CASES],
    links: [link],
  });
}

/** A row of a task; none of a note, which stands with the others of its case. */
function rowOf(task: Task, school: School, calendar: Calendar): Row | undefined {
  switch (task.what) {
    case 'confidential':
      return messageRow(task.message);
    case 'handover':
      return {
        text: 'Wil je deze zaak overnemen?',
        under: [listedWords(task.in, school)],
        button: { title: 'Antwoorden', data: { verb: 'handover.open', case: task.in.case } },
      };
    case 'register':
      return undefined;
    case 'step': {
      const { key, title, for: apart } = task.step;
      return {
        text: title,
        under: [listedWords(task.in, school, apart), dueWords(task.due, task.urgency, calendar)],
        button: {
          title: task.urgency === 'later' ? 'Bekijken' : 'Doen',
          data: { verb: 'step.open', case: task.in.case, step: key },
        },
      };
    }
  }
}

const messageRow = ({ id, number, readAt }: Message): Row => ({
  text: 'Vertrouwelijk bericht',
  under: [readAt ? `${number}, gelezen en nog niet afgerond` : `${number}, nog niet gelezen`],
  button: { title: readAt ? 'Openen' : 'Lezen', data: { verb: 'confidential.read', message: id } },
});

interface OwnReport {
  number: string;
  at: string;
  became: 'waiting' | 'taken-up' | 'closed';
}

const became: Record<OwnReport['became'], string> = {
  waiting: 'nog niet bekeken',
  'taken-up': 'opgepakt',
  closed: 'afgerond',
};

/** Of each report its number, its day and how it stands; nothing of the case (P12). @param reports newest first */
export function ownReportsCard(reports: readonly OwnReport[], calendar: Calendar): Card {
  if (reports.length === 0)
    return listCard({
      title: 'Je hebt nog geen meldingen gedaan',
      lines: ['Zie of hoor je iets? Meld het, ook als je twijfelt.'],
      buttons: [REPORT],
    });
  const shown = reports.slice(0, limits.listed);
  const more = reports.length - shown.length;
  return listCard({
    title: 'Jouw meldingen',
    sections: [
      {
        rows: shown.map(({ number, at, became: state }) => ({
          text: `${number}: ${became[state]}`,
          under: [`Gemeld op ${calendar.say(calendar.dateOf(at))}`],
        })),
      },
    ],
    subtle: [
      ...(more > 0 ? [`En nog ${more} oudere.`] : []),
      'Meer kan ik je niet vertellen, om de leerlingen te beschermen. Is iets dringend? Ga naar de coördinator.',
    ],
    buttons: [REPORT],
  });
}
