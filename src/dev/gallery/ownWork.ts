/** What somebody has to do and may see, in the gallery: lists as long as they come, and empty ones. */
import { caseCard } from '../../cards/case.ts';
import { casesCard } from '../../cards/cases.ts';
import { ownReportsCard, tasksCard } from '../../cards/tasks.ts';
import type { Card } from '../../cards/template.ts';
import { openSteps } from '../../domain/case.ts';
import { limits } from '../../domain/limits.ts';
import { urgencyOf } from '../../domain/urgency.ts';
import { personOf } from '../../domain/school.ts';
import { developmentLinks } from '../../teams/links.ts';
import { registerForm } from '../../teams/registerForm.ts';
import type { Sample } from './samples.ts';
import { NONCE, NOW, TODAY } from './scene.ts';
import type { Scene } from './scene.ts';

const links = developmentLinks('http://127.0.0.1:3978');

export function ownWork({ state, protocol, school, calendar }: Scene): Sample[] {
  const about = school.pupils.slice(0, 1).map((p) => p.id);
  const row = { case: state.id, number: state.number, group: state.group, about };
  const day = (n: number) => ({ by: calendar.addDays(TODAY, n), why: '' });
  const later = { from: calendar.addDays(TODAY, 8), ...day(14) };
  const due = [day(-1), day(0), day(2), undefined, later];
  const tasks = Array.from({ length: limits.listed + 3 }, (_, i) => {
    const step = { key: `stap.${i}`, title: protocol.steps[i % protocol.steps.length]!.title };
    const own = due[Math.min(due.length - 1, Math.floor(i / 3))];
    const urgency = urgencyOf(own, TODAY, calendar);
    return { in: row, what: 'step' as const, step, due: own, urgency };
  });
  const asked = [
    { in: row, what: 'handover' as const, urgency: 'today' as const },
    {
      in: row,
      what: 'register' as const,
      step: `${protocol.steps[0]!.id}.1`,
      doer: 'mentor',
      urgency: 'undated' as const,
    },
  ];
  const cases = tasks.map(({ step, due: own }) => ({
    ...row,
    lead: state.lead,
    steps: [{ title: step.title, due: own }],
  }));
  const setting = { protocol, school, calendar, today: TODAY, link: links() };
  const steps = openSteps(state).map((s) => s.key);
  const open = { state, protocol, school, calendar, today: TODAY, leadSince: NOW, link: links(state.id) };
  const notes = steps.map((key) => ({
    key,
    pupil: about[0]!,
    doer: state.lead.function,
    heading: 'Logboek',
  }));
  /** As they are when they are done: a note says what was answered. */
  const answered = openSteps(state).map((s) => {
    const def = protocol.steps.find(({ id }) => id === s.step);
    const texts = def?.questions.filter(({ type }) => type === 'text') ?? [];
    const answers = Object.fromEntries(
      texts.map(({ id }) => [id, 'Ze wil dat het stopt. _Niet_ nog eens praten.']),
    );
    return [s.key, { ...s, on: TODAY, answers }] as const;
  });
  const cards: Record<string, Card> = {
    taken: tasksCard(tasks, setting),
    'taken, niet alleen stappen': tasksCard(asked, setting),
    'wat nog in het leerlingvolgsysteem moet': registerForm({
      ...{
        state: { ...state, steps: Object.fromEntries(answered), registrations: notes },
        protocol,
        school,
        calendar,
        today: TODAY,
        day: TODAY,
      },
      ...{ person: personOf(school, state.lead.person!)!, nonce: NONCE, link: links(state.id) },
    }),
    'geen taken': tasksCard([], setting),
    zaken: casesCard(cases, setting),
    'geen zaken': casesCard([], setting),
    'een zaak': caseCard({
      ...open,
      state: {
        ...state,
        agreements: [{ at: NOW, what: 'Ze zit de komende weken vooraan, naast een vriendin.' }],
      },
      doable: { steps, notes: 3, handover: true },
    }),
    'een zaak, gesloten': caseCard({
      ...open,
      state: { ...state, status: 'closed', closedAt: NOW, steps: {} },
      doable: { steps: [], notes: 0, handover: false },
    }),
    'mijn meldingen': ownReportsCard(
      (['waiting', 'taken-up', 'closed'] as const).map((became, i) => ({
        number: `2026-00${14 - i}`,
        at: NOW,
        became,
      })),
      calendar,
    ),
    'geen meldingen': ownReportsCard([], calendar),
  };
  return Object.entries(cards).map(([title, card]) => ({ chapter: 'Eigen werk', title, card }));
}
