/** What people do with a case beside finishing a step: leave one out, put it off, hand over, ask for help, note. */
import { actingAs } from '../domain/access.ts';
import { firstHoldersIn, mayJoin } from '../domain/barred.ts';
import type { CaseState, Command, CommandOf, Lead, PupilRef } from '../domain/case.ts';
import { refKey } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { holds, personOf, pupilOf } from '../domain/school.ts';
import type { School } from '../domain/school.ts';
import type { Loaded } from './load.ts';
import type { Nonce } from './commit.ts';
import { issue } from './issue.ts';
import { pestersElsewhere } from './otherCases.ts';
import { recognised } from './reports.ts';
import type { Who, World } from './world.ts';

type Bare<T extends Command['type']> = Omit<CommandOf<T>, 'at' | 'by' | 'holders'>;

/** An act as a client may ask for it: ids and text. Who does it, when, and in which function is filled in here. */
export type Act =
  | Bare<'skipStep'>
  | Bare<'postponeStep'>
  | Bare<'reopenStep'>
  | Bare<'noteTalk'>
  | Bare<'informParents'>
  | Bare<'register'>
  | Omit<Bare<'giveRole'>, 'elsewhere'>
  | Bare<'takeRole'>
  | Omit<Bare<'correctPupil'>, 'group'>
  | Bare<'bar'>
  | Bare<'unbar'>
  | Bare<'answerHandOver'>
  | (Bare<'takeOver'> & { was?: Charge })
  | Bare<'note'>
  | Bare<'agree'>
  | Bare<'adviseApart'>
  | Bare<'reopenCase'>
  /** `to`: a colleague; in which function follows from the case. `word`: for them, kept in the case. */
  | { type: 'handOver'; to: string; word?: string; was?: Charge }
  | { type: 'invite'; to: string; word?: string };

/** Who was in charge, and who was asked to take over, when a form was made; empty for nobody. */
export interface Charge {
  lead: string;
  asked: string;
}

/** What is shown once it is done. */
export interface ActResult {
  number: string;
  status: CaseState['status'];
  /** The date of the step that the act was about, where it has one. */
  due?: string;
}

/**
 * Does it, once for each nonce.
 * @throws DomainError `not-found` also when the person may not see the case: it does not say that it exists
 */
export async function act(
  world: World,
  who: Who,
  caseId: string,
  wanted: Act,
  form: Nonce,
): Promise<ActResult> {
  return issue(world, who, caseId, form, async (loaded, base) => {
    const { state, protocol } = loaded;
    const step = 'step' in wanted ? wanted.step : undefined;
    const takes = wanted.type === 'takeOver' && protocol.takeover.find((fn) => holds(who.person, fn));
    const by = { person: who.person.id, function: takes || actingAs(who.person, state, protocol, step) };
    const command = { ...base, by, ...(await completed(world, who, wanted, loaded)) } as Command;
    return {
      command,
      result: (after) => ({
        number: after.number,
        status: after.status,
        due: step === undefined ? undefined : after.steps[step]?.due?.by,
      }),
    };
  });
}

/**
 * Of two who change who is in charge at once, the second hears what the first did.
 * @throws DomainError `already-done` when somebody else was put in charge, or asked, since the form was made
 */
export function mustBeUnchanged({ lead, handover }: CaseState, was: Charge | undefined): void {
  if (!was) return;
  if ((lead.person ?? '') !== was.lead || (handover?.person ?? '') !== was.asked)
    throw new DomainError('already-done', 'Iemand anders was je net voor.');
}

/** The act with what the core wants to know beside it. */
async function completed(world: World, who: Who, wanted: Act, loaded: Loaded) {
  const { state, protocol, school } = loaded;
  switch (wanted.type) {
    case 'handOver':
      if (state.handover?.person === wanted.to)
        throw new DomainError('already-done', 'Deze collega is al gevraagd.');
      mustBeUnchanged(state, wanted.was);
      return { type: wanted.type, to: colleague(wanted.to, who, loaded), word: wanted.word };
    case 'invite':
      return { type: wanted.type, helper: colleague(wanted.to, who, loaded), word: wanted.word };
    case 'takeOver':
      mustBeUnchanged(state, wanted.was);
      return { type: wanted.type, because: wanted.because };
    case 'answerHandOver':
      if (state.handover?.person !== who.person.id)
        throw new DomainError('already-done', 'Deze vraag staat niet (meer) voor jou open.');
      return wanted;
    case 'giveRole': {
      const known = pupilFor(wanted.who, loaded);
      const elsewhere = await pestersElsewhere(world, who.partition, [refKey(known)], state.id);
      return { ...wanted, who: known, elsewhere: wanted.role === 'pester' && elsewhere.length > 0 };
    }
    case 'adviseApart':
      return { ...wanted, who: pupilFor(wanted.who, loaded) };
    case 'bar':
    case 'unbar':
      if (!personOf(school, wanted.person))
        throw new DomainError('invalid', 'Kies een collega uit de lijst.', 'person');
      return wanted;
    case 'correctPupil': {
      const to = recognised(wanted.to, school);
      const group = groupOf(to, school);
      // Who is in charge follows from the right pupil's group.
      return { ...wanted, to, group, holders: firstHoldersIn({ ...state, group }, school, protocol) };
    }
    default:
      return wanted;
  }
}

/**
 * A pupil of the case or of the register, also where the name was typed.
 * @throws DomainError for an id that neither knows
 */
function pupilFor(ref: PupilRef, { state, school }: Loaded): PupilRef {
  if (state.participants.some((p) => refKey(p.who) === refKey(ref))) return ref;
  const known = recognised(ref, school);
  groupOf(known, school, 'who');
  return known;
}

/** @throws DomainError for a pupil whom the school does not know */
function groupOf(ref: PupilRef, school: School, field = 'to'): string | undefined {
  if ('name' in ref) return undefined;
  const pupil = pupilOf(school, ref.pupil);
  if (!pupil) throw new DomainError('invalid', 'Kies een leerling uit de lijst.', field);
  return pupil.group;
}

/**
 * A colleague who can be asked something in a case, with the function in which it gets to know them: that of the lead, or one
 * that takes over, before others. @throws DomainError `invalid` for whoever can't be asked
 */
export function colleague(id: string, who: Who, { state, protocol, school }: Loaded): Required<Lead> {
  const person = personOf(school, id);
  const refuse = (because: string) => new DomainError('invalid', because, 'to');
  if (!person) throw refuse('Kies een collega uit de lijst.');
  const held = person.posts.map((p) => p.function).filter((fn) => protocol.functions[fn]);
  const first = [state.lead.function, ...protocol.takeover, protocol.coordinator];
  const fn = first.find((f) => held.includes(f)) ?? held[0];
  if (!fn) throw refuse(`${person.name} heeft geen functie in dit protocol.`);
  if (id === who.person.id) throw refuse('Dat ben je zelf. Kies een collega.');
  if (id === state.lead.person) throw refuse('Deze collega is al aan zet.');
  if (!mayJoin(person, state)) throw refuse('Deze collega kan bij deze zaak niets doen. Kies iemand anders.');
  return { person: id, function: fn };
}
