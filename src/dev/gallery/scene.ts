/** A case in which every step of a protocol is open, so that each of its cards can be shown. */
import { calendarOf } from '../../app/world.ts';
import type { CaseState, Report } from '../../domain/case.ts';
import { decide } from '../../domain/decide/decide.ts';
import { evolve, fold } from '../../domain/evolve.ts';
import type { Protocol, ProtocolRef, Step } from '../../domain/protocol.ts';
import { firstHolders } from '../../domain/school.ts';
import type { School } from '../../domain/school.ts';
import { dueOf } from '../../domain/dates.ts';
import { loadDemoSchool } from '../demoSchool.ts';

/** The morning on which the gallery plays. */
export const NOW = '2026-10-06T06:05:00.000Z';
export const TODAY = '2026-10-06';
/** Every form of the gallery; nothing is sent from it. */
export const NONCE = '00000000-0000-4000-8000-000000000000';

export interface Scene {
  school: School;
  protocol: Protocol;
  calendar: ReturnType<typeof calendarOf>;
  state: CaseState;
}

/** The demo school, with names as long as they come. */
export function demoSchool(): School {
  const { school } = loadDemoSchool();
  const [first, ...others] = school.pupils;
  const long = { ...first!, name: 'Wilhelmina-Johanna van den Nieuwenhuijzen-Oosterwijk' };
  return { ...school, pupils: [long, ...others] };
}

const story =
  'In de pauze stond ze alleen bij de kluisjes. Drie leerlingen riepen haar na en lachten. Een van hen hield haar tas vast.';

export function sceneOf(protocol: Protocol, ref: ProtocolRef, school: School): Scene {
  const calendar = calendarOf(school, NOW);
  const [about, ...others] = school.pupils;
  const group = about!.group;
  const involved = others
    .filter((p) => p.group === group)
    .slice(0, 3)
    .map((p) => ({ who: { pupil: p.id }, part: 'deed' as const }));
  const report: Report = {
    about: [{ pupil: about!.id }],
    story,
    source: 'zelf',
    happened: '2026-10-05',
    safe: 'onbekend',
    involved,
    behaviours: protocol.report.behaviours.slice(0, 2).map((b) => b.id),
    where: 'bij de kluisjes',
  };
  const by = { person: school.persons.at(-1)!.id, function: 'medewerker' };
  const events = decide(
    {
      type: 'openCase',
      at: NOW,
      by,
      holders: firstHolders(school, protocol, group),
      case: 'voorbeeld',
      figure: 'voorbeeld',
      number: '2026-0014',
      protocol: ref,
      group,
      facts: { 'beyond-team': false },
      report,
      about: { pupil: about!.id },
    },
    undefined,
    protocol,
    calendar,
  );
  return { school, protocol, calendar, state: fold(events)! };
}

/** The case with this step open, whatever the protocol says of when it opens. */
export function withStep(
  { state, protocol, calendar }: Scene,
  step: Step,
): { state: CaseState; key: string } {
  const apart = step.each ? state.participants[1] : undefined;
  const whom = apart && 'pupil' in apart.who ? apart.who.pupil : undefined;
  const key = [step.id, 9, ...(whom ? [whom] : [])].join('.');
  const due = dueOf(step, { state, protocol, calendar, round: 1, opened: TODAY, for: whom });
  const opened = { v: 1, at: NOW, by: { person: 'system', function: 'system' } } as const;
  return {
    key,
    state: evolve(state, { ...opened, type: 'StepOpened', key, step: step.id, round: 1, for: whom, due }),
  };
}
