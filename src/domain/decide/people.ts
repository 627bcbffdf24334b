/** Who is in a case: roles of pupils, the one in charge, helpers. */
import type { CommandOf, Lead, PupilRef, Turn } from '../case.ts';
import { inRole, refKey } from '../case.ts';
import { DomainError } from '../errors.ts';
import type { Role } from '../protocol.ts';
import { functionTitle, inLine } from '../protocol.ts';
import type { Context } from './context.ts';
import { maySay, said } from './context.ts';
import { follow } from './follow.ts';

function mustBeOpen({ state }: Context): void {
  if (state().status === 'closed') throw new DomainError('already-done', 'Deze zaak is al gesloten.');
}

/** People give a role, after the talks (P5). */
export function giveRole({ who, role, elsewhere }: CommandOf<'giveRole'>, context: Context): void {
  mustBeOpen(context);
  const known = context.state().participants.find((p) => refKey(p.who) === refKey(who));
  if (known?.roles.includes(role)) throw new DomainError('already-done', 'Deze leerling heeft deze rol al.');
  confirm(who, role, elsewhere === true, context);
  follow(context);
}

/** Gives a role, once. A confirmed pester who is one elsewhere too is put to people (K12). */
export function confirm(
  who: PupilRef,
  role: Role,
  elsewhere: boolean,
  { state, record, protocol }: Context,
): void {
  const known = state().participants.find((p) => refKey(p.who) === refKey(who));
  if (known?.roles.includes(role)) return;
  record({ type: 'RoleGiven', who, role });
  if (role !== 'pester' || !elsewhere) return;
  for (const suggestion of protocol.suggestions.filter((s) => s.on === 'pester-elsewhere'))
    record({ type: 'Suggested', suggestion: suggestion.id, about: refKey(who) });
}

export function takeRole({ who, role }: CommandOf<'takeRole'>, context: Context): void {
  const { state, record } = context;
  mustBeOpen(context);
  const known = state().participants.find((p) => refKey(p.who) === refKey(who));
  if (!known?.roles.includes(role)) throw new DomainError('not-found', 'Deze leerling heeft deze rol niet.');
  const others = state().participants.some((p) => p !== known && p.roles.includes('gepeste'));
  if (role === 'gepeste' && !others)
    throw new DomainError('invalid', 'Een zaak gaat altijd over iemand. Voeg eerst de goede leerling toe.');
  record({ type: 'RoleTaken', who, role });
  follow(context);
}

/** The right pupil in the place of the wrong one, also in a closed case; with the gepeste the one in charge may change (P14). */
export function correctPupil({ from, to, group }: CommandOf<'correctPupil'>, context: Context): void {
  const { state, record, holders } = context;
  const find = (ref: PupilRef) => state().participants.find((p) => refKey(p.who) === refKey(ref));
  const wrong = find(from);
  if (!wrong) throw new DomainError('not-found', 'Deze leerling hoort niet (meer) bij deze zaak.');
  if (find(to))
    throw new DomainError('invalid', 'Deze leerling hoort al bij deze zaak. Kies een ander.', 'to');
  const target = wrong.roles.includes('gepeste');
  const before = state().group;
  record({ type: 'PupilCorrected', from, to, group: target ? group : undefined });
  if (state().status === 'closed') return;
  const { lead, ruled } = state();
  const person = holders[lead.function];
  // Whom people put in charge stays so; whom the rules did follows from the group of the right pupil.
  const elsewhere = target && before !== state().group && lead.function === ruled;
  if (elsewhere && person !== undefined && person !== lead.person)
    assign(
      { function: lead.function, person },
      'De melding bleek over een andere leerling te gaan.',
      context,
    );
  follow(context);
}

/** Closes the case to somebody (P13). Were they in charge, the next one in line is: by function, then the one above it. */
export function bar({ person, because }: CommandOf<'bar'>, context: Context): void {
  const { state, record } = context;
  if (state().barred.includes(person))
    throw new DomainError('already-done', 'Deze collega kan deze zaak al niet meer zien.');
  record({
    type: 'PersonBarred',
    person,
    because: said(because, 'Vertel waarom deze collega hier niet bij mag.'),
  });
  if (state().lead.person === person)
    replaceLead(person, 'Wie aan zet was, mag deze zaak niet doen.', context);
}

/** Puts the next in line in charge instead of somebody who can't be: by function, then the one above it. */
export function replaceLead(person: string, because: string, context: Context): void {
  const { state, holders, protocol } = context;
  const next = inLine(state().lead.function, protocol).find(
    (fn) => ![undefined, person].includes(holders[fn]),
  );
  assign({ function: next ?? protocol.coordinator, person: next && holders[next] }, because, context);
}

