/** Taking a case over from whoever is in charge, by the functions that the protocol names for it (K5, P18). */
import { z } from 'zod/v4';
import { mustBeUnchanged } from '../../app/act.ts';
import type { Loaded } from '../../app/load.ts';
import { issue } from '../../app/issue.ts';
import { freshForm } from '../../app/world.ts';
import { formCard } from '../../cards/form.ts';
import { notice } from '../../cards/notice.ts';
import { input } from '../../cards/questions.ts';
import { submitted } from '../../cards/submitted.ts';
import type { Card } from '../../cards/template.ts';
import { plainText } from '../../cards/template.ts';
import { actingAs } from '../../domain/access.ts';
import { DomainError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import { holds } from '../../domain/school.ts';
import { inCase } from '../../domain/words.ts';
import { WHAT_NOW } from '../chargeMessages.ts';
import { leadWords } from '../saying.ts';
import { canBeMended, caseId, idsOf, loadForChange, openForChange, standingCard } from './charge.ts';
import type { Press, Verb } from './verb.ts';
import { Below, formOf } from './verb.ts';

const TakeOver = z.object({
  ...submitted,
  case: caseId,
  lead: z.string().max(100).default(''),
  asked: z.string().max(100).default(''),
  because: z.string().max(limits.line).default(''),
});

type Ids = Pick<z.infer<typeof TakeOver>, 'case' | 'lead' | 'asked' | 'nonce' | 'day'>;

function formFor(
  { links }: Press,
  { state, protocol, school }: Loaded,
  { case: of, lead, asked, nonce, day }: Ids,
  filled: { because?: string; error?: string } = {},
): Card {
  return formCard({
    title: 'Zaak overnemen',
    lines: [
      plainText(inCase(state, school)),
      `Nu is ${leadWords({ state, protocol, school })} aan zet. Praat eerst even samen: soms is hulp genoeg.`,
    ],
    error: filled.error,
    inputs: [
      input({
        id: 'because',
        type: 'line',
        label: 'Waarom neem je het over?',
        placeholder: 'Dit staat daarna in de zaak',
        required: true,
        errorMessage: 'Vertel kort waarom je het overneemt.',
        value: filled.because ?? '',
      }),
    ],
    buttons: [
      {
        title: 'Ik neem het over',
        style: 'positive',
        data: { verb: 'case.takeover.send', case: of, lead, asked, nonce, day },
      },
    ],
    links: [links(of)],
  });
}

/** The form, below the card on which it was asked for. */
export const openTakeOver: Verb = async (press) => {
  const loaded = await openForChange(press, 'takeOver');
  const { state, school } = loaded;
  if (state.lead.person === press.who.person.id)
    throw new DomainError('already-done', 'Je bent al aan zet in deze zaak.');
  return new Below(formFor(press, loaded, { ...idsOf(state), ...freshForm(press.world, school) }));
};

export const sendTakeOver: Verb = async (press) => {
  const { world, who, data, links } = press;
  const sent = TakeOver.parse(data);
  try {
    const taken = await issue(world, who, sent.case, formOf(press), ({ state, protocol }, base) => {
      mustBeUnchanged(state, sent);
      if (sent.because.trim() === '')
        throw new DomainError('invalid', 'Vertel kort waarom je het overneemt.', 'because');
      const fn = protocol.takeover.find((f) => holds(who.person, f)) ?? actingAs(who.person, state, protocol);
      const by = { person: who.person.id, function: fn };
      return {
        command: { ...base, type: 'takeOver', by, because: sent.because },
        result: (after) => ({ number: after.number }),
      };
    });
    return notice({
      title: '✓ Je bent nu aan zet',
      lines: [`Zaak ${taken.number} is nu van jou.`],
      buttons: [WHAT_NOW],
      links: [links(sent.case)],
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (!canBeMended(error)) return standingCard(press, sent.case, error.message);
    return formFor(press, await loadForChange(press, 'takeOver'), sent, {
      because: sent.because,
      error: error.message,
    });
  }
};
