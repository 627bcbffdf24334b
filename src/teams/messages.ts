/** Which card says what. Made when it is sent, from the case as it is then. */
import type { Delivery } from '../app/ports.ts';
import { calendarOf } from '../app/world.ts';
import { notice } from '../cards/notice.ts';
import { emergencyLines } from '../cards/report.ts';
import { stepCard } from '../cards/step.ts';
import type { Card } from '../cards/template.ts';
import { plainText } from '../cards/template.ts';
import type { StepState } from '../domain/case.ts';
import { functionTitle, stepOf } from '../domain/protocol.ts';
import { personOf } from '../domain/school.ts';
import { inCase } from '../domain/words.ts';
import type { CaseLinks } from './links.ts';

/** The summary is what a toast shows: it never has a name (P17). */
export interface Rendered {
  card: Card;
  summary: string;
}

/** For the personal chat of somebody who may see the case, or of its reporter. */
export function personalCard(delivery: Delivery, links: CaseLinks): Rendered {
  const { message, state, school, protocol } = delivery;
  const link = links(state.id);
  const subject = plainText(inCase(state, school));
  switch (message.say) {
    case 'step':
      return { card: taskCard(delivery, links), summary: 'Je hebt 1 taak' };
    case 'reminder': {
      const banner = message.late
        ? { text: 'Deze stap had al klaar moeten zijn. Lukt het?', late: true }
        : { text: 'Herinnering', late: false };
      return { card: taskCard(delivery, links, banner), summary: 'Herinnering: je hebt 1 taak' };
    }
    case 'escalation': {
      const step = openStep(delivery);
      const lead =
        (state.lead.person && personOf(school, state.lead.person)?.name) ??
        functionTitle(protocol, state.lead.function);
      const text = `‘${stepOf(protocol, step.step).title}’ is nog niet gedaan. ${plainText(lead)} is aan zet. Vraag of het lukt, of neem het over.`;
      const card = notice({
        title: 'Een stap blijft liggen',
        lines: [subject, text],
        subtle: dueLines(delivery, step),
        links: [link],
      });
      return { card, summary: 'Een stap in een zaak blijft liggen' };
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
    case 'taken-up': {
      const who =
        (state.lead.person && personOf(school, state.lead.person)?.name) ??
        functionTitle(protocol, state.lead.function);
      const card = notice({
        lines: [`Je melding **${message.number}** is bekeken door ${plainText(who)}. Dank je wel.`],
        subtle: ['Meer kan ik je niet vertellen, om de leerlingen te beschermen.'],
      });
      return { card, summary: 'Je melding is bekeken' };
    }
    case 'report-closed': {
      const card = notice({
        lines: [`Je melding **${message.number}** is afgerond.`],
        subtle: ['Zie je toch weer iets? Typ **melding**.'],
      });
      return { card, summary: 'Je melding is afgerond' };
    }
    case 'unreachable': {
      const who = personOf(school, message.person)?.name ?? 'Een collega';
      const card = notice({
        title: 'Een bericht kwam niet aan',
        lines: [
          subject,
          `${plainText(who)} kan geen berichten van mij krijgen. Misschien is de app Meldpunt daar verwijderd. Vertel het zelf, en vraag om de app weer toe te voegen.`,
        ],
        links: [link],
      });
      return { card, summary: 'Een bericht kwam niet aan' };
    }
    case 'channel-refused': {
      const card = notice({
        title: 'Ik zet niets in het kanaal',
        lines: [
          `Zaak ${state.number}`,
          message.because,
          'Haal deze mensen uit het team, of kies een ander kanaal.',
        ],
        links: [link],
      });
      return { card, summary: 'Ik zet niets in het kanaal' };
    }
    case 'opened':
    case 'report-linked':
    case 'closed':
      throw new Error(`${message.say} is for the channel`);
  }
}

/** For the channel: number, function and date; no pupil, and nothing that anybody typed. */
export function channelCard(delivery: Delivery, links: CaseLinks): Rendered {
  const { message, state, protocol } = delivery;
  const lead = functionTitle(protocol, state.lead.function);
  const number = `Zaak ${state.number}`;
  const first = Object.values(state.steps).find((s) => s.status === 'open');
  const link = links(state.id);
  const calendar = calendarOf(delivery.school, delivery.now);
  switch (message.say) {
    case 'opened': {
      const facts = [
        { label: 'Aan zet', value: lead },
        ...(first
          ? [
              {
                label: 'Nu eerst',
                value: `${stepOf(protocol, first.step).title}${first.due ? `, uiterlijk ${calendar.say(first.due.by)}` : ''}`,
              },
            ]
          : []),
      ];
      return {
        card: notice({ title: `${number} is geopend`, facts, links: [link] }),
        summary: `${number} is geopend`,
      };
    }
    case 'report-linked':
      return {
        card: notice({ lines: [`Er is een melding bij ${number.toLowerCase()} gekomen.`], links: [link] }),
        summary: number,
      };
    case 'escalation': {
      const title = stepOf(protocol, openStep(delivery).step).title;
      const card = notice({
        lines: [`${number}: ‘${title}’ wacht nog. De ${lead} is aan zet.`],
        subtle: dueLines(delivery, openStep(delivery)),
        links: [link],
      });
      return { card, summary: number };
    }
    case 'closed':
      return {
        card: notice({ lines: [`${number} is gesloten.`], links: [link] }),
        summary: `${number} is gesloten`,
      };
    default:
      throw new Error(`${message.say} is not for a channel`);
  }
}

function taskCard(delivery: Delivery, links: CaseLinks, banner?: { text: string; late: boolean }): Card {
  const { state, protocol, school, now, nonce } = delivery;
  const calendar = calendarOf(school, now);
  return stepCard({
    state,
    step: openStep(delivery),
    protocol,
    school,
    calendar,
    nonce,
    today: calendar.dateOf(now),
    banner,
    link: links(state.id),
  });
}

/** The worker sends a message about a step only while that step is open. */
function openStep({ step, message }: Delivery): StepState {
  if (!step) throw new Error(`${message.say} without its step`);
  return step;
}

function dueLines({ school, now }: Delivery, step: StepState): string[] {
  return step.due
    ? [`Uiterlijk ${calendarOf(school, now).say(step.due.by)}: ${plainText(step.due.why)}`]
    : [];
}
