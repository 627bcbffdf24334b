/** A case that went on for a year, on one card. */
import { caseCard } from '../../src/cards/case.ts';
import { notice } from '../../src/cards/notice.ts';
import type { CaseState, StepState } from '../../src/domain/case.ts';
import { fold } from '../../src/domain/evolve.ts';
import { limits } from '../../src/domain/limits.ts';
import { calendar, history, openCase, protocol, school } from '../support/world.ts';
import { elements, faultsOf, shownActions } from './checks.ts';

const link = { title: 'Bekijk de zaak', url: 'https://example.test/zaak' };
const pupils = Array.from({ length: 20 }, (_, i) => ({
  id: `p-${i}`,
  name: `Wilhelmina Johanna van den Nieuwenhuijzen-Oosterwijk ${i}`,
  group: '2B',
}));

describe('the card of a long case', () => {
  const begun = fold(history(openCase()))!;
  const due = { by: '2026-10-19', why: 'x' };
  const keys = pupils.flatMap(({ id }) => [1, 2, 3, 4].map((round) => `pester.${round}.${id}`));
  const steps = keys.map((key): StepState => {
    const [step = '', round, of] = key.split('.');
    return { ...begun.steps['gesprek.1']!, key, step, round: Number(round), for: of, status: 'open', due };
  });
  const state: CaseState = { ...begun, steps: Object.fromEntries(steps.map((s) => [s.key, s])) };
  const card = caseCard({
    state: {
      ...state,
      agreements: Array.from({ length: 40 }, () => ({ at: begun.openedAt, what: 'é'.repeat(400) })),
      helpers: school.persons.map(({ id }) => ({ person: id, function: 'mentor' })),
    },
    protocol,
    school: { ...school, pupils },
    calendar,
    today: '2026-10-05',
    leadSince: begun.openedAt,
    doable: {
      steps: keys,
      notes: keys.length,
      handover: true,
    },
    link,
  });

  it('is one that Teams takes, and counts what has no room on it', () => {
    expect(faultsOf(card)).toStrictEqual([]);
    const more = elements(card).filter(
      (e) => e.text === `En nog ${keys.length - limits.listed}; zie het tabblad.`,
    );
    expect(more).toHaveLength(1);
  });
});

describe('a short message with many buttons', () => {
  const titles = Array.from({ length: 9 }, (_, i) => `Kernteam ${i} van de onderbouw en de bovenbouw samen`);
  const card = notice({
    lines: ['Welk kernteam?'],
    buttons: titles.map((title) => ({ title, data: { verb: 'x' } })),
    links: [link],
  });

  it('keeps those for which Teams has no room in its menu, and cuts a long title at a word', () => {
    expect(faultsOf(card)).toStrictEqual([]);
    expect(shownActions(card)).toHaveLength(6);
    const actions = card.actions as { title: string; mode: string }[];
    expect(actions).toHaveLength(10);
    expect(actions.at(-1)).toMatchObject({ title: link.title, mode: 'secondary' });
    expect(actions[0]!.title).toBe('Kernteam 0 van de onderbouw en de…');
  });
});