/** Opens the case again to somebody it was closed to by people; who is in charge stays so. */
export function unbar({ person, because }: CommandOf<'unbar'>, { state, record }: Context): void {
  if (!state().barred.includes(person))
    throw new DomainError('already-done', 'Deze collega mag deze zaak al zien.');
  const reason = said(because, 'Vertel waarom deze collega er weer bij mag.');
  record({ type: 'PersonAllowed', person, because: reason });
}

/** @throws DomainError for somebody to whom the case is closed (P13) */
function mustBeLetIn(person: string, { state }: Context): void {
  if (state().barred.includes(person))
    throw new DomainError('invalid', 'Deze collega mag niet bij deze zaak. Kies iemand anders.', 'to');
}

/** Puts somebody else in charge; who was hears it, unless they asked for it themselves or do it themselves. */
function assign(lead: Lead, because: string, { state, record, by }: Context, asked?: string): void {
  const before = state().lead.person;
  const relieved = before === by.person || before === asked ? undefined : before;
  record({ type: 'LeadAssigned', lead, because, relieved });
}

/** Handing over is an offer: until the other accepts, the one in charge stays in charge. */
export function handOver({ to, word }: CommandOf<'handOver'>, context: Context): void {
  mustBeOpen(context);
  const { state, record } = context;
  if (to.person === state().lead.person) throw new DomainError('invalid', 'Deze collega is al aan zet.');
  if (to.person === state().handover?.person)
    throw new DomainError('already-done', 'Deze collega is al gevraagd, en heeft nog niet geantwoord.');
  mustBeLetIn(to.person, context);
  record({ type: 'HandoverProposed', to });
  keepWord('Bij het overdragen:', word, context);
}

/** What is said to a colleague along with a question, kept for whoever reads the case. */
function keepWord(opening: string, word: string | undefined, { record }: Context): void {
  const text = word?.trim();
  if (text) record({ type: 'NoteAdded', text: said(`${opening} ${text}`, opening) });
}

/**
 * A new school year (P21): functions count for the pupil's new group from now on. Who is in charge stays so until the new
 * holder of that function accepts; of somebody who left the school the coordinators take the place.
 */
export function turnYear({ group, to }: Turn, context: Context): void {
  mustBeOpen(context);
  const { state, record } = context;
  record({ type: 'YearTurned', group });
  if (to && to.person !== state().lead.person && to.person !== state().handover?.person)
    record({ type: 'HandoverProposed', to });
  follow(context);
}

export function answerHandOver(command: CommandOf<'answerHandOver'>, context: Context): void {
  const { state, record, by, protocol } = context;
  const { handover } = state();
  if (!handover || handover.person !== by.person)
    throw new DomainError('not-found', 'Er is geen vraag (meer) om deze zaak over te nemen.');
  const { accept, because } = command;
  const { asked, ...lead } = handover;
  record({ type: 'HandoverAnswered', accept, asked, because: maySay(because) });
  if (!accept) return;
  const title = functionTitle(protocol, handover.function);
  assign(lead, `De ${title} heeft de zaak overgenomen.`, context, asked);
}

/** Functions that the protocol names may take a case over from whoever is in charge (K5). */
export function takeOver({ because }: CommandOf<'takeOver'>, context: Context): void {
  mustBeOpen(context);
  const { state, by, protocol } = context;
  if (state().lead.person === by.person) throw new DomainError('already-done', 'Je bent al aan zet.');
  const reason = maySay(because) ?? `De ${functionTitle(protocol, by.function)} heeft de zaak overgenomen.`;
  assign({ function: by.function, person: by.person }, reason, context);
}

export function invite({ helper, word }: CommandOf<'invite'>, context: Context): void {
  mustBeOpen(context);
  const { state, record } = context;
  if (helper.person === state().lead.person) throw new DomainError('invalid', 'Deze collega is al aan zet.');
  if (state().helpers.some((h) => h.person === helper.person))
    throw new DomainError('already-done', 'Deze collega helpt al mee.');
  mustBeLetIn(helper.person, context);
  record({ type: 'HelperInvited', helper });
  keepWord('Bij de vraag om hulp:', word, context);
}

/** Also of a closed case: the new groups are made in summer (P21). */
export function adviseApart({ who, because }: CommandOf<'adviseApart'>, { state, record }: Context): void {
  if (inRole(state(), 'gepeste').includes(refKey(who)))
    throw new DomainError('invalid', 'Over deze leerling gaat de zaak. Kies een ander.', 'who');
  if (state().apart.some((a) => refKey(a.who) === refKey(who)))
    throw new DomainError('already-done', 'Dit staat al klaar voor de groepsindeling.');
  record({ type: 'ApartAdvised', who, because: maySay(because) });
}

export function note({ text }: CommandOf<'note'>, { record }: Context): void {
  record({ type: 'NoteAdded', text: said(text, 'Schrijf op wat je wilt bewaren.') });
}

export function agree({ what }: CommandOf<'agree'>, { record }: Context): void {
  record({ type: 'AgreementMade', what: said(what, 'Schrijf de afspraak op.') });
}
