/** Dates that can't be: windows that end before they start, starts that never come, rules that never count. */
import { amountOf, normsOf } from '../norms.ts';
import type { Amount, DueRule, Protocol, Step } from '../protocol.ts';
import type { Fault, Path } from './fault.ts';
import { fault } from './fault.ts';
import type { Track } from './track.ts';
import { anchorsOf, rulesOf, stepsOf, tracksOf } from './track.ts';

export function dateFaults(protocol: Protocol): Fault[] {
  const reversed = (from: Amount, to: Amount, path: Path, what: string): Fault[] => {
    const [first, last] = [amountOf(from, protocol), amountOf(to, protocol)];
    if (first === undefined || last === undefined || first <= last) return [];
    return [
      fault(
        path,
        `${what} eindigt (${last}) voordat het begint (${first}).`,
        'Zet het kleinste getal eerst.',
      ),
    ];
  };
  return [
    ...tracksOf(protocol).flatMap((track) => [
      ...stepsOf(track).flatMap(({ step, path }) => [
        ...rulesOf(step, path).flatMap(({ rule, path: at }) =>
          'window' in rule ? reversed(...rule.window, [...at, 'window'], 'Dit venster') : [],
        ),
        ...step.questions.flatMap((q, i) => {
          if (q.type !== 'date' || !q.within) return [];
          const at = [...path, 'questions', i, 'within'];
          return [
            ...reversed(q.within.from, q.within.to, at, 'De tijd voor deze afspraak'),
            ...(q.happened
              ? [
                  fault(
                    at,
                    'Deze datum is de dag waarop de stap was (happened), dus ‘within’ telt niet.',
                    'Laat ‘within’ of ‘happened’ weg.',
                  ),
                ]
              : []),
          ];
        }),
        ...tookPlaceTwice(step, path),
        ...deadRules(step.due, [...path, 'due']),
      ]),
      ...startFaults(track),
    ]),
    ...ladders(protocol),
  ];
}

/** Starts that a step of this kind never has. */
function startFaults(track: Track): Fault[] {
  return anchorsOf(track).flatMap(({ value, path, step }) => {
    if (value === 'closed' && step.opens !== 'closing')
      return fault(
        path,
        'Deze datum telt vanaf het sluiten, maar de stap gaat niet bij het sluiten open.',
        'Gebruik ‘opens: closing’, of tel vanaf iets anders.',
      );
    if (value === 'report' && track.year)
      return fault(
        path,
        'Het schooljaar heeft geen melding om vanaf te tellen.',
        'Tel vanaf een dag, zoals { day: ‘09-01’ }, of vanaf opened.',
      );
    return [];
  });
}

function tookPlaceTwice(step: Step, path: Path): Fault[] {
  const dated = step.questions.flatMap((q, i) => (q.type === 'date' && q.happened ? [i] : []));
  if (dated.length < 2) return [];
  return [
    fault(
      [...path, 'questions', dated[1]!, 'happened'],
      `Stap ‘${step.id}’ heeft twee datums met ‘happened’.`,
      'Een stap vindt op één dag plaats: houd er één over.',
    ),
  ];
}

/** A date is always known from these, so that a rule after such a one never counts. */
const isAlways = (rule: DueRule): boolean => {
  const start = 'on' in rule ? rule.on : rule.from;
  const known = start === 'opened' || start === 'report' || (typeof start === 'object' && 'day' in start);
  return !rule.when && known && normsOf(rule).length === 0;
};

function deadRules(due: readonly DueRule[], path: Path): Fault[] {
  const i = due.slice(0, -1).findIndex(isAlways);
  if (i < 0) return [];
  return [
    fault(
      [...path, i + 1],
      'De regel hiervoor geldt altijd, dus deze datum telt nooit.',
      'Geef de regel hiervoor een ‘when’, of zet hem onderaan.',
    ),
  ];
}

/** The moments of reminding and escalating follow each other. */
function ladders(protocol: Protocol): Fault[] {
  const all: { reminders: Step['reminders']; path: Path }[] = [
    { reminders: protocol.reminders, path: ['reminders'] },
    ...tracksOf(protocol)
      .flatMap(stepsOf)
      .map(({ step, path }) => ({ reminders: step.reminders, path: [...path, 'reminders'] })),
  ];
  return all.flatMap(({ reminders, path }) => {
    if (!reminders?.escalate) return [];
    const days = [reminders.again, ...reminders.escalate.map((rung) => rung.after)];
    const i = days.findIndex((day, n) => n > 0 && day < days[n - 1]!);
    if (i < 0) return [];
    return fault(
      [...path, 'escalate', i - 1, 'after'],
      `Deze stap omhoog komt na ${days[i]} schooldagen, eerder dan wat eraan voorafgaat (${days[i - 1]}).`,
      'Zet de momenten op volgorde, de vroegste eerst.',
    );
  });
}
