/** What the coordinator's channel reads: number, function and date; no pupil, and nothing that anybody typed. */
import type { Delivery } from '../app/ports/messenger.ts';
import { calendarOf } from '../app/world.ts';
import { notice } from '../cards/notice.ts';
import { openSteps } from '../domain/case.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { CaseLinks } from './links.ts';
import type { Rendered } from './saying.ts';
import { calledOf, dueLines, openStep, stepTitle } from './saying.ts';

/** @throws Error for a message that is for a person */
export function channelCard(delivery: Delivery, links: CaseLinks): Rendered {
  const { message, state, protocol } = delivery;
  const lead = functionTitle(protocol, state.lead.function);
  const called = calledOf(state);
  const link = links(state.id);
  const said = (summary: string, lines: string[]): Rendered => ({
    card: notice({ lines, links: [link] }),
    summary,
  });
  switch (message.say) {
    case 'opened':
      return caseCard(`${called} is geopend`, delivery, links);
    case 'reopened':
      return caseCard(`${called} is weer open`, delivery, links);
    case 'report-linked':
      return said(called, [`Er is een melding bij ${called.toLowerCase()} gekomen.`]);
    case 'escalation': {
      const step = openStep(delivery);
      const card = notice({
        lines: [`${called}: ${stepTitle(delivery, step)} wacht nog. De ${lead} is aan zet.`],
        // Why a date was put off is what somebody typed.
        subtle: step.postponed ? [] : dueLines(delivery, step),
        links: [link],
      });
      return { card, summary: called };
    }
    case 'closed':
      return said(`${called} is gesloten`, [`${called} is gesloten.`]);
    default:
      throw new Error(`${message.say} is not for a channel`);
  }
}

/** Who is in charge of a case that begins, or begins again, and its first step. */
function caseCard(title: string, delivery: Delivery, links: CaseLinks): Rendered {
  const { state, protocol, school, now } = delivery;
  const first = openSteps(state)[0];
  const by = first?.due ? `, uiterlijk ${calendarOf(school, now).say(first.due.by)}` : '';
  const titled = protocol.steps.find((s) => s.id === first?.step)?.title;
  const facts = [
    { label: 'Aan zet', value: functionTitle(protocol, state.lead.function) },
    ...(titled ? [{ label: 'Nu eerst', value: titled + by }] : []),
  ];
  return { card: notice({ title, facts, links: [links(state.id)] }), summary: title };
}
