/** Answers that are read before anybody can have given them. */
import type { Protocol, Step } from '../protocol.ts';
import type { Fault, Path } from './fault.ts';
import { fault } from './fault.ts';
import { reachOf } from './reach.ts';
import type { Moment, Track, Use } from './track.ts';
import { anchorsOf, conditionsOf, leaves, tracksOf } from './track.ts';

/** A step that is read at a moment of another: its answer, its end or the day on which it took place. */
interface Read {
  step: string;
  question?: string;
  path: Path;
}

export function timingFaults(protocol: Protocol): Fault[] {
  return tracksOf(protocol).flatMap((track) => {
    const late = latecomers(track);
    return readsOf(track).flatMap(({ use, read }) => faultOf(use, read, late(use.step), track));
  });
}

function readsOf(track: Track): { use: Use<unknown>; read: Read }[] {
  const name = (full: string, path: Path): Read => {
    const [step = '', question] = full.split('.');
    return { step, question, path };
  };
  return [
    ...conditionsOf(track).flatMap((use) =>
      leaves(use.value, use.path).flatMap(({ value, path }) => {
        // That something did not happen yet can be asked at any time.
        if (path.includes('not')) return [];
        if ('done' in value) return [{ use, read: { step: value.done, path: [...path, 'done'] } }];
        if ('answered' in value) return [{ use, read: name(value.answered, [...path, 'answered']) }];
        return 'answer' in value ? [{ use, read: name(value.answer, [...path, 'answer']) }] : [];
      }),
    ),
    ...anchorsOf(track).flatMap((use) => {
      if (typeof use.value === 'string' || 'day' in use.value) return [];
      if ('step' in use.value) return [{ use, read: { step: use.value.step, path: [...use.path, 'step'] } }];
      return [{ use, read: name(use.value.answer, [...use.path, 'answer']) }];
    }),
  ];
}

/** Whether a step comes more often than once in a case, so that an earlier time can have given the answer. */
const comesAgain = (step: Step, track: Track): boolean =>
  reachOf(track).opens(step.id, 2) ||
  step.repeats !== undefined ||
  step.outcomes.some((o) => o.then === 'again') ||
  step.each !== undefined ||
  step.opens === 'hand' ||
  step.opens === 'second-report' ||
  step.opens === 'closing' ||
  (typeof step.opens === 'object' && ('vacation' in step.opens || 'suggestion' in step.opens));

/** The steps that can only come after a step was ended. */
function latecomers(track: Track): (step: Step) => (other: string) => boolean {
  const all = reachOf(track);
  const known = new Map<Step, (other: string) => boolean>();
  return (step) => {
    const made =
      known.get(step) ??
      (() => {
        const reach = reachOf(track, { without: step.id });
        return (other: string) => all.opens(other) && !reach.opens(other);
      })();
    known.set(step, made);
    return made;
  };
}

const reading: Record<Moment, string> = {
  opens: 'bepaalt of de stap open gaat',
  when: 'bepaalt of de stap er is',
  open: 'telt terwijl de stap open staat',
  form: 'telt terwijl de stap wordt ingevuld',
  end: 'telt als de stap klaar is',
};

function faultOf(use: Use<unknown>, read: Read, isLater: (id: string) => boolean, track: Track): Fault[] {
  const { step, moment } = use;
  const what = read.question === undefined ? `stap ‘${read.step}’` : `‘${read.step}.${read.question}’`;
  const mend = 'Noem iets dat eerder komt.';
  if (read.step !== step.id) {
    if (moment === 'opens' || moment === 'when' || !isLater(read.step) || comesAgain(step, track)) return [];
    return [fault(read.path, `Dit ${reading[moment]}, maar ${what} komt pas daarna.`, mend)];
  }
  if (moment === 'end') return [];
  if (moment === 'form') {
    const asked = step.questions.findIndex((q) => q.id === read.question);
    if (read.question === undefined || asked < 0 || asked < use.question!) return [];
    return [
      fault(
        read.path,
        `Dit ${reading.form}, maar ${what} staat niet vóór deze vraag.`,
        'Zet die vraag hoger in de stap.',
      ),
    ];
  }
  if (moment === 'opens' || comesAgain(step, track)) return [];
  return [fault(read.path, `Dit ${reading[moment]}, maar ${what} is dan nog niet beantwoord.`, mend)];
}
