/** Messages about who is in charge of a case, who helps, and a case that lies still. */
import type { Delivery } from '../app/ports/messenger.ts';
import { calendarOf } from '../app/world.ts';
import { formCard } from '../cards/form.ts';
import { notice } from '../cards/notice.ts';
import { input } from '../cards/questions.ts';
import type { Button } from '../cards/template.ts';
import { plainText } from '../cards/template.ts';
import { openSteps, SYSTEM } from '../domain/case.ts';
import { holdsTrue } from '../domain/conditions.ts';
import { functionTitle } from '../domain/protocol.ts';
import { personOf } from '../domain/school.ts';
import { inCase } from '../domain/words.ts';
import type { CaseLinks } from './links.ts';
import type { Rendered } from './saying.ts';
import { calledOf, insteadLines, leadName, leadWords, stepTitle } from './saying.ts';

/** For whoever is in charge, or helps, from now on. */
export const WHAT_NOW: Button = { title: 'Wat moet ik doen?', data: { verb: 'command', text: 'taken' } };

interface Said {
  title: string;
  lines: string[];
  subtle?: string[];
  buttons?: Button[];
  summary: string;
}

const said = (
  { state, school, message }: Delivery,
  links: CaseLinks,
  { summary, lines, ...more }: Said,
): Rendered => ({
  card: notice({
    ...more,
    lines: [plainText(inCase(state, school)), ...lines, ...insteadLines({ message, school })],
    links: [links(state.id)],
  }),
  summary,
});

/** The question to take a case over (K5), with both answers on the card. */
export function handoverCard(delivery: Delivery, links: CaseLinks): Rendered {
  const { state, school, protocol, now, nonce } = delivery;
  const { handover } = state;
  const asker = (handover && personOf(school, handover.asked)?.name) ?? 'Een collega';
  const as = handover ? ` als ${functionTitle(protocol, handover.function)}` : '';
  // Nobody asks but the turn of the year (P21).
  const asks =
    handover?.asked === SYSTEM.person
      ? `Het is een nieuw schooljaar: neem jij het over${as}?`
      : `${plainText(asker)} vraagt of jij het overneemt${as}.`;
  const ids = {
    verb: 'case.handover.answer',
    case: state.id,
    nonce,
    day: calendarOf(school, now).dateOf(now),
  };
  const card = formCard({
    title: 'Wil je een zaak overnemen?',
    lines: [
      plainText(inCase(state, school)),
      `Nu is ${leadWords(delivery)} aan zet. ${asks}`,
      'Bekijk eerst de zaak. Zolang je niets kiest, verandert er niets.',
    ],
    inputs: [
      input({
        id: 'because',
        type: 'line',
        label: 'Liever niet? Zeg kort waarom (mag leeg blijven)',
        placeholder: 'Dit komt in de zaak te staan',
      }),
    ],
    buttons: [
      { title: 'Ik neem het over', style: 'positive', data: { ...ids, accept: 'ja' } },
      { title: 'Liever niet', data: { ...ids, accept: 'nee' } },
    ],
    links: [links(state.id)],
  });
  return { card, summary: 'Wil je een zaak overnemen?' };
}

export const handoverAnsweredCard = (delivery: Delivery, accepted: boolean, links: CaseLinks): Rendered =>
  accepted
    ? said(delivery, links, {
        title: 'Je collega neemt de zaak over',
        lines: [`Vanaf nu is ${leadWords(delivery)} aan zet.`],
        summary: 'Je collega neemt een zaak over',
      })
    : said(delivery, links, {
        title: 'Je collega neemt de zaak niet over',
        lines: [
          `${leadName(delivery)} blijft aan zet.`,
          'Gaf je collega een reden, dan staat die in de zaak. Je kunt het ook aan iemand anders vragen.',
        ],
        summary: 'Je collega neemt een zaak niet over',
      });

/** For whoever is in charge from now on; or for who hears it in their place. */
export function leadCard(delivery: Delivery, links: CaseLinks): Rendered {
  const steps = openSteps(delivery.state);
  const titles = [...new Set(steps.map((step) => stepTitle(delivery, step)))];
  if (insteadLines(delivery).length > 0)
    return said(delivery, links, {
      title: 'Een ander is nu aan zet',
      lines: [`Vanaf nu is ${leadWords(delivery)} aan zet.`],
      buttons: [WHAT_NOW],
      summary: 'Er is iemand anders aan zet in een zaak',
    });
  return said(delivery, links, {
    title: 'Je bent nu aan zet',
    lines: ['Deze zaak is nu van jou.', ...(titles.length > 0 ? [`Nu open: ${titles.join(', ')}.`] : [])],
    subtle: ['In de zaak staat waarom, en wat er al is gebeurd.'],
    buttons: [WHAT_NOW],
    summary: 'Je bent aan zet in een zaak',
  });
}

/** Names no pupil: the case may be closed to who reads it. */
export function relievedCard(delivery: Delivery): Rendered {
  const card = notice({
    title: 'Je bent niet meer aan zet',
    lines: [
      `${calledOf(delivery.state)}: vanaf nu is ${leadWords(delivery)} aan zet.`,
      'Je hoeft hier niets meer te doen. Weet je iets wat helpt? Vertel het je collega.',
    ],
  });
  return { card, summary: 'Je bent niet meer aan zet in een zaak' };
}

export const invitedCard = (delivery: Delivery, links: CaseLinks): Rendered =>
  said(delivery, links, {
    title: 'Je bent gevraagd om mee te helpen',
    lines: [
      `In deze zaak is ${leadWords(delivery)} aan zet. Overleg samen wat je doet.`,
      'Je mag de zaak nu zien en stappen afronden.',
    ],
    // Nothing of it stands among the helper's own tasks: the one in charge is asked, the helper may.
    buttons: [{ title: 'Wat kan ik doen?', data: { verb: 'case.open', case: delivery.state.id } }],
    summary: 'Je bent gevraagd om mee te helpen',
  });

/** A case without a date: what is still open, and what people can begin by themselves. */
export function waitingCard(delivery: Delivery, links: CaseLinks): Rendered {
  const { state, protocol, school, now } = delivery;
  const open = [...new Set(openSteps(state).map((step) => stepTitle(delivery, step)))];
  const byHand = protocol.steps
    .filter((s) => s.opens === 'hand' && (!s.when || holdsTrue(s.when, { state, protocol })))
    .map((s) => `‘${s.title}’`);
  const options = [
    ...(open.length > 0 ? [`- Rond af wat nog openstaat: ${open.join(', ')}.`] : []),
    ...(byHand.length > 0 ? [`- Begin zelf iets: ${byHand.join(', ')}.`] : []),
    '- Weet je het niet? Overleg met een collega.',
  ];
  const calendar = calendarOf(school, now);
  const until = state.waitsUntil && calendar.say(calendar.dateOf(state.waitsUntil));
  return said(delivery, links, {
    title: 'Deze zaak staat open zonder volgende stap',
    lines: ['Er is nu geen stap met een datum. Wat kun je doen?', options.join('\n')],
    subtle: until ? [`Gebeurt er niets? Dan vraag ik het weer op ${until}.`] : [],
    buttons: [{ title: 'Wat kan ik doen?', data: { verb: 'case.more', case: state.id } }],
    summary: 'Een zaak staat open zonder volgende stap',
  });
}
