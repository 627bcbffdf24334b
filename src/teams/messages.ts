/** Which card says what. Made when it is sent, from the case as it is then. */
import { answersTo } from '../app/lookup.ts';
import type { Delivery } from '../app/ports/messenger.ts';
import { calendarOf } from '../app/world.ts';
import { notice } from '../cards/notice.ts';
import { emergencyLines } from '../cards/report.ts';
import { stepCard } from '../cards/step.ts';
import type { Card } from '../cards/template.ts';
import { plainText } from '../cards/template.ts';
import { personOf } from '../domain/school.ts';
import { inCase } from '../domain/words.ts';
import {
  handoverAnsweredCard,
  handoverCard,
  invitedCard,
  leadCard,
  relievedCard,
  waitingCard,
} from './chargeMessages.ts';
import { escalationCard, suggestionCard } from './decideMessages.ts';
import type { CaseLinks } from './links.ts';
import type { Rendered } from './saying.ts';
import { asMorning } from './morning.ts';
import { calledOf, leadName, openStep } from './saying.ts';
import { registerCard, tellCard } from './stepMessages.ts';

/** For the personal chat of somebody who may see the case, or whom the protocol tells something. */
export function personalCard(delivery: Delivery, links: CaseLinks): Rendered {
  const { message, state, school } = delivery;
  const link = links(state.id);
  const subject = plainText(inCase(state, school));
  switch (message.say) {
    case 'step': {
      const banner = message.instead && { text: insteadWords(message.instead, school), late: false };
      return { card: taskCard(delivery, links, banner || undefined), summary: 'Je hebt 1 taak' };
    }
    case 'reminder': {
      const text = message.late ? 'Deze stap had al klaar moeten zijn. Lukt het?' : 'Herinnering';
      const instead = message.instead ? ` ${insteadWords(message.instead, school)}` : '';
      const banner = { text: text + instead, late: message.late };
      const card = asMorning(taskCard(delivery, links, banner), dateOf(delivery));
      return { card, summary: 'Herinnering: je hebt 1 taak' };
    }
    case 'escalation': {
      const { card, summary } = escalationCard(delivery, message, links);
      return { card: asMorning(card, dateOf(delivery)), summary };
    }
    case 'unsafe': {
      const card = notice({
        title: 'Een leerling is nu niet veilig',
        lines: [subject],
        warning: ['Kijk meteen wat er nodig is.', ...emergencyLines(school)].join('\n\n'),
        links: [link],
      });
      return { card, summary: 'Dringend: kijk nu in Meldpunt' };
    }
    case 'tell':
      return tellCard(delivery, message, links);
    case 'suggestion':
      return suggestionCard(delivery, message, links);
    case 'register':
      return registerCard(delivery, message, links);
    case 'handover':
      return handoverCard(delivery, links);
    case 'handover-answered': {
      const own = 'person' in message.to && message.to.person === state.lead.person;
      if (message.accepted && own) return leadCard(delivery, links);
      return handoverAnsweredCard(delivery, message.accepted, links);
    }
    case 'lead':
      return leadCard(delivery, links);
    case 'relieved':
      return relievedCard(delivery);
    case 'invited':
      return invitedCard(delivery, links);
    case 'waiting':
      return waitingCard(delivery, links);
    case 'taken-up': {
      const card = notice({
        lines: [
          `Je melding **${message.number}** is opgepakt door ${takerOf(message.number, delivery)}. Dank je wel.`,
        ],
        subtle: ['Meer kan ik je niet vertellen, om de leerlingen te beschermen.'],
      });
      return { card, summary: 'Je melding is opgepakt' };
    }
    case 'report-closed': {
      const card = notice({
        lines: [`Je melding **${message.number}** is afgerond.`],
        subtle: ['Zie je toch weer iets? Typ **melding**.'],
      });
      return { card, summary: 'Je melding is afgerond' };
    }
    case 'unreachable': {
      const title = message.why === 'left' ? 'Niemand is aan zet' : 'Een bericht kwam niet aan';
      const who = plainText(personOf(school, message.person)?.name ?? 'Een collega');
      const card = notice({
        title,
        lines: [
          ...(message.tasks === undefined ? [subject] : []),
          unreachableWords[message.why ?? 'refused'](who),
        ],
        subtle: message.tasks === undefined ? [] : [`Het gaat om ${tasksWords(message.tasks)}.`],
        buttons:
          message.tasks === undefined
            ? []
            : [{ title: 'Open zaken', data: { verb: 'command', text: 'zaken' } }],
        links: message.tasks === undefined ? [link] : [],
      });
      return { card, summary: title };
    }
    case 'channel-refused': {
      const lines = [calledOf(state), message.because];
      const card = notice({ title: 'Ik zet niets in het kanaal', lines, links: [link] });
      return { card, summary: 'Ik zet niets in het kanaal' };
    }
    case 'opened':
    case 'report-linked':
    case 'closed':
    case 'reopened':
      throw new Error(`${message.say} is for the channel`);
  }
}

const dateOf = ({ school, now }: Delivery): string => calendarOf(school, now).dateOf(now);

/** Who took a report up; the one in charge where it was overtaken by what they did first. */
function takerOf(number: string, delivery: Delivery): string {
  const { state, protocol, school } = delivery;
  const by = answersTo(number, state, protocol).find((step) => step.doneBy)?.doneBy?.person;
  const name = by === undefined ? undefined : personOf(school, by)?.name;
  return name === undefined ? leadName(delivery) : plainText(name);
}

const insteadWords = (instead: string, school: Delivery['school']): string =>
  plainText(`Je neemt waar voor ${personOf(school, instead)?.name ?? 'een collega'}.`);

const tasksWords = (n: number) => (n === 1 ? '1 taak' : `${n} taken`);

const unreachableWords = {
  refused: (who: string) =>
    `${who} kan geen berichten van mij krijgen. Misschien is de app Meldpunt daar verwijderd. Vertel het zelf, en vraag om de app weer toe te voegen.`,
  'no-chat': (who: string) =>
    `${who} heeft mij nog niet geopend in Teams, en weet dus niet wat er te doen is. Vertel het zelf, en vraag om de app Meldpunt te openen en ‘hallo’ te typen.`,
  left: () => 'Wie aan zet was, werkt hier niet meer. Neem de zaak over, of draag hem over aan een collega.',
};

function taskCard(delivery: Delivery, links: CaseLinks, banner?: { text: string; late: boolean }): Card {
  const { state, protocol, school, now, nonce } = delivery;
  const calendar = calendarOf(school, now);
  const step = openStep(delivery);
  return stepCard({
    state,
    step,
    protocol,
    school,
    calendar,
    nonce,
    today: calendar.dateOf(now),
    banner,
    link: links(state.id, step.key),
  });
}
