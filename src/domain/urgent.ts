/** What can't wait (P2): whom to call now, when a report is read, and what to do about what needs another way. */
import type { Calendar } from './calendar.ts';
import type { School } from './school.ts';

/** Whom to call, beside 112: what the school entered. */
export const toCall = (school: School): School['settings']['emergency'] =>
  school.settings.emergency.filter((e) => e.phone !== '112');

/** Honestly, when a report is read: during school hours, and else not before the next ones begin. */
export function whenRead(school: School, calendar: Calendar, now: string): string {
  const { from, to } = school.settings.calendar.hours;
  const today = calendar.dateOf(now);
  const time = calendar.wallClock(now).slice('YYYY-MM-DDT'.length).slice(0, from.length);
  if (calendar.isSchoolDay(today) && from <= time && time < to)
    return 'Een melding wordt pas gelezen als wie aan zet is in Teams kijkt. Dat kan uren duren.';
  const next = calendar.onOrAfter(time < from ? today : calendar.addDays(today, 1));
  return `Je melding wordt nu niet gelezen; eerstvolgend ${calendar.say(next)} om ${from.replace(':', '.')} uur.`;
}

interface Page {
  /** On the way to it. */
  button: string;
  title: string;
  /** Whom else to call; numbers in bold, as Markdown. */
  call: string[];
  lines: string[];
  /** Whether it may become a report as well. */
  report: boolean;
}

/**
 * The national numbers are public and were right when this was written; check them before a release:
 * 113 Zelfmoordpreventie, Veilig Thuis, and the Vertrouwensinspectie (Inspectie van het Onderwijs).
 */
export const pages = {
  zelfdoding: {
    button: 'Denkt aan zelfdoding',
    title: 'Een leerling denkt aan zelfdoding',
    call: [
      '113 Zelfmoordpreventie, dag en nacht, ook voor jou om te overleggen: **113** of gratis **0800-0113**',
    ],
    lines: [
      'Laat de leerling niet alleen. Blijf erbij tot iemand anders het overneemt.',
      'Vraag er gewoon naar: denk je aan zelfmoord? Vragen maakt het niet erger.',
      'Luister, en beloof geen geheimhouding. Vertel wie je gaat bellen.',
      'Bel meteen iemand van school uit het kader. School en ouders horen het vandaag.',
    ],
    report: true,
  },
  thuis: {
    button: 'Geweld thuis (meldcode)',
    title: 'Geweld of mishandeling thuis',
    call: ['Veilig Thuis, gratis, dag en nacht: **0800-2000**'],
    lines: [
      'Hiervoor geldt de meldcode huiselijk geweld en kindermishandeling, niet het pestprotocol.',
      'Schrijf op wat je zag en hoorde. Vraag de leerling niet uit en beloof geen geheimhouding.',
      'Praat vandaag met de aandachtsfunctionaris of de zorgcoördinator van school. Overleg met Veilig Thuis mag zonder naam.',
      'Bel de ouders niet zelf als dat gevaar kan geven.',
    ],
    report: true,
  },
  personeel: {
    button: 'Seksueel misbruik door personeel',
    title: 'Seksueel misbruik door personeel',
    call: ['Vertrouwensinspectie, op werkdagen: **0900-1113111**'],
    lines: [
      'Ga nu rechtstreeks naar het bestuur. Dat is wettelijk verplicht, ook bij een vermoeden en ook als de leerling het niet wil.',
      'Onderzoek niets zelf, en praat er niet over met de collega om wie het gaat. Overleg alleen met het bestuur of de Vertrouwensinspectie.',
      'Vraag de leerling niet uit. Luister, en beloof geen geheimhouding.',
      'Maak hiervan geen melding in Meldpunt.',
    ],
    report: false,
  },
  collega: {
    button: 'Een collega pest',
    title: 'Een collega pest',
    call: [],
    lines: [
      'Pest een collega een leerling, of een andere collega? Ga naar de directie.',
      'Gaat het om de directie zelf? Ga dan naar het bestuur of de vertrouwenspersoon.',
      'Maak hiervan geen melding in Meldpunt: dit wordt geen zaak van een leerling, en de mentor hoort het niet te lezen.',
    ],
    report: false,
  },
} satisfies Record<string, Page>;
export type PageName = keyof typeof pages;
