/** What people do with a case beside finishing a step: leave one out, put it off, hand over, ask for help, note. */
import { actingAs } from '../domain/access.ts';
import { firstHoldersIn } from '../domain/barred.ts';
import type { CaseState, Command, CommandOf, PupilRef } from '../domain/case.ts';
import { refKey } from '../domain/case.ts';
import { DomainError } from '../domain/errors.ts';
import { personOf, pupilOf } from '../domain/school.ts';
import type { School } from '../domain/school.ts';
import type { Protocol } from '../domain/protocol.ts';
import type { Loaded } from './change.ts';
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
  | Bare<'register'>
  | Omit<Bare<'giveRole'>, 'elsewhere'>
  | Bare<'takeRole'>
  | Omit<Bare<'correctPupil'>, 'group'>
  | Bare<'bar'>
  | Bare<'answerHandOver'>
  | Bare<'takeOver'>
  | Bare<'note'>
  | Bare<'agree'>
  | Bare<'reopenCase'>
  /** `to`: a colleague; in which function follows from the case. */
  | { type: 'handOver' | 'invite'; to: string };

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
    const by = { person: who.person.id, function: actingAs(who.person, state, protocol, step) };
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

/** The act with what the core wants to know beside it. */
async function completed(world: World, who: Who, wanted: Act, { state, protocol, school }: Loaded) {
  switch (wanted.type) {
    case 'handOver':
      return { type: wanted.type, to: colleague(wanted.to, state, protocol, school) };
    case 'invite':
      return { type: wanted.type, helper: colleague(wanted.to, state, protocol, school) };
    case 'giveRole': {
      const elsewhere = await pestersElsewhere(world, who.partition, [refKey(wanted.who)], state.id);
      return { ...wanted, elsewhere: wanted.role === 'pester' && elsewhere.length > 0 };
    }
    case 'bar':
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

/** @throws DomainError for a pupil whom the school does not know */
function groupOf(ref: PupilRef, school: School): string | undefined {
  if ('name' in ref) return undefined;
  const pupil = pupilOf(school, ref.pupil);
  if (!pupil) throw new DomainError('invalid', 'Kies een leerling uit de lijst.', 'to');
  return pupil.group;
}

/** A colleague with the function in which the case gets to know them: that of the lead where they hold it too. */
export function colleague(id: string, state: CaseState, protocol: Protocol, school: School) {
  const person = personOf(school, id);
  if (!person) throw new DomainError('invalid', 'Kies een collega uit de lijst.', 'to');
  const held = person.posts.map((p) => p.function).filter((fn) => protocol.functions[fn]);
  const fn = held.includes(state.lead.function) ? state.lead.function : held[0];
  if (!fn) throw new DomainError('invalid', `${person.name} heeft geen functie in dit protocol.`, 'to');
  return { person: id, function: fn };
}
