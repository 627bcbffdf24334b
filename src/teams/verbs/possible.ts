/** What the menus offer: asked of the rules, for this person and now. */
import { lastDay, wouldBe } from '../../app/wouldBe.ts';
import type { Scene } from '../../app/wouldBe.ts';
import type { ActVerb } from '../../cards/asks.ts';
import type { ChargeVerb } from '../../cards/more.ts';
import type { StepState } from '../../domain/case.ts';

const because = '-';
const nobody = { person: '', function: '' };

const STEP_MENU = ['step.later', 'step.talk', 'step.skip', 'step.reopen', 'case.note'] as const;
const CASE_MENU = [
  'case.note',
  'case.agree',
  'case.role',
  'case.correct',
  'case.bar',
  'case.reopen',
] as const;

export const stepActs = (scene: Scene, step: StepState): ActVerb[] =>
  STEP_MENU.filter((act) => canDo(scene, act, step));
export const caseActs = (scene: Scene): ActVerb[] => CASE_MENU.filter((act) => canDo(scene, act));

/** Whether this person can do it now; `step`: the one that it is about, for what is about a step. */
export function canDo(scene: Scene, act: ActVerb, step?: StepState): boolean {
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
    case 'case.correct': {
      const [wrong] = state.participants;
      const right = { name: '-' };
      return wrong !== undefined && !!wouldBe(scene, { type: 'correctPupil', from: wrong.who, to: right });
    }
    case 'case.bar':
      return state.schoolYear === undefined && !!wouldBe(scene, { type: 'bar', person: '-', because });
    case 'case.reopen':
      return wouldBe(scene, { type: 'reopenCase', because }) !== undefined;
  }
}

/** Handing over, asking for help and taking over, of which the cards stand elsewhere. */
export const chargesOf = (scene: Scene): ChargeVerb[] => [
  ...(wouldBe(scene, { type: 'handOver', to: nobody }) ? (['case.handover'] as const) : []),
  ...(wouldBe(scene, { type: 'invite', helper: nobody }) ? (['case.help'] as const) : []),
  ...(wouldBe(scene, { type: 'takeOver', because }) ? (['case.takeover'] as const) : []),
];
