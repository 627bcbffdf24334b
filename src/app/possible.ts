/** What a person can do with a step or a case beside finishing a step: asked of the rules, for this person and now. */
import type { StepState } from '../domain/case.ts';
import { lastDay, wouldBe } from './wouldBe.ts';
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
      return wouldBe(scene, { ...talk, step: step.key }) !== undefined;
    }
    case 'step.skip':
      return step !== undefined && !!wouldBe(scene, { type: 'skipStep', step: step.key, because });
    case 'step.reopen': {
      if (!step || step.status === 'open') return false;
      // One that was overtaken would lapse again at once.
      return wouldBe(scene, { type: 'reopenStep', step: step.key })?.steps[step.key]?.status === 'open';
    }
    case 'case.note':
      return wouldBe(scene, { type: 'note', text: '-' }) !== undefined;
    case 'case.agree':
      return wouldBe(scene, { type: 'agree', what: '-' }) !== undefined;
    case 'case.role': {
      const given = { type: 'giveRole', who: { name: '-' }, role: 'omstander' } as const;
      return state.schoolYear === undefined && wouldBe(scene, given) !== undefined;
    }
    case 'case.apart':
      return state.schoolYear === undefined && !!wouldBe(scene, { type: 'adviseApart', who: { name: '-' } });
    case 'case.correct': {
      const [wrong] = state.participants;
      const right = { name: '-' };
      return wrong !== undefined && !!wouldBe(scene, { type: 'correctPupil', from: wrong.who, to: right });
    }
    case 'case.bar':
      return state.schoolYear === undefined && !!wouldBe(scene, { type: 'bar', person: '-', because });
    case 'case.unbar':
      return state.barred.some((person) => wouldBe(scene, { type: 'unbar', person, because }) !== undefined);
    case 'case.reopen':
      return wouldBe(scene, { type: 'reopenCase', because }) !== undefined;
  }
}

/** Handing over, asking for help and taking over, of which the cards stand elsewhere. */
export const chargesOf = (scene: Scene): ChargeAct[] => [
  ...(wouldBe(scene, { type: 'handOver', to: nobody }) ? (['case.handover'] as const) : []),
  ...(wouldBe(scene, { type: 'invite', helper: nobody }) ? (['case.help'] as const) : []),
  ...(wouldBe(scene, { type: 'takeOver', because }) ? (['case.takeover'] as const) : []),
];
