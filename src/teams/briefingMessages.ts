/** What a kernteam's channel reads of its dagopening, and what the coordinator reads when there can't be one. */
import type { Briefing } from '../app/ports/messenger.ts';
import { calendarOf } from '../app/world.ts';
import { briefingCard } from '../cards/briefing.ts';
import { notice } from '../cards/notice.ts';
import { plainText } from '../cards/template.ts';
import type { Rendered } from './saying.ts';

/** @param signals how many were noted, when it is over */
export function briefingMessage(briefing: Briefing, signals?: number): Rendered {
  const calendar = calendarOf(briefing.school, briefing.now);
  return { card: briefingCard({ ...briefing, calendar, signals }), summary: 'Dagopening' };
}

export function briefingRefusedMessage(team: string, because: string): Rendered {
  const card = notice({
    title: `De dagopening van kernteam ${plainText(team)} staat er niet`,
    lines: [because],
    subtle: ['Signalen melden kan gewoon: met **melding** in de eigen chat met mij.'],
  });
  return { card, summary: 'De dagopening staat er niet' };
}
