/** Every card of the chat, as people get to see it. A new kind of message does not compile before it has its sample. */
import type { Delivery } from '../../app/ports/messenger.ts';
import { emergencyLines, reportForm } from '../../cards/report.ts';
import { receiptCard, stepDoneCard, stepGoneCard } from '../../cards/results.ts';
import { stepCard } from '../../cards/step.ts';
import type { Card } from '../../cards/template.ts';
import type { Message, Say } from '../../domain/messages.ts';
import { readProtocols } from '../../storage/protocolFiles.ts';
import { channelCard } from '../../teams/channelMessages.ts';
import { helpCard, notUnderstood } from '../../teams/commands/help.ts';
import { stoppedCard } from '../../teams/commands/stop.ts';
import { withdrawCard } from '../../teams/commands/withdraw.ts';
import { developmentLinks } from '../../teams/links.ts';
import { personalCard } from '../../teams/messages.ts';
import { acting } from './acts.ts';
import { briefings } from './briefings.ts';
import { confidential } from './confidential.ts';
import { lookUps } from './lookUps.ts';
import { mornings } from './mornings.ts';
import { newYear } from './newYear.ts';
import { ownWork } from './ownWork.ts';
import { doors } from './reporting.ts';
import { NONCE, NOW, TODAY, demoSchool, sceneOf, withStep } from './scene.ts';
import type { Scene } from './scene.ts';
import { settingUp } from './settingUp.ts';

export interface Sample {
  /** Under which it stands in the gallery. */
  chapter: string;
  title: string;
  card: Card;
}

const links = developmentLinks('http://127.0.0.1:3978');
const link = links('voorbeeld');

/** In the order in which somebody meets them; then each step of each protocol. */
export function samples(): Sample[] {
  const school = demoSchool();
  const protocols = [...readProtocols('protocols').values()];
  const own = protocols.find(({ protocol }) => protocol.id === school.settings.protocol)!;
  const scene = sceneOf(own.protocol, own.ref, school);
  return [
    ...doors(scene),
    ...confidential(scene),
    ...reporting(scene),
    ...messages(scene),
    ...acting(scene, link),
    ...briefings(scene),
    ...mornings(scene),
    ...ownWork(scene),
    ...newYear(scene),
    ...settingUp(school, own.protocol),
    ...lookUps(
      school,
      own.protocol,
      protocols.filter((p) => p !== own).map((p) => p.protocol),
    ),
    ...protocols.flatMap(({ protocol, ref }) => steps(sceneOf(protocol, ref, school))),
  ];
}

function reporting({ school, protocol, calendar, state }: Scene): Sample[] {
  const form = { school, protocol, person: school.persons[0]!, today: TODAY, nonce: NONCE };
  const first = Object.values(state.steps)[0]!;
  const receipt = {
    number: state.number,
    lead: { function: 'mentor', name: 'Sanne Voorbeeld' },
    next: { title: 'Melding bekijken', by: first.due?.by, why: first.due?.why },
  };
  const cards: Record<string, Card> = {
    help: helpCard('Hallo, ik ben Meldpunt'),
    'niet begrepen': notUnderstood(),
    'het formulier': reportForm(form),
    stop: stoppedCard(),
    'melding intrekken': withdrawCard(school, protocol),
    'het formulier, met een fout': reportForm({
      ...form,
      error: 'Kies over wie je je zorgen maakt.',
      urgent: true,
    }),
    ontvangst: receiptCard([receipt], calendar, []),
    'ontvangst, niet veilig': receiptCard([receipt], calendar, emergencyLines(school)),
    'stap gedaan': stepDoneCard(
      {
        number: state.number,
        title: 'Melding bekijken',
        outcome: 'Ik pak dit op',
        closed: false,
        next: [receipt.next],
      },
      { case: state.id, step: first.key },
      calendar,
      link,
    ),
    'stap al gedaan': stepGoneCard(
      { ...state, steps: { x: { ...first, status: 'lapsed', because: 'Er is een nieuwe ronde begonnen.' } } },
      'x',
      protocol,
      school,
      calendar,
      link,
    ),
  };
  return Object.entries(cards).map(([title, card]) => ({ chapter: 'Melden', title, card }));
}

