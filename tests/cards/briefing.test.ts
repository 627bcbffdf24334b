import { alertForm, alertsCard } from '../../src/cards/alerts.ts';
import { briefingCard } from '../../src/cards/briefing.ts';
import type { Alert } from '../../src/domain/alerts.ts';
import { limits } from '../../src/domain/limits.ts';
import { calendar, person, school } from '../support/world.ts';
import { elements, faultsOf, inputsOf } from './checks.ts';

const date = '2026-10-05';
const nonce = '6d9bd3d5-5b0e-4a41-9d5c-5c5c0f0c8a11';
const alert = (n: number, text = '€'.repeat(limits.alert)): Alert => ({
  id: `6d9bd3d5-5b0e-4a41-9d5c-5c5c0f0c8a${10 + n}`,
  text,
  team: 'onderbouw',
  by: person.mentor,
  from: date,
  until: '2026-10-19',
});
const many = Array.from({ length: limits.alerts + 3 }, (_, n) => alert(n));
const common = { school, calendar, team: 'onderbouw', date, alerts: many };
const texts = (card: object) => elements(card).map((e) => e.text);

test('the card of a dagopening stays one that Teams takes with the longest points, open and closed', () => {
  for (const signals of [undefined, 0, 1, 40]) {
    const card = briefingCard({ ...common, signals });
    expect(faultsOf(card)).toStrictEqual([]);
    expect(texts(card)).toContain('En nog 3.');
  }
});

test('P20: it asks in the card itself, and its button holds no nonce, for everybody presses the same one', () => {
  const card = briefingCard(common);
  expect(inputsOf(card).map((e) => [e.label, e.isRequired ?? false, e.value])).toStrictEqual([
    ['Wat viel op?', true, undefined],
    ['Over wie? Eén leerling tegelijk', true, undefined],
    ['Is de leerling nu veilig?', true, undefined],
    ['Namens wie? (mag leeg)', false, undefined],
  ]);
  expect((card.actions as { data: object }[])[0]!.data).toStrictEqual({
    verb: 'briefing.note',
    team: 'onderbouw',
    day: date,
  });
});

test('what people typed is shown as typed', () => {
  const card = briefingCard({ ...common, alerts: [alert(1, '**let op** [hek](http://x) ${1+1}')] });
  expect(texts(card)).toContain('• \\*\\*let op\\*\\* \\[hek\\](http://x) ${1+1} (Mila Mentor)');
});

test('when it is over, it says how many and asks nothing', () => {
  const said = (signals: number) => texts(briefingCard({ ...common, signals })).join('\n');
  expect(said(0)).toContain('Er zijn geen signalen genoteerd.');
  expect(said(1)).toContain('Er is 1 signaal genoteerd.');
  expect(said(2)).toContain('Er zijn 2 signalen genoteerd.');
  expect(inputsOf(briefingCard({ ...common, signals: 0 }))).toStrictEqual([]);
});

test('the cards by which a point is shared and withdrawn stay ones that Teams takes', () => {
  const mentor = school.persons.find((p) => p.id === person.mentor)!;
  const form = alertForm({ school, person: mentor, today: date, nonce, text: 'x'.repeat(limits.alert) });
  expect(faultsOf(form)).toStrictEqual([]);
  expect(inputsOf(form).find((e) => e.id === 'teams')?.value).toBe('onderbouw');
  const list = alertsCard(many, school, calendar, date, nonce);
  expect(faultsOf(list)).toStrictEqual([]);
  expect(texts(list)).toContain('En nog 3, die ouder zijn.');
});
