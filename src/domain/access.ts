/** Who may do and see what. Every command and every read asks here, with the case as it is now. */
import { isBarred, pupilsIn } from './barred.ts';
import type { CaseState, Command, CommandOf, Lead, StepState } from './case.ts';
import { isNote, openSteps } from './case.ts';
import { isSubstitute } from './presence.ts';
import type { Protocol, Step } from './protocol.ts';
import type { Person, School } from './school.ts';
import { holds, personOf } from './school.ts';
import { holdsOne, isDuo, isOrReplaces } from './standing.ts';
import { isAsked } from './whoIsAsked.ts';

/** What access depends on, small enough to stand on a list row beside what the list shows. */
export interface CaseAccess {
  lead?: string;
  /** The function in which that person is in charge: a duo shares it (P15). */
  leadAs?: string;
  /** The group of the gepeste: functions held for a group or team count for this one. */
  group?: string;
  /** A school year's own case: functions count for whatever group they are held. */
  everyGroup?: boolean;
  /** Functions that an open step asks, that lateness escalated to, or that still have to register something. */
  functions: string[];
  /** Who still has something to register, where that is a person; absent on older rows. */
  registers?: string[];
  /** Who did a step before in their own right, was invited (K5) or is asked to take the case over. */
  helped: string[];
  reporters: string[];
  /** Pupils of the register in the case, and persons to whom it is closed (P13). */
  pupils: string[];
  barred: string[];
}

/** `configure`: set up the school. */
export type Action = 'report' | 'view' | 'view-report' | 'configure';

/** The function of whoever sets up the app: the school's own, in no protocol, and without access to cases (A4). */
export const ADMINISTRATOR = 'beheerder';

/** Derives from a case what access depends on. */
export function accessOf(state: CaseState, protocol: Protocol): CaseAccess {
  const asked = openSteps(state).flatMap((open) => {
    const step = protocol.steps.find((s) => s.id === open.step);
    return step ? [step.by, ...step.also, ...open.escalatedTo].filter((fn) => fn !== 'lead') : [];
  });
  const registrations = state.registrations.filter((r) => !r.at);
  const byFunction = registrations.filter((r) => r.person === undefined).map((r) => r.doer);
  const helped = Object.values(state.steps).flatMap(({ doneBy }) =>
    doneBy && !doneBy.instead ? doneBy.person : [],
  );
  const invited = [...state.helpers, ...(state.handover ? [state.handover] : [])].map((h) => h.person);
  return {
    lead: state.lead.person,
    leadAs: state.lead.function,
    group: state.group,
    everyGroup: state.schoolYear === undefined ? undefined : true,
    functions: [...new Set([...asked, ...byFunction])],
    registers: [...new Set(registrations.flatMap((r) => r.person ?? []))],
    helped: [...new Set([...helped, ...invited])],
    reporters: [...new Set(state.reports.map((r) => r.by.person))],
    pupils: pupilsIn(state),
    barred: state.barred,
  };
}

/**
 * Whether a member of staff may do this (A4). `view`: the coordinator, the lead or the lead's duo, those a step asks or asked, those
 * who still have a note to enter, helpers, and who is the substitute `today` of the lead, of whom a step asks or of who has such a
 * note (P15; without a date nobody is); a reporter sees the state of the own report (`view-report`), not the case. Somebody who is
 * not on the staff has no Person and never comes here.
 */
export function can(
  person: Person,
  action: Action,
  protocol: Protocol,
  school: School,
  access?: CaseAccess,
  today?: string,
): boolean {
  switch (action) {
    case 'report':
      return true;
    case 'configure':
      return holds(person, protocol.coordinator) || holds(person, ADMINISTRATOR);
    case 'view-report':
      return access !== undefined && access.reporters.includes(person.id);
    case 'view': {
      if (!access || isBarred(person, access.barred, access.pupils)) return false;
      if (holds(person, protocol.coordinator)) return true;
      if (access.helped.includes(person.id) || isDuo(person, access, protocol, school)) return true;
      const own = [access.lead, ...(access.registers ?? [])];
      return (
        own.some((id) => isOrReplaces(person, id, school, today)) ||
        holdsOne(person, access.functions, school, access, today)
      );
    }
  }
}

/** A case with the school and the rules it lives by. */
interface Scene {
  state: CaseState;
  protocol: Protocol;
  school: School;
  /** YYYY-MM-DD; without it nobody is anybody's substitute. */
  today?: string;
}

/** Whether this person may issue a command on a case. What may not be seen may not be done either. */
export function mayIssue(person: Person, command: Command, scene: Scene): boolean {
  const { state, protocol, school, today } = scene;
  if (isBarred(person, state.barred, pupilsIn(state))) return false;
  const coordinator = holds(person, protocol.coordinator);
  const takesOver = holdsOne(person, protocol.takeover, school, { group: state.group });
  const leads = inCharge(person, scene);
  const helps = state.helpers.some((h) => h.person === person.id);
  switch (command.type) {
    case 'openCase':
    case 'linkReport':
      return true;
    case 'completeStep':
    case 'skipStep':
    case 'postponeStep':
    case 'reopenStep':
    case 'noteTalk':
    case 'informParents':
      return mayDo(person, command.step, scene);
    case 'register':
      return mayDo(person, command.step, scene) || mayEnter(person, command, scene);
    case 'giveRole':
    case 'takeRole':
    case 'correctPupil':
    case 'agree':
    case 'adviseApart':
    case 'invite':
    case 'handOver':
      return leads || coordinator || helps || takesOver;
    case 'note':
      return takesOver || can(person, 'view', protocol, school, accessOf(state, protocol), today);
    case 'bar':
      return mayBar(person, personOf(school, command.person), scene);
    case 'unbar': {
      const kept = personOf(school, command.person);
      return coordinator && kept !== undefined && !isBarred(kept, [], pupilsIn(state));
    }
    case 'takeOver':
      return coordinator || takesOver;
    case 'reopenCase':
      return leads || coordinator || takesOver;
    case 'answerHandOver':
      return state.handover?.person === person.id;
    case 'moveVersion':
    case 'turnYear':
    case 'openYear':
      return coordinator;
    case 'wake':
    case 'review':
      return false;
  }
}

