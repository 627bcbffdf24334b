/** From the steps of a school year to its months. */
import type { Cycle, CycleStep } from '../app/yearCycle.ts';
import type { Passing } from '../app/turnYear.ts';
import type { CaseState } from '../domain/case.ts';
import { inRole } from '../domain/case.ts';
import { functionTitle } from '../domain/protocol.ts';
import type { School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import { doersWords } from '../domain/protocolText/words.ts';
import { participantName, refName } from '../domain/words.ts';
import type { ApartList, YearStep, YearTurn, YearView } from './contract/year.ts';

/** By the month in which a step was done or is due; without a date they come last. */
export function monthsView({ steps, protocol }: Cycle): YearView['months'] {
  const dayOf = ({ on, due, opens }: CycleStep) => on ?? due?.by ?? opens;
  const dated = steps.map((step) => ({ step, day: dayOf(step) ?? '' }));
  const months = new Map<string, CycleStep[]>();
  for (const { step, day } of dated.toSorted((a, b) => order(a.day).localeCompare(order(b.day)))) {
    const month = day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), step]);
  }
  return [...months].map(([month, list]) => ({
    month: month || undefined,
    steps: list.map((step): YearStep => stepView(step, protocol)),
  }));
}
const order = (day: string) => day || '9';

const stepView = (
  { key, step, state, due, opens, on, by }: CycleStep,
  protocol: Cycle['protocol'],
): YearStep => ({
  key,
  title: step.title,
  why: step.why,
  who: doersWords(step, protocol),
  state,
  due,
  opens,
  on,
  by: by && functionTitle(protocol, by),
});

export function turnView(cases: readonly Passing[], school: School): YearTurn {
  const name = (person: string | undefined) => person && personOf(school, person)?.name;
  return {
    cases: cases.map(({ loaded: { state }, turn }) => ({
      id: state.id,
      number: state.number,
      group: turn.group,
      was: state.group,
      from: name(state.lead.person),
      to: name(turn.to?.person),
    })),
  };
}

export const apartView = (cases: readonly CaseState[], school: School): ApartList => ({
  advice: cases.flatMap((state) =>
    state.apart.map(({ who, because }) => ({
      case: state.id,
      number: state.number,
      who: inRole(state, 'gepeste')
        .map((key) => participantName(key, school))
        .join(', '),
      not: refName(who, school),
      because,
    })),
  ),
});
