/** What people do with a step beside finishing it. */
import type { Ask } from './ask.ts';
import { reason } from './ask.ts';
import { input } from './questions.ts';

export const stepAsks = {
  'step.later': {
    title: 'Later doen',
    lines: ({ calendar, step, last }) => [
      ...(step?.due ? [`Nu moet het uiterlijk ${calendar.say(step.due.by)}.`] : []),
      ...(last ? [`Uitstellen mag tot en met **${calendar.say(last)}**.`] : []),
    ],
    inputs: ({ last = '' }) => [
      input({ id: 'to', type: 'date', label: 'Op welke dag doe je het?', required: true, last }),
      reason('Waarom doe je het later?'),
    ],
    send: 'Uitstellen',
    done: 'Uitgesteld',
    now: (day) => `Doe het nu uiterlijk ${day}.`,
  },
  'step.talk': {
    title: 'Gesprek geweest',
    lines: () => ['Leg nu kort vast dat je elkaar sprak. De rest vul je later in.'],
    inputs: ({ today }) => [
      input({
        id: 'on',
        type: 'date',
        label: 'Wanneer was het gesprek?',
        required: true,
        value: today,
        last: today,
      }),
      input({ id: 'line', type: 'line', label: 'Hoe ging het, in één regel?', required: true }),
    ],
    send: 'Vastleggen',
    done: 'Kort vastgelegd',
    now: (day) => `Vul de rest uiterlijk ${day} in.`,
  },
  'step.skip': {
    title: 'Overslaan',
    lines: () => ['Past deze stap hier niet? Sla hem dan over. Je reden staat daarna in de zaak.'],
    inputs: () => [reason('Waarom sla je deze stap over?')],
    send: 'Overslaan',
    done: 'Overgeslagen',
  },
  'step.reopen': {
    title: 'Weer openen',
    lines: () => ['De stap staat dan weer open. Wat er eerder is vastgelegd, blijft bewaard.'],
    inputs: () => [reason('Waarom open je deze stap weer?', false)],
    send: 'Weer openen',
    done: 'Weer open',
    now: (day) => `Doe het uiterlijk ${day}.`,
  },
} satisfies Record<string, Ask>;
