/** Functions that are named and are not there, and who may do what. */
import type { Hearer, Protocol, Step } from '../protocol.ts';
import type { Fault, Path } from './fault.ts';
import { fault, instead } from './fault.ts';
import { stepsOf, tracksOf } from './track.ts';

interface Named {
  name: string;
  path: Path;
}

export function functionFaults(protocol: Protocol): Fault[] {
  const known = Object.keys(protocol.functions);
  const unknown = namedIn(protocol)
    .filter(({ name }) => !known.includes(name))
    .map(({ name, path }) =>
      fault(path, `De functie ‘${name}’ staat niet bij functions.`, instead(name, known)),
    );
  return [...unknown, ...circles(protocol), ...leadFaults(protocol), ...reservedFaults(protocol)];
}

const named = (names: readonly string[], path: Path): Named[] =>
  names.map((name, i) => ({ name, path: [...path, i] }));
const one = (name: string | undefined, ...path: Path): Named[] =>
  name === undefined ? [] : [{ name, path }];

/** Every place where a protocol names a function. */
function namedIn(protocol: Protocol): Named[] {
  return [
    ...one(protocol.about?.responsible, 'about', 'responsible'),
    ...Object.entries(protocol.functions).flatMap(([id, { next }]) => one(next, 'functions', id, 'next')),
    ...one(protocol.coordinator, 'coordinator'),
    ...protocol.lead.flatMap((rule, i) => one(rule.function, 'lead', i, 'function')),
    ...named(protocol.takeover, ['takeover']),
    ...rungs(protocol.reminders.escalate, ['reminders']),
    ...protocol.suggestions.flatMap((s, i) => hearers(s.to, ['suggestions', i, 'to'])),
    ...one(protocol.year?.lead, 'year', 'lead'),
    ...tracksOf(protocol)
      .flatMap(stepsOf)
      .flatMap(({ step, path }) => inStep(step, path)),
  ];
}

function inStep(step: Step, path: Path): Named[] {
  return [
    ...(step.by === 'lead' ? [] : one(step.by, ...path, 'by')),
    ...named(step.also, [...path, 'also']),
    ...rungs(step.reminders?.escalate, [...path, 'reminders']),
    ...step.questions.flatMap((q, i) =>
      q.type === 'consult' ? named(q.with, [...path, 'questions', i, 'with']) : [],
    ),
    ...step.outcomes.flatMap((o, i) =>
      named(o.reserved?.to ?? [], [...path, 'outcomes', i, 'reserved', 'to']),
    ),
    ...step.tells.flatMap((t, i) => hearers(t.to, [...path, 'tells', i, 'to'])),
    ...step.registers.flatMap((r, i) =>
      r.by === 'doer' || r.by === 'lead' ? [] : one(r.by, ...path, 'registers', i, 'by'),
    ),
  ];
}

const rungs = (escalate: readonly { to: string }[] | undefined, path: Path): Named[] =>
  (escalate ?? []).flatMap((rung, i) => one(rung.to, ...path, 'escalate', i, 'to'));

const nobodyByName: readonly Hearer[] = ['lead', 'reporter', 'team', 'staff'];
const hearers = (to: readonly Hearer[], path: Path): Named[] =>
  to.flatMap((hearer, i): Named[] => {
    if (typeof hearer === 'object') return one(hearer.function, ...path, i, 'function');
    return nobodyByName.includes(hearer) ? [] : one(hearer, ...path, i);
  });

/** Functions above each other in a circle: lateness would never reach the top. */
function circles({ functions }: Protocol): Fault[] {
  const inCircle = (start: string) => {
    const seen = [start];
    for (let at = functions[start]?.next; at !== undefined; at = functions[at]?.next) {
      if (at === start) return seen;
      if (seen.includes(at)) return undefined;
      seen.push(at);
    }
    return undefined;
  };
  const found = new Set<string>();
  return Object.keys(functions).flatMap((id) => {
    const circle = found.has(id) ? undefined : inCircle(id);
    circle?.forEach((member) => found.add(member));
    if (!circle) return [];
    return fault(
      ['functions', id, 'next'],
      `De functies gaan in een kring boven elkaar: ${[...circle, id].join(' → ')}.`,
      'Laat bij de hoogste functie ‘next’ weg.',
    );
  });
}

/** Someone is always in charge, and every rule can count. */
function leadFaults({ lead }: Protocol): Fault[] {
  const last = lead.length - 1;
  return lead.flatMap((rule, i) => {
    if (i === last && rule.when)
      return fault(
        ['lead', i, 'when'],
        'De laatste regel van lead heeft een ‘when’, dus soms is er niemand aan zet.',
        'Zet er een regel zonder ‘when’ onder, of haal deze ‘when’ weg.',
      );
    if (i < last && !rule.when)
      return fault(
        ['lead', i],
        'Deze regel van lead geldt altijd, dus de regels eronder tellen nooit.',
        'Geef deze regel een ‘when’, of zet hem onderaan.',
      );
    return [];
  });
}

/** An ending that is kept for a function which may not do the step could never be chosen by it. */
function reservedFaults(protocol: Protocol): Fault[] {
  return tracksOf(protocol).flatMap((track) => {
    const leads = [...track.protocol.lead.map((rule) => rule.function), ...protocol.takeover];
    return stepsOf(track).flatMap(({ step, path }) => {
      const may = [
        ...(step.by === 'lead' ? leads : [step.by]),
        ...step.also,
        ...(step.reserved ? [] : [protocol.coordinator]),
      ];
      return step.outcomes.flatMap((outcome, i) =>
        (outcome.reserved?.to ?? []).flatMap((fn, j) =>
          may.includes(fn) || !protocol.functions[fn]
            ? []
            : fault(
                [...path, 'outcomes', i, 'reserved', 'to', j],
                `Uitkomst ‘${outcome.id}’ is voor ‘${fn}’, maar die mag stap ‘${step.id}’ niet doen.`,
                `Zet ‘${fn}’ bij ‘also’ van de stap, of haal die functie hier weg.`,
              ),
        ),
      );
    });
  });
}
