/** Looks for choices after which a case is open and no step asks anything more: nobody could bring it to its end. */
import type { Condition, Opening, Step } from '../protocol.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import type { Track } from './track.ts';
import { leaves, openingsIn, stepsOf } from './track.ts';

/** Tries no more combinations than this; a protocol with more choices is not judged. */
const MOST = 5_000;
/** With which outcome each step that was open has ended. */
type Choices = ReadonlyMap<string, string>;

/**
 * The first dead end that is found. People choose badly in it: the outcome after which least follows, an optional
 * question left empty. They leave no step out: what was left out can be taken up again.
 */
export function stuckAt(track: Track): Fault[] {
  const { steps } = track.protocol;
  const closesByHand = (s: Step) =>
    s.opens === 'hand' && !s.when && s.outcomes.some((o) => o.then === 'close');
  if (steps.some(closesByHand)) return [];
  let tried = 0;
  const search = (choices: Choices): Choices | undefined => {
    if (tried++ > MOST) return undefined;
    const open = steps.find((s) => !choices.has(s.id) && surelyOpens(s, choices, steps));
    if (!open) return choices;
    for (const end of endsOf(open, steps)) {
      const found = search(new Map([...choices, [open.id, end]]));
      if (found) return found;
    }
    return undefined;
  };
  const dead = search(new Map());
  return dead ? [report(dead, track)] : [];
}

/** The endings of a step that lead no further by themselves; of those with the same consequences one. */
function endsOf(step: Step, steps: readonly Step[]): string[] {
  const seen = new Set<string>();
  const ends = step.outcomes.filter((o) => o.then === 'next' || o.then === 'separate').map((o) => o.id);
  return ends.filter((end) => {
    const follow = steps.filter((s) => mentions(s, step.id, end)).map((s) => s.id);
    const consequence = JSON.stringify([follow, needed(step, end)]);
    if (seen.has(consequence)) return false;
    seen.add(consequence);
    return true;
  });
}

const needed = (step: Step, end: string) => step.outcomes.find((o) => o.id === end)?.needs ?? [];

/** Whether what opens a step depends on this ending of another. */
function mentions(step: Step, id: string, end: string): boolean {
  const opening = openingsIn(step.opens, []).some(
    ({ value }) =>
      typeof value === 'object' &&
      'after' in value &&
      value.after.includes(id) &&
      value.outcome?.includes(end),
  );
  const isDone = (c: Condition) =>
    leaves(c, []).some(({ value }) => 'done' in value && value.done === id && (value.outcome ?? end) === end);
  return opening || conditionsOf(step).some(isDone);
}

/** What must hold for a step to open. */
const conditionsOf = (step: Step): Condition[] => [
  ...(step.when ? [step.when] : []),
  ...openingsIn(step.opens, []).flatMap(({ value }) =>
    typeof value === 'object' && 'when' in value ? [value.when] : [],
  ),
];

/** Whether a step opens whatever people do further. */
function surelyOpens(step: Step, choices: Choices, steps: readonly Step[]): boolean {
  return opens(step.opens) && (!step.when || holds(step.when));

  function opens(opening: Opening): boolean {
    if (typeof opening === 'string') return opening === 'report';
    if ('after' in opening)
      return opening.after.every((id) => {
        if (!choices.has(id)) return false;
        return !opening.outcome || opening.outcome.includes(choices.get(id) ?? '');
      });
    if ('any' in opening) return opening.any.some(opens);
    if ('all' in opening) return opening.all.every(opens);
    return 'when' in opening && holds(opening.when);
  }

  /** What nobody can avoid; a fact of the case and a negation are given the benefit of the doubt. */
  function holds(condition: Condition): boolean {
    if ('all' in condition) return condition.all.every(holds);
    if ('any' in condition) return condition.any.some(holds);
    if ('not' in condition || 'fact' in condition || 'role' in condition) return true;
    if ('round' in condition) return condition.round === 1;
    if ('done' in condition) {
      const end = choices.get(condition.done);
      return end !== undefined && (condition.outcome ?? end) === end;
    }
    return isAnswered('answered' in condition ? condition.answered : condition.answer);
  }

  function isAnswered(name: string): boolean {
    const [id = '', asked = ''] = name.split('.');
    if (id === 'melding') return true;
    const end = choices.get(id);
    const by = steps.find((s) => s.id === id);
    const question = by?.questions.find((q) => q.id === asked);
    return (
      end !== undefined && question !== undefined && (question.required || needed(by!, end).includes(asked))
    );
  }
}

/** Says which choices lead there: those that could have opened more. */
function report(dead: Choices, track: Track): Fault {
  const waiting = track.protocol.steps.filter((s) => !dead.has(s.id));
  const turns = stepsOf(track).flatMap(({ step, path }) => {
    if (!dead.has(step.id)) return [];
    const end = dead.get(step.id)!;
    const others = step.outcomes.filter((o) => o.id !== end);
    const matters = others.some((o) => o.then !== 'next' || waiting.some((s) => mentions(s, step.id, o.id)));
    const open = [...new Set(waiting.flatMap((s) => questionsRead(s, step.id)))];
    const empty = open.filter((id) => !step.questions.some((q) => q.id === id && q.required));
    return [
      ...(matters ? [{ step, path, words: `‘${step.id}’ eindigt met ‘${end}’` }] : []),
      ...empty.map((id) => ({ step, path, words: `‘${step.id}.${id}’ leeg blijft` })),
    ];
  });
  const { step: last, path } =
    turns.at(-1) ??
    stepsOf(track)
      .filter(({ step }) => dead.has(step.id))
      .at(-1)!;
  const so =
    turns.length > 0 ? `Als ${turns.map((t) => t.words).join(' en ')}` : 'Als alle stappen zijn gedaan';
  const i = last.outcomes.findIndex((o) => o.id === dead.get(last.id));
  return fault(
    i < 0 ? path : [...path, 'outcomes', i],
    `${so}, staat er geen stap meer open terwijl de zaak niet dicht is.`,
    'Laat daarna een stap open gaan, geef een uitkomst ‘then: close’, of maak een stap met ‘opens: hand’ die sluit.',
  );
}

/** The questions of another step that decide whether a step opens. */
const questionsRead = (step: Step, id: string): string[] =>
  conditionsOf(step).flatMap((condition) =>
    leaves(condition, []).flatMap(({ value }) => {
      const name = 'answered' in value ? value.answered : 'answer' in value ? value.answer : '';
      return name.startsWith(`${id}.`) ? [name.slice(id.length + 1)] : [];
    }),
  );
