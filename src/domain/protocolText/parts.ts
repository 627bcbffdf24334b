/** The steps of a protocol in the parts in which people read them (K22). */
import type { Opening, Protocol, Step } from '../protocol.ts';
import { yearProtocol } from '../protocol.ts';

export interface Part {
  title: string;
  steps: Step[];
  /** The protocol whose steps they are: for the school year its own. */
  of: Protocol;
}

/** How a case goes, what comes only when it is needed, what comes later, and the school year; without those that are empty. */
export function partsOf(protocol: Protocol): Part[] {
  const later = protocol.steps.filter((s) => openings(s.opens).some(isLater));
  const way = wayThrough(protocol).filter((s) => !later.includes(s));
  const rest = protocol.steps.filter((s) => !later.includes(s) && !way.includes(s));
  return [
    { title: 'Zo loopt een zaak', steps: way, of: protocol },
    { title: 'Alleen als het nodig is', steps: rest, of: protocol },
    { title: 'Vakantie en na het sluiten', steps: later, of: protocol },
    { title: 'Elk schooljaar', steps: protocol.year?.steps ?? [], of: yearProtocol(protocol) },
  ].filter(({ steps }) => steps.length > 0);
}

/** An opening in its parts, without "all of" and "one of". */
const openings = (opening: Opening): Opening[] =>
  typeof opening === 'object' && ('any' in opening || 'all' in opening)
    ? ('any' in opening ? opening.any : opening.all).flatMap(openings)
    : [opening];

const isLater = (opening: Opening) =>
  opening === 'closing' || (typeof opening === 'object' && 'vacation' in opening);

/** The steps that follow from a report and from each other; the others somebody asks for, or an answer brings. */
function wayThrough({ steps }: Protocol): Step[] {
  const way = new Set(steps.filter((s) => s.opens === 'report' && !s.when).map((s) => s.id));
  const follows = (opening: Opening) =>
    opening === 'round' ||
    (typeof opening === 'object' && 'after' in opening && opening.after.some((id) => way.has(id)));
  for (let before = -1; before < way.size;) {
    before = way.size;
    for (const step of steps) if (openings(step.opens).some(follows)) way.add(step.id);
  }
  return steps.filter((s) => way.has(s.id));
}
