/** What takes the place of a form once it was sent: nothing of what was typed (P17). */
import type { Calendar } from '../domain/calendar.ts';
import { whatBecame } from '../domain/became.ts';
import type { CaseState, StepKey } from '../domain/case.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import { notice } from './notice.ts';
import type { Card, Link } from './template.ts';
import { plainText } from './template.ts';

interface NextStep {
  title: string;
  by?: string;
  why?: string;
}
interface Received {
  number: string;
  lead: { function: string; name?: string };
  next: NextStep;
}

const by = (next: NextStep, calendar: Calendar) => (next.by ? `, uiterlijk ${calendar.say(next.by)}` : '');

/** To the reporter (A1): the number, who is in charge, what happens next and by when. */
export function receiptCard(receipts: readonly Received[], calendar: Calendar, emergency: string[]): Card {
  return notice({
    title: 'Dank je wel, je melding is binnen',
    facts: receipts.flatMap((r) => [
      { label: 'Nummer', value: r.number },
      {
        label: 'Aan zet',
        value: plainText(r.lead.name ? `${r.lead.name} (${r.lead.function})` : r.lead.function),
      },
      { label: 'Nu eerst', value: `${r.next.title}${by(r.next, calendar)}` },
    ]),
    warning: emergency.length
      ? ['De leerling is nu niet veilig. Wacht niet op Teams, bel nu:', ...emergency].join('\n\n')
      : '',
    subtle: ['Je hoort van mij als je melding is opgepakt. Bewaar zelf geen aantekeningen over de leerling.'],
  });
}

interface Done {
  number: string;
  title: string;
  outcome: string;
  closed: boolean;
  next: NextStep[];
}

/** `at`: the step as it was pressed; from here a wrong press can be undone. */
export function stepDoneCard(
  result: Done,
  at: { case: string; step: StepKey },
  calendar: Calendar,
  link: Link,
): Card {
  const next = result.next.map((n) => ({ label: 'Nu', value: `${n.title}${by(n, calendar)}` }));
  return notice({
    title: `✓ ${result.title}`,
    lines: [
      `Zaak ${result.number}: ${result.outcome}.`,
      ...(result.closed ? ['Deze zaak is gesloten.'] : []),
    ],
    facts: next,
    buttons: [{ title: 'Iets anders …', data: { verb: 'step.more', case: at.case, step: at.step } }],
    links: [link],
  });
}

/** For a card of a step that is not open any more: what became of it. `pressed`: a form of it was sent, or only asked for. */
export function stepGoneCard(
  state: CaseState,
  key: StepKey,
  protocol: Protocol,
  school: School,
  calendar: Calendar,
  link: Link,
  pressed: 'sent' | 'opened' = 'sent',
): Card {
  const step = state.steps[key]!;
  const def = protocol.steps.find((s) => s.id === step.step);
  return notice({
    title: `✓ ${def?.title ?? 'Een stap van een eerdere versie'}`,
    lines: [`Zaak ${state.number}`, plainText(whatBecame(step, def, school, calendar))],
    subtle: pressed === 'sent' ? ['Wat je nu invulde, is niet bewaard.'] : [],
    links: [link],
  });
}
