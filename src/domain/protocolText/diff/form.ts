/** What a step asks and how it can end, whom it tells and what it has registered: what is otherwise than before. */
import { conditionWords, listed, quoted } from '../../conditionWords.ts';
import type { Condition, Outcome, Question, Step } from '../../protocol.ts';
import { functionTitle } from '../../protocol.ts';
import { limitWords, rolesWords, thenWords } from '../words.ts';
import type { Change } from './change.ts';
import { change, paired, same, turnedIn } from './change.ts';
import type { Versions } from './steps.ts';

type Which = 'old' | 'next';

export function formChanges(a: Step, b: Step, versions: Versions): Change[] {
  return [
    ...questionChanges(a, b, versions),
    ...outcomeChanges(a, b, versions),
    ...parentChanges(a, b, versions),
    ...(same(a.tells, b.tells)
      ? []
      : [change('licht anders in', 'geldt vanaf dan; wie het al hoorde, hoort het niet nog eens')]),
    ...(same(a.registers, b.registers)
      ? []
      : [change('laat iets anders noteren', 'geldt voor wat vanaf dan klaar is')]),
  ];
}

const onlyWhen = (versions: Versions) => (when: Condition | undefined, v: Which) =>
  when ? `alleen ${conditionWords(when, versions[v])}` : 'altijd';

function questionChanges(a: Step, b: Step, versions: Versions): Change[] {
  const { added, removed, both } = paired(a.questions, b.questions);
  return [
    ...added.map((q) =>
      change(
        `vraagt ook ${quoted(q.label)}${q.required ? ' (verplicht)' : ''}`,
        'staat op het formulier van een open stap; wat klaar is blijft zo',
      ),
    ),
    ...removed.map((q) =>
      change(`vraagt niet meer ${quoted(q.label)}`, 'een antwoord dat er al is blijft in de zaak'),
    ),
    ...both.flatMap(([p, q]) => {
      if (same(p, q)) return [];
      const asked = quoted(q.label);
      const later = 'geldt voor wat nog wordt ingevuld; antwoorden die er al zijn blijven zo';
      const limits = (part: Question, v: Which) => limitWords(part, versions[v]) ?? '';
      const must = (required: boolean) => (required ? 'verplicht' : 'niet verplicht');
      const parts = [
        ...turnedIn('de vraag is nu', [p.label, q.label], quoted, later),
        ...turnedIn(`bij ${asked} is de soort nu`, [p.type, q.type], String, later),
        ...turnedIn(`bij ${asked} is een antwoord nu`, [p.required, q.required], must, later),
        ...turnedIn(`bij ${asked} kan nu`, [p, q], choices, later),
        ...turnedIn(`bij ${asked} geldt nu`, [p, q], limits, later),
        ...turnedIn(`${asked} wordt nu gevraagd`, [p.when, q.when], onlyWhen(versions), later),
      ];
      if (parts.length > 0) return parts;
      return [change(`bij ${asked} is de uitleg anders`, 'de nieuwe tekst staat er meteen')];
    }),
  ];
}

const choices = (q: Question) => ('choices' in q ? q.choices.map((c) => c.label).join(', ') : '');

function outcomeChanges(a: Step, b: Step, versions: Versions): Change[] {
  const { added, removed, both } = paired(a.outcomes, b.outcomes);
  const goes = ({ then }: Outcome) => (then === 'next' ? '' : `: ${thenWords[then]}`);
  const later = 'geldt vanaf dan; wat zo eindigde blijft zo';
  const needs = (ids: string[], v: Which) =>
    listed(ids.map((id) => quoted({ old: a, next: b }[v].questions.find((q) => q.id === id)?.label ?? id)));
  const chooses = (reserved: Outcome['reserved'], v: Which) => reservedWords(reserved, versions, v);
  return [
    ...added.map((o) =>
      change(`kan nu ook eindigen met ${quoted(o.label)}${goes(o)}`, 'kan vanaf dan worden gekozen'),
    ),
    ...removed.map((o) =>
      change(
        `kan niet meer eindigen met ${quoted(o.label)}`,
        'wat zo eindigde blijft zo; kiezen kan niet meer',
      ),
    ),
    ...both.flatMap(([p, q]) => {
      const ending = quoted(q.label);
      return [
        ...turnedIn('de uitkomst heet nu', [p.label, q.label], quoted, 'de nieuwe tekst staat er meteen'),
        ...turnedIn(`na ${ending} volgt nu:`, [p.then, q.then], (then) => thenWords[then], later),
        ...turnedIn(`bij ${ending} moet nu worden ingevuld`, [p.needs, q.needs], needs, later),
        ...turnedIn(`${ending} kan nu`, [p.when, q.when], onlyWhen(versions), later),
        ...turnedIn(`${ending} kiest nu`, [p.reserved, q.reserved], chooses, later),
      ];
    }),
  ];
}

function reservedWords(reserved: Outcome['reserved'], versions: Versions, v: Which): string {
  if (!reserved) return 'wie de stap doet';
  const titles = reserved.to.map((fn) => functionTitle(versions[v], fn));
  const when = reserved.when ? `, ${conditionWords(reserved.when, versions[v])}` : '';
  return `alleen ${listed(titles, 'of')}${when}`;
}

function parentChanges(a: Step, b: Step, versions: Versions): Change[] {
  const words = (parents: Step['parents'], v: Which) => {
    if (!parents) return 'nergens van';
    const { outcomes } = { old: a, next: b }[v];
    const labels = (parents.outcome ?? []).map((id) =>
      quoted(outcomes.find((o) => o.id === id)?.label ?? id),
    );
    const at = labels.length > 0 ? ` bij ${listed(labels, 'of')}` : '';
    return `van ${rolesWords(parents.of)}${at}${parents.when ? `, ${conditionWords(parents.when, versions[v])}` : ''}`;
  };
  const then = 'geldt ook voor een open stap: die is pas klaar als dit is vastgelegd';
  return turnedIn('ouders worden nu ingelicht:', [a.parents, b.parents], words, then);
}
