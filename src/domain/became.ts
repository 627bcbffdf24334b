/** What became of a step that somebody still wants to do, in words. */
import type { Calendar } from './calendar.ts';
import type { StepState } from './case.ts';
import type { Step } from './protocol.ts';
import type { School } from './school.ts';
import { personOf } from './school.ts';

export function whatBecame(
  step: StepState,
  def: Step | undefined,
  school: School,
  calendar: Calendar,
): string {
  const who = (step.doneBy && personOf(school, step.doneBy.person)?.name) ?? 'Een collega';
  switch (step.status) {
    case 'done': {
      const outcome = def?.outcomes.find((o) => o.id === step.outcome)?.label ?? step.outcome;
      const on = step.on ? ` op ${calendar.say(step.on)}` : '';
      return `${who} heeft deze stap afgerond${on}: ${outcome}.`;
    }
    case 'skipped':
      return `${who} heeft deze stap overgeslagen: ${step.because}`;
    case 'lapsed':
      return `Deze stap hoeft niet meer. ${step.because}`;
    case 'dropped':
      return 'Deze stap hoeft niet meer: de zaak is gesloten.';
    case 'open':
      return 'Deze stap staat nog open. Kijk in de zaak.';
  }
}
