/** Whether every step can come, and a case can come to its end. */
import { withNorms } from '../norms.ts';
import type { Condition, Opening, Protocol, Step } from '../protocol.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { reachOf } from './reach.ts';
import { stuckAt } from './stuck.ts';
import type { Track } from './track.ts';
import { leaves, openingsIn, stepsOf, tracksOf } from './track.ts';

export function flowFaults(protocol: Protocol): Fault[] {
  return tracksOf(protocol).flatMap((track) => {
    const unreachable = unreachableSteps(track);
    return unreachable.length > 0 || track.year ? unreachable : endings(track);
  });
}

/** Steps that never open: those that wait for each other, and those whose opening never comes. */
function unreachableSteps(track: Track): Fault[] {
  const reach = reachOf(track);
  const dead = stepsOf(track).filter(({ step }) => !reach.opens(step.id));
  const awaits = (step: Step) => dead.filter((d) => namedFor(step).includes(d.step.id));
  const circle = (start: Step): string[] => {
    const far = reachable(start, (s) => awaits(s).map((d) => d.step));
    if (!far.includes(start)) return [];
    return far
      .filter((s) => reachable(s, (x) => awaits(x).map((d) => d.step)).includes(start))
      .map((s) => s.id);
  };
  const said = new Set<string>();
  return dead.flatMap(({ step, path }) => {
    if (said.has(step.id)) return [];
    const members = circle(step);
    members.forEach((id) => said.add(id));
    const opens = [...path, 'opens'];
    const mend = 'Laat één van deze stappen anders open gaan, bijvoorbeeld met ‘opens: report’.';
    if (members.length > 1)
      return fault(opens, `De stappen ${quotedList(members)} wachten op elkaar en gaan nooit open.`, mend);
    if (members.length === 1)
      return fault(
        opens,
        `Stap ‘${step.id}’ wacht op zichzelf en gaat nooit open.`,
        'Laat hem na een andere stap open gaan, of bij ‘report’.',
      );
    const [first] = awaits(step);
    if (first)
      return fault(
        opens,
        `Stap ‘${step.id}’ gaat nooit open: hij wacht op ‘${first.step.id}’, en die gaat nooit open.`,
        `Maak eerst stap ‘${first.step.id}’ goed, of kies een andere opens.`,
      );
    if (!reach.rounds && needsRound(step.opens))
      return fault(
        opens,
        `Stap ‘${step.id}’ gaat nooit open: geen uitkomst begint een nieuwe ronde.`,
        'Geef een uitkomst ‘then: round’, of kies een andere opens.',
      );
    return fault(
      opens,
      `Stap ‘${step.id}’ gaat nooit open: wat bij ‘opens’ en ‘when’ staat kan niet in één ronde samen voorkomen.`,
      'Kies een andere opens of when.',
    );
  });
}

const quotedList = (ids: readonly string[]) => ids.map((id) => `‘${id}’`).join(', ');

/** Everything that can be come to from here, along these ways. */
function reachable(start: Step, next: (step: Step) => Step[]): Step[] {
  const seen = new Set<Step>();
  for (const todo = [start]; todo.length > 0;)
    for (const step of next(todo.pop()!))
      if (!seen.has(step)) {
        seen.add(step);
        todo.push(step);
      }
  return [...seen];
}

/** The steps that a step names in what opens it. */
function namedFor(step: Step): string[] {
  const inCondition = (condition: Condition) =>
    leaves(condition, []).flatMap(({ value }) => {
      if ('done' in value) return [value.done];
      if ('answered' in value) return [value.answered.split('.')[0]!];
      return 'answer' in value ? [value.answer.split('.')[0]!] : [];
    });
  const inOpening = ({ value }: { value: Opening }) => {
    if (typeof value === 'string') return [];
    if ('after' in value) return value.after;
    return 'when' in value ? inCondition(value.when) : [];
  };
  return [...openingsIn(step.opens, []).flatMap(inOpening), ...(step.when ? inCondition(step.when) : [])];
}

const needsRound = (opening: Opening): boolean =>
  openingsIn(opening, []).some(
    ({ value }) =>
      value === 'round' ||
      (typeof value === 'object' &&
        'when' in value &&
        leaves(value.when, []).some(({ value: leaf }) => 'round' in leaf && leaf.round > 1)),
  );

/** A case can be closed, whatever people choose and whichever norms a school switches off. */
function endings(track: Track): Fault[] {
  const { protocol } = track;
  const reach = reachOf(track);
  if (!reach.closes) {
    const closers = protocol.steps.filter((s) => s.outcomes.some((o) => o.then === 'close'));
    const why = closers.length > 0 ? 'wat hem sluit kan nooit worden gekozen' : 'geen uitkomst sluit hem';
    return [
      fault(track.path, `Een zaak kan niet dicht: ${why}.`, 'Geef een uitkomst van een stap ‘then: close’.'),
    ];
  }
  const idle = stepsOf(track).filter(
    ({ step }) => reach.opens(step.id) && step.outcomes.some((o) => o.then === 'round'),
  );
  if (
    reach.rounds &&
    !protocol.steps.some((s) => s.opens !== 'hand' && s.opens !== 'closing' && reach.opens(s.id, 2))
  )
    return idle
      .slice(0, 1)
      .map(({ path }) =>
        fault(
          [...path, 'outcomes'],
          'Een uitkomst begint een nieuwe ronde, maar geen stap gaat in een nieuwe ronde open.',
          'Geef een stap ‘opens: round’, of laat ‘then: round’ weg.',
        ),
      );
  return [...stuckAt(track), ...switchedOff(track)];
}

/** A part that a school may switch off may not be the only way to the end. */
function switchedOff(track: Track): Fault[] {
  const { protocol } = track;
  if (stuckAt(track).length > 0) return [];
  return Object.keys(protocol.norms).flatMap((name) => {
    const without: Track = { ...track, protocol: withNorms(protocol, { [name]: 'off' }) };
    const stuck = reachOf(without).closes ? stuckAt(without)[0]?.what : 'geen stap sluit haar dan nog.';
    if (!stuck) return [];
    return fault(
      ['norms', name],
      `Zet een school norm ‘${name}’ uit, dan loopt een zaak vast: ${stuck}`,
      'Laat ook zonder deze norm een stap open gaan die sluit.',
    );
  });
}
