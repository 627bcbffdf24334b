/** Steps that come, go, or are otherwise than before. */
import { conditionWords, quoted } from '../../conditionWords.ts';
import type { Condition, Opening, Protocol, Step } from '../../protocol.ts';
import { timeWords } from '../../dueWords.ts';
import { doersWords, dueWords, openingWords, rolesWords } from '../words.ts';
import type { Change } from './change.ts';
import { change, paired, same, turnedIn } from './change.ts';
import { formChanges } from './form.ts';

/** The two versions that are compared; `ids`: names come with the ids of the file, for who writes it. */
export type Versions = Record<'old' | 'next', Protocol> & { ids?: true };

/** A part of a protocol by its name. */
export const called = (name: string, id: string, { ids }: Versions): string =>
  ids ? `${quoted(name)} (${id})` : quoted(name);

/** The same where it was named before: who writes the file knows it by its id. */
export const shortName = (name: string, id: string, { ids }: Versions): string => quoted(ids ? id : name);

/** What differs between the steps of two protocols. */
export function stepChanges(versions: Versions): Change[] {
  const { next } = versions;
  const nameOf = ({ title, id }: Step) => called(title, id, versions);
  const shortOf = ({ title, id }: Step) => shortName(title, id, versions);
  const { added, removed, both } = paired(versions.old.steps, next.steps);
  const renamed = removed.flatMap((from) => {
    const to = added.find((s) => s.title === from.title || same({ ...s, id: '' }, { ...from, id: '' }));
    return to ? [{ from, to }] : [];
  });
  const isRenamed = (step: Step) => renamed.some(({ from, to }) => from === step || to === step);
  return [
    ...renamed.map(({ from, to }) =>
      change(
        versions.ids
          ? `stap ${nameOf(from)} heet in het bestand nu ‘${to.id}’`
          : `in plaats van stap ${nameOf(from)} komt een nieuwe: ${nameOf(to)}`,
        `is voor een zaak een andere stap: een open ${shortOf(from)} vervalt, en ${shortOf(to)} ${opensIn(to, next)}`,
      ),
    ),
    ...removed
      .filter((s) => !isRenamed(s))
      .map((s) =>
        change(`stap ${nameOf(s)} is weg`, 'een open stap vervalt; wat klaar is blijft in de zaak staan'),
      ),
    ...added.filter((s) => !isRenamed(s)).map((s) => newStep(s, versions)),
    ...both.flatMap(([a, b]) =>
      partChanges(a, b, versions).map(({ what, then }) =>
        change(`stap ${nameOf(versions.ids ? b : a)}: ${what}`, then),
      ),
    ),
  ];
}

function newStep(step: Step, versions: Versions): Change {
  const { next } = versions;
  const name = called(step.title, step.id, versions);
  const what = `stap ${name} is nieuw: ${openingWords(step.opens, next)}, door ${doersWords(step, next)}`;
  return change(what, opensIn(step, next));
}

/** When a step that a running case did not have opens in it. */
function opensIn(step: Step, protocol: Protocol): string {
  const only = step.when ? `, ${conditionWords(step.when, protocol)}` : '';
  return `${whenOpens(step.opens, protocol)}${only}`;
}

function whenOpens(opening: Opening, protocol: Protocol): string {
  const words = openingWords(opening, protocol);
  switch (opening) {
    case 'report':
      return 'gaat meteen open';
    case 'second-report':
      return 'gaat meteen open voor elke volgende melding die er al is';
    case 'round':
      return 'gaat meteen open voor elke ronde na de eerste die al is begonnen';
    case 'closing':
      return 'komt als de zaak dicht gaat';
    case 'hand':
      return 'kan vanaf dan worden gedaan';
  }
  if ('vacation' in opening) return `komt ${words}`;
  if ('when' in opening) return `gaat meteen open ${words}`;
  if ('any' in opening || 'all' in opening) return `gaat open ${words}; meteen als dat al zo is`;
  return `gaat open ${words}; meteen als dat al is geweest`;
}

