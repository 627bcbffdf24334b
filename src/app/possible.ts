/** What a person can do with a step or a case beside finishing a step: asked of the rules, for this person and now. */
import type { StepState } from '../domain/case.ts';
import { lastDay, wouldTake } from './wouldBe.ts';
import type { Scene } from './wouldBe.ts';

const because = '-';
const nobody = { person: '', function: '' };

/** Acts that are about one step. */
export const STEP_ACTS = ['step.later', 'step.talk', 'step.skip', 'step.reopen'] as const;
/** Acts that are about the case as a whole. */
export const CASE_ACTS = [
  'case.note',
  'case.agree',
  'case.role',
  'case.apart',
  'case.correct',
  'case.bar',
  'case.unbar',
  'case.reopen',
] as const;
export type PossibleAct = (typeof STEP_ACTS)[number] | (typeof CASE_ACTS)[number];
/** Who is in charge, and who helps. */
export type ChargeAct = 'case.handover' | 'case.help' | 'case.takeover';

/** Whether this person can do it now; `step`: the one that it is about, for what is about a step. */
export function canDo(scene: Scene, act: PossibleAct, step?: StepState): boolean {
  const { state, calendar, now } = scene;
  switch (act) {
    case 'step.later':
      return step !== undefined && lastDay(scene, step.key) !== undefined;
    case 'step.talk': {
      // Once it is noted, what follows is the form itself.
      if (!step || step.talk) return false;
      const talk = { type: 'noteTalk', on: calendar.dateOf(now), line: '-' } as const;
      return wouldTake(scene, { ...talk, step: step.key });
    }
    case 'step.skip':
      return step !== undefined && wouldTake(scene, { type: 'skipStep', step: step.key, because });
    case 'step.reopen':
      return step !== undefined && wouldTake(scene, { type: 'reopenStep', step: step.key });
    case 'case.note':
      return wouldTake(scene, { type: 'note', text: '-' });
    case 'case.agree':
      return wouldTake(scene, { type: 'agree', what: '-' });
    case 'case.role': {
      const given = { type: 'giveRole', who: { name: '-' }, role: 'omstander' } as const;
      return state.schoolYear === undefined && wouldTake(scene, given);
    }
    case 'case.apart':
      return state.schoolYear === undefined && wouldTake(scene, { type: 'adviseApart', who: { name: '-' } });
    case 'case.correct': {
      const [wrong] = state.participants;
      const right = { name: '-' };
      return wrong !== undefined && wouldTake(scene, { type: 'correctPupil', from: wrong.who, to: right });
    }
    case 'case.bar':
      return state.schoolYear === undefined && wouldTake(scene, { type: 'bar', person: '-', because });
    case 'case.unbar':
      return state.barred.some((person) => wouldTake(scene, { type: 'unbar', person, because }));
    case 'case.reopen':
      return wouldTake(scene, { type: 'reopenCase', because });
  }
}

/** Handing over, asking for help and taking over, of which the cards stand elsewhere. */
export const chargesOf = (scene: Scene): ChargeAct[] => [
  ...(wouldTake(scene, { type: 'handOver', to: nobody }) ? (['case.handover'] as const) : []),
  ...(wouldTake(scene, { type: 'invite', helper: nobody }) ? (['case.help'] as const) : []),
  ...(wouldTake(scene, { type: 'takeOver', because }) ? (['case.takeover'] as const) : []),
];