/** One message of each kind. */
function messages(scene: Scene): Sample[] {
  const { state, protocol, school } = scene;
  const person = { person: state.lead.person! };
  const channel = { channel: 'coordinator' } as const;
  const step = Object.keys(state.steps)[0]!;
  const telling = protocol.steps.find((s) => s.tells.length > 0)!;
  const { key: told } = withStep(scene, telling);
  const all: { [S in Say]: Extract<Message, { say: S }> } = {
    step: { say: 'step', to: person, case: state.id, step },
    reminder: { say: 'reminder', to: person, case: state.id, step, late: true },
    escalation: { say: 'escalation', to: person, case: state.id, step, function: protocol.coordinator },
    unsafe: { say: 'unsafe', to: person, case: state.id },
    tell: { say: 'tell', to: person, case: state.id, step: told, tell: 0, function: protocol.coordinator },
    suggestion: { say: 'suggestion', to: person, case: state.id, suggestion: protocol.suggestions[0]!.id },
    register: { say: 'register', to: person, case: state.id, step, function: state.lead.function },
    handover: { say: 'handover', to: person, case: state.id },
    'handover-answered': { say: 'handover-answered', to: person, case: state.id, accepted: true },
    lead: { say: 'lead', to: person, case: state.id },
    relieved: { say: 'relieved', to: person, case: state.id },
    invited: { say: 'invited', to: person, case: state.id },
    waiting: { say: 'waiting', to: person, case: state.id },
    'taken-up': { say: 'taken-up', to: person, case: state.id, number: state.number },
    'report-closed': { say: 'report-closed', to: person, case: state.id, number: state.number },
    opened: { say: 'opened', to: channel, case: state.id },
    'report-linked': { say: 'report-linked', to: channel, case: state.id },
    closed: { say: 'closed', to: channel, case: state.id },
    reopened: { say: 'reopened', to: channel, case: state.id },
    unreachable: { say: 'unreachable', to: person, case: state.id, person: state.lead.person! },
    'channel-refused': {
      say: 'channel-refused',
      to: person,
      case: state.id,
      because: 'In dit kanaal lezen mensen mee die niet bij de medewerkers staan.',
    },
  };
  const open = withStep(scene, telling).state;
  const asked = { pupil: school.pupils[0]!.id, doer: state.lead.function, heading: 'Gesprek', key: step };
  const delivery = (message: Message): Delivery => {
    const now = { ...open, registrations: [asked], handover: { ...handover(scene), asked: person.person } };
    const about = 'step' in message ? now.steps[message.step] : undefined;
    return { message, state: now, step: about, protocol, school, now: NOW, nonce: NONCE };
  };
  return Object.values(all).map((message): Sample => {
    const made = 'channel' in message.to ? channelCard : personalCard;
    const chapter = 'channel' in message.to ? 'In het kanaal' : 'Berichten';
    return { chapter, title: message.say, card: made(delivery(message), links).card };
  });
}

const handover = ({ school, protocol }: Scene) => ({
  function: protocol.coordinator,
  person: school.persons[1]!.id,
});

/** The card of each step of a protocol; those that begin by hand too. */
function steps(scene: Scene): Sample[] {
  const { protocol, school, calendar } = scene;
  return protocol.steps.map((step) => {
    const { state, key } = withStep(scene, step);
    const card = { protocol, school, calendar, nonce: NONCE, today: TODAY, link };
    return {
      chapter: protocol.title,
      title: step.id,
      card: stepCard({ ...card, state, step: state.steps[key]! }),
    };
  });
}
