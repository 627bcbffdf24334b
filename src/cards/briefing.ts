/** The card of a dagopening (K1, P20): in a channel, so it names no pupil, and what is typed on it goes to the bot only. */
import { z } from 'zod/v4';
import type { Alert } from '../domain/alerts.ts';
import type { Calendar } from '../domain/calendar.ts';
import { DomainError } from '../domain/errors.ts';
import { limits } from '../domain/limits.ts';
import type { School } from '../domain/school.ts';
import { personOf } from '../domain/school.ts';
import type { Card } from './template.ts';
import { buttonsOf, defineCard, plainText } from './template.ts';

const expand = defineCard('briefing');

export interface BriefingCard {
  school: School;
  calendar: Calendar;
  team: string;
  /** YYYY-MM-DD */
  date: string;
  alerts: readonly Alert[];
  /** How many signals were noted: given when it is over, and then there is no form any more. */
  signals?: number;
}

export function briefingCard({ school, calendar, team, date, alerts, signals }: BriefingCard): Card {
  const over = signals !== undefined;
  return expand({
    title: `Dagopening ${calendar.say(date)}`,
    subtitle: `Kernteam ${plainText(team)}${over ? ', afgelopen' : ''}`,
    pointsTitle: alerts.length > 0 ? 'Let op' : 'Er zijn nu geen aandachtspunten.',
    points: [
      ...alerts.slice(0, limits.alerts).map((alert) => ({ text: pointWords(alert, school) })),
      ...(alerts.length > limits.alerts ? [{ text: `En nog ${alerts.length - limits.alerts}.` }] : []),
    ],
    noted: over ? countWords(signals) : '',
    limits,
    actions: buttonsOf(
      over ? [] : [{ title: 'Noteren', style: 'positive', data: { verb: 'briefing.note', team, day: date } }],
    ),
  });
}

/** "• Let op bij de fietsenstalling (Mila Mentor)" */
const pointWords = ({ text, by }: Alert, school: School): string => {
  const who = personOf(school, by)?.name;
  return plainText(`• ${text}${who ? ` (${who})` : ''}`);
};

const countWords = (signals: number): string => {
  if (signals === 0)
    return 'Er zijn geen signalen genoteerd. Zie je later iets? Typ **melding** in je eigen chat met mij.';
  const noted = signals === 1 ? 'Er is 1 signaal genoteerd' : `Er zijn ${signals} signalen genoteerd`;
  return `${noted}. Zie je later nog iets? Typ **melding** in je eigen chat met mij.`;
};

const Noted = z.object({
  team: z.string().min(1).max(100),
  day: z.iso.date(),
  story: z.string().trim().min(1).max(limits.text),
  about: z.string().trim().min(1).max(limits.line),
  safe: z.enum(['ja', 'nee', 'onbekend']),
  toldBy: z.string().trim().max(limits.line).optional(),
});

const wrong: Record<string, string> = {
  story: `Vertel wat je zag of hoorde, in hooguit ${limits.text} tekens.`,
  about: 'Typ de voornaam en achternaam van de leerling.',
  safe: 'Kies of de leerling nu veilig is: ja, nee of weet ik niet.',
  toldBy: `De naam van je collega is te lang: maximaal ${limits.line} tekens.`,
};

/**
 * What somebody noted on the card.
 * @throws DomainError `invalid` with a message for that person, who still has what was typed
 */
export function readNote(data: Record<string, unknown>) {
  const parsed = Noted.safeParse(data);
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]!.path[0]);
    throw new DomainError('invalid', wrong[field] ?? 'Deze kaart is niet meer geldig.', field);
  }
  const { day, toldBy, ...note } = parsed.data;
  return { ...note, date: day, toldBy: toldBy === '' ? undefined : toldBy };
}
