/** What can't wait (P2): the cards of whom to call now, and short pages on what needs another way. */
import type { Calendar } from '../domain/calendar.ts';
import type { School } from '../domain/school.ts';
import { pages, whenRead } from '../domain/urgent.ts';
import type { PageName } from '../domain/urgent.ts';
import { doorButton, screen } from './doors.ts';
import { emergencyLines } from './report.ts';
import type { ReportFields } from './reportFields.ts';
import type { Card } from './template.ts';

const REPORT_ANYWAY = doorButton('Toch ook melden', 'melding', { safe: 'nee' });

const pageNames = Object.keys(pages) as PageName[];

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
    buttons: [...pageNames.map((page) => doorButton(pages[page].button, page)), REPORT_ANYWAY],
  });

export const pageCard = (page: PageName, school: School, carried: ReportFields): Card => {
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
