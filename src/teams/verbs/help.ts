/** Asking a colleague for help (K5): who is invited sees the case and may do its steps; the lead stays the lead. */
import { colleague } from '../../app/act.ts';
import type { Loaded } from '../../app/load.ts';
import { issue } from '../../app/issue.ts';
import { freshForm } from '../../app/world.ts';
import { notice } from '../../cards/notice.ts';
import { askForm } from '../../cards/people.ts';
import type { Card } from '../../cards/template.ts';
import { actingAs } from '../../domain/access.ts';
import { DomainError } from '../../domain/errors.ts';
import { leadWords } from '../saying.ts';
import { Sent, canBeMended, loadForChange, nameIn, openForChange, standingCard } from './charge.ts';
import type { Press, Verb } from './verb.ts';
import { Below, formOf } from './verb.ts';

function formFor(
  { who, links }: Press,
  { state, protocol, school }: Loaded,
  { nonce, day }: Pick<Sent, 'nonce' | 'day'>,
  filled: { to?: string; word?: string; error?: string } = {},
): Card {
  const helping = state.helpers.map((h) => nameIn(school, h.person)).join(', ');
  return askForm({
    state,
    protocol,
    school,
    person: who.person,
    title: 'Hulp vragen',
    lines: [
      `Je collega mag de zaak dan zien en stappen doen. Aan zet blijft ${leadWords({ state, protocol, school })}.`,
      ...(helping ? [`Nu helpen al mee: ${helping}.`] : []),
    ],
    functions: [...protocol.takeover, protocol.coordinator],
    asked: state.helpers.map((h) => h.person),
    button: {
      title: 'Vragen',
      style: 'positive',
      data: { verb: 'case.help.send', case: state.id, nonce, day },
    },
    link: links(state.id),
    ...filled,
  });
}

/** The form, below the card on which it was asked for. */
export const openHelp: Verb = async (press) => {
  const loaded = await openForChange(press, 'invite');
  return new Below(formFor(press, loaded, freshForm(press.world, loaded.school)));
};

export const sendHelp: Verb = async (press) => {
  const { world, who, data, links } = press;
  const sent = Sent.parse(data);
  try {
    const asked = await issue(world, who, sent.case, formOf(press), (loaded, base) => {
      const { state, protocol, school } = loaded;
      const by = { person: who.person.id, function: actingAs(who.person, state, protocol) };
      const helper = colleague(sent.to, who, loaded);
      return {
        command: { ...base, type: 'invite', by, helper, word: sent.word },
        result: (after) => ({
          number: after.number,
          name: nameIn(school, helper.person),
          lead: leadWords({ state: after, protocol, school }),
        }),
      };
    });
    return notice({
      title: '✓ Hulp gevraagd',
      lines: [
        `Zaak ${asked.number}: ${asked.name} mag de zaak nu zien en stappen doen.`,
        `Aan zet blijft ${asked.lead}.`,
      ],
      links: [links(sent.case)],
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (!canBeMended(error)) return standingCard(press, sent.case, error.message);
    const filled = { to: sent.to, word: sent.word, error: error.message };
    return formFor(press, await loadForChange(press, 'invite'), sent, filled);
  }
};
