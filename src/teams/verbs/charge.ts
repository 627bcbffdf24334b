/** What handing over, asking for help and taking over share. */
import { z } from 'zod/v4';
import type { Loaded } from '../../app/load.ts';
import { readCase } from '../../app/reads.ts';
import { loadFor } from '../../app/load.ts';
import { notice } from '../../cards/notice.ts';
import { submitted } from '../../cards/submitted.ts';
import type { Card } from '../../cards/template.ts';
import { plainText } from '../../cards/template.ts';
import { mayIssue } from '../../domain/access.ts';
import type { CaseState, Command } from '../../domain/case.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import type { School } from '../../domain/school.ts';
import { personOf } from '../../domain/school.ts';
import { calledOf, leadWords } from '../saying.ts';
import type { Press } from './verb.ts';

export const caseId = z.string().min(1).max(100);
const id = z.string().max(100).default('');
/** What the forms send back; `lead` and `asked` say who was in charge, and who was asked, when the form was made. */
export const Sent = z.object({
  ...submitted,
  case: caseId,
  to: id,
  word: z.string().max(limits.line).default(''),
  lead: id,
  asked: id,
});
export type Sent = z.infer<typeof Sent>;

/** The ids under which a form's button finds its case and its state again. */
export const idsOf = ({ id: of, lead, handover }: CaseState) => ({
  case: of,
  lead: lead.person ?? '',
  asked: handover?.person ?? '',
});

/** The same when the form is opened: who looked is noted. */
export async function openForChange(press: Press, type: Changing): Promise<Loaded> {
  await readCase(press.world, press.who, caseId.parse(press.data.case));
  return loadForChange(press, type);
}

type Changing = 'handOver' | 'invite' | 'takeOver';

/**
 * The case, for whoever may do this in it: so that nobody fills in a form for nothing.
 * @throws DomainError `not-found`, `already-done` for a closed case, `forbidden`
 */
export async function loadForChange({ world, who, data }: Press, type: Changing): Promise<Loaded> {
  const loaded = await loadFor(world, who, caseId.parse(data.case));
  const { state, protocol, school, calendar } = loaded;
  const today = calendar.dateOf(world.clock.now());
  if (state.status === 'closed') throw new DomainError('already-done', 'Deze zaak is al gesloten.');
  const somebody = { person: '', function: '' };
  const tried = { type, at: state.openedAt, by: somebody, to: somebody, helper: somebody } as Command;
  if (!mayIssue(who.person, tried, { state, protocol, school, today }))
    throw new DomainError('forbidden', 'Dit mag je in deze zaak niet doen. Vraag het aan wie aan zet is.');
  return loaded;
}

/** How a person is called on a card. */
export const nameIn = (school: School, person: string): string =>
  plainText(personOf(school, person)?.name ?? 'een collega');

/**
 * How the case stands, in the place of a card that came too late.
 * @throws DomainError `not-found` for who may not see the case
 */
export async function standingCard({ world, who, links }: Press, of: string, why: string): Promise<Card> {
  const { state, protocol, school } = await loadFor(world, who, of);
  const asked = state.handover && nameIn(school, state.handover.person);
  return notice({
    title: calledOf(state),
    lines: [
      why,
      state.status === 'closed'
        ? 'Deze zaak is gesloten.'
        : `Nu is ${leadWords({ state, protocol, school })} aan zet.`,
      ...(asked ? [`${asked} is gevraagd om het over te nemen, en heeft nog niet geantwoord.`] : []),
    ],
    subtle: ['Wat je nu koos, heeft niets veranderd.'],
    links: [links(of)],
  });
}

/** Whether a refusal leaves something to mend in the form; after any other the case has moved on. */
export const canBeMended = ({ code }: DomainError): boolean =>
  code === 'invalid' || code === 'conflict' || code === 'too-large';
