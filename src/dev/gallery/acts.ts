/** The cards of what people do beside finishing a step, in the gallery. */
import { toBegin } from '../../domain/stepAtHand.ts';
import { ACTS, actDone, actForm } from '../../cards/acts.ts';
import { meetingLink } from '../../cards/meeting.ts';
import { caseMenu, stepMenu } from '../../cards/more.ts';
import { stepCard } from '../../cards/step.ts';
import type { Card, Link } from '../../cards/template.ts';
import { holds } from '../../domain/school.ts';
import type { Sample } from './samples.ts';
import { NONCE, NOW, TODAY, withStep } from './scene.ts';
import type { Scene } from './scene.ts';

/** On a talk, whose menu is the longest, and on the steps that people begin themselves. */
export function acting(scene: Scene, link: Link): Sample[] {
  const { protocol, calendar, state } = scene;
  const def = protocol.steps.find((s) => s.questions.some((q) => q.type === 'date' && q.happened))!;
  const open = withStep(scene, def);
  const step = open.state.steps[open.key]!;
  const person = scene.school.persons.find((p) => holds(p, protocol.coordinator))!;
  const of = { ...scene, person, state: open.state, step, today: TODAY, link };
  const barred = scene.school.persons.slice(0, 1).map((p) => p.id);
  const last = calendar.addSchoolDays(TODAY, 10);
  const done = { called: `Zaak ${state.number}`, step: def.title, due: last };
  const hand = protocol.steps.filter((s) => s.opens === 'hand');
  const cards: Record<string, Card> = {
    'iets anders met een stap': stepMenu({
      ...of,
      acts: ['step.later', 'step.talk', 'step.skip', 'case.note'],
      charges: ['case.handover', 'case.help'],
      def,
      meeting: meetingLink(state.number, step.due, NOW, calendar),
    }),
    'wat kan ik doen in een zaak': caseMenu({
      ...of,
      acts: ['case.note', 'case.agree', 'case.role'],
      charges: ['case.handover', 'case.help', 'case.takeover'],
      hand,
    }),
    ...Object.fromEntries(
      ACTS.map((act) => {
        const about = act.startsWith('case.') ? undefined : step;
        const form = act === 'case.unbar' ? { ...of, state: { ...of.state, barred } } : of;
        return [act, actForm(act, { ...form, step: about, last, nonce: NONCE, fields: {} })] as const;
      }),
    ),
    'later doen, met een fout': actForm('step.later', {
      ...of,
      last,
      nonce: NONCE,
      fields: { because: 'De leerling is ziek.' },
      error: `Kies een dag na vandaag en uiterlijk ${calendar.say(last)}.`,
    }),
    'later gedaan': actDone('step.later', done, calendar, link),
    'zelf begonnen': stepCard({ ...of, step: toBegin(hand[0]!, state, NOW), nonce: NONCE }),
  };
  return Object.entries(cards).map(([title, card]) => ({ chapter: 'Iets anders', title, card }));
}