/** Whether a note for the pupil tracking system is theirs: of their function or of themselves, or asked of them (K17). */
function mayEnter(person: Person, command: CommandOf<'register'>, scene: Scene): boolean {
  const { state, protocol, school, today } = scene;
  const { step: key, doer: fn, person: only } = command;
  if (!state.registrations.some((r) => isNote(r, { ...command, key }))) return false;
  const own =
    only === undefined ? inFunction(person, [fn], scene) : isOrReplaces(person, only, school, today);
  if (own) return true;
  const access = accessOf(state, protocol);
  const place = { ...state, pupils: access.pupils };
  return (
    isAsked(person, { fn, only }, place, protocol, school, today) &&
    can(person, 'view', protocol, school, access, today)
  );
}

/** Whether this person may close a case to another (P13): nobody to themselves, and to a coordinator only another one. */
export function mayBar(person: Person, other: Person | undefined, scene: Scene): boolean {
  const { coordinator } = scene.protocol;
  if (other?.id === person.id) return false;
  return holds(person, coordinator) || (inCharge(person, scene) && !(other && holds(other, coordinator)));
}

/** The lead, the lead's duo, or the substitute of a lead who is away: either can act (P15). */
const inCharge = (person: Person, { state, protocol, school, today }: Scene): boolean =>
  isDuo(
    person,
    { lead: state.lead.person, leadAs: state.lead.function, group: state.group },
    protocol,
    school,
  ) || isOrReplaces(person, state.lead.person, school, today);

/** Whether this person may do a step that is there, or that is begun by hand. */
export const mayDoStep = (person: Person, key: string, scene: Scene): boolean =>
  !isBarred(person, scene.state.barred, pupilsIn(scene.state)) &&
  stepAt(key, scene) !== undefined &&
  mayDo(person, key, scene);

const stepAt = (key: string, { state, protocol }: Scene): Step | undefined =>
  protocol.steps.find((s) => s.id === (state.steps[key]?.step ?? key.split('.')[0]));

/** Whether this person may do a step: those the protocol names for it, helpers (K5), and the coordinator unless it is reserved. */
function mayDo(person: Person, key: string, scene: Scene): boolean {
  const { state, protocol, school, today } = scene;
  const known: StepState | undefined = state.steps[key];
  const step = stepAt(key, scene);
  // A step that is not there is told so by decide, to those who may see the case.
  if (!step) return can(person, 'view', protocol, school, accessOf(state, protocol), today);
  const leads = step.by === 'lead' && inCharge(person, scene);
  // What is reserved for a function is for those who hold it themselves.
  const named = step.reserved ? { ...scene, today: undefined } : scene;
  if (leads || inFunction(person, namedFor(step), named)) return true;
  if (step.reserved) return false;
  const helps = step.by === 'lead' && state.helpers.some((h) => h.person === person.id);
  const heard = inFunction(person, known?.escalatedTo ?? [], scene);
  return helps || heard || holds(person, protocol.coordinator);
}

/** Whether this person holds one of these functions in a case; in a school year's own case for whatever group. */
const inFunction = (person: Person, functions: readonly string[], { state, school, today }: Scene): boolean =>
  holdsOne(
    person,
    functions,
    school,
    { group: state.group, everyGroup: state.schoolYear !== undefined },
    today,
  );

const namedFor = (step: Step) => [step.by, ...step.also].filter((fn) => fn !== 'lead');

/**
 * In which function a person acts in a case, for the history: one that the step at hand names or reserves an ending
 * for, as lead, as coordinator, as the lead's duo, or by the first post.
 */
export function actingAs(
  person: Person,
  state: CaseState | undefined,
  protocol: Protocol,
  stepKey?: string,
): string {
  const stepId = stepKey && (state?.steps[stepKey]?.step ?? stepKey.split('.')[0]);
  const step = protocol.steps.find((s) => s.id === stepId);
  const reserved = step?.outcomes.flatMap((o) => o.reserved?.to ?? []) ?? [];
  const own = reserved.find((fn) => holds(person, fn));
  if (own) return own;
  if (state?.lead.person === person.id) return state.lead.function;
  const named = step && namedFor(step).find((fn) => holds(person, fn));
  if (named) return named;
  if (holds(person, protocol.coordinator)) return protocol.coordinator;
  if (state && holds(person, state.lead.function)) return state.lead.function;
  return person.posts[0]?.function ?? 'medewerker';
}

/** For whom somebody does this, who may do it only as the substitute of a colleague who is away (P15). */
export function standsInFor(person: Person, command: Command, scene: Scene): Required<Lead> | undefined {
  const { state, protocol, school, today } = scene;
  const ownRight = { ...scene, today: undefined };
  if (mayIssue(person, command, ownRight)) return undefined;
  const absent = school.persons.find((p) => isSubstitute(person, p, today) && mayIssue(p, command, ownRight));
  const step = 'step' in command ? command.step : undefined;
  return absent && { person: absent.id, function: actingAs(absent, state, protocol, step) };
}
