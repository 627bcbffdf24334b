/** `zaken`: the open cases that somebody may see, by how soon they ask something. */
import type { Calendar, Due } from '../domain/calendar.ts';
import { limits } from '../domain/limits.ts';
import type { Protocol } from '../domain/protocol.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import type { Urgency } from '../domain/urgency.ts';
import { asksOn, byUrgency, urgencyOf } from '../domain/urgency.ts';
import { commandButton } from './knowledge.ts';
import type { Listed, Row } from './list.ts';
import { dueWords, listCard, listedWords } from './list.ts';
import type { Card, Link } from './template.ts';
import { plainText } from './template.ts';

interface OpenCase extends Listed {
  lead: { function: string; person?: string };
  steps: readonly { title: string; due?: Due }[];
}
interface Setting {
  protocol: Protocol;
  school: School;
  calendar: Calendar;
  /** YYYY-MM-DD */
  today: string;
  /** To the list in the tab. */
  link: Link;
}
type Next = { title?: string; due?: Due; urgency: Urgency };

/** Days that count as soon. */
const WEEK = 7;

export function casesCard(cases: readonly OpenCase[], setting: Setting): Card {
  const { calendar, today, link } = setting;
  if (cases.length === 0)
    return listCard({
      title: 'Je hebt nu geen open zaken',
      lines: ['Hier staan de zaken die jij mag zien: omdat je aan zet bent, meehelpt of een stap doet.'],
      buttons: [commandButton('Mijn meldingen', 'mijn meldingen'), commandButton('Melding maken', 'melding')],
    });
  const all = cases
    .map((one) => ({ one, next: nextOf(one, today, calendar) }))
    .sort((a, b) => byUrgency(a.next, b.next));
  const shown = all.slice(0, limits.listed);
  const soon = calendar.addDays(today, WEEK);
  const isLate = ({ urgency }: Next) => urgency === 'late';
  const isSoon = (next: Next) => !isLate(next) && asksOn(next) <= soon;
  const rows = (fits: (next: Next) => boolean) =>
    shown.filter(({ next }) => fits(next)).map(({ one, next }) => rowOf(one, next, setting));
  const more = all.length - shown.length;
  return listCard({
    title: all.length === 1 ? '1 open zaak' : `${all.length} open zaken`,
    sections: [
      { title: 'Te laat', late: true, rows: rows(isLate) },
      { title: 'Binnen een week', rows: rows(isSoon) },
      { title: 'Later', rows: rows((next) => !isLate(next) && !isSoon(next)) },
    ],
    subtle: more > 0 ? [`En nog ${more}. Die staan in het tabblad.`] : [],
    links: [link],
  });
}

/** The step that is most urgent. */
const nextOf = ({ steps }: OpenCase, today: string, calendar: Calendar): Next =>
  steps
    .map(({ title, due }): Next => ({ title, due, urgency: urgencyOf(due, today, calendar) }))
    .sort(byUrgency)[0] ?? { urgency: 'undated' };

function rowOf(one: OpenCase, next: Next, { protocol, school, calendar }: Setting): Row {
  const { function: fn, person } = one.lead;
  const lead = (person && personOf(school, person)?.name) ?? functionTitle(protocol, fn);
  return {
    text: listedWords(one, school),
    under: [
      ...(next.title === undefined
        ? ['Geen open stap']
        : [`Nu: ${next.title}`, dueWords(next.due, next.urgency, calendar)]),
      plainText(`Aan zet: ${lead}`),
    ],
    button: { title: 'Bekijken', data: { verb: 'case.open', case: one.case } },
  };
}
