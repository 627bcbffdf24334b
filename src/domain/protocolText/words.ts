/** Parts of a protocol in plain Dutch: what opens a step, by when it is done, who does it, who hears of it. */
import { amountWords, conditionWords, listed, quoted } from '../conditionWords.ts';
import { dateWords, dayWords, timeWords, titleWords } from '../dueWords.ts';
import { unreachable } from '../errors.ts';
import { normsOf } from '../norms.ts';
import type { DueRule, Hearer, Opening, Protocol, Question, Role, Step } from '../protocol.ts';
import { functionTitle } from '../protocol.ts';
import { roleWords } from '../words.ts';

const outcomeLabel = (id: string, step: Step | undefined): string =>
  step?.outcomes.find((o) => o.id === id)?.label ?? id;

/** What opens a step: "na ‘Gesprek’, of bij een nieuwe ronde". */
export function openingWords(opening: Opening, protocol: Protocol): string {
  switch (opening) {
    case 'report':
      return 'bij de melding';
    case 'second-report':
      return 'bij elke volgende melding';
    case 'round':
      return 'bij elke nieuwe ronde';
    case 'closing':
      return 'als de zaak dicht gaat';
    case 'hand':
      return 'met de hand, wanneer het nodig is';
  }
  if ('after' in opening) {
    const steps = listed(opening.after.map((id) => titleWords(id, protocol)));
    if (!opening.outcome) return `na ${steps}`;
    const known = protocol.steps.filter((s) => opening.after.includes(s.id));
    const labels = opening.outcome.map((id) =>
      quoted(
        outcomeLabel(
          id,
          known.find((s) => s.outcomes.some((o) => o.id === id)),
        ),
      ),
    );
    return `na ${steps} met uitkomst ${listed(labels, 'of')}`;
  }
  if ('suggestion' in opening) {
    const says = protocol.suggestions.find((s) => s.id === opening.suggestion)?.says ?? opening.suggestion;
    return `als het systeem opmerkt: ${quoted(says)}`;
  }
  if ('day' in opening) return `op ${dayWords(opening.day)}`;
  if ('vacation' in opening) {
    const side = opening.on === 'before' ? 'vlak voor' : 'vlak na';
    return `${side} elke vakantie van ${amountWords(opening.vacation, protocol)} dagen of meer`;
  }
  if ('when' in opening) return conditionWords(opening.when, protocol);
  const [parts, last] = 'any' in opening ? [opening.any, 'of'] : [opening.all, 'en'];
  return listed(
    parts.map((part) => {
      const words = openingWords(part, protocol);
      return typeof part === 'object' && ('any' in part || 'all' in part) ? `(${words})` : words;
    }),
    last,
  );
}

export const unitWords = {
  schooldays: 'schooldagen',
  days: 'dagen',
  score: 'cijfer',
  times: 'keer',
} as const;

/** A norm's number with its unit: "2 schooldagen", "cijfer 6". */
export function numberWords(value: number, unit: keyof typeof unitWords | undefined): string {
  if (unit === 'schooldays' || unit === 'days')
    return value === 1 ? `1 ${unit === 'days' ? 'dag' : 'schooldag'}` : `${value} ${unitWords[unit]}`;
  return unit === 'score' ? `cijfer ${value}` : `${value} keer`;
}

/** By when, by one rule: "binnen 2 schooldagen na de melding, als …; afspraak van onze school". */
export function dueWords(rule: DueRule, protocol: Protocol): string {
  const when = rule.when ? `, ${conditionWords(rule.when, protocol)}` : '';
  const own = normsOf(rule).length > 0 ? '; afspraak van onze school' : '';
  return `${dateWords(rule, protocol)}${when}${own}`;
}

/** Who does a step: "wie aan zet is, ook de mentor". */
export function doersWords(
  { by, also, reserved }: Pick<Step, 'by' | 'also' | 'reserved'>,
  protocol: Protocol,
): string {
  const who = by === 'lead' ? 'wie aan zet is' : functionTitle(protocol, by);
  const others =
    also.length > 0
      ? `; ook ${listed(
          also.map((fn) => functionTitle(protocol, fn)),
          'of',
        )}`
      : '';
  return `${who}${others}${reserved ? '; niemand anders' : ''}`;
}

export const rolesWords = (roles: readonly Role[]): string => listed(roles.map((role) => roleWords[role]));

/** Who hears something: "wie aan zet is". */
export function hearerWords(hearer: Hearer, protocol: Protocol): string {
  if (typeof hearer === 'object')
    return `${functionTitle(protocol, hearer.function)} van de ${roleWords[hearer.of]}`;
  if (hearer === 'lead') return 'wie aan zet is';
  if (hearer === 'reporter') return 'de melder';
  if (hearer === 'staff') return 'alle collega’s';
  if (hearer === 'team') return 'het hele team';
  return functionTitle(protocol, hearer);
}

/** The bounds of an answer, where it has any. */
export function limitWords(question: Question, protocol: Protocol): string | undefined {
  switch (question.type) {
    case 'date': {
      if (question.happened) return 'dag waarop de stap was';
      if (!question.within) return undefined;
      const { from, to, unit } = question.within;
      return `van ${amountWords(from, protocol)} tot ${timeWords(to, unit, protocol)} na de stap`;
    }
    case 'pupils':
      return `hooguit ${question.max}, krijgt de rol ${roleWords[question.role]}`;
    case 'consult': {
      const titles = question.with.map((fn) => functionTitle(protocol, fn));
      return question.all ? `met ${listed(titles)}, allemaal` : `met ${listed(titles, 'of')}`;
    }
    case 'score':
      return '0 tot 10';
    case 'line':
    case 'text':
    case 'yesno':
    case 'choice':
    case 'choices':
    case 'agreements':
      return undefined;
    default:
      return unreachable(question);
  }
}

/** What an outcome does: "de zaak gaat dicht". */
export const thenWords = {
  next: 'verder',
  round: 'nieuwe ronde',
  again: 'deze stap nog een keer',
  close: 'zaak dicht',
  reopen: 'zaak weer open',
  separate: 'wordt een eigen zaak',
} as const;
