/** A list on a card: under headings, each row with a button of its own, narrow enough for a phone. */
import type { Calendar, Due } from '../domain/calendar.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import type { Urgency } from '../domain/urgency.ts';
import { participantName } from '../domain/words.ts';
import type { Button, Card, Link } from './template.ts';
import { buttonsOf, defineCard, plainText } from './template.ts';

export interface Row {
  text: string;
  /** Fainter lines under it. */
  under?: string[];
  button?: Button;
}
interface Section {
  /** Left out where there is one section. */
  title?: string;
  /** Its rows are late. */
  late?: boolean;
  rows: Row[];
}
interface List {
  title: string;
  lines?: string[];
  facts?: { label: string; value: string }[];
  /** Those without rows are left out. */
  sections?: Section[];
  subtle?: string[];
  buttons?: Button[];
  links?: Link[];
}

const expand = defineCard('list');

/** All texts are Markdown: what people typed has gone through `plainText` before. */
export function listCard(list: List): Card {
  const { title, lines = [], facts = [], sections = [], subtle = [], buttons = [], links = [] } = list;
  const asText = (text: string) => ({ text });
  return expand({
    title,
    lines: lines.map(asText),
    facts,
    sections: sections
      .filter(({ rows }) => rows.length > 0)
      .map(({ title: head = '', late, rows }) => ({
        title: head,
        color: late ? 'Attention' : 'Default',
        rows: rows.map(({ text, under = [], button }) => ({
          text,
          weight: under.length > 0 ? 'Bolder' : 'Default',
          under: under.map(asText),
          // Whoever hears the card read aloud gets to know which of the equal buttons this is.
          buttons: button ? [{ ...button, tooltip: `${button.title}: ${text}` }] : [],
        })),
      })),
    subtle: subtle.map(asText),
    actions: buttonsOf(buttons),
    links,
  });
}

/** What the list of open cases knows of a case. */
export interface Listed {
  case: string;
  number: string;
  group?: string;
  about: readonly string[];
  schoolYear?: number;
}

/** As `inCase` says it of a whole case: "Zaak 2026-0001 · Fenna Voorbeeld (2B)". */
export function listedWords(
  { number, group, about, schoolYear }: Listed,
  school: School,
  apart?: string,
): string {
  if (schoolYear !== undefined) return `Schooljaar ${number}`;
  const names = about.map((pupil) => participantName(pupil, school)).join(', ');
  const whom = names === '' ? [] : [`${names}${group ? ` (${group})` : ''}`];
  const met = apart === undefined ? [] : [`met ${participantName(apart, school)}`];
  return plainText([`Zaak ${number}`, ...whom, ...met].join(' · '));
}

/** That there is something to enter in the pupil tracking system (K17), of a case; `steps`: after how many steps. */
export const notesRow = (of: string, steps: number, { lvs }: Pick<Protocol, 'lvs'>): Row => ({
  text: `Nog in ${lvs} zetten: ${steps === 1 ? '1 stap' : `${steps} stappen`}`,
  button: { title: 'Doen', data: { verb: 'register.open', case: of } },
});

/** By when, as far as it matters now. */
export function dueWords(due: Due | undefined, urgency: Urgency, calendar: Calendar): string {
  if (due === undefined) return 'Zonder vaste datum';
  const by = calendar.say(due.by);
  switch (urgency) {
    case 'late':
      return `Te laat: kon tot en met ${by}`;
    case 'today':
      return 'Vandaag';
    case 'later':
      if (due.waits) return 'Wacht nog op een andere stap';
      return due.from === due.by ? `Op ${by}` : `Van ${calendar.say(due.from!)} tot en met ${by}`;
    default:
      return `Uiterlijk ${by}`;
  }
}