const texts = ({ why, how }: Step) => [why, ...how];

/** What differs within one step. */
function partChanges(a: Step, b: Step, versions: Versions): Change[] {
  const { next } = versions;
  const only = (when: Condition | undefined, v: 'old' | 'next') =>
    when ? conditionWords(when, versions[v]) : 'altijd';
  const dates = (due: Step['due'], v: 'old' | 'next') =>
    due.map((rule) => dueWords(rule, versions[v])).join('; anders ');
  const again = (repeats: Step['repeats'], v: 'old' | 'next') =>
    repeats ? `${dates(repeats.due, v)}${repeats.forever ? ', steeds opnieuw' : ''}` : '';
  const doers = ({ by, also, reserved }: Step) => ({ by, also, reserved });
  const moves = 'de datum van een open stap schuift, behalve waar iemand hem zelf uitstelde';
  return [
    ...turnedIn('heet nu', [a.title, b.title], quoted, 'de nieuwe naam staat er meteen'),
    ...turnedIn(
      'gaat nu open',
      [a.opens, b.opens],
      (opens, v) => openingWords(opens, versions[v]),
      `wat open of klaar is blijft zo; wat er nog niet was ${whenOpens(b.opens, next)}`,
    ),
    ...turnedIn('is er nu alleen', [a.when, b.when], only, 'wat al open is blijft open'),
    ...turnedIn(
      'wordt nu gedaan door',
      [doers(a), doers(b)],
      (who, v) => doersWords(who, versions[v]),
      'een open stap is vanaf dan van hen; de volgende herinnering gaat daarheen',
    ),
    ...turnedIn(
      'is nu apart met',
      [a.each, b.each],
      (each) => rolesWords(each ?? []),
      'bij wie de rol niet heeft vervalt een open stap; voor wie de rol heeft gaat hij open',
    ),
    ...turnedIn('moet nu klaar zijn', [a.due, b.due], dates, moves),
    ...turnedIn('komt nu terug', [a.repeats, b.repeats], again, moves),
    ...ruleChanges(a, b, versions),
    ...formChanges(a, b, versions),
    ...(same(texts(a), texts(b)) ? [] : [change('de uitleg is anders', 'de nieuwe tekst staat er meteen')]),
  ];
}

/** Leaving out, putting off, lapsing, holding up, being an agreement of the school's own. */
function ruleChanges(a: Step, b: Step, versions: Versions): Change[] {
  const later = 'geldt vanaf dan';
  const off = (postpone: Step['postpone'], v: 'old' | 'next') =>
    postpone === undefined ? 'zoals overal' : timeWords(postpone, 'schooldays', versions[v]);
  const lapses = (rule: Step['lapses'], v: 'old' | 'next') => {
    if (rule === undefined) return 'nooit';
    return rule === 'round' ? 'bij een nieuwe ronde' : conditionWords(rule, versions[v]);
  };
  return [
    ...turnedIn('overslaan', [a.skip, b.skip], (skip) => (skip ? 'mag' : 'mag niet'), later),
    ...turnedIn('uitstellen kan nu', [a.postpone, b.postpone], off, later),
    ...turnedIn(
      'vervalt nu',
      [a.lapses, b.lapses],
      lapses,
      'een open stap waarvoor dit al geldt vervalt meteen',
    ),
    ...turnedIn('houdt', [a.side, b.side], (side) => (side ? 'niets op' : 'de zaak op'), later),
    ...turnedIn(
      'hoort nu bij norm',
      [a.norm, b.norm],
      (norm, v) =>
        norm === undefined ? 'geen' : shortName(versions[v].norms[norm]?.label ?? norm, norm, versions),
      'een school die de norm uit heeft, heeft de stap niet',
    ),
    ...(same(a.reminders, b.reminders)
      ? []
      : [change('herinnert anders', 'de volgende herinnering volgt de nieuwe regel')]),
  ];
}
