/** What differs beside the steps: who, norms, dates, reminders, the report, knowledge. */
import { conditionWords, listed, quoted } from '../../conditionWords.ts';
import type { Protocol } from '../../protocol.ts';
import { functionTitle, yearProtocol } from '../../protocol.ts';
import { timeWords } from '../../dueWords.ts';
import { numberWords } from '../words.ts';
import type { Change } from './change.ts';
import { change, paired, same, turned, turnedIn } from './change.ts';
import type { Versions } from './steps.ts';
import { called, shortName, stepChanges } from './steps.ts';

type Which = 'old' | 'next';

/** The differences between two protocols, under headings; without those where nothing differs. */
export function differences(versions: Versions): { heading: string; changes: Change[] }[] {
  return [
    { heading: 'Stappen', changes: stepChanges(versions) },
    { heading: 'Wie', changes: peopleChanges(versions) },
    { heading: 'Normen', changes: normChanges(versions) },
    { heading: 'Herinneren en opmerken', changes: noticeChanges(versions) },
    { heading: 'Schooljaar', changes: yearChanges(versions) },
    { heading: 'Teksten', changes: textChanges(versions) },
  ].filter(({ changes }) => changes.length > 0);
}

const named = <T>(record: Record<string, T>) => Object.entries(record).map(([id, value]) => ({ id, value }));

function peopleChanges(versions: Versions): Change[] {
  const { old, next } = versions;
  const { added, removed, both } = paired(named(old.functions), named(next.functions));
  const title = (fn: string, v: Which) => functionTitle(versions[v], fn);
  const titles = (fns: string[], v: Which) =>
    listed(
      fns.map((fn) => title(fn, v)),
      'of',
    );
  const leads = (rules: Protocol['lead'], v: Which) =>
    rules
      .map(
        (rule) =>
          `${title(rule.function, v)}${rule.when ? ` ${conditionWords(rule.when, versions[v])}` : ''}`,
      )
      .join('; anders ');
  return [
    ...added.map(({ id, value }) =>
      change(
        `functie ${called(value.title, id, versions)} is nieuw`,
        'de school wijst aan wie deze functie heeft',
      ),
    ),
    ...removed.map(({ id, value }) =>
      change(
        `functie ${called(value.title, id, versions)} is weg`,
        'wie alleen deze functie had, wordt niets meer gevraagd',
      ),
    ),
    ...both.flatMap(([{ value: a }, { value: b }]) => [
      ...turnedIn('functie heet nu', [a.title, b.title], quoted, 'de nieuwe naam staat er meteen'),
      ...turnedIn(
        `boven ${quoted(b.title)} staat nu`,
        [a.next, b.next],
        (fn, v) => (fn === undefined ? 'niemand' : title(fn, v)),
        'telt bij de volgende keer dat iets te laat is',
      ),
    ]),
    ...turnedIn('elke zaak ziet nu:', [old.coordinator, next.coordinator], title, 'ziet de zaak meteen'),
    ...turnedIn(
      'aan zet is nu',
      [old.lead, next.lead],
      leads,
      'wijst de nieuwe regel een andere functie aan, dan is die meteen aan zet',
    ),
    ...turnedIn('een zaak overnemen kan nu', [old.takeover, next.takeover], titles, 'geldt vanaf dan'),
  ];
}

type Norm = Protocol['norms'][string];

