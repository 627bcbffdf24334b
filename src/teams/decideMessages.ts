/** What is put to people, for them to decide: a step that stays undone (P18), and what was noticed across cases (K12, P7). */
import type { Delivery } from '../app/ports/messenger.ts';
import { calendarOf } from '../app/world.ts';
import { notice } from '../cards/notice.ts';
import type { Button } from '../cards/template.ts';
import { plainText } from '../cards/template.ts';
import { mayDoStep, mayIssue } from '../domain/access.ts';
import { openSteps, SYSTEM } from '../domain/case.ts';
import type { Message } from '../domain/messages.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { Person } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import { inCase, participantName } from '../domain/words.ts';
import type { CaseLinks } from './links.ts';
import type { Rendered } from './saying.ts';
import { dueLines, insteadLines, leadName, openStep, stepTitle } from './saying.ts';

type Saying<S extends Message['say']> = Extract<Message, { say: S }>;

/** Whether whom a message is for may do something in its case today. */
function hearerMay(
  { message, state, protocol, school, now }: Delivery,
  may: (person: Person, scene: Parameters<typeof mayDoStep>[2]) => boolean,
): boolean {
  const hearer = 'person' in message.to ? personOf(school, message.to.person) : undefined;
  const today = calendarOf(school, now).dateOf(now);
  return hearer !== undefined && may(hearer, { state, protocol, school, today });
}

/** That a step stays undone, with tact: ask first, then offer to take it over (P18). */
export function escalationCard(
  delivery: Delivery,
  message: Saying<'escalation'>,
  links: CaseLinks,
): Rendered {
  const { state, school, protocol, now } = delivery;
  const step = openStep(delivery);
  const leads = 'person' in message.to && message.to.person === state.lead.person;
  const takeOver = { type: 'takeOver', at: now, by: SYSTEM } as const;
  const takesOver = !leads && hearerMay(delivery, (hearer, scene) => mayIssue(hearer, takeOver, scene));
  const what = takesOver ? 'Vraag of het lukt, of neem het over.' : 'Vraag of het lukt.';
  const card = notice({
    title: 'Een stap blijft liggen',
    lines: [
      plainText(inCase(state, school)),
      `${stepTitle(delivery, step)} is nog niet gedaan. ${chargeWords(delivery, message)} ${message.why ? '' : what}`.trim(),
    ],
    subtle: [
      ...dueLines(delivery, step),
      `Je krijgt dit bericht als ${functionTitle(protocol, message.function)}.`,
    ],
    buttons: takesOver
      ? [{ title: 'Ik neem het over', data: { verb: 'case.takeover', case: state.id } }]
      : [],
    links: [links(state.id)],
  });
  return { card, summary: 'Een stap in een zaak blijft liggen' };
}

/** Who is asked for a step that lies with somebody else, and whether they are there. */
export function chargeWords(delivery: Delivery, { why }: Saying<'escalation'>): string {
  switch (why) {
    case 'left':
      return 'Wie aan zet was, werkt hier niet meer. Niemand is nu aan zet.';
    case 'away':
      return `${leadName(delivery)} is er niet, en niemand neemt waar.`;
    default:
      return `${leadName(delivery)} is aan zet.`;
  }
}

/** Something noticed across cases, with the steps in which people decide what to do about it. */
export function suggestionCard(
  delivery: Delivery,
  message: Saying<'suggestion'>,
  links: CaseLinks,
): Rendered {
  const { state, school, protocol } = delivery;
  const says = protocol.suggestions.find((s) => s.id === message.suggestion)?.says ?? '';
  const card = notice({
    title: 'Kijk hier even naar',
    lines: [plainText(inCase(state, school)), plainText(says), ...insteadLines(delivery)],
    subtle: ['Ik heb niets besloten: dat doen jullie.'],
    buttons: decisions(delivery, message.suggestion),
    links: [links(state.id)],
  });
  return { card, summary: 'Kijk even naar een zaak' };
}

/** The open steps that a suggestion opened and that the hearer may do. */
function decisions(delivery: Delivery, suggestion: string): Button[] {
  const { state, school, protocol } = delivery;
  return openSteps(state).flatMap(({ key, step, for: apart }) => {
    const def = protocol.steps.find((s) => s.id === step);
    const opens = def?.opens;
    if (typeof opens !== 'object' || !('suggestion' in opens) || opens.suggestion !== suggestion) return [];
    if (!def || !hearerMay(delivery, (hearer, scene) => mayDoStep(hearer, key, scene))) return [];
    // The name first: of equal titles only the end would differ, and that may be cut off.
    const title = apart === undefined ? def.title : `${participantName(apart, school)}: ${def.title}`;
    return [{ title, data: { verb: 'step.open', case: state.id, step: key } }];
  });
}
