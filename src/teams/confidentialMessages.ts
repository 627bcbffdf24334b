/** Which card says what of a confidential message (P3). What previews and toasts show is the same for all of them. */
import type { ConfidentialDelivery } from '../app/ports/messenger.ts';
import { calendarOf } from '../app/world.ts';
import { confidentialAnsweredCard, confidentialTaskCard } from '../cards/confidentialReader.ts';
import {
  chooseAnotherCard,
  confidentialEndedCard,
  confidentialPassedCard,
  confidentialReadCard,
  consentCard,
} from '../cards/confidentialWriter.ts';
import type { Card } from '../cards/template.ts';
import { othersFor } from '../domain/confidants.ts';
import { deadlineOf } from '../domain/confidentialReact.ts';
import { unreachable } from '../domain/errors.ts';
import type { Rendered } from './saying.ts';

const TASK = 'Je hebt 1 taak';
const NEWS = 'Je hebt 1 bericht';

export function confidentialMessage(delivery: ConfidentialDelivery): Rendered {
  const { say } = delivery.message;
  const asks = say === 'read' || say === 'passed' || say === 'closed' || say === 'answered';
  return { card: cardFor(delivery), summary: asks ? NEWS : TASK };
}

function cardFor({ message, state, school, protocol, now, nonce }: ConfidentialDelivery): Card {
  const calendar = calendarOf(school, now);
  const today = calendar.dateOf(now);
  const ids = { nonce, day: today };
  switch (message.say) {
    case 'task':
    case 'reminder':
      return confidentialTaskCard(state, message.say === 'reminder');
    case 'answered':
      return confidentialAnsweredCard(state);
    case 'read':
      return confidentialReadCard(state, school, calendar);
    case 'choose': {
      const others = othersFor(state, school, protocol);
      const until = deadlineOf(state, calendar);
      return chooseAnotherCard(state, { school, calendar, today, others, until, ids });
    }
    case 'passed':
      return confidentialPassedCard(state, school, calendar, false);
    case 'consent':
      return consentCard(state, school, calendar, ids);
    case 'closed':
      return confidentialEndedCard(state, calendar);
    default:
      return unreachable(message.say);
  }
}
