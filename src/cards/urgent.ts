/** What can't wait (P2): whom to call now, when a report is read, and short pages on what needs another way. */
import type { Calendar } from '../domain/calendar.ts';
import type { School } from '../domain/school.ts';
import { doorButton, screen } from './doors.ts';
import type { Door } from './doors.ts';
import { emergencyLines } from './report.ts';
import type { ReportFields } from './reportFields.ts';
import type { Card } from './template.ts';

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

const REPORT_ANYWAY = doorButton('Toch ook melden', 'melding', { safe: 'nee' });

/** Whom to call now, and the way to what needs more than that. */
export const cantWaitCard = (
  school: School,
  calendar: Calendar,
  now: string,
  carried: ReportFields = {},
): Card =>
  screen({
    title: 'Het kan niet wachten',
    warning: ['**Wacht niet op Teams. Bel nu:**', ...emergencyLines(school)],
    lines: [whenRead(school, calendar, now), 'Gaat het om een van deze dingen? Lees dan wat je doet.'],
    carried,
    buttons: [
      doorButton('Denkt aan zelfdoding', 'zelfdoding'),
      doorButton('Geweld thuis (meldcode)', 'thuis'),
      doorButton('Seksueel misbruik door personeel', 'personeel'),
      doorButton('Een collega pest', 'collega'),
      REPORT_ANYWAY,
    ],
  });

export type Page = Extract<Door, 'zelfdoding' | 'thuis' | 'personeel' | 'collega'>;

/**
 * The pages. The national numbers are public and were right when this was written; check them before a release:
 * 113 Zelfmoordpreventie, Veilig Thuis, and the Vertrouwensinspectie (Inspectie van het Onderwijs).
 */
const pages: Record<Page, { title: string; call: string[]; lines: string[]; report: boolean }> = {
  zelfdoding: {
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
    title: 'Een collega pest',
    call: [],
    lines: [
      'Pest een collega een leerling, of een andere collega? Ga naar de directie.',
      'Gaat het om de directie zelf? Ga dan naar het bestuur of de vertrouwenspersoon.',
      'Maak hiervan geen melding in Meldpunt: dit wordt geen zaak van een leerling, en de mentor hoort het niet te lezen.',
    ],
    report: false,
  },
};

export const pageCard = (page: Page, school: School, carried: ReportFields): Card => {
  const { title, call, lines, report } = pages[page];
  return screen({
    title,
    warning: [...emergencyLines(school), ...call],
    lines,
    carried,
    buttons: [...(report ? [REPORT_ANYWAY] : []), doorButton('Terug', 'niet-wachten')],
  });
};

/** Before a report is sent in which words point to danger to life: the same warning, once, with all that was typed. */
export const dangerCard = (
  school: School,
  calendar: Calendar,
  now: string,
  form: { nonce: string; day: string },
  carried: ReportFields,
): Card => {
  const along = { ...form, warned: 'ja' };
  return screen({
    title: 'Lees dit eerst: is er gevaar?',
    warning: ['**Wacht niet op Teams. Bel nu:**', ...emergencyLines(school), ...pages.zelfdoding.call],
    lines: [
      'In je melding staan woorden die op levensgevaar kunnen wijzen. **Je melding is nog niet verstuurd.**',
      whenRead(school, calendar, now),
      'Heb je gebeld, of is dit niet nodig? Verstuur dan je melding. Er is niets weg.',
    ],
    carried,
    buttons: [
      {
        title: 'Gebeld of niet nodig: versturen',
        style: 'positive',
        data: { verb: 'report.submit', ...along },
      },
      doorButton('Terug naar het formulier', 'melding', { warned: 'ja' }),
    ],
  });
};
