/** Handing a case over (K5): an offer to a colleague, who accepts or declines; until then the lead stays the lead. */
import { z } from 'zod/v4';
import { colleague, mustBeUnchanged } from '../../app/act.ts';
import type { Loaded } from '../../app/load.ts';
import { issue } from '../../app/issue.ts';
import { freshForm } from '../../app/world.ts';
import { notice } from '../../cards/notice.ts';
import { askForm } from '../../cards/people.ts';
import { submitted } from '../../cards/submitted.ts';
import type { Card } from '../../cards/template.ts';
import { actingAs } from '../../domain/access.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import { WHAT_NOW } from '../chargeMessages.ts';
import { leadWords } from '../saying.ts';
import {
  Sent,
  canBeMended,
  caseId,
  idsOf,
  loadForChange,
  nameIn,
  openForChange,
  standingCard,
} from './charge.ts';
import type { Press, Verb } from './verb.ts';
import { Below, formOf } from './verb.ts';

type Ids = Pick<Sent, 'case' | 'lead' | 'asked' | 'nonce' | 'day'>;

function formFor(
  { who, links }: Press,
  { state, protocol, school }: Loaded,
  { case: of, lead, asked, nonce, day }: Ids,
  filled: { to?: string; word?: string; error?: string } = {},
): Card {
  const open = state.handover && nameIn(school, state.handover.person);
  return askForm({
    state,
    protocol,
    school,
    person: who.person,
    title: 'Zaak overdragen',
    lines: [
      `Nu is ${leadWords({ state, protocol, school })} aan zet. Dat blijft zo tot je collega ja zegt.`,
      ...(open ? [`${open} is al gevraagd. Vraag je nu iemand anders, dan vervalt die vraag.`] : []),
    ],
    functions: [state.lead.function, ...protocol.takeover, protocol.coordinator],
    asked: state.handover ? [state.handover.person] : [],
    button: {
      title: 'Vragen',
      style: 'positive',
      data: { verb: 'case.handover.send', case: of, lead, asked, nonce, day },
    },
    link: links(of),
    ...filled,
  });
}

/** The form, below the card on which it was asked for. */
export const openHandOver: Verb = async (press) => {
  const loaded = await openForChange(press, 'handOver');
  const ids = { ...idsOf(loaded.state), ...freshForm(press.world, loaded.school) };
  return new Below(formFor(press, loaded, ids));
};

export const sendHandOver: Verb = async (press) => {
  const { world, who, data, links } = press;
  const sent = Sent.parse(data);
  try {
    const asked = await issue(world, who, sent.case, formOf(press), (loaded, base) => {
      const { state, protocol, school } = loaded;
      if (state.handover?.person === sent.to)
        throw new DomainError('already-done', 'Deze collega is al gevraagd.');
      mustBeUnchanged(state, sent);
      const by = { person: who.person.id, function: actingAs(who.person, state, protocol) };
      const to = colleague(sent.to, who, loaded);
      return {
        command: { ...base, type: 'handOver', by, to, word: sent.word },
        result: (after) => ({
          number: after.number,
          name: nameIn(school, to.person),
          lead: leadWords({ state: after, protocol, school }),
        }),
      };
    });
    return notice({
      title: '✓ Gevraagd',
      lines: [
        `Zaak ${asked.number}: ik vraag ${asked.name} om het over te nemen.`,
        `Tot het antwoord er is, blijft ${asked.lead} aan zet.`,
      ],
      subtle: ['Je hoort van mij wat het antwoord is.'],
      links: [links(sent.case)],
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (!canBeMended(error)) return standingCard(press, sent.case, error.message);
    const filled = { to: sent.to, word: sent.word, error: error.message };
    return formFor(press, await loadForChange(press, 'handOver'), sent, filled);
  }
};

const Answer = z.object({
  ...submitted,
  case: caseId,
  accept: z.enum(['ja', 'nee']),
  because: z.string().max(limits.line).default(''),
});

/** What was answered stands on the card that comes back, also when the other button of it is pressed afterwards. */
export const answerHandOver: Verb = async (press) => {
  const { world, who, data, links } = press;
  const answer = Answer.parse(data);
  const accept = answer.accept === 'ja';
  try {
    const given = await issue(world, who, answer.case, formOf(press), ({ state, protocol, school }, base) => {
      if (state.handover?.person !== who.person.id)
        throw new DomainError('already-done', 'Deze vraag staat niet (meer) voor jou open.');
      const by = { person: who.person.id, function: actingAs(who.person, state, protocol) };
      return {
        command: { ...base, type: 'answerHandOver', by, accept, because: answer.because },
        result: (after) => ({
          accept,
          number: after.number,
          lead: leadWords({ state: after, protocol, school }),
        }),
      };
    });
    return given.accept
      ? notice({
          title: '✓ Je bent nu aan zet',
          lines: [`Zaak ${given.number} is nu van jou.`, 'Wie het vroeg, hoort dat je het overneemt.'],
          buttons: [WHAT_NOW],
          links: [links(answer.case)],
        })
      : notice({
          title: '✓ Je neemt de zaak niet over',
          lines: [`Zaak ${given.number}: ${given.lead} blijft aan zet.`, 'Wie het vroeg, hoort je antwoord.'],
          subtle: ['Je hoeft niets meer te doen.'],
        });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return tooLate(press, answer.case, error);
  }
};

/** Whoever is not asked any more may see the case no longer, and hears no more than that. */
async function tooLate(press: Press, of: string, refused: DomainError): Promise<Card> {
  try {
    return await standingCard(press, of, refused.message);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'not-found') throw error;
    return notice({
      lines: ['Deze vraag staat niet (meer) voor jou open.'],
      subtle: ['Je hoeft niets te doen.'],
    });
  }
}