function normChanges(versions: Versions): Change[] {
  const { old, next } = versions;
  const { added, removed, both } = paired(named(old.norms), named(next.norms));
  const number = ({ value, unit }: Norm) => (value === undefined ? 'aan of uit' : numberWords(value, unit));
  const effect = ({ unit }: Norm) =>
    unit === 'score' || unit === 'times'
      ? 'telt waar de school zelf niets koos'
      : 'telt waar de school zelf niets koos; datums van open stappen schuiven mee';
  const time = (amount: Protocol['details'], v: Which) =>
    amount === undefined ? 'niet' : timeWords(amount, 'schooldays', versions[v]);
  return [
    ...added.map(({ id, value }) =>
      change(`norm ${called(value.label, id, versions)} is nieuw: ${number(value)}`, effect(value)),
    ),
    ...removed.map(({ id, value }) =>
      change(`norm ${called(value.label, id, versions)} is weg`, 'wat de school hier koos telt niet meer'),
    ),
    ...both.flatMap(([{ id, value: a }, { value: b }]) => [
      ...turnedIn(`norm ${shortName(b.label, id, versions)} is nu`, [a, b], number, effect(b)),
      ...turnedIn(
        `norm ${shortName(a.label, id, versions)} heet nu`,
        [a.label, b.label],
        quoted,
        'de nieuwe tekst staat er meteen',
      ),
    ]),
    ...turnedIn('uitstellen kan nu tot', [old.postpone, next.postpone], time, 'geldt vanaf dan'),
    ...turnedIn('eerst kort: de rest hoort nu binnen', [old.details, next.details], time, 'geldt vanaf dan'),
  ];
}

function noticeChanges(versions: Versions): Change[] {
  const { old, next } = versions;
  const ladder = ({ again, escalate, every }: Protocol['reminders'], v: Which) => {
    const rungs = (escalate ?? []).map(
      (rung) => `na ${numberWords(rung.after, 'schooldays')} ook ${functionTitle(versions[v], rung.to)}`,
    );
    const first = `na ${numberWords(again, 'schooldays')} opnieuw`;
    return [first, ...rungs, `dan elke ${numberWords(every, 'schooldays')}`].join(', ');
  };
  const { added, removed, both } = paired(old.suggestions, next.suggestions);
  const later = 'telt vanaf de volgende melding of bevestiging';
  return [
    ...turnedIn(
      'te laat:',
      [old.reminders, next.reminders],
      ladder,
      'de volgende herinnering volgt de nieuwe regel',
    ),
    ...added.map((s) => change(`het systeem merkt ook op: ${quoted(s.says)}`, later)),
    ...removed.map((s) => change(`het systeem merkt niet meer op: ${quoted(s.says)}`, later)),
    ...both.flatMap(([a, b]) =>
      same(a, b) ? [] : [change(`het systeem merkt anders op: ${quoted(b.says)}`, later)],
    ),
  ];
}

function yearChanges(versions: Versions): Change[] {
  const { old, next } = versions;
  if (!old.year && !next.year) return [];
  if (!old.year)
    return [change('er zijn nu stappen van het schooljaar', 'begint met het volgende schooljaar')];
  if (!next.year) return [change('er zijn geen stappen van het schooljaar meer', 'open stappen vervallen')];
  const leads = { old: functionTitle(old, old.year.lead), next: functionTitle(next, next.year.lead) };
  return [
    ...turned('aan zet is nu', leads, 'is meteen aan zet'),
    ...stepChanges({ ...versions, old: yearProtocol(old), next: yearProtocol(next) }),
  ];
}

function textChanges({ old, next }: Versions): Change[] {
  const at = 'staat er meteen';
  const { added, removed, both } = paired(old.knowledge, next.knowledge);
  return [
    ...turnedIn('het protocol heet nu', [old.title, next.title], quoted, at),
    ...turnedIn(
      'het leerlingvolgsysteem is nu',
      [old.lvs, next.lvs],
      String,
      'geldt voor wat vanaf dan wordt genoteerd',
    ),
    ...(same(old.report, next.report)
      ? []
      : [change('het meldformulier is anders', 'geldt voor nieuwe meldingen')]),
    ...(same(old.about, next.about) ? [] : [change('de gegevens over het document zijn anders', at)]),
    ...added.map((t) => change(`onderwerp ${quoted(t.title)} is nieuw`, at)),
    ...removed.map((t) => change(`onderwerp ${quoted(t.title)} is weg`, 'is er meteen niet meer')),
    ...both.flatMap(([a, b]) => (same(a, b) ? [] : [change(`onderwerp ${quoted(b.title)} is anders`, at)])),
  ];
}
