/** The card of the morning (P17): what a person has to do and what was brought to them, each with its button. */
import type { Task } from '../app/ports/messenger.ts';
import { calendarOf } from '../app/world.ts';
import type { Row } from '../cards/list.ts';
import { dueWords, listCard } from '../cards/list.ts';
import { countWords } from '../cards/tasks.ts';
import { plainText } from '../cards/template.ts';
import { limits } from '../domain/limits.ts';
import { stepOf } from '../domain/protocol.ts';
import { personOf } from '../domain/school.ts';
import type { Urgency } from '../domain/urgency.ts';
import { headsOfTasks, urgencyOf } from '../domain/urgency.ts';
import { inCase } from '../domain/words.ts';
import { chargeWords } from './decideMessages.ts';
import { ofMorning } from './morning.ts';
import type { Rendered } from './saying.ts';

/**
 * @param tasks what is due first on top
 * @param all how many tasks the person has, as `taken` counts them: what can wait is not on this card
 */
export function digestMessage(tasks: readonly Task[], nonce: string, all: number): Rendered {
  const own = tasks.filter(({ message }) => message.say === 'reminder');
  const others = tasks.filter(({ message }) => message.say === 'escalation');
  let room: number = limits.listed;
  const rows = (all: readonly Task[], rowOf: (task: Task) => Row) => {
    const shown = all.slice(0, room);
    room -= shown.length;
    return shown.map(rowOf);
  };
  const heads = headsOfTasks.map(({ title, late, urgencies }) => {
    const under = own.filter((task) => urgencies.includes(urgencyFor(task)));
    return { title, late, rows: rows(under, ownRow) };
  });
  const lying = rows(others, othersRow);
  const count = Math.max(all, own.length);
  const title = own.length > 0 ? countWords(count) : `Er blijven ${others.length} stappen liggen`;
  const left = (own.length > 0 ? count : 0) - heads.flatMap((head) => head.rows).length;
  const more = [
    ...(left > 0 ? [`En nog ${left}: druk op ‘Alle taken’.`] : []),
    ...(others.length > lying.length ? [`En bij anderen nog ${others.length - lying.length}.`] : []),
  ];
  const card = listCard({
    title,
    sections: [...heads, { title: 'Blijft liggen bij een ander. Vraag of het lukt.', rows: lying }],
    subtle: more,
    buttons: [{ title: 'Alle taken', data: { verb: 'command', text: 'taken', nonce, ...dayOf(tasks[0]!) } }],
  });
  // It names nobody, so a toast can show it.
  return { card, summary: title };
}

function urgencyFor({ step, school, now }: Task): Urgency {
  const calendar = calendarOf(school, now);
  return urgencyOf(step.due, calendar.dateOf(now), calendar);
}

const titleOf = ({ protocol, step }: Task) => stepOf(protocol, step.step).title;
const subjectOf = ({ state, school, step }: Task) => plainText(inCase(state, school, step.for));
/** Of which morning the card is: a press on it shows that it was seen. */
const dayOf = ({ school, now }: Task) => ofMorning(calendarOf(school, now).dateOf(now));

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
