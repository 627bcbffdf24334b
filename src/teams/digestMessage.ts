/** The card of the morning (P17): what a person has to do and what was brought to them, each with its button. */
import type { Task } from '../app/ports.ts';
import { calendarOf } from '../app/world.ts';
import type { Row } from '../cards/list.ts';
import { dueWords, listCard } from '../cards/list.ts';
import { plainText } from '../cards/template.ts';
import { limits } from '../domain/limits.ts';
import { stepOf } from '../domain/protocol.ts';
import { personOf } from '../domain/school.ts';
import type { Urgency } from '../domain/urgency.ts';
import { urgencyOf } from '../domain/urgency.ts';
import { inCase } from '../domain/words.ts';
import { chargeWords } from './decideMessages.ts';
import type { Rendered } from './saying.ts';

/** @param tasks what is due first on top */
export function digestMessage(tasks: readonly Task[], nonce: string): Rendered {
  const own = tasks.filter(({ message }) => message.say === 'reminder');
  const others = tasks.filter(({ message }) => message.say === 'escalation');
  const of = (urgency: Urgency) => own.filter((task) => urgencyFor(task) === urgency);
  let room: number = limits.listed;
  const rows = (all: readonly Task[], rowOf: (task: Task) => Row) => {
    const shown = all.slice(0, room);
    room -= shown.length;
    return shown.map(rowOf);
  };
  const sections = [
    { title: 'Had al klaar moeten zijn. Lukt het?', late: true, rows: rows(of('late'), ownRow) },
    { title: 'Vandaag', rows: rows(of('today'), ownRow) },
    { title: 'Binnenkort', rows: rows(of('dated'), ownRow) },
    { title: 'Blijft liggen bij een ander. Vraag of het lukt.', rows: rows(others, othersRow) },
  ];
  const title = own.length > 0 ? countWords(own.length) : `Er blijven ${others.length} stappen liggen`;
  const left = tasks.length - sections.reduce((n, section) => n + section.rows.length, 0);
  const card = listCard({
    title,
    sections,
    subtle: left > 0 ? [`En nog ${left}.`] : [],
    buttons: [{ title: 'Alle taken', data: { verb: 'command', text: 'taken', nonce, ...dayOf(tasks[0]!) } }],
  });
  // It names nobody, so a toast can show it.
  return { card, summary: title };
}

const countWords = (tasks: number) => (tasks === 1 ? 'Je hebt 1 taak' : `Je hebt ${tasks} taken`);

function urgencyFor({ step, school, now }: Task): Urgency {
  const calendar = calendarOf(school, now);
  return urgencyOf(step.due, calendar.dateOf(now), calendar);
}

const titleOf = ({ protocol, step }: Task) => stepOf(protocol, step.step).title;
const subjectOf = ({ state, school, step }: Task) => plainText(inCase(state, school, step.for));
/** Of which morning the card is: a press on it shows that it was seen. */
const dayOf = ({ school, now }: Task) => ({ digest: calendarOf(school, now).dateOf(now) });

function ownRow(task: Task): Row {
  const { message, state, step, school, now } = task;
  const instead = message.say === 'reminder' && message.instead && personOf(school, message.instead);
  return {
    text: titleOf(task),
    under: [
      subjectOf(task),
      dueWords(step.due, urgencyFor(task), calendarOf(school, now)),
      ...(instead ? [plainText(`Je neemt waar voor ${instead.name}.`)] : []),
    ],
    button: { title: 'Doen', data: { verb: 'step.open', case: state.id, step: step.key, ...dayOf(task) } },
  };
}

/** With tact (P18): the case and its step, and a way to help. */
function othersRow(task: Task): Row {
  const { message } = task;
  const words = message.say === 'escalation' ? chargeWords({ ...task, nonce: '' }, message) : '';
  return {
    text: titleOf(task),
    under: [subjectOf(task), words],
    button: { title: 'Bekijken', data: { verb: 'case.open', case: task.state.id, ...dayOf(task) } },
  };
}
