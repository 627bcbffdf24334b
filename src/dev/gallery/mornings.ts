/** The cards of the morning and of being away, in the gallery. */
import type { Task } from '../../app/ports/messenger.ts';
import { awayCard, awayForm, longWords } from '../../cards/away.ts';
import type { Card } from '../../cards/template.ts';
import { openSteps } from '../../domain/case.ts';
import { digestMessage } from '../../teams/digestMessage.ts';
import type { Sample } from './samples.ts';
import type { Scene } from './scene.ts';
import { NONCE, NOW, TODAY } from './scene.ts';

export function mornings({ school, protocol, calendar, state }: Scene): Sample[] {
  const [own, other] = school.persons;
  const to = { to: { person: own!.id }, case: state.id };
  const steps = openSteps(state);
  const tasks = (message: (key: string, n: number) => Task['message']) =>
    steps.map((step, n): Task => ({
      message: message(step.key, n),
      state,
      step,
      protocol,
      school,
      now: NOW,
    }));
  const asked = tasks((step, n) => ({
    ...to,
    say: 'reminder',
    step,
    late: false,
    instead: n === 1 ? other!.id : undefined,
  }));
  const why = (n: number) => (['away', 'left'] as const)[n];
  const heard = tasks((step, n) => ({
    ...to,
    say: 'escalation',
    step,
    function: protocol.coordinator,
    why: why(n),
  }));
  const many = Array.from({ length: 5 }, () => asked).flat();
  const away = { ...own!, away: { until: '2026-10-11', substitute: other!.id } };
  const form = { school, protocol, person: own!, from: TODAY, ids: { nonce: NONCE, day: TODAY } };
  const cards: Record<string, Card> = {
    'wat er te doen is': digestMessage([...asked, ...heard], NONCE, asked.length + 2).card,
    'wat bij een ander blijft liggen': digestMessage(heard, NONCE, 0).card,
    'meer dan erop past': digestMessage(many, NONCE, many.length).card,
    afwezig: awayForm({ ...form, marks: false }),
    'afwezig, door de coördinator, met een fout': awayForm({
      ...form,
      marks: true,
      back: '2026-10-12',
      error: 'Ik begrijp ‘Noor’ niet. Kijk of het hieronder klopt.',
    }),
    'afwezig, lang': awayForm({
      ...form,
      marks: false,
      back: '2027-05-03',
      error: longWords(TODAY, '2027-05-03'),
    }),
    'afwezig is bewaard': awayCard(away, school, calendar, TODAY, true),
    'een collega is afwezig': awayCard(
      { ...away, away: { from: '2026-10-07', until: '2026-10-11' } },
      school,
      calendar,
      TODAY,
      false,
    ),
    'weer aanwezig': awayCard(own!, school, calendar, TODAY, true),
  };
  return Object.entries(cards).map(([title, card]) => ({ chapter: 'De ochtend', title, card }));
}
