/** A change of the school in words for the log: what was changed, never a pupil's name and no telephone number. Pure. */
import { unreachable } from './errors.ts';
import type { School } from './school.ts';
import { personOf } from './school.ts';
import type { SchoolChange } from './schoolChange.ts';

/** @param school as it was before the change */
export function changeWords(change: SchoolChange, school: School): string {
  switch (change.kind) {
    case 'person': {
      const { id, name } = change.person;
      const before = personOf(school, id);
      if (!before) return `${name} is toegevoegd aan de medewerkers.`;
      const differs = (...keys: (keyof typeof before)[]) =>
        keys.some((key) => JSON.stringify(before[key] ?? []) !== JSON.stringify(change.person[key] ?? []));
      const what = [
        differs('name') && 'naam',
        differs('posts') && 'functies',
        differs('days') && 'werkdagen',
        differs('away') && 'afwezigheid',
        differs('family') && 'familie op school',
      ].filter((word) => word !== false);
      return `Gegevens van ${before.name} veranderd: ${what.join(', ') || 'niets'}.`;
    }
    case 'person-gone':
      return `${personOf(school, change.id)?.name ?? 'Een collega'} is weggehaald bij de medewerkers.`;
    case 'group':
      return `Groep ${change.group.id} is ${change.isNew ? 'toegevoegd' : 'veranderd'}.`;
    case 'group-gone':
      return `Groep ${change.id} is weggehaald.`;
    case 'pupil':
      return change.isNew ? 'Er is een leerling toegevoegd.' : 'Gegevens van een leerling zijn veranderd.';
    case 'pupil-gone':
      return 'Een leerling is uit de lijst gehaald.';
    case 'calendar':
      return 'De vakanties en studiedagen zijn veranderd.';
    case 'channel-off':
      return change.use === 'coordinator'
        ? 'Het kanaal voor de coördinator wordt niet meer gebruikt.'
        : `Het kanaal van kernteam ${change.use.team} wordt niet meer gebruikt.`;
    case 'briefing-at':
      return `De dagopening begint om ${change.at.replace(':', '.')}.`;
    case 'emergency':
      return `Er zijn nieuwe noodnummers: ${change.numbers.length}.`;
    case 'norms':
      return 'De afspraken van onze school zijn veranderd.';
    case 'initials':
      return change.initials
        ? 'In de lijst van zaken staan voortaan de initialen van de leerling.'
        : 'In de lijst van zaken staan geen initialen meer.';
    case 'protocol':
      return `Nieuwe zaken volgen voortaan het protocol ${change.id}.`;
    default:
      return unreachable(change);
  }
}
