/** Steps, outcomes, questions and suggestions that are named and are not there, and names that stand there twice. */
import type { Protocol, Step } from '../protocol.ts';
import type { Fault, Path } from './fault.ts';
import { fault, instead } from './fault.ts';
import type { Track } from './track.ts';
import { anchorsOf, conditionsOf, leaves, openingsIn, stepsOf, tracksOf } from './track.ts';

export function nameFaults(protocol: Protocol): Fault[] {
  return [
    ...tracksOf(protocol).flatMap(inTrack),
    ...leadNames(protocol),
    ...evaluationFaults(protocol),
    ...twice(protocol),
  ];
}

/** What evaluates the protocol is a step of the school year. */
function evaluationFaults(protocol: Protocol): Fault[] {
  const id = protocol.about?.evaluation;
  if (id === undefined) return [];
  const rules = { ...protocol, steps: protocol.year?.steps ?? [] };
  return stepFault(id, ['about', 'evaluation'], { protocol: rules, path: ['year', 'steps'], year: true });
}

function inTrack(track: Track): Fault[] {
  const steps = track.protocol.steps;
  const step = (id: string, path: Path) => stepFault(id, path, track);
  return [
    ...stepsOf(track).flatMap(({ step: own, path }) => [
      ...openingsIn(own.opens, [...path, 'opens']).flatMap(({ value, path: at }) => {
        if (typeof value === 'string') return [];
        if ('suggestion' in value)
          return suggestionFault(value.suggestion, [...at, 'suggestion'], track.protocol);
        if (!('after' in value)) return [];
        return [
          ...value.after.flatMap((id, i) => step(id, [...at, 'after', i])),
          ...value.after.flatMap((id) => afterOutcomes(id, value.outcome, at, steps)),
        ];
      }),
      ...own.outcomes.flatMap((o, i) =>
        o.needs.flatMap((id, j) => needFault(id, own, [...path, 'outcomes', i, 'needs', j])),
      ),
      ...own.tells.flatMap((t, i) => outcomesOf(own, t.outcome, [...path, 'tells', i, 'outcome'])),
      ...own.registers.flatMap((r, i) => outcomesOf(own, r.outcome, [...path, 'registers', i, 'outcome'])),
      ...outcomesOf(own, own.parents?.outcome, [...path, 'parents', 'outcome']),
    ]),
    ...anchorsOf(track).flatMap(({ value, path }) =>
      typeof value === 'object' && 'step' in value ? step(value.step, [...path, 'step']) : [],
    ),
    ...conditionsOf(track).flatMap(({ value, path }) =>
      leaves(value, path).flatMap(({ value: leaf, path: at }) =>
        'done' in leaf ? doneFaults(leaf, at, track) : [],
      ),
    ),
  ];
}

const stepFault = (id: string, path: Path, { protocol: { steps }, year }: Track): Fault[] =>
  steps.some((s) => s.id === id)
    ? []
    : [
        fault(
          path,
          `Er is geen stap ‘${id}’${year ? ' in het schooljaar' : ''}.`,
          instead(
            id,
            steps.map((s) => s.id),
          ),
        ),
      ];

function outcomeFault(id: string, step: Step, path: Path): Fault[] {
  const known = step.outcomes.map((o) => o.id);
  return known.includes(id)
    ? []
    : [fault(path, `Stap ‘${step.id}’ heeft geen uitkomst ‘${id}’.`, instead(id, known))];
}

const outcomesOf = (step: Step, outcomes: readonly string[] | undefined, path: Path): Fault[] =>
  (outcomes ?? []).flatMap((id, i) => outcomeFault(id, step, [...path, i]));

/** With an outcome each of the steps before has to be done with one of them. */
function afterOutcomes(
  id: string,
  outcomes: readonly string[] | undefined,
  at: Path,
  steps: readonly Step[],
): Fault[] {
  const step = steps.find((s) => s.id === id);
  if (!step || !outcomes || outcomes.some((o) => step.outcomes.some(({ id: own }) => own === o))) {
    const elsewhere = (o: string) => steps.some((s) => s.outcomes.some(({ id: own }) => own === o));
    return step && outcomes
      ? outcomes.flatMap((o, i) => (elsewhere(o) ? [] : outcomeFault(o, step, [...at, 'outcome', i])))
      : [];
  }
  return outcomes.flatMap((o, i) => outcomeFault(o, step, [...at, 'outcome', i]));
}

function doneFaults({ done, outcome }: { done: string; outcome?: string }, at: Path, track: Track): Fault[] {
  const step = track.protocol.steps.find((s) => s.id === done);
  if (!step) return stepFault(done, [...at, 'done'], track);
  return outcome === undefined ? [] : outcomeFault(outcome, step, [...at, 'outcome']);
}

function leadNames(protocol: Protocol): Fault[] {
  const track: Track = { protocol, path: ['steps'], year: false };
  return protocol.lead.flatMap((rule, i) =>
    rule.when
      ? leaves(rule.when, ['lead', i, 'when']).flatMap(({ value, path }) =>
          'done' in value ? doneFaults(value, path, track) : [],
        )
      : [],
  );
}

function suggestionFault(id: string, path: Path, { suggestions }: Protocol): Fault[] {
  const known = suggestions.map((s) => s.id);
  return known.includes(id)
    ? []
    : [fault(path, `Er is geen voorstel ‘${id}’ bij suggestions.`, instead(id, known))];
}

function needFault(id: string, step: Step, path: Path): Fault[] {
  const known = step.questions.map((q) => q.id);
  if (known.includes(id)) return [];
  return [
    fault(
      path,
      `Deze uitkomst heeft een antwoord op ‘${id}’ nodig, maar stap ‘${step.id}’ vraagt dat niet.`,
      instead(id, known),
    ),
  ];
}

interface HasId {
  id: string;
}

/** Two of a kind with one name: the second could never be meant. */
function twice(protocol: Protocol): Fault[] {
  const among = (list: readonly HasId[], path: Path, what: string): Fault[] =>
    list.flatMap(({ id }, i) =>
      list.findIndex((other) => other.id === id) === i
        ? []
        : fault(
            [...path, i, 'id'],
            `${what} ‘${id}’ staat er twee keer.`,
            'Geef er één een andere naam, of haal er één weg.',
          ),
    );
  return [
    ...tracksOf(protocol).flatMap((track) => among(track.protocol.steps, track.path, 'Stap')),
    ...tracksOf(protocol)
      .flatMap(stepsOf)
      .flatMap(({ step, path }) => [
        ...among(step.questions, [...path, 'questions'], 'Vraag'),
        ...among(step.outcomes, [...path, 'outcomes'], 'Uitkomst'),
        ...step.questions.flatMap((q, i) =>
          'choices' in q ? among(q.choices, [...path, 'questions', i, 'choices'], 'Keuze') : [],
        ),
      ]),
    ...among(protocol.suggestions, ['suggestions'], 'Voorstel'),
    ...among(protocol.knowledge, ['knowledge'], 'Onderwerp'),
    ...among(protocol.report.behaviours, ['report', 'behaviours'], 'Vorm van pesten'),
  ];
}
